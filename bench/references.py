"""Measures what words that refer stand for: ``bench/references.py [--json] [--misses] [--write]``.

``bench/data/references`` has short passages of our own, each with one expression and what a careful reader takes it
for. ``dev.jsonl`` may be read while rules are written; of ``unseen.jsonl``, where there is one, only figures are
printed. ``--misses`` lists what is wrong in ``dev``; ``--write`` puts the table into ``docs/quality.md``.

An expression is *resolved* when a mention or a pointer of the reading covers some of its words and names somebody or
something. It is *right* when what is named is what the gold means, all of it and nothing else:

- a state: the same state. Of the class *metonym* a state may also be told as its government or an office of it, and
  the other way round: "the Kremlin" and "Moscow" act for Russia alike;
- a body or an office ("IRN/parliament"): any body, office or official of that state or organisation, and not the state
  itself; where an organisation's body has no entry of its own, the organisation;
- an organisation: the same. A person: the same name, a second spelling of which may leave out some of the words;
- an instrument: the antecedent read shares a noun that names instruments with the one the gold gives;
- a place: the state or city is told as a place and not as an actor.

*Precision*: of what is resolved, what is right. *Recall*: of what has a meaning, what is rightly resolved. *Open left
open*: of what the text leaves open, what is not resolved. *Antecedent*: of what is right and has an antecedent in the
gold, where the antecedent read shares words with it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import places
from bench.lines import article_of
from dragoman import ontology
from dragoman.model.actor import Actor
from dragoman.model.reading import Mention, Reading
from dragoman.model.text import Span
from dragoman.ontology.actors.table import slug_of
from dragoman.reading import read
from dragoman.reading.engine import Engine

FOLDER = Path(__file__).parent / "data" / "references"
QUALITY = places.ROOT / "docs" / "quality.md"
HALVES = ("dev", "unseen")
HEADING = "## What words refer to"
BEGIN, END = "<!-- references: bench/references.py --write -->", "<!-- end of references -->"
METONYM = "metonym"
ABOUT = """`bench/references.py --write` renews this table (`--help` says what is counted, `--misses` lists the dev
half's errors). Passages of our own in the manner of many outlets, each with an expression that refers ("the pact",
"both countries", "it", "the kingdom") and what it stands for; some are left open by the text, and must be left open.
The unseen half was written by a hand that had not seen the rules. Per cent."""


@dataclass(frozen=True, slots=True)
class Item:
    """A passage, an expression in it, and what a careful reader takes it for."""

    half: str
    text: str
    cls: str
    words: str
    occurrence: int
    means: tuple[str, ...]  # empty: the text leaves it open
    antecedent: str | None

    @property
    def start(self) -> int:
        """Where the expression begins; -1 where it does not stand in the text."""
        found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(self.words)}(?!\w)", self.text)]
        return found[self.occurrence - 1] if len(found) >= self.occurrence else -1


@dataclass(frozen=True, slots=True)
class Shown:
    """What the program reads at the expression."""

    actors: tuple[Actor, ...] = ()
    place: bool = False
    instrument: str | None = None  # the words pointed at
    antecedent: Span | None = None

    @property
    def resolved(self) -> bool:
        return bool(self.actors or self.instrument or self.place)


@dataclass(frozen=True, slots=True)
class Verdict:
    """An item and what is shown of it."""

    item: Item
    shown: Shown
    right: bool
    antecedent: bool | None  # None: not counted


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some items."""

    half: str
    cls: str
    items: int
    resolved: int
    right: int
    meant: int  # items that have a meaning
    open: int
    left_open: int
    antecedents: int  # right items whose antecedent is known
    antecedents_right: int

    @property
    def shares(self) -> dict[str, float | None]:
        return {
            "precision": percent(self.right, self.resolved),
            "recall": percent(self.right, self.meant),
            "left_open": percent(self.left_open, self.open),
            "antecedent": percent(self.antecedents_right, self.antecedents),
        }


