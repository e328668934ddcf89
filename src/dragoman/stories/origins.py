"""How many independent origins a proposition has: outlets are witnesses, not origins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.derived import Origin, Origins
from dragoman.model.report import Report, Source
from dragoman.model.terms import OriginKind
from dragoman.model.words import content
from dragoman.stories import acts


@dataclass(frozen=True, slots=True)
class Texts:
    """Which articles share a text, and which outlet each is of."""

    root: Mapping[str, str]
    outlet: Mapping[str, str]
    state: Mapping[str, str]  # the state each actor speaks or acts for
    owner: Mapping[str, str]  # the state whose medium an article's outlet is
    head: Mapping[str, int]  # where each article's headline ends, in code points; none has no entry

    def text(self, article: str) -> str:
        """Return the article that stands for all that share an article's text."""
        return self.root.get(article, article)


@dataclass(frozen=True, slots=True)
class _Told:
    """Where one report has its proposition from. ``key`` is equal for what is one origin."""

    key: str
    kind: OriginKind
    source: str | None
    actor: str | None
    article: str
    text: str  # the article that stands for all that print its text
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
    sourced = {t.text for t in told if t.kind not in ("unknown", "anonymous")}
    told = [t for t in told if t.kind != "unknown" or t.text not in sourced]
    known = [t for t in told if t.kind not in ("unknown", "anonymous")]
    unknown = {t.key for t in told} - {t.key for t in known}
    return Origins(low=_independent(known), high=len({t.key for t in known}) + len(unknown), sources=_rows(told))


def _independent(known: Sequence[_Told]) -> int:
    """Return how many of the known origins are shown to be independent of one another."""
    once = {(t.key, t.text): t for t in sorted(known, key=lambda t: (t.article, t.sentence), reverse=True)}
    free = {t.key: (t.article, t.sentence) for t in once.values() if t.kind != "party"}
    breaths = set(free.values())
    return len(breaths) + bool(
        [t for t in once.values() if t.kind == "party" and (t.article, t.sentence) not in breaths]
    )


def _rows(told: Iterable[_Told]) -> tuple[Origin, ...]:
    found: dict[tuple[str, str | None], list[_Told]] = {}
    for t in told:
        found.setdefault((t.key, t.actor), []).append(t)
    return tuple(
        Origin(ts[0].kind, ts[0].source, ts[0].actor, tuple(sorted({t.article for t in ts})))
        for _, ts in sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )


def _told(report: Report, concerned: frozenset[str], texts: Texts) -> _Told:
    text = texts.text(report.article)
    key, kind, source = _whence(report, concerned, texts)
    actor = source.actor if source else None
    name = source.source if source else texts.outlet.get(report.article) if kind == "party" else None
    return _Told(key, kind, name, actor, report.article, text, acts.place(report))


def _whence(report: Report, concerned: frozenset[str], texts: Texts) -> tuple[str, OriginKind, Source | None]:
    """Return what is equal for what is one origin, its kind, and the source named, None for the outlet's own voice."""
    source, text = innermost(report), texts.text(report.article)
    if source is None:
        owner = texts.owner.get(report.article)
        if owner in concerned:
            return f"party {owner}", "party", None
        return f"text {texts.outlet.get(text) or text}", "unknown", None
    if source.anonymous:
        return f"anonymous {text}", "anonymous", source
    state = texts.state.get(source.actor or "")
    if state in concerned:
        return f"party {state}", "party", source
    return f"source {source.actor or ' '.join(content(source.source)) or source.source}", "source", source


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
