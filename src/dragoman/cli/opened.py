"""Opening a record to look at it, as it is or as it could have been on a day."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import dragoman

if TYPE_CHECKING:
    from dragoman import OpenRecord

RECORD_HELP = "The record's file; else the settings' (DRAGOMAN_RECORD, dragoman.toml), or dragoman.db."

RecordPath = Annotated[Path | None, typer.Option("--record", "-r", readable=False, help=RECORD_HELP)]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="As it could be known by the end of this day.")
]


@contextmanager
def opened(record: Path | None, as_of: str | None = None) -> Iterator["OpenRecord"]:
    """Give the record in a file; of a day, what had been published by then."""
    with dragoman.open(record, create=False) as held:
        if as_of is None:
            yield held
        else:
            with held.as_of(as_of) as then:
                yield then
