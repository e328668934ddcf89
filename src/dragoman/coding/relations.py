"""Standing relations: who belongs to what, who supplies whom, who is under whose sanctions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.coding import who
from dragoman.coding.drafts import Dated, Draft, Filled, Held
from dragoman.coding.phrases import phrase_at
from dragoman.coding.relation_words import Standing, governing, holds_now, of_noun, of_verb, within_reference
from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Mention, Phrase, Token
from dragoman.model.report import RelationContent
from dragoman.model.terms import ActorKind, RoleName
from dragoman.model.text import Span
from dragoman.ontology.relation import RelationCue

LASTING = frozenset({"since", "until", "till", "from"})  # other times in the clause date what happens beside it
UNMOVED = frozenset({"told", "apposition"})  # standings whose clause tells something else, in any tense

PART_OF_NAME = frozenset({"compound", "amod", "flat"})
LEAVING_OUT = frozenset({"not", "nor", "except", "without", "than", "unlike"})
PARTS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})


def relations(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for every standing relation that a sentence tells; headlines put events in the present tense."""
    found: dict[tuple[object, ...], Draft] = {}
    for draft in (*_of_verbs(scene), *_of_nouns(scene)):
        same = (draft.clause.sentence, draft.content, *((r.role, r.actor) for r in draft.roles if r.actor))
        found.setdefault(same, draft)
    yield from sorted(found.values(), key=lambda d: (d.span, d.rule))


def _of_verbs(scene: Scene) -> Iterator[Draft]:
    for clause in scene.reading.clauses:
        if clause.kind == "verb" and not scene.sentence(clause).headline:
            standing = of_verb(scene, clause)
            for cue in scene.ontology.relations.verbs(clause.lemma):
                yield from _told(scene, cue, standing)


def _of_nouns(scene: Scene) -> Iterator[Draft]:
    for number, sentence in enumerate(scene.reading.sentences):
        for at, token in enumerate(sentence.tokens if not sentence.headline else ()):
            cues = _cues(scene, token)
            standings = tuple(of_noun(scene, number, at)) if cues else ()
            for cue in cues:
                drafts = (d for s in standings if s.how in cue.stands for d in _told(scene, cue, s))
                yield from list(drafts)[:1]


def _cues(scene: Scene, token: Token) -> tuple[RelationCue, ...]:
    if token.upos not in ("NOUN", "PROPN", "ADJ", "VERB"):  # the tagger takes rare nouns for verbs
        return ()
    table = scene.ontology.relations
    return tuple(dict.fromkeys((*table.nouns(token.lemma.lower()), *table.nouns(token.text.lower()))))


def _told(scene: Scene, cue: RelationCue, standing: Standing) -> Iterator[Draft]:
    if any(standing.phrases(place) for place in cue.not_with) or not _beside(scene, cue, standing):
        return
    if standing.how not in UNMOVED and not cue.given and not holds_now(scene, standing, perfect=cue.perfect):
        return
    over = governing(scene, standing.clause.sentence, standing.head)
    if over & set(cue.not_under) or (cue.under and not over & set(cue.under)):
        return
    sides = _sides(scene, cue, standing)
    objects = tuple(_objects(scene, cue, standing, (*sides.from_, *sides.to)))
    if cue.goods and not any(scene.ontology.sectors.of(o.text) for o in objects):
        return
    have = {"from": bool(sides.from_), "to": bool(sides.to), "object": bool(objects)}
    if all(have[need] for need in cue.needs):
        yield _draft(scene, cue, standing, roles=(*sides.from_, *sides.to, *objects))


def _beside(scene: Scene, cue: RelationCue, standing: Standing) -> bool:
    """Say whether a verb's object, or the words beside a noun, let it tell what the cue says."""
    if standing.how == "verb":
        return not cue.objects or any(_head(scene, standing, p) in cue.objects for p in standing.phrases("object"))
    tokens = scene.tokens(standing.clause)
    words = {w for t in tokens if t.head == standing.head for w in t.text.lower().split("-")}
    if standing.head:
        words.add(tokens[standing.head - 1].text.lower())
    unreal = set(scene.ontology.relations.unreal) - ({"no", "any"} if standing.clause.negated else set())
    if words & (unreal | set(cue.not_beside)):
        return False
    return not cue.modified or bool(words & set(cue.modified))


