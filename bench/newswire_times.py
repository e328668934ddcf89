"""Measures times and their values in newswire: ``bench/newswire_times.py [--json] [--misses] [--write]``.

``bench/data/times`` has short passages in the manner of newswire, each with its day of publication and the times told
in it: words, TIMEX3 type and value after TempEval-3. Times are predicted as in ``bench/tasks/times.py``. A predicted
span and a gold span are a pair when they overlap, those that are equal first, then by the size of the overlap.
"precision", "recall" and "f1" count pairs; "value f1" counts pairs whose value is one of those that are right;
"accuracy" is the share of such pairs among all pairs. ``--misses`` lists what is wrong in ``dev``; of the ``unseen``
half only figures are printed. ``--write`` puts the table into ``docs/quality.md``.
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
from bench.tasks.times import document, timex

FOLDER = Path(__file__).parent / "data" / "times"
QUALITY = places.ROOT / "docs" / "quality.md"
HEADING = "## Times"
BEGIN, END = "<!-- times: bench/newswire_times.py --write -->", "<!-- end of times -->"
HALVES = ("dev", "unseen")
ABOUT = """`.venv/bin/python bench/newswire_times.py` prints these (`--help` says what is counted, `--misses` lists
the dev half's errors, `--write` renews this table). Short newswire passages of our own, each with its day of
publication and the times told in it; the half called *unseen* was written by another hand than the rules and is not
looked at. Spans overlap, values are TIMEX3 after TempEval-3; *value f1* is that task's figure, *accuracy* the share
of right values among the times found. Per cent."""

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
# where a passage names no class: the class of a time by its words, the first that fits
_CLASSES: tuple[tuple[str, str], ...] = (
    (r"\d:\d\d|[ap]\.?m\b|noon|midnight|o['’]clock|GMT", "clock"),
    (r"morning|afternoon|evening|night|dawn|dusk|early (?:on )?\w+day|late (?:on )?\w+day", "part of day"),
    (r"\bago\b|later\b(?! (?:this|in|today))|earlier\b(?! (?:this|in|today))|\bbefore|\bafter|following", "ago/later"),
    (r"quarter|half|fiscal|\bQ[1-4]\b|\bH[12]\b|\bFY", "quarter/half"),
    (r"decade|century|\d0s\b|ties\b", "decade"),
    (r"spring|summer|autumn|\bfall\b|winter|christmas|easter|new year", "season"),
    (r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", "weekday"),
    (r"\b(?:last|next|this|current|coming|past|yesterday|today|tomorrow|end of)\b|year-end", "last/next/this"),
    (rf"(?:{_MONTHS})\w*\.?,? (?:of )?\d{{4}}\b|\A(?:mid-|early |late )?[a-z]+\Z", "month"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gold:
    """A time as it should be read; offsets into its passage, end exclusive."""

    start: int
    end: int
    kind: str  # the TIMEX3 type
    values: frozenset[str]  # any of these is right


@dataclass(frozen=True, slots=True)
class Passage:
    """A short text, the day it was published and the times in it."""

    half: str
    cls: str | None  # None: each time has the class of its words
    published: str
    text: str
    times: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A time as it was predicted."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Match:
    """A gold time and the prediction over it; one of the two may be missing."""

    passage: Passage
    gold: Gold | None
    found: Found | None

    @property
    def paired(self) -> bool:
        return self.gold is not None and self.found is not None

    @property
    def right(self) -> bool:
        """Say whether the value is one of those that are right."""
        return self.gold is not None and self.found is not None and self.found.value in self.gold.values

    @property
    def words(self) -> str:
        one = self.gold or self.found
        return self.passage.text[one.start : one.end] if one else ""

    @property
    def cls(self) -> str:
        kind = (self.gold or self.found).kind if self.gold or self.found else ""  # type: ignore[union-attr]  # one is there
        return self.passage.cls or class_of(self.words, kind)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some times; the shares are in per cent."""

    half: str
    cls: str
    gold: int
    predicted: int
    pairs: int
    types: int  # pairs of one type
    values: int  # pairs whose value is right

    @property
    def shares(self) -> dict[str, float]:
        return {
            "precision": percent(self.pairs, self.predicted),
            "recall": percent(self.pairs, self.gold),
            "f1": percent(2 * self.pairs, self.predicted + self.gold),
            "type_f1": percent(2 * self.types, self.predicted + self.gold),
            "value_f1": percent(2 * self.values, self.predicted + self.gold),
            "accuracy": percent(self.values, self.pairs),
        }


def main() -> int:
    options = _options()
    matches = [m for p in passages() for m in matched(p, predicted(p))]
    scores = tuple(scored(matches))
    if options.write:
        write(scores)
    if options.json:
        print(json.dumps([asdict(s) | {"per_cent": s.shares} for s in scores], indent=1))
    else:
        print("\n".join(table(scores)))
    if options.misses:
        print("\n".join(misses(matches)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="newswire_times.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="what is wrong in the dev half")
    parser.add_argument("--write", action="store_true", help="into docs/quality.md")
    return parser.parse_args()


def passages(folder: Path = FOLDER) -> tuple[Passage, ...]:
    """Return all passages of the halves that are there."""
    files = [(half, folder / f"{half}.jsonl") for half in HALVES]
    return tuple(
        passage(json.loads(line), half)
        for half, file in files
        if file.exists()
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    )


def passage(row: dict[str, object], half: str) -> Passage:
    """Return a line of the gold."""
    text = str(row["text"])
    times = tuple(_gold(text, time) for time in cast("list[dict[str, object]]", row["times"]))
    cls = "trap" if not times else str(row["class"]) if row.get("class") else None
    return Passage(half, cls, str(row["published"]), text, times)


def _gold(text: str, time: dict[str, object]) -> Gold:
    words, value = str(time["words"]), time["value"]
    start = place(text, words, int(str(time.get("occurrence", 1))))
    values = value if isinstance(value, list) else [value]
    return Gold(start, start + len(words), str(time["type"]), frozenset(map(str, values)))


def place(text: str, words: str, occurrence: int) -> int:
    """Return where the words stand as whole words, the first time or a later one."""
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    found = found or [m.start() for m in re.finditer(re.escape(words), text)]
    if len(found) < occurrence:
        raise ValueError(f"{words!r} is not {occurrence} times in {text!r}")
    return found[occurrence - 1]


def class_of(words: str, kind: str) -> str:
    """Return the class of a time by its type and words."""
    if kind in ("SET", "DURATION"):
        return kind.lower()
    if re.fullmatch(r"\d{4}", words):
        return "bare date"
    fitting = (name for pattern, name in _CLASSES if re.search(pattern, words, re.IGNORECASE))
    found = next(fitting, "bare date" if re.search(r"\d", words) else "vague")
    return "vague" if found == "month" and not re.search(_MONTHS, words, re.IGNORECASE) else found


def predicted(one: Passage) -> list[Found]:
    """Return the times that are read in a passage."""
    rows = document(one.text, one.published, timex)
    return [Found(int(str(r["start"])), int(str(r["end"])), str(r["type"]), str(r["value"])) for r in rows]


def matched(one: Passage, found: Sequence[Found]) -> Iterator[Match]:
    """Yield each gold time with its prediction, then each prediction that has none."""
    pairs = paired(one.times, found)
    yield from (Match(one, g, found[pairs[i]] if i in pairs else None) for i, g in enumerate(one.times))
    yield from (Match(one, None, f) for j, f in enumerate(found) if j not in pairs.values())


def paired(gold: Sequence[Gold], found: Sequence[Found]) -> dict[int, int]:
    """Return the pairs one to one: equal spans first, then by overlap, then in the order of the text."""
    overlaps = [
        ((g.start, g.end) != (f.start, f.end), -(min(g.end, f.end) - max(g.start, f.start)), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if min(g.end, f.end) > max(g.start, f.start)
    ]
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(overlaps):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def scored(matches: Sequence[Match]) -> Iterator[Score]:
    """Yield the score of each half that is there: of all, then of each class."""
    for half in HALVES:
        mine = [m for m in matches if m.passage.half == half]
        if mine:
            yield score(mine, half=half, cls="all")
        for cls in sorted({m.cls for m in mine}):
            yield score([m for m in mine if m.cls == cls], half=half, cls=cls)


def score(matches: Sequence[Match], *, half: str, cls: str) -> Score:
    """Count over some times."""
    pairs = [m for m in matches if m.gold is not None and m.found is not None]
    return Score(
        half=half,
        cls=cls,
        gold=sum(m.gold is not None for m in matches),
        predicted=sum(m.found is not None for m in matches),
        pairs=len(pairs),
        types=sum(m.gold.kind == m.found.kind for m in pairs if m.gold and m.found),
        values=sum(m.right for m in pairs),
    )


def percent(part: int, whole: int) -> float:
    """Return a share in per cent; of nothing, none."""
    return round(100 * part / whole, 1) if whole else 0.0


def table(scores: Iterable[Score]) -> Iterator[str]:
    """Yield the figures as Markdown, a line for each half and class."""
    yield "| half | class | times | predicted | precision | recall | f1 | type f1 | value f1 | accuracy |"
    yield "| --- " * 10 + "|"
    for s in scores:
        figures = (f"{x:.1f}" for x in s.shares.values()) if s.gold else ("–",) * len(s.shares)
        yield f"| {' | '.join((s.half, s.cls, str(s.gold), str(s.predicted), *figures))} |"


def misses(matches: Sequence[Match]) -> Iterator[str]:
    """Yield what is wrong in the dev half: values, then what is missed, then what is no time."""
    dev = [m for m in matches if m.passage.half == "dev"]
    kinds = (
        ("value", [m for m in dev if m.paired and not m.right]),
        ("missed", [m for m in dev if m.found is None]),
        ("no time", [m for m in dev if m.gold is None]),
    )
    for kind, wrong in kinds:
        yield f"\n{kind}: {len(wrong)}"
        yield from (line for m in wrong for line in _miss(m))


def _miss(match: Match) -> Iterator[str]:
    want = "nothing" if match.gold is None else " or ".join(sorted(match.gold.values))
    got = "nothing" if match.found is None else f"{match.found.kind} {match.found.value}"
    yield f"  [{match.cls}] {match.passage.published}: {match.passage.text!r}"
    yield f"      {match.words!r}: {want}; got {got}"


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
