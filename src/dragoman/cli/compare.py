"""``dragoman compare``: what each outlet of a story says of each proposition."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from dragoman.cli import exits, screen
from dragoman.cli.opened import AsOf, RecordPath, opened


def command(
    story: Annotated[
        str | None,
        typer.Argument(
            help="The story: its id, the beginning of it, or the id of an article of it; the one told by most outlets "
            "when left out.",
            show_default=False,
        ),
    ] = None,
    record: RecordPath = None,
    as_of: AsOf = None,
    differences: Annotated[
        bool, typer.Option("--differences", "-d", help="Only what the outlets do not hold alike.")
    ] = False,
    sector: Annotated[str | None, typer.Option("--sector", help="Only provisions of this sector.")] = None,
    outlet: Annotated[
        list[str] | None, typer.Option("--outlet", help="Only this outlet; may be given several times.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, a proposition a line.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write CSV, a sentence a line, with a header.")] = False,
) -> int:
    """Set the accounts of a story side by side: who asserts, attributes, denies, differs or is silent."""
    with opened(record, as_of) as held:
        named = story or held.widest()
        if named is None:
            screen.complain(f"{held.path}: no stories in it; `dragoman read ARTICLES --record {held.path}` reads some")
            return exits.NOTHING
        grid = held.compare(named).filtered(differences=differences, sector=sector, outlets=outlet or ())
    if as_json:
        for proposition in grid.propositions:
            screen.say_json(json.dumps(asdict(proposition), ensure_ascii=False))
    else:
        screen.say((grid.csv() if as_csv else grid.text()).rstrip("\n"))
    if not grid.propositions:
        screen.complain("compare: nothing in this story is what was asked for")
    return exits.OK if grid.propositions else exits.NOTHING
