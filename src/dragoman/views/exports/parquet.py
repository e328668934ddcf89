"""Parquet for data frames and databases: one file for each table, in the schema of the JSON Lines."""

import json
from pathlib import Path

from dragoman.record.rows import TABLES
from dragoman.views.exports import Rows, export
from dragoman.views.exports._files import folder, whole
from dragoman.views.exports.arrow_schema import batches, library, schema


@export("parquet")
def parquet(record: Rows, out: Path) -> tuple[Path, ...]:
    """Write every table as Parquet; the same record gives the same bytes with the same pyarrow."""
    library()
    paths = tuple(folder(out) / f"{table}.parquet" for table in TABLES)
    for table, path in zip(TABLES, paths, strict=True):
        with whole(path) as partial:
            _write(record, table, partial)
    return paths


def _write(record: Rows, table: str, path: Path) -> None:
    from pyarrow.parquet import ParquetWriter

    with ParquetWriter(path, schema(table), compression="zstd", write_statistics=True) as writer:
        for batch in batches(table, map(json.loads, record.rows(table))):
            writer.write_batch(batch)
