"""Measures who is said to say what, and how it holds: ``bench/stance.py [--json] [--misses] [--write]``.

``bench/data/stance`` has clauses of diplomatic prose, each with one target whose stance and source are known. Half of
them, by a hash of the text, are ``dev`` and may be read while rules are written; of the ``unseen`` half only figures
are printed. ``--misses`` lists what is wrong in ``dev``; ``--write`` puts the table into ``docs/quality.md``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, cast, get_args

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.lines import article_of
from bench.page import QUALITY, renew
from dragoman import coding, ontology
from dragoman.model.report import EventContent, Report, Source, StepContent
from dragoman.model.terms import Stance
from dragoman.reading import read
from dragoman.reading.engine import Engine

Half = Literal["dev", "unseen"]

FOLDER = Path(__file__).parent / "data" / "stance"
HEADING = "## How it holds"
MARKS = "<!-- stance: bench/stance.py --write -->", "<!-- end of stance -->"
STANCES = frozenset(get_args(Stance))
HALVES: tuple[Half, ...] = ("dev", "unseen")
CORE = frozenset({"event.type", "step.act"})  # the evidence that says where the act itself is told
SMALL = frozenset({"the", "a", "an", "of", "in", "and", "s", "two", "three"})  # of a source, these name nobody
ABOUT = """`bench/stance.py --write` renews this table: {n} clauses of diplomatic prose, the unseen half written by
another hand than the rules, half of the dev half along with them; each has one act or event whose stance and source
are known. Of the unseen half, rule makers get these
figures only. *Coded*: the target is in the record at all. *Stance* and *source*: of what is coded, all of its reports
are right; *anonymous*: of those with a source, it is rightly marked. *Shown as actual*: of all targets that are *no
facts* (planned, possible, demanded, alleged, denied or negated), those that the record shows as facts."""


@dataclass(frozen=True, slots=True)
class Item:
    """A clause, its target, and how a careful reader takes it."""

    text: str
    predicate: str  # the word that tells the target; once in the text
    codes: frozenset[str]  # acts and event types the target may be coded as
    stances: frozenset[str]  # any of these is right
    sources: tuple[str | None, ...]  # any of these is right; None is the outlet's own voice
    anonymous: bool | None  # None: unnamed, but known by an office; either is right
    cls: str

    @property
    def half(self) -> Half:
        """The half is fixed by the text, so that a clause never moves from one to the other."""
        # of the stretches of the hash, the one that parts the classes most evenly
        return HALVES[int(hashlib.sha256(self.text.encode()).hexdigest()[13:21], 16) % 2]

    @property
    def start(self) -> int:
        """Where the predicate begins in the text."""
        found = re.search(rf"(?<!\w){re.escape(self.predicate)}(?!\w)", self.text)
        assert found is not None, self.text
        return found.start()


@dataclass(frozen=True, slots=True)
class Shown:
    """One report of the target, as the record shows it."""

    code: str  # the act or the event type
    stance: str
    source: str | None  # the last link of the attribution; None is the outlet alone
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """An item and all that is shown of its target."""

    item: Item
    shown: tuple[Shown, ...]

    @property
    def stance_right(self) -> bool:
        return self.coded and all(s.stance in self.item.stances for s in self.shown)

    @property
    def coded(self) -> bool:
        return bool(self.shown)

    @property
    def source_right(self) -> bool:
        return self.coded and all(source_fits(self.item, s) for s in self.shown)

    @property
    def anonymous_right(self) -> bool:
        return self.item.anonymous is None or all(s.anonymous == self.item.anonymous for s in self.shown)

    @property
    def hedged(self) -> bool:
        """Say whether the target must not be shown as fact."""
        return "actual" not in self.item.stances

    @property
    def breach(self) -> bool:
        """Say whether what is no fact is shown as one."""
        return self.hedged and any(s.stance == "actual" for s in self.shown)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some items; the shares are in per cent."""

    half: str
    cls: str
    items: int
    coded: int
    stance_right: int
    source_right: int
    named: int  # coded items whose source must be named
    anonymous_right: int  # of those
    hedged: int  # items that are no facts
    hedged_coded: int
    breaches: int  # of those, shown as fact

    @property
    def shares(self) -> dict[str, float]:
        return {
            "coded": percent(self.coded, self.items),
            "stance": percent(self.stance_right, self.coded),
            "source": percent(self.source_right, self.coded),
            "anonymous": percent(self.anonymous_right, self.named),
            "shown_as_actual": percent(self.breaches, self.hedged),
            "shown_as_actual_of_coded": percent(self.breaches, self.hedged_coded),
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
    parser = argparse.ArgumentParser(prog="stance.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="what is wrong in the dev half, the gravest first")
    parser.add_argument("--write", action="store_true", help="into docs/quality.md")
    return parser.parse_args()


def items(folder: Path = FOLDER) -> tuple[Item, ...]:
    """Return all items: those of ``dev.jsonl``, then those of ``unseen.jsonl``."""
    files = sorted(folder.glob("*.jsonl"))
    return tuple(item(json.loads(line)) for f in files for line in f.read_text(encoding="utf-8").splitlines())


def item(row: dict[str, object]) -> Item:
    """Return a line of the gold; a list of stances or of sources holds choices that are all right."""
    return Item(
        text=str(row["text"]),
        predicate=str(row["predicate"]),
        codes=frozenset(cast("list[str]", row["codes"])),
        stances=frozenset(str(s) for s in _choices(row["stance"])),
        sources=tuple(None if s is None else str(s) for s in _choices(row["source"])),
        anonymous=None if row["anonymous"] is None else bool(row["anonymous"]),
        cls=str(row["class"]),
    )


def _choices(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]


def judged(given: Iterable[Item]) -> tuple[Verdict, ...]:
    """Read and code every item."""
    engine, world = Engine.load(), ontology.load()

    def reports(text: str) -> tuple[Report, ...]:
        article = article_of(text)
        return coding.code(article, read(article, ontology=world, engine=engine), ontology=world).reports

    return tuple(Verdict(one, shown(one, reports(one.text))) for one in given)


def shown(one: Item, reports: Iterable[Report]) -> tuple[Shown, ...]:
    """Return the reports of the target: of those whose code fits, the ones told closest about the predicate."""
    fitting = [(width, r) for r in reports if _code(r) in one.codes and (width := _width(one, r)) is not None]
    closest = min((width for width, _ in fitting), default=0)
    return tuple(_shown(r) for width, r in fitting if width == closest)


def _code(report: Report) -> str | None:
    match report.content:
        case EventContent(type=kind):
            return kind
        case StepContent(act=act):
            return act
    return None


def _width(one: Item, report: Report) -> int | None:
    """The length of the stretch that tells the act and covers the predicate; None where there is none."""
    end = one.start + len(one.predicate)
    spans = (e.span for e in report.evidence if e.field in CORE)
    return min((s.end - s.start for s in spans if s.start <= one.start and end <= s.end), default=None)


def _shown(report: Report) -> Shown:
    last = _last(report.attribution)
    return Shown(
        code=str(_code(report)),
        stance=str(report.stance),
        source=None if last is None else last.source,
        anonymous=last is not None and last.anonymous,
    )


def _last(chain: Sequence[Source]) -> Source | None:
    return chain[-1] if len(chain) > 1 else None


def source_fits(one: Item, found: Shown) -> bool:
    """Say whether a source is one of those told. Who is not told at all may be left out or marked as anonymous."""
    if found.source is None:
        return None in one.sources
    if found.anonymous and one.anonymous and None in one.sources:
        return True
    return any(s is not None and words(s) & words(found.source) for s in one.sources)


def words(text: str) -> frozenset[str]:
    """Return the words of a source that say who it is."""
    return frozenset(re.findall(r"\w+", text.casefold())) - SMALL


def scored(verdicts: Sequence[Verdict]) -> Iterator[Score]:
    """Yield the score of each half: of all, then of each class."""
    classes = sorted({v.item.cls for v in verdicts})
    for half in HALVES:
        mine = [v for v in verdicts if v.item.half == half]
        yield score(mine, half=half, cls="all")
        for cls in classes:
            yield score([v for v in mine if v.item.cls == cls], half=half, cls=cls)


def score(verdicts: Sequence[Verdict], *, half: str, cls: str) -> Score:
    """Count over some verdicts."""

    def count(true: Callable[[Verdict], bool]) -> int:
        return sum(map(true, verdicts))

    return Score(
        half=half,
        cls=cls,
        items=len(verdicts),
        coded=count(lambda v: v.coded),
        stance_right=count(lambda v: v.stance_right),
        source_right=count(lambda v: v.source_right),
        named=count(lambda v: v.coded and None not in v.item.sources),
        anonymous_right=count(lambda v: v.coded and None not in v.item.sources and v.anonymous_right),
        hedged=count(lambda v: v.hedged),
        hedged_coded=count(lambda v: v.hedged and v.coded),
        breaches=count(lambda v: v.breach),
    )


def percent(part: int, whole: int) -> float:
    """Return a share in per cent; of nothing, none is wrong."""
    return round(100 * part / whole, 1) if whole else 0.0


def table(scores: Iterable[Score]) -> Iterator[str]:
    """Yield the figures as Markdown, a line for each half and class."""
    yield "| half | class | items | coded % | stance % | source % | anonymous % | no facts | shown as actual | % |"
    yield "| --- " * 10 + "|"
    for s in scores:
        of = s.shares
        figures = (f"{of[x]:.1f}" for x in ("coded", "stance", "source"))
        anonymous = f"{of['anonymous']:.1f}" if s.named else "–"
        gate = (str(s.hedged), str(s.breaches), f"{of['shown_as_actual']:.1f}" if s.hedged else "–")
        yield f"| {' | '.join((s.half, s.cls, str(s.items), *figures, anonymous, *gate))} |"


def misses(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield what is wrong in the dev half: what is shown as fact first, then stance, source, and what is not coded."""
    dev = [v for v in verdicts if v.item.half == "dev"]
    kinds: tuple[tuple[str, Callable[[Verdict], bool]], ...] = (
        ("shown as actual", lambda v: v.breach),
        ("stance", lambda v: v.coded and not v.stance_right and not v.breach),
        ("source", lambda v: v.coded and not v.source_right),
        ("anonymous", lambda v: v.source_right and None not in v.item.sources and not v.anonymous_right),
        ("not coded", lambda v: not v.coded),
    )
    for kind, wrong in kinds:
        found = [v for v in dev if wrong(v)]
        yield f"\n{kind}: {len(found)}"
        yield from (line for v in found for line in _miss(v))


def _miss(verdict: Verdict) -> Iterator[str]:
    one = verdict.item
    sources = " or ".join(s or "the outlet" for s in one.sources)
    yield f"  [{one.cls}] {one.text}"
    yield f"      {one.predicate}: {' or '.join(sorted(one.stances))}, by {sources}"
    for s in verdict.shown:
        yield f"      got {s.code}: {s.stance}, by {s.source or 'the outlet'}{' (anonymous)' if s.anonymous else ''}"


def write(scores: Sequence[Score], page: Path = QUALITY) -> None:
    """Put the table into the page."""
    about = ABOUT.format(n=sum(s.items for s in scores if s.cls == "all"))
    renew(MARKS, table(scores), section=f"{HEADING}\n\n{about}", page=page)


if __name__ == "__main__":
    sys.exit(main())
