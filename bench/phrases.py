"""Measures which state and sector a phrase is given: ``bench/phrases.py [--json] [--misses] [--write]``.

``bench/data/phrases`` has sentences of our own, each with one phrase that names or describes an actor. The sentence is
read as an article of its own, and the phrase is resolved as coding resolves the agent of a verb: by the mention over
its head, an outlet's name included, or else by whose it is. *Country*: the state is the gold's, or none where it
belongs to none. *Sector*: one of the actor's codes is one that the gold allows; PLOVER lets an actor have several.
*First*: the first of its codes is. *Both*: country and sector. Where the gold abstains, nobody may be named: no state
and no code.

``--misses`` lists what is wrong in ``dev``; ``--write`` puts the table into ``docs/quality.md``. The unseen half is
never listed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import places
from bench.lines import article_of
from dragoman import ontology
from dragoman.coding.event_roles import resolve
from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Phrase, Reading, Sentence
from dragoman.model.text import Span
from dragoman.reading import read
from dragoman.reading.engine import Engine

FOLDER = Path(__file__).parent / "data" / "phrases"
QUALITY = places.ROOT / "docs" / "quality.md"
HEADING = "## Who a phrase means"
BEGIN, END = "<!-- phrases: bench/phrases.py --write -->", "<!-- end of phrases -->"
NOMINAL = ("NOUN", "PROPN", "PRON")
HALVES = ("dev", "unseen")
ABOUT = """`bench/phrases.py --write` renews this table: {n} phrases that name or describe an actor, each in a sentence
of our own. *Country*: the state is right, or none is told where it belongs to none. *Sector*: one of the actor's codes
is right; *first*: its first code is. *Both*: country and sector. Of the unseen half, written by another hand, rule
makers get these figures only. Per cent."""


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase in its sentence, and who a careful reader takes it to mean."""

    text: str
    phrase: str  # as printed; its first occurrence as whole words
    countries: frozenset[str | None]  # any of these is right; None: it belongs to no single state
    sectors: frozenset[str | None]  # any of these is right; None: no sector
    abstain: bool  # nobody may be named
    cls: str

    @property
    def span(self) -> tuple[int, int]:
        """Where the phrase stands in the text."""
        found = re.search(rf"(?<!\w){re.escape(self.phrase)}(?!\w)", self.text)
        if found is None:
            raise ValueError(f"{self.phrase!r} does not stand in {self.text!r}")
        return found.span()


@dataclass(frozen=True, slots=True)
class Answer:
    """Who the program takes a phrase to mean."""

    actor: str | None
    country: str | None = None
    sector: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """What was right of some phrases, in per cent."""

    half: str
    cls: str
    phrases: int
    country: float
    sector: float
    first: float
    both: float


def items(folder: Path = FOLDER) -> Iterator[tuple[str, Item]]:
    """Yield every phrase with its half; a half that is not there has none."""
    for half in HALVES:
        path = folder / f"{half}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            if line.strip():
                yield half, item(json.loads(line))


def item(row: dict[str, object]) -> Item:
    """Return a phrase as its line tells it."""
    text, phrase, cls = (str(row[name]) for name in ("text", "phrase", "class"))
    countries, sectors = _choices(row.get("country")), _choices(row.get("sector"))
    return Item(text, phrase, countries, sectors, bool(row.get("abstain")), cls)


def _choices(told: object) -> frozenset[str | None]:
    return frozenset(None if t is None else str(t) for t in (told if isinstance(told, list) else [told]))


class Program:
    """The program, loaded once."""

    def __init__(self) -> None:
        self._engine, self._world = Engine.load(), ontology.load()

    def answer(self, one: Item) -> Answer:
        """Return who a phrase means, as coding would have it of an agent."""
        article = article_of(one.text)
        reading = read(article, ontology=self._world, engine=self._engine)
        scene = Scene(article, reading, self._world)
        number, phrase = placed(reading, *one.span)
        clause = clause_of(reading, number, phrase)
        found = resolve(scene, clause, phrase, "actor") + resolve(scene, clause, phrase, "recipient")[:1]
        actors = [r.actor for r in found if r.actor is not None and (r.by == "head" or r.role == "actor")]
        return shown(actors[0]) if actors else Answer(None)


def shown(actor: Actor) -> Answer:
    """Return what is measured of an actor."""
    return Answer(actor.id, actor.country, actor.sector)


def placed(reading: Reading, start: int, end: int) -> tuple[int, Phrase]:
    """Return the sentence and the phrase that a stretch of the text is."""
    number = next(i for i, s in enumerate(reading.sentences) if s.span.start <= start < s.span.end)
    sentence = reading.sentences[number]
    head = head_of(sentence, start, end)
    span = Span(reading.article, start, end)
    return number, Phrase(head, span, "")


