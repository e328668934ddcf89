"""A Parquet table of articles; the library that reads it is an extra."""

import io
from collections.abc import Iterator
from typing import Any

from dragoman.sources.bytes import whole
from dragoman.sources.columns import columns, rows
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source

_BATCH = 64  # rows held at once


@source("parquet")
class Parquet:
    """A Parquet table with a row an article; columns are found by name, and what was guessed is told."""

    suffixes: tuple[str, ...] = (".parquet", ".pq")

    def fits(self, head: bytes) -> Fit:
        """Say whether the file begins with the sign of such tables."""
        return 2 if head.startswith(b"PAR1") else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return a page a row, called by the file's name and the row's number."""
        try:
            import pyarrow.parquet
        except ImportError:
            yield Failure(file.name, "a Parquet table; `pip install 'dragoman[parquet]'` adds what reads it")
            return
        content = None if file.path is not None else whole(file, limit=terms.limits.packed)
        if isinstance(content, Failure):
            yield content
            return
        try:
            table = pyarrow.parquet.ParquetFile(file.path if content is None else io.BytesIO(content))
            yield from _pages(table, file.name, terms)
        except (pyarrow.ArrowException, OSError) as error:
            yield Failure(file.name, f"a broken Parquet table: {' '.join(str(error).split())[:120]}")


def _pages(table: Any, name: str, terms: Terms) -> Found:
    made = columns(name, table.schema_arrow.names, named=terms.columns)
    if isinstance(made, Failure):
        yield made
        return
    if made.guessed:
        yield Failure(name, made.told(), skipped=True)
    for number, row in enumerate(_rows(table, sorted(set(made.of.values()))), start=1):
        yield from rows(name, made, row, number=number)


def _rows(table: Any, chosen: list[str]) -> Iterator[dict[str, object]]:
    for batch in table.iter_batches(batch_size=_BATCH, columns=chosen):
        yield from batch.to_pylist()
