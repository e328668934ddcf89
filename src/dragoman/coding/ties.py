"""How one act hangs on another: its condition, its purpose, its cause, what is given for it."""

import re
from collections.abc import Iterator

from dragoman.coding import conditions
from dragoman.coding.scene import Scene
from dragoman.model.reading import Clause
from dragoman.model.terms import LinkKind

PURPOSES = frozenset({"to", "in order to", "so as to", "so that", "in order that"})
CAUSES = frozenset({"because", "on account of"})
EXCHANGE = re.compile(r"\b(?:in exchange|in return) for(?: an?| the| its| their)?(?: [\w’'-]+){0,2}\s*$")


def ties(scene: Scene, clause: Clause) -> Iterator[tuple[LinkKind, str]]:
    """Yield the links of what a clause tells to what the clause it hangs from tells."""
    parent = scene.verbal_parent(clause)
    kind = None if parent is None else _kind(scene, clause, parent)
    if parent is not None and kind is not None:
        at = f"{parent.sentence}.{parent.index}"
        yield kind, f"event@{at}"
        yield kind, f"step@{at}"


def _kind(scene: Scene, clause: Clause, parent: Clause) -> LinkKind | None:
    start = scene.sentence(clause).span.start
    opened = scene.tokens(clause)[clause.head].start if clause.kind == "noun" else clause.span.start
    words = scene.article.text[start:opened]
    inside = scene.article.text[start : scene.token_span(clause, clause.head).start]
    if EXCHANGE.search(words) or (clause.marker == "for" and EXCHANGE.search(inside)):
        return "in_return_for"
    if clause.kind == "noun" or clause.relation != "advcl":
        return None
    if any(c is clause for c in conditions.of(scene, parent)):
        return "condition_of"
    if clause.marker in PURPOSES:
        return "purpose_of"
    return "cause_of" if clause.marker in CAUSES else None
