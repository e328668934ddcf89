"""CSV for spreadsheets: one file for each table, a header line, lists and objects as JSON in their cells."""

import csv as format_csv
import json
import re
from pathlib import Path
from typing import TextIO

from dragoman.record.codec import Plain
from dragoman.record.rows import TABLES, columns
from dragoman.views.exports import Rows, export
from dragoman.views.exports._files import folder, written

# What a spreadsheet would take for a formula: a page may hold one, and it must not run.
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.]*$)")


@export("csv")
def csv(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write every table as CSV; for exact values take ``jsonl``, since a cell that looks like a formula is marked."""
    paths = tuple(folder(out) / f"{table}.csv" for table in TABLES)
    for table, path in zip(TABLES, paths, strict=True):
        with written(path) as file:
            write_table(record, table, file)
    return paths


def write_table(record: Rows, table: str, file: TextIO) -> None:
    """Write one table with its header line."""
    writer = format_csv.writer(file, lineterminator="\n")
    keys = columns(table)
    writer.writerow(keys)
    for line in record.rows(table):
        row = json.loads(line)
        writer.writerow([cell(row.get(key)) for key in keys])


def cell(value: Plain) -> str:
    """Return a value as a cell: nothing for null, text as it is, a formula behind an apostrophe, JSON for the rest."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return f"'{value}" if FORMULA.match(value) else value
