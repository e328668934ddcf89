"""The happenings in ``tests/data/happenings``, and what the record holds of their articles."""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterable
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

FOLDER = places.ROOT / "tests" / "data" / "happenings"
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

    body: str
    figures: tuple[tuple[str, int], ...]  # those that are told
    told: str


class Rule(NamedTuple):
    """A provision: words to know it by, and how it is to be coded."""

    words: Choice
    obligation: Choice
    sector: Choice
    told: str


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


def names() -> tuple[str, ...]:
    """Return the happenings' names, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def load(name: str) -> Happening:
    """Read one happening's file."""
    held = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
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
    )


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
    return Tally(str(row["body"]), tuple((f, n) for f, n in figures if isinstance(n, int)), str(row["told"]))


# --- the record ---


def read(happening: Happening) -> Found:
    """Read the articles into a record of their own, through the public API, and return what it holds."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / f"{happening.name}.json"
        page.write_text(json.dumps([_object(a) for a in happening.articles], ensure_ascii=False), encoding="utf-8")
        with dragoman.open(Path(folder) / "record.db") as record:
            record.read(page)
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
