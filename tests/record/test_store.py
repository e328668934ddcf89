"""Writing is atomic, knows what it has, and leaves a mark until it is grouped."""

import sqlite3
from dataclasses import replace

import pytest

from dragoman.errors import RecordError, UnknownName
from dragoman.model.text import Span
from dragoman.record import Outcome, Record, Run
from tests import make


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "r.db") as record:
        yield record


def grouped(record, *, maker="g1", findings=(), **derived):
    snapshot = record.snapshot()
    grouping = make.grouping(*snapshot.articles, reports=snapshot.reports, **derived)
    record.replace(grouping, findings, mark=snapshot.mark, maker=maker)


def test_what_is_added_is_held(record):
    article = make.article()
    coded = make.coded(article, make.event(of=article), make.step(of=article))
    assert record.add(article, coded, maker="m1")
    assert record.articles() == (article,)
    assert record.reports() == coded.reports
    assert [a.id for a in record.actors()] == ["NAR", "OST"]
    assert record.article(article.id) == article


def test_adding_again_changes_nothing(record):
    article = make.article()
    record.add(article, make.coded(article), maker="m1")
    grouped(record)
    assert not record.add(article, make.coded(article), maker="m1")
    assert not record.stale()


def test_another_maker_reads_anew(record):
    article = make.article()
    record.add(article, make.coded(article, make.event(of=article)), maker="m1")
    newer = make.coded(article, make.step(of=article))
    assert record.add(article, newer, maker="m2")
    assert record.reports() == newer.reports
    assert record.stale()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["one way", "the other"])
@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        pytest.param({"file": "a.txt"}, {"file": "b.txt"}, "a.txt", id="of two equal copies the first by name"),
        pytest.param(
            {"file": "a.txt", "published": make.stamp("2024-01-01")},
            {"file": "b.txt", "published": make.stamp("2024-01-02")},
            "b.txt",
            id="of two states of one page the later",
        ),
    ],
)
def test_which_copy_is_kept_does_not_depend_on_order(record, order, one, other, kept):
    copies = [make.article(**one), make.article(**other)]
    for index in order:
        record.add(copies[index], make.coded(copies[index]), maker="m1")
    assert [article.file for article in record.articles()] == [kept]


def test_an_article_is_added_whole_or_not_at_all(record):
    article = make.article()
    twice = make.event(of=article)
    with pytest.raises(sqlite3.IntegrityError):
        record.add(article, make.coded(article, twice, twice), maker="m1")
    assert record.articles() == () == record.reports()
    assert not record.stale()


def test_a_cut_between_adding_and_grouping_leaves_a_mark(tmp_path):
    path = tmp_path / "r.db"
    record = Record.open(path)
    article = make.article()
    record.add(article, make.coded(article), maker="m1")
    record.close()  # the run ends here, before anything is grouped
    with Record.open(path) as again:
        assert again.stale()
        grouped(again)
        assert not again.stale()


def test_what_is_added_while_grouping_stays_marked(record):
    record.add(make.article(), make.coded(), maker="m1")
    snapshot = record.snapshot()
    late = make.article("Another text")
    record.add(late, make.coded(late), maker="m1")
    record.replace(make.grouping(*snapshot.articles), (), mark=snapshot.mark, maker="g1")
    assert record.stale()


def test_an_older_grouping_does_not_replace_a_newer(record):
    record.add(make.article(), make.coded(), maker="m1")
    old = record.snapshot()
    late = make.article("Another text")
    record.add(late, make.coded(late), maker="m1")
    grouped(record, events=(make.derived_event(id="new"),))
    record.replace(make.grouping(events=(make.derived_event(id="old"),)), (), mark=old.mark, maker="g1")
    assert [event.id for event in record.events()] == ["new"]


def test_another_grouper_makes_it_stale(record):
    record.add(make.article(), make.coded(), maker="m1")
    grouped(record, maker="g1")
    assert not record.stale(maker="g1")
    assert record.stale(maker="g2")
    assert not record.stale()


def test_a_story_dates_an_article_and_what_was_read_is_kept(record):
    article = make.article(published=make.stamp(None))
    event = make.event(of=article, when=None)
    record.add(article, make.coded(article, event), maker="m1")
    snapshot = record.snapshot()
    dated = replace(article, published=replace(make.stamp("2024-03-05"), basis="story"))
    told = replace(event, when=make.when("2024-03-04", basis="story"))
    record.replace(make.grouping(dated, reports=(told,)), (), mark=snapshot.mark, maker="g1")
    assert (record.articles(), record.reports()) == ((dated,), (told,))
    again = record.snapshot()
    assert (again.articles, again.reports) == ((article,), (event,))
    grouped(record)  # the story is gone, and its date with it
    assert (record.articles(), record.reports()) == ((article,), (event,))


