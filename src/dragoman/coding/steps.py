"""Steps in the life of an instrument: signed, approved, ratified, in force, withdrawn."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.coding import bodies, circumstance, who
from dragoman.coding.done_to import ELLIPTIC_NOUNS, DoneTo, done_to, governed_act
from dragoman.coding.drafts import Draft, Filled, Held, fill
from dragoman.coding.event_roles import resolve
from dragoman.coding.instruments import GENERAL_KIND, instrument, partners, salient
from dragoman.coding.scene import Scene
from dragoman.coding.stance import HAPPENING, held
from dragoman.coding.ties import ties
from dragoman.model.actor import Actor
from dragoman.model.reading import Clause, Phrase
from dragoman.model.report import Instrument, StepContent
from dragoman.model.text import Span
from dragoman.ontology.act import ActEntry, ActWord

# what anybody may reach or carry out: without a party it tells nothing of an instrument between states
NEED_PARTIES = frozenset({"proposed", "negotiated", "text_adopted", "implemented", "amended", "extended", "suspended"})
JOINT = frozenset({
    "negotiated", "text_adopted", "initialled", "signed", "exchanged", "provisionally_applied", "in_force", "lapsed",
    "collapsed", "extended", "amended", "implemented",
})  # fmt: skip
TOGETHER = frozenset({"in_force", "lapsed", "collapsed", "provisionally_applied"})  # done to the instrument, by nobody
# what only those who speak for parties do: somebody we cannot place may stand for one of them
SIGNERS_UNKNOWN = frozenset({"signed", "initialled", "text_adopted", "negotiated", "exchanged", "extended", "amended"})
DELEGATES = frozenset({
    "negotiator", "government", "minister", "leader", "president", "delegation", "official", "diplomat", "side",
    "country", "nation", "state", "party", "representative", "delegate", "envoy", "premier", "secretary", "ambassador",
    "ministry", "army", "capital", "neighbour", "neighbor", "ally", "foe", "rival", "commander", "military",
})  # fmt: skip
# predicates by which an act told as a noun comes about or is still to come: "the signing takes place on Friday"
# verbs by which those who do them do what their object tells: "announced the suspension of the pact"
PERFORMING = frozenset({
    "finalise", "finalize", "complete", "announce", "declare", "agree", "order", "decide", "conclude", "seal", "secure",
    "carry out", "effect", "celebrate", "negotiate", "confirm", "make", "begin", "start", "give", "proclaim", "notify",
    "submit", "sign", "back", "request", "seek", "propose", "reject", "refuse", "consider", "discuss", "exchange",
})  # fmt: skip
EVENTIVE = HAPPENING | frozenset(
    {"hold", "schedule", "plan", "set", "expect", "slate", "due", "postpone", "delay", "require", "come"}
)
COMES_ABOUT = HAPPENING - {"come"} | frozenset({
    "hold", "schedule", "plan", "set", "expect", "slate", "due", "delay", "postpone", "cancel", "mark", "await",
    "require", "need", "pend", "conclude", "announce", "confirm", "hail", "welcome", "remain", "wait", "block",
    "stall", "ease", "clear", "see", "bring", "oppose", "demand", "urge", "seek", "support",
})  # fmt: skip


def steps(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for every clause that tells an act of an instrument."""
    for clause in scene.reading.clauses:
        righted = _righted(scene, clause)
        draft = _step(scene, righted) or _come_about(scene, righted)
        if draft is not None:
            yield draft


def _righted(scene: Scene, clause: Clause) -> Clause:
    """Turn a relative clause whose subject was taken into its pronoun: "the treaty, which Minister Baerbock signed"."""
    if clause.relation != "acl:relcl" or len(clause.patients) != 1 or not clause.agents:
        return clause
    pronoun, _, rest = clause.patients[0].text.partition(" ")
    if pronoun.lower() not in ("which", "that") or not rest:
        return clause
    at = clause.patients[0]
    subject = Phrase(at.head, Span(at.span.article, at.span.start + len(pronoun) + 1, at.span.end), rest)
    return replace(clause, agents=(subject,), patients=clause.agents)


