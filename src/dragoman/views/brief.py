"""The brief: what is established, what differs, what does not add up, who said what - every line with its words.

A line says no more than the sentences it cites, and its mark tells how it is carried:

    ●  corroborated   at least two origins that are known to be independent
    =  agreed         several outlets tell it; whether they have it from one place is not known
    ○  one origin     one source, or one outlet that names none
    ∑  arithmetic     figures of a vote, added up
    ≠  differs        the accounts do not say the same
    !  stronger       the paper's word says more than the act it tells
    ?  not held as fact: alleged, denied, planned, possible
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from dragoman.model.derived import Agreement, Assessment, Event, Origins, Provision, Statement, Step, Story, Vote
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.record import Record
from dragoman.views import brief_text
from dragoman.views.citing import Citation, Citations
from dragoman.views.phrasing import Phrasing

DISPUTES = ("differs", "denied", "asserted_vs_attributed", "quote_differs", "inner_contradiction", "attribution_lost")
UNDER_WAY = ("signed", "approved", "reviewed", "assented", "promulgated")  # on the way to being bound, and not yet
LASTING = ("told of run", "told of last", "told of valid")  # the heading has the term
EVENTS = 8  # lines; a reader of a brief wants what most tell of, the rest is in the export
VIEWS = 6
SUMS = ("arithmetic", "impossible_sequence", "date_mismatch", "stale_office")
NOT_FACTS = "Not told as fact: somebody's word, alleged, denied, planned or possible"
STRONGER = ("headline_overstates", "wording_stronger")


Part = Literal["established", "disputed", "said", "missing"]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the brief says, with the numbers of the sentences that carry it and the id to ask about it."""

    mark: str
    text: str
    cites: tuple[int, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under one heading; ``note`` says what a reader must know to read them."""

    title: str
    lines: tuple[Line, ...]
    note: str | None = None
    part: Part = "established"
    about: str | None = None  # the id of the agreement the section is about


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """One story: its title, who tells it, and what is to be said of it."""

    id: str
    title: str
    outlets: tuple[str, ...]
    dated: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """All stories of a record, the newest first."""

    articles: int
    outlets: int
    unread: int  # articles in a language that is not read
    silent: int  # stories in which nothing was coded, and which are left out
    stories: tuple[StoryBrief, ...]


def brief(record: Record) -> str:
    """Return the brief as plain text."""
    return brief_text.text(brief_of(record))


def brief_json(record: Record) -> str:
    """Return the brief as JSON."""
    return json.dumps(asdict(brief_of(record)), ensure_ascii=False, indent=2)


def brief_of(record: Record) -> Brief:
    """Return the brief of everything in the record."""
    articles = record.articles()
    told = [brief_of_story(record, story) for story in record.stories()]
    stories = [story for story in told if story.sections]
    stories.sort(key=lambda s: (-len(s.outlets), s.title, s.id))
    stories.sort(key=lambda s: s.dated, reverse=True)
    outlets = {a.outlet for a in articles if a.outlet}
    unread = sum(a.language != "en" for a in articles)
    return Brief(len(articles), len(outlets), unread, len(told) - len(stories), tuple(stories))


def brief_of_story(record: Record, story: Story) -> StoryBrief:
    """Return the brief of one story."""
    return _Teller(record, story).brief()


class _Teller:
    """Tells one story of a record."""

    def __init__(self, record: Record, story: Story) -> None:
        self.story = story
        self.articles = {a: record.article(a) for a in story.articles}
        self.reports = {r.id: r for r in record.reports_of(story.articles)}
        self.agreements = record.rows_of(Agreement, story.agreements)
        self.votes = record.rows_of(Vote, story.votes)
        self.events = record.rows_of(Event, story.events)
        self.statements = record.rows_of(Statement, story.statements)
        self.assessments = record.naming(Assessment, *self.reports)
        self.findings = [f for f in record.naming(Finding, story.id) if f.story == story.id]
        self.disputed = {f.about.id for f in self.findings if f.kind in ("differs", "quote_differs")}
        self.citations = Citations(record, self.articles)
        self.say = Phrasing(record.names())

    def brief(self) -> StoryBrief:
        sections = (
            *self._agreements(),
            Section("Votes", tuple(self._votes())),
            Section("What does not add up", tuple(self._findings(SUMS)), part="disputed"),
            Section("Words stronger than the act", tuple(self._findings(STRONGER)), part="disputed"),
            Section("Where the accounts differ", tuple(self._findings(DISPUTES)), part="disputed"),
            _few("Also told as fact", self._facts(), EVENTS),
            _few(NOT_FACTS, self._not_facts(), EVENTS, part="disputed"),
            Section("Who said what", tuple(self._statements()), part="said"),
            _few("Judgements and expectations, each its holder's", self._assessments(), VIEWS, part="said"),
            Section("Still required before it binds: told by no account", tuple(self._missing()), part="missing"),
        )
        outlets = sorted({a.outlet or a.file or a.id for a in self.articles.values()})
        return StoryBrief(
            id=self.story.id,
            title=self.story.title,
            outlets=tuple(outlets),
            dated=max((a.published.earliest or "" for a in self.articles.values()), default=""),
            sections=tuple(s for s in sections if s.lines),
            citations=self.citations.all(),
        )

    # what was agreed

    def _agreements(self) -> Iterator[Section]:
        """Yield a section for each agreement with steps or provisions, the one most told of first."""
        for agreement in sorted(self.agreements, key=lambda a: (-len(self._told(a.reports)), a.id)):
            lines = (*self._steps(agreement), *self._provisions(agreement))
            if lines:
                yield Section(self.say.agreement(agreement), lines, about=agreement.id)

    def _steps(self, agreement: Agreement) -> Iterator[Line]:
        for step in sorted(agreement.steps, key=_step_order):
            told = self._told(step.reports)
            if told:
                mark = self._mark(step.id, step.origins, told) if step.stance == "actual" else "?"
                yield Line(mark, self.say.step(step, disputed=step.id in self.disputed), self._cite(told), step.id)

    def _provisions(self, agreement: Agreement) -> Iterator[Line]:
        for provision in sorted(agreement.provisions, key=_provision_order):
            told = [r for r in self._told(provision.reports) if not r.rule.endswith(LASTING)]
            if told:
                mark = self._mark(provision.id, provision.origins, told)
                yield Line(mark, self.say.provision(provision) + self._through(told), self._cite(told), provision.id)

    def _votes(self) -> Iterator[Line]:
        for vote in self.votes:
            told = self._told(vote.reports)
            if told:
                yield Line(
                    self._mark(vote.id, None, told),
                    self.say.vote(vote, told, self._through(told), disputed=vote.id in self.disputed),
                    self._cite(told),
                    vote.id,
                )

    def _missing(self) -> Iterator[Line]:
        for agreement in self.agreements:
            for status in agreement.status:
                if status.missing and status.act in UNDER_WAY and self._told(agreement.reports):
                    yield Line("", self.say.missing(status), (), agreement.id)

    # what happened

    def _between(self) -> Iterator[tuple[Event, list[Report]]]:
        """Yield the events between actors that no step, vote or statement tells already, those most told of first."""
        same = {link.report for r in self.reports.values() for link in r.links if link.kind == "same_act"}
        for event in sorted(self.events, key=lambda e: (-len(e.articles), e.recency != "new", e.id)):
            told = self._told(event.reports)
            tied = any(link.kind == "same_act" for r in told for link in r.links) or any(r.id in same for r in told)
            if told and event.actors and len({*event.actors, *event.recipients}) > 1 and not tied:
                yield event, told

    def _facts(self) -> Iterator[Line]:
        for event, told in self._between():
            if event.stance == "actual" and _carried(event, told):
                mark = self._mark(event.id, event.origins, told)
                yield Line(mark, self.say.event(event, told), self._cite(told), event.id)

    def _not_facts(self) -> Iterator[Line]:
        for event, told in self._between():
            if event.stance != "actual":
                yield Line("?", self.say.event(event, told), self._cite(told), event.id)
            elif not _carried(event, told):
                text = f"{self.say.event(event, told)} – according to {self.say.according(told[0])}"
                yield Line("?", text, self._cite(told), event.id)

    def _statements(self) -> Iterator[Line]:
        for statement in sorted(self.statements, key=self._place):
            told = [r for r in self._told(statement.reports) if r.stance == "actual"]
            if told:
                yield Line("○", self.say.statement(statement, told), self._cite(told), statement.id)

    def _assessments(self) -> Iterator[Line]:
        for assessment in self.assessments:
            told = self._told(assessment.reports)
            if told:
                text = self.say.assessment(assessment, told[0], self._outlet(told[0]))
                yield Line("", text, self._cite(told), assessment.id)

    def _findings(self, kinds: tuple[str, ...]) -> Iterator[Line]:
        for finding in self.findings:
            if finding.kind in kinds:
                told = self._told(r for side in finding.sides for r in side.reports)
                mark = "∑" if finding.kind == "arithmetic" else "!" if finding.kind in STRONGER else "≠"
                yield Line(mark, finding.because, self._cite(told), finding.id)

    # how it is carried

    def _told(self, reports: Iterable[str]) -> list[Report]:
        return [self.reports[r] for r in reports if r in self.reports]

    def _cite(self, told: Iterable[Report]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.citations.number(r) for r in told))

    def _mark(self, row: str, origins: Origins | None, told: list[Report]) -> str:
        if row in self.disputed:
            return "≠"
        if origins is not None and origins.low >= 2:
            return "●"
        one = (origins is not None and origins.high <= 1) or _one_source(told)
        outlets = {self.articles[r.article].outlet for r in told} - {None}
        return "=" if len(outlets) > 1 and not one else "○"

    def _outlet(self, report: Report) -> str:
        article = self.articles[report.article]
        return article.outlet or article.file or "the article"

    def _through(self, told: list[Report]) -> str:
        """Return the way by which something comes to us, where it is not the outlet's own voice."""
        ways = {self.say.according(r) for r in told}
        return "" if "" in ways else f" – according to {min(ways)}"

    def _place(self, statement: Statement) -> tuple[str, int, str]:
        told = self._told(statement.reports)
        first = min((e.span.start for r in told for e in r.evidence), default=0)
        return (self.articles[told[0].article].file or "" if told else "", first, statement.id)


def _carried(event: Event, told: Iterable[Report]) -> bool:
    """Say whether more than one source's word carries an event: an outlet's own, or two independent ones."""
    return event.origins.low > 1 or any(map(_own_voice, told))


def _one_source(told: Iterable[Report]) -> bool:
    """Say whether all reports rest on one and the same source that is not an outlet."""
    sources = {r.attribution[-1].actor or r.attribution[-1].source if len(r.attribution) > 1 else None for r in told}
    return len(sources) == 1 and None not in sources


def _own_voice(report: Report) -> bool:
    """Say whether a report rests on the outlet or another medium alone, not on the word of somebody it quotes."""
    return all(s.actor is not None and ("outlet/" in s.actor or "/media" in s.actor) for s in report.attribution[1:])


def _few(title: str, lines: Iterable[Line], most: int, part: Part = "established") -> Section:
    """Return a section of at most ``most`` lines, which says how many it leaves out."""
    found = tuple(lines)
    left = len(found) - most
    note = f"{left} more in `dragoman export`" if left > 0 else None
    return Section(title, found[:most], note, part)


def _provision_order(provision: Provision) -> tuple[int, str]:
    order = ("included", "permitted", "forbidden", "excluded")
    return order.index(provision.obligation), provision.id


def _step_order(step: Step) -> tuple[bool, str, str]:
    when = step.when
    return when is None or when.latest is None, (when.latest or "") if when else "", step.id
