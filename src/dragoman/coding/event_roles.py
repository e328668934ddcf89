"""Who fills the places of an event: places named by cues, phrases resolved to actors."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from dragoman.coding import event_words as words
from dragoman.coding.event_drafts import FoundRole
from dragoman.coding.phrases import hanging, phrase_at
from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Mention, Oblique, Phrase
from dragoman.model.terms import RoleName
from dragoman.model.text import Span

FAR = "far "
PARTS = ("rebels", "police", "military", "people", "government")
_BACKED = re.compile(
    r"[-–](?:backed|linked|allied|aligned|affiliated|supported|sponsored|trained|funded|financed|leaning|friendly|inspired)\b"
)
_OUTSIDE = frozenset({"people", "labour", "students", "farmers", "lawyers"})  # no part of whom they stand by
OF_PLACE = frozenset(
    {"of", "in", "from", "near", "at", "inside", "outside", "across", "throughout", "around", "within", "by", "with"}
)
STRAY = frozenset(
    {"compound", "advmod", "obl:unmarked", "nmod:unmarked", "dep", "vocative", "nmod", "discourse", "obl"}
)
BEFORE = frozenset({"adjective", "description"})
TIMES = frozenset({
    "week", "month", "year", "day", "today", "yesterday", "tomorrow", "night", "morning", "evening", "hour", "time",
    "weekend", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """The places of a predicate that a cue may name; a light verb's frame holds its own and its noun's."""

    clause: Clause
    agents: tuple[Phrase, ...]
    patients: tuple[Phrase, ...]
    indirect: tuple[Phrase, ...]
    obliques: tuple[Oblique, ...]
    owners: tuple[Phrase, ...] = ()  # whose the object is: "Turkey's shelling", "the shelling by Turkey"
    far: tuple[Oblique, ...] = ()  # what hangs deeper, for places nothing nearer fills


def frame_of(scene: Scene, clause: Clause) -> Frame:
    """Return the frame of a clause, with what hangs from its object and its complements.

    Where a prepositional phrase hangs is the parser's weakest guess: "sent troops to the border with Chad".
    """
    sentence = clause.sentence
    agents, patients = _sides(scene, clause)
    patients = patients or _misplaced(scene, clause)
    own = tuple(_cased(scene, clause, o) for o in clause.obliques)
    near = hanging(scene, sentence, [p.head for p in patients] + [o.phrase.head for o in own])
    far = hanging(scene, sentence, [o.phrase.head for o in near])
    owners = clause.agents if clause.kind == "noun" else tuple(p for n in object_nouns(scene, clause) for p in n.agents)
    agents = tuple(_before(scene, clause, p) for p in _named_agents(scene, clause, agents) or _by(scene, clause))
    return Frame(clause, agents, patients, clause.recipients, _once((*own, *near)), owners, _once(far))


def _before(scene: Scene, clause: Clause, phrase: Phrase) -> Phrase:
    """Cut a subject off before the clause that narrows it down: of "missiles targeting Baku" only the missiles act."""
    verb = scene.token_span(clause, clause.head)
    head = scene.token_span(clause, phrase.head)
    if clause.kind == "noun" or not phrase.span.holds(verb) or head.start > verb.start:
        return phrase
    span = Span(verb.article, phrase.span.start, verb.start)
    return Phrase(phrase.head, span, scene.words(span).strip())


def _cased(scene: Scene, clause: Clause, oblique: Oblique) -> Oblique:
    """Give a complement the preposition that the parser hung from a title in it: "with President Boric"."""
    first = next((t for t in scene.tokens(clause) if t.start == oblique.phrase.span.start), None)
    if oblique.case or first is None or first.upos != "ADP":
        return oblique
    return Oblique(first.text.lower(), oblique.phrase)


def _sides(scene: Scene, clause: Clause) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Return agents and patients: no times ("surrendered last week"), and passive only where there is a "be"."""
    tokens = scene.tokens(clause)
    agents, patients = (
        tuple(p for p in side if tokens[p.head].lemma.lower() not in TIMES or " of " in p.text)
        for side in (clause.agents, clause.patients)
    )
    helpers = {t.lemma.lower() for t in tokens if t.head == clause.head and t.dep.startswith("aux")}
    if clause.kind == "verb" and clause.voice == "passive" and not clause.agents and helpers == {"have"}:
        # "has promised": the parser gave a passive subject to an active verb
        return patients, ()
    return agents or _stray(scene, clause), patients


