"""Mends what asides break: the subject before one, the participle within one, and what opens a sentence on its own."""

from dragoman.reading.heads import Tokens, children, rehung, root_of, subtree

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
PAST = ("VBD", "VBN")
FINITE = frozenset({"VBD", "VBZ", "VBP"})
OPENS = frozenset({"(", "—", "–", ","})
LOOSE = ("conj", "parataxis", "advcl", "ccomp", "dep")
# verbs that stand before their subject: "Among them was", "Behind the move stands Moscow"
INVERTS = frozenset({
    "be", "become", "begin", "come", "die", "emerge", "follow", "go", "hang", "lie", "loom", "remain", "rise", "sit",
    "stand",
})  # fmt: skip
QUOTES = frozenset({"”", "''", '"', "’", "'", "»"})
ALONE = ("aux", "aux:pass", "obj", "cop", "ccomp", "xcomp", "conj")  # what a bare participle has none of
# what never speaks: behind a word of speech it is what is said or denied
THINGS = frozenset({
    "nothing", "little", "anything", "everything", "something", "accusation", "allegation", "charge", "claim", "offer",
    "proposal", "report", "rumour", "rumor", "plan", "deal", "link",
})  # fmt: skip


def subject_before_an_aside(tokens: Tokens) -> Tokens:
    """ "Paraguay, it was announced, has moved its embassy": what stands before the aside does what follows."""
    root = root_of(tokens)
    first = next((i for i, t in enumerate(tokens) if t.upos == "PUNCT"), 0)
    if not 0 < first < len(tokens) - 1 or tokens[first].text not in OPENS or tokens[first + 1].text.lower() != "it":
        return tokens
    named = [i for i in range(first) if tokens[i].upos in NOMINAL and tokens[i].head >= first]
    verbs = [root, *children(tokens, root, *LOOSE)]
    own = [v for v in verbs if v > first and not children(tokens, v, "nsubj", "nsubj:pass", "cc", "mark", "expl")]
    verb = next((v for v in own if _finite(tokens, v) and _after_punctuation(tokens, v)), None)
    if len(named) != 1 or verb is None:
        return tokens
    passive = bool(children(tokens, verb, "aux:pass"))
    moved = {named[0]: (verb, "nsubj:pass" if passive else "nsubj"), verb: (verb, "root")}
    if root != verb:
        moved[root] = (verb, "parataxis")
    return rehung(tokens, moved)


def object_after_its_verb(tokens: Tokens, speaks: frozenset[str]) -> Tokens:
    """ "…, denied the allegation": behind an active verb that is no word of speech stands its object."""
    moved: dict[int, tuple[int, str]] = {}
    for v, verb in enumerate(tokens):
        subjects = children(tokens, v, "nsubj") if verb.upos == "VERB" and verb.xpos in FINITE else []
        if len(subjects) != 1 or subjects[0] < v or children(tokens, v, "obj", "aux", "aux:pass", "expl"):
            continue
        thing = tokens[subjects[0]].lemma.lower() in THINGS
        if thing or not _inverted(tokens, v, speaks):
            moved[subjects[0]] = (v, "obj")
    return rehung(tokens, moved)


def _inverted(tokens: Tokens, v: int, speaks: frozenset[str]) -> bool:
    """Say whether a verb may stand before its subject: of speech, after a quotation, after "among them"."""
    lemma = tokens[v].lemma.lower()
    fronted = any(i < v and min(subtree(tokens, i)) == 0 for i in children(tokens, v, "obl", "advmod"))
    quoted = any(tokens[i].text in QUOTES for i in range(max(0, v - 2), v))
    return lemma in speaks or lemma in INVERTS or fronted or quoted


def participle_in_an_aside(tokens: Tokens) -> Tokens:
    """ "Zambia's debt (owed to banks) was restructured": what is in brackets is told of the subject of what follows."""
    root = root_of(tokens)
    if tokens[root].xpos not in PAST or root < 2 or tokens[root - 1].text not in ("(", "—", "–"):
        return tokens
    subjects = children(tokens, root, "nsubj", "nsubj:pass")
    after = [v for v in children(tokens, root, *LOOSE) if v > root and _finite(tokens, v)]
    alone = not children(tokens, root, "aux", "aux:pass", "obj", "cop")
    if not alone or len(subjects) != 1 or subjects[0] != root - 2 or not after:
        return tokens
    verb = after[0]
    if children(tokens, verb, "nsubj", "nsubj:pass", "cc", "mark") or not _after_punctuation(tokens, verb):
        return tokens
    passive = bool(children(tokens, verb, "aux:pass"))
    subject = (verb, "nsubj:pass" if passive else "nsubj")
    return rehung(tokens, {verb: (verb, "root"), subjects[0]: subject, root: (subjects[0], "acl")})


def absolute_at_the_start(tokens: Tokens, speaks: frozenset[str]) -> Tokens:
    """ "His requests refused twice, the envoy appealed": of two pasts and a comma, the first is a participle."""
    root = root_of(tokens)
    bare = tokens[root].xpos in PAST and not children(
        tokens, root, "aux", "aux:pass", "obj", "cop", "ccomp", "xcomp", "conj"
    )
    if not bare or not children(tokens, root, "nsubj", "nsubj:pass"):
        return tokens
    for v in children(tokens, root, "advcl", "parataxis", "ccomp"):
        joined = children(tokens, v, "mark", "cc") or tokens[v].lemma.lower() in speaks
        first = min(subtree(tokens, v))
        comma = (first > root and tokens[first - 1].text == ",") or tokens[first].text == ","
        if v > root and comma and not joined and tokens[v].xpos == "VBD" and children(tokens, v, "nsubj"):
            return rehung(tokens, {v: (v, "root"), root: (v, "advcl")})
    return tokens


def _finite(tokens: Tokens, v: int) -> bool:
    helped = children(tokens, v, "aux", "aux:pass", "cop")
    return tokens[v].xpos in FINITE or any(tokens[k].xpos in (*FINITE, "MD") for k in helped)


def _after_punctuation(tokens: Tokens, v: int) -> bool:
    """Say whether a verb with its auxiliaries and adverbs stands right after a comma, a dash or a bracket."""
    first = min([v, *(k for k in children(tokens, v, "aux", "aux:pass", "cop", "advmod") if k < v)])
    return first > 0 and tokens[first - 1].upos == "PUNCT"
