"""Listings of the record's tables: a few columns for a person, all of them as JSON or CSV."""

import io
import json
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from datetime import datetime
from typing import Annotated, Any

import typer

import dragoman
from dragoman.cli import exits, screen
from dragoman.cli.opened import AsOf, RecordPath, opened

# what a person wants to see of each table, in this order
COLUMNS = {
    "articles": ("id", "outlet", "published", "title"),
    "actors": ("id", "name", "kind", "country", "sector"),
    "stories": ("id", "when", "title", "articles"),
    "agreements": ("id", "name", "parties", "term", "status"),
    "events": ("id", "when", "type", "stance", "actors", "recipients", "origins", "words"),
    "votes": ("id", "body", "when", "yes", "no", "abstain", "present", "arithmetic"),
    "relations": ("id", "kind", "from", "to", "object", "status"),
    "statements": ("id", "when", "speaker", "text"),
    "findings": ("id", "kind", "severity", "because"),
    "judgements": ("id", "verdict", "about", "subjects", "by", "note"),
}

# what stands for an object in a cell
SHORT = {"origins": "{low}-{high}", "arithmetic": "{verdict}", "status": "{party}: {act}"}


# what may be asked of each table, beside the record and the form
EVERY = ("since", "until", "story", "outlet", "actor", "between")
ASKED = {
    "articles": ("since", "until", "story", "outlet"),
    "actors": ("since", "until", "story", "outlet"),
    "stories": ("since", "until", "outlet"),
    "agreements": (*EVERY, "type", "sector"),
    "events": (*EVERY, "type", "stance"),
    "votes": EVERY,
    "relations": (*EVERY, "type"),
    "statements": (*EVERY, "speaker", "about"),
    "findings": (*EVERY, "type"),
    "judgements": (),
}


def command(table: str) -> Callable[..., int]:
    """Return the command that lists a table."""

    def asking(name: str, help: str, metavar: str = "TEXT") -> Any:
        return typer.Option(f"--{name}", help=help, metavar=metavar, hidden=name not in ASKED[table])

    def listing(
        record: RecordPath = None,
        as_of: AsOf = None,
        since: Annotated[str | None, asking("since", "On or after this day.", "DATE")] = None,
        until: Annotated[str | None, asking("until", "On or before this day.", "DATE")] = None,
        actor: Annotated[str | None, asking("actor", "With this actor: a state's code, an id, a name.")] = None,
        between: Annotated[tuple[str, str] | None, asking("between", "With these two actors.", "A B")] = None,
        story: Annotated[str | None, asking("story", "Of this story: its id, or the beginning of it.", "ID")] = None,
        outlet: Annotated[str | None, asking("outlet", "Told by an outlet with this in its name.")] = None,
        type: Annotated[str | None, asking("type", "Of this type, mode or kind.")] = None,
        stance: Annotated[str | None, asking("stance", "Held so: actual, planned, possible, alleged, …")] = None,
        sector: Annotated[str | None, asking("sector", "With a provision of this sector.")] = None,
        speaker: Annotated[str | None, asking("speaker", "Said by this actor.")] = None,
        about: Annotated[str | None, asking("about", "Said to or of this actor.")] = None,
        as_json: Annotated[bool, typer.Option("--json", help="Write JSON, an object a line.")] = False,
        as_csv: Annotated[bool, typer.Option("--csv", help="Write CSV with a header line.")] = False,
    ) -> int:
        wanted = dragoman.Wanted(
            since=_day("since", since), until=_day("until", until), actor=actor, between=between, story=story,
            outlet=outlet, type=type, stance=stance, sector=sector, speaker=speaker, about=about,
        )  # fmt: skip
        _offered(table, wanted)
        with opened(record, as_of) as held:
            lines = list(held.rows(table, wanted))
            rows = [] if as_json or as_csv else _shown(held, table, lines)
            if as_csv:
                held.write_csv(table, written := io.StringIO(), wanted)
                screen.say(written.getvalue().rstrip("\n"))
        if as_json:
            for line in lines:
                screen.say_json(line)
        elif not as_csv:
            columns = COLUMNS[table]
            screen.show_table(columns, [[cell(row, key) for key in columns] for row in rows])
        if not lines:
            asked = " that is as asked" if wanted.asks() else ""
            screen.complain(f"{held.path}: no {table} in it{asked}")
        return exits.OK if lines else exits.NOTHING

    return listing


def _day(name: str, day: str | None) -> str | None:
    """Return a day as ISO 8601 has it, "2025-05" and "2025" as their first or last day."""
    if day is None:
        return None
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        with suppress(ValueError):
            first = datetime.strptime(day, form).date()
            month = 12 if form == "%Y" else first.month
            last = first if form.endswith("d") else first.replace(month=month, day=monthrange(first.year, month)[1])
            return (first if name == "since" else last).isoformat()
    raise typer.BadParameter(f"{day!r} is no day; say 2025-05-21, 2025-05 or 2025", param_hint=f"--{name}")


def _offered(table: str, wanted: "dragoman.Wanted") -> None:
    for field in fields(wanted):
        if getattr(wanted, field.name) is not None and field.name not in ASKED[table]:
            others = ", ".join(t for t, names in ASKED.items() if field.name in names)
            raise typer.BadParameter(f"{table} are not asked for by it; {others} are", param_hint=f"--{field.name}")


def _shown(held: "dragoman.OpenRecord", table: str, lines: list[str]) -> list[dict[str, Any]]:
    """Return rows for a person; where a column has them, with the words that they were first read from."""
    rows = [json.loads(line) for line in lines]
    if "words" not in COLUMNS[table]:
        return rows
    words = {report.id: report.evidence[0].quote for report in held.reports if report.evidence}
    return [row | {"words": words.get(row["reports"][0])} for row in rows]


def cell(row: dict[str, Any], key: str) -> str:
    """Return a field as a person reads it."""
    value = row.get(key)
    items = value if isinstance(value, list) else [value]
    return ", ".join(_short(key, item) for item in items if item is not None)


def _short(key: str, value: object) -> str:
    if not isinstance(value, dict):
        return str(value)
    return SHORT[key].format(**value) if key in SHORT else str(value.get("edtf") or "")
