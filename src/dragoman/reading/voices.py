"""Voice: whether the subject of a verb does what it says or has it done to it, also where no auxiliary tells."""

from typing import Literal

from dragoman.reading.tree import Tree

Voice = Literal["active", "passive"]

# verbs that nobody does to anybody: what looks like their participle is their past, "Talks collapsed"
INTRANSITIVE = frozenset({
    "appeal", "apologise", "apologize", "appear", "arrive", "battle", "break down", "clash", "collapse", "come",
    "contract", "cough", "cross", "crumble", "dance", "depart", "die", "differ", "disappear", "disembark", "dwindle",
    "emerge", "erupt", "expire", "fade", "fail", "fall", "falter", "flee", "go", "grow", "hesitate", "hit back",
    "intervene", "land", "languish", "lapse", "linger", "loom", "march", "meet", "object", "occur", "persist", "plunge",
    "pull out", "rally", "react", "recede", "refrain", "remain", "reply", "resign", "respond", "retaliate", "retreat",
    "return", "rise", "sit", "slump", "soar", "speak", "stagnate", "stall", "stay", "step down", "struggle", "subside",
    "surge", "surrender", "survive", "talk", "thrive", "triumph", "tumble", "vanish", "vote", "wait", "wane", "weep",
    "withdraw",
})  # fmt: skip
MEASURES = frozenset({
    "margin", "majority", "vote", "half", "third", "quarter", "percent", "%", "number", "degree", "time", "end", "week",
    "month", "year", "day", "noon", "midnight", "dawn", "means", "way", "law", "hand", "sea", "air", "land", "phone",
    "morning", "evening", "afternoon", "night", "consent", "consensus", "acclamation", "mistake", "decree", "deadline",
    "force", "mail", "email", "telephone", "lot", "ballot", "show",
})  # fmt: skip
# of what opens a clause without a subject, whose participle is passive: "though blocked twice", "once signed"
OPENS = frozenset({"though", "although", "once", "if", "when", "unless", "until", "while", "as"})
PAST = ("VBD", "VBN")
ASIDE = ("advcl", "parataxis", "appos", "acl", "dep", "conj")


def voice(tree: Tree, i: int) -> Voice:
    """Return the voice: passive with its auxiliary, or a past participle that modifies a noun."""
    if _passive_by_its_agent(tree, i) or _headline_passive(tree, i):
        return "passive"
    absolute = _absolute(tree, i)
    if not absolute and _past_of_its_own(tree, i):
        return "active"
    if tree.first(i, "aux:pass", "nsubj:pass", "csubj:pass") is not None:
        return "passive"
    token = tree.tokens[i]
    mark = _mark(tree, i)
    if tree.first(i, "obj") is None and token.xpos in PAST and mark == "with":
        return "passive"  # "with the treaty now ratified in both capitals"
    if absolute or (mark in OPENS and token.dep == "advcl" and _bare_participle(tree, i)):
        return "passive"
    if token.xpos != "VBN" or tree.first(i, "aux", "cop") is not None:
        return "active"
    return _of_participle(tree, i)


def no_doer(tree: Tree, i: int) -> bool:
    """Say whether what follows "by" is a time or a measure: "by Friday", "by a wide margin", "by half"."""
    token = tree.tokens[i]
    return tree.temporal(i) or token.upos == "NUM" or token.lemma.lower() in MEASURES


def _of_participle(tree: Tree, i: int) -> Voice:
    token = tree.tokens[i]
    if token.dep in ("acl", "advcl", "xcomp", "root", "parataxis", "amod"):
        alone = tree.first(i, "obj") is None
        absolute = token.dep in ("acl", "advcl", "parataxis")  # "with the treaty now ratified in both capitals"
        return "passive" if alone and (absolute or tree.first(i, "nsubj") is None) else "active"
    if token.dep == "conj":
        return voice(tree, token.head) if tree.tokens[token.head].xpos == "VBN" else "active"
    return "active"


def _lemma(tree: Tree, i: int) -> str:
    particle = tree.first(i, "compound:prt")
    word = tree.tokens[i].lemma.lower()
    return word if particle is None else f"{word} {tree.tokens[particle].text.lower()}"


def _mark(tree: Tree, i: int) -> str | None:
    mark = tree.first(i, "mark")
    return None if mark is None else tree.tokens[mark].text.lower()


def _helped(tree: Tree, i: int) -> bool:
    return tree.first(i, "aux", "aux:pass", "cop") is not None


