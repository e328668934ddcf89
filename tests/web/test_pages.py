"""Every page: what it shows, its twin, and that nothing in an article becomes part of it."""

import pytest
from lxml import html

from dragoman.record import Record
from dragoman.web.safety import HEADERS
from tests import make
from tests.web import held
from tests.web.conftest import client_of

PAGES = {
    "today": "/",
    "today, narrowed": "/?actor=NAR&sector=military&since=2024-01-01&until=2024-12-31",
    "story": f"/story/{held.STORY.id}",
    "compare": f"/story/{held.STORY.id}/compare",
    "compare, narrowed": f"/story/{held.STORY.id}/compare?differences=true&outlet=Ostland%20Times",
    "article": f"/article/{held.ONE.id}",
    "article, switched": f"/article/{held.TWO.id}?show=numbers&show=dates",
    "agreements": "/agreements",
    "agreement": "/agreement/a1",
    "agreement, by a step": "/agreement/step1",
    "actors": "/actors?kind=state",
    "actor": "/actor/NAR",
    "dyad": "/dyad?one=NAR&other=OST",
    "findings": "/findings",
    "findings, narrowed": "/findings?kind=differs&severity=all",
    "search": "/search?q=pact",
    "sources": "/sources",
    "explain": "/explain/f1",
    "about": "/about",
}
page = pytest.mark.parametrize("address", [pytest.param(a, id=name) for name, a in PAGES.items()])


def twin(address):
    path, _, query = address.partition("?")
    return f"{'/today' if path == '/' else path}.json" + (f"?{query}" if query else "")


@page
def test_a_page_answers(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    tree = html.fromstring(answer.text)
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//title/text()")[0].endswith("· Dragoman")
    assert "What was not read:" in answer.text


@page
def test_the_twin_has_the_data_of_the_page(client, address):
    answer = client.get(twin(address))
    assert answer.status_code == 200
    assert set(answer.json()) == {"shown", "foot"}
    assert client.get(address, headers={"accept": "application/json"}).json() == answer.json()


@page
def test_nothing_of_an_article_becomes_part_of_the_page(client, address):
    text = client.get(address).text
    tree = html.fromstring(text)
    assert [s for s in tree.xpath("//script") if s.text or not s.get("src", "").startswith("/static/")] == []
    assert tree.xpath("//img|//style|//iframe|//*[@style]|//b[text()='its ministry']") == []
    assert [name for node in tree.iter() for name in node.attrib if name.startswith("on")] == []
    assert [a for a in tree.xpath("//@href") if not a.startswith(("/", "#", "?"))] == []
    assert "\u202e" not in text
    assert "49" not in "".join(tree.xpath("//h1//text()"))


@page
def test_every_answer_carries_the_policy(client, address):
    headers = client.get(address).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("/", "1 disputed", id="a card says what is disputed"),
        pytest.param(f"/story/{held.STORY.id}", "It does not add up|Established|Disputed", id="a story has its parts"),
        pytest.param("/agreement/a1", "still required, no account reports it", id="what is missing is told"),
        pytest.param("/agreement/a1", "5 not accounted for", id="a vote's gap is drawn"),
        pytest.param("/actor/NAR", "told as fact", id="a chart names its stance"),
        pytest.param("/dyad?one=NAR&other=OST", "alleged", id="what is alleged has a chart of its own"),
        pytest.param("/sources", "no text left", id="a failure is told with its reason"),
        pytest.param("/sources", "1 page that failed", id="the foot says what was not read"),
        pytest.param("/search?q=%22signed+the+pact%22", "<mark>signed", id="a phrase is found"),
        pytest.param("/search?q=%22pact+the+signed%22", "Nothing in the record", id="not in another order"),
        pytest.param("/search?q=outlet:ostland", "Ostland denies the pact", id="an outlet is a field"),
        pytest.param("/search?q=%22+AND+(*", "Search", id="no word is taken for an operator"),
    ],
)
def test_a_page_says(client, address, words):
    text = client.get(address).text
    assert any(word in text for word in words.split("|"))


def test_what_is_alleged_is_not_drawn_with_what_happened(client):
    charts = client.get("/dyad.json?one=NAR&other=OST").json()["shown"]["between"]["charts"]
    assert [(chart["stance"], chart["events"]) for chart in charts] == [("actual", 1), ("alleged", 1)]


def test_words_lead_to_their_sentence(client):
    tree = html.fromstring(client.get(f"/story/{held.STORY.id}").text)
    article, _, sentence = tree.xpath("//blockquote//a/@href")[0].partition("#")
    assert html.fromstring(client.get(article).text).get_element_by_id(sentence) is not None


def test_a_record_leads_to_its_sentence_and_back(client):
    tree = html.fromstring(client.get(f"/article/{held.ONE.id}").text)
    records = tree.xpath("//li[@data-report]")
    assert len(records) == 3
    for record in records:
        (sentence,) = record.xpath(".//a[@data-item]/@href")
        assert tree.get_element_by_id(sentence[1:]) is not None
        assert tree.xpath(f"//span[@class='refs']/a[@href='#{record.get('id')}']")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        pytest.param("/nowhere", 404, "the first page lists the stories", id="no page"),
        pytest.param("/story/zzz", 404, "no story has the id", id="no story"),
        pytest.param("/article/zzz", 404, "no article has the id", id="no article"),
        pytest.param("/actor/ZZZ", 404, "no actor has the id", id="no actor"),
        pytest.param("/?since=yesterday", 422, "since", id="no day"),
        pytest.param("/findings?page=0", 422, "page", id="no page of a list"),
        pytest.param("/dyad", 422, "one", id="a dyad of nobody"),
    ],
)
def test_an_error_says_what_and_how_to_go_on(client, address, status, words):
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.text
    assert "To the first page" in answer.text
    assert "Traceback" not in answer.text


def test_a_fault_shows_no_trace(record, monkeypatch):
    client = client_of(record)
    client._transport.raise_server_exceptions = False
    monkeypatch.setattr("dragoman.views.screens.story_screen", lambda record, id: 1 / 0)
    answer = client.get("/story/s1")
    assert answer.status_code == 500
    assert "a fault of the program" in answer.text
    assert "ZeroDivisionError" not in answer.text


def test_a_record_that_is_gone_is_told(tmp_path):
    answer = client_of(tmp_path / "gone.db").get("/")
    assert answer.status_code == 503
    assert "no such record" in answer.text


def test_an_empty_record_says_how_to_begin(tmp_path):
    Record.open(tmp_path / "new.db").close()
    client = client_of(tmp_path / "new.db")
    assert "dragoman read FOLDER --record new.db" in client.get("/").text
    empty = [a for a in PAGES.values() if "/story/" not in a and "/a" not in a and "f1" not in a and "NAR" not in a]
    assert {client.get(address).status_code for address in empty} == {200}


def test_a_page_groups_nothing(tmp_path):
    """Another process may be reading: what it has not grouped yet is told, and left to it."""
    path = tmp_path / "r.db"
    with Record.open(path) as record:
        record.add(make.article(), make.coded(), maker="m1")
    assert "1 article read and not yet in a story" in client_of(path).get("/").text
    with Record.open(path) as record:
        assert record.stale()


def test_the_addresses_are_described(client):
    described = client.get("/openapi.json").json()["paths"]
    assert {"/", "/story/{id}", "/article/{id}", "/dyad"} <= set(described)
    assert all(way["get"]["summary"] for way in described.values() if "get" in way)
