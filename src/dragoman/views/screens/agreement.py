"""An agreement: how far each party has come, its steps, what it holds, its votes, and what was said of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from dragoman.errors import UnknownName
from dragoman.model.derived import Agreement, Missing, PartyStatus, Provision, Statement, Step, Story, Vote
from dragoman.model.finding import Finding
from dragoman.model.terms import Act
from dragoman.record import Record
from dragoman.views.citing import Citation
from dragoman.views.phrasing import ACTS, HELD, NOUNS, day_told, term
from dragoman.views.screens.votes import VoteDrawn, vote_drawn
from dragoman.views.telling import Line, Telling, disputed, finding_mark

ORDER: tuple[Act, ...] = get_args(Act)
# an instrument is signed between states before each of them approves it
TRACK = ("proposed", "negotiated", "text_adopted", "initialled", "signed", *ORDER[:6], *ORDER[11:])


@dataclass(frozen=True, slots=True)
class Station:
    """One stage on a party's track."""

    act: str
    what: str  # in words
    state: str  # "done", "told" (not as fact), "missing"
    held: str  # how it holds, in words
    day: str  # in words; "" where it is not told
    as_said: tuple[str, ...]  # the papers' words, where they say more than the act
    source: str | None  # the law that asks for it, where it is missing
    line: Line | None


@dataclass(frozen=True, slots=True)
class Track:
    """How far one party has come."""

    party: str
    name: str
    stations: tuple[Station, ...]


@dataclass(frozen=True, slots=True)
class SectorLines:
    """What an agreement holds in one sector."""

    sector: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AgreementScreen:
    """One agreement."""

    id: str
    name: str
    kind: str
    parties: tuple[tuple[str, str], ...]  # id and name
    term: str | None
    tracks: tuple[Track, ...]
    steps: tuple[Line, ...]
    provisions: tuple[SectorLines, ...]
    votes: tuple[VoteDrawn, ...]
    reactions: tuple[Line, ...]
    findings: tuple[Line, ...]
    stories: tuple[tuple[str, str], ...]
    citations: tuple[Citation, ...]


def agreement_screen(record: Record, id: str) -> AgreementScreen:
    """Return an agreement by its id, present or former, or the id of a step or provision of it.

    Raises:
        UnknownName: there is none.
    """
    now = record.current(id)
    found = record.rows_of(Agreement, (now,)) or record.naming(Agreement, now)
    if not found:
        raise UnknownName(f"no agreement has the id {id!r}; /agreements lists those there are")
    return _Drawer(record, found[0]).screen()


