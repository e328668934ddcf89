"""Listings of the record's tables: a few columns for a person, all of them as JSON or CSV."""

import io
import json
from collections.abc import Callable
from typing import Annotated, Any

import typer

from dragoman.cli import exits, screen
from dragoman.cli.opened import AsOf, RecordPath, opened

# what a person wants to see of each table, in this order
COLUMNS = {
    "articles": ("id", "outlet", "published", "title"),
    "stories": ("id", "when", "title", "articles"),
    "agreements": ("id", "name", "parties", "term", "status"),
    "events": ("id", "when", "type", "stance", "actors", "recipients", "origins"),
    "votes": ("id", "body", "when", "yes", "no", "abstain", "present", "arithmetic"),
    "relations": ("id", "kind", "from", "to", "object", "status"),
    "statements": ("id", "when", "speaker", "text"),
    "findings": ("id", "kind", "severity", "because"),
    "judgements": ("id", "verdict", "about", "subjects", "by", "note"),
}

# what stands for an object in a cell
SHORT = {"origins": "{low}-{high}", "arithmetic": "{verdict}", "status": "{party}: {act}"}


def command(table: str) -> Callable[..., int]:
    """Return the command that lists a table."""

    def listing(
        record: RecordPath = None,
        as_of: AsOf = None,
        as_json: Annotated[bool, typer.Option("--json", help="Write JSON, an object a line.")] = False,
        as_csv: Annotated[bool, typer.Option("--csv", help="Write CSV with a header line.")] = False,
    ) -> int:
        with opened(record, as_of) as held:
            lines = list(held.rows(table))
            if as_csv:
                held.write_csv(table, written := io.StringIO())
                screen.say(written.getvalue().rstrip("\n"))
        if as_json:
            for line in lines:
                screen.say_json(line)
        elif not as_csv:
            columns = COLUMNS[table]
            screen.show_table(columns, [[cell(row, key) for key in columns] for row in map(json.loads, lines)])
        if not lines:
            screen.complain(f"{held.path}: no {table} in it")
        return exits.OK if lines else exits.NOTHING

    return listing


def cell(row: dict[str, Any], key: str) -> str:
    """Return a field as a person reads it."""
    value = row.get(key)
    items = value if isinstance(value, list) else [value]
    return ", ".join(_short(key, item) for item in items if item is not None)


def _short(key: str, value: object) -> str:
    if not isinstance(value, dict):
        return str(value)
    return SHORT[key].format(**value) if key in SHORT else str(value.get("edtf") or "")