def _step(scene: Scene, clause: Clause) -> Draft | None:
    pos = "noun" if clause.kind == "noun" else "verb"
    words = scene.ontology.acts.words(clause.lemma, pos)
    doers = _doers(scene, clause) if words else []
    for told, word in words:
        acting = _passed_by(scene, clause, word) or doers
        entry = told if _fits(scene, clause, told, word, acting) else _voted(scene, clause, told, acting)
        if entry is None or not _fixed(scene, clause, word):
            continue
        target = done_to(scene, clause, word)
        if target is None or (word.weak and target[0] is None) or _only_mentions(scene, clause, word, acting):
            continue
        draft = _draft(scene, clause, entry, target=target, doers=acting)
        above = scene.parent(clause) if entry is not told else None
        draft = replace(draft, held=held(scene, above)) if above is not None else draft
        named = any(r.actor for r in draft.roles) or target[1].name is not None
        return draft if entry.id not in NEED_PARTIES or named else None
    return None


def _come_about(scene: Scene, clause: Clause) -> Draft | None:
    """Return an act told by a bare noun whose coming about is told: "the signing took place on Monday"."""
    if clause.kind == "noun" or clause.lemma not in EVENTIVE or not salient(scene, clause.span.start):
        return None
    for phrase in (*clause.agents, *clause.patients):
        token = scene.tokens(clause)[phrase.head]
        own = any(c.kind == "noun" and c.head == phrase.head for c in scene.clauses(clause.sentence))
        entries = [e for e, w in scene.ontology.acts.words(token.lemma.lower(), "noun") if not e.needs_body]
        if entries and not own and token.lemma.lower() in ELLIPTIC_NOUNS:
            draft = _draft(scene, clause, entries[0], target=(None, Instrument(None, GENERAL_KIND)), doers=[])
            ahead = clause.tense == "present" and not clause.perfect  # "the signing takes place on Friday"
            return replace(draft, held=Held("+", "planned")) if ahead else draft
    return None


def _passed_by(scene: Scene, clause: Clause, word: ActWord) -> list[tuple[Phrase, Actor]]:
    """Return the chamber that an instrument passes: "the accord cleared the Knesset", "won approval in the Senate"."""
    if word.place != "subject" or "body" not in word.agents:
        return []
    return [(p, a) for p in _hidden_body(scene, clause) for a in scene.actors(clause, p)]


def _voted(scene: Scene, clause: Clause, entry: ActEntry, doers: list[tuple[Phrase, Actor]]) -> ActEntry | None:
    """Return the approval that a chamber gives by voting for what its state is to do: "voted to leave the treaty"."""
    chambers = bool(doers) and all(who.agent_kind(actor) == "body" for _, actor in doers)
    return governed_act(scene, clause) if chambers and entry.layer != "domestic" else None


def _doers(scene: Scene, clause: Clause) -> list[tuple[Phrase, Actor]]:
    """Return who does it; where a passive names nobody, the one body that the clause says it was done in."""
    agents = tuple(p for p in clause.agents or _performers(scene, clause) if instrument(scene, clause, p) is None)
    named = [(p, r.actor) for p in agents for r in resolve(scene, clause, p, "actor") if r.actor]
    named = named or [(p, a) for p in agents for a in _titled(scene, p)]
    named = named or [(p, a) for p in agents for a in [bodies.of_sitting(scene, clause, p)] if a]
    if named or clause.voice != "passive" or clause.kind == "noun":
        return named
    places = [
        o.phrase for o in clause.obliques if o.case in ("in", "at", "by") and _acts_there(scene, clause, o.phrase)
    ]
    return [(p, a) for p in places or _hidden_body(scene, clause) for a in scene.actors(clause, p)]


