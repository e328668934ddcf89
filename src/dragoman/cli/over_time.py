"""``dragoman changes`` and ``dragoman ledger``: what is told when, and by whom."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from dragoman.cli import exits, screen
from dragoman.cli.opened import AsOf, RecordPath, opened

AsCsv = Annotated[bool, typer.Option("--csv", help="Write CSV with a header line.")]


def changes(
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="What was published from this day on is new.")],
    record: RecordPath = None,
    as_of: AsOf = None,
    read: Annotated[bool, typer.Option("--read", help="Count from the day of reading, not of publication.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, a story a line.")] = False,
    as_csv: AsCsv = False,
) -> int:
    """Show what is new, changed, corrected or disputed since a day, apart from what was known."""
    with opened(record, as_of) as held:
        found = held.changes(since, read=read)
    if as_json:
        for story in found.stories:
            screen.say_json(json.dumps(asdict(story), ensure_ascii=False))
    else:
        screen.say((found.csv() if as_csv else found.text()).rstrip("\n"))
    if not found.stories:
        screen.complain(f"changes: nothing new since {since}")
    return exits.OK if found.stories else exits.NOTHING


def ledger(
    id: Annotated[
        str | None, typer.Argument(help="Of a step, vote, event, statement, … or of a report that tells it.")
    ] = None,
    story: Annotated[
        str | None, typer.Option("--story", help="All claims of this story: its id, or the beginning of it.")
    ] = None,
    record: RecordPath = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, a claim a line.")] = False,
    as_csv: AsCsv = False,
) -> int:
    """Show who asserts, alleges or denies a claim, since when, last when, and in which words."""
    if (id is None) == (story is None):
        raise typer.BadParameter("name either a claim or, with --story, a story")
    with opened(record, as_of) as held:
        found = held.ledger(id) if id is not None else held.ledgers(story)
    if as_json:
        for one in found.claims:
            screen.say_json(json.dumps(asdict(one), ensure_ascii=False))
    else:
        screen.say((found.csv() if as_csv else found.text()).rstrip("\n"))
    return exits.OK if found.claims else exits.NOTHING
