"""Exports: every table, the same bytes for the same record, whole or not at all."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from dragoman.errors import OutputError, UnknownName
from dragoman.record import Record
from dragoman.record.rows import TABLES, columns, noun_of
from dragoman.views.exports import formats
from dragoman.views.exports.csv import cell
from tests import make

GOLDEN = Path(__file__).parents[1] / "data" / "exports"


@pytest.fixture
def record(tmp_path):
    article = make.article("Narvia “signs”\n\nNarvia signed, “at last”.")
    report = make.event(of=article)
    with Record.open(tmp_path / "r.db") as record:
        record.add(article, make.coded(article, report, make.statement(of=article)), maker="m1")
        snapshot = record.snapshot()
        grouping = make.grouping(article, reports=snapshot.reports, events=(make.derived_event(report),))
        record.replace(grouping, (make.finding(article),), mark=snapshot.mark, maker="g1")
        yield record


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_the_export_is_as_it_was(record, tmp_path, name):
    """The golden files; `make golden` writes them anew, and a person reads the difference."""
    written = formats()[name](record, tmp_path / "out")
    if os.environ.get("DRAGOMAN_GOLDEN") == "write":
        formats()[name](record, GOLDEN / name)
    assert {path.name: path.read_text(encoding="utf-8") for path in written} == {
        path.name: path.read_text(encoding="utf-8") for path in (GOLDEN / name).iterdir()
    }


def test_jsonl_has_a_file_for_each_table_and_a_line_for_each_row(record, tmp_path):
    paths = formats()["jsonl"](record, tmp_path / "out")
    assert [path.name for path in paths] == [f"{table}.jsonl" for table in TABLES]
    for table, path in zip(TABLES, paths, strict=True):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
        assert all(list(row)[:2] == ["schema_version", "id"] and row["schema_version"] == "1" for row in rows)
        assert len(rows) == record.counts()[table]


def test_jsonl_read_back_is_the_record(record, tmp_path):
    for table, path in zip(TABLES, formats()["jsonl"](record, tmp_path / "out"), strict=True):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert [noun_of(table, json.loads(line)) for line in lines] == list(record.table(table))


def test_jsonl_keeps_letters_as_they_are(record, tmp_path):
    formats()["jsonl"](record, tmp_path)
    assert "“signs”" in (tmp_path / "articles.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_exporting_twice_gives_the_same_bytes_and_leaves_nothing_else(record, tmp_path, name):
    first = {path: path.read_bytes() for path in formats()[name](record, tmp_path / "out")}
    again = {path: path.read_bytes() for path in formats()[name](record, tmp_path / "out")}
    assert first == again
    assert sorted((tmp_path / "out").iterdir()) == sorted(first)


def test_an_export_that_breaks_leaves_the_former_file(record, tmp_path):
    class Broken:
        def rows(self, name):
            yield "{}"
            raise OSError("disk full")

    formats()["jsonl"](record, tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    with pytest.raises(OutputError, match=r"articles\.jsonl: cannot be written: disk full; make room"):
        formats()["jsonl"](Broken(), tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("a\x1b[31mb", "a␛[31mb", id="an escape"),
        pytest.param("a\x9bb\x7f", "a\N{REPLACEMENT CHARACTER}b␡", id="C1 and delete"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tabs and lines stay"),
        pytest.param(["a\x7f"], '["a␡"]', id="within a list"),
    ],
)
def test_control_characters_are_shown(value, shown):
    assert cell(value) == shown


def test_a_folder_that_cannot_be_made_is_told(record, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="file: no folder to export to can be made here"):
        formats()["jsonl"](record, tmp_path / "file")


def test_an_unknown_format_is_told_with_those_there_are():
    with pytest.raises(UnknownName, match="no export called 'xml'; known: cameo, claims"):
        formats()["xml"]


def test_csv_has_the_same_rows_under_the_same_names(record, tmp_path):
    formats()["csv"](record, tmp_path)
    text = (tmp_path / "reports.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == columns("reports")
    exact = [json.loads(line) for line in record.rows("reports")]
    assert [row["id"] for row in rows] == [row["id"] for row in exact]
    assert json.loads(rows[0]["roles"]) == exact[0]["roles"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        pytest.param(None, "", id="unknown is empty"),
        pytest.param("Narvia", "Narvia", id="words"),
        pytest.param(7, "7", id="a number"),
        pytest.param(["a", "é"], '["a", "é"]', id="a list"),
        pytest.param("=HYPERLINK(1)", "'=HYPERLINK(1)", id="a formula does not run"),
        pytest.param("@sum", "'@sum", id="nor this one"),
        pytest.param("+cmd", "'+cmd", id="nor this one with a sign"),
        pytest.param("+", "+", id="a polarity is no formula"),
        pytest.param("-3.5", "-3.5", id="nor is a negative number"),
    ],
)
def test_cells(value, told):
    assert cell(value) == told
