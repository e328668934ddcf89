"""Mends what the parser gets wrong most often in news, by rules of grammar, before clauses are read off.

Each rule takes the tokens of a sentence and gives them back, changed or not. None knows a name or a subject matter.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dragoman.model.reading import Token
from dragoman.reading.heads import Tokens, VerbOf, above, children, rehung, root_of, rooted, subtree
from dragoman.reading.repair_asides import (
    absolute_at_the_start,
    object_after_its_verb,
    participle_in_an_aside,
    subject_before_an_aside,
)
from dragoman.reading.repair_lists import (
    gerund_of_the_noun_before,
    item_across_a_comma,
    pair_of_a_headline,
    participle_before_a_noun,
    subject_of_the_next_verb,
)
from dragoman.reading.repair_tags import (
    infinitive_of_its_noun,
    noun_by_its_ending,
    only_object,
    speech_amid,
    verb_after_and,
    verb_for_the_root,
    verb_of_its_subject,
)

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
# nouns with a "that" of their own: "made the claim that", "voiced fears that"
SAYINGS = frozenset({
    "claim", "fact", "fear", "concern", "hope", "allegation", "accusation", "belief", "view", "idea", "assertion",
    "doubt", "report", "rumour", "rumor", "suggestion", "statement", "warning", "evidence", "proof", "sign", "signal",
    "condition",
})  # fmt: skip
DESCRIBING = frozenset({"amod", "acl", "compound", "dep", "root", "nmod"})
OBJECTS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"})
RUNS_ON = frozenset({"for", "from", "until", "to", "into", "as"})  # "The treaty runs for ten years."
CLOSED = frozenset({"”", "''", '"', "’", "»"})
NAME_PARTS = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "flat", "punct", "case", "advmod"})
PART_OF_NAME = frozenset({"compound", "nmod:desc", "nmod", "flat", "amod"})
# verbs whose object is followed by "of" and a gerund, which is never the object's own: "accused Chad of arming rebels"
OF_DOING = frozenset({"accuse", "suspect", "convict", "acquit", "blame", "warn", "absolve", "guilty", "charge"})
# verbs whose object does what the infinitive after it says
OBJECT_CONTROL = frozenset({
    "urge", "ask", "order", "press", "push", "persuade", "force", "tell", "warn", "invite", "allow", "permit", "enable",
    "require", "oblige", "instruct", "advise", "encourage", "compel", "pressure", "help", "authorize", "authorise",
    "commit", "bind", "let",
})  # fmt: skip
# nouns that take "to" themselves: what follows belongs to them, not to the verb
TO_NOUNS = frozenset({
    "response", "access", "threat", "commitment", "contribution", "opposition", "supplier", "challenge", "return",
    "solution", "approach", "reaction", "resistance", "damage", "devotion", "exception", "answer", "objection",
})  # fmt: skip


def repaired(
    tokens: Sequence[Token],
    *,
    speaks: frozenset[str] = frozenset(),
    verb: VerbOf = lambda form: None,
    headline: bool = False,
) -> Tokens:
    """Return the tokens with mended tags, lemmas, heads and relations; words and offsets stay.

    Args:
        tokens: of one sentence, as parsed.
        speaks: lemmas of verbs that report speech.
        verb: the lemma of a verb's form, None for what is no form of a verb we know.
        headline: whether the sentence is one.
    """
    tagged = noun_by_its_ending(verb_after_and(verb_of_its_subject(verb_for_the_root(tokens), verb)), verb)
    tagged = participle_before_a_noun(item_across_a_comma(gerund_of_the_noun_before(tagged)))
    tagged = infinitive_of_its_noun(only_object(tagged))
    found = bare_verb(tagged if all(rooted(tagged, i) for i in range(len(tagged))) else tuple(tokens), verb)
    found = absolute_at_the_start(object_after_its_verb(found, speaks), speaks)
    for rule in (*RULES, *((pair_of_a_headline,) if headline else ())):
        found = rule(found)
    found = with_lemmas(found, verb)
    found = speech_amid(aside_of_speech(found, speaks), speaks)
    found = speaker_after_the_verb(participle_of_the_speaker(found, speaks), speaks)
    return told_the_hearer(found, speaks)


def with_lemmas(tokens: Tokens, verb: VerbOf) -> Tokens:
    """Give verbs the lemma of the lexicon: "signalled" is "signal", "initialled" "initial"."""
    return tuple(
        replace(t, lemma=known) if t.upos == "VERB" and (known := verb(t.text.lower())) and known != t.lemma else t
        for t in tokens
    )


def bare_verb(tokens: Tokens, verb: VerbOf) -> Tokens:
    """ "The treaty prohibits nuclear tests", "The envoy urged Chad to sign": the verb of a sentence that has none."""
    root = root_of(tokens)
    first = tokens[0]
    if root == 0 and first.upos == "VERB" and first.text[:1].isupper() and verb(first.text.lower()) is None:
        # a name read as a verb: "Chile urged Peru to sign"
        tokens = (replace(first, upos="PROPN", xpos="NNP", lemma=first.text), *tokens[1:])
    lemma = (
        verb(tokens[root].text.lower()) if tokens[root].upos == "NOUN" and not children(tokens, root, "cop") else None
    )
    if lemma is not None and children(tokens, root, "nsubj"):
        return _is_verb(tokens, root, lemma)  # "Georgia alleges that …", with "alleges" tagged as a noun
    bare = tokens[root].xpos == "VBN" and root < len(tokens) // 2 and not children(tokens, root, "aux:pass", "aux")
    if not (tokens[root].upos in NOMINAL or bare) or children(tokens, root, "cop", "nsubj", "nsubj:pass", "aux"):
        return tokens
    for v, token in enumerate(tokens):
        plural = token.text.endswith("s") and (token.xpos in ("NNS", "NNPS") or token.dep in ("compound", "amod"))
        past = token.text.endswith("ed") and token.xpos in ("VBN", "VBD", "JJ") and token.dep in DESCRIBING
        lemma = verb(token.text.lower()) if plural or past else None
        if lemma is None or not 0 < v < len(tokens) - 1:
            continue
        subject = _subject_before(tokens, v)
        after = tokens[v + 1].text.lower()
        runs_on = plural and (after == "that" or (v == root and after in RUNS_ON and tokens[-1].text == "."))
        if subject is not None and (tokens[v + 1].upos in OBJECTS or runs_on):
            return _with_verb(tokens, v, replace(token, lemma=lemma, xpos="VBD" if past else "VBZ"), subject=subject)
    return tokens


def _is_verb(tokens: Tokens, v: int, lemma: str) -> Tokens:
    """Tag a word with a subject as the verb it is, and what it says as its complement."""
    xpos = "VBZ" if tokens[v].text.endswith("s") else "VBP"
    found = list(tokens)
    found[v] = replace(tokens[v], upos="VERB", xpos=xpos, lemma=lemma)
    for i in children(tokens, v, "acl:relcl", "acl"):
        if any(tokens[c].text.lower() == "that" for c in children(tokens, i, "mark")):
            found[i] = replace(tokens[i], dep="ccomp")
    return tuple(found)


def participle_is_verb(tokens: Tokens) -> Tokens:
    """ "The Saudis contemplated cutting ties": the verb is "contemplated", not the gerund after it.

    Also "Thousands marched in Khartoum, demanding elections".
    """
    root = root_of(tokens)
    if tokens[root].xpos != "VBG" or children(tokens, root, "aux", "cop") or root < 2:
        return tokens
    for a in range(1, root):
        noun = tokens[a].head
        subject = tokens[noun].head == root and tokens[noun].dep == "nsubj" and noun < a
        beside = a == root - 1 or tokens[root - 1].text == ","
        if tokens[a].dep == "acl" and tokens[a].xpos in ("VBN", "VBD") and subject and beside:
            found = list(tokens)
            found[a] = replace(tokens[a], head=a, dep="root", xpos="VBD")
            found[noun] = replace(tokens[noun], head=a)
            found[root] = replace(tokens[root], head=a, dep="xcomp" if a == root - 1 else "advcl")
            return tuple(found)
    return tokens


def _subject_before(tokens: Tokens, v: int) -> int | None:
    """Return the noun before ``v`` that can be its subject: the first that has no preposition."""
    tops = [i for i in range(v) if tokens[i].head >= v or tokens[i].head == i]
    nouns = (i for i in tops if tokens[i].upos in ("NOUN", "PROPN") and not children(tokens, i, "case"))
    return next(nouns, None)


def _with_verb(tokens: Tokens, v: int, verb: Token, *, subject: int) -> Tokens:
    """Make ``v`` the main verb: the noun before it is its subject, the first noun after it its object."""
    found = list(tokens)
    found[v] = replace(verb, upos="VERB", head=v, dep="root")
    for i, token in enumerate(tokens):
        outside = token.head == i or (token.head >= v) == (i < v) or token.head == v
        if i == v or not outside:
            continue
        if i == subject:
            found[i] = replace(token, head=v, dep="nsubj")
        elif token.upos in NOMINAL:
            found[i] = replace(token, head=v, dep="obl" if children(tokens, i, "case") else _place(i, v, subject))
        elif i < v and token.upos == "VERB":
            found[i] = replace(token, head=v, dep="advcl")  # "Concluded in Doha, the treaty bans mines"
        elif i < v:
            found[i] = replace(token, head=subject, dep=token.dep if token.dep in NAME_PARTS else "dep")
        else:
            that = any(tokens[c].text.lower() == "that" for c in children(tokens, i, "mark"))
            clause = "ccomp" if that else "xcomp"
            found[i] = replace(token, head=v, dep=clause if token.upos == "VERB" else token.dep)
    mended = tuple(found)
    return mended if all(rooted(mended, i) for i in range(len(mended))) else tokens


def _place(i: int, v: int, subject: int) -> str:
    """A noun after the verb is its object; one before it, beside the subject, only stands there."""
    return "obj" if i > v else "obl" if i > subject else "dep"


def verb_under_its_subject(tokens: Tokens) -> Tokens:
    """ "The pact, signed in Bern, marks a start": the noun is the verb's subject, not the sentence's head."""
    for i, root in enumerate(tokens):
        if root.head != i or root.upos not in NOMINAL or children(tokens, i, "cop", "nsubj", "aux"):
            continue
        for v in children(tokens, i, "conj", "parataxis", "dep", "acl:relcl", "advcl"):
            if v > i and _finite(tokens, v) and not children(tokens, v, "nsubj", "nsubj:pass", "cc", "mark"):
                passive = bool(children(tokens, v, "aux:pass"))
                moved = {v: (v, "root"), i: (v, "nsubj:pass" if passive else "nsubj")}
                return rehung(tokens, moved)
    return tokens


def aside_with_its_subject(tokens: Tokens) -> Tokens:
    """ "…, state media reported on Monday": the noun before a verb that ends the sentence is its subject."""
    for v, verb in enumerate(tokens):
        bare = verb.upos == "VERB" and verb.xpos in FINITE and not children(tokens, v, "nsubj", "nsubj:pass", "mark")
        if not bare or verb.head == v or verb.dep not in ("advcl", "ccomp", "parataxis", "dep", "conj", "acl"):
            continue
        h = v - 1
        while h > 0 and tokens[h].upos in ("ADV", "AUX"):
            h -= 1
        h = _top_before(tokens, h, v)
        first = min(subtree(tokens, h))
        parted = first > 0 and tokens[first - 1].text in (",", "”", '"', "—", "–")
        if (
            tokens[h].upos in NOMINAL
            and tokens[h].dep in ("appos", "conj", "nmod", "dep", "list")
            and (parted or _comma(tokens, first))
        ):
            return rehung(tokens, {h: (v, "nsubj"), v: (root_of(tokens), "parataxis")})
    return tokens


def names_side_by_side(tokens: Tokens) -> Tokens:
    """ "by President A B and President C D": the first name is no part of the second; "Oil and Gas Ministry" stays."""
    for k, token in enumerate(tokens):
        if token.upos != "CCONJ" or not 0 < k < len(tokens) - 1:
            continue
        left = k - 1
        while tokens[left].head < k and tokens[left].head != left and tokens[left].dep in PART_OF_NAME:
            left = tokens[left].head
        right = tokens[left].head
        if right > k and tokens[left].dep in PART_OF_NAME and _names(tokens, left, right, k):
            return rehung(tokens, dict(_parted(tokens, left, right, k)))
    return tokens


def _names(tokens: Tokens, left: int, right: int, k: int) -> bool:
    """Say whether two whole names stand on the two sides: at least two capitals each, the last word of both one."""
    before = [i for i in subtree(tokens, left) if i < k and tokens[i].text[:1].isupper() and tokens[i].upos != "ADJ"]
    after = [i for i in range(k + 1, right + 1) if tokens[i].text[:1].isupper()]
    return len(before) > 1 and len(after) > 1 and tokens[right].text[:1].isupper() and tokens[k - 1].text[:1].isupper()


def _parted(tokens: Tokens, left: int, right: int, k: int) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield the new heads that make ``right`` a conjunct of ``left``."""
    yield left, (tokens[right].head, tokens[right].dep)
    yield right, (left, "conj")
    yield k, (right, "cc")
    for i, token in enumerate(tokens):
        if i in (left, right, k):
            continue
        if token.dep in ("case", "mark") and i < left and token.head in subtree(tokens, right) and token.head != left:
            yield i, (left, "case")
        elif i > k and token.head == left and token.dep in ("conj", "compound", "nmod:desc"):
            yield i, (right, "nmod:desc")
        elif i < k and i != left and token.head == right:
            yield i, (left, token.dep)


