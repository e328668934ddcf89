"""Mends words that the tagger took for another part of speech, where the tree or their own ending says better."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.reading import Token
from dragoman.reading.heads import Tokens, VerbOf, children, root_of

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
NO_VERBS = frozenset({"ADV", "ADJ", "ADP", "NOUN", "PROPN", "SCONJ", "INTJ", "X"})
# endings of nouns that no form of a verb has
NOUN_ENDINGS = ("ty", "ness", "ment", "tion", "sion", "ism", "ship", "ance", "ence", "macy")
OF_INFINITIVES = frozenset({
    "plan", "bid", "decision", "effort", "attempt", "pledge", "offer", "proposal", "promise", "vow", "threat",
    "commitment", "intention", "refusal", "readiness", "willingness", "right", "demand", "request", "call", "failure",
    "desire", "ability", "move", "permission",
})  # fmt: skip
LASTING = {"runs": "run", "lasts": "last", "stands": "stand", "extends": "extend", "applies": "apply"}
CLAUSES = {"ccomp": "obj", "xcomp": "obj"}


def verb_of_its_subject(tokens: Sequence[Token], verb: VerbOf) -> Tokens:
    """ "demanded that Japan apologise": what has a subject and is a form of a verb we know is that verb."""
    found = list(tokens)
    for i, token in enumerate(tokens):
        if token.upos not in NO_VERBS or token.text[:1].isupper():
            continue
        below = [t for n, t in enumerate(tokens) if t.head == i and n != i]
        if not any(t.dep in SUBJECTS for t in below) or any(t.dep in ("cop", "case", "det") for t in below):
            continue
        that = any(t.dep == "mark" and t.text.lower() == "that" for t in below)
        lemma = verb(token.text.lower()) or (token.text.lower() if that and token.upos == "ADV" else None)
        if lemma is not None:
            dep = "ccomp" if that and token.dep in ("advmod", "obl", "obj", "dep", "acl") else token.dep
            found[i] = replace(token, upos="VERB", xpos=_tag(token.text, below), lemma=lemma, dep=dep)
    return tuple(found)


def verb_after_and(tokens: Sequence[Token]) -> Tokens:
    """ "provides for trials and runs for ten years": what goes on for a time is a verb, not one more noun."""
    found = list(tokens)
    for i in range(1, len(tokens) - 2):
        token, before, after, last = tokens[i], tokens[i - 1], tokens[i + 1], tokens[i + 2]
        if token.text not in LASTING or token.upos != "NOUN" or token.dep != "conj" or before.upos != "CCONJ":
            continue
        goes_on = after.text.lower() in ("for", "until", "from") and (last.upos == "NUM" or last.text.lower() == "a")
        root = root_of(tuple(tokens))
        if goes_on and root < i:
            found[i] = replace(token, upos="VERB", xpos="VBZ", lemma=LASTING[token.text], head=root)
            found = [replace(t, dep="obl") if t.head == i and t.dep == "nmod" else t for t in found]
    return tuple(found)


def noun_by_its_ending(tokens: Sequence[Token], verb: VerbOf) -> Tokens:
    """ "claims sovereignty": a word that ends as nouns do, and governs nothing as verbs do, is a noun."""
    found = list(tokens)
    for i, token in enumerate(tokens):
        if token.upos != "VERB" or not token.text.lower().endswith(NOUN_ENDINGS) or verb(token.text.lower()):
            continue
        below = {t.dep for n, t in enumerate(tokens) if t.head == i and n != i}
        if not below & {"nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "mark", "ccomp", "xcomp"}:
            found[i] = replace(token, upos="NOUN", xpos="NN", dep=CLAUSES.get(token.dep, token.dep))
    return tuple(found)


def verb_for_the_root(tokens: Sequence[Token]) -> Tokens:
    """ "Thousands of Sudanese marched": a finite verb is no complement of the noun before it, but its verb."""
    for v, token in enumerate(tokens):
        top = token.head
        finite = token.upos == "VERB" and token.xpos in ("VBD", "VBZ", "VBP")
        if not finite or token.dep not in ("nmod", "compound", "amod") or tokens[top].head != top or top > v:
            continue
        inner = [i for i in range(top + 1, v) if tokens[i].head == v and tokens[i].dep in ("amod", "compound", "case")]
        words = [i for i in inner if tokens[i].dep != "case"]
        found = list(tokens)
        found[v] = replace(token, head=v, dep="root")
        found[top] = replace(tokens[top], head=v, dep="nsubj")
        for i in inner:
            hung = words and i != words[-1]
            found[i] = replace(tokens[i], head=words[-1] if hung else top, dep=tokens[i].dep if hung else "nmod")
        for i in range(v + 1, len(tokens)):
            if tokens[i].head == top:
                found[i] = replace(tokens[i], head=v, dep="advcl" if tokens[i].xpos == "VBG" else tokens[i].dep)
        return tuple(found)
    return tuple(tokens)


def only_object(tokens: Sequence[Token]) -> Tokens:
    """ "urged Chile to sign": whom a verb concerns that has no other object is its object; "told them that" told."""
    rest = {t.head for n, t in enumerate(tokens) if t.dep in ("obj", "ccomp") and t.head != n}
    return tuple(replace(t, dep="obj") if t.dep == "iobj" and t.head not in rest else t for t in tokens)


def infinitive_of_its_noun(tokens: Sequence[Token]) -> Tokens:
    """ "dropped its plan to buy jets": the buying is what was planned, not why it was dropped."""
    found = list(tokens)
    for i in range(2, len(tokens)):
        noun, to, token = tokens[i - 2], tokens[i - 1], tokens[i]
        bare = to.text.lower() == "to" and to.head == i and token.dep in ("advcl", "xcomp")
        if bare and noun.upos == "NOUN" and noun.lemma.lower() in OF_INFINITIVES and noun.head == token.head:
            found[i] = replace(token, head=i - 2, dep="acl")
    return tuple(found)


def speech_amid(tokens: Tokens, speaks: frozenset[str]) -> Tokens:
    """ "The treaty will bind in May, Kenya said, and Chad will follow": what follows is said, too."""
    for v, token in enumerate(tokens):
        if token.head != v or token.lemma.lower() not in speaks or v + 2 >= len(tokens) or tokens[v + 1].text != ",":
            continue
        before = [n for n in children(tokens, v, "ccomp") if n < v]
        own = [n for n in children(tokens, v, "conj") if n > v and children(tokens, n, *SUBJECTS)]
        if len(before) == 1 and own:
            found = list(tokens)
            found[before[0]] = replace(tokens[before[0]], head=before[0], dep="root")
            found[v] = replace(token, head=before[0], dep="parataxis")
            for n in own:
                found[n] = replace(tokens[n], head=before[0])
            return tuple(found)
    return tokens


def _tag(form: str, below: Sequence[Token]) -> str:
    """Return the Penn tag of a verb's form, as far as its ending and its subject tell."""
    if form.endswith("ing"):
        return "VBG"
    if form.endswith("ed"):
        return "VBD"
    if form.endswith("s") and not form.endswith("ss"):
        return "VBZ"
    return "VB" if any(t.dep in SUBJECTS and t.xpos in ("NN", "NNP") for t in below) else "VBP"