def _stray(scene: Scene, clause: Clause) -> tuple[Phrase, ...]:
    """Return the subject that the parser hung from its verb as something else: as an adverb, a compound."""
    tokens = scene.tokens(clause)
    if (
        clause.kind != "verb"
        or clause.voice == "passive"
        or clause.relation not in ("root", "ROOT", "ccomp", "conj", "parataxis")
    ):
        return ()
    for i in range(clause.head - 1, -1, -1):
        token = tokens[i]
        if token.head == clause.head and token.dep in STRAY and token.text[:1].isupper():
            phrase = phrase_at(scene, clause.sentence, i, before=clause.head)
            return (phrase,) if scene.actors(clause, phrase) else ()
    return ()


def _misplaced(scene: Scene, clause: Clause) -> tuple[Phrase, ...]:
    """Return the object that the parser took for another complement: to it a state's name may be an adjective."""
    if clause.kind != "verb" or clause.voice == "passive":
        return ()
    tokens = scene.tokens(clause)
    for i in range(clause.head + 1, min(clause.head + 3, len(tokens))):
        token = tokens[i]
        bare = not any(t.head == i and t.dep in ("case", "mark") for t in tokens)
        if (
            token.head == clause.head
            and token.dep in ("xcomp", "dep", "obl", "advmod")
            and bare
            and token.text[:1].isupper()
        ):
            phrase = phrase_at(scene, clause.sentence, i)
            return (phrase,) if scene.actors(clause, phrase) else ()
    return ()


