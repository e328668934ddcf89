"""What hangs on a word that tells, thinks or feels: its content and its source, as words of one sentence."""

from dataclasses import dataclass

from dragoman.coding.grammar import Grammar
from dragoman.ontology.cue import CueTable, Pos

CLAUSES = ("that", "wh", "quote")
TO = ("to",)
ASIDES = ("parataxis", "ccomp", "advcl", "dep")
FINITE = ("VBD", "VBZ", "VBP", "MD")
VOICING = frozenset({"express", "voice", "share", "raise"})  # their object says what is felt, not they
OF_NAMING = ("obj", "iobj", "xcomp", "obl:unmarked", "ccomp", "obl", "nsubj:pass", "appos")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a word of speech or attitude takes, from all the tables that know it."""

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    speech: bool  # a reporting verb: it may stand beside a quotation


def wording(cues: CueTable, lemma: str, pos: Pos) -> Wording | None:
    """Return what a word takes, None when it is no word of speech or attitude."""
    said = cues.says(lemma) if pos == "verb" else None
    known = [c for c in (said, cues.attitude(lemma, pos), cues.assesses(lemma, pos)) if c is not None]
    if not known:
        return None
    frames = {f for c in known for f in c.frames}
    if said is not None and said.nouns and cues.attitude(lemma, pos) is None:
        frames.discard("object")
    speech = said is not None or "quote" in frames
    return Wording(lemma, frozenset(frames), frozenset(p for c in known for p in c.prepositions), speech)


def content(g: Grammar, word: int, told: Wording) -> list[int]:
    """Return the words that are said, thought or felt; empty where the sentence holds none."""
    for found in (_clause, _infinitive, _named, _gerund, _aside, _topic, _object):
        words = found(g, word, told)
        if words:
            return words
    return []


def passive(g: Grammar, word: int) -> bool:
    """Say whether a verb stands in the passive."""
    token = g.tokens[word]
    if g.first(word, "nsubj:pass", "aux:pass") is not None:
        return True
    return token.xpos == "VBN" and token.dep in ("acl", "advcl") and g.first(word, "obj", "aux") is None


def _done_to(g: Grammar, word: int) -> int | None:
    """Return the object, of a passive its subject."""
    if passive(g, word):
        return g.first(word, "nsubj:pass", "nsubj")
    return g.first(word, "obj")


def _clause(g: Grammar, word: int, told: Wording) -> list[int]:
    if not told.frames & set(CLAUSES):
        return []
    for child in g.dependents(word, "ccomp", "csubj", "csubj:outer", "acl", "advcl"):
        token = g.tokens[child]
        mark = g.case(child)
        if token.dep in ("acl", "advcl") and mark != "that":
            continue
        if mark == "to" and not (set(CLAUSES) & told.frames and "infinitive" in told.frames):
            continue
        return g.under(child)
    beside = [c for c in g.dependents(word, "parataxis") if c > word and told.speech and _colon(g, word, c)]
    return g.under(beside[0]) if beside else []


def _colon(g: Grammar, word: int, child: int) -> bool:
    first = min(g.under(child))
    return any(g.tokens[i].text in (":", "“", '"', "``") for i in range(max(word, first - 2), first + 1))


def _infinitive(g: Grammar, word: int, told: Wording) -> list[int]:
    thought = "that" in told.frames and passive(g, word)  # "is thought to be ready"
    if not thought and not told.frames & {"infinitive", "seems"}:
        return []
    verbal = g.tokens[word].upos in ("VERB", "AUX")
    deps = ("xcomp", "advcl") if verbal else ("xcomp", "acl", "advcl", "ccomp")
    for child in g.dependents(word, *deps):
        if child < word or (g.case(child) != "to" and "seems" not in told.frames):
            continue
        if verbal and g.tokens[child].dep == "advcl" and _done_to(g, word) is None:
            continue  # "urged them to leave", not "rose to speak"
        words = g.under(child)
        about = _done_to(g, word)
        if "seems" in told.frames:
            about = g.first(word, "nsubj", "nsubj:pass")
        elif about is None and passive(g, word):
            about = g.subject(word)
        return words if about is None else sorted({*words, *g.under(about)})
    return []


def _named(g: Grammar, word: int, told: Wording) -> list[int]:
    """Return what something is called or seen as, with that something."""
    about = _done_to(g, word)
    if about is None:
        return []
    found: list[int] = []
    if "names" in told.frames:
        found = [c for c in g.dependents(word, "xcomp", "obj", "obl:unmarked", "ccomp") if c > word and c != about]
        if found:
            return sorted(
                i for c in g.children[word] if c >= about and g.tokens[c].dep in OF_NAMING for i in g.under(c)
            )
    if not found and "as" in told.frames:
        found = [c for c in g.dependents(word, "obl", "advcl", "xcomp", "nmod") if "as" in g.case(c).split()]
        found = found or [c for c in g.dependents(about, "nmod", "acl") if "as" in g.case(c).split()]
    if not found and "names" in told.frames and "object" not in told.frames:  # "called the pact “a trap”"
        whole = g.under(about)
        marked = any(g.tokens[i].text in ("“", '"', "‘", "''") for i in whole)
        return whole if marked or g.first(about, "appos") is not None else []
    return sorted({*g.under(about), *g.under(found[0])}) if found else []


def _gerund(g: Grammar, word: int, told: Wording) -> list[int]:
    if "gerund" not in told.frames:
        return []
    for child in g.dependents(word, "xcomp", "ccomp", "advcl", "obj"):
        mark = g.case(child)
        if child > word and g.tokens[child].xpos == "VBG" and (mark in told.prepositions or not mark):
            if not mark and g.tokens[child].dep == "advcl":
                continue
            about = _done_to(g, word) if mark and "object" in told.frames else None
            if about is not None:
                return sorted({*g.under(about), *g.under(child)})
            return g.under(child, less=g.dependents(child, "mark", "case"))
    return []


def _aside(g: Grammar, word: int, told: Wording) -> list[int]:
    """Return the sentence that an aside stands in: "…, the agency reported", "as the envoy put it"."""
    token = g.tokens[word]
    if not told.frames & set(CLAUSES) or token.dep not in ASIDES or g.first(word, "nsubj") is None:
        return []
    mark = g.case(word)
    if (mark and mark != "as") or (mark == "as" and not told.speech):
        return []
    if not (token.xpos in FINITE or g.dependents(word, "aux", "cop")):
        return []
    head = token.head
    own = set(g.under(word))
    if token.dep in ("ccomp", "advcl") and not (told.speech and _set_off(g, own)):
        return []
    return [i for i in g.under(head) if i not in own]


def _set_off(g: Grammar, own: set[int]) -> bool:
    """Say whether some words stand at an end of the sentence, or between commas."""
    first, last = min(own), max(own)
    inner = [i for i in own if g.tokens[i].upos != "PUNCT"]
    before = g.tokens[first - 1].upos == "PUNCT" or g.tokens[first].upos == "PUNCT" if first else True
    after = last + 1 >= len(g.tokens) or g.tokens[last + 1].upos == "PUNCT" or g.tokens[last].upos == "PUNCT"
    return bool(inner) and before and after and len(inner) < 30


def _object(g: Grammar, word: int, told: Wording) -> list[int]:
    if "object" not in told.frames:
        return []
    about = _done_to(g, word)
    if about is None or g.tokens[about].text.lower() in ("who", "which", "that"):
        return _gap(g, word) if about is None else []
    more = [c for c in g.dependents(word, "obl") if c > word and g.case(c) in told.prepositions and told.prepositions]
    return sorted({*_thing(g, about), *(i for c in more for i in g.under(c))})


def _thing(g: Grammar, noun: int) -> list[int]:
    """Return an object without what its doer goes on to say: "rejected the request, saying that …"."""
    more = [
        c for c in g.dependents(noun, "acl") if g.tokens[c].xpos == "VBG" and g.tokens[min(g.under(c)) - 1].text == ","
    ]
    return g.under(noun, less=more)


def _gap(g: Grammar, word: int) -> list[int]:
    """Return the noun of a relative clause that lacks its object: "the raid he condemned"."""
    token = g.tokens[word]
    if token.dep != "acl:relcl" or passive(g, word):
        return []
    subject = g.first(word, "nsubj")
    if subject is None or g.tokens[subject].text.lower() in ("who", "which", "that"):
        return []
    return g.under(token.head, less=(word, *g.dependents(token.head, "case", "cc", "conj")))


def _topic(g: Grammar, word: int, told: Wording) -> list[int]:
    """Return what somebody speaks of or stands for: "called for a truce", "spoke of leaving"."""
    if "topic" not in told.frames:
        return []
    nominal = g.tokens[word].upos in ("NOUN", "PROPN")
    for child in g.dependents(word, "obl", "nmod", "advcl", "acl", "ccomp", "obl:arg", "xcomp"):
        if child < word or g.case(child) not in told.prepositions:
            continue
        if g.tokens[child].dep == "advcl" and g.tokens[child].xpos not in ("VBG", "NN", "NNS", "VBD", "VBZ", "VBP"):
            continue
        marks = g.dependents(child, "case", "mark")
        words = g.under(child, less=marks)
        more = [] if nominal else [c for c in g.dependents(word, "xcomp", "advcl") if c > child and g.case(c) == "to"]
        infinitive = [i for c in more for i in g.under(c)]
        return sorted({*words, *infinitive})
    return []