def _performers(scene: Scene, clause: Clause) -> tuple[Phrase, ...]:
    """Return who performs an act told as a noun: "Oslo and Rome finalised the extension of the treaty"."""
    above = scene.parent(clause) if clause.kind == "noun" else None
    if above is None or above.lemma not in PERFORMING or above.kind != "verb":
        return ()
    objects = (*above.patients, *(o.phrase for o in above.obliques))
    return above.agents if any(p.head == clause.head for p in objects) else ()


def _titled(scene: Scene, phrase: Phrase) -> Iterator[Actor]:
    """Yield those named behind a title in the plural, which names nobody itself: "Presidents Boric and Boluarte"."""
    for mention in scene.mentions(phrase.span):
        if mention.actor is not None and mention.actor.kind in ("person", "state", "office", "organisation"):
            yield mention.actor


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


def _fits(scene: Scene, clause: Clause, entry: ActEntry, word: ActWord, doers: list[tuple[Phrase, Actor]]) -> bool:
    """Say whether somebody who can do this act does it; where nobody is named, any act but a body's may stand."""
    if "instrument" in word.agents:
        return True
    if doers:
        return any(who.agent_kind(actor) in word.agents for _, actor in doers)
    # somebody is named whom we do not know: it may be a chamber, and must not pass for its state
    unknown = bool(clause.agents) and not all(_delegates(scene, clause, p) for p in clause.agents)
    return not entry.needs_body and (not unknown or entry.id in TOGETHER | SIGNERS_UNKNOWN)


def _delegates(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Say whether a plural stands for those whose talks these are: "negotiators", "the two governments"."""
    head = scene.tokens(clause)[phrase.head]
    return head.text.endswith("s") and head.lemma.lower() in DELEGATES


def _fixed(scene: Scene, clause: Clause, word: ActWord) -> bool:
    if word.fixed is None:
        return True
    words = scene.words(clause.span).lower().split()
    return f" {word.fixed} " in f" {' '.join(w.strip('.,;:') for w in words)} "


def _only_mentions(scene: Scene, clause: Clause, word: ActWord, doers: list[tuple[Phrase, Actor]]) -> bool:
    """Say whether a noun takes up an act told elsewhere: "the ratification of the treaty comes at a bad time".

    It tells the act where it says who did it, or the sentence that it comes about or is to come.
    """
    if clause.kind != "noun" or doers or "instrument" in word.agents:
        return False
    above = scene.parent(clause)
    if above is None or above.kind == "noun" or above.lemma not in COMES_ABOUT:
        return True
    return not any(p.head == clause.head for p in (*above.agents, *above.patients))


def _draft(
    scene: Scene, clause: Clause, entry: ActEntry, *, target: DoneTo, doers: list[tuple[Phrase, Actor]]
) -> Draft:
    phrase, what = target
    able = [(p, a) for p, a in doers if who.agent_kind(a) in ("party", "body", "executive", "court")]
    signers = doers if entry.layer == "international" else able  # "and his French counterpart" signs for France
    roles = [
        *_roles(entry, able),
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
        links=tuple(ties(scene, clause)),
    )


def _roles(entry: ActEntry, able: Iterable[tuple[Phrase, Actor]]) -> Iterator[Filled]:
    for phrase, actor in able:
        kind = who.agent_kind(actor)
        # at home a cabinet acts as a body of its state; abroad it signs for the state
        if kind in ("body", "court") or (entry.layer == "domestic" and kind == "executive" and actor.kind == "body"):
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
        yield from who.parties_of(scene, partners(scene, clause, phrase))


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
    # the first is the one who acts; those behind are named with the instrument
    return {r.actor.country for r in draft.roles if r.role == "party" and r.actor and r is _first_party(draft)}


def _first_party(draft: Draft) -> Filled | None:
    return next((r for r in draft.roles if r.role == "party"), None)


def _approval(draft: Draft) -> Draft:
    assert isinstance(draft.content, StepContent)
    return replace(
        draft, content=replace(draft.content, act="approved", layer="domestic"), rule=draft.rule + "+chamber"
    )