def test_grouping_again_writes_nothing(record):
    article = make.article()
    record.add(article, make.coded(article), maker="m1")
    event = make.derived_event(make.event(of=article))
    grouped(record, events=(event,))
    before = record._db.total_changes
    grouped(record, events=(event,))
    assert record._db.total_changes == before


def test_all_tables_are_held(record):
    article = make.article()
    record.add(article, make.coded(article), maker="m1")
    grouped(
        record,
        findings=(make.finding(article),),
        events=(make.derived_event(),),
        agreements=(make.agreement(),),
        votes=(make.derived_vote(),),
        relations=(make.relation(),),
        statements=(make.derived_statement(),),
        stories=(make.story(article),),
    )
    assert record.events() == (make.derived_event(),)
    assert record.agreements() == (make.agreement(),)
    assert record.votes() == (make.derived_vote(),)
    assert record.relations() == (make.relation(),)
    assert record.statements() == (make.derived_statement(),)
    assert record.stories() == (make.story(article),)
    assert record.findings() == (make.finding(article),)
    assert tuple(record.table("events")) == record.events()
    assert record.counts()["actors"] == 2


def test_former_ids_stay_valid(record):
    one, other = make.event(), make.event("CONSULT")
    record.add(make.article(), make.coded(), maker="m1")
    grouped(record, events=(make.derived_event(one, id="e-old"),))
    grouped(record, events=(make.derived_event(one, other, id="e-new"),))
    assert record.find("e-old")[1].id == "e-new"
    grouped(record, events=(make.derived_event(one, other, id="e-newest"),))
    assert record.find("e-old")[1].id == record.find("e-new")[1].id == "e-newest"
    assert record.current("e-newest") == "e-newest"


def test_an_id_that_comes_back_is_no_alias(record):
    one = make.event()
    record.add(make.article(), make.coded(), maker="m1")
    for id in ("e1", "e2", "e1"):
        grouped(record, events=(make.derived_event(one, id=id),))
    assert record.find("e1")[1].id == "e1"
    assert record.find("e2")[1].id == "e1"


def test_aliases_of_an_actor_are_put_together(record):
    for text, alias in (("One text", "Narvia"), ("Another text", "the Narvians")):
        article = make.article(text)
        record.add(article, make.coded(article, actors=(make.actor(aliases=(alias,)),)), maker="m1")
    assert record.actors() == (make.actor(aliases=("Narvia", "the Narvians")),)
    assert record.find("NAR") == ("actors", record.actors()[0])


def test_an_unknown_id_is_told(record):
    with pytest.raises(UnknownName, match=r"r\.db: nothing here has the id 'x'"):
        record.find("x")


def test_an_unknown_table_is_told(record):
    with pytest.raises(UnknownName, match="no table called 'x'; known: articles, actors"):
        list(record.rows("x"))


def test_outcomes_are_known_by_name_content_and_maker(record):
    record.fail("a.txt", "a.txt: empty", maker="m1", sha256="00")
    assert record.outcome("a.txt", "00", maker="m1") == Outcome("a.txt", "00", "failed", None, "a.txt: empty")
    assert record.outcome("a.txt", "01", maker="m1") is None
    assert record.outcome("a.txt", "00", maker="m2") is None


def test_a_failure_that_is_overtaken_is_forgotten(record):
    record.fail("a.txt", "a.txt: empty", maker="m1")
    record.note(Outcome("a.txt", "01", "unread", None, "not read: language fr"), maker="m1")
    assert [outcome.result for outcome in record.outcomes()] == ["unread"]


def test_runs_are_kept(record):
    run = Run("2024-01-01T00:00:00+00:00", "m1", 1, 0, 3, 2)
    record.log(run)
    assert record.runs() == (run,)


def test_the_sentence_of_a_span(record):
    article = make.article("One. Two. Three.")
    sentences = [Span(article.id, 0, 4), Span(article.id, 5, 9), Span(article.id, 10, 16)]
    record.add(article, make.coded(article), maker="m1", sentences=sentences)
    assert record.sentence(Span(article.id, 6, 7)) == sentences[1]
    assert record.sentence(Span(article.id, 3, 6)) == Span(article.id, 0, 9)
    assert record.sentence(Span("none", 3, 6)) == Span("none", 3, 6)


def test_a_writer_that_waits_too_long_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr("dragoman.record.file.BUSY_MS", 0)
    with Record.open(tmp_path / "r.db") as one, Record.open(tmp_path / "r.db") as other, one._writing():
        assert other.articles() == ()  # readers work
        with pytest.raises(RecordError, match="another process is writing"):
            other.fail("a.txt", "empty", maker="m1")
