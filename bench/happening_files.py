"""The happenings of each half, and what the record holds of their articles."""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, cast

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

import yaml

import dragoman
from bench import places
from dragoman.model.derived import Agreement, Statement, Vote
from dragoman.model.report import Report, StepContent

HALVES = ("dev", "unseen")
FOLDERS = {
    "dev": places.ROOT / "tests" / "data" / "happenings",
    "unseen": places.ROOT / "bench" / "data" / "happenings" / "unseen",
}
NOBODY = "nobody"  # of an act that is shown without its party

Choice = tuple[str, ...]  # any of these is right; written "promulgated|assented" in the file


class Told(NamedTuple):
    """One act by one party or body, as the articles tell it."""

    act: Choice
    actor: Choice
    stance: Choice
    when: str | None
    optional: bool
    told: str


class Shown(NamedTuple):
    """One act by one party or body, as the record shows it."""

    act: str
    actor: str
    stance: str
    when: str | None
    sentence: str


class Tally(NamedTuple):
    """The figures of a vote, and whose they are."""

    body: Choice
    figures: tuple[tuple[str, int], ...]  # those that are told
    told: str


class Rule(NamedTuple):
    """A provision: words to know it by, and how it is to be coded."""

    words: Choice
    obligation: Choice
    sector: Choice
    told: str


class Subject(NamedTuple):
    """Which instrument a sentence is about."""

    kind: str  # of report: step, vote or provision
    acts: Choice
    told: str
    of: str  # what the file calls the instrument, or the parties by whom it is known


@dataclass(frozen=True, slots=True)
class Happening:
    """Articles on one happening, and what a careful reader finds in them."""

    name: str
    articles: tuple[dict[str, str | None], ...]
    parties: tuple[tuple[frozenset[str], frozenset[str]], ...]  # of each agreement: those told, those that may be shown
    terms: tuple[str, ...]
    steps: tuple[Told, ...]
    not_steps: tuple[tuple[str, str], ...]
    votes: tuple[Tally, ...]
    provisions: tuple[Rule, ...]
    speakers: tuple[tuple[Choice, str], ...]
    subjects: tuple[Subject, ...]

    def holds(self, words: str) -> bool:
        """Say whether words stand in the articles."""
        return any(words in (a["title"] or "") or words in (a["text"] or "") for a in self.articles)

    def sentence(self, words: str) -> str:
        """Return the sentence of the articles in which ``words`` stand, or the words alone."""
        lines = (line for a in self.articles for line in [a["title"] or "", *(a["text"] or "").splitlines()])
        sentences = (s for line in lines for s in re.split(r"(?<=[.!?”])\s+(?=[A-Z“])", line))
        return next((s for s in sentences if words in s), words)


@dataclass(frozen=True, slots=True)
class Found:
    """What the record holds of one happening."""

    agreements: tuple[Agreement, ...]
    votes: tuple[Vote, ...]
    statements: tuple[Statement, ...]
    reports: tuple[Report, ...]


# --- the files ---

Rows = list[dict[str, object]]


def names(half: str = "dev") -> tuple[str, ...]:
    """Return the names of a half's happenings, in order."""
    return tuple(sorted(path.stem for path in FOLDERS[half].glob("*.yaml")))


def load(name: str, half: str = "dev") -> Happening:
    """Read one happening's file."""
    held = yaml.safe_load((FOLDERS[half] / f"{name}.yaml").read_text(encoding="utf-8"))
    gold = held["gold"]
    agreements = gold["agreements"]
    return Happening(
        name=name,
        articles=tuple(held["articles"]),
        parties=tuple((frozenset(a["parties"]), frozenset(a.get("maybe", ()))) for a in agreements),
        terms=tuple(a["term"] for a in agreements if a["term"]),
        steps=tuple(told for row in gold["steps"] for told in _told(row)),
        not_steps=tuple((act, actor) for act, actor in gold["not_steps"]),
        votes=tuple(_tally(row) for row in gold["votes"]),
        provisions=tuple(
            Rule(tuple(r["words"]), _any(r["obligation"]), _any(r["sector"]), r["told"]) for r in gold["provisions"]
        ),
        speakers=tuple((_any(row["speaker"]), row["words"]) for row in gold["speakers"]),
        subjects=tuple(_subjects(gold)),
    )


