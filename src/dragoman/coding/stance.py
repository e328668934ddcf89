"""Does it hold as fact: polarity and modality of a clause, and the stance they make with its source."""

import re
from collections.abc import Sequence

from dragoman.coding import circumstance, conditions, refuted, unreal
from dragoman.coding.drafts import Held
from dragoman.coding.scene import Scene
from dragoman.coding.unvouched import unvouched
from dragoman.model.reading import Clause
from dragoman.model.report import Source
from dragoman.model.terms import Modality, Polarity, Stance
from dragoman.model.text import Span
from dragoman.ontology.cue import Doer, Frame, Governor, Pos

# verbs that say of their complement when it goes on, not whether
ASPECT = frozenset({"continue", "begin", "start", "keep", "go", "come", "resume", "help", "proceed", "remain", "have"})
OF_MODALITY: dict[Modality, Stance] = {
    "actual": "actual",
    "ongoing": "actual",
    "planned": "planned",
    "pledged": "planned",
    "demanded": "demanded",
    "permitted": "possible",
    "possible": "possible",
    "conditional": "possible",
    "failed": "negated",
}
PURPOSES = frozenset({"to", "in order to", "so as to", "for"})
WEAK = frozenset({"possible", "conditional", "permitted", "demanded", "failed"})
ASKED_WITH = frozenset({"xcomp", "ccomp", "csubj", "conj", "advcl", "acl", "parataxis"})
HAPPENING = frozenset({
    "happen", "occur", "take", "take place", "materialise", "materialize", "come about", "go ahead", "proceed",
    "follow", "begin", "start", "come", "come off", "fall through", "ensue",
})  # fmt: skip
# what an event does that has not come about: "its entry into force awaits a vote"
WAITING = frozenset({"depend", "hinge", "loom", "impend", "await", "require", "need"})
# where an event is that has not come about: "a withdrawal is on the table"
UNSETTLED = frozenset({
    "agenda", "table", "option", "doubt", "discussion", "question", "possibility", "card", "offing", "pipeline", "plan",
    "prospect", "consideration", "negotiation", "preparation", "work", "making",
})  # fmt: skip
# verbs whose complement is a fact, negated or not: "did not regret that it had signed"
FACTIVE = frozenset({
    "know", "regret", "forget", "realise", "realize", "notice", "mind", "remember", "learn", "discover", "recall",
    "change", "hide", "conceal", "matter",
})  # fmt: skip
# verbs that show what is done in a bare gerund: "was seen crossing", "spent a year arming"
WITNESSED = frozenset({
    "see", "catch", "film", "spot", "observe", "find", "photograph", "show", "spend", "remember", "recall", "regret",
    "enjoy", "justify", "defend", "celebrate", "hear", "watch", "record", "leave", "keep", "have", "be", "go", "come",
    "begin", "start", "commit", "help", "capture", "depict", "detect", "picture", "stand", "sit",
})  # fmt: skip
# prepositions before a gerund that only names what is done: "thinking of", "decided against", "hinted at"
OPEN_MARKERS = frozenset({"of", "on", "against", "from", "to", "at", "about", "toward", "towards"})
ORDINAL = re.compile(
    r"first|second|third|last|only|latest|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+(?:teenth|tieth)|\d+(?:st|nd|rd|th)"
)

# prepositions before what has come about, whatever becomes of the main clause: "since the attack, Chad may act"
BEFORE_IT = frozenset({"after", "since", "following", "despite", "because of", "owing to", "in spite of", "amid"})
STEPS = 4  # clauses; how deep in a question what is asked may stand


def held(scene: Scene, clause: Clause) -> Held:
    """Return how a clause holds by its own words and those it depends on, its sources left aside."""
    phrase = unreal.by_phrase(scene, clause)
    if phrase is not None:
        asked = phrase.modality == "planned" and _asked(scene, clause)
        return Held(phrase.polarity, "possible", phrase.cue) if asked else phrase
    beside = unvouched(scene, clause)
    if beside is not None:
        return beside
    own = _conditioned(scene, clause, unreal.own(scene, clause))
    parent = scene.parent(clause)
    untrue = refuted.of(scene, clause)
    if untrue is not None:
        return Held("-", "actual", untrue.cue)
    if conditions.supposed(scene, clause, parent):
        return Held("+", "conditional", None)
    if own.modality != "possible" and _asked(scene, clause):
        return Held(own.polarity, "possible", own.cue)
    if parent is None:
        return _alone(scene, clause, own)
    outer = _from_parent(scene, clause, parent)
    return own if outer is None else _combined(own, outer)


