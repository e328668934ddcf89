"""Takes the pictures of the main screens in ``docs/screens``: the example record in a browser that is installed."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

import dragoman
from dragoman.web.beside import beside
from dragoman.web.options import Options

SCREENS = Path(__file__).parents[1] / "docs" / "screens"
WIDTH, HEIGHT = 1200, 720
HEAVIEST = 200_000  # bytes of a picture


def main() -> int:
    """Take the pictures."""
    argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__).parse_args()
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.stderr.write("no browser; `apt-get install chromium` brings one\n")
        return 1
    SCREENS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "demo.db"
        with dragoman.open(record) as held:
            held.read(dragoman.examples())
            addresses = dict(_addresses(held))
        with beside(Options(record, read_only=True)) as where:
            _take(browser, {name: where + address for name, address in addresses.items()})
    return 0


def _addresses(held: "dragoman.OpenRecord") -> Iterator[tuple[str, str]]:
    """Yield what is shown: the treaty between Iran and Russia, and a story whose accounts differ."""
    agreement = next(a for a in held.agreements if a.parties == ("IRN", "RUS"))
    story = next(s for s in held.stories if agreement.id in s.agreements)
    other = next(s for s in held.stories if "Uruguay" in s.title)
    article = next(a for a in held.articles if a.id in story.articles and a.headline)
    yield "today", "/"
    yield "story", f"/story/{story.id}"
    yield "compare", f"/story/{other.id}/compare?differences=true"
    yield "article", f"/article/{article.id}?show=agreements&show=statements&show=actors&show=dates"
    yield "agreement", f"/agreement/{agreement.id}"
    yield "findings", "/findings"


def _take(browser: str, addresses: dict[str, str]) -> None:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = running.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for name, address in addresses.items():
            page.goto(address)
            path = SCREENS / f"{name}.png"
            page.screenshot(path=path)
            weight = path.stat().st_size
            sys.stderr.write(f"{path.name}: {weight:,} bytes{' - too heavy' if weight > HEAVIEST else ''}\n")
        running.close()


if __name__ == "__main__":
    sys.exit(main())
