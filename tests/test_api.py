"""The public names: few, documented, and enough to read, look and export."""

import inspect
import json

import pytest

import dragoman
from dragoman import pipeline
from tests import fakes


@pytest.fixture(autouse=True)
def stages(monkeypatch):
    for verb in (pipeline.read, pipeline.regroup):
        monkeypatch.setitem(verb.__kwdefaults__, "stages", fakes.STAGES)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Narvia signs\n\nNarvia signed it.")
    return path


def test_read_look_and_export(tmp_path, page):
    with dragoman.open(tmp_path / "r.db") as record:
        assert record.read(page).read == 1
        assert [article.title for article in record.articles] == ["Narvia signs"]
        assert [event.type for event in record.events] == ["AGREE"]
        assert len(record.reports) == len(record.stories) == 1
        assert record.explain(record.events[0].id).table == "events"
        paths = record.export("jsonl", tmp_path / "out")
        assert json.loads(paths[0].read_text())["title"] == "Narvia signs"
        assert record.outcomes[0].result == "read"


def test_every_table_is_a_tuple(tmp_path):
    with dragoman.open(tmp_path / "r.db") as record:
        tables = "articles actors reports events agreements votes relations statements assessments stories findings"
        assert all(getattr(record, table) == () for table in (*tables.split(), "judgements"))


def test_looking_groups_what_a_cut_run_left(tmp_path, page):
    with dragoman.open(tmp_path / "r.db") as record:
        made = fakes.made(next(fakes.fetch(page)))
        record._record.add(made.article, made.coded, maker="m1")
        assert len(record.stories) == 1


def test_all_public_names_are_there_and_documented():
    assert len(dragoman.__all__) <= 20
    for name in dragoman.__all__:
        thing = getattr(dragoman, name)
        assert name == "__version__" or inspect.getdoc(thing)
    for name, thing in inspect.getmembers(dragoman.OpenRecord):
        assert name.startswith("_") or inspect.getdoc(thing)


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="module 'dragoman' has no attribute 'clsoe'"):
        dragoman.clsoe  # noqa: B018 looking is the test


def test_formats_and_examples():
    assert {"csv", "jsonl", "parquet"} <= set(dragoman.formats())
    assert dragoman.examples().name == "articles"
