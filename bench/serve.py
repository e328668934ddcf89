"""How soon the pages of a large record answer, and how much they weigh.

The record is made of the example articles, copied until there are so many, each copy under ids and a day of its own.

    python bench/serve.py --articles 100000 --record /tmp/large.db
"""

import argparse
import hashlib
import re
import sqlite3
import statistics
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import dragoman
from dragoman.web.beside import beside
from dragoman.web.options import Options

ID = re.compile(r"\b[0-9a-f]{16}\b")
DERIVED = ("events", "agreements", "votes", "relations", "statements", "assessments", "stories", "findings")
FIRST = date(2015, 1, 1)
SAMPLE = 20  # of each kind of page


def main() -> int:
    """Make the record where there is none, ask for pages, and print how it went."""
    parser = argparse.ArgumentParser(prog="bench/serve.py", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--record", type=Path, default=Path("large.db"))
    asked = parser.parse_args()
    if not asked.record.exists():
        make(asked.record, asked.articles)
    for line in measured(asked.record):
        sys.stdout.write(line + "\n")
    return 0


def make(path: Path, articles: int) -> None:
    """Make a record of so many articles."""
    seed = path.with_suffix(".seed")
    with dragoman.open(seed) as held:
        held.read(dragoman.examples())
        copies = articles // len(held.articles)
    with closing(sqlite3.connect(seed)) as database:
        rows = {
            name: database.execute(f"select * from {name}").fetchall() for name in ("articles", "reports", "actors")
        }
        rows |= {name: database.execute(f"select * from {name}").fetchall() for name in DERIVED}
    dragoman.open(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma synchronous = off")
        for number in range(copies):
            _copy(database, rows, number)
            if number % 200 == 0:
                database.commit()
        database.commit()
    seed.unlink()


def _copy(database: sqlite3.Connection, rows: dict[str, list[tuple[object, ...]]], number: int) -> None:
    """Put in one copy of everything, under ids and a day of its own."""
    day = (FIRST + timedelta(days=number % 4000)).isoformat()
    for table, held in rows.items():
        marks = ", ".join("?" * len(held[0])) if held else ""
        for row in held:
            renamed = [_renamed(value, number) for value in row]
            if table == "articles":
                renamed[2] = day
            database.execute(f"insert into {table} values ({marks})", renamed)


def _renamed(value: object, number: int) -> object:
    if not isinstance(value, str):
        return value
    return ID.sub(lambda found: hashlib.sha256(f"{found[0]} {number}".encode()).hexdigest()[:16], value)


def measured(path: Path) -> Iterator[str]:
    """Yield, for each kind of page, how soon it answered and how much it weighed."""
    yield f"{'page':<12} {'median ms':>9} {'p95 ms':>8} {'kB':>6}"
    with beside(Options(path)) as where:
        for kind, addresses in _addresses(path).items():
            times, weights = zip(*(_asked(where + address) for address in addresses), strict=True)
            p95 = sorted(times)[max(0, round(0.95 * len(times)) - 1)]
            yield f"{kind:<12} {statistics.median(times):>9.0f} {p95:>8.0f} {max(weights) / 1000:>6.0f}"


def _asked(address: str) -> tuple[float, int]:
    start = time.perf_counter()
    with urllib.request.urlopen(address) as answer:
        first = answer.read(1)
        took = 1000 * (time.perf_counter() - start)
        return took, len(first) + len(answer.read())


def _addresses(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as database:

        def some(table: str) -> list[str]:
            return [id for (id,) in database.execute(f"select id from {table} order by id limit {SAMPLE}")]

        return {
            "today": [
                "/",
                *(f"/?page={n}" for n in range(2, 10)),
                "/?actor=IRN",
                "/?sector=military",
                "/?since=2020-01-01",
            ],
            "story": [f"/story/{id}" for id in some("stories")],
            "compare": [f"/story/{id}/compare" for id in some("stories")],
            "article": [f"/article/{id}" for id in some("articles")],
            "agreements": ["/agreements", "/agreements?page=2"],
            "agreement": [f"/agreement/{id}" for id in some("agreements")],
            "actors": ["/actors", "/actors?kind=state"],
            "actor": ["/actor/IRN", "/actor/EST", f"/actor/{quote('URY/legislature/senate')}"],
            "dyad": ["/dyad?one=IRN&other=RUS", "/dyad?one=LVA&other=BLR"],
            "findings": ["/findings", "/findings?kind=differs", "/findings?page=3"],
            "search": ["/search?q=treaty", "/search?q=%22naval+exercises%22", "/search?q=title:Uruguay+-Senate"],
            "sources": ["/sources"],
            "explain": [f"/explain/{id}" for id in some("findings")],
        }


if __name__ == "__main__":
    sys.exit(main())