def _alone(scene: Scene, clause: Clause, own: Held) -> Held:
    """Return how a clause holds that hangs from no clause, but may hang from a word: "Qatar to host talks"."""
    if clause.kind == "copula" and clause.marker in OPEN_MARKERS and scene.tokens(clause)[clause.head].xpos == "VBG":
        return _combined(own, Held("+", "possible", None))  # "Oslo is against signing"
    if clause.marker != "to" or clause.tense != "none" or clause.relation == "root":
        return own
    governor = _of_word(scene, clause)
    if governor is not None:
        return _combined(own, Held(governor[0].polarity, governor[0].modality, governor[1]))
    headline = clause.relation.startswith("acl") and scene.words(scene.sentence(clause).span)[-1:] not in (".", "!")
    return _combined(own, Held("+", "planned" if headline else "possible", None))


def _asked(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause is part of what is asked: "Is Turkey about to withdraw?"."""
    if clause.kind != "noun" and clause.question:
        return True
    at, steps = clause, 0
    while at.relation in ASKED_WITH and steps < STEPS:
        above, steps = scene.parent(at), steps + 1
        if above is None:
            break
        if above.question:
            return clause.kind != "noun"
        at = above
    return False


def _conditioned(scene: Scene, clause: Clause, own: Held) -> Held:
    """Let a condition make its main clause conditional: "once it does, the pact enters into force"."""
    if clause.tense == "future" and any(c.marker == "unless" and c.relation == "advcl" for c in scene.children(clause)):
        return Held(own.polarity, "conditional", own.cue)  # "unless Mali ratifies it, the pact will lapse"
    if own.modality != "actual" or clause.tense != "present" or clause.perfect:
        return own
    return Held(own.polarity, "conditional", own.cue) if conditions.bound(scene, clause) else own


def _combined(inner: Held, outer: Held) -> Held:
    """Set one governor over another: "may agree to sign" is possible, "did not fail to" is actual.

    A plan of something weaker is no stronger than that: "agreed to consider buying" plans no purchase.
    """
    weaker = outer.modality in ("planned", "pledged") and inner.modality in WEAK
    modality = inner.modality if weaker or outer.modality in ("actual", "ongoing") else outer.modality
    polarity: Polarity = "+" if inner.polarity == outer.polarity else "-"
    return Held(polarity, modality, outer.cue or inner.cue)


def _from_parent(scene: Scene, clause: Clause, parent: Clause) -> Held | None:
    """Return what the clause above makes of this one, None when it leaves it as it is."""
    word = _of_word(scene, clause)
    if word is not None:
        modality, polarity = word[0].holds(negated=False)
        return _combined(Held(polarity, modality, word[1]), _unnegated(held(scene, parent)))
    if clause.relation == "conj":
        return _as_its_first(scene, clause, parent)
    if circumstance.voted(clause, parent):
        return _unnegated(held(scene, parent)) if not parent.negated else held(scene, parent)
    if (
        clause.marker in ("before", "until", "prior to")
        and parent.tense in ("present", "future")
        and not parent.perfect
    ):
        return Held("+", "possible", None)  # "before signing the accord, Oman wants talks"
    happened = _happens(scene, clause, parent)
    if happened is not None:
        return happened
    frame = _frame(scene, clause, parent)
    held_out = _held_out(scene, clause, parent) if frame == "infinitive" else None
    if held_out is not None:
        return held_out
    governor = _governor(scene, clause, parent, frame) if frame else None
    if governor is not None:
        modality, polarity = governor.holds(negated=parent.negated)
        this = Held(polarity, modality, scene.token_span(parent, parent.head))
        return _combined(this, _unnegated(held(scene, parent)))
    if clause.kind == "noun" and (described := _described(scene, clause, parent)) is not None:
        return described
    if frame == "infinitive" or (clause.marker == "to" and clause.tense == "none"):
        return _infinitive(scene, clause, parent)
    if frame == "gerund" and clause.marker in ("by", "in") and (weak := _weakened(held(scene, parent))) is not None:
        return weak  # "by attacking, Chad would break its word"
    if frame == "gerund" and _unvouched(scene, clause, parent):
        return Held("+", "possible", scene.token_span(parent, parent.head))
    if clause.relation == "ccomp" or (clause.marker == "that" and not clause.relation.startswith("acl:")):
        return _told_unsurely(scene, parent)
    if clause.relation == "acl:relcl":
        return None
    if clause.relation in ("xcomp", "csubj") or (clause.relation in ("nominal", "acl") and clause.tense != "past"):
        if clause.kind == "noun" and _case(clause, parent) in BEFORE_IT:
            return None  # "after the attack, Chad may act"
        return _weakened(held(scene, parent))  # "cannot ratify the pact signed in May": the signing stays a fact
    return None


def _happens(scene: Scene, clause: Clause, parent: Clause) -> Held | None:
    """Return how an event told as a noun holds whose coming about is told: "the attack never happened"."""
    subject = any(p.head == clause.head for p in (*parent.agents, *parent.patients))
    if clause.kind == "noun" and subject and parent.lemma in WAITING:
        return Held("+", "possible", scene.token_span(parent, parent.head))
    none = parent.lemma == "be" and parent.kind == "verb" and parent.negated  # "there has been no attack"
    if clause.kind != "noun" or not subject or (parent.lemma not in HAPPENING and not none):
        return None
    return held(scene, parent)


def _unvouched(scene: Scene, clause: Clause, parent: Clause) -> bool:
    """Say whether nothing vouches for a gerund: of what one is "thinking of doing" nobody says that it is done."""
    cue = scene.ontology.cues.says(parent.lemma)
    if (cue is not None and "gerund" in cue.frames and not parent.negated) or parent.lemma in WITNESSED:
        return False
    if clause.relation in ("xcomp", "ccomp") and clause.marker is None:
        return not clause.agents or parent.kind == "verb"
    return clause.relation in ("advcl", "acl", "xcomp") and clause.marker in OPEN_MARKERS


def _told_unsurely(scene: Scene, parent: Clause) -> Held | None:
    """What hangs from something that is not so itself is no fact: "has not shown that", "may find that"."""
    if parent.kind == "copula" and scene.tokens(parent)[parent.head].upos != "ADJ":
        return None  # "it was not until May that they signed"
    if parent.lemma in FACTIVE or (scene.ontology.cues.says(parent.lemma) is not None and parent.negated):
        return None
    outer = held(scene, parent)
    unsure = outer.polarity == "-" or outer.modality in WEAK
    return Held("+", "possible", outer.cue) if unsure else None


def _as_its_first(scene: Scene, clause: Clause, parent: Clause) -> Held | None:
    """Return what is made of the first of two clauses that "and" joins, which holds for the second."""
    if any(
        (c.marker or "") in conditions.BINDING and parent.head < c.head < clause.head for c in scene.children(parent)
    ):
        return Held("+", "conditional", None)  # "only if both endorse it and notes have been exchanged"
    if clause.marker == "to" and parent.marker != "to":
        return _infinitive(scene, clause, parent)
    above = scene.parent(parent)
    if above is None:
        return None
    if conditions.supposed(scene, parent, above):
        return Held("+", "conditional", None)
    # a conjunct hangs where its first conjunct hangs: take that one for the question of governors
    return _from_parent(scene, parent, above)


def _of_word(scene: Scene, clause: Clause) -> tuple[Governor, Span] | None:
    """Return what the noun or adjective that a clause hangs from says of it: "ready to sign", "a deal to supply"."""
    tokens = scene.tokens(clause)
    at = tokens[clause.head].head
    if clause.marker == "that" and tokens[at].upos not in ("NOUN", "ADJ"):
        at = _noun_before(scene, clause, at)
    if at == clause.head or clause.kind == "noun" or tokens[at].upos not in ("NOUN", "ADJ"):
        return None
    if clause.relation not in ("acl", "acl:relcl", "xcomp", "ccomp", "advcl", "csubj", "csubj:pass"):
        return None
    if clause.marker == "to" and _bare(scene, clause):
        frame: Frame = "infinitive"
    elif tokens[clause.head].xpos == "VBG" and clause.marker is not None:
        frame = "gerund"
    elif clause.marker == "that" or (clause.relation == "acl:relcl" and refuted.lacks_nothing(scene, clause)):
        frame = "that"
    else:
        return None
    pos: Pos = "noun" if tokens[at].upos == "NOUN" else "adjective"
    for governor in scene.ontology.cues.governs(tokens[at].lemma.lower(), pos):
        asked = not governor.prepositions or clause.marker in governor.prepositions or frame != "gerund"
        if frame in governor.complement and asked and not _negated_word(scene, clause, at):
            return governor, scene.token_span(clause, at)
    return None


def _noun_before(scene: Scene, clause: Clause, at: int) -> int:
    """Return the noun right before a clause that the parser hung from its verb: "fears that Chad attacked"."""
    opened = next((i for i, t in enumerate(scene.tokens(clause)) if t.start >= clause.span.start), 0)
    return opened - 1 if opened else at


def _held_out(scene: Scene, clause: Clause, parent: Clause) -> Held | None:
    """Return what the object of a verb says of its infinitive: "set Chad a deadline to withdraw"."""
    for phrase in reversed([p for p in parent.patients if p.head < clause.head]):
        lemma = scene.tokens(clause)[phrase.head].lemma.lower()
        for governor in scene.ontology.cues.governs(lemma, "noun"):
            if "infinitive" in governor.complement:
                modality, polarity = governor.holds(negated=parent.negated)
                this = Held(polarity, modality, scene.token_span(clause, phrase.head))
                return _combined(this, _unnegated(held(scene, parent)))
    return None


def _negated_word(scene: Scene, clause: Clause, at: int) -> bool:
    """Say whether a predicate adjective is negated, which its own clause counts."""
    return any(c.head == at and c.negated for c in scene.clauses(clause.sentence))


def _described(scene: Scene, clause: Clause, parent: Clause) -> Held | None:
    """Return what is said of an event told as a noun: "an attack looks possible", "the signing is due in May"."""
    if not any(p.head == clause.head for p in parent.agents):
        return None
    tokens = scene.tokens(parent)
    at = parent.head if parent.kind == "copula" else _adjective(scene, parent)
    if at is None:
        return None
    lemma = tokens[at].lemma.lower()
    if parent.kind == "copula" and lemma in UNSETTLED:
        return Held("+", "possible", scene.token_span(parent, at))
    if parent.kind == "copula" and lemma in refuted.UNTRUE:
        return Held("+" if parent.negated else "-", "actual", scene.token_span(parent, at))
    hedge = scene.ontology.cues.hedge(tokens[at].text.lower(), "adjective")
    governors = scene.ontology.cues.governs(tokens[at].text.lower(), "adjective")
    cue = scene.token_span(parent, at)
    if hedge is not None:
        return Held(hedge.polarity, hedge.modality, cue)
    return Held(governors[0].polarity, governors[0].modality, cue) if governors else None


def _adjective(scene: Scene, parent: Clause) -> int | None:
    """Return the adjective of "looks possible", "remains likely"."""
    tokens = scene.tokens(parent)
    if parent.lemma not in ("look", "seem", "appear", "remain", "stay", "become"):
        return None
    return next(
        (i for i, t in enumerate(tokens) if t.head == parent.head and t.upos == "ADJ" and i > parent.head), None
    )


def _weakened(outer: Held) -> Held | None:
    """A phrase inside an unreal clause is no more real than it, though not negated with it."""
    return None if outer.modality in ("actual", "ongoing") else Held("+", outer.modality, outer.cue)


def _unnegated(outer: Held) -> Held:
    """The governor's own negation has been counted by ``Governor.holds``."""
    return Held("+", outer.modality, outer.cue)


def _infinitive(scene: Scene, clause: Clause, parent: Clause) -> Held:
    """An infinitive that nothing vouches for is no fact: a purpose, a possibility."""
    outer = held(scene, parent)
    if _one_of_a_row(scene, clause):
        return outer
    if parent.lemma in ASPECT and clause.relation == "xcomp":
        return outer
    unreal_too = outer.modality in WEAK or outer.polarity == "-"  # "seems to have sent envoys to meet them"
    planned = clause.relation == "advcl" and not unreal_too
    return Held("+", "planned" if planned else "possible", scene.token_span(parent, parent.head))


def _one_of_a_row(scene: Scene, clause: Clause) -> bool:
    """Say whether an infinitive tells what somebody was the first or the last to do."""
    tokens = scene.tokens(clause)
    at = tokens[clause.head].head
    near = [tokens[at], *(t for t in tokens if t.head == at)]
    return clause.marker == "to" and any(ORDINAL.fullmatch(t.text.lower()) for t in near)


def _frame(scene: Scene, clause: Clause, parent: Clause) -> Frame | None:
    complement = clause.relation in ("xcomp", "acl", "advcl", "ccomp")
    if complement and clause.marker in PURPOSES and _bare(scene, clause):
        return "infinitive"
    if clause.relation == "xcomp" and clause.marker is None and scene.tokens(clause)[clause.head].xpos == "VB":
        return "infinitive"  # "let the convoy pass", "helped free them"
    attending = clause.marker == "with" and clause.relation == "advcl" and bool(clause.agents)
    if complement and scene.tokens(clause)[clause.head].xpos == "VBG" and clause.tense == "none" and not attending:
        return "gerund"
    if clause.relation == "ccomp" or (clause.relation.startswith("csubj") and clause.marker == "that"):
        return "that"
    if clause.kind == "noun" and any(
        p.head == clause.head for p in (*parent.patients, *(o.phrase for o in parent.obliques))
    ):
        return "object"
    return None


def _bare(scene: Scene, clause: Clause) -> bool:
    tag = scene.tokens(clause)[clause.head].xpos
    return (clause.tense == "none" and tag != "VBG") or tag == "VB"


def _governor(scene: Scene, clause: Clause, parent: Clause, frame: Frame) -> Governor | None:
    pos: Pos = "noun" if parent.kind == "noun" else "verb"
    if parent.kind == "copula" and scene.tokens(parent)[parent.head].upos == "ADJ":
        pos = "adjective"
    if parent.lemma == "let" and _imperative(scene, parent):
        return scene.ontology.cues.governor("demand", frame)  # "Let Turkey ratify first"
    doer: Doer = "either"
    if frame == "infinitive":
        doer = "object" if parent.patients or parent.recipients else "subject"
    preposition = clause.marker or _case(clause, parent)
    for lemma in _lemmas(scene, parent):
        found = scene.ontology.cues.governor(lemma, frame, pos=pos, preposition=preposition, doer=doer)
        if found is not None:
            return found
    return None


def _imperative(scene: Scene, parent: Clause) -> bool:
    """Say whether a verb opens what is said, with nobody before it."""
    return scene.tokens(parent)[parent.head].start <= parent.span.start + 1 and parent.tense == "none"


def _case(clause: Clause, parent: Clause) -> str | None:
    return next((o.case for o in parent.obliques if o.phrase.head == clause.head), None)


def _lemmas(scene: Scene, parent: Clause) -> tuple[str, ...]:
    """Return a predicate's lemma; before it the one with the word right behind, which may be its particle."""
    tokens = scene.tokens(parent)
    behind = tokens[parent.head + 1] if parent.head + 1 < len(tokens) else None
    if behind is None or behind.head != parent.head or behind.upos not in ("ADV", "ADP", "ADJ"):
        return (parent.lemma,)
    return (f"{parent.lemma} {behind.text.lower()}", parent.lemma)


def _hearsay(link: Source) -> bool:
    """Say whether a link is "reportedly" and its like: somebody is said to say so, and nobody is named."""
    return link.commitment == "reports" and link.actor is None and link.source == "not named"


def stance(held_: Held, chain: Sequence[Source]) -> Stance:
    """Return the short form: who denies or alleges comes first, then how the clause itself holds."""
    commitments = [link.commitment for link in chain]
    if "denies" in commitments:
        return "denied"
    if "doubts" in commitments and held_.modality in ("conditional", "possible"):
        return "possible"  # "wondered whether Chad would sign"
    if "alleges" in commitments or "doubts" in commitments or any(map(_hearsay, chain)):
        return "alleged"
    if held_.polarity == "-" and held_.modality not in ("possible", "demanded"):
        return "negated"  # "will not sign" and "would not allow" are refusals; "may not sign" leaves it open
    return OF_MODALITY[held_.modality]