def _subjects(gold: Mapping[str, Rows]) -> Iterator[Subject]:
    """Yield which instrument each row's sentence is about: the one it names (``of``), or the one that has its parties.

    A row whose parties are those of none, or of two, is about an instrument that the file does not list.
    """
    for kind, rows in (("step", gold["steps"]), ("vote", gold["votes"]), ("provision", gold["provisions"])):
        for row in rows:
            of = row.get("of") or _by_parties(row, gold["agreements"])
            if of:
                yield Subject(kind, _any(row.get("act", kind)), str(row["told"]), str(of))


def _by_parties(row: Mapping[str, object], agreements: Rows) -> str | None:
    actors = cast("list[str]", row.get("parties") or [row.get("body")])
    own = {a.split("/")[0] for actor in actors if actor for a in str(actor).split("|")}
    fitting = [
        a for a in agreements if own <= {*cast("list[str]", a["parties"]), *cast("list[str]", a.get("maybe", []))}
    ]
    return str(fitting[0]["what"]) if len(fitting) == 1 else None if fitting else "+".join(sorted(own))


def _any(words: object) -> Choice:
    return tuple(str(words).split("|"))


def _told(row: dict[str, object]) -> list[Told]:
    actors = cast("list[str]", row["parties"]) if "parties" in row else [cast("str", row["body"])]
    when = None if row["when"] is None else str(row["when"])
    optional = bool(row.get("optional", False))
    act, stance = _any(row["act"]), _any(row["stance"])
    return [Told(act, _any(actor), stance, when, optional, str(row["told"])) for actor in actors]


def _tally(row: dict[str, object]) -> Tally:
    figures = ((field, row.get(field)) for field in ("yes", "no", "abstain", "present"))
    return Tally(_any(row["body"]), tuple((f, n) for f, n in figures if isinstance(n, int)), str(row["told"]))


# --- the record ---


def read(happenings: Sequence[Happening]) -> Found:
    """Read the articles into a record of their own, through the public API, and return what it holds."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "articles"
        pages.mkdir()
        for happening in happenings:
            articles = json.dumps([_object(a) for a in happening.articles], ensure_ascii=False)
            (pages / f"{happening.name}.json").write_text(articles, encoding="utf-8")
        with dragoman.open(Path(folder) / "record.db") as record:
            record.read(pages)
            return Found(record.agreements[:], record.votes[:], record.statements[:], record.reports[:])


def _object(article: dict[str, str | None]) -> dict[str, str]:
    named = {"outlet": article["outlet"], "title": article["title"], "text": article["text"]}
    dated = {**named, "date": article["published"]}
    return {name: value for name, value in dated.items() if value is not None}


def quote_of(report: Report, fields: Iterable[str]) -> str:
    by_field = {e.field: e.quote for e in report.evidence}
    return next((by_field[f] for f in fields if f in by_field), report.evidence[0].quote if report.evidence else "")


def shown_steps(found: Found) -> tuple[Shown, ...]:
    """Return each act by each party or body that the agreements show."""
    quotes = {r.id: quote_of(r, ["step.act"]) for r in found.reports}
    return tuple(
        Shown(step.act, actor, step.stance, step.when.edtf if step.when else None, quotes.get(step.reports[0], ""))
        for agreement in found.agreements
        for step in agreement.steps
        for actor in ((step.body,) if step.body else step.parties or (NOBODY,))
    )


def told_steps(found: Found) -> tuple[Shown, ...]:
    """Return each act by each party or body that the single reports hold."""
    steps = [(r, r.content) for r in found.reports if isinstance(r.content, StepContent)]
    return tuple(
        Shown(c.act, actor, r.stance or "", r.when.edtf if r.when else None, quote_of(r, ["step.act"]))
        for r, c in steps
        for actor in (r.actors("body") or r.actors("party", "signatory") or (NOBODY,))
    )
