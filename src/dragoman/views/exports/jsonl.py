"""JSON Lines: one file for each table, one object a line, sorted by id."""

from pathlib import Path

from dragoman.record.rows import TABLES
from dragoman.views.exports import Rows, export
from dragoman.views.exports._files import folder, written


@export("jsonl")
def jsonl(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write every table as JSON Lines; the same record gives the same bytes."""
    paths = tuple(folder(out) / f"{table}.jsonl" for table in TABLES)
    for table, path in zip(TABLES, paths, strict=True):
        with written(path) as file:
            file.writelines(f"{row}\n" for row in record.rows(table))
    return paths
