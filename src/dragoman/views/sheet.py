"""What the views have in common when they become text: wrapped lines, cited sentences, rows of CSV."""

import csv as format_csv
import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from dragoman.views.citing import Citation
from dragoman.views.exports.csv import cell

WIDTH = 100


def wrapped(first: str, words: str, rest: str) -> list[str]:
    """Return words on lines of at most ``WIDTH``, behind what begins the first line and what begins the others."""
    flat = " ".join(words.split())
    return textwrap.wrap(flat, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False) or [
        first.rstrip()
    ]


def cited(citations: Sequence[Citation]) -> Iterator[str]:
    """Yield the sentences that numbers stand for, as printed, each with its place."""
    if citations:
        yield ""
        yield "  The sentences, as printed"
    for one in citations:
        where = f"{one.outlet}, {one.file or 'article'}:{one.start}–{one.end}"
        yield from wrapped(f"  [{one.number}] ", one.sentence, "      ")
        yield f"      — {where} · explain {one.report}"


def sheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV with a header line."""
    written = io.StringIO()
    writer = format_csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return written.getvalue()
