"""Does it hold as fact: polarity and modality of a clause, and the stance they make with its source."""

import re
from collections.abc import Sequence

from dragoman.coding.drafts import Held
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause
from dragoman.model.report import Source
from dragoman.model.terms import Modality, Polarity, Stance
from dragoman.model.text import Span
from dragoman.ontology.cue import Frame, Governor, Pos

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
CONDITIONS = frozenset({"if", "unless", "whether", "in case", "provided", "lest", "once", "until"})
NOT_DONE = re.compile(r"\b(?:without(?: ever)?|instead of|rather than|far from)$")
NEVER = re.compile(r"^(?:at no (?:point|time|stage)|under no circumstances|in no way|on no account|not one)\b")
UNDER_NOT = re.compile(r"(?:\bnot|n[’']t|\bnever|\bno longer)(?: (?:yet|even|currently|now|really|been))?$")
IS_TO = re.compile(r"\b(?:is|are|was|were) to$")
# words whose complement is only supposed
SUPPOSING = frozenset({"assume", "suppose", "event", "case", "moment", "condition", "eventuality"})
UNTRUE = frozenset(
    {"false", "untrue", "wrong", "lie", "fiction", "baseless", "nonsense", "fabrication", "myth", "hoax"}
)
UNREAL: dict[str, Held] = {
    "pending": Held("+", "planned"),
    "without": Held("-", "actual"),
    "before": Held("+", "possible"),
    "until": Held("+", "possible"),
    "barring": Held("+", "possible"),
}
# verbs whose past looks like their bare form
UNCHANGED = frozenset({"put", "cut", "set", "hit", "let", "cost", "shut", "spread", "quit", "bid", "split", "burst"})
# what a body does by voting to do it: "voted to ratify the treaty"
VOTED = frozenset(
    "approve ratify reject adopt pass endorse back accept support authorize authorise confirm condemn oppose".split()
)
BINDING = frozenset({"if", "once", "unless", "provided", "only if", "should"})
PURPOSES = frozenset({"to", "in order to", "so as to", "for"})


def held(scene: Scene, clause: Clause) -> Held:
    """Return how a clause holds by its own words and those it depends on, its sources left aside."""
    phrase = _phrase(scene, clause)
    if phrase is not None:
        return phrase
    own = _conditioned(scene, clause, _own(scene, clause))
    parent = scene.parent(clause)
    if clause.perfect and scene.words(clause.span).startswith("Had "):
        return Held("+", "conditional", None)  # "Had Chad signed, the war would be over"
    if parent is None:
        return Held("+", "conditional", None) if clause.marker in ("if", "unless") else own
    outer = _from_parent(scene, clause, parent)
    return own if outer is None else _combined(own, outer)


def _phrase(scene: Scene, clause: Clause) -> Held | None:
    """Return what words right before the verb make of it: "has yet to ratify", "is due to be signed"."""
    if clause.kind == "noun":
        return None
    sentence, head = scene.sentence(clause), scene.tokens(clause)[clause.head]
    before = scene.article.text[sentence.span.start : head.start].lower().rstrip()
    before = before.removesuffix(" be").removesuffix(" have").rstrip()
    undone = NOT_DONE.search(before) or NEVER.match(before)
    if undone is not None:
        start, end = sentence.span.start + undone.start(), sentence.span.start + undone.end()
        return Held("-", "actual", Span(scene.article.id, start, end))
    arranged = IS_TO.search(before)
    if arranged is not None:
        start = sentence.span.start + arranged.start()
        return Held(
            "-" if clause.negated else "+", "planned", Span(scene.article.id, start, sentence.span.start + len(before))
        )
    for hedge in scene.ontology.cues.hedges:
        if hedge.pos == "phrase" and before.endswith(f" {hedge.word}"):
            end = sentence.span.start + len(before)
            negated = UNDER_NOT.search(before[: -len(hedge.word)].rstrip()) is not None
            polarity: Polarity = "-" if negated == (hedge.polarity == "+") else "+"
            return Held(polarity, hedge.modality, Span(scene.article.id, end - len(hedge.word), end))
    return None


def _conditioned(scene: Scene, clause: Clause, own: Held) -> Held:
    """Let a condition make its main clause conditional: "once it does, the pact enters into force"."""
    if clause.tense == "future" and any(c.marker == "unless" and c.relation == "advcl" for c in scene.children(clause)):
        return Held(own.polarity, "conditional", own.cue)  # "unless Mali ratifies it, the pact will lapse"
    if own.modality != "actual" or clause.tense != "present" or clause.perfect:
        return own
    bound = any(c.marker in BINDING and c.relation == "advcl" for c in scene.children(clause))
    return Held(own.polarity, "conditional", own.cue) if bound else own


