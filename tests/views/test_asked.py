"""A brief about one thing holds the lines on it and no others; every line has its citation in every format."""

import json
import re

import pytest

import dragoman
from dragoman.errors import UnknownName

NEWS = (
    ("The Courier", "Peru and Chile sign fishing treaty", "Peru and Chile signed a fishing treaty in Lima on Monday. "
     "Chile's Senate approved the treaty by 31 votes to 12 on Tuesday."),
    ("The Harbour Post", "Ukraine accuses Iran of supplying drones to Russia", "Ukraine on Monday accused Iran of "
     "supplying drones to Russia. Iran denied that it had supplied <drones> to Russia."),
)  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    for number, (outlet, title, text) in enumerate(NEWS):
        (folder / f"{number}.txt").write_text(f"{outlet}\n\n{title}\n\n2025-07-22\n\n{text}")
    with dragoman.open(folder / "r.db") as record:
        record.read(folder)
        yield record


def lines(record, id=None, **wanted):
    told = json.loads(record.brief(id, wanted=dragoman.Wanted(**wanted), format="json"))
    return [line for story in told["stories"] for section in story["sections"] for line in section["lines"]]


def test_the_brief_of_an_agreement(record):
    (treaty,) = record.agreements
    ids = {line["id"] for line in lines(record, treaty.id)}
    assert {step.id for step in treaty.steps} <= ids
    assert not ids & {e.id for e in record.events if "UKR" in e.actors}


def test_the_brief_of_two_states(record):
    found = lines(record, between=("IRN", "RUS"))
    assert found
    assert all("Iran" in line["text"] or "Ukraine" in line["text"] for line in found)


def test_the_brief_of_an_actor(record):
    assert all("Peru" in line["text"] or "Chile" in line["text"] for line in lines(record, actor="PER"))


def test_the_brief_of_a_period(record):
    assert lines(record, since="2025-07-01")
    assert not lines(record, until="2025-07-01")


def test_what_is_not_there_is_told(record):
    with pytest.raises(UnknownName):
        record.brief("gone")
    with pytest.raises(UnknownName, match="no format called 'pdf'"):
        record.brief(format="pdf")


@pytest.mark.parametrize(
    ("format", "cited", "there"),
    [
        pytest.param("markdown", r"\]\(#(c\d+-\d+)\)", '<a id="{}"></a>', id="Markdown"),
        pytest.param("html", r'href="#(c\d+-\d+)"', '<blockquote id="{}">', id="HTML"),
    ],
)
def test_each_citation_opens_its_sentence(record, format, cited, there):
    told = record.brief(format=format)
    found = set(re.findall(cited, told))
    assert found
    assert all(there.format(name) in told for name in found)
    assert "<drones>" not in told