def head_of(sentence: Sentence, start: int, end: int) -> int:
    """Return the first noun that hangs from outside a stretch, or from what is no noun ("Deposed president X")."""
    inside = [i for i, t in enumerate(sentence.tokens) if start <= t.start < end]
    tokens = sentence.tokens
    hanging = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
    nouns = [i for i in inside if tokens[i].upos in NOMINAL]
    wrong = [i for i in hanging if tokens[i].upos not in NOMINAL]
    outer = (i for i in nouns if i in hanging or tokens[i].head in wrong)
    return next(outer, hanging[0] if hanging else inside[0])


def clause_of(reading: Reading, number: int, phrase: Phrase) -> Clause:
    """Return a clause of which the phrase is the agent and nothing more is known."""
    return Clause(
        index=0,
        sentence=number,
        head=phrase.head,
        lemma="",
        kind="verb",
        span=reading.sentences[number].span,
        voice="active",
        agents=(phrase,),
        patients=(),
        recipients=(),
        obliques=(),
        parent=None,
        relation="root",
        marker=None,
        negated=False,
        negation=None,
        auxiliaries=(),
        tense="past",
        perfect=False,
        progressive=False,
        adverbs=(),
    )


def country_fits(gold: Item, found: Answer) -> bool:
    """Tell whether the state is the gold's."""
    return found.country is None if gold.abstain else found.country in gold.countries


def sector_fits(gold: Item, sector: Sequence[str]) -> bool:
    """Tell whether one of the codes is one that the gold allows."""
    if gold.abstain:
        return not sector
    return bool(gold.sectors & set(sector)) if sector else None in gold.sectors


def both_fit(gold: Item, found: Answer) -> bool:
    """Tell whether state and sector are right; nobody at all is right only where the gold allows it."""
    nobody = found.actor is None and not gold.abstain
    return not nobody and country_fits(gold, found) and sector_fits(gold, found.sector)


@dataclass(frozen=True, slots=True)
class Measured:
    """A phrase of a half, with who it was taken for."""

    half: str
    item: Item
    answer: Answer


def figures(half: str, cls: str, done: Sequence[Measured]) -> Figures:
    """Add up what was right."""

    def share(right: Sequence[bool]) -> float:
        return round(100 * sum(right) / len(right), 1) if right else 0.0

    return Figures(
        half,
        cls,
        len(done),
        country=share([country_fits(m.item, m.answer) for m in done]),
        sector=share([sector_fits(m.item, m.answer.sector) for m in done]),
        first=share([sector_fits(m.item, m.answer.sector[:1]) for m in done]),
        both=share([both_fit(m.item, m.answer) for m in done]),
    )


def all_figures(done: Sequence[Measured]) -> Iterator[Figures]:
    """Yield the figures of each half that is there, of all its phrases and then of each class."""
    for half in HALVES[::-1]:
        own = [m for m in done if m.half == half]
        for cls in ("all", *sorted({m.item.cls for m in own})) if own else ():
            yield figures(half, cls, [m for m in own if cls in ("all", m.item.cls)])


def misses(done: Sequence[Measured]) -> Iterator[str]:
    """Yield what is wrong in the dev half."""
    for m in done:
        if m.half == "dev" and not both_fit(m.item, m.answer):
            codes = _joined(m.item.sectors)
            gold = "nobody" if m.item.abstain else f"{_joined(m.item.countries)} {codes}"
            yield f"[{m.item.cls}] {m.item.phrase}\n    {m.item.text}"
            yield f"    expected {gold}; got {m.answer.country} {'/'.join(m.answer.sector)} ({m.answer.actor})"


def _joined(choices: frozenset[str | None]) -> str:
    return "/".join(sorted(map(str, choices)))


def table(rows: Sequence[Figures]) -> Iterator[str]:
    """Yield the figures as a table."""
    yield "| half | class | phrases | country | sector | first | both |"
    yield "| --- " * 7 + "|"
    for r in rows:
        yield (
            f"| {r.half} | {r.cls} | {r.phrases} | {r.country:.1f} | {r.sector:.1f} | {r.first:.1f} | {r.both:.1f} |"
        )


def write(rows: Sequence[Figures], page: Path = QUALITY) -> None:
    """Put the table between its markers; a page without them gets a section at its end."""
    text = page.read_text(encoding="utf-8")
    block = "\n".join([BEGIN, "", *table(rows), "", END])
    if BEGIN in text:
        before, _, rest = text.partition(BEGIN)
        text = f"{before}{block}{rest.partition(END)[2]}"
    else:
        about = ABOUT.format(n=sum(r.phrases for r in rows if r.cls == "all"))
        text = f"{text.rstrip()}\n\n{HEADING}\n\n{about}\n\n{block}\n"
    page.write_text(text, encoding="utf-8")


def main() -> int:
    options = _options()
    program = Program()
    done = [Measured(half, one, program.answer(one)) for half, one in items()]
    rows = tuple(all_figures(done))
    if options.write:
        write(rows)
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return 0
    print("\n".join(table(rows)))
    if options.misses:
        print("\n".join(["", *misses(done)]))
    return 0


def _options() -> argparse.Namespace:
    head, _, rest = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        prog="phrases.py", description=head, epilog=rest, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="all figures, as JSON")
    parser.add_argument("--misses", action="store_true", help="list what went wrong in the dev half")
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
