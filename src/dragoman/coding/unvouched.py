"""Signs that what a clause tells is no fact, read from where words stand: the parse hangs them from no clause.

"Rome worries about Oslo sending ships", "perhaps Oslo sent ships", "none was sent", "it looks as if Oslo sent ships".
"""

import re

from dragoman.coding.drafts import Held
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause
from dragoman.model.text import Span

# prepositions before a name and what it may do: "worried about Oslo sending ships"
OPEN = frozenset({"about", "over", "against", "without", "towards", "toward", "on", "at"})
# words before "of" that make an idea of what a name does: "in favour of Oslo sending ships"
IDEAS = frozenset({
    "way", "favour", "favor", "event", "case", "spectre", "specter", "scenario", "thought", "hope", "dream", "image",
    "wary", "afraid", "capable", "tired", "point", "verge", "eventuality", "vision", "nightmare",
})  # fmt: skip
NAME_PARTS = frozenset({"NOUN", "PROPN", "DET", "ADJ", "CCONJ", "PART"})
NOBODY = frozenset({"none", "nobody", "nothing", "neither"})
AS_IF = re.compile(r"\b(?:as if|as though|(?:looks?|looked|seems?|seemed|sounds?|feels?) like)\s*$")
OPENS_AS_IF = re.compile(r"^(?:as if|as though)\b")
IF_AT_ALL = re.compile(
    r"\bif (?:any|at all|ever|it (?:did|does|has|happened)|they (?:did|do|have)|indeed [^,.]{2,20})\b"
)
AUXILIARY = frozenset({"AUX", "PART"})


def unvouched(scene: Scene, clause: Clause) -> Held | None:
    """Return how a clause holds that a sign beside it keeps from being a fact, None where no such sign stands there."""
    if clause.kind == "noun":
        return None
    return (
        _nobody_does(scene, clause)
        or _adverb_beside(scene, clause)
        or _as_if(scene, clause)
        or _if_at_all(scene, clause)
        or _gerund_of_another(scene, clause)
    )


def _nobody_does(scene: Scene, clause: Clause) -> Held | None:
    """Return the negation that a subject is: "none was sent", "none of the jets took off"."""
    for phrase in (*clause.agents, *(clause.patients if clause.voice == "passive" else ())):
        if scene.tokens(clause)[phrase.head].text.lower() in NOBODY and phrase.head < clause.head:
            return Held("-", "actual", scene.token_span(clause, phrase.head))
    return None


def _adverb_beside(scene: Scene, clause: Clause) -> Held | None:
    """Return what an adverb right before a verb makes of it where the parse hung it from a noun."""
    tokens, cues = scene.tokens(clause), scene.ontology.cues
    i = clause.head - 1
    while i >= 0 and tokens[i].upos in AUXILIARY:
        i -= 1
    hedge = cues.hedge(tokens[i].text.lower(), "adverb") if i >= 0 else None
    if hedge is None or hedge.weak or hedge.modality != "possible" or tokens[i].dep == "advmod":
        return None
    return Held("+", "possible", scene.token_span(clause, i))


def _as_if(scene: Scene, clause: Clause) -> Held | None:
    sentence = scene.sentence(clause).span
    found = OPENS_AS_IF.match(scene.article.text[clause.whole.start : clause.whole.end].lower())
    if found is not None:
        return Held("+", "possible", Span(sentence.article, clause.whole.start, clause.whole.start + found.end()))
    start = min(clause.whole.start, clause.span.start)
    opened = scene.words(clause.whole).lower().startswith(("like ", "if ", "though "))
    before = AS_IF.search(scene.article.text[sentence.start : start + (5 if opened else 0)].lower())
    if before is None:
        return None
    return Held("+", "possible", Span(sentence.article, sentence.start + before.start(), sentence.start + before.end()))


def _if_at_all(scene: Scene, clause: Clause) -> Held | None:
    """Return what doubts an act beside it: "how many missiles, if any, Oslo sent"."""
    found = IF_AT_ALL.search(scene.words(scene.sentence(clause).span).lower())
    if found is None or clause.tense == "none":
        return None
    start = scene.sentence(clause).span.start
    sign = Span(clause.span.article, start + found.start(), start + found.end())
    near = clause.whole.touches(sign) or 0 <= sign.start - clause.whole.end <= len(", ")
    return Held("+", "possible", sign) if near else None


def _gerund_of_another(scene: Scene, clause: Clause) -> Held | None:
    """Return how a gerund after a preposition and a name holds: "the spectre of Oslo sending ships" is no fact."""
    tokens = scene.tokens(clause)
    first = clause.head - 1 - _perfect(scene, clause)
    if clause.tense != "none" or first < 1 or tokens[clause.head].xpos not in ("VBG", "VBN"):
        return None
    if (tokens[clause.head].xpos == "VBN" and first == clause.head - 1) or tokens[first].upos != "PROPN":
        return None
    at = first
    while at > 0 and tokens[at].upos in NAME_PARTS:
        at -= 1
    if not _opens_idea(scene, clause, at, perfect=first < clause.head - 1):
        return None
    without = tokens[at].text.lower() == "without"
    return Held("-" if without else "+", "actual" if without else "possible", scene.token_span(clause, at))


def _opens_idea(scene: Scene, clause: Clause, at: int, *, perfect: bool) -> bool:
    """Say whether a preposition makes an idea of what a name after it does: "of" after "risk", not after "soldiers"."""
    tokens, cues = scene.tokens(clause), scene.ontology.cues
    word, before = tokens[at].text.lower(), tokens[at - 1].lemma.lower() if at else ""
    if word in OPEN or (word == "to" and perfect):
        return True
    known = before in IDEAS or cues.hedge(before, "noun") is not None or bool(cues.governs(before, "noun"))
    return word == "of" and (known or cues.said(before) is not None)


def _perfect(scene: Scene, clause: Clause) -> bool:
    return scene.tokens(clause)[clause.head - 1].text.lower() in ("having", "being")
