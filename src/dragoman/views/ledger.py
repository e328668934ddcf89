"""The ledger of a claim: who asserts, alleges or denies it, since when, last when, in which words.

For what is quoted it also holds every wording: who printed it first, and which words each dropped or changed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from dragoman.errors import UnknownName
from dragoman.model.derived import Statement
from dragoman.model.report import Report, StatementContent
from dragoman.record import Record
from dragoman.views.changes import first_published
from dragoman.views.claims import Claim, claims
from dragoman.views.compare import story_of

How = Literal["asserts", "alleges", "denies", "doubts", "declines", "reports"]
QUOTED = re.compile(r"[“\"«](.{2,400}?)[”\"»]", re.DOTALL)
WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
LEAST = 3  # words; what is shorter is no wording one could drop something from


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence in which somebody holds the claim in some way."""

    report: str
    article: str
    outlet: str
    published: str | None  # the last day on which the article may have appeared
    via: tuple[str, ...]  # through whom the word comes to us, the outlet first
    file: str | None
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds the claim in one way, with every sentence that says so."""

    who: str
    actor: str | None
    how: How
    since: str | None  # the day of the first account
    last: str | None  # and of the last
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of what is quoted, and how it differs from the fullest."""

    text: str
    since: str | None
    first: str  # the outlet that printed it first, so far as days are known
    outlets: tuple[str, ...]
    dropped: tuple[str, ...]  # words of the fullest wording it has not
    other: tuple[str, ...]  # words it has and the fullest has not


