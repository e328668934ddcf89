"""From drafts to reports: source, stance, time, evidence and id."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dragoman.coding import refuted
from dragoman.coding.attribution import Attribution
from dragoman.coding.chain import Chain, Said
from dragoman.coding.drafts import Dated, Draft, Held
from dragoman.coding.recency import recency
from dragoman.coding.scene import Scene
from dragoman.coding.stance import held as held_of
from dragoman.coding.stance import stance
from dragoman.model.actor import Actor
from dragoman.model.anchor import Tense
from dragoman.model.ids import digest
from dragoman.model.report import Link, Report, Role
from dragoman.model.terms import LinkKind
from dragoman.model.text import Evidence, Span, Unknown
from dragoman.model.time import When, not_after

LONGEST = 400  # code points of one quote: a clause or a sentence, never a paragraph
DATED_BY_ARTICLE = ("event", "step", "vote")  # acts without a time of their own happened on or before publication


def reports(scene: Scene, attribution: Attribution, drafts: Iterable[Draft]) -> tuple[Report, ...]:
    """Return the reports of an article, one for each draft and chain of sources, linked and sorted by id."""
    made: dict[str, Report] = {}
    ids: dict[str, list[str]] = {}
    wanted: dict[str, tuple[tuple[LinkKind, str], ...]] = {}
    for draft in drafts:
        for chain in _chains(attribution, draft):
            report = _report(scene, draft, chain)
            made.setdefault(report.id, report)
            for key in (draft.key, *_content_keys(attribution, draft)):
                ids.setdefault(key, []).append(report.id)
            wanted[report.id] = wanted.get(report.id, ()) + draft.links
    linked = (replace(r, links=tuple(_links(r, wanted[r.id], ids))) for r in made.values())
    return tuple(sorted(linked, key=lambda r: r.id))


def _content_keys(attribution: Attribution, draft: Draft) -> Iterator[str]:
    """Yield the keys of the sayings whose content a draft is; a saying itself is the content of none it makes."""
    for telling in attribution.over(draft.clause):
        if draft.kind not in ("statement", "assessment"):
            yield f"content@{telling.by.sentence}.{telling.by.index}"


def actors(drafts: Iterable[Draft], attribution: Attribution) -> tuple[Actor, ...]:
    """Return every actor that fills a place or is a source, by id, with the words that name it in the article."""
    found: dict[str, Actor] = {}
    words: dict[str, set[str]] = {}
    for mention in attribution.scene.reading.mentions:
        if mention.actor is not None and not mention.members:
            words.setdefault(mention.actor.id, set()).add(mention.text)
    for draft in drafts:
        chain_actors = (said.actor for chain in _chains(attribution, draft) for said in chain)
        for actor in (*(r.actor for r in draft.roles), *chain_actors):
            if actor is not None:
                found.setdefault(actor.id, actor)
    return tuple(replace(found[i], aliases=tuple(sorted(words.get(i, ())))) for i in sorted(found))


def _chains(attribution: Attribution, draft: Draft) -> tuple[Chain, ...]:
    chains = attribution.chains(draft.clause)
    return tuple(_with_speaker(chain, draft.saying) for chain in chains) if draft.saying else chains


def _with_speaker(chain: Chain, saying: Said) -> Chain:
    """Return the chain of a saying; who "posted a message announcing" it says it once."""
    last = chain[-1].source
    again = len(chain) > 1 and (last.source, last.actor) == (saying.source.source, saying.source.actor)
    return (*chain[:-1], saying) if again else (*chain, saying)


def _links(report: Report, wanted: Iterable[tuple[LinkKind, str]], ids: dict[str, list[str]]) -> Iterator[Link]:
    found = {Link(kind, other) for kind, key in wanted for other in ids.get(key, ()) if other != report.id}
    yield from sorted(found, key=lambda link: (link.kind, link.report))


def _report(scene: Scene, draft: Draft, chain: Chain) -> Report:
    how = draft.held or held_of(scene, draft.clause)
    if how.polarity == "-" and any(s.source.commitment == "denies" for s in chain) and refuted.of(scene, draft.clause):
        how = Held(cue=how.cue)  # who calls it untrue denies it; it is not denied that it is not so
    when = _when(scene, draft, how)
    evidence = tuple(_evidence(scene, draft, chain, when=when, how=how))
    sources = tuple(said.source for said in chain)
    # the speaker of a saying commits to what is said, not to having said it
    over = sources[:-1] if draft.saying else sources
    verdict = draft.kind == "assessment" and how.modality in ("actual", "ongoing")
    return Report(
        id=_id(scene, draft, chain, evidence),
        article=scene.article.id,
        kind=draft.kind,
        content=draft.content,
        roles=tuple(Role(r.role, r.actor.id if r.actor else None, r.text, r.quantity) for r in draft.roles),
        when=when,
        where=tuple(w.place for w in draft.where),
        polarity=how.polarity,
        modality=how.modality,
        stance=None if verdict else draft.stance or stance(how, over),
        recency=recency(scene, draft, when),
        attribution=sources,
        links=(),
        evidence=(*evidence, *_meant(scene, draft)),
        rule=draft.rule,
        unknown=tuple(_unknown(draft, when)),
        time=draft.dated.time if draft.dated else None,
        basis=draft.dated.basis if draft.dated else "article",
    )


def _meant(scene: Scene, draft: Draft) -> Iterator[Evidence]:
    """Yield the words elsewhere that say who a role's words stand for: "Iran" for "it". No part of the id."""
    found = ((f"roles.{n}.actor", r) for n, r in enumerate(draft.roles) if r.actor is not None)
    yield from _evidence_of(scene, ((name, span) for name, r in found for span in scene.antecedents(r.span, r.actor)))