def _combined(inner: Held, outer: Held) -> Held:
    """Set one governor over another: "may agree to sign" is possible, "did not fail to" is actual."""
    modality = outer.modality if outer.modality not in ("actual", "ongoing") else inner.modality
    polarity: Polarity = "+" if inner.polarity == outer.polarity else "-"
    return Held(polarity, modality, outer.cue or inner.cue)


def _own(scene: Scene, clause: Clause) -> Held:
    polarity: Polarity = "-" if clause.negated else "+"
    cues = scene.ontology.cues
    if clause.kind == "noun":
        return _own_noun(scene, clause)
    if clause.marker == "that" and not clause.auxiliaries and _subjunctive(scene, clause):
        return Held(polarity, "demanded", None)  # "insisted that Hungary ratify the protocol"
    for word in clause.auxiliaries:
        hedge = cues.hedge(word, "auxiliary")
        if clause.negated and word in ("can", "could"):
            return Held("-", "actual", clause.negation)  # "cannot be ratified now"
        if hedge is not None:
            return Held(polarity, hedge.modality, _word(scene, clause, word))
    for word in clause.adverbs:
        hedge = cues.hedge(word, "adverb")
        if hedge is not None and not hedge.weak:
            flipped: Polarity = "-" if (hedge.polarity == "-") != clause.negated else "+"
            return Held(flipped, hedge.modality, _word(scene, clause, word))
    if clause.tense == "future" or _is_to(clause):
        return Held(polarity, "planned", clause.negation)
    if clause.question:
        return Held(polarity, "possible", None)
    return Held(polarity, "ongoing" if clause.progressive and clause.tense == "present" else "actual", clause.negation)


def _subjunctive(scene: Scene, clause: Clause) -> bool:
    """Say whether a verb stands bare after a single subject: "that Hungary ratify", where a fact has "ratifies"."""
    head = scene.tokens(clause)[clause.head]
    bare = head.xpos == "VB" or (head.text.lower() == head.lemma and head.lemma not in UNCHANGED)
    one = len(clause.agents) == 1 and scene.tokens(clause)[clause.agents[0].head].xpos in ("NN", "NNP")
    return bare and one and not clause.perfect and clause.kind == "verb"


def _own_noun(scene: Scene, clause: Clause) -> Held:
    """Return how an event told as a noun holds by its adjective or preposition: "planned talks", "without a vote"."""
    tokens = scene.tokens(clause)
    for i, token in enumerate(tokens):
        if token.head != clause.head or i >= clause.head:
            continue
        hedge = scene.ontology.cues.hedge(token.text.lower(), "adjective")
        if hedge is not None:
            return Held(hedge.polarity, hedge.modality, scene.token_span(clause, i))
        if token.dep == "case" and token.text.lower() in UNREAL:
            return UNREAL[token.text.lower()]
    return Held("-" if clause.negated else "+", "actual", clause.negation)


def _is_to(clause: Clause) -> bool:
    """Say whether a main clause is an infinitive: "the deed is to be handed over", "Duma to vote on pact"."""
    return clause.kind != "noun" and clause.marker == "to" and clause.relation == "root"


def _word(scene: Scene, clause: Clause, lemma: str) -> Span | None:
    for i, token in enumerate(scene.tokens(clause)):
        if token.head == clause.head and lemma in (token.lemma.lower(), token.text.lower()):
            return scene.token_span(clause, i)
    return None


def _from_parent(scene: Scene, clause: Clause, parent: Clause) -> Held | None:
    """Return what the clause above makes of this one, None when it leaves it as it is."""
    if parent.kind == "copula" and parent.lemma == "true" and parent.negated and clause.marker == "that":
        return Held("-", "actual", parent.negation)
    if clause.relation.startswith("acl") and (untrue := _called_untrue(scene, clause)) is not None:
        return Held("-", "actual", untrue)
    if _supposed(clause, parent):
        return Held("+", "conditional", None)
    if parent.kind == "copula" and parent.lemma in UNTRUE and clause.relation in ("ccomp", "csubj", "xcomp", "acl"):
        return Held("-", "actual", scene.token_span(parent, parent.head))  # "it is false that Togo signed"
    if parent.lemma == "vote" and parent.kind == "verb" and clause.marker == "to" and clause.lemma in VOTED:
        return _unnegated(held(scene, parent)) if not parent.negated else held(scene, parent)
    frame = _frame(scene, clause, parent)
    governor = _governor(scene, clause, parent, frame) if frame else None
    if governor is not None:
        modality, polarity = governor.holds(negated=parent.negated)
        this = Held(polarity, modality, scene.token_span(parent, parent.head))
        return _combined(this, _unnegated(held(scene, parent)))
    if frame == "infinitive" or (clause.marker == "to" and clause.tense == "none"):
        return _infinitive(scene, clause, parent)
    if clause.relation in ("ccomp", "acl:relcl") or clause.marker == "that":
        return None
    if clause.relation == "xcomp" or (clause.relation in ("nominal", "acl") and clause.tense != "past"):
        return _weakened(held(scene, parent))  # "cannot ratify the pact signed in May": the signing stays a fact
    if clause.relation == "conj":
        if any(c.marker in CONDITIONS and parent.head < c.head < clause.head for c in scene.children(parent)):
            return Held("+", "conditional", None)  # "only if both endorse it and notes have been exchanged"
        above = scene.parent(parent)
        return None if above is None else _from_parent(scene, _as_sibling(clause, parent), above)
    return None


