"""What a clause's own words make of it: its modals, adverbs, negation, the phrase before it."""

import re

from dragoman.coding import circumstance
from dragoman.coding.conditions import inverted
from dragoman.coding.drafts import Held
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause
from dragoman.model.terms import Polarity
from dragoman.model.text import Span

NOT_DONE = re.compile(
    r"\b(?:without(?: ever)?|instead of|rather than|far from|anything but|(?:sooner|rather) \w+ than|"
    r"(?:not|n[’']t|never) (?:so far|yet|as yet|to date|in fact|actually|even|ever|once))$"
)
NEVER = re.compile(
    r"\b(?:at no (?:point|time|stage|moment)|under no circumstances?|in no way|on no account|by no means|not one|"
    r"not a single)\b"
)
UNDER_NOT = re.compile(r"(?:\bnot|n[’']t|\bnever|\bno longer)(?: (?:yet|even|currently|now|really|been))?$")
IS_TO = re.compile(r"\b(?:is|are|was|were) to$")
# what there is no sign of: "no evidence that", "had no knowledge of the"
NO_SIGN = re.compile(
    r"\b(no|little|scant|hardly any|lack of|without) (?:[\w-]+ )?(?:evidence|proof|signs?|indications?|knowledge|trace|"
    r"hint|word|record|reason to believe|suggestion|confirmation|question)(?: (of)(?: an?| the| any)?)?\s*$"
)
# what is still to come, or hangs on something, when an event is named: "on the eve of the signing"
NOT_YET = re.compile(
    r"\b(?:(on the eve of|ahead of|in the run-up to|in preparation for|pending)|(subject to|conditional on|in case of|"
    r"in the event of|assuming|barring|short of))(?: the| an?| any)?(?: [\w’'-]+){0,2}\s*$",
    re.IGNORECASE,
)
TO_COME = re.compile(r"\b(?:next|tomorrow|coming|following|later this|later today|from now)\b")
DAYS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|spring|summer|autumn)\b"
)
UNREAL: dict[str, Held] = {
    "pending": Held("+", "planned"),
    "ahead": Held("+", "planned"),
    "without": Held("-", "actual"),
    "before": Held("+", "possible"),
    "until": Held("+", "possible"),
    "barring": Held("+", "possible"),
}
# verbs whose past looks like their bare form
UNCHANGED = frozenset({"put", "cut", "set", "hit", "let", "cost", "shut", "spread", "quit", "bid", "split", "burst"})


def by_phrase(scene: Scene, clause: Clause) -> Held | None:
    """Return what words right before the verb make of it: "has yet to ratify", "is due to be signed"."""
    if clause.kind == "noun":
        return None
    sentence, head = scene.sentence(clause), scene.tokens(clause)[clause.head]
    sign = NO_SIGN.search(scene.article.text[sentence.span.start : clause.span.start])
    if sign is not None and clause.marker == "that":
        start = sentence.span.start
        return Held("+", "possible", Span(scene.article.id, start + sign.start(), start + sign.end()))
    before = scene.article.text[sentence.span.start : head.start].lower().rstrip()
    never = NEVER.search(before, clause.span.start - sentence.span.start)
    before = before.removesuffix(" be").removesuffix(" have").removesuffix(" having").rstrip()
    undone = NOT_DONE.search(before) or never
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


def own(scene: Scene, clause: Clause) -> Held:
    """Return how a clause holds by its own words."""
    polarity: Polarity = "-" if clause.negated else "+"
    if clause.kind == "noun":
        return own_noun(scene, clause)
    if inverted(scene, clause):
        return Held(polarity, "conditional", None)
    if _subjunctive(scene, clause):
        return Held(polarity, "demanded", None)  # "insisted that Hungary ratify the protocol"
    if _imperative(scene, clause):
        return Held(polarity, "demanded", None)  # "Oslo to Rome: leave the island"
    if clause.question:
        return Held(polarity, "possible", None)
    hedged = _hedged(scene, clause)
    if hedged is not None:
        return hedged
    arranged = _is_to(clause) and scene.tokens(clause)[clause.head].xpos != "VBD"
    if clause.tense == "future" or arranged or _scheduled(scene, clause):
        return Held(polarity, "planned", clause.negation)
    return Held(polarity, "ongoing" if clause.progressive and clause.tense == "present" else "actual", clause.negation)


def _hedged(scene: Scene, clause: Clause) -> Held | None:
    """Return what a modal or an adverb makes of a clause."""
    cues = scene.ontology.cues
    polarity: Polarity = "-" if clause.negated else "+"
    adverb = _by_adverb(scene, clause)
    for word in clause.auxiliaries:
        hedge = cues.hedge(word, "auxiliary")
        if clause.negated and word in ("can", "could"):
            return Held("-", "actual", clause.negation)  # "cannot be ratified now"
        if hedge is not None:
            planned = hedge.modality == "planned" or (word == "would" and backshifted(scene, clause))
            if planned and adverb is not None:
                return adverb  # "perhaps they will meet"
            return Held(polarity, "planned" if planned else hedge.modality, _word(scene, clause, word))
    return adverb


