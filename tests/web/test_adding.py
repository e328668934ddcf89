"""Adding from the pages: what comes is read, and only a form of ours brings anything."""

import time

import pytest
from lxml import html

from dragoman import pipeline
from dragoman.record import Record
from dragoman.web.adding import file
from tests import fakes
from tests.web.conftest import client_of

TEXT = "Narvia signs\n\nNarvia signed it."


@pytest.fixture(autouse=True)
def stages(monkeypatch):
    for verb in (pipeline.read, pipeline.regroup):
        monkeypatch.setitem(verb.__kwdefaults__, "stages", fakes.STAGES)


@pytest.fixture
def path(tmp_path):
    Record.open(tmp_path / "r.db").close()
    return tmp_path / "r.db"


@pytest.fixture
def client(path):
    return client_of(path)


def form(client):
    """What the form on the page carries."""
    return {"signature": html.fromstring(client.get("/sources").text).xpath("//input[@name='signature']/@value")[0]}


def settled(client, address):
    """The reading, once it has ended."""
    while (shown := client.get(f"{address}.json").json()["shown"])["state"] in ("waiting", "reading"):
        time.sleep(0.01)
    return shown


def test_a_text_is_read_and_the_page_tells_how_far_it_is(client):
    answer = client.post("/sources", data={**form(client), "text": TEXT})
    assert (answer.status_code, answer.headers["location"]) == (303, "/reading/1")
    shown = settled(client, "/reading/1")
    assert [(page["result"], page["reason"]) for page in shown["pages"]] == [("read", None)]
    assert "To the stories" in client.get("/reading/1").text
    assert client.get("/today.json").json()["foot"]["articles"] == 1


def test_files_are_read_and_one_that_fails_is_told(client):
    sent = [("files", ("../../etc/a.txt", TEXT.encode())), ("files", ("b.txt", b"bad page"))]
    client.post("/sources", data=form(client), files=sent)
    shown = settled(client, "/reading/1")
    assert sorted((page["name"], page["result"]) for page in shown["pages"]) == [("a.txt", "read"), ("b.txt", "failed")]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("a.html", "a.html", id="a plain name"),
        pytest.param("../../etc/passwd", "passwd", id="a way to another folder"),
        pytest.param("C:\\pages\\a.html", "a.html", id="a way on another system"),
        pytest.param("..", "file", id="no name"),
        pytest.param(".hidden", "hidden", id="no hidden file"),
        pytest.param("a\n<b>.txt", "a__b_.txt", id="signs that are in no name"),
    ],
)
def test_of_a_name_only_what_names_a_file_is_kept(name, kept):
    assert file(name, b"").name == kept


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        pytest.param({}, 400, "nothing was added", id="an empty form"),
        pytest.param({"address": "file:///etc/passwd"}, 400, "is no address", id="a file of the server's"),
        pytest.param({"text": TEXT, "signature": "forged"}, 403, "none of this page", id="a form of somebody else's"),
    ],
)
def test_what_cannot_be_added_is_told(client, data, status, words):
    answer = client.post("/sources", data={**form(client), **data})
    assert answer.status_code == status
    assert words in html.fromstring(answer.text).text_content()


def test_a_form_sent_from_another_site_is_refused(client):
    headers = {"sec-fetch-site": "cross-site"}
    assert client.post("/sources", data={**form(client), "text": TEXT}, headers=headers).status_code == 403


def test_read_only_pages_offer_no_form_and_take_none(path):
    client = client_of(path, read_only=True)
    assert '<form class="add"' not in client.get("/sources").text
    assert client.post("/sources", data={"text": TEXT}).status_code == 403


@pytest.mark.parametrize(
    "told", [pytest.param(True, id="said to be too long"), pytest.param(False, id="found too long")]
)
def test_no_more_is_taken_than_is_allowed(path, told):
    client = client_of(path, largest=2000)
    body = f"signature=x&text={'a' * 3000}".encode()
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/sources", content=body if told else iter([body]), headers=headers)
    assert answer.status_code == 413
    assert "2,000 bytes" in answer.text