class _Drawer:
    """Draws one agreement."""

    def __init__(self, record: Record, agreement: Agreement) -> None:
        self.agreement = agreement
        parts: tuple[Step | Provision, ...] = (*agreement.steps, *agreement.provisions)
        keys = (agreement.id, *agreement.votes, *(part.id for part in parts))
        self.votes = record.rows_of(Vote, agreement.votes)
        self.statements = record.naming(Statement, *keys)
        self.findings = [f for f in record.naming(Finding, *keys) if f.about.id in keys]
        self.stories = record.naming(Story, agreement.id)
        rows: tuple[Agreement | Vote | Statement, ...] = (agreement, *self.votes, *self.statements)
        reports = {r for row in rows for r in row.reports} | {r for part in parts for r in part.reports}
        reports |= {r for f in self.findings for side in f.sides for r in side.reports}
        self.telling = Telling(record, record.reports_with(reports), disputed=disputed(self.findings))
        self.say = self.telling.say

    def screen(self) -> AgreementScreen:
        agreement = self.agreement
        return AgreementScreen(
            id=agreement.id,
            name=agreement.name[:1].upper() + agreement.name[1:],
            kind=agreement.kind,
            parties=tuple((p, self.say.name(p)) for p in agreement.parties),
            term=term(agreement.term) if agreement.term else None,
            tracks=tuple(self._track(status) for status in agreement.status),
            steps=tuple(self._step(step) for step in sorted(agreement.steps, key=_by_day)),
            provisions=tuple(self._provisions()),
            votes=tuple(vote_drawn(vote, self.telling) for vote in self.votes),
            reactions=tuple(self._reactions()),
            findings=tuple(self._findings()),
            stories=tuple((s.id, s.title) for s in self.stories),
            citations=self.telling.citations.all(),
        )

    def _track(self, status: PartyStatus) -> Track:
        party = status.party
        told = [s for s in self.agreement.steps if party in s.parties or (s.body or "").startswith(f"{party}/")]
        stations = [(TRACK.index(s.act), _held_order(s), self._station(s, party)) for s in told]
        talked_of = {(s.act, s.body) for s in told}  # called for or planned: the station says that it is not done
        missing = [m for m in status.missing if (m.act, m.body) not in talked_of]
        stations += [(TRACK.index(m.act), 3, self._missing(m, party)) for m in missing]
        stations.sort(key=lambda station: station[:2])
        return Track(party, self.say.name(party), tuple(station for _, _, station in stations))

    def _station(self, step: Step, party: str) -> Station:
        body = self.say.name(step.body) if step.body and step.body != party else ""
        day = day_told(step.when) if step.id not in self.telling.disputed else "the accounts differ on the day"
        return Station(
            act=step.act,
            what=_what(step.act, body),
            state="done" if step.stance == "actual" else "told",
            held=HELD[step.stance],
            day=day,
            as_said=tuple(w for w in step.as_said if "ratif" in w and step.act != "ratified"),
            source=None,
            line=self._step(step),
        )

    def _missing(self, missing: Missing, party: str) -> Station:
        body = self.say.name(missing.body) if missing.body != party else ""
        what = f"{NOUNS.get(missing.act, missing.act.replace('_', ' ') + ' by')} {body}" if body else missing.act
        return Station(missing.act, what, "missing", "no account reports it", "", (), missing.source, None)

    def _step(self, step: Step) -> Line:
        told = self.telling.told(step.reports)
        mark = self.telling.mark(step.id, step.origins, told) if step.stance == "actual" else "?"
        text = self.say.step(step, disputed=step.id in self.telling.disputed)
        return Line(mark, text, self.telling.cite(told), step.id)

    def _provisions(self) -> Iterator[SectorLines]:
        by_sector: dict[str, list[Provision]] = {}
        for provision in self.agreement.provisions:
            for sector in provision.sectors or ("other",):
                by_sector.setdefault(sector, []).append(provision)
        for name in sorted(by_sector, key=lambda s: (s == "other", s)):
            yield SectorLines(name, tuple(self._provision(p) for p in by_sector[name]))

    def _provision(self, provision: Provision) -> Line:
        told = self.telling.told(provision.reports)
        mark = self.telling.mark(provision.id, provision.origins, told)
        text = self.say.provision(provision) + self.telling.through(told)
        return Line(mark, text, self.telling.cite(told), provision.id)

    def _reactions(self) -> Iterator[Line]:
        for statement in self.statements:
            told = self.telling.told(statement.reports)
            if told:
                yield Line("○", self.say.statement(statement, told), self.telling.cite(told), statement.id)

    def _findings(self) -> Iterator[Line]:
        for finding in sorted(self.findings, key=lambda f: (not finding_mark(f), f.kind, f.id)):
            if finding.severity != "info":
                told = self.telling.told(r for side in finding.sides for r in side.reports)
                yield Line(finding_mark(finding), finding.because, self.telling.cite(told), finding.id)


def _what(act: str, body: str) -> str:
    words = ACTS[act] if body else ACTS[act].removesuffix(" by")
    return f"{words} {body}".strip()


def _held_order(step: Step) -> int:
    return 0 if step.stance == "actual" else 1


def _by_day(step: Step) -> tuple[bool, str, str]:
    latest = step.when.latest if step.when else None
    return latest is None, latest or "", step.id