def gerund_of_the_accusation(tokens: Tokens) -> Tokens:
    """ "accused by Chad of arming rebels": the arming belongs to the accusation, not to Chad."""
    tokens = _as_verb(tokens)
    for i, token in enumerate(tokens):
        gerund = token.xpos == "VBG" or (token.text.endswith("ing") and bool(children(tokens, i, "obj")))
        if not gerund or token.dep not in ("acl", "nmod", "advcl") or not _of(tokens, i):
            continue
        at = token.head
        for _ in tokens:
            if tokens[at].lemma.lower() in OF_DOING and tokens[at].upos in ("VERB", "ADJ"):
                return _gerund(rehung(tokens, {i: (at, "advcl")}), i)
            at = tokens[at].head
    return tokens


def _as_verb(tokens: Tokens) -> Tokens:
    """Let "arming" in "accused of arming rebels" govern the rebels, not describe them."""
    for i, token in enumerate(tokens):
        noun = token.head
        ing = token.text.endswith("ing") and token.xpos in ("VBG", "JJ", "NN") and token.dep in ("amod", "compound")
        described = ing and 0 < i < noun and tokens[i - 1].text.lower() in ("of", "with")
        if described and any(tokens[a].lemma.lower() in OF_DOING for a in above(tokens, noun)):
            return rehung(tokens, {i: (tokens[noun].head, "acl"), noun: (i, "obj"), i - 1: (i, "mark")})
    return tokens


