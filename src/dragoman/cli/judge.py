"""``dragoman judge``: what a person decides is kept, and holds whatever is read later."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import dragoman
from dragoman.cli import exits, screen
from dragoman.cli.opened import RecordPath

if TYPE_CHECKING:
    from dragoman.model.finding import Judgement

app = typer.Typer(help="Keep what a person decided: it is an input like any article.", rich_markup_mode=None)

Ids = Annotated[list[str], typer.Argument(metavar="ID…", help="What it is about.", show_default=False)]
Id = Annotated[str, typer.Argument(metavar="ID", help="What it is about.", show_default=False)]
By = Annotated[str, typer.Option("--by", help="Who decides.")]
Note = Annotated[str | None, typer.Option("--note", help="Why.")]


def _told(made: "tuple[Judgement, ...]") -> int:
    for judgement in made:
        screen.say_json(json.dumps(asdict(judgement), ensure_ascii=False))
    return exits.OK


@app.command()
def merge(ids: Ids, record: RecordPath = None, by: By = "", note: Note = None) -> int:
    """Say that these belong together: stories or their articles, rows of one table, or actors that are one person.

    Of actors the first id stays.
    """
    with dragoman.open(record, create=False) as held:
        return _told((held.merge(*ids, by=by, note=note),))


@app.command()
def split(
    ids: Ids,
    record: RecordPath = None,
    row: Annotated[str | None, typer.Option("--from", metavar="ROW", help="The row they leave.")] = None,
    by: By = "",
    note: Note = None,
) -> int:
    """Say that these articles do not belong to their story, or these reports not to their row."""
    with dragoman.open(record, create=False) as held:
        return _told(held.split(*ids, row=row, by=by, note=note))


def _verdict(verdict: str, words: str) -> None:
    def command(id: Id, record: RecordPath = None, by: By = "", note: Note = None) -> int:
        with dragoman.open(record, create=False) as held:
            return _told((held.judge(verdict, id, by=by, note=note),))

    app.command(verdict, help=words)(command)


_verdict("wrong", "Say that this is wrong: it stays in the record, and nothing is derived from it.")
_verdict("checked", "Say that this was checked.")
_verdict("noted", "Keep a note about this.")


@app.command()
def undo(id: Id, record: RecordPath = None) -> None:
    """Forget a judgement."""
    with dragoman.open(record, create=False) as held:
        held.undo(id)
    screen.tell(f"{id}: undone")


@app.command()
def load(
    file: Annotated[Path, typer.Argument(help="judgements.jsonl, as `dragoman export` writes it.", show_default=False)],
    record: RecordPath = None,
) -> int:
    """Keep judgements made on another record."""
    with dragoman.open(record, create=False) as held:
        taken = held.take(file)
    screen.tell(f"{file}: {taken} judgements taken")
    return exits.OK