@dataclass(frozen=True, slots=True)
class Ledger:
    """Who holds one claim, and how."""

    id: str
    kind: str
    text: str
    since: str | None  # the first day on which an article told it
    read: str | None  # the time at which the first such article was read
    holders: tuple[Holder, ...]
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Ledgers of several claims, those that most hold first."""

    claims: tuple[Ledger, ...]

    def text(self) -> str:
        """Return the ledgers as plain text."""
        from dragoman.views import ledger_text

        return ledger_text.text(self.claims)

    def csv(self) -> str:
        """Return the ledgers as CSV, a line for each sentence of each holder."""
        from dragoman.views import ledger_text

        return ledger_text.csv(self.claims)


def ledger(record: Record, id: str) -> Ledgers:
    """Return the ledger of one claim, named by its id or the id of a report that tells it, alone.

    Raises:
        UnknownName: nothing that is told has this id.
    """
    book = _Book(record)
    now = record.current(id)
    found = [c for c in book.claims if now == c.id or any(r.id == now for r in c.reports)]
    if not found:
        raise UnknownName(f"{id!r} is no claim; `dragoman events`, `votes`, `statements`, … list their ids")
    return Ledgers((book.of(found[0]),))


def ledgers(record: Record, story: str | None = None) -> Ledgers:
    """Return the ledgers of all claims of a story, those most told of first; of the whole record for None.

    Raises:
        UnknownName: no story, or more than one, is meant.
    """
    book = _Book(record)
    members = set(story_of(record, story).articles) if story is not None else None
    mine = [c for c in book.claims if members is None or any(r.article in members for r in c.reports)]
    told = [book.of(c) for c in mine]
    return Ledgers(tuple(sorted(told, key=lambda one: (-len(one.holders), one.kind, one.id))))


class _Book:
    """Looks up who holds what."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.claims = list(claims(record))
        self.articles = {a.id: a for a in record.articles()}
        self.read = record.first_read()
        self.reports = {r.id: r for c in self.claims for r in c.reports}
        self.denials: dict[str, list[Report]] = {}
        for claim in self.claims:
            if isinstance(claim.row, Statement):
                for denied in claim.row.denies:
                    self.denials.setdefault(denied, []).extend(claim.reports)

    def of(self, claim: Claim) -> Ledger:
        told = [*claim.reports]
        denying = [r for r in self.denials.get(claim.id, []) if r not in told]
        read = (self.read[r.article] for r in told if r.article in self.read)
        return Ledger(
            id=claim.id,
            kind=claim.kind,
            text=claim.text,
            since=first_published(told, self.articles),
            read=min(read, default=None),
            holders=tuple(self._holders([*((r, _how(r)) for r in told), *((r, "denies") for r in denying)])),
            wordings=tuple(self._wordings(told)),
        )

    def _holders(self, held: Iterable[tuple[Report, How]]) -> Iterator[Holder]:
        by_holder: dict[tuple[str, How], list[Report]] = {}
        for report, how in held:
            by_holder.setdefault((self._holder(report), how), []).append(report)
        for (_, how), reports in sorted(by_holder.items(), key=lambda item: (item[0][1], item[0][0])):
            entries = sorted(
                (self._entry(r) for r in reports), key=lambda e: (e.published or "9999", e.article, e.start)
            )
            days = [e.published for e in entries if e.published]
            who, actor = self._who(reports[0])
            yield Holder(who, actor, how, min(days, default=None), max(days, default=None), tuple(entries))

    def _holder(self, report: Report) -> str:
        who, actor = self._who(report)
        return actor or who

    def _who(self, report: Report) -> tuple[str, str | None]:
        """Return who holds it by a report: the innermost source, or the outlet that tells it in its own voice."""
        if len(report.attribution) > 1:
            return report.attribution[-1].source, report.attribution[-1].actor
        return self._outlet(report), None

    def _outlet(self, report: Report) -> str:
        article = self.articles[report.article]
        return article.outlet or article.file or article.id

    def _entry(self, report: Report) -> Entry:
        article = self.articles[report.article]
        span = self.record.sentence(report.evidence[0].span)
        return Entry(
            report=report.id,
            article=article.id,
            outlet=self._outlet(report),
            published=article.published.latest,
            via=tuple(s.source for s in report.attribution),
            file=article.file,
            start=span.start,
            end=span.end,
            words=span.of(article.text),
        )

    def _wordings(self, told: Iterable[Report]) -> Iterator[Wording]:
        """Yield every wording of what is quoted, the first printed first; each beside the fullest."""
        said: dict[tuple[str, ...], list[tuple[Report, str]]] = {}
        for report in told:
            for quote in _quotes(report):
                said.setdefault(tuple(_words(quote)), []).append((report, quote))
        fullest = max(sorted(said), key=len, default=())
        first = sorted(said.items(), key=lambda item: (self._day(item[1][0][0]), item[0]))
        for words, printed in first:
            reports = sorted((r for r, _ in printed), key=lambda r: (self._day(r), r.id))
            dropped, other = _against(fullest, words)
            outlets = tuple(dict.fromkeys(self._outlet(r) for r in reports))
            since = first_published(reports, self.articles)
            yield Wording(printed[0][1], since, outlets[0], outlets, dropped, other)

    def _day(self, report: Report) -> str:
        return self.articles[report.article].published.latest or "9999"


def _how(report: Report) -> How:
    """Return how the innermost source holds a claim by one report."""
    if report.stance in ("denied", "negated"):
        return "denies"
    if report.stance == "alleged":
        return "alleges"
    return report.attribution[-1].commitment if report.attribution else "asserts"


def _quotes(report: Report) -> list[str]:
    """Return what a report gives as somebody's own words, long enough to compare."""
    if not isinstance(report.content, StatementContent):
        return []
    found = QUOTED.findall(report.content.text)
    if not found and report.content.directness != "indirect":
        found = [report.content.text]  # the marks stand outside the statement's text
    return [" ".join(quote.split()).strip(" ,") for quote in found if len(_words(quote)) >= LEAST]


def _words(quote: str) -> list[str]:
    return WORD.findall(quote.lower())


def _against(fullest: Sequence[str], words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that a wording dropped from the fullest, and those it has instead."""
    dropped: list[str] = []
    other: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, fullest, words, autojunk=False).get_opcodes():
        if what != "equal":
            dropped += fullest[a:b]
            other += words[c:d]
    return tuple(dropped), tuple(other)
