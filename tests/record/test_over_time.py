"""A record remembers when an article was first read and which texts it had, in whatever order they came."""

import pytest

from dragoman.record import Record
from tests import make

OLD = make.article("A pact\n\nNarvia signed it.", id="a1", published=make.stamp("2024-01-01"))
NEW = make.article("A pact\n\nNarvia signed it on Monday.", id="a1", published=make.stamp("2024-01-02"))


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "r.db") as record:
        yield record


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)], ids=["old first", "new first"])
def test_the_later_text_is_held_and_the_former_kept(record, order):
    for article in order:
        record.add(article, make.coded(article), maker="m1")
    assert record.articles() == (NEW,)
    assert record.former() == (OLD,)
    assert record.snapshot().former == (OLD,)


def test_the_same_text_again_is_no_former_one(record):
    for maker in ("m1", "m2"):
        record.add(NEW, make.coded(NEW), maker=maker)
    assert record.former() == ()


def test_the_first_reading_is_remembered(record):
    record.add(NEW, make.coded(NEW), maker="m1", at="2024-02-01T00:00:00+00:00")
    record.add(NEW, make.coded(NEW), maker="m2", at="2024-03-01T00:00:00+00:00")
    assert record.first_read() == {"a1": "2024-02-01T00:00:00+00:00"}


def test_a_copy_holds_some_and_leaves_the_record_alone(record):
    other = make.article(id="a2")
    for article in (NEW, other):
        record.add(article, make.coded(article), maker="m1")
    with record.holding(["a2"]) as copy:
        assert [a.id for a in copy.articles()] == ["a2"]
        assert {r.article for r in copy.reports()} == {"a2"}
        assert copy.stale()
    assert len(record.articles()) == 2
