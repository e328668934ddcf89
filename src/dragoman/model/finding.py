"""What comparison shows."""

from dataclasses import dataclass

from dragoman.model.derived import Origins
from dragoman.model.terms import FindingKind, Severity
from dragoman.model.text import Span


@dataclass(frozen=True, slots=True)
class About:
    """The row, and the field of it, that a finding is about."""

    table: str
    id: str
    field: str | None


@dataclass(frozen=True, slots=True)
class SideQuote:
    """The words on one side of a finding."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the accounts that a finding sets side by side; ``value`` is "silent" where it says nothing."""

    articles: tuple[str, ...]
    reports: tuple[str, ...]
    value: str
    quotes: tuple[SideQuote, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What comparison shows, with its sides, their sentences, and a ``because`` a person can check."""

    id: str
    story: str | None
    kind: FindingKind
    severity: Severity
    about: About
    sides: tuple[Side, ...]
    because: str
    origins: Origins | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided; ``subjects`` are article and report ids, or actors that are one person.

    ``different``: the first subject is none of the others.
    """

    id: str
    by: str
    verdict: str  # "same", "different", "wrong", "checked", "noted"
    subjects: tuple[str, ...]
    note: str | None
    about: str | None = None  # the table whose row the subjects make up; of a finding, "findings" and its kind