def _gerund(tokens: Tokens, i: int) -> Tokens:
    """Tag "bombing" in "accused of bombing two villages" as the verb it is."""
    marks = children(tokens, i, "case")
    return tuple(
        replace(t, upos="VERB", xpos="VBG") if n == i else replace(t, dep="mark") if n in marks else t
        for n, t in enumerate(tokens)
    )


def complement_of_its_noun(tokens: Tokens) -> Tokens:
    """ "responses to common threats" and whatever follows "of" belong to the noun right before the preposition."""
    moved: dict[int, tuple[int, str]] = {}
    for i, token in enumerate(tokens):
        if token.dep not in ("obl", "nmod") or token.head == i or token.upos not in NOMINAL:
            continue
        case = next(iter(children(tokens, i, "case")), None)
        if case is None or case == 0 or case > i:
            continue
        noun = tokens[case - 1]
        takes = (
            noun.lemma.lower() in TO_NOUNS if tokens[case].text.lower() == "to" else tokens[case].text.lower() == "of"
        )
        if noun.upos == "NOUN" and takes and case - 1 > token.head and case - 1 not in subtree(tokens, i):
            moved[i] = (case - 1, "nmod")
    return rehung(tokens, moved)


def infinitive_of_the_object(tokens: Tokens) -> Tokens:
    """ "urged the two sides to stop": the stopping is what is urged, not something about the sides."""
    moved = {}
    for i, token in enumerate(tokens):
        to = any(tokens[c].text.lower() == "to" for c in children(tokens, i, "mark"))
        noun = tokens[token.head]
        urged = tokens[noun.head].lemma.lower() in OBJECT_CONTROL and noun.dep in ("obj", "iobj")
        if token.dep in ("acl", "nmod") and to and urged:
            moved[i] = (noun.head, "xcomp")
    return rehung(tokens, moved)


