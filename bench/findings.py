"""Measures what comparison shows: ``bench/findings.py [--half dev] [--misses] [--write]``.

``bench/data/findings`` has stories of two to four articles with planted discrepancies and as many near misses. The
``dev`` half may be read while rules are written; of the ``unseen`` half, by another hand, only figures are printed.
``--misses`` lists what is wrong in ``dev``; ``--write`` puts the table into ``docs/quality.md``.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.page import renew
from dragoman import pipeline
from dragoman.model.finding import Finding
from dragoman.record import Record, judging

FOLDER = Path(__file__).parent / "data" / "findings"
HALVES = ("dev", "unseen")
MARKS = "<!-- findings: bench/findings.py --write -->", "<!-- end of findings -->"
SECTION = """## What comparison shows

`bench/findings.py --write` renews this table: stories of two to four articles, half of them by another hand than the
checks, with planted discrepancies and near misses. A finding counts when its kind is right and it cites the sentences
of all sides; a near miss is flagged when a finding of its kind cites its sentences. The articles of a story are told to
be one story, as a person would with `dragoman judge merge`; how well they are put together is measured above."""

# the kinds that are planted; what else is shown (who agrees, who leaves out what) is no discrepancy
KINDS = frozenset(
    {"differs", "quote_differs", "wording_stronger", "denied", "asserted_vs_attributed", "attribution_lost",
     "arithmetic", "date_mismatch", "impossible_sequence", "headline_overstates", "inner_contradiction",
     "stale_office", "old_quote", "single_origin", "same_origin"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """Something planted, a near miss, or something allowed: kinds, any of which is right, and each side's words."""

    kinds: frozenset[str]
    sides: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story as it was written, with what a careful editor would want flagged."""

    name: str
    articles: tuple[dict[str, str], ...]
    planted: tuple[Marked, ...]
    near_misses: tuple[Marked, ...]
    allowed: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding of the record with the sentences it cites."""

    kind: str
    sentences: tuple[str, ...]
    because: str

    def is_of(self, marked: Marked) -> bool:
        """Say whether the finding is of a marked kind and cites the words of every side."""
        if self.kind not in marked.kinds:
            return False
        return all(any(_flat(side) in sentence for sentence in self.sentences) for side in marked.sides)


@dataclass(frozen=True, slots=True)
class Tally:
    """How one story came out."""

    story: Story
    found: tuple[Marked, ...]
    missed: tuple[Marked, ...]
    wrong: tuple[Shown, ...]
    right: int
    flagged: tuple[Marked, ...]  # near misses


def stories(half: str) -> Iterator[Story]:
    """Yield the stories of one half."""
    for path in sorted((FOLDER / half).glob("*.yaml")):
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        yield Story(
            path.stem,
            tuple(held["articles"]),
            *(tuple(map(_marked, held.get(key) or ())) for key in ("planted", "near_misses", "allowed")),
        )


def _marked(held: dict[str, object]) -> Marked:
    sides = held["sides"]
    assert isinstance(sides, list)
    return Marked(frozenset(str(held["kind"]).split("|")), tuple(map(str, sides)), str(held.get("why", "")))


