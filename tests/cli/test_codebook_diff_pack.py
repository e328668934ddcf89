"""``codebook``, ``diff`` and ``explain --pack``."""

import hashlib
import json
import zipfile

import pytest

import dragoman
from dragoman.cli import exits
from dragoman.cli.run import run


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack")
    for name, text in (("one", "Chad accused Niger of shelling a post."), ("other", "Mali signed a pact with Togo.")):
        (folder / f"{name}.txt").write_text(f"A title\n\n{text}\n", encoding="utf-8")
    with dragoman.open(folder / "r.db") as held:
        held.read(folder / "one.txt")
    with dragoman.open(folder / "s.db") as held:
        held.read(folder / "one.txt", folder / "other.txt")
    return folder


def test_the_codebook_lists_every_type(capsys):
    assert run(["codebook"]) == exits.OK
    assert len(capsys.readouterr().out.splitlines()) == 16


def test_a_type_is_shown_with_how_to_tell_it_and_its_tests(capsys):
    assert run(["codebook", "sanction"]) == exits.OK
    out = capsys.readouterr().out
    assert all(title in out for title in ("modes", "not to be taken for", "cues", "examples", "near misses"))


def test_a_type_that_is_not_there_is_told_with_those_there_are(capsys):
    assert run(["codebook", "treaty"]) == exits.NOTHING
    assert "no type of event is called 'treaty'; known: AGREE" in capsys.readouterr().err


def test_a_record_does_not_differ_from_itself(record, capsys):
    assert run(["diff", str(record / "r.db"), str(record / "r.db")]) == exits.NOTHING
    assert "nothing differs" in capsys.readouterr().err


def test_what_only_the_new_record_has_is_told(record, capsys):
    assert run(["diff", str(record / "r.db"), str(record / "s.db"), "--table", "events"]) == exits.OK
    out = capsys.readouterr().out
    assert out.startswith("+ events")
    assert "\n- " not in out


def test_a_difference_in_json_has_both_values(record, capsys):
    run(["diff", str(record / "s.db"), str(record / "r.db"), "--json"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {one["seen"] for one in found} <= {"old", "new", "changed"}
    assert all(set(one["old"]) == set(one["fields"]) for one in found if one["seen"] == "changed")


def test_a_pack_holds_the_words_where_it_says(record, capsys):
    with dragoman.open(record / "r.db") as held:
        event = held.events[0].id
    path = record / "pack.zip"
    assert run(["explain", event, "--record", str(record / "r.db"), "--pack", str(path)]) == exits.OK
    with zipfile.ZipFile(path) as pack:
        texts = {name: pack.read(name) for name in pack.namelist()}
    (report,) = map(json.loads, texts["reports.jsonl"].splitlines())
    (article,) = map(json.loads, texts["articles.jsonl"].splitlines())
    text = texts[f"texts/{report['article']}.txt"]
    assert hashlib.sha256(text).hexdigest() == article["text_sha256"]
    for item in report["evidence"]:
        assert text.decode()[item["start"] : item["end"]] == item["quote"]


def test_a_pack_is_the_same_bytes_again(record):
    with dragoman.open(record / "r.db") as held:
        event = held.events[0].id
        one, other = held.pack(event, record / "1.zip"), held.pack(event, record / "2.zip")
    assert one.read_bytes() == other.read_bytes()
