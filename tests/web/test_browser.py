"""Every screen in a real browser, narrow and dark, wide and light: nothing overflows, nothing leaves, all can use it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from dragoman.web.beside import beside
from dragoman.web.options import Options
from tests.web import browser, held
from tests.web.test_pages import PAGES

pytestmark = browser.needed

NARROW, WIDE = {"width": 360, "height": 800}, {"width": 1600, "height": 900}
OVERFLOWING = """[...document.querySelectorAll('body *')].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')).map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def address(record):
    with beside(Options(record)) as where:
        yield where


@pytest.fixture(scope="module")
def running():
    with browser.launched() as started:
        yield started


@pytest.fixture(scope="module", params=["narrow and dark", "wide and light"])
def page(request, running):
    """A page that remembers what it complained of, and what it asked for."""
    narrow = request.param.startswith("narrow")
    context = running.new_context(viewport=NARROW if narrow else WIDE, color_scheme="dark" if narrow else "light")
    page = context.new_page()
    page.complaints, page.asked = [], []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    context.close()


@pytest.mark.parametrize("path", [pytest.param(path, id=name) for name, path in PAGES.items()])
def test_a_screen_is_whole(page, address, path):
    page.complaints.clear()
    page.asked.clear()
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], page.evaluate(
        OVERFLOWING
    )
    assert page.complaints == []
    assert [url for url in page.asked if not url.startswith(address)] == []
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_axe_does_look(page):
    page.set_content("<img src=x>")
    assert "image-alt" in {fault["id"] for fault in Axe().run(page).response["violations"]}


def test_the_slash_searches_and_j_and_k_go_along(page, address):
    page.goto(f"{address}/findings")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") != second
    page.keyboard.press("/")
    page.keyboard.type("river jk")
    assert page.evaluate("document.activeElement.value") == "river jk"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=river+jk")


def test_the_first_tab_leads_to_the_content(page, address):
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_a_switch_marks_the_text_and_stays_in_the_address(page, address):
    page.goto(f"{address}/article/{held.ONE.id}?show=none")
    marked = "getComputedStyle(document.querySelector('.para .k-events')).backgroundColor"
    before = page.evaluate(marked)
    page.check("#show-events")
    assert page.evaluate(marked) != before
    page.reload()
    assert page.is_checked("#show-events")


def test_a_page_reads_without_script(running, address):
    context = running.new_context(java_script_enabled=False, viewport=NARROW)
    page = context.new_page()
    page.goto(f"{address}/story/{held.STORY.id}")
    assert "Established" in page.inner_text("main")
    page.goto(f"{address}/article/{held.ONE.id}#r-{held.EVENT.id}")
    assert page.is_visible(f"#r-{held.EVENT.id}")
    context.close()
