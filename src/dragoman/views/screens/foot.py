"""The foot of every page: what was not read, so that nobody takes silence for absence."""

from dataclasses import dataclass

from dragoman.record import Record


@dataclass(frozen=True, slots=True)
class Foot:
    """How much was read and how much was not."""

    record: str  # the file's name, without the way to it
    articles: int
    unread: int  # kept, in a language that is not read
    skipped: int  # no kind of page
    failed: int
    waiting: int  # read, and in no story yet


def foot(record: Record) -> Foot:
    """Return the foot of a record."""
    results = record.results()
    return Foot(
        record=record.path.name,
        articles=record.size("articles"),
        unread=results.get("unread", 0),
        skipped=results.get("skipped", 0),
        failed=results.get("failed", 0),
        waiting=record.waiting(),
    )
