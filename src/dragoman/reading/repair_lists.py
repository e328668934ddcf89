"""Mends lists of things: "cooperation in fighting smuggling, joint patrols, and expanded trade"."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.reading import Token
from dragoman.reading.heads import Tokens, children, rehung, subtree

GERUNDS_AFTER = frozenset({"in", "of", "at"})


def gerund_of_the_noun_before(tokens: Sequence[Token]) -> Tokens:
    """ "the way for cooperation in tackling piracy": the tackling is of the noun before "in", not of one before."""
    found = list(tokens)
    for i in range(2, len(tokens)):
        mark, noun, token = tokens[i - 1], tokens[i - 2], tokens[i]
        of_noun = mark.text.lower() in GERUNDS_AFTER and mark.head == i and noun.upos == "NOUN"
        far = token.head < i - 2 and tokens[token.head].upos == "NOUN" and token.dep == "acl"
        if of_noun and far and token.xpos == "VBG":
            found[i] = replace(token, head=i - 2)
    return tuple(found)


def participle_before_a_noun(tokens: Sequence[Token]) -> Tokens:
    """ "covers patrols, and expanded trade": with the verb in the present, the last is no act but a thing."""
    found = list(tokens)
    for i in range(1, len(tokens) - 1):
        token, noun, head = tokens[i], tokens[i + 1], tokens[tokens[i].head]
        past = token.dep == "conj" and token.xpos in ("VBD", "VBN") and token.text.endswith("ed")
        thing = noun.upos == "NOUN" and noun.head == i and noun.dep == "obj" and tokens[i - 1].upos == "CCONJ"
        if not (past and thing and head.xpos in ("VBZ", "VBP", "VB")):
            continue
        item = _item_before(tokens, i)
        if item is not None and not children(tuple(tokens), i, "nsubj", "aux", "aux:pass", "obl"):
            found[i] = replace(token, head=i + 1, dep="amod", xpos="VBN")
            found[i + 1] = replace(noun, head=item, dep="conj")
            found = [
                replace(t, head=i + 1) if t.head == i and n != i + 1 and n != i else t for n, t in enumerate(found)
            ]
    return tuple(found)


def item_across_a_comma(tokens: Sequence[Token]) -> Tokens:
    """ "“armed smuggling,” joint patrols": no noun is part of a name that begins after a comma; the two are a list."""
    found = list(tokens)
    for i, token in enumerate(tokens):
        head = token.head
        if token.dep != "compound" or token.upos != "NOUN" or head < i or found[head].upos != "NOUN":
            continue
        if any(tokens[k].text == "," for k in range(i + 1, head)):
            root = found[head].head == head
            found[i] = replace(token, head=i if root else found[head].head, dep=found[head].dep)
            found[head] = replace(found[head], head=i, dep="conj")
    return tuple(found)


def subject_of_the_next_verb(tokens: Tokens) -> Tokens:
    """ "had beaten the rebels and Chad would advance": what is joined, with a verb right after it, does that verb."""
    for i, token in enumerate(tokens):
        if token.dep != "conj" or token.upos not in ("NOUN", "PROPN") or tokens[token.head].dep != "obj":
            continue
        after = max(subtree(tokens, i)) + 1
        for v in range(after, min(after + 4, len(tokens))):
            verb = tokens[v]
            helpers = [k for k in children(tokens, v, "aux", "aux:pass") if k < v]
            finite = verb.xpos == "VBZ" or any(tokens[k].xpos in ("MD", "VBZ", "VBP", "VBD") for k in helpers)
            own = not children(tokens, v, "nsubj", "nsubj:pass", "mark", "cc") and min([v, *helpers]) == after
            if verb.upos == "VERB" and verb.dep in ("conj", "ccomp", "parataxis", "advcl") and finite and own:
                passive = bool(children(tokens, v, "aux:pass"))
                return rehung(tokens, {i: (v, "nsubj:pass" if passive else "nsubj")})
    return tokens


def pair_of_a_headline(tokens: Tokens) -> Tokens:
    """ "Paz, Rojas to meet in Lima": in a headline a comma joins the two before the verb."""
    comma = next((i for i, t in enumerate(tokens[:6]) if t.text == ","), 0)
    last = comma
    while last + 1 < len(tokens) and tokens[last + 1].upos == "PROPN":
        last += 1
    verb = next((v for v in range(last + 1, min(last + 3, len(tokens))) if tokens[v].upos == "VERB"), None)
    named = comma and last > comma and all(t.upos == "PROPN" for t in tokens[:comma])
    if not named or verb is None or tokens[verb].xpos not in ("VB", "VBP", "VBD"):
        return tokens
    first, second = _top(tokens, 0, comma), _top(tokens, comma + 1, last + 1)
    moved = {first: (verb, "nsubj"), second: (first, "conj")}
    if tokens[first].head == first or tokens[second].head == second or tokens[verb].head in (first, second):
        moved[verb] = (verb, "root")
        after = [i for noun in (first, second) for i in children(tokens, noun, "obl", "parataxis", "obj") if i > verb]
        moved |= {i: (verb, tokens[i].dep) for i in after}
    return rehung(tokens, moved)


def _top(tokens: Tokens, start: int, end: int) -> int:
    """Return the token of a stretch that hangs from outside it, or else its last."""
    outside = (i for i in range(start, end) if not start <= tokens[i].head < end or tokens[i].head == i)
    return next(outside, end - 1)


def _item_before(tokens: Sequence[Token], i: int) -> int | None:
    """Return the item of a list that stands before ``i``: the nearest noun that is no subject."""
    for n in range(i - 1, 0, -1):
        if tokens[n].upos == "NOUN" and tokens[n].dep in ("obj", "obl", "conj", "nmod", "appos"):
            return n
    return None
