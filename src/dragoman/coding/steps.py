"""Steps in the life of an instrument: signed, approved, ratified, in force, withdrawn."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.coding import circumstance, who
from dragoman.coding.drafts import Draft, Filled, fill
from dragoman.coding.event_roles import resolve
from dragoman.coding.instruments import GENERAL_KIND, instrument, is_pointer, partners, pointed, salient
from dragoman.coding.scene import Scene
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Instrument, StepContent
from dragoman.model.text import Span
from dragoman.ontology.act import ActEntry, ActWord

# "it" stands for an instrument only where nothing else is ratified or signed into law: too many things are signed
# what anybody may reach or carry out: without a party it tells nothing of an instrument between states
NEED_PARTIES = frozenset({"proposed", "negotiated", "text_adopted", "implemented", "amended", "extended", "suspended"})
JOINT = frozenset({
    "negotiated", "text_adopted", "initialled", "signed", "exchanged", "provisionally_applied", "in_force", "lapsed",
    "collapsed", "extended", "amended", "implemented",
})  # fmt: skip
TOGETHER = frozenset({"in_force", "lapsed", "collapsed", "provisionally_applied"})  # done to the instrument, by nobody
DELEGATES = frozenset({
    "negotiator", "government", "minister", "leader", "president", "delegation", "official", "diplomat", "side",
    "country", "nation", "state", "party", "representative", "delegate", "envoy", "premier",
})  # fmt: skip
POINTED_AT = frozenset({"ratify", "promulgate", "initial"})


def steps(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for every clause that tells an act of an instrument."""
    for clause in scene.reading.clauses:
        draft = _step(scene, clause)
        if draft is not None:
            yield draft


def _step(scene: Scene, clause: Clause) -> Draft | None:
    pos = "noun" if clause.kind == "noun" else "verb"
    entries = scene.ontology.acts.words(clause.lemma, pos)
    doers = _doers(scene, clause)
    unknown = bool(clause.agents) and not doers and not all(_delegates(scene, clause, p) for p in clause.agents)
    for entry, word in entries:
        done_to = _done_to(scene, clause, word)
        if done_to is None or not _fits(entry, word, doers, unknown=unknown) or not _fixed(scene, clause, word):
            continue
        if (word.weak and done_to[0] is None) or _only_mentions(clause, word, doers):
            continue
        draft = _draft(scene, clause, entry, done_to=done_to, doers=doers)
        return draft if entry.id not in NEED_PARTIES or any(r.actor for r in draft.roles) else None
    return None


def _doers(scene: Scene, clause: Clause) -> list[tuple[Phrase, Actor]]:
    """Return who does it; where a passive names nobody, the one body that the clause says it was done in."""
    named = [(p, r.actor) for p in clause.agents for r in resolve(scene, clause, p, "actor") if r.actor]
    if named or clause.voice != "passive":
        return named
    places = [
        o.phrase for o in clause.obliques if o.case in ("in", "at", "by") and _acts_there(scene, clause, o.phrase)
    ]
    return [(p, a) for p in places or _hidden_body(scene, clause) for a in scene.actors(clause, p)]


