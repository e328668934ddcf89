"""How many independent origins a proposition has: outlets are witnesses, not origins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.derived import Origin, Origins
from dragoman.model.report import Report, Source
from dragoman.model.terms import OriginKind
from dragoman.stories import acts
from dragoman.stories.words import content


@dataclass(frozen=True, slots=True)
class Texts:
    """Which articles share a text, and which outlet each is of."""

    root: Mapping[str, str]
    outlet: Mapping[str, str]
    state: Mapping[str, str]  # the state each actor speaks or acts for
    owner: Mapping[str, str]  # the state whose medium an article's outlet is


@dataclass(frozen=True, slots=True)
class _Told:
    """Where one report has its proposition from. ``key`` is equal for what is one origin."""

    key: str
    kind: OriginKind
    source: str | None
    actor: str | None
    article: str
    sentence: int


def origins(reports: Sequence[Report], texts: Texts) -> Origins:
    """Count where the reports of one proposition have it from.

    A source by name is one origin, however many quote it. A party speaking of itself, its media included, is one with
    that party, and all interested parties together raise ``low`` by one. Sources named in one breath are not shown to
    be independent. A text without a source is of unknown origin: it raises ``high`` alone, and not even that where the
    same article names a source for the same thing.
    """
    affirmed = [r for r in reports if r.stance not in ("denied", "negated")] or list(reports)
    concerned = frozenset().union(*(_concerned(r, texts) for r in affirmed))
    told = [_told(r, concerned, texts) for r in sorted(affirmed, key=lambda r: r.id)]
    sourced = {t.article for t in told if t.kind not in ("unknown", "anonymous")}
    told = [t for t in told if t.kind != "unknown" or t.article not in sourced]
    known = [t for t in told if t.kind not in ("unknown", "anonymous")]
    unknown = {t.key for t in told} - {t.key for t in known}
    return Origins(low=_independent(known), high=len({t.key for t in known}) + len(unknown), sources=_rows(told))


def _independent(known: Sequence[_Told]) -> int:
    """Return how many of the known origins are shown to be independent of one another."""
    free = {t.key: (t.article, t.sentence) for t in reversed(known) if t.kind != "party"}
    breaths = set(free.values())
    return len(breaths) + bool([t for t in known if t.kind == "party" and (t.article, t.sentence) not in breaths])


def _rows(told: Iterable[_Told]) -> tuple[Origin, ...]:
    found: dict[tuple[str, str | None], list[_Told]] = {}
    for t in told:
        found.setdefault((t.key, t.actor), []).append(t)
    return tuple(
        Origin(ts[0].kind, ts[0].source, ts[0].actor, tuple(sorted({t.article for t in ts})))
        for _, ts in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )


def _told(report: Report, concerned: frozenset[str], texts: Texts) -> _Told:
    source = innermost(report)
    place = acts.place(report)
    owner = texts.owner.get(report.article)
    if source is None and owner in concerned:
        outlet = texts.outlet[report.article]
        return _Told(f"party {owner}", "party", outlet, None, report.article, place)
    if source is None:
        key = texts.root.get(report.article, report.article)
        return _Told(f"text {texts.outlet.get(key) or key}", "unknown", None, None, report.article, place)
    if source.anonymous:
        return _Told(f"anonymous {report.article}", "anonymous", source.source, source.actor, report.article, place)
    state = texts.state.get(source.actor or "")
    if state in concerned:
        return _Told(f"party {state}", "party", source.source, source.actor, report.article, place)
    name = source.actor or " ".join(content(source.source)) or source.source
    return _Told(f"source {name}", "source", source.source, source.actor, report.article, place)


def innermost(report: Report) -> Source | None:
    """Return who a proposition comes from by its report: the last of the chain, None for the outlet's own voice.

    An agreement's own text ("the pact includes …") is what the words are about, no witness of them.
    """
    chain = [s for s in report.attribution[1:] if s.actor or s.anonymous or report.kind != "provision"]
    return chain[-1] if chain else None


def _concerned(report: Report, texts: Texts) -> frozenset[str]:
    """Return the states whose own doing a report tells of."""
    doing = report.actors("actor", "body", "party", "signatory", "speaker", "from")
    return frozenset(texts.state[a] for a in doing if a in texts.state)
