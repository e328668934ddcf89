"""Codes clauses as events: type, mode and context after the codebook, actors and recipients from the clause."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding import event_words as words
from dragoman.coding import second_layer
from dragoman.coding.contexts import contexts
from dragoman.coding.event_cues import Match, Matcher, tokens_of
from dragoman.coding.event_drafts import EventDraft, FoundObject, FoundRole, Told
from dragoman.coding.event_roles import FAR, distinct, fill, frame_of, is_somebody, resolve
from dragoman.coding.rescued import rescued
from dragoman.coding.scene import Scene
from dragoman.model.article import Article
from dragoman.model.reading import Clause, Phrase, Reading
from dragoman.model.terms import EventType, RoleName
from dragoman.model.text import Span
from dragoman.ontology import Ontology
from dragoman.ontology.codebook import Codebook, Cue, EventEntry

COOPERATIVE: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE: frozenset[EventType] = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST"})
# what is done, beside what is only said: of these the act itself is told as well where it is still to come
MATERIAL: frozenset[EventType] = HOSTILE | {"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT"}
TO_COME = frozenset({"will", "shall", "would", "'ll"})
SET = frozenset({"be", "schedule", "set", "slate", "due"})  # "is to visit", "is scheduled to visit"
MAYBE = frozenset({"may", "might", "could"})
REFUSING = frozenset({"will", "would", "shall", "can", "could", "'ll"})
SAYING = frozenset(
    "say declare announce tell warn state add insist vow confirm reiterate hint suggest indicate signal caution".split()
)


def events(article: Article, reading: Reading, *, ontology: Ontology) -> tuple[EventDraft, ...]:
    """Return the events that an article's clauses tell, in text order."""
    return events_in(Scene(article, reading, ontology), ontology.events)


def events_in(scene: Scene, codebook: Codebook) -> tuple[EventDraft, ...]:
    """Return the events of a scene, in text order."""
    coder = _Coder(scene, codebook)
    return tuple(d for d in coder.all() if coder.enough(d))


def candidates(scene: Scene, codebook: Codebook) -> tuple[EventDraft, ...]:
    """Return all that a cue fits, also where too few of the parties are known to call it an event."""
    return tuple(_Coder(scene, codebook).all())


