"""A file that is not a record is told for what it is, and not touched."""

import sqlite3
from contextlib import closing

import pytest

from dragoman.errors import RecordError
from dragoman.record import Record
from dragoman.record.migrations import newest, scripts
from tests import make


def text(path):
    path.write_text("Narvia signed the pact.")


def empty(path):
    path.touch()


def others_database(path):
    with closing(sqlite3.connect(path)) as database:
        database.execute("create table accounts (name)")


def newer(path):
    Record.open(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma user_version = 99")


def torn(path):
    Record.open(path).close()
    path.write_bytes(path.read_bytes()[:2000])


@pytest.mark.parametrize(
    ("made", "told"),
    [
        pytest.param(text, "another kind of file, not a record; name another file", id="a text"),
        pytest.param(empty, "an empty file, not a record", id="an empty file that is to be read"),
        pytest.param(others_database, "a database of another program", id="another program's database"),
        pytest.param(
            newer, f"a record of schema 99, and this version knows up to {newest()}; update", id="a newer schema"
        ),
        pytest.param(torn, "the record is damaged", id="a torn file"),
    ],
)
def test_what_is_no_record_is_told_and_not_touched(tmp_path, made, told):
    path = tmp_path / "r.db"
    made(path)
    before = path.read_bytes()
    with pytest.raises(RecordError, match=told) as error:
        Record.open(path, create=False)
    assert str(error.value).startswith(str(path))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir() if p.stat().st_size] in ([], ["r.db"])


@pytest.mark.parametrize(
    ("name", "create", "told"),
    [
        pytest.param(".", True, "a folder, not a record", id="a folder"),
        pytest.param("none.db", False, "no such record; make one with `dragoman read ARTICLES", id="not there"),
        pytest.param("none/r.db", True, "there is no folder", id="no folder to make it in"),
    ],
)
def test_where_no_record_can_be(tmp_path, name, create, told):
    with pytest.raises(RecordError, match=told):
        Record.open(tmp_path / name, create=create)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_may_become_a_record(tmp_path):
    (tmp_path / "r.db").touch()
    with Record.open(tmp_path / "r.db") as record:
        assert record.articles() == ()


def test_opening_and_looking_does_not_change_the_file(tmp_path):
    path = tmp_path / "r.db"
    Record.open(path).close()
    before = path.read_bytes()
    with Record.open(path) as record:
        record.articles()
        record.snapshot()
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["r.db"]


def test_readers_work_beside_a_writer(tmp_path):
    with Record.open(tmp_path / "r.db") as record:
        mode = record._db.execute("pragma journal_mode").fetchone()[0]
    assert mode == "wal"


def test_migrations_are_numbered_without_a_gap():
    assert [number for number, _ in scripts()] == list(range(1, newest() + 1))


def test_a_record_in_a_folder_that_cannot_be_written_to_can_be_read(tmp_path, monkeypatch):
    path = tmp_path / "r.db"
    with Record.open(path) as record:
        record.add(make.article(), make.coded(), maker="m1")
    before = path.read_bytes()
    monkeypatch.setattr("dragoman.record.file.os.access", lambda path, mode: False)
    with Record.open(path, create=False) as record:
        assert record.articles() == (make.article(),)
        with pytest.raises(RecordError, match="readonly"):
            record.fail("a.txt", "empty", maker="m1")
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["r.db"]


def garbled(path, words):
    """Overwrite an article's row: its page is well formed, and what stands there is no row."""
    article = make.article()
    with Record.open(path) as record:
        record.add(article, make.coded(article), maker="m1")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("update articles set row = cast(? as text)", (words,))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(b"\xa7\xa7", id="no UTF-8"),
        pytest.param(b'{"id": "a', id="half a row"),
        pytest.param(b'{"id": "a"}', id="a row without its fields"),
    ],
)
def test_a_row_that_is_damaged_is_told(tmp_path, words):
    path = tmp_path / "r.db"
    garbled(path, words)
    with Record.open(path) as record:
        with pytest.raises(RecordError, match=r"r\.db: the record is damaged \("):
            record.articles()
        (fault,) = record.faults()
        assert "\n" not in fault


def test_a_record_that_is_whole_has_no_faults(tmp_path):
    article = make.article()
    with Record.open(tmp_path / "r.db") as record:
        record.add(article, make.coded(article, make.event(of=article)), maker="m1")
        assert record.faults() == ()
