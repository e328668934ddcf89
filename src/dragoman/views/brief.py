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
from dataclasses import asdict, dataclass, replace
from typing import Literal

from dragoman.model.derived import Agreement, Assessment, Event, Provision, Statement, Step, Story, Vote
from dragoman.model.finding import Finding
from dragoman.model.report import Report
from dragoman.record import Record
from dragoman.views import brief_pages, brief_text
from dragoman.views.asked import About, wanted_ids
from dragoman.views.citing import Citation
from dragoman.views.telling import DISPUTES, STRONGER, SUMS, Line, Telling, carried, disputed, finding_mark

UNDER_WAY = ("signed", "approved", "reviewed", "assented", "promulgated")  # on the way to being bound, and not yet
LASTING = ("told of run", "told of last", "told of valid")  # the heading has the term
EVENTS = 8  # lines; a reader of a brief wants what most tell of, the rest is in the export
VIEWS = 6
VIEWS_OF = "Judgements and expectations, each its holder's"
NOT_FACTS = "Not told as fact: somebody's word, alleged, denied, planned or possible"


Part = Literal["established", "disputed", "said", "missing"]


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


def brief(record: Record, about: About | None = None) -> str:
    """Return the brief as plain text."""
    return brief_text.text(brief_of(record, about))


def brief_json(record: Record, about: About | None = None) -> str:
    """Return the brief as JSON."""
    return json.dumps(asdict(brief_of(record, about)), ensure_ascii=False, indent=2)


def brief_markdown(record: Record, about: About | None = None) -> str:
    """Return the brief as Markdown, each citation a link to its sentence."""
    return brief_pages.markdown(brief_of(record, about))


def brief_html(record: Record, about: About | None = None) -> str:
    """Return the brief as a page of HTML that stands alone, each citation a link to its sentence."""
    return brief_pages.html(brief_of(record, about))


def brief_of(record: Record, about: About | None = None) -> Brief:
    """Return the brief of everything in the record, or of what is asked for.

    Raises:
        UnknownName: nothing in the record is called as asked.
    """
    whole = _whole(record)
    ids = wanted_ids(record, about) if about is not None and about.asks() else None
    return whole if ids is None else _narrowed(whole, ids)


def _narrowed(whole: Brief, ids: frozenset[str]) -> Brief:
    """Return a brief with the lines on some rows only; the sentences they cite keep their numbers."""
    stories = (_narrowed_story(story, ids) for story in whole.stories)
    return replace(whole, stories=tuple(story for story in stories if story.sections))


def _narrowed_story(story: StoryBrief, ids: frozenset[str]) -> StoryBrief:
    kept = (replace(s, lines=tuple(line for line in s.lines if line.id in ids)) for s in story.sections)
    sections = tuple(section for section in kept if section.lines)
    cited = {number for section in sections for line in section.lines for number in line.cites}
    return replace(story, sections=sections, citations=tuple(c for c in story.citations if c.number in cited))


def _whole(record: Record) -> Brief:
    articles = record.articles()
    told = [brief_of_story(record, story) for story in record.stories()]
    stories = [story for story in told if story.sections]
    stories.sort(key=lambda s: (-len(s.outlets), s.title, s.id))
    stories.sort(key=lambda s: s.dated, reverse=True)
    outlets = {a.outlet for a in articles if a.outlet}
    unread = sum(a.language != "en" for a in articles)
    return Brief(len(articles), len(outlets), unread, len(told) - len(stories), tuple(stories))


def brief_of_story(record: Record, story: Story, *, most: int | None = EVENTS) -> StoryBrief:
    """Return the brief of one story, with so many events and views; None: with all of them."""
    return _Teller(record, story, most).brief()