class _Coder:
    """Codes the clauses of one article; content is coded before what governs it."""

    def __init__(self, scene: Scene, codebook: Codebook) -> None:
        self._scene = scene
        self._codebook = codebook
        self._matcher = Matcher(scene, codebook)
        self._required = {e.type for e in codebook.types if e.recipient == "required"}
        self._deliberate = {e.type for e in codebook.types if e.quad < 4} | {"SANCTION"}
        self._made: dict[tuple[int, int], EventDraft | None] = {}
        self._told: dict[Span, tuple[str, ...]] = {}  # contexts by paragraph

    def all(self) -> Iterator[EventDraft]:
        """Yield what the clauses tell, in text order."""
        for number in range(len(self._scene.reading.sentences)):
            yield from self._sentence(number)

    def enough(self, draft: EventDraft) -> bool:
        """Say whether enough of the parties are known: one at least, the recipient where the type requires one."""
        match = self._match(draft.clause)
        known = sum(r.actor is not None and r.actor.kind != "outlet" for r in (*draft.actors, *draft.recipients))
        if match is None or draft.told != "told":
            return known > 0
        if self._said_by_nobody(draft, match) or _to_himself(draft):
            return False
        received = any(r.actor is not None for r in draft.recipients) or len(draft.actors) > 1
        return known >= match.cue.parties and (received or draft.type not in self._required)

    def _sentence(self, number: int) -> list[EventDraft]:
        hidden = rescued(self._scene, number, self._codebook)
        verbs = {c.head for c in hidden}
        clauses = (*(c for c in self._scene.clauses(number) if c.head not in verbs), *hidden)
        consumed = {head for c in clauses for head in self._consumed(c)}
        made = (self._draft(c) for c in clauses if not (c.kind == "noun" and c.head in consumed))
        kept = [d for d in made if d is not None and not self._marched_for(d)]
        return sorted(kept, key=lambda d: (self._scene.tokens(d.clause)[d.clause.head].start, d.clause.index))

    def _said_by_nobody(self, draft: EventDraft, match: Match) -> bool:
        """Say whether what only somebody can do has a thing for an agent: "the pact has raised concerns in Lima"."""
        agents = match.frame.agents
        if draft.type not in self._deliberate or not agents or any(r.actor is not None for r in draft.actors):
            return False
        return not any(is_somebody(self._scene, draft.clause, p) for p in agents)

    def _marched_for(self, draft: EventDraft) -> bool:
        """Say whether a demand is what a protest is about, which is not coded beside it."""
        at = draft.clause if draft.type in ("REQUEST", "ACCUSE") else None
        while at is not None and at.relation != "ccomp":
            at = self._scene.verbal_parent(at)
            match = None if at is None else self._matcher.match(at)
            if match is not None and match.cue.type == "PROTEST":
                return True
        return False

    def _consumed(self, clause: Clause) -> tuple[int, ...]:
        match = self._matcher.match(clause)
        return () if match is None else match.consumed

    def _draft(self, clause: Clause) -> EventDraft | None:
        key = (clause.sentence, clause.index)
        if key not in self._made:
            self._made[key] = None
            match = self._match(clause)
            self._made[key] = None if match is None else self._coded(clause, match)
        return self._made[key]

    def _match(self, clause: Clause) -> Match | None:
        """Return the cue that fits a clause, or what the second layer takes it for."""
        return self._matcher.match(clause) or second_layer.match(self._scene, self._codebook, clause)

    def _coded(self, clause: Clause, match: Match) -> EventDraft:
        type_, told = self._type(clause, match)
        draft = self._as(clause, match, type_, told)
        if told == "told" or match.cue.type not in MATERIAL:
            return draft
        return replace(draft, base=self._as(clause, match, match.cue.type, "told"), own_words=self._own_words(clause))

    def _as(self, clause: Clause, match: Match, type_: EventType, told: Told) -> EventDraft:
        """Return a clause coded as one type."""
        entry = self._codebook.entry(type_)
        actors, recipients = self._roles(match, told)
        return EventDraft(
            clause=clause,
            governor=self._governor(clause),
            type=type_,
            mode=self._mode(entry, match, told),
            context=self._context(clause, match.cue),
            actors=actors,
            recipients=recipients,
            objects=self._objects(match, actors + recipients),
            rule=match.cue.name,
            span=clause.span,
            told=told,
            negated=clause.negated and told != "refusal",
            content=match.content,
            score=match.score,
        )

    # type

    def _type(self, clause: Clause, match: Match) -> tuple[EventType, Told]:
        """Return the type, which tense and negation may change: "will sign" is AGREE, "will not sign" REJECT."""
        cue = match.cue
        future = self._to_come(clause)
        if cue.type in ("AGREE", "CONCEDE") and match.content and all(c.negated for c in match.content):
            return "REJECT", "refusal"  # "vowed not to return the heights"
        if cue.type == "CONCEDE" and any(self._becomes(c) == "THREATEN" for c in match.content):
            return "THREATEN", "future"  # "announced it will pull out unless ..."
        if future and cue.type in (HOSTILE | {"RETREAT", "REJECT"}) and self._unless(clause):
            return "THREATEN", "future"
        if clause.negated:
            if cue.negated is not None:
                return cue.negated, "refusal"
            if cue.type in COOPERATIVE and REFUSING & set(clause.auxiliaries):
                return "REJECT", "refusal"
            if cue.type == "REJECT" and REFUSING & set(clause.auxiliaries):
                return "AGREE", "future"  # "would not oppose"
            return cue.type, "told"
        if future and cue.future is not None:
            return cue.future, "future"
        if (future or MAYBE & set(clause.auxiliaries)) and cue.type in HOSTILE and self._own_words(clause):
            return "THREATEN", "future"
        return cue.type, "told"

    def _becomes(self, clause: Clause) -> EventType | None:
        draft = self._draft(clause)
        return None if draft is None else draft.type

    def _to_come(self, clause: Clause) -> bool:
        if clause.kind == "noun":
            return False
        return clause.tense == "future" or bool(TO_COME & set(clause.auxiliaries)) or self._is_to(clause)

    def _is_to(self, clause: Clause) -> bool:
        """Say whether the clause is the infinitive of "is to visit" or "is due to": a copula's complement."""
        if clause.kind == "copula" and clause.marker in ("to", "due"):
            return True
        parent = self._scene.parent(clause)
        if parent is None or clause.marker != "to" or clause.relation not in ("xcomp", "ccomp"):
            return False
        return parent.lemma in SET and self._matcher.match(parent) is None

    def _unless(self, clause: Clause) -> bool:
        """Say whether the sentence has a condition that the other side is to meet: "will leave unless ..."."""
        return any(c.marker == "unless" for c in self._scene.clauses(clause.sentence))

    def _own_words(self, clause: Clause) -> bool:
        """Say whether the one who does it says so himself: "Iran said it would strike" is a threat."""
        parent = self._scene.verbal_parent(clause)
        if parent is None or parent.lemma not in SAYING or clause.relation not in ("ccomp", "root", "parataxis"):
            return False
        speakers = {r.actor.id for p in parent.agents for r in resolve(self._scene, parent, p, "actor") if r.actor}
        doers = [r for p in clause.agents for r in resolve(self._scene, clause, p, "actor")]
        pronoun = any(p.text.lower() in ("it", "he", "she", "they", "we", "i") for p in clause.agents)
        return pronoun or any(r.actor is not None and r.actor.id in speakers for r in doers)

    # mode and context

    def _mode(self, entry: EventEntry, match: Match, told: Told) -> str | None:
        if match.cue.mode is not None and entry.type == match.cue.type:
            return match.cue.mode
        types = {t for c in match.content for t in self._content_types(c)}
        if told != "told" and not match.content:
            types |= {match.cue.type, f"{match.cue.type}/{match.cue.mode}"}
        for mode in entry.modes:
            if types & set(mode.content):
                return mode.name
        tokens = tokens_of(self._scene, match.frame.clause)
        told_by_words = (m.name for m in entry.modes if m.words and words.any_word(tokens, m.words))
        return next(told_by_words, next((m.name for m in entry.modes if m.default), None))

    def _content_types(self, clause: Clause) -> tuple[str, ...]:
        draft = self._draft(clause)
        return () if draft is None else (draft.type, f"{draft.type}/{draft.mode}", draft.rule.split()[0])

    def _context(self, clause: Clause, cue: Cue) -> tuple[str, ...]:
        sentence = self._scene.sentence(clause)
        paragraphs = self._scene.article.paragraphs
        span = paragraphs[sentence.paragraph] if sentence.paragraph < len(paragraphs) else sentence.span
        if span not in self._told:
            self._told[span] = contexts(self._codebook, self._scene.words(span))
        return tuple(dict.fromkeys((*self._told[span], *cue.context)))

    # roles

    def _roles(self, match: Match, told: Told) -> tuple[tuple[FoundRole, ...], tuple[FoundRole, ...]]:
        cue = match.cue
        actors = self._filled(match, cue.actor, "actor", ())
        recipients = self._filled(match, cue.recipient, "recipient", actors)
        known = tuple(r for r in recipients if r.actor is not None)
        if cue.reciprocal and told == "told":  # whoever says he will meet another is alone in that
            together = distinct((*actors, *(replace(r, role="actor") for r in known)))
            return together, ()
        recipients = known or self._through(match) or _persons(recipients)
        return distinct(actors), distinct(recipients)

    def _through(self, match: Match) -> tuple[FoundRole, ...]:
        """Return whom a protest or a threat is aimed at where only a clause beside it says so.

        "Blocked roads to demand reforms from Lima", "threatened to strike unless Quito pays".
        """
        clause = match.frame.clause
        if match.cue.type == "PROTEST":
            drafts = (self._draft(c) for c in self._scene.below(clause) if c.kind != "noun")
            aims = (d.recipients for d in drafts if d is not None and d.type in ("REQUEST", "ACCUSE"))
            return next((r for r in aims if r), ())
        if match.cue.type == "THREATEN":
            conditions = (c for c in self._scene.clauses(clause.sentence) if c.marker in ("if", "unless", "until"))
            who = (fill(self._scene, frame_of(self._scene, c), ("agent",), "recipient") for c in conditions)
            return next((r for r in who if any(x.actor for x in r)), ())
        return ()

    def _filled(
        self, match: Match, places: tuple[str, ...], role: RoleName, taken: tuple[FoundRole, ...]
    ) -> tuple[FoundRole, ...]:
        """Return who stands at the first place that names somebody known, else who stands at the first filled."""
        nameless: tuple[FoundRole, ...] = ()
        far = () if match.cue.reciprocal else tuple(FAR + p for p in places if "." not in p)
        for place in (*places, *far):
            if place.startswith("content."):
                found = self._from_content(match, place.removeprefix("content."), role, taken)
            else:
                found = fill(self._scene, match.frame, (place,), role, taken=taken)
            if any(r.actor is not None for r in found):
                return tuple(r for r in found if r.actor is not None or r.by == "head")
            if place in ("agent", "patient", "indirect"):
                nameless = nameless or found
        return nameless

    def _from_content(
        self, match: Match, part: str, role: RoleName, taken: tuple[FoundRole, ...]
    ) -> tuple[FoundRole, ...]:
        """Return who acts or receives in what is promised or demanded, but for the one who promises or demands."""
        own = {r.actor.id for r in taken if r.actor is not None}
        for clause in match.content:
            parts = self._parts(clause, part)
            found = [r for r in parts if r.actor is not None and r.actor.id not in own]
            if found:
                return tuple(replace(r, role=role) for r in found)
        return ()

    def _parts(self, clause: Clause, part: str) -> tuple[FoundRole, ...]:
        draft = self._draft(clause)
        if draft is not None:
            if part == "agent":
                return draft.actors
            return draft.recipients or (draft.actors if part in ("any", "recipient") else ())
        frame = frame_of(self._scene, clause)
        if part == "agent":
            return fill(self._scene, frame, ("agent",), "actor")
        places = ("patient", "indirect", "to", "with", "from", "against", "on", "for", "of", "in")
        found = fill(self._scene, frame, places, "recipient")
        return found or (fill(self._scene, frame, ("agent",), "actor") if part == "any" else ())

    def _objects(self, match: Match, roles: tuple[FoundRole, ...]) -> tuple[FoundObject, ...]:
        """Return what is given, signed or cut: the object where it is nobody."""
        whose = {r.phrase.head for r in roles if r.by == "head"}
        return tuple(self._object(p) for p in match.frame.patients if p.head not in whose)

    def _object(self, phrase: Phrase) -> FoundObject:
        numbers = self._scene.quantities(phrase.span)
        return FoundObject(phrase.text, phrase.span, numbers[0].text if numbers else None)

    def _governor(self, clause: Clause) -> Clause | None:
        """Return the clause whose content this one is, None when it stands by itself."""
        parent = self._scene.parent(clause)
        if parent is None or clause.kind == "noun" or clause.relation in ("ccomp", "xcomp", "csubj", "acl"):
            return parent
        match = self._matcher.match(parent)
        return parent if match is not None and any(c.index == clause.index for c in match.content) else None


def _to_himself(draft: EventDraft) -> bool:
    """Say whether somebody does it to himself only: "defended his policies"."""
    actors, recipients = ({r.actor.id for r in side if r.actor} for side in (draft.actors, draft.recipients))
    return bool(recipients) and recipients == actors


def _persons(roles: tuple[FoundRole, ...]) -> tuple[FoundRole, ...]:
    """Keep somebody without a name, not things: a mention that could not be resolved."""
    return tuple(r for r in roles if r.mention is not None)
