"""What a predicate is made of: its kind, tense, negation, modals and particle."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.text import Span
from dragoman.reading.tree import Tree

Tense = Literal["past", "present", "future", "none"]
KindOfClause = Literal["verb", "noun", "copula"]

CLAUSAL = frozenset({
    "root", "conj", "ccomp", "xcomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass",
    "csubj:outer", "dep", "list", "appos",
})  # fmt: skip
NEGATORS = frozenset({"not", "n't", "n’t", "never", "nt", "neither", "nor", "hardly", "scarcely"})
# a noun with none of these dependents tells no event: nobody does it and nothing is done to it
NOMINAL_ARGUMENTS = frozenset({"nmod", "nmod:poss", "amod", "compound", "acl"})


@dataclass(frozen=True, slots=True)
class Shape:
    """How a predicate is put: when, how surely, and whether it is denied."""

    tense: Tense
    perfect: bool
    progressive: bool
    auxiliaries: tuple[str, ...]
    adverbs: tuple[str, ...]
    negation: Span | None


def kind(tree: Tree, i: int) -> KindOfClause | None:
    """Return what kind of predicate token ``i`` is, None when it is none."""
    token = tree.tokens[i]
    if tree.first(i, "cop") is not None:
        return "copula"
    if _of_a_name(tree, i):
        return None
    if token.upos == "VERB" and token.dep in CLAUSAL:
        return "verb"
    if token.upos == "AUX" and token.dep in ("root", "conj", "ccomp", "advcl") and token.head != i - 1:
        return "verb"
    named = i > 0 and token.text[:1].isupper()  # a name, whatever the tagger says
    if token.upos == "NOUN" and not named and any(tree.tokens[c].dep in NOMINAL_ARGUMENTS for c in tree.children[i]):
        return "noun"
    return None


def _of_a_name(tree: Tree, i: int) -> bool:
    """Say whether a verb with a capital stands amid a name: "Sultan Said bin Taimur", "the Jordan Armed Forces"."""
    token = tree.tokens[i]
    if token.upos != "VERB" or not token.text[:1].isupper() or i < 2 or tree.titled:
        return False
    before, after = tree.tokens[i - 1], tree.tokens[min(i + 1, len(tree.tokens) - 1)]
    return before.upos != "PUNCT" and (before.text[:1].isupper() or after.text[:1].isupper())


def lemma(tree: Tree, i: int) -> str:
    """Return the predicate's lemma, with its particle ("carry out")."""
    word = tree.tokens[i].lemma.lower()
    particle = tree.first(i, "compound:prt")
    return word if particle is None else f"{word} {tree.tokens[particle].text.lower()}"


def infinite(tree: Tree, i: int) -> bool:
    """Say whether the predicate is an infinitive or participle, without a subject of its own."""
    if tree.first(i, "nsubj", "nsubj:pass", "nsubj:outer", "expl") is not None:
        return False
    token = tree.tokens[i]
    finite = any(
        tree.tokens[c].xpos in ("MD", "VBD", "VBZ", "VBP") for c in tree.dependents(i, "aux", "aux:pass", "cop")
    )
    return not finite and token.xpos not in ("VBD", "VBZ", "VBP", "MD")


def marker(tree: Tree, i: int) -> str | None:
    """Return the word that opens a subordinate clause: "that", "if", "while", "to"."""
    marks = tree.dependents(i, "mark")
    if any(tree.tokens[m].text.lower() == "whether" for m in marks):
        return "whether"  # also of "on whether to ratify"
    first = marks[0] if marks else None
    if first is None:
        case = tree.first(i, "case") if tree.tokens[i].upos == "VERB" else None
        return None if case is None else tree.tokens[case].text.lower()
    return " ".join(tree.tokens[t].text.lower() for t in [first, *tree.dependents(first, "fixed")])


def question(tree: Tree, i: int) -> bool:
    """Say whether the clause asks: a question mark hangs from it, in a quotation or at the end."""
    return any(tree.tokens[c].text == "?" for c in tree.children[i])


def shape(tree: Tree, i: int) -> Shape:
    """Return tense, aspect, modals, adverbs and negation of the predicate ``i``.

    A conjunct without auxiliaries of its own shares those of the first verb: "will sign and ratify".
    """
    helpers = tree.dependents(i, "aux", "aux:pass", "cop")
    token = tree.tokens[i]
    if not helpers and token.dep == "conj" and token.xpos in ("VB", "VBN", "VBG"):
        first = tree.tokens[token.head]
        helpers = [
            h for h in tree.dependents(token.head, "aux", "aux:pass") if first.xpos == token.xpos or first.xpos == "VB"
        ]
    modals = tuple(tree.tokens[h].lemma.lower() for h in helpers if tree.tokens[h].xpos == "MD")
    lemmas = {tree.tokens[h].lemma.lower() for h in helpers}
    return Shape(
        tense=_tense(tree, i, helpers, modals),
        perfect="have" in lemmas and "have" not in modals,
        progressive=token.xpos == "VBG" and "be" in lemmas,
        auxiliaries=modals,
        adverbs=tuple(tree.tokens[a].text.lower() for a in tree.dependents(i, "advmod")),
        negation=_negation(tree, i),
    )


def _tense(tree: Tree, i: int, helpers: list[int], modals: tuple[str, ...]) -> Tense:
    if "will" in modals or "shall" in modals:
        return "future"
    for h in [*helpers, i]:
        tag = tree.tokens[h].xpos
        if tag == "VBD":
            return "past"
        if tag in ("VBZ", "VBP"):
            perfect = tree.tokens[h].lemma.lower() == "have" and h != i
            return "past" if perfect else "present"
        if tag == "MD":
            return "present"
    return "past" if tree.tokens[i].xpos == "VBN" and not helpers else "none"


def _negation(tree: Tree, i: int) -> Span | None:
    for child in tree.children[i]:
        token = tree.tokens[child]
        if token.lemma.lower() in NEGATORS or token.text.lower() in NEGATORS:
            following = tree.tokens[child + 1].text.lower() if child + 1 < len(tree.tokens) else ""
            if following not in ("only", "just", "merely"):  # "has not only approved" approves
                return tree.span([child])
        if token.text.lower() == "longer" and child and tree.tokens[child - 1].text.lower() == "no":
            return tree.span([child - 1, child])
        if token.dep in ("nsubj", "nsubj:pass", "obj") and (no := _no(tree, child)) is not None:
            return tree.span([no])
    return None


def _no(tree: Tree, noun: int) -> int | None:
    """Return the "no" of "no party", the "neither" of "neither Chad nor Mali", or a noun that is "nobody"."""
    if tree.tokens[noun].text.lower() in ("nobody", "none", "nothing", "neither"):
        return noun
    before = (c for c in tree.children[noun] if tree.tokens[c].text.lower() in ("no", "neither"))
    joined = (c for n in tree.dependents(noun, "conj") for c in tree.dependents(n, "cc"))
    found = [*before, *(c for c in joined if tree.tokens[c].text.lower() == "nor")]
    return found[0] if found else None