def _head(scene: Scene, standing: Standing, phrase: Phrase) -> str:
    return scene.tokens(standing.clause)[phrase.head].lemma.lower()


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who stands on either side of a relation."""

    from_: tuple[Filled, ...] = ()
    to: tuple[Filled, ...] = ()


def _sides(scene: Scene, cue: RelationCue, standing: Standing) -> _Sides:
    """Return both sides: each from its place, or else both from a place that holds the two."""
    from_ = _filled(scene, standing, cue.from_, role="from", kinds=cue.from_kinds)
    to = _filled(scene, standing, cue.to, role="to", kinds=cue.to_kinds, but=from_)
    if (from_ and to) or not cue.sides:
        return _Sides(from_, to)
    for place in cue.sides:
        both = _filled(scene, standing, (place,), role="from", kinds=cue.from_kinds)
        if len(both) > 1:
            return _Sides(both[:1], tuple(Filled("to", b.actor, b.text, b.span) for b in both[1:]))
    return _Sides(from_, to) if "from" not in cue.needs or "to" not in cue.needs else _Sides()


def _filled(
    scene: Scene, standing: Standing, places: Iterable[str], *,
    role: RoleName, kinds: tuple[ActorKind, ...], but: tuple[Filled, ...] = (),
) -> tuple[Filled, ...]:  # fmt: skip
    """Return who stands at the first of the places that names somebody fit for it."""
    other = {b.actor.id for b in but if b.actor}
    for place in places:
        found: dict[str, Filled] = {}
        for phrase in standing.phrases(place):
            for actor, span in _actors(scene, standing.clause, phrase):
                if actor.kind in kinds and actor.id not in other:
                    found.setdefault(actor.id, Filled(role, actor, scene.words(span), span))
        if found:
            return tuple(found.values())
    return ()


def _actors(scene: Scene, clause: Clause, phrase: Phrase) -> Iterator[tuple[Actor, Span]]:
    """Yield the actors of a phrase, a government or an army as its state, with the words that name them."""
    if within_reference(scene, phrase.span):
        senses = scene.ontology.actors.lookup(phrase.text)
        yield from ((scene.ontology.actors.get(s.actor), phrase.span) for s in senses[:1] if len(senses) == 1)
        return
    mention = scene.mention(clause, phrase)
    if mention is None or not _is_whole(scene, clause, phrase, mention):
        return
    for actor in scene.actors(clause, phrase):
        if actor.kind == "body" and {"GOV", "MIL"} & set(actor.sector) and actor.country:
            actor = who.state(scene, actor.country, actor)
        yield actor, mention.span


def _is_whole(scene: Scene, clause: Clause, phrase: Phrase, mention: Mention) -> bool:
    """Say whether a mention is all that names somebody in a phrase, and the phrase is not the one left out.

    Not NATO in "a NATO member", nor Cyprus in "Northern Cyprus"; "both sides" may be anybody's. "A member of the EU
    but not of NATO" is no member of NATO.
    """
    tokens = scene.tokens(clause)
    at = next((i for i, t in enumerate(tokens) if t.start >= mention.span.start), 0)
    before = tokens[at - 1] if at else None
    more = before is not None and before.dep in PART_OF_NAME and before.text[:1].isupper() and before.upos != "DET"
    apart = before is not None and before.text.lower() in PARTS
    vague = bool(mention.members) and tokens[phrase.head].lemma.lower() in ("side", "party")
    own = mention.span.touches(scene.token_span(clause, phrase.head))
    opening = next((t for t in reversed(tokens[:at]) if t.upos not in ("ADP", "DET")), None)
    left_out = opening is not None and opening.text.lower() in LEAVING_OUT
    return own and not left_out and not vague and not apart and not (more and before is not None and before.head == at)


def _objects(scene: Scene, cue: RelationCue, standing: Standing, sides: tuple[Filled, ...]) -> Iterator[Filled]:
    """Yield what the relation is about, cut before the phrase that names a side."""
    for place in cue.object:
        found = [p for p in standing.phrases(place) if not any(s.span.holds(p.span) for s in sides)]
        for phrase in (p for n, p in enumerate(found) if not any(o.span.holds(p.span) for o in found[:n])):
            cut = _cut(scene, standing.clause, phrase, sides)
            actors = scene.actors(standing.clause, cut)
            yield Filled("object", actors[0] if len(actors) == 1 else None, cut.text, cut.span, _number(scene, cut))
        if found:
            return


def _cut(scene: Scene, clause: Clause, phrase: Phrase, sides: tuple[Filled, ...]) -> Phrase:
    """Return "drones" for "drones to Russia", where Russia is a side, and "water" for "water since May"."""
    tokens = scene.tokens(clause)
    spans = (*(s.span for s in sides), *(t.span for t in scene.times(phrase.span)))
    starts = [s.start for s in spans if phrase.span.holds(s) and s.start > tokens[phrase.head].start]
    if not starts:
        return phrase
    last = min(starts)
    cases = (i for i, t in enumerate(tokens) if phrase.head < i and t.start < last and t.upos in ("ADP", "VERB"))
    return phrase_at(scene, clause.sentence, phrase.head, before=next(cases, None))


def _number(scene: Scene, phrase: Phrase) -> str | None:
    numbers = scene.quantities(phrase.span)
    return numbers[0].text if numbers else None


def _draft(scene: Scene, cue: RelationCue, standing: Standing, *, roles: tuple[Filled, ...]) -> Draft:
    clause = standing.clause
    word = scene.token_span(clause, standing.head)
    spans = [word, *(r.span for r in roles)]
    told = Span(scene.article.id, min(s.start for s in spans), max(s.end for s in spans))
    whole = clause.span if clause.span.holds(told) else scene.sentence(clause).span
    return Draft(
        kind="relation",
        content=RelationContent(cue.kind),
        roles=roles,
        clause=clause,
        span=whole,
        rule=f"relations/{cue.id}",
        evidence=(("relation.kind", told),),
        dated=_since(scene, standing),
        # "NATO member Norway may leave": that it is a member does not hang on "may"
        held=Held("+", "ongoing") if cue.given or standing.how == "apposition" else None,
        key=f"relation@{clause.sentence}.{standing.head}.{cue.id}",
    )


def _since(scene: Scene, standing: Standing) -> Dated | None:
    """Return since when or until when it holds, where the words hang from the relation's own."""
    tokens = scene.tokens(standing.clause)
    for time in scene.times(scene.sentence(standing.clause).span):
        at = next((i for i, t in enumerate(tokens) if time.span.start <= t.start < time.span.end), None)
        if at is None or time.case not in LASTING or time.kind != "date":
            continue
        over = scene.clause_at(standing.clause.sentence, time.span.start)
        hangs = tokens[at].head == standing.head
        if hangs or (over is standing.clause and standing.how not in UNMOVED):
            return Dated(time, "clause")
    return None