class _Teller(Telling):
    """Tells one story of a record."""

    def __init__(self, record: Record, story: Story, most: int | None) -> None:
        super().__init__(record, record.reports_of(story.articles), articles=story.articles)
        self.story, self.most = story, most
        self.agreements = record.rows_of(Agreement, story.agreements)
        self.votes = record.rows_of(Vote, story.votes)
        self.events = record.rows_of(Event, story.events)
        self.statements = record.rows_of(Statement, story.statements)
        self.assessments = record.naming(Assessment, *self.reports)
        self.findings = [f for f in record.naming(Finding, story.id) if f.story == story.id]
        self.disputed = disputed(self.findings)

    def brief(self) -> StoryBrief:
        sections = (
            *self._agreements(),
            Section("Votes", tuple(self._votes())),
            Section("What does not add up", tuple(self._findings(SUMS)), part="disputed"),
            Section("Words stronger than the act", tuple(self._findings(STRONGER)), part="disputed"),
            Section("Where the accounts differ", tuple(self._findings(DISPUTES)), part="disputed"),
            _few("Also told as fact", self._facts(), self.most),
            _few(NOT_FACTS, self._not_facts(), self.most, part="disputed"),
            Section("Who said what", tuple(self._statements()), part="said"),
            _few(VIEWS_OF, self._assessments(), self.most and VIEWS, part="said"),
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
        for agreement in sorted(self.agreements, key=lambda a: (-len(self.told(a.reports)), a.id)):
            lines = (*self._steps(agreement), *self._provisions(agreement))
            if lines:
                yield Section(self.say.agreement(agreement), lines, about=agreement.id)

    def _steps(self, agreement: Agreement) -> Iterator[Line]:
        for step in sorted(agreement.steps, key=_step_order):
            told = self.told(step.reports)
            if told:
                mark = self.mark(step.id, step.origins, told) if step.stance == "actual" else "?"
                yield Line(mark, self.say.step(step, disputed=step.id in self.disputed), self.cite(told), step.id)

    def _provisions(self, agreement: Agreement) -> Iterator[Line]:
        for provision in sorted(agreement.provisions, key=_provision_order):
            told = [r for r in self.told(provision.reports) if not r.rule.endswith(LASTING)]
            if told:
                mark = self.mark(provision.id, provision.origins, told)
                yield Line(mark, self.say.provision(provision) + self.through(told), self.cite(told), provision.id)

    def _votes(self) -> Iterator[Line]:
        for vote in self.votes:
            told = self.told(vote.reports)
            if told:
                yield Line(
                    self.mark(vote.id, None, told),
                    self.say.vote(vote, told, self.through(told), disputed=vote.id in self.disputed),
                    self.cite(told),
                    vote.id,
                )

    def _missing(self) -> Iterator[Line]:
        for agreement in self.agreements:
            for status in agreement.status:
                if status.missing and status.act in UNDER_WAY and self.told(agreement.reports):
                    yield Line("", self.say.missing(status), (), agreement.id)

    # what happened

    def _between(self) -> Iterator[tuple[Event, list[Report]]]:
        """Yield the events between actors that no step, vote or statement tells already, those most told of first."""
        same = {link.report for r in self.reports.values() for link in r.links if link.kind == "same_act"}
        for event in sorted(self.events, key=lambda e: (-len(e.articles), e.recency != "new", e.id)):
            told = self.told(event.reports)
            tied = any(link.kind == "same_act" for r in told for link in r.links) or any(r.id in same for r in told)
            if told and event.actors and len({*event.actors, *event.recipients}) > 1 and not tied:
                yield event, told

    def _facts(self) -> Iterator[Line]:
        for event, told in self._between():
            if event.stance == "actual" and carried(event, told):
                mark = self.mark(event.id, event.origins, told)
                yield Line(mark, self.say.event(event, told), self.cite(told), event.id)

    def _not_facts(self) -> Iterator[Line]:
        for event, told in self._between():
            if event.stance != "actual":
                yield Line("?", self.say.event(event, told), self.cite(told), event.id)
            elif not carried(event, told):
                text = f"{self.say.event(event, told)} – according to {self.say.according(told[0])}"
                yield Line("?", text, self.cite(told), event.id)

    def _statements(self) -> Iterator[Line]:
        for statement in sorted(self.statements, key=self._place):
            told = [r for r in self.told(statement.reports) if r.stance == "actual"]
            if told:
                yield Line("○", self.say.statement(statement, told), self.cite(told), statement.id)

    def _assessments(self) -> Iterator[Line]:
        for assessment in self.assessments:
            told = self.told(assessment.reports)
            if told:
                text = self.say.assessment(assessment, told[0], self.outlet(told[0]))
                yield Line("", text, self.cite(told), assessment.id)

    def _findings(self, kinds: tuple[str, ...]) -> Iterator[Line]:
        for finding in self.findings:
            if finding.kind in kinds:
                yield Line(finding_mark(finding), finding.because, self.citations.of(finding), finding.id)

    def _place(self, statement: Statement) -> tuple[str, int, str]:
        told = self.told(statement.reports)
        first = min((e.span.start for r in told for e in r.evidence), default=0)
        return (self.articles[told[0].article].file or "" if told else "", first, statement.id)


def _few(title: str, lines: Iterable[Line], most: int | None, part: Part = "established") -> Section:
    """Return a section of at most ``most`` lines, which says how many it leaves out."""
    found = tuple(lines)
    left = len(found) - (len(found) if most is None else most)
    note = f"{left} more in `dragoman export`" if left > 0 else None
    return Section(title, found[:most], note, part)


def _provision_order(provision: Provision) -> tuple[int, str]:
    order = ("included", "permitted", "forbidden", "excluded")
    return order.index(provision.obligation), provision.id


def _step_order(step: Step) -> tuple[bool, str, str]:
    when = step.when
    return when is None or when.latest is None, (when.latest or "") if when else "", step.id