def short_of_its_verb(tokens: Tokens) -> Tokens:
    """ "stops short of a pact": the pact belongs to the whole of what is said, not to "short" alone."""
    moved: dict[int, tuple[int, str]] = {}
    for i, token in enumerate(tokens):
        if token.text.lower() == "short" and token.dep in ("xcomp", "advmod", "obj", "obl") and token.head < i:
            moved |= {c: (token.head, tokens[c].dep) for c in children(tokens, i, "obl", "nmod", "advcl") if c > i}
    return rehung(tokens, moved)


def agent_after_by(tokens: Tokens) -> Tokens:
    """ "signed by A and B": what stands after "by" and a participle does it; it is no object."""
    moved = {}
    for i, token in enumerate(tokens):
        by = any(tokens[c].text.lower() == "by" and c < i for c in children(tokens, i, "case"))
        if token.dep == "obj" and by and tokens[token.head].xpos == "VBN" and token.upos in NOMINAL:
            moved[i] = (token.head, "obl:agent")
    return rehung(tokens, moved)


def by_of_the_noun(tokens: Tokens) -> Tokens:
    """ "agreed to mediation by Chad": an active verb has no agent after "by"; the noun before it has."""
    moved = {}
    for i, token in enumerate(tokens):
        verb = tokens[token.head]
        if (
            token.dep != "obl:agent"
            or verb.xpos not in (*FINITE, "VB", "VBG")
            or children(tokens, token.head, "aux:pass")
        ):
            continue
        by = next(iter(children(tokens, i, "case")), 0)
        if by and tokens[by - 1].upos == "NOUN" and by - 1 > token.head and by - 1 not in subtree(tokens, i):
            moved[i] = (by - 1, "nmod")
    return rehung(tokens, moved)


