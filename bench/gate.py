"""Measures the gate before the parse: ``bench/gate.py [--lost] [--write] [--every N]``.

Reads the news of ``$DRAGOMAN_DATA/news`` (default ``../shared/data/news``), once with every sentence parsed and once
gated, on one thread, and codes both. "parsed" is the share of sentences that passed the gate. Words a second are words
of running text by seconds of the process's own time for the whole reading. "lost" are the reports of the full parse
whose id the gated reading does not give; a report's id hangs on its words and its sources. --lost lists them with
the sentence, --every 4 takes every fourth article.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import places
from dragoman import articles, coding, ontology
from dragoman.errors import InputError
from dragoman.model.article import Article, Page
from dragoman.model.reading import Reading
from dragoman.model.report import Report

QUALITY = places.ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- gate: bench/gate.py --write -->", "<!-- end of gate -->"


@dataclass(frozen=True, slots=True)
class Lost:
    """A report that the gated reading does not give."""

    report: Report
    sentence: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What the gate saves and what it costs."""

    articles: int
    words: int
    sentences: int
    parsed: int
    reports: int
    seconds_all: float
    seconds_gated: float
    lost: tuple[Lost, ...]


def news(folder: Path, *, every: int = 1) -> Iterator[Article]:
    """Yield the articles of the files of news."""
    csv.field_size_limit(10_000_000)
    world = ontology.load()
    for file in sorted(folder.glob("*.csv.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as stream:
            rows = [row for n, row in enumerate(csv.DictReader(stream)) if n % every == 0]
        for n, row in enumerate(rows):
            content = json.dumps({**row, "outlet": "Wikinews", "language": "en"}).encode()
            try:
                yield articles.extract(Page(f"{file.name}#{n}", content, media_type="application/json"), ontology=world)
            except InputError:
                continue  # one of the texts is empty


def measured(found: Sequence[Article]) -> Measured:
    """Read and code the articles both ways."""
    whole, seconds_all = _read(found, gated=False)
    some, seconds_gated = _read(found, gated=True)
    told = [coding.code(a, r, ontology=ontology.load()).reports for a, r in zip(found, whole, strict=True)]
    lost: list[Lost] = []
    for article, reading, reports in zip(found, some, told, strict=True):
        kept = {r.id for r in coding.code(article, reading, ontology=ontology.load()).reports}
        lost += (Lost(r, _sentence(article, reading, r)) for r in reports if r.id not in kept)
    sentences = [s for r in some for s in r.sentences]
    return Measured(
        articles=len(found),
        words=sum(len(a.text[a.body :].split()) for a in found),
        sentences=len(sentences),
        parsed=sum(bool(s.tokens) for s in sentences),
        reports=sum(map(len, told)),
        seconds_all=seconds_all,
        seconds_gated=seconds_gated,
        lost=tuple(lost),
    )


def _read(found: Sequence[Article], *, gated: bool) -> tuple[list[Reading], float]:
    from dragoman.reading import read
    from dragoman.reading.engine import Engine

    engine, world = Engine.load(), ontology.load()
    read(found[0], ontology=world, engine=engine, gated=gated)  # tables are built on first use
    begun = time.process_time()
    readings = [read(a, ontology=world, engine=engine, gated=gated) for a in found]
    return readings, time.process_time() - begun


def _sentence(article: Article, reading: Reading, report: Report) -> str:
    start = min((e.span.start for e in report.evidence), default=0)
    return next((s.span.of(article.text) for s in reading.sentences if s.span.start <= start < s.span.end), "")


def table(one: Measured) -> Iterator[str]:
    """Yield the figures as a table."""
    yield "| what | figure |"
    yield "| --- | --- |"
    yield f"| articles, sentences | {one.articles:,}, {one.sentences:,} |"
    yield f"| sentences parsed | {100 * one.parsed / one.sentences:.1f} % |"
    yield f"| words a second, gated | {one.words / one.seconds_gated:,.0f} |"
    yield f"| words a second, all parsed | {one.words / one.seconds_all:,.0f} |"
    yield f"| reports, all parsed | {one.reports:,} |"
    yield f"| reports lost by the gate | {len(one.lost)} ({100 * len(one.lost) / max(1, one.reports):.2f} %) |"
    for kind, count in Counter(lost.report.kind for lost in one.lost).most_common():
        yield f"| … of kind {kind} | {count} |"


HEADING = """## The gate

`.venv/bin/python bench/gate.py` prints these (`--lost` lists the reports lost, `--write` renews this table), over the
articles of Wikinews of 2019 and 2020, on one thread. Speed depends on the machine; compare the two rows.
"""


def write(one: Measured, page: Path = QUALITY) -> None:
    """Put the table between its markers; a page without them gets a section at its end."""
    text = page.read_text(encoding="utf-8")
    block = "\n".join([BEGIN, "", *table(one), "", END])
    if BEGIN in text:
        before, _, rest = text.partition(BEGIN)
        text = f"{before}{block}{rest.partition(END)[2]}"
    else:
        text = f"{text.rstrip()}\n\n{HEADING}\n{block}\n"
    page.write_text(text, encoding="utf-8")


def main() -> int:
    options = _options()
    folder = places.data() / "news"
    if not folder.is_dir():
        print(f"gate.py: {folder}: not there, nothing measured; set DRAGOMAN_DATA", file=sys.stderr)
        return 0
    one = measured(list(news(folder, every=options.every)))
    print("\n".join(table(one)))
    if options.lost:
        print("\n".join(f"{lost.report.rule}\t{lost.sentence}" for lost in one.lost))
    if options.write:
        write(one)
    return 0


def _options() -> argparse.Namespace:
    head, _, rest = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        prog="gate.py", description=head, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lost", action="store_true", help="list the reports lost, with their sentences")
    parser.add_argument("--every", type=int, default=1, help="take every Nth article")
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