def _id(scene: Scene, draft: Draft, chain: Chain, evidence: tuple[Evidence, ...]) -> str:
    """Return a hash of what was printed: never of resolved values, never of the rule."""
    spans = sorted({f"{e.span.start}-{e.span.end}" for e in evidence})
    roles = sorted(f"{r.role}={r.text}" for r in draft.roles)
    source = [said.source.source for said in chain[1:]]
    what = type(draft.content).__name__ + draft.key.rpartition("@")[2] if draft.kind == "provision" else ""
    return digest("report", scene.article.id, draft.kind, what, *spans, *roles, *source)


def _when(scene: Scene, draft: Draft, how: Held) -> When | None:
    if draft.dated is not None:
        return _resolved(scene, draft.dated, how)
    if draft.kind in DATED_BY_ARTICLE and how.modality in ("actual", "failed"):
        return not_after(scene.article.published)
    return None


def _resolved(scene: Scene, dated: Dated, how: Held) -> When | None:
    stamp = scene.article.published
    known = date.fromisoformat(stamp.earliest) if stamp.earliest and stamp.earliest == stamp.latest else None
    was = how.cue is not None and scene.words(how.cue).lower().startswith(("was ", "were "))  # "was to sign on Tuesday"
    ahead = how.modality in ("planned", "pledged", "demanded", "possible") and not was
    if ahead and dated.basis == "report_date":
        return None  # "will send troops, he said on Sunday": the day of the words bounds only what is past
    return _anchored(dated, known, "future" if ahead else "past")


def _anchored(dated: Dated, published: date | None, tense: Tense) -> When:
    """Return a time counted from publication, or from the time told before it, itself counted so."""
    told = _anchored(dated.told, published, tense) if dated.told else None
    return dated.time.anchored(published, tense=tense, basis=dated.basis, told=told)


def _evidence(scene: Scene, draft: Draft, chain: Chain, *, when: When | None, how: Held) -> Iterator[Evidence]:
    yield from _evidence_of(scene, draft.evidence)
    yield from _evidence_of(scene, ((f"roles.{n}", r.span) for n, r in enumerate(draft.roles)))
    if draft.dated is not None and when is not None:
        yield from _evidence_of(scene, [("when", draft.dated.time.span)])
    yield from _evidence_of(scene, ((f"where.{n}", w.span) for n, w in enumerate(draft.where)))
    if how.cue is not None:
        yield from _evidence_of(scene, [("modality" if how.polarity == "+" else "polarity", how.cue)])
    for n, said in enumerate(chain):
        pairs = ((f"attribution.{n}.source", said.source_span), (f"attribution.{n}.cue", said.cue_span))
        yield from _evidence_of(scene, [(name, span) for name, span in pairs if span is not None])


def _evidence_of(scene: Scene, pairs: Iterable[tuple[str, Span]]) -> Iterator[Evidence]:
    for name, span in pairs:
        span = _cut(scene, span)
        yield Evidence(name, span, scene.words(span))


def _cut(scene: Scene, span: Span) -> Span:
    """Keep a quote within one line and ``LONGEST``."""
    words = scene.words(span)[:LONGEST]
    end = span.start + len(words.partition("\n")[0].rstrip())
    return Span(span.article, span.start, end)


def _unknown(draft: Draft, when: When | None) -> Iterator[Unknown]:
    if when is None:
        yield Unknown("when", "no time told")
    elif when.edtf is None:
        yield Unknown("when", when.reason or "not resolved")
    if not draft.where and draft.kind in DATED_BY_ARTICLE:
        yield Unknown("where", "no place told")
    for n, role in enumerate(draft.roles):
        if role.actor is None and role.role in ("actor", "recipient", "speaker", "body"):
            yield Unknown(f"roles.{n}.actor", f"{role.text!r} names nobody in the tables")
