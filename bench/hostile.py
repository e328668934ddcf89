"""Seconds that hostile pages of 100 kB take to read, code and group: ``bench/hostile.py [--kilobytes N] [SHAPE …]``.

Each shape is one construct, repeated; the shapes are ``bench.hostile.SHAPES``. Seconds are of the process's own time.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from dragoman.model.article import UNDATED, Article
from dragoman.model.text import Span

STATES = ("Chad", "Peru", "Norway", "Kenya", "Oman", "Chile", "Niger", "Qatar", "Libya", "Mali")


def _state(n: int) -> str:
    return STATES[n % len(STATES)]


def _name(n: int) -> str:
    return f"{'ABCDEFGHIJ'[n % 10]}{'aeiou'[n // 10 % 5]}{'lmnrst'[n // 50 % 6]}o{'aeiou'[n // 300 % 5]}n"


# each makes the nth piece of a page
SHAPES: dict[str, Callable[[int], str]] = {
    "said within said": lambda n: f"{_state(n)} said {_state(n + 1)} said ",
    "one sentence a state": lambda n: f"{_state(n)} accused {_state(n + 1)} of arming rebels in {_state(n + 2)}.\n\n",
    "meetings": lambda n: f"The foreign minister of {_state(n)} met the president of {_state(n + 3)} on Monday. ",
    "names": lambda n: f"President {_name(n)} {_name(n * 7 + 3)} of {_state(n)} met {_name(n + 5)} {_name(n + 9)}. ",
    "dates": lambda n: f"{n % 28 + 1} May {1950 + n % 70}, ",
    "dated steps": lambda n: f"{_state(n)} signed the pact with {_state(n + 1)} on {n % 28 + 1} May {1950 + n % 70}.\n",
    "quotes": lambda n: f"“We will sign the treaty {n}”, the minister of {_state(n)} said. ",
    "nested quotes": lambda n: "“‘He said “",
    "and": lambda n: f"{_state(n)} and ",
    "votes": lambda n: f"The parliament of {_state(n)} ratified the treaty by {n % 300} votes to {n % 50}.\n",
    "both": lambda n: f"{_state(n)} and {_state(n + 1)} met. Both countries signed a treaty. The treaty bans mines. ",
    "it": lambda n: "The treaty bans mines. It forbids bases. It permits visits. ",
    "the ministry": lambda n: f"The defence ministry of {_state(n)} denied the claim. The ministry said it was false. ",
    "allies": lambda n: f"{_state(n)}, an ally of {_state(n + 1)} and a member of NATO, supplies arms to Kenya. ",
    "capitals": lambda n: f"{_state(n).upper()} ACCUSES {_state(n + 1).upper()} OF ARMING REBELS. ",
    "table": lambda n: f"{_state(n)} | {n} | {n * 3}.5% | $ {n} million\n",
    "list": lambda n: f"• {_state(n)}: {n} soldiers\n",
    "one long word": lambda n: "abcdefghij",
    "one long sentence": lambda n: "the minister of the state which the envoy of the king saw ",
    "brackets": lambda n: "((([[",
    "marks": lambda n: "\u200b\u202e\u200f.\u2066,\u200d",
    "digits": lambda n: "1,234,",
    "dots": lambda n: ". . . U.S. ",
    "other scripts": lambda n: "Министр встретился с президентом. 部長は会談した。 التقى الوزير بالرئيس. ",
    "noise": lambda n: f"l{n}n the m1n|st3r 0f {_state(n)} s@id th@t; ",
}


def page(shape: str, *, size: int) -> str:
    """Return a page of one shape, of ``size`` characters."""
    make, pieces, length = SHAPES[shape], [], 0
    for n in count():
        pieces.append(make(n))
        length += len(pieces[-1])
        if length >= size:
            return "".join(pieces)[:size]
    raise AssertionError


def article(text: str) -> Article:
    """Return a text as an article, a paragraph a line."""
    key = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Span(key[:16], at, at + len(line)))
        at += len(line) + 1
    return Article(
        id=key[:16], outlet=None, url=None, title=None, byline=(), published=UNDATED, modified=None, language="en",
        sha256=key, file=None, text=text, paragraphs=tuple(paragraphs),
    )  # fmt: skip


def timed(shape: str, *, size: int) -> Iterator[tuple[str, float, int]]:
    """Yield the stages that a page goes through, with their seconds and how much they give."""
    from dragoman import coding, ontology, stories
    from dragoman.reading import read
    from dragoman.reading.engine import Engine

    engine, world = Engine.load(), ontology.load()
    one = article(page(shape, size=size))
    begun = time.process_time()
    seen = read(one, ontology=world, engine=engine)
    yield "read", time.process_time() - begun, sum(bool(s.tokens) for s in seen.sentences)
    begun = time.process_time()
    coded = coding.code(one, seen, ontology=world)
    yield "code", time.process_time() - begun, len(coded.reports)
    begun = time.process_time()
    grouping = stories.group([one], list(coded.reports), ontology=world)
    yield "group", time.process_time() - begun, len(grouping.stories)


def main() -> int:
    parser = argparse.ArgumentParser(prog="hostile.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shapes", nargs="*", help="which shapes; all when left out")
    parser.add_argument("--kilobytes", type=int, default=100)
    options = parser.parse_args()
    list(islice(timed("and", size=100), 3))  # tables are built on first use
    print(f"{'shape':<24}{'read':>8}{'code':>8}{'group':>8}{'parsed':>8}{'reports':>9}")
    for shape in options.shapes or SHAPES:
        (_, read, parsed), (_, code, reports), (_, group, _) = timed(shape, size=1000 * options.kilobytes)
        print(f"{shape:<24}{read:>8.1f}{code:>8.1f}{group:>8.1f}{parsed:>8}{reports:>9}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