def shown(story: Story) -> tuple[Shown, ...]:
    """Read a story as any user would, and return what comparing its articles shows."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "story.jsonl"
        source.write_text("".join(f"{json.dumps(dict(a, published=str(a['published'])))}\n" for a in story.articles))
        with Record.open(Path(folder) / "story.db") as record:
            pipeline.read([str(source)], record)
            if len(record.stories()) > 1:
                record.judge(judging.merged(record, [s.id for s in record.stories()], by="the bench"))
                pipeline.regroup(record)
            texts = {a.id: a.text for a in record.articles()}
            return tuple(_shown(f, record, texts) for f in record.findings() if f.kind in KINDS)


def _shown(finding: Finding, record: Record, texts: dict[str, str]) -> Shown:
    spans = {record.sentence(quote.span) for side in finding.sides for quote in side.quotes}
    return Shown(finding.kind, tuple(_flat(s.of(texts[s.article])) for s in sorted(spans)), finding.because)


def _flat(words: str) -> str:
    return " ".join(words.split())


def tally(story: Story, findings: Sequence[Shown]) -> Tally:
    """Set what is shown beside what was planted."""
    found = tuple(m for m in story.planted if any(f.is_of(m) for f in findings))
    good = [f for f in findings if any(f.is_of(m) for m in (*story.planted, *story.allowed))]
    return Tally(
        story=story,
        found=found,
        missed=tuple(m for m in story.planted if m not in found),
        wrong=tuple(f for f in findings if f not in good),
        right=len(good),
        # a sentence may hold something planted beside a near miss; a finding of the first flags the second no more
        flagged=tuple(m for m in story.near_misses if any(f.is_of(m) for f in findings if f not in good)),
    )


@dataclass(frozen=True, slots=True)
class Score:
    """Shares over some stories."""

    stories: int
    planted: int
    precision: float
    recall: float
    near_misses: int
    flagged: float

    @classmethod
    def of(cls, tallies: Iterable[Tally]) -> Score:
        """Count over stories."""
        told = list(tallies)
        planted = sum(len(t.story.planted) for t in told)
        near = sum(len(t.story.near_misses) for t in told)
        right, wrong = sum(t.right for t in told), sum(len(t.wrong) for t in told)
        return cls(
            stories=len(told),
            planted=planted,
            precision=right / max(1, right + wrong),
            recall=sum(len(t.found) for t in told) / max(1, planted),
            near_misses=near,
            flagged=sum(len(t.flagged) for t in told) / max(1, near),
        )

    def line(self, half: str) -> str:
        """Return the score as a row of a table."""
        figures = f"{self.precision:.3f} | {self.recall:.3f} | {self.near_misses} | {self.flagged:.3f}"
        return f"| {half} | {self.stories} | {self.planted} | {figures} |"


HEAD = (
    "| half | stories | planted | precision | recall | near misses | flagged |",
    "| --- | --: | --: | --: | --: | --: | --: |",
)


def by_kind(tallies: Iterable[Tally]) -> Iterator[str]:
    """Yield for each kind how many were planted and found, and how many findings of it were wrong."""
    told = list(tallies)
    for kind in sorted(KINDS):
        planted = sum(kind in m.kinds for t in told for m in t.story.planted)
        found = sum(kind in m.kinds for t in told for m in t.found)
        wrong = sum(f.kind == kind for t in told for f in t.wrong)
        yield f"  {kind:24} planted {planted:3}  found {found:3}  wrong {wrong:3}"


def _misses(tallies: Iterable[Tally]) -> Iterator[str]:
    for one in tallies:
        if one.missed or one.wrong or one.flagged:
            yield one.story.name
            yield from (f"  missed  {'|'.join(sorted(m.kinds))}: {' / '.join(m.sides)}" for m in one.missed)
            yield from (f"  wrong   {f.kind}: {_flat(f.because)}" for f in one.wrong)
            yield from (f"  flagged {'|'.join(sorted(m.kinds))}: {' / '.join(m.sides)}" for m in one.flagged)


def main(arguments: list[str] | None = None) -> int:
    """Print the table, and what is wrong where it is asked for."""
    parser = argparse.ArgumentParser(prog="findings.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", action="store_true", help="list what is wrong in dev")
    parser.add_argument("--kinds", action="store_true", help="count by kind")
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    options = parser.parse_args(arguments)
    halves = (options.half,) if options.half else HALVES
    tallies = {half: [tally(s, shown(s)) for s in stories(half)] for half in halves}
    table = [*HEAD, *(Score.of(found).line(half) for half, found in tallies.items())]
    print("\n".join(table))
    if options.kinds:
        print("\n".join(line for half in halves for line in (half, *by_kind(tallies[half]))))
    if options.misses and "dev" in tallies:
        print("\n".join(_misses(tallies["dev"])))
    if options.write:
        renew(MARKS, table, section=SECTION)
    return 0


if __name__ == "__main__":
    sys.exit(main())