def _named_agents(scene: Scene, clause: Clause, agents: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Return the agents, or who is punished for what he does: "sentenced him for torturing"."""
    parent = scene.verbal_parent(clause)
    if clause.marker in ("for", "of") and clause.relation == "advcl" and parent is not None and parent.patients:
        return parent.patients  # "sentenced him for torturing": not the judge
    return _whose_word(scene, clause, agents) or agents


def _whose_word(scene: Scene, clause: Clause, agents: tuple[Phrase, ...]) -> tuple[Phrase, ...] | None:
    """Return who is to do what a noun promises: whose word it is, or who gives it ("made a pledge to send aid")."""
    tokens = scene.tokens(clause)
    noun = tokens[clause.head].head
    if clause.relation != "acl" or clause.marker not in ("to", "of") or [p.head for p in agents] != [noun]:
        return None
    governors = scene.ontology.cues.governs(tokens[noun].lemma.lower(), "noun")
    if not governors or any(g.doer == "object" for g in governors):
        return None
    own = next((c for c in scene.clauses(clause.sentence) if c.kind == "noun" and c.head == noun), None)
    over = scene.verbal_parent(clause)
    return (own.agents if own is not None else ()) or (over.agents if over is not None else ()) or None


def _once(obliques: tuple[Oblique, ...]) -> tuple[Oblique, ...]:
    return tuple({(o.case, o.phrase.head): o for o in reversed(obliques)}.values())[::-1]


def _by(scene: Scene, clause: Clause) -> tuple[Phrase, ...]:
    """Return the agent of a passive whose "by" the parser hung from another noun: "delivered to Oman by France"."""
    if clause.voice != "passive" or clause.kind == "noun":
        return ()
    tokens = scene.tokens(clause)
    for token in tokens:
        if token.text.lower() == "by" and token.dep == "case" and clause.span.start <= token.start < clause.span.end:
            head = tokens[token.head]
            if head.upos in ("PROPN", "NOUN") and token.start > tokens[clause.head].start:
                span = Span(clause.span.article, head.start, head.end)
                return (Phrase(token.head, span, head.text),)
    return ()


def object_nouns(scene: Scene, clause: Clause) -> tuple[Clause, ...]:
    """Return the noun clauses that are objects of a clause."""
    wanted = {p.head for p in clause.patients}
    return tuple(c for c in scene.clauses(clause.sentence) if c.kind == "noun" and c.head in wanted)


def light_frame(frame: Frame, noun: Clause) -> Frame:
    """Return the frame of a noun that a light verb carries: the verb's agent, the noun's complements and the verb's."""
    own = noun.obliques
    known = {(o.case, o.phrase.head) for o in own}
    obliques = own + tuple(o for o in frame.obliques if (o.case, o.phrase.head) not in known)
    return Frame(frame.clause, frame.agents, noun.patients, frame.indirect, obliques, noun.agents, frame.far)


def phrases(frame: Frame, place: str) -> tuple[Phrase, ...]:
    """Return the phrases at a place: agent, patient, indirect, owner, or a preposition."""
    if place == "agent":
        return frame.agents
    if place == "patient":
        return frame.patients
    if place == "indirect":
        return frame.indirect
    if place == "owner":
        return frame.owners
    if place.startswith(FAR):
        return tuple(o.phrase for o in frame.far if o.case == place.removeprefix(FAR))
    return tuple(o.phrase for o in frame.obliques if o.case == place)


def resolve(scene: Scene, clause: Clause, phrase: Phrase, role: RoleName) -> tuple[FoundRole, ...]:
    """Return who a phrase stands for: itself, or else whose it is ("two Polish nurses", "police in Kenya")."""
    mention = scene.mention(clause, phrase)
    if mention is not None and _backs(scene, mention):
        return (FoundRole(role, None, None, phrase, "head"),)
    actors = tuple(a for a in scene.actors(clause, phrase) if a.kind != "outlet" or role == "recipient")
    if mention is not None and actors:
        beside = (m for m in _beside(scene, clause, mention, phrase) if m.actor is not None)
        others = (FoundRole(role, m.actor, m, phrase, "head") for m in beside)
        return distinct((*(FoundRole(role, actor, mention, phrase, "head") for actor in actors), *others))
    owners = _owners(scene, clause, phrase)
    if not owners:
        state = _state_of_place(scene, phrase) if role == "recipient" and mention is None else None
        return (FoundRole(role, state, mention, phrase, "head" if state is None else "owner"),)
    whose = ((m, actor) for m in owners for actor in (m.members or ((m.actor,) if m.actor else ())))
    parts = ((m, _part(scene, clause, phrase, actor, role)) for m, actor in whose)
    found = tuple(FoundRole(role, actor, m, phrase, "owner") for m, actor in parts if actor is not None)
    return found or (FoundRole(role, None, None, phrase, "head"),)


def _state_of_place(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the state of the place that something is done to or in: "shelled a market in Grozny"."""
    inside = (place.country for span, place in scene.reading.places if phrase.span.holds(span))
    country = next((c for c in inside if c is not None), None)
    return None if country is None else scene.ontology.actors.get(country)


def _part(scene: Scene, clause: Clause, phrase: Phrase, owner: Actor, role: RoleName) -> Actor | None:
    """Return who a phrase means that only belongs to somebody: "students in Chile" are people of Chile, not the state.

    A thing acts for nobody ("a Thai law"), and whoever stands by a person is not that person ("an adviser to Bush").
    """

    if owner.kind == "outlet":
        return None

    def is_one_of(name: str) -> bool:
        return words.phrase_is(scene, clause, phrase, scene.ontology.events.listed(name))

    named = "people" if scene.tokens(clause)[phrase.head].upos == "PROPN" else None  # somebody by a name we do not know
    named = "government" if is_one_of("agency") and named else named  # "the Presidential Council of Yemen"
    part = _office(scene, clause, phrase) or next((p for p in PARTS if is_one_of(f"part_{p}")), named)
    state = owner.id if owner.kind == "state" else owner.country
    whose = owner.kind in ("state", "person", "office") or owner.id == f"{state}/elites"
    if part is not None and state is not None and whose:
        return scene.ontology.actors.body(state, part)
    if owner.kind in ("person", "office"):
        beside = "government" if "GOV" in owner.sector and is_one_of("staff") else "people"
        if state is not None and (is_one_of("beside") or is_one_of("staff")):
            return scene.ontology.actors.body(state, beside)
        return owner if role != "actor" and part is None and not is_one_of("beside") else None
    if part in _OUTSIDE and state is not None and owner.kind != "armed_group":
        return scene.ontology.actors.body(state, part)
    if part is not None or is_one_of("beside") or is_one_of("staff"):
        return owner
    return owner if role != "actor" or is_one_of("collective") else None


def _office(scene: Scene, clause: Clause, phrase: Phrase) -> str | None:
    """Return what the table calls the noun of a phrase: "miners" are labour, a "human rights group" activists."""
    tokens, nouns = scene.tokens(clause), scene.ontology.actors.nouns("nouns")
    start = next((i for i, t in enumerate(tokens) if t.start >= phrase.span.start), phrase.head)
    for first in range(max(start, phrase.head - 3), phrase.head + 1):
        words = scene.article.text[tokens[first].start : tokens[phrase.head].end]
        for spelt in (words, words.lower()):
            if spelt in nouns and scene.ontology.actors.office(nouns[spelt]).kind != "office":
                return nouns[spelt]
    return None


def is_somebody(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a phrase is an actor, an official or people, and no thing of theirs."""
    codebook = scene.ontology.events
    people = (codebook.listed(f"part_{part}") for part in PARTS)
    return bool(scene.actors(clause, phrase)) or any(words.phrase_is(scene, clause, phrase, p) for p in people)


def _beside(scene: Scene, clause: Clause, mention: Mention, phrase: Phrase) -> tuple[Mention, ...]:
    """Return mentions coordinated with the one that names a phrase: "officials from Chad and Mali"."""
    inside = [m for m in scene.mentions(phrase.span) if m.span.start >= mention.span.end]
    inside = inside or _before_verb(scene, clause, mention)
    earlier = (m for m in scene.before(mention.span.start) if m.form in BEFORE)
    before = _together(scene, chain([mention], earlier))[1:] if mention.form in BEFORE else ()
    return (*before, *_together(scene, [mention, *inside])[1:])


def _before_verb(scene: Scene, clause: Clause, mention: Mention) -> list[Mention]:
    """Return mentions between a subject and its verb, where the parser lost that they are named together."""
    verb = scene.token_span(clause, clause.head)
    if clause.kind == "noun" or mention.span.end > verb.start:
        return []
    return list(scene.mentions(Span(verb.article, mention.span.end, verb.start)))


def _owners(scene: Scene, clause: Clause, phrase: Phrase) -> tuple[Mention, ...]:
    """Return the mentions a phrase belongs to: those before its head, else those after it that stand together."""
    head = scene.token_span(clause, phrase.head)
    below = [o.phrase.span for o in hanging(scene, clause.sentence, [phrase.head]) if o.case in OF_PLACE]
    held = {m.span: m for s in (phrase.span, *below) for m in scene.mentions(s)}
    inside = [held[span] for span in sorted(held)]
    named = [m for m in inside if (m.actor is not None or m.members) and not _backs(scene, m)]
    before = [m for m in named if m.span.start < head.start]
    if before:
        earlier = (m for m in scene.before(before[0].span.start) if m.form == "adjective")
        return _together(scene, chain(before[::-1], earlier))[::-1]
    after = [m for m in named if m.span.start >= head.start]
    return _together(scene, after or _further(scene, clause, phrase))


def _backs(scene: Scene, mention: Mention) -> bool:
    """Say whether somebody only stands behind what is told: "Iran-backed militias" are not Iran's."""
    return bool(_BACKED.match(scene.article.text, mention.span.end))


def _further(scene: Scene, clause: Clause, phrase: Phrase) -> list[Mention]:
    """Return mentions in what narrows a phrase down: "refugees who fled Liberia", "people ordered out of Togo"."""
    tokens = scene.tokens(clause)
    for i, token in enumerate(tokens):
        if token.head == phrase.head and token.dep.startswith("acl") and i > phrase.head:
            below = phrase_at(scene, clause.sentence, i)
            return [m for m in scene.mentions(below.span) if m.actor is not None]
    return []


def _together(scene: Scene, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the first mention and those coordinated with it: "ministers of Chile and Peru"."""
    found: list[Mention] = []
    for m in mentions:
        if not found:
            found.append(m)
            continue
        start, end = sorted((found[-1].span, m.span))
        between = scene.article.text[start.end : end.start].strip().lower()
        if between not in ("and", ",", ", and", "or", "and the", "-", "–"):
            break
        found.append(m)
    return tuple(found)


def fill(
    scene: Scene, frame: Frame, places: Iterable[str], role: RoleName, *, taken: tuple[FoundRole, ...] = ()
) -> tuple[FoundRole, ...]:
    """Return who stands at the first of the places where somebody known stands, else at the first that is filled."""
    nameless: tuple[FoundRole, ...] = ()
    for place in places:
        found = at_place(scene, frame, place, role, taken=taken)
        if any(r.actor is not None for r in found):
            return tuple(r for r in found if r.actor is not None or r.by == "head")
        nameless = nameless or found
    return nameless


def at_place(
    scene: Scene, frame: Frame, place: str, role: RoleName, *, taken: tuple[FoundRole, ...] = ()
) -> tuple[FoundRole, ...]:
    """Return who stands at one place, but for the phrases taken already and for what belongs to those who took them."""
    used = {r.phrase.head for r in taken}
    owners = {r.actor.id for r in taken if r.actor is not None}
    found: list[FoundRole] = []
    for phrase in phrases(frame, place):
        if phrase.head in used:
            continue
        for r in resolve(scene, frame.clause, phrase, role):
            # "withdrew its troops from Somalia": "its" is the one who withdrew, and no recipient
            own = r.by == "owner" and r.actor is not None and r.actor.id in owners
            found.append(replace(r, actor=None, mention=None) if own else r)
    return tuple(found)


def distinct(roles: Iterable[FoundRole]) -> tuple[FoundRole, ...]:
    """Return the roles without repeats of one actor."""
    seen: set[str] = set()
    found = []
    for r in roles:
        key = r.actor.id if r.actor else r.phrase.text
        if key not in seen:
            seen.add(key)
            found.append(r)
    return tuple(found)