def _passive_by_its_agent(tree: Tree, i: int) -> bool:
    """Say whether a bare verb without an object is followed by who does it: "set up by the United Nations"."""
    token = tree.tokens[i]
    if token.upos != "VERB" or token.xpos not in (*PAST, "VB") or _helped(tree, i) or _mark(tree, i) == "to":
        return False
    after = [k for k in tree.dependents(i, "obl:agent", "obl") if k > i and tree.case(k) == "by"]
    doers = [k for k in after if not no_doer(tree, k) and not _of_a_noun(tree, i, k)]
    named = token.xpos == "VBN" and _named_after_by(tree, i, "obl")
    return (bool(doers) or named) and tree.first(i, "obj") is None


def _named_after_by(tree: Tree, i: int, *deps: str) -> bool:
    """Say whether a name after "by" hangs from a complement of the verb: "invited to the conference by Switzerland"."""
    hung = (n for k in tree.dependents(i, *deps) for n in tree.dependents(k, "nmod"))
    return any(tree.case(n) == "by" and tree.tokens[n].upos == "PROPN" for n in hung)


def _of_a_noun(tree: Tree, i: int, doer: int) -> bool:
    """Say whether a noun before "by" may be what is done: "pushed for a vote by the Senate"."""
    by = tree.first(doer, "case")
    subject = tree.first(i, "nsubj") is not None and tree.tokens[i].xpos != "VBN"
    return subject and by is not None and tree.tokens[by - 1].upos in ("NOUN", "PROPN") and by - 1 > i


def _headline_passive(tree: Tree, i: int) -> bool:
    """Say whether a headline's past is a participle, for headlines tell in the present: "Iran urged to talk"."""
    token = tree.tokens[i]
    past = tree.headline and token.upos == "VERB" and token.xpos in PAST and not _helped(tree, i)
    if not past or _lemma(tree, i) in INTRANSITIVE or tree.tokens[i].dep == "acl:relcl":
        return False
    return _named_after_by(tree, i, "obl", "obj") or tree.first(i, "obj", "ccomp") is None


def _past_of_its_own(tree: Tree, i: int) -> bool:
    """Say whether what looks like a passive is a past: "having failed", "were freed, and the crowd wept"."""
    token = tree.tokens[i]
    helpers = [tree.tokens[k].lemma.lower() for k in tree.dependents(i, "aux", "aux:pass")]
    if helpers:
        return "have" in helpers and "be" not in helpers and "get" not in helpers
    if token.xpos not in PAST or tree.headline:
        return False
    subject = tree.first(i, "nsubj", "nsubj:pass")
    if _lemma(tree, i) in INTRANSITIVE:
        return True
    if token.dep == "conj" and subject is not None:
        return tree.first(token.head, "aux:pass") is not None  # a participle that is joined shares its subject
    both = tree.first(i, "nsubj") is not None and tree.first(i, "nsubj:pass") is not None
    return token.dep == "root" and both


def _bare_participle(tree: Tree, i: int) -> bool:
    """Say whether a past has no subject, no object and no complement: "once signed", not "when it closed the road"."""
    bare = tree.first(i, "nsubj", "nsubj:pass", "obj", "iobj", "ccomp", "expl") is None
    return bare and tree.tokens[i].xpos in PAST and not _helped(tree, i)


def _absolute(tree: Tree, i: int) -> bool:
    """Say whether a verb is the participle of a clause without conjunction: "Their demands met, the men gave up"."""
    token = tree.tokens[i]
    bare = tree.first(i, "aux", "aux:pass", "cop", "obj", "iobj", "ccomp", "xcomp", "mark") is None
    bare = bare and not any(tree.tokens[c].xpos == "WRB" for c in tree.children[i])  # "When the envoys met, …"
    if not bare or token.xpos not in PAST or tree.first(i, "nsubj") is None:
        return False
    if token.dep == "conj" and tree.first(i, "cc") is not None:  # "their bridge bombed and their road cut"
        return _absolute(tree, token.head)
    return (token.dep == "advcl" and i < token.head) or (token.dep in ASIDE and _begins_with_its_own(tree, i))


def _begins_with_its_own(tree: Tree, i: int) -> bool:
    """Say whether a clause opens with "its" right after a comma or a dash: ", his offer spurned"."""
    first = min(tree.subtree(i))
    if tree.tokens[first].upos == "PUNCT":
        first += 1
    parted = first > 0 and tree.tokens[first - 1].upos == "PUNCT"
    return parted and tree.tokens[first].xpos == "PRP$" and _lemma(tree, i) not in INTRANSITIVE
