"""What a record is looked up by is kept as rows come, change and go."""

import pytest

from dragoman.model.derived import Event, Statement, Story
from dragoman.record import Record, migrations
from tests import make

ONE = make.article("Narvia signs\n\nNarvia signed the pact.", id="a1", published=make.stamp("2024-03-05"))
TWO = make.article("Ostland waits\n\nOstland signed nothing.", id="a2", published=make.stamp("2024-03-06"))
SIGNED, WAITED = make.event(of=ONE), make.event("REJECT", of=TWO)


def filled(record, **fields):
    """Put two articles into a record, with an event, a statement and a story, or what is named instead."""
    for article, report in ((ONE, SIGNED), (TWO, WAITED)):
        record.add(article, make.coded(article, report), maker="m1")
    told = {
        "events": (make.derived_event(SIGNED, id="e1", actors=("NAR/president",)),),
        "statements": (make.derived_statement(SIGNED, id="s1", text="the pact is signed"),),
        "stories": (make.story(ONE, id="st1", events=("e1",)), make.story(TWO, id="st2")),
    } | fields
    grouping = make.grouping(ONE, TWO, reports=(SIGNED, WAITED), **told)
    record.replace(grouping, (), mark=record.snapshot().mark, maker="m1")
    return record


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "r.db") as held:
        yield filled(held)


def found(record, words, table="articles"):
    return [match.id for match in record.search(words, table=table, most=9)]


def whole(record):
    """The index of words says itself whether it is what the texts are."""
    record._db.execute("insert into words (words) values ('integrity-check')")
    return True


@pytest.mark.parametrize(
    ("kind", "key", "ids"),
    [
        pytest.param(Story, "a1", ["st1"], id="a story by its article"),
        pytest.param(Story, "e1", ["st1"], id="a story by its event"),
        pytest.param(Event, SIGNED.id, ["e1"], id="an event by its report"),
        pytest.param(Event, WAITED.id, [], id="no event by another's report"),
        pytest.param(Statement, "NAR", ["s1"], id="a statement by its speaker"),
    ],
)
def test_a_row_is_found_by_what_it_names(record, kind, key, ids):
    assert [row.id for row in record.naming(kind, key)] == ids


@pytest.mark.parametrize(
    ("actor", "ids"),
    [
        pytest.param("NAR", ["e1"], id="the state of a body"),
        pytest.param("NAR/president", ["e1"], id="the body"),
        pytest.param("NA", [], id="no state whose name begins like it"),
        pytest.param("NAR/pres", [], id="no body whose name begins like it"),
    ],
)
def test_a_body_counts_as_its_state(record, actor, ids):
    assert [event.id for event in record.newest_events(actor, actual=True, most=9)] == ids
    assert [event.id for event in record.of_actor(Event, actor, most=9)] == ids


def test_an_event_counts_once_whoever_took_part(record):
    filled(record, events=(make.derived_event(SIGNED, id="e1", actors=("NAR", "NAR/president"), recipients=("OST",)),))
    (count,) = record.event_counts("NAR")
    assert (count.stance, count.month, count.quad, count.events) == ("actual", "2024-03", 1, 1)
    assert record.partners("OST") == (("NAR", 1, 1),)


@pytest.mark.parametrize(
    ("bounds", "month"),
    [
        pytest.param(("2024-03-01", "2024-03-31"), "2024-03", id="a month"),
        pytest.param((None, "2024-03-05"), "2024-03", id="not after a day"),
        pytest.param(("2024-01-01", "2024-12-31"), None, id="a year: in no month"),
        pytest.param((None, None), None, id="not known"),
    ],
)
def test_an_event_is_drawn_in_the_month_it_was_not_after(record, bounds, month):
    when = make.when(earliest=bounds[0], latest=bounds[1])
    filled(record, events=(make.derived_event(SIGNED, id="e1", when=when),))
    assert [count.month for count in record.event_counts("NAR")] == [month]


def test_stories_come_by_day(record):
    assert record.newest_stories(most=9) == ("st2", "st1")
    assert record.newest_stories(most=1, skip=1) == ("st1",)
    assert record.newest_stories(most=9, until="2024-03-05") == ("st1",)
    assert record.newest_stories(most=9, actor="NAR") == ("st2", "st1")
    assert record.newest_stories(most=9, actor="ZZZ") == ()


def test_rows_that_go_are_found_no_more(record):
    filled(record, events=(), statements=())
    assert record.naming(Event, SIGNED.id) == ()
    assert record.event_counts("NAR") == ()
    assert found(record, '"signed"', "statements") == []
    assert whole(record)


def test_words_are_found_as_they_are_now(record):
    assert found(record, '"signed the pact"') == ["a1"]
    assert found(record, '"pact is signed"', "statements") == ["s1"]
    filled(record, statements=(make.derived_statement(SIGNED, id="s1", text="the treaty is dead"),))
    assert found(record, '"pact is signed"', "statements") == []
    assert found(record, '"treaty is dead"', "statements") == ["s1"]
    changed = make.article("Narvia denies\n\nNarvia denied it.", id="a1")
    record.add(changed, make.coded(changed, make.event(of=changed)), maker="m2")
    assert found(record, '"signed the pact"') == []
    assert found(record, '"denied it"') == ["a1"]
    assert whole(record)


def test_a_record_of_an_older_schema_is_indexed_when_it_is_opened(tmp_path, monkeypatch):
    older = tuple(migrations.scripts())[:-1]
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "scripts", lambda: iter(older))
        with Record.open(tmp_path / "r.db") as held:
            filled(held)
    with Record.open(tmp_path / "r.db") as held:
        assert [row.id for row in held.naming(Story, "a1")] == ["st1"]
        assert [event.id for event in held.newest_events("NAR", actual=True, most=9)] == ["e1"]
        assert found(held, '"signed the pact"') == ["a1"]
        assert held.actor_counts(kind="state", most=1)[0].articles == 2
        assert whole(held)
