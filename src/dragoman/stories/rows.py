"""The rows of agreements and of stories."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.article import Article
from dragoman.model.derived import Agreement, Event, Statement, Story, Vote
from dragoman.model.ids import digest
from dragoman.model.report import Instrument, Report
from dragoman.model.time import When
from dragoman.ontology import Ontology
from dragoman.stories import acts
from dragoman.stories.agreements import Bundle
from dragoman.stories.decided import UNDECIDED, Decided
from dragoman.stories.naming import GENERAL, by_matter, named
from dragoman.stories.origins import Texts
from dragoman.stories.status import status
from dragoman.stories.steps import provisions, steps
from dragoman.stories.whens import narrowest


def agreement(bundle: Bundle, texts: Texts, ontology: Ontology, decided: Decided = UNDECIDED) -> Agreement:
    """Return the row of one instrument, its votes still to come: they name the agreement, so they are made after it."""
    told = steps(bundle.reports, texts, decided)
    instruments = [i for i in map(acts.instrument, bundle.reports) if i]
    parties = tuple(sorted(bundle.parties))
    return Agreement(
        id=digest("agreement", bundle.id),
        name=_name(instruments),
        kind=_kind(sorted(bundle.kinds), ontology),
        parties=parties,
        term=_commonest(sorted(bundle.terms), [i.term for i in instruments]) if bundle.terms else None,
        status=status(parties, told, ontology),
        votes=(),
        reports=tuple(r.id for r in bundle.reports),
        steps=told,
        provisions=provisions(bundle.reports, texts, decided),
    )


def _kind(kinds: Sequence[str], ontology: Ontology) -> str:
    """Return the kind that says most: what one calls a pact and another a treaty is a treaty.

    Where one tells the form and another the matter, as of a memorandum on defence, the form is the kind.
    """
    forms = [k for k in kinds if k not in GENERAL and not by_matter(k)]
    kinds = forms or kinds
    known = {k.id: k.specific for k in ontology.instruments.kinds}
    return max(kinds, key=lambda k: (known.get(k, -1), k))


def _commonest(choices: Sequence[str], said: Sequence[str | None]) -> str:
    return max(choices, key=lambda c: (said.count(c), -choices.index(c)))


def _name(instruments: Iterable[Instrument]) -> str:
    """Return the fullest name told; without any, the kind. A paper that carries an act names no instrument."""
    kinds = sorted({i.kind for i in instruments})
    names = sorted({i.name for i in instruments if i.name}, key=lambda n: (not named(n), -len(n), n))
    return names[0] if names else kinds[0]


@dataclass(frozen=True, slots=True)
class Tables:
    """The row each report is about, by table."""

    rows: Mapping[str, Sequence[Event | Agreement | Vote | Statement]]

    def of(self, table: str, reports: frozenset[str]) -> tuple[str, ...]:
        """Return the ids of the rows of a table that rest on any of the reports, sorted."""
        return tuple(sorted(row.id for row in self.rows[table] if not reports.isdisjoint(row.reports)))


def story(members: Sequence[Article], reports: Sequence[Report], tables: Tables) -> Story:
    """Return the row of one story."""
    ids = tuple(a.id for a in members)
    mine = frozenset(r.id for r in reports)
    return Story(
        id=digest("story", ids[0]),
        title=_title(members),
        when=_when(members, reports),
        articles=ids,
        events=tables.of("events", mine),
        agreements=tables.of("agreements", mine),
        votes=tables.of("votes", mine),
        statements=tables.of("statements", mine),
    )


def _title(members: Sequence[Article]) -> str:
    """Return the first article's headline; without one, the beginning of the first text."""
    titles = [a.title for a in members if a.title]
    return titles[0] if titles else members[0].text.split("\n", 1)[0][:120]


def _when(members: Sequence[Article], reports: Sequence[Report]) -> When | None:
    """Return when the happening was: the time of what the articles tell first as new, else when they were printed."""
    fresh = [r for r in reports if r.recency == "new" and acts.happened(r) and r.kind in ("step", "event", "vote")]
    lead = min(fresh, key=lambda r: (r.kind != "step", acts.place(r), r.id), default=None)
    same = [r.when for r in fresh if lead and _one_act(lead, r)]
    return narrowest(same) or _printed(members)


def _one_act(lead: Report, other: Report) -> bool:
    """Say whether a report tells of the lead's act: of the same kind, by the same actor as far as both name one."""
    actors = {acts.acting(r) for r in (lead, other)} - {None}
    return acts.kind_of_act(lead) == acts.kind_of_act(other) and len(actors) < 2


def _printed(members: Sequence[Article]) -> When | None:
    stamps = [a.published for a in members if a.published.latest]
    latest = max((s.latest for s in stamps if s.latest), default=None)
    return When(None, f"[..{latest}]", None, latest, "article") if latest else None