def _called_untrue(scene: Scene, clause: Clause) -> Span | None:
    """Return the word that calls what a noun brings with it untrue: "reports that Chad signed are false"."""
    noun = scene.tokens(clause)[clause.head].head
    for other in scene.clauses(clause.sentence):
        if other.kind == "copula" and other.lemma in UNTRUE and any(a.head == noun for a in other.agents):
            return scene.token_span(other, other.head)
    return None


def _supposed(clause: Clause, parent: Clause) -> bool:
    """Say whether a clause is a condition: "if …", "assuming that …", "in the event that …", "whether to …"."""
    marker = clause.marker or ""
    if marker in CONDITIONS and clause.relation in ("advcl", "ccomp"):
        return True
    return marker.startswith("whether") or (parent.lemma in SUPPOSING and marker in ("that", ""))


def _as_sibling(clause: Clause, parent: Clause) -> Clause:
    """A conjunct hangs where its first conjunct hangs: take that one for the question of governors."""
    return parent


def _weakened(outer: Held) -> Held | None:
    """A phrase inside an unreal clause is no more real than it, though not negated with it."""
    return None if outer.modality in ("actual", "ongoing") else Held("+", outer.modality, outer.cue)


def _unnegated(outer: Held) -> Held:
    """The governor's own negation has been counted by ``Governor.holds``."""
    return Held("+", outer.modality, outer.cue)


def _infinitive(scene: Scene, clause: Clause, parent: Clause) -> Held:
    """An infinitive that nothing vouches for is no fact: a purpose, a possibility."""
    if parent.lemma in ASPECT and clause.relation == "xcomp":
        return held(scene, parent)
    return Held("+", "planned" if clause.relation == "advcl" else "possible", scene.token_span(parent, parent.head))


def _frame(scene: Scene, clause: Clause, parent: Clause) -> Frame | None:
    if clause.relation in ("xcomp", "acl", "advcl", "ccomp") and clause.marker in PURPOSES and _bare(scene, clause):
        return "infinitive"
    if clause.relation in ("xcomp", "advcl", "acl", "ccomp") and scene.tokens(clause)[clause.head].xpos == "VBG":
        return "gerund"
    if clause.relation == "ccomp":
        return "that"
    if clause.kind == "noun" and any(
        p.head == clause.head for p in (*parent.patients, *(o.phrase for o in parent.obliques))
    ):
        return "object"
    return None


def _bare(scene: Scene, clause: Clause) -> bool:
    return clause.tense == "none" or scene.tokens(clause)[clause.head].xpos == "VB"


def _governor(scene: Scene, clause: Clause, parent: Clause, frame: Frame) -> Governor | None:
    pos: Pos = "noun" if parent.kind == "noun" else "verb"
    if parent.kind == "copula" and scene.tokens(parent)[parent.head].upos == "ADJ":
        pos = "adjective"
    return scene.ontology.cues.governor(parent.lemma, frame, pos=pos, preposition=clause.marker)


def _hearsay(link: Source) -> bool:
    """Say whether a link is "reportedly" and its like: somebody is said to say so, and nobody is named."""
    return link.commitment == "reports" and link.actor is None and link.source == "not named"


def stance(held_: Held, chain: Sequence[Source]) -> Stance:
    """Return the short form: who denies or alleges comes first, then how the clause itself holds."""
    commitments = [link.commitment for link in chain]
    if "denies" in commitments:
        return "denied"
    if "alleges" in commitments or "doubts" in commitments or any(map(_hearsay, chain)):
        return "alleged"
    if held_.polarity == "-" and held_.modality not in ("possible", "demanded"):
        return "negated"  # "will not sign" and "would not allow" are refusals; "may not sign" leaves it open
    return OF_MODALITY[held_.modality]
