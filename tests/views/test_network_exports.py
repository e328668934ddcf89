"""Exports for statistics, networks, investigators and auditors, each read back."""

import csv
import json
from xml.etree import ElementTree

import pytest

from dragoman.views.exports import formats

ARTICLE = {
    "id": "a1", "outlet": "The Harbour Post", "url": "https://example.org/1", "title": "Narvia “accuses”", "byline": [],
    "published": {"edtf": "2024-03-05", "earliest": "2024-03-05", "latest": "2024-03-05"}, "language": "en",
    "sha256": "00", "text": "Narvia accused Ostland. Narvia and Westmark signed.",
}  # fmt: skip


def actor(id, name, kind="state", **fields):
    number = {"NAR": 1, "OST": 2, "WES": 3}.get(id)
    empty = {"country": id[:3], "sector": [], "aliases": [name], "cow": number, "gw": number, "wikidata": None}
    return {"id": id, "name": name, "kind": kind, **empty, **fields}


ACTORS = [
    actor("NAR", "Narvia", wikidata="Q1"),
    actor("NAR/foreign-ministry", "Narvian \x0b foreign ministry", "body", sector=["GOV"]),
    actor("OST", "Ostland"),
    actor("WES", "Westmark"),
]
MARCH = {"edtf": "2024-03-04", "earliest": "2024-03-04", "latest": "2024-03-04", "basis": "clause"}


def event(id, actors, recipients, **fields):
    return {
        "id": id, "type": "ACCUSE", "mode": None, "context": [], "quad": 3, "actors": actors, "recipients": recipients,
        "when": MARCH, "stance": "actual", "recency": "new", "articles": ["a1"], "origins": {"low": 1, "high": 2},
        **fields,
    }  # fmt: skip


EVENTS = [
    event("e1", ["NAR", "NAR/foreign-ministry"], ["OST"]),
    event("e2", ["NAR", "WES"], [], type="AGREE", quad=1),
    event("e3", ["OST"], ["NAR"], stance="denied"),
    event("e4", ["WES"], ["OST"], when={**MARCH, "earliest": None, "edtf": "[..2024-03-04]", "basis": "article"}),
    event("e5", ["WES"], [], type="REQUEST"),
]
REPORT = {
    "id": "r1", "article": "a1", "kind": "event", "event": {"type": "ACCUSE"}, "stance": "actual", "rule": "by hand",
    "attribution": [{"source": "The Harbour Post", "actor": None, "commitment": "asserts"}],
    "evidence": [{"field": "event.type", "start": 7, "end": 14, "quote": "accused"}],
}  # fmt: skip
STATEMENT = {
    "id": "s1", "speaker": "its ministry", "speaker_actor": "NAR/foreign-ministry", "text": "it was so", "when": None,
    "reports": ["r1"],
}  # fmt: skip


TABLES = {"articles": [ARTICLE], "actors": ACTORS, "events": EVENTS, "reports": [REPORT], "statements": [STATEMENT]}


class Record:
    def rows(self, name):
        return (json.dumps(row) for row in TABLES[name])


def written(name, folder):
    (path,) = formats()[name](Record(), folder)
    return path.read_text(encoding="utf-8")


def lines(name, folder):
    return list(csv.DictReader(written(name, folder).splitlines()))


def objects(name, folder):
    return [json.loads(line) for line in written(name, folder).splitlines()]


def test_a_dyad_is_a_line_for_each_who_acts_and_each_to_whom(tmp_path):
    found = [(row["event"], row["source_id"], row["target_id"], row["directed"]) for row in lines("dyads", tmp_path)]
    assert found == [
        ("e1", "NAR", "OST", "1"),
        ("e1", "NAR/foreign-ministry", "OST", "1"),
        ("e2", "NAR", "WES", "0"),
        ("e3", "OST", "NAR", "1"),
        ("e4", "WES", "OST", "1"),
    ]


def test_a_body_has_the_numbers_of_its_state(tmp_path):
    ministry = next(row for row in lines("dyads", tmp_path) if row["source_id"] == "NAR/foreign-ministry")
    assert (ministry["source_country"], ministry["source_cow"], ministry["source_sector"]) == ("NAR", "1", "GOV")


def test_a_panel_counts_facts_of_a_known_month_once_for_each_pair_of_states(tmp_path):
    found = {(r["month"], r["source"], r["target"]): r for r in lines("panel", tmp_path)}
    assert set(found) == {("2024-03", "NAR", "OST"), ("2024-03", "NAR", "WES"), ("2024-03", "WES", "NAR")}
    assert found["2024-03", "NAR", "OST"]["verbal_conflict"] == "1"
    assert found["2024-03", "WES", "NAR"]["mutual"] == "1"


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_network_is_well_formed_and_says_how_each_edge_holds(tmp_path, name):
    root = ElementTree.fromstring(written(name, tmp_path))
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert tags.count("node") == 4
    assert tags.count("edge") == 5
    assert "denied" in "".join(root.itertext()) + json.dumps([e.attrib for e in root.iter()])


def test_provenance_gives_the_place_and_the_words_of_what_a_field_rests_on(tmp_path):
    article, report = objects("prov", tmp_path)
    selectors = report["dragoman:evidence"][0]["target"]["selector"]
    assert selectors[0] == {"type": "TextPositionSelector", "start": 7, "end": 14}
    assert ARTICLE["text"].index(selectors[1]["prefix"] + selectors[1]["exact"] + selectors[1]["suffix"]) == 0
    assert report["prov:wasDerivedFrom"]["id"] == article["id"]


def test_a_claim_has_its_author_and_where_it_appeared(tmp_path):
    (claim,) = objects("claims", tmp_path)
    assert claim["author"]["identifier"] == "NAR/foreign-ministry"
    assert claim["firstAppearance"]["url"] == ARTICLE["url"]
    assert "reviewRating" not in claim


def test_an_event_that_is_no_fact_says_so_to_follow_the_money(tmp_path):
    found = {entity["id"]: entity for entity in objects("followthemoney", tmp_path)}
    assert found["event-e3"]["properties"]["name"] == ["ACCUSE: Ostland → Narvia (denied)"]
    assert found["event-e1"]["properties"]["organizer"] == ["actor-NAR", "actor-NAR.foreign-ministry"]
    assert {e["schema"] for e in found.values()} == {"Article", "PublicBody", "Event"}
    ends = [
        i for e in found.values() for key in ("organizer", "involved", "proof") for i in e["properties"].get(key, ())
    ]
    assert set(ends) <= set(found)


@pytest.mark.parametrize("name", ["dyads", "panel", "graphml", "gexf", "prov", "claims", "followthemoney"])
def test_the_same_record_gives_the_same_bytes(tmp_path, name):
    assert written(name, tmp_path / "one") == written(name, tmp_path / "other")
