"""What the two event formats share: an event with its first report, its actors and the words that tell it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from dragoman.model.terms import EventType
from dragoman.ontology.codebook import EventEntry, load_codebook
from dragoman.record.codec import Plain
from dragoman.views.exports import Rows

Row = dict[str, Plain]


@dataclass(frozen=True)
class Told:
    """An event with all that a record of another format asks for."""

    event: Row
    report: Row  # the first of its reports
    article: Row  # which tells it
    actors: tuple[Row, ...]
    recipients: tuple[Row, ...]

    @property
    def entry(self) -> EventEntry:
        """The codebook's entry of its type."""
        return load_codebook().entry(cast(EventType, self.event["type"]))

    @property
    def mode(self) -> str | None:
        """Its mode, as the codebook names it."""
        mode = self.event["mode"]
        return None if mode is None else str(mode)

    @cached_property
    def text(self) -> str:
        """The words that tell it."""
        quotes = cast("list[Row]", self.report["evidence"])
        return str(quotes[0]["quote"]) if quotes else ""

    @property
    def latest(self) -> str | None:
        """The last day on which it can have happened; None where no time is told."""
        when = cast("Row | None", self.event["when"])
        found = None if when is None else when["latest"] or when["earliest"]
        return None if found is None else str(found)

    @property
    def place(self) -> Row | None:
        """The first place told."""
        where = cast("list[Row]", self.event["where"])
        return where[0] if where else None


def told(record: Rows) -> Iterator[Told]:
    """Yield every event of a record, by id."""
    known = {str(row["id"]): row for row in _rows(record, "actors")}
    reports = {str(row["id"]): row for row in _rows(record, "reports")}
    articles = {str(row["id"]): row for row in _rows(record, "articles")}
    for event in _rows(record, "events"):
        report = reports[str(cast("list[Plain]", event["reports"])[0])]
        actors, recipients = (_known(known, cast("list[Plain]", event[side])) for side in ("actors", "recipients"))
        yield Told(event, report, articles[str(report["article"])], actors, recipients)


def _rows(record: Rows, table: str) -> Iterator[Row]:
    return (cast(Row, json.loads(line)) for line in record.rows(table))


def _known(known: dict[str, Row], ids: list[Plain]) -> tuple[Row, ...]:
    """Return the rows of actors; one that the table lacks is known by its id alone."""
    return tuple(known.get(str(i), {"id": i, "name": i, "country": None, "sector": []}) for i in ids)