def aside_of_speech(tokens: Tokens, speaks: frozenset[str]) -> Tokens:
    """ "…, state media reported on Tuesday": who reports at the end, and nothing in particular, reports all before."""
    for i, token in enumerate(tokens):
        if token.dep != "conj" or token.upos != "VERB" or token.lemma.lower() not in speaks or token.head > i:
            continue
        first = min(subtree(tokens, i))
        parted = "," in (tokens[first].text, tokens[max(0, first - 1)].text)
        told = children(tokens, i, "cc", "obj", "iobj", "ccomp", "xcomp", "mark")
        if parted and not told and children(tokens, i, "nsubj"):
            return rehung(tokens, {i: (token.head, "parataxis")})
    return tokens


def participle_of_the_speaker(tokens: Tokens, speaks: frozenset[str]) -> Tokens:
    """ "said that it was ready, accusing Rome of delay": who said the one said the other."""
    for i, token in enumerate(tokens):
        bare = (
            token.xpos == "VBG"
            and token.lemma.lower() in speaks
            and not children(tokens, i, "aux", "cc", "mark", "case")
        )
        if not bare or token.dep not in ("conj", "advcl", "acl", "xcomp", "parataxis"):
            continue
        first = min(subtree(tokens, i))
        if "," not in (tokens[first].text, tokens[max(0, first - 1)].text):
            continue
        said = [a for a in (token.head, *above(tokens, token.head)) if tokens[a].dep == "ccomp"]
        if said:
            return rehung(tokens, {i: (tokens[said[-1]].head, "advcl")})
    return tokens