def _acts_there(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a place is where a body sits or every party's seat: "in the Senate", "in both capitals"."""
    mention = scene.mention(clause, phrase)
    if mention is None:
        return False
    return bool(mention.members) or (mention.actor is not None and who.is_chamber(mention.actor))


def _hidden_body(scene: Scene, clause: Clause) -> Iterator[Phrase]:
    """Yield the one parliament or chamber named in the clause, wherever the parser hung it."""
    bodies = [m for m in scene.mentions(clause.span) if m.actor and who.is_chamber(m.actor)]
    if len({m.actor.id for m in bodies if m.actor}) == 1:
        at = next(i for i, t in enumerate(scene.tokens(clause)) if bodies[0].span.start <= t.start)
        yield Phrase(at, bodies[0].span, bodies[0].text)


def _fits(entry: ActEntry, word: ActWord, doers: list[tuple[Phrase, Actor]], *, unknown: bool) -> bool:
    """Say whether somebody who can do this act does it; where nobody is named, any act but a body's may stand."""
    if "instrument" in word.agents:
        return True
    if not doers:
        # somebody is named whom we do not know: it may be a chamber, and must not pass for its state
        return not entry.needs_body and (not unknown or entry.id in TOGETHER)
    return any(who.agent_kind(actor) in word.agents for _, actor in doers)


def _delegates(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a plural stands for those whose talks these are: "negotiators", "the two governments"."""
    head = scene.tokens(clause)[phrase.head]
    return head.text.endswith("s") and head.lemma.lower() in DELEGATES


def _fixed(scene: Scene, clause: Clause, word: ActWord) -> bool:
    if word.fixed is None:
        return True
    words = scene.words(clause.span).lower().split()
    return f" {word.fixed} " in f" {' '.join(w.strip('.,;:') for w in words)} "


def _only_mentions(clause: Clause, word: ActWord, doers: list[tuple[Phrase, Actor]]) -> bool:
    """Say whether a noun takes up an act told elsewhere: "the ratification of the treaty comes at a bad time"."""
    return clause.kind == "noun" and not doers and "instrument" not in word.agents


DoneTo = tuple[Phrase | None, Instrument]


def _done_to(scene: Scene, clause: Clause, word: ActWord) -> DoneTo | None:
    """Return the instrument the act is done to, None when there is none in its place."""
    for phrase in _places(clause, word):
        found = instrument(scene, clause, phrase) or pointed(scene, clause, phrase)
        found = found or _carrier(scene, clause, word, phrase)
        if found is not None:
            return phrase, found
        if is_pointer(scene, clause, phrase) and clause.lemma in POINTED_AT and salient(scene, phrase.span.start):
            return phrase, Instrument(None, GENERAL_KIND)
    if clause.kind == "noun" and not _places(clause, word) and _points_back(scene, clause):
        return None, Instrument(None, GENERAL_KIND)
    return None


def _carrier(scene: Scene, clause: Clause, word: ActWord, phrase: Phrase) -> Instrument | None:
    """Return the instrument that a law or its papers carry: "signed the ratification law", "exchanged instruments".

    Only where the words name what is carried, or an instrument was named shortly before.
    """
    kinds = set(scene.ontology.acts.object_of(phrase.text)) & set(word.objects) & {"law", "papers", "signature"}
    if not kinds:
        return None
    close = "ratif" in phrase.text.lower() or salient(scene, phrase.span.start)
    return Instrument(None, GENERAL_KIND) if close else None


def _places(clause: Clause, word: ActWord) -> tuple[Phrase, ...]:
    if clause.kind == "noun":
        return clause.patients + tuple(o.phrase for o in clause.obliques if o.case in word.prepositions)
    if word.place == "subject":
        return clause.agents or clause.patients
    if word.place == "oblique":
        return tuple(o.phrase for o in clause.obliques if o.case in word.prepositions)
    return clause.patients


def _points_back(scene: Scene, clause: Clause) -> bool:
    """Say whether "the approval by the Senate" can mean the approval of an instrument named before."""
    tokens = scene.tokens(clause)
    the = any(t.head == clause.head and t.text.lower() in ("the", "this", "that") for t in tokens)
    return the and bool(clause.agents) and salient(scene, clause.span.start)


def _draft(
    scene: Scene, clause: Clause, entry: ActEntry, *, done_to: DoneTo, doers: list[tuple[Phrase, Actor]]
) -> Draft:
    phrase, what = done_to
    able = [(p, a) for p, a in doers if who.agent_kind(a) in ("party", "body", "executive", "court")]
    signers = doers if entry.layer == "international" else able  # "and his French counterpart" signs for France
    roles = [
        *_roles(able),
        *_unknown_signers(scene, clause, entry),
        *_parties(scene, clause, entry, signers, phrase=phrase),
    ]
    if phrase is not None:
        roles.append(Filled("object", None, phrase.text, phrase.span))
    said = _as_said(scene, clause)
    content = StepContent(entry.id, entry.layer, scene.words(said).lower(), _round(scene, clause), what)
    return Draft(
        kind="step",
        content=content,
        roles=tuple(dict.fromkeys(roles)),
        clause=clause,
        span=clause.span,
        rule=f"steps/{entry.id}/{clause.lemma}",
        evidence=(("step.act", clause.span), ("step.as_said", said), *_term_evidence(scene, phrase, what)),
        dated=circumstance.dated(scene, clause),
        where=circumstance.where(scene, clause),
        key=f"step@{clause.sentence}.{clause.index}",
    )


def _roles(able: Iterable[tuple[Phrase, Actor]]) -> Iterator[Filled]:
    for phrase, actor in able:
        kind = who.agent_kind(actor)
        if kind in ("body", "court"):
            yield from fill("body", (actor,), phrase)
        elif kind == "executive":
            yield from fill("signatory", (actor,), phrase)


def _unknown_signers(scene: Scene, clause: Clause, entry: ActEntry) -> Iterator[Filled]:
    """Yield those who sign and whom we cannot place, so that it stays told that somebody else signed too."""
    if entry.id in ("signed", "initialled"):
        for phrase in clause.agents:
            if not any(r.actor for r in resolve(scene, clause, phrase, "actor")):
                yield Filled("signatory", None, phrase.text, phrase.span)


def _parties(
    scene: Scene, clause: Clause, entry: ActEntry, able: list[tuple[Phrase, Actor]], *, phrase: Phrase | None
) -> Iterator[Filled]:
    """Yield whose act it is, and then with whom the instrument is: "ratified a pact with Peru"."""
    own = tuple(who.parties_of(scene, able))
    yield from own
    # an act of one state: without it, its partner would pass for the one who acts
    if phrase is not None and (own or entry.id in JOINT):
        yield from who.parties(scene, clause, partners(scene, clause, phrase))


def _as_said(scene: Scene, clause: Clause) -> Span:
    """Return the article's word for the act, with "officially" and "formally" where they stand before it."""
    tokens, at = scene.tokens(clause), clause.head
    start = at
    if at and tokens[at - 1].text.lower() in ("officially", "formally", "unanimously", "overwhelmingly"):
        start = at - 1
    return Span(scene.article.id, tokens[start].start, tokens[at].end)


def _round(scene: Scene, clause: Clause) -> int | None:
    for quantity in scene.quantities(clause.span):
        if quantity.counted and "round" in quantity.counted and quantity.low is not None:
            return int(quantity.low)
    return None


def _term_evidence(scene: Scene, phrase: Phrase | None, what: Instrument) -> Iterator[tuple[str, Span]]:
    if phrase is None:
        return
    yield "step.instrument", phrase.span
    if what.term is not None:
        terms = [t.span for t in scene.times(phrase.span) if t.is_duration]
        yield "step.instrument.term", terms[0] if terms else phrase.span


def settled(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Read a state's "ratified" as its parliament's approval, where the article tells of the parliament's.

    "Latvia ratifies pact" over "the Saeima ratified the pact" tells one act, and the state is not bound by it.
    """
    chambers = {r.actor.country for d in drafts for r in d.roles if r.role == "body" and r.actor and _approves(d)}
    return tuple(_approval(d) if _whole_state(d) & chambers else d for d in drafts)


def _approves(draft: Draft) -> bool:
    return isinstance(draft.content, StepContent) and draft.content.act == "approved"


def _whole_state(draft: Draft) -> set[str | None]:
    if not isinstance(draft.content, StepContent) or draft.content.act != "ratified":
        return set()
    if any(r.role == "signatory" for r in draft.roles):
        return set()  # a head of state who ratifies is the authority that does
    return {r.actor.country for r in draft.roles if r.role == "party" and r.actor}


def _approval(draft: Draft) -> Draft:
    assert isinstance(draft.content, StepContent)
    return replace(
        draft, content=replace(draft.content, act="approved", layer="domestic"), rule=draft.rule + "+chamber"
    )