def _by_adverb(scene: Scene, clause: Clause) -> Held | None:
    for word in clause.adverbs:
        hedge = scene.ontology.cues.hedge(word, "adverb")
        if hedge is not None and not hedge.weak:
            flipped: Polarity = "-" if (hedge.polarity == "-") != clause.negated else "+"
            return Held(flipped, hedge.modality, _word(scene, clause, word))
    return None


def backshifted(scene: Scene, clause: Clause) -> bool:
    """Say whether "would" is the "will" of what was said: "said it would sign", and no condition stands by it."""
    parent = scene.parent(clause)
    cues = scene.ontology.cues
    if parent is None or any(c.marker in ("if", "unless", "should") for c in scene.children(clause)):
        return False
    if clause.relation.startswith("acl"):
        noun = scene.tokens(clause)[scene.tokens(clause)[clause.head].head].lemma.lower()
        governor = cues.governor(noun, "infinitive", pos="noun")
        return clause.marker == "that" and governor is not None and governor.modality in ("pledged", "planned")
    if clause.relation not in ("ccomp", "parataxis") or clause.marker in ("if", "whether"):
        return False
    speech = cues.says(parent.lemma)
    return (
        speech is not None
        and speech.commitment in ("asserts", "reports", "alleges")
        and parent.lemma not in ("warn", "threaten", "ask", "predict", "forecast", "caution", "argue")
    )


def _scheduled(scene: Scene, clause: Clause) -> bool:
    """Say whether a present tense tells what is to come: "meet next Tuesday", "enters into force on 1 May"."""
    if not _of_the_present(scene, clause):
        return False
    dated = circumstance.dated(scene, clause)
    if dated is None or dated.basis != "clause":
        return False
    text = dated.time.text.lower()
    running = clause.span.start >= scene.article.body and scene.words(scene.sentence(clause).span)[-1:] == "."
    if TO_COME.search(text) or (running and DAYS.search(text)):
        return True
    when = dated.time.anchored(None)
    published = scene.article.published.latest
    return bool(published and when.earliest and when.earliest > published)


def _of_the_present(scene: Scene, clause: Clause) -> bool:
    """Say whether a verb stands in the present; "both meet on Monday" may be read as a bare one."""
    bare = clause.tense == "none" and clause.marker is None and clause.relation == "root" and bool(clause.agents)
    bare = bare and scene.tokens(clause)[clause.head].xpos == "VB"
    return (clause.tense == "present" or bare) and not clause.perfect and clause.kind != "copula"


def _subjunctive(scene: Scene, clause: Clause) -> bool:
    """Say whether a verb stands bare after "that" and a single subject: "that Hungary ratify"; a fact has "ratifies".

    Also where the parse takes the verb for the main one: "the condition is that Hungary ratify".
    """
    tokens = scene.tokens(clause)
    head = tokens[clause.head]
    bare = head.xpos == "VB" or (head.text.lower() == head.lemma and head.lemma not in UNCHANGED)
    subject = next((i for i, t in enumerate(tokens) if t.head == clause.head and t.dep == "nsubj"), None)
    if not bare or subject is None or tokens[subject].xpos not in ("NN", "NNP") or clause.perfect:
        return False
    opened = min([i for i, t in enumerate(tokens) if t.head == subject and i < subject] + [subject]) - 1
    that = opened >= 0 and tokens[opened].text.lower() == "that"
    return that and not any(t.upos == "AUX" and t.head == clause.head for t in tokens[opened : clause.head])


def _imperative(scene: Scene, clause: Clause) -> bool:
    """Say whether a bare verb opens a sentence or what follows a colon, with nobody before it."""
    head = scene.tokens(clause)[clause.head]
    if clause.kind != "verb" or head.xpos != "VB" or clause.tense != "none" or clause.marker or clause.auxiliaries:
        return False
    before = scene.article.text[scene.sentence(clause).span.start : head.start].rstrip(" “\"‘'")
    return not before or before.endswith(":")


def own_noun(scene: Scene, clause: Clause) -> Held:
    """Return how an event told as a noun holds by its adjective or preposition: "planned talks", "without a vote"."""
    tokens = scene.tokens(clause)
    start = scene.sentence(clause).span.start
    sign = NO_SIGN.search(scene.article.text[start : clause.span.start])
    if sign is not None and sign[2]:
        return Held("+", "possible", Span(scene.article.id, start + sign.start(), start + sign.end()))
    ahead = NOT_YET.search(scene.article.text[start : scene.token_span(clause, clause.head).start])
    if ahead is not None:
        which = 1 if ahead[1] else 2
        cue = Span(scene.article.id, start + ahead.start(which), start + ahead.end(which))
        return Held("+", "planned" if ahead[1] else "conditional", cue)
    for i, token in enumerate(tokens):
        if token.head != clause.head or (i >= clause.head and token.dep != "acl"):
            continue
        hedge = scene.ontology.cues.hedge(token.text.lower(), "adjective")
        if hedge is not None and (i < clause.head or hedge.modality != "failed"):
            return Held(hedge.polarity, hedge.modality, scene.token_span(clause, i))
        if token.text.lower() in UNREAL and (token.dep == "case" or token.text.lower() == "pending"):
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