def speaker_after_the_verb(tokens: Tokens, speaks: frozenset[str]) -> Tokens:
    """ "“…,” demanded the ministry": what stands after an inverted verb of speech speaks."""
    moved: dict[int, tuple[int, str]] = {}
    for v, verb in enumerate(tokens):
        finite = verb.upos == "VERB" and verb.xpos in ("VBD", "VBZ", "VBN") and verb.lemma.lower() in speaks
        if not finite or not v or children(tokens, v, "nsubj", "nsubj:pass", "aux", "aux:pass"):
            continue
        if tokens[v - 1].text in CLOSED:
            after = [o for o in children(tokens, v, "obj", "obl", "dep") if o > v and not children(tokens, o, "case")]
            moved |= {o: (v, "nsubj") for o in after[:1] if tokens[o].upos in NOMINAL}
    return rehung(tokens, moved)


def told_the_hearer(tokens: Tokens, speaks: frozenset[str]) -> Tokens:
    """ "told reporters that talks go on": the clause is what is told, not something about the reporters."""
    moved = {}
    for i, token in enumerate(tokens):
        if token.dep not in ("acl:relcl", "acl") or not children(
            tokens, i, "nsubj", "nsubj:pass", "nsubj:outer", "csubj"
        ):
            continue
        that = [c for c in children(tokens, i, "mark") if tokens[c].text.lower() == "that"]
        noun = tokens[token.head]
        verb = noun.head
        if (
            that
            and noun.dep in ("obj", "iobj", "obl")
            and tokens[verb].lemma.lower() in speaks
            and noun.lemma not in SAYINGS
        ):
            moved[i] = (verb, "ccomp")
    return rehung(tokens, moved)


RULES: tuple[Callable[[Tokens], Tokens], ...] = (
    participle_is_verb,
    participle_in_an_aside,
    subject_before_an_aside,
    subject_of_the_next_verb,
    verb_under_its_subject,
    aside_with_its_subject,
    names_side_by_side,
    short_of_its_verb,
    agent_after_by,
    by_of_the_noun,
    gerund_of_the_accusation,
    infinitive_of_the_object,
    complement_of_its_noun,
)


def _finite(tokens: Tokens, v: int) -> bool:
    if tokens[v].upos not in ("VERB", "AUX"):
        return False
    return tokens[v].xpos in FINITE or any(
        tokens[a].xpos in (*FINITE, "MD") for a in children(tokens, v, "aux", "aux:pass")
    )


def _top_before(tokens: Tokens, h: int, v: int) -> int:
    """Climb from the word before a verb to the head of its noun phrase, staying before the verb."""
    while tokens[h].head < v and tokens[h].head > h and tokens[tokens[h].head].upos in NOMINAL:
        h = tokens[h].head
    while tokens[h].dep in ("flat", "compound") and tokens[h].head < h and tokens[tokens[h].head].upos in NOMINAL:
        h = tokens[h].head
    return h


def _comma(tokens: Tokens, first: int) -> bool:
    return tokens[first].text == ","


def _of(tokens: Tokens, i: int) -> bool:
    return any(tokens[c].text.lower() in ("of", "with") for c in children(tokens, i, "mark", "case"))
