"""CSV for spreadsheets: one file for each table, a header line, lists and objects as JSON in their cells."""

import csv as format_csv
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from dragoman.record.codec import Plain
from dragoman.record.rows import TABLES, columns
from dragoman.views.exports import Rows, export
from dragoman.views.exports._files import folder, written

# What a spreadsheet would take for a formula: a page may hold one, and it must not run.
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.]*$)")
# What a terminal that shows the file would act on: control characters, but for tabs and line feeds
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@export("csv")
def csv(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write every table as CSV; for exact values take ``jsonl``: formulas are marked, control characters shown."""
    paths = tuple(folder(out) / f"{table}.csv" for table in TABLES)
    for table, path in zip(TABLES, paths, strict=True):
        with written(path) as file:
            write_table(record, table, file)
    return paths


def write_table(record: Rows, table: str, file: TextIO) -> None:
    """Write one table with its header line."""
    write_rows(record.rows(table), table, file)


def write_rows(lines: Iterable[str], table: str, file: TextIO) -> None:
    """Write rows of a table, given as lines of JSON, with its header line."""
    writer = format_csv.writer(file, lineterminator="\n")
    keys = columns(table)
    writer.writerow(keys)
    for line in lines:
        row = json.loads(line)
        writer.writerow([cell(row.get(key)) for key in keys])


def cell(value: Plain) -> str:
    """Return a value as a cell: nothing for null, text as it is, a formula behind an apostrophe, JSON for the rest."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    marked = f"'{text}" if isinstance(value, str) and FORMULA.match(text) else text
    return CONTROL.sub(_visible, marked)


def _visible(found: re.Match[str]) -> str:
    """Return the picture of a control character: an escape is ␛."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
