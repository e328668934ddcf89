"""Conditions: the clauses that only suppose what they tell, and what hangs on them."""

import re
from collections.abc import Iterator

from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause

CONDITIONS = frozenset({
    "if", "if any", "unless", "whether", "in case", "provided", "provided that", "providing", "lest", "once", "until",
    "assuming", "only if", "should", "as long as", "so long as",
})  # fmt: skip
BINDING = frozenset({
    "if", "once", "unless", "provided", "provided that", "providing", "only if", "should", "assuming", "in case",
    "as long as", "so long as",
})  # fmt: skip
# words whose complement is only supposed
SUPPOSING = frozenset(
    {
        "assume",
        "suppose",
        "event",
        "case",
        "moment",
        "condition",
        "eventuality",
        "proviso",
        "provide",
        "day",
        "minute",
        "instant",
        "scenario",
        "assumption",
        "hypothesis",
        "imagine",
    }
)
ASSUMING = frozenset({"assume", "suppose", "imagine"})  # these suppose what is past as well
TIMES = frozenset({"once", "until"})
# what opens a clause of the present that has not come about: "the moment Chad expels the envoy"
OPENS = re.compile(
    r"^(?:only )?(?:every time |whenever |the (?:very )?(?:moment|day|minute|instant|second|hour) |as soon as |"
    r"if and when |when and if |"
    r"in the event (?:that )?|in case |(?:only )?on (?:the )?condition (?:that )?|provided |providing |assuming |"
    r"so long as |as long as |should |suppose |supposing |what if |whoever |whichever |anyone who |any \w+ that )"
)
# what opens a clause that gives a reason or stands against its main clause
REASONS = frozenset(
    {"because", "since", "while", "although", "though", "whereas", "so", "so that", "even though", "and"}
)


def supposed(scene: Scene, clause: Clause, parent: Clause | None) -> bool:
    """Say whether a clause is a condition or a question: "if …", "assuming that …", "in the event that …"."""
    marker = clause.marker or ""
    over = not clause.perfect or parent is None or parent.tense == "past"
    if marker in TIMES and clause.tense == "past" and over:
        return False  # "once Iran had signed, talks began"
    if marker in CONDITIONS and (parent is None or clause.relation in ("advcl", "ccomp", "acl", "csubj", "parataxis")):
        return True
    if marker.startswith("whether"):
        return True
    if marker in ("that", "") and _of_supposition(scene, clause):
        return True
    if _awaited(scene, clause, parent):
        return True
    return clause.tense == "present" and not clause.perfect and _opened(scene, clause) is not None


def _of_supposition(scene: Scene, clause: Clause) -> bool:
    """Say whether a clause is what a word supposes: "assuming that …", "in the event that …"."""
    if clause.relation == "root" or clause.tense == "none":
        return False
    tokens = scene.tokens(clause)
    opened = next((i for i, t in enumerate(tokens) if t.start >= clause.span.start), 0)
    words = {tokens[tokens[clause.head].head].lemma.lower()}
    words |= {tokens[opened - 1].lemma.lower()} if opened and clause.marker == "that" else set()
    return bool(words & (SUPPOSING if clause.tense == "present" else ASSUMING))


def _awaited(scene: Scene, clause: Clause, parent: Clause | None) -> bool:
    """Say whether a present tense waits for what its main clause puts off: "will act when Chad expels the envoy"."""
    if (
        parent is None
        or clause.relation != "advcl"
        or clause.tense != "present"
        or clause.perfect
        or clause.progressive
    ):
        return False
    ahead = parent.tense == "future" or "would" in parent.auxiliaries
    return ahead and (clause.marker or "") not in REASONS


def _opened(scene: Scene, clause: Clause) -> re.Match[str] | None:
    """Return the words that open a clause and make it a condition."""
    head = scene.tokens(clause)[clause.head]
    words = scene.article.text[clause.whole.start : head.end].lower()
    return OPENS.match(words.removeprefix("but ").removeprefix("and ").removeprefix("yet "))


def inverted(scene: Scene, clause: Clause) -> bool:
    """Say whether a condition is told by the order of words: "should Kyiv agree", "had Chad signed"."""
    if clause.kind == "noun" or clause.question:
        return False
    tokens = scene.tokens(clause)
    first = next((i for i, t in enumerate(tokens) if t.start >= clause.whole.start and t.upos != "CCONJ"), None)
    if first is None or first >= clause.head or tokens[first].text.lower() not in ("should", "were", "had"):
        return False
    following = tokens[first + 1]
    subject = any(first < p.head < clause.head for p in (*clause.agents, *clause.patients))
    return subject and tokens[first].head == clause.head and following.upos not in ("VERB", "ADV", "PUNCT")


def bound(scene: Scene, clause: Clause) -> bool:
    """Say whether a condition hangs from a clause: "once it does, the pact enters into force"."""
    return any(True for _ in of(scene, clause))


def of(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """Yield the conditions that a clause hangs on."""
    for child in scene.children(clause):
        if child.relation != "advcl":
            continue
        if (child.marker or "") in BINDING or inverted(scene, child) or _opened(scene, child) is not None:
            yield child
