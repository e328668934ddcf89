"""Which rows are wanted, and tables as programs take them."""

import pytest

from dragoman.errors import UnknownName
from dragoman.model.report import Role
from dragoman.record import Record
from dragoman.views.selection import Selection, Wanted
from dragoman.views.tables import Table
from tests import make


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """Two articles: Narvia signs with Ostland in March, and Westmark's ministry speaks of Ostland in May."""
    first = make.article("Narvia signed with Ostland.", outlet="The Harbour Post", published=make.stamp("2024-03-05"))
    second = make.article("Westmark warned Ostland.", outlet="Delta Morning", published=make.stamp("2024-05-20"))
    signed = make.event(of=first, roles=(Role("actor", "NAR", "Narvia"), Role("actor", "OST", "Ostland")))
    warned = make.statement(
        "Ostland would regret it",
        of=second,
        when=make.when("2024-05-19", basis="clause"),
        roles=(Role("speaker", "WES/foreign-ministry", "its ministry"),),
    )
    westmark = make.actor("WES", "Westmark")
    ministry = make.actor("WES/foreign-ministry", "Westmark foreign ministry", kind="body", country="WES")
    actors = (make.actor(), make.actor("OST", "Ostland"), westmark, ministry)
    with Record.open(tmp_path_factory.mktemp("selection") / "r.db") as record:
        record.add(first, make.coded(first, signed, actors=actors), maker="m1")
        record.add(second, make.coded(second, warned, actors=actors), maker="m1")
        snapshot = record.snapshot()
        grouping = make.grouping(
            first,
            second,
            reports=snapshot.reports,
            events=(make.derived_event(signed, actors=("NAR", "OST"), when=make.when("2024-03-04")),),
            statements=(
                make.derived_statement(
                    warned,
                    speaker="its ministry",
                    speaker_actor="WES/foreign-ministry",
                    text="Ostland would regret it",
                    when=make.when("2024-05-19", basis="clause"),
                ),
            ),
        )
        record.replace(grouping, (), mark=snapshot.mark, maker="g1")
        yield record


def found(record, table, **asked):
    return len(Selection(record, Wanted(**asked)).rows(table))


ASKED = [
    pytest.param("events", {}, 1, id="nothing is asked"),
    pytest.param("events", {"actor": "NAR"}, 1, id="a state by its code"),
    pytest.param("events", {"actor": "narvia"}, 1, id="a state by its name"),
    pytest.param("events", {"actor": "WES"}, 0, id="a state that takes no part"),
    pytest.param("events", {"between": ("NAR", "OST")}, 1, id="both take part"),
    pytest.param("events", {"between": ("NAR", "WES")}, 0, id="one of two takes part"),
    pytest.param("statements", {"speaker": "WES"}, 1, id="a ministry speaks for its state"),
    pytest.param("statements", {"speaker": "OST"}, 0, id="who is spoken of does not speak"),
    pytest.param("statements", {"about": "Ostland"}, 1, id="who is named in what is said"),
    pytest.param("statements", {"about": "Narvia"}, 0, id="who is not named in it"),
    pytest.param("events", {"since": "2024-03-04", "until": "2024-03-04"}, 1, id="on the day"),
    pytest.param("events", {"since": "2024-03-06"}, 0, id="since a later day"),
    pytest.param("statements", {"until": "2024-05-18"}, 0, id="until a day before"),
    pytest.param("articles", {"since": "2024-05"}, 1, id="articles by their date"),
    pytest.param("articles", {"outlet": "delta"}, 1, id="a part of an outlet's name"),
    pytest.param("events", {"outlet": "delta"}, 0, id="told by another outlet"),
    pytest.param("events", {"type": "agree"}, 1, id="a type in small letters"),
    pytest.param("events", {"stance": "denied"}, 0, id="a stance that none has"),
    pytest.param("actors", {"outlet": "harbour"}, 2, id="actors by who tells of them"),
]


@pytest.mark.parametrize(("table", "asked", "count"), ASKED)
def test_rows_are_as_asked(record, table, asked, count):
    assert found(record, table, **asked) == count


def test_a_name_that_nobody_has_is_an_error_that_says_so(record):
    with pytest.raises(UnknownName, match="Narnia"):
        found(record, "events", actor="Narnia")


def test_a_story_that_is_not_there_is_an_error(record):
    with pytest.raises(UnknownName, match="ffff"):
        found(record, "events", story="ffff")


def test_a_table_is_narrowed_by_calling_it(record):
    events = Table(record.events(), "events", record)
    assert len(events) == 1
    assert len(events(between=("NAR", "OST"))(stance="denied")) == 0


def test_a_table_is_an_arrow_table(record):
    pyarrow = pytest.importorskip("pyarrow")
    events = Table(record.events(), "events", record)
    frame = pyarrow.table(events)
    assert frame.equals(events.arrow())
    assert frame["actors"].to_pylist() == [["NAR", "OST"]]


def test_a_table_with_nothing_in_it_keeps_its_columns(record):
    pytest.importorskip("pyarrow")
    nothing = Table(record.events(), "events", record)(stance="denied")
    assert "actors" in nothing.arrow().column_names


def test_a_notebook_shows_words_of_articles_as_words(record):
    article = make.article("<script>alert(1)</script>")
    shown = Table((article,), "articles", record)._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
