"""What is new is told apart from what was known, and a claim's ledger says who holds it since when."""

import csv
import io

import pytest

import dragoman
from dragoman.errors import UnknownName

DAYS = {
    "2025-07-21": (
        "The Courier",
        "Ukraine accuses Iran of sending drones to Russia",
        "Ukraine on Monday accused Iran of supplying drones to Russia. "
        '"We will answer every drone in kind and without delay," Ukrainian Foreign Minister Andrii Sybiha said.',
    ),
    "2025-07-22": (
        "The Beacon Post",
        "Ukraine accuses Iran over drones for Russia",
        "Ukraine on Monday accused Iran of supplying drones to Russia. "
        '"We will answer every drone in kind," Ukrainian Foreign Minister Andrii Sybiha said.',
    ),
    "2025-07-23": (
        "The Signal Times",
        "Iran denies sending drones to Russia",
        "Ukraine on Monday accused Iran of supplying drones to Russia. Iran on Wednesday denied that it had supplied "
        "drones to Russia.",
    ),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    for day, (outlet, title, text) in DAYS.items():
        (folder / f"{day}.txt").write_text(f"{outlet}\n\n{title}\n\n{day}\n\n{text}")
    with dragoman.open(folder / "r.db") as record:
        record.read(folder)
        yield record


def supply(record):
    """The event of the supply that Ukraine alleges."""
    return next(e for e in record.events if e.type == "AID")


@pytest.mark.parametrize(
    ("day", "articles"),
    [
        pytest.param("2025-07-20", 0, id="before all"),
        pytest.param("2025-07-21", 1, id="the first day holds what appeared on it"),
        pytest.param("2025-07-30", 3, id="after all"),
    ],
)
def test_as_of_a_day_holds_what_had_appeared(record, day, articles):
    with record.as_of(day) as then:
        assert len(then.articles) == articles
    assert len(record.articles) == 3


def test_as_of_knows_nothing_of_a_later_denial(record):
    with record.as_of("2025-07-22") as then:
        assert supply(then).stance == "alleged"
        assert not any(f.kind == "denied" for f in then.findings)
    assert any(f.kind == "denied" for f in record.findings)


def test_changes_tell_the_new_from_the_known(record):
    (story,) = record.changes("2025-07-23").stories
    assert (story.new, story.outlets) == (False, ("The Signal Times",))
    assert story.told_again
    whats = {c.what for c in story.changes}
    assert {"new", "changed", "disputed"} <= whats
    changed = next(c for c in story.changes if c.id == supply(record).id)
    assert changed.differences[0].field == "how it holds"
    assert all(c.cites for c in story.changes)


def test_what_is_told_again_is_not_new(record):
    with record.as_of("2025-07-22") as then:
        (story,) = then.changes("2025-07-22").stories
    assert story.outlets == ("The Beacon Post",)
    assert not any(c.kind == "event" for c in story.changes if c.what == "new")


def test_nothing_new_is_said(record):
    found = record.changes("2025-07-24")
    assert (found.stories, found.quiet) == ((), 1)
    assert "Nothing new in 1 other story" in found.text()


def test_all_is_new_by_the_day_of_reading(record):
    (story,) = record.changes("2025-07-24", read=True).stories
    assert story.new


def test_a_day_must_be_one(record):
    with pytest.raises(UnknownName, match="no day called 'yesterday'"):
        record.changes("yesterday")


def test_changes_as_csv_have_the_sentences(record):
    rows = list(csv.DictReader(io.StringIO(record.changes("2025-07-23").csv())))
    assert {"new", "changed"} <= {row["what"] for row in rows}
    assert all(row["sentences"] for row in rows)


def test_a_ledger_tells_who_holds_it_and_since_when(record):
    (held,) = record.ledger(supply(record).id).claims
    holders = {(h.actor, h.how): h for h in held.holders}
    accuser = holders["UKR", "alleges"]
    assert (accuser.since, accuser.last) == ("2025-07-21", "2025-07-23")
    assert holders["IRN", "denies"].since == "2025-07-23"
    assert (held.since, held.read is not None) == ("2025-07-21", True)
    assert "Iran on Wednesday denied" in record.ledger(held.id).text()


def test_a_report_names_its_claim(record):
    event = supply(record)
    assert record.ledger(event.reports[0]).claims[0].id == event.id


def test_a_quotation_has_all_its_wordings(record):
    said = next(s for s in record.statements if "every drone" in s.text and len(s.reports) == 2)
    full, cut = record.ledger(said.id).claims[0].wordings
    assert (full.first, full.dropped) == ("The Courier", ())
    assert (cut.first, cut.dropped, cut.other) == ("The Beacon Post", ("and", "without", "delay"), ())


def test_a_story_has_the_ledgers_of_its_claims(record):
    found = record.ledgers(record.stories[0].id)
    assert supply(record).id in {one.id for one in found.claims}
    rows = list(csv.DictReader(io.StringIO(found.csv())))
    assert {row["how"] for row in rows} >= {"alleges", "denies"}


def test_what_is_no_claim_has_no_ledger(record):
    with pytest.raises(UnknownName, match="is no claim"):
        record.ledger(record.articles[0].id)
