"""Events as PLOVER and as CAMEO records, read back."""

import csv
import json

import pytest

from dragoman.ontology.codebook import TYPES, load_codebook
from dragoman.views.exports import formats
from dragoman.views.exports.cameo import COLUMNS

ACTORS = [
    {"id": "LVA", "name": "Latvia", "country": "LVA", "sector": []},
    {"id": "BLR/press", "name": "Belarusian press", "country": "BLR", "sector": ["JRN"]},
    {"id": "XKX", "name": "Kosovo", "country": "XKX", "sector": []},
]
REPORT = {"id": "r1", "article": "a1", "evidence": [{"field": "event.type", "quote": "Latvia condemned"}]}
ARTICLE = {"id": "a1", "outlet": "The Post", "url": "https://post.example/1\t2", "language": "en"}


def event(**changes):
    whole = {
        "id": "e1",
        "type": "ACCUSE",
        "mode": "disapprove",
        "context": ["military"],
        "actors": ["LVA"],
        "recipients": ["BLR/press", "XKX"],
        "when": {"latest": "2024-06-05", "earliest": None},
        "where": [{"name": "Riga", "text": "Riga", "country": "LVA"}],
        "stance": "actual",
        "recency": "new",
        "reports": ["r1"],
        "articles": ["a1"],
        "origins": {"low": 1, "high": 2},
    }
    return whole | changes


class Record:
    def __init__(self, *events):
        self._tables = {"events": events, "actors": ACTORS, "reports": [REPORT], "articles": [ARTICLE]}

    def rows(self, name):
        return (json.dumps(row) for row in self._tables[name])


def plover_of(tmp_path, *events):
    (path,) = formats()["plover"](Record(*events), tmp_path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def cameo_of(tmp_path, *events):
    (path,) = formats()["cameo"](Record(*events), tmp_path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_a_plover_record_has_the_manuals_fields(tmp_path):
    (row,) = plover_of(tmp_path, event())
    assert (row["event"], row["mode"], row["context"]) == ("ACCUSE", "disapprove", ["military"])
    assert [a["code"] for a in row["source"]] == ["LVA"]
    assert [(a["code"], a["sector"]) for a in row["target"]] == [("BLR", ["JRN"]), ("KOS", [])]
    assert (row["date"], row["quad"], row["score"], row["cameo"]) == ("2024-06-05", 3, -2.0, "111")
    assert (row["realis"], row["eventText"]) == ([], "Latvia condemned")


@pytest.mark.parametrize(
    ("changes", "marks"),
    [
        pytest.param({"stance": "planned"}, ["future"], id="planned is to come"),
        pytest.param({"stance": "alleged"}, ["hypothetical"], id="alleged is not established"),
        pytest.param({"stance": "denied"}, ["negation"], id="denied"),
        pytest.param({"recency": "history"}, ["historical"], id="history"),
    ],
)
def test_what_is_not_simply_so_is_marked(tmp_path, changes, marks):
    assert plover_of(tmp_path, event(**changes))[0]["realis"] == marks


def test_cameo_has_a_line_for_each_actor_and_recipient(tmp_path):
    rows = cameo_of(tmp_path, event())
    assert tuple(rows[0]) == COLUMNS
    assert [(r["Actor1Code"], r["Actor2Code"]) for r in rows] == [("LVA", "BLRMED"), ("LVA", "XKX")]
    first = rows[0]
    assert (first["EventCode"], first["EventRootCode"], first["QuadClass"]) == ("111", "11", "3")
    assert (first["Day"], first["MonthYear"], first["Year"]) == ("20240605", "202406", "2024")
    assert (first["NumMentions"], first["NumSources"], first["NumArticles"]) == ("1", "1", "1")


def test_a_tab_in_an_address_breaks_no_line(tmp_path):
    assert cameo_of(tmp_path, event())[0]["SourceURL"] == "https://post.example/1 2"


def test_of_a_meeting_each_two_are_a_line(tmp_path):
    met = event(type="CONSULT", mode="visit", actors=["LVA", "XKX", "BLR/press"], recipients=[])
    pairs = [(r["Actor1CountryCode"], r["Actor2CountryCode"]) for r in cameo_of(tmp_path, met)]
    assert pairs == [("LVA", "XKX"), ("LVA", "BLR"), ("XKX", "BLR")]


@pytest.mark.parametrize("stance", ["planned", "possible", "demanded", "alleged", "denied", "negated"])
def test_cameo_tells_only_what_is_told_as_having_happened(tmp_path, stance):
    assert cameo_of(tmp_path, event(stance=stance)) == []


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_and_mode_has_a_cameo_code(type_):
    entry = load_codebook().entry(type_)
    codes = [entry.cameo_of(None), *(entry.cameo_of(m.name) for m in entry.modes)]
    assert all(c.isdigit() and 3 <= len(c) <= 4 and 3 <= int(c[:2]) <= 20 for c in codes)