def main() -> int:
    options = _options()
    verdicts = judged(items())
    scores = tuple(scored(verdicts))
    if options.write:
        write(scores)
    if options.json:
        print(json.dumps([asdict(s) | {"per_cent": s.shares} for s in scores], indent=1))
    else:
        print("\n".join(table(scores)))
    if options.misses:
        print("\n".join(misses(verdicts)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="references.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="what is wrong in the dev half")
    parser.add_argument("--write", action="store_true", help="into docs/quality.md")
    return parser.parse_args()


def items(folder: Path = FOLDER) -> tuple[Item, ...]:
    """Return the passages of each half there is."""
    files = [(half, folder / f"{half}.jsonl") for half in HALVES]
    return tuple(
        item(half, json.loads(line))
        for half, file in files
        if file.exists()
        for line in file.read_text(encoding="utf-8").splitlines()
    )


def item(half: str, row: dict[str, object]) -> Item:
    """Return a line of the gold."""
    return Item(
        half=half,
        text=str(row["text"]),
        cls=str(row["class"]),
        words=str(row["words"]),
        occurrence=int(cast(int, row.get("occurrence", 1))),
        means=tuple(cast("list[str]", row["means"])),
        antecedent=None if row.get("antecedent") is None else str(row["antecedent"]),
    )


def judged(given: Iterable[Item]) -> tuple[Verdict, ...]:
    """Read every item."""
    engine, world = Engine.load(), ontology.load()
    return tuple(judge(one, read(article_of(one.text), ontology=world, engine=engine, gated=False)) for one in given)


def judge(one: Item, reading: Reading) -> Verdict:
    """Compare what is read at an expression with what it means."""
    found = shown(one, reading)
    right = found.resolved and fits(one, found)
    told = _antecedents(one)
    near = None
    if right and told and found.antecedent is not None:
        near = any(s < found.antecedent.end and found.antecedent.start < e for s, e in told)
    return Verdict(one, found, right, near)


def _antecedents(one: Item) -> list[tuple[int, int]]:
    if one.antecedent is None:
        return []
    return [(m.start(), m.end()) for m in re.finditer(re.escape(one.antecedent), one.text)]


def shown(one: Item, reading: Reading) -> Shown:
    """Return what is read at the expression: the mention that covers most of it, or else what it points at."""
    start, end = one.start, one.start + len(one.words)
    over = [m for m in reading.mentions if m.span.start < end and start < m.span.end]
    here = max(over, key=lambda m: min(end, m.span.end) - max(start, m.span.start), default=None)
    if here is not None and (actors := _actors(here)):
        return Shown(actors, here.place, None, here.antecedent)
    for pointer in reading.pointers:
        if pointer.span.start < end and start < pointer.span.end:
            return Shown(instrument=pointer.antecedent.of(one.text), antecedent=pointer.antecedent)
    if here is None and any(s.start <= start and end <= s.end for s, _ in reading.places):
        return Shown(place=True)
    return Shown()


def _actors(mention: Mention) -> tuple[Actor, ...]:
    return mention.members or ((mention.actor,) if mention.actor else ())


def fits(one: Item, found: Shown) -> bool:
    """Tell whether all that is meant is named, and nothing else."""
    if found.instrument is not None:
        wanted = [m.partition("/")[2] for m in one.means if m.startswith("instrument/")]
        return bool(wanted) and all(_same_instrument(w, found.instrument) for w in wanted)
    if any(m.startswith("place/") for m in one.means):
        return found.place
    left = list(found.actors)
    for meaning in one.means:
        hit = next((a for a in left if _is(meaning, a, one.cls, place=found.place)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left and bool(one.means)


def _is(meaning: str, actor: Actor, cls: str, *, place: bool) -> bool:
    owner, _, rest = meaning.partition("/")
    if owner == "person":
        return actor.kind == "person" and _same_name(rest, actor.name)
    if place and cls == METONYM:
        return False
    owners = {owner, *(s.actor for s in ontology.load().actors.lookup(owner))}  # "Mercosur" is MERCOSUR
    family = {actor.country, actor.id.partition("/")[0], "UN" if "UNO" in actor.sector else None}
    mine = bool(owners & family)
    if cls == METONYM and actor.kind in ("state", "body", "office"):
        return mine
    if rest:
        return mine and actor.kind != "state"
    return actor.id in owners


def _same_name(one: str, other: str) -> bool:
    first, second = (frozenset(slug_of(name).split("-")) for name in (one, other))
    return bool(first) and (first <= second or second <= first)


def _same_instrument(gold: str, words: str) -> bool:
    """Two phrases name one instrument when they share a noun that names instruments."""
    table = ontology.load().instruments
    ours, theirs = (
        frozenset(w.removesuffix("s") for w in re.findall(r"[\w-]+", text.lower())) for text in (gold, words)
    )
    shared = ours & theirs
    heads = {w for w in shared if table.is_head(w) or table.refers_back(w)}
    return bool(heads) or (bool(shared) and not any(table.is_head(w) for w in ours))


def scored(verdicts: Sequence[Verdict]) -> Iterator[Score]:
    """Yield the score of each half: of all, then of each class."""
    for half in HALVES:
        mine = [v for v in verdicts if v.item.half == half]
        if not mine:
            continue
        yield score(mine, half=half, cls="all")
        for cls in sorted({v.item.cls for v in mine}):
            yield score([v for v in mine if v.item.cls == cls], half=half, cls=cls)


def score(verdicts: Sequence[Verdict], *, half: str, cls: str) -> Score:
    """Count over some verdicts."""
    left = [v for v in verdicts if not v.item.means]
    return Score(
        half=half,
        cls=cls,
        items=len(verdicts),
        resolved=sum(v.shown.resolved for v in verdicts),
        right=sum(v.right for v in verdicts),
        meant=len(verdicts) - len(left),
        open=len(left),
        left_open=sum(not v.shown.resolved for v in left),
        antecedents=sum(v.antecedent is not None for v in verdicts),
        antecedents_right=sum(v.antecedent is True for v in verdicts),
    )


def percent(part: int, whole: int) -> float | None:
    """Return a share in per cent; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def table(scores: Iterable[Score]) -> Iterator[str]:
    """Yield the figures as Markdown, a line for each half and class."""
    yield "| half | class | passages | precision | recall | open left open | antecedent |"
    yield "| --- " * 7 + "|"
    for s in scores:
        shares = ["–" if x is None else f"{x:.1f}" for x in s.shares.values()]
        yield f"| {' | '.join((s.half, s.cls, str(s.items), *shares))} |"


def misses(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Yield what is wrong in the dev half: wrongly resolved first, then what is missed, then wrong antecedents."""
    dev = [v for v in verdicts if v.item.half == "dev"]
    kinds = (
        ("wrong", [v for v in dev if v.shown.resolved and not v.right]),
        ("missed", [v for v in dev if v.item.means and not v.shown.resolved]),
        ("antecedent", [v for v in dev if v.antecedent is False]),
    )
    for kind, found in kinds:
        yield f"\n{kind}: {len(found)}"
        yield from (line for v in found for line in _miss(v))


def _miss(verdict: Verdict) -> Iterator[str]:
    one, got = verdict.item, verdict.shown
    named = " + ".join(a.id for a in got.actors) or got.instrument or "nothing"
    where = f" from {got.antecedent.of(one.text)!r}" if got.antecedent else ""
    yield f"  [{one.cls}] {one.text}"
    meant = " + ".join(one.means) or "open"
    yield f"      {one.words!r} ({one.occurrence}): {meant}; got {named}{' (place)' if got.place else ''}{where}"


def write(scores: Sequence[Score], page: Path = QUALITY) -> None:
    """Put the table between its marks in the page; add the section where there is none."""
    text = page.read_text(encoding="utf-8")
    if BEGIN not in text:
        text = f"{text.rstrip()}\n\n{HEADING}\n\n{ABOUT}\n\n{BEGIN}\n\n{END}\n"
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    lines = "\n".join(table(scores))
    page.write_text(f"{before}{BEGIN}\n\n{lines}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
