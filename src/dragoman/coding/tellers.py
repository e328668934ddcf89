"""Who says, thinks or wants: the words that name the source of what a word tells."""

from itertools import pairwise

from dragoman.coding import complements
from dragoman.coding.complements import Wording
from dragoman.coding.grammar import Grammar
from dragoman.coding.quoted import Quoted
from dragoman.model.text import Span

MARKS = frozenset({"”", '"', "''", "’", "»", "?", "!"})
DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "yesterday", "today"})
NAMING = frozenset({"NOUN", "PROPN", "PRON"})


def source(quoted: Quoted, g: Grammar, i: int, told: Wording) -> Span | None:
    """Return the words for who says, thinks or wants what the word at ``i`` tells, None where nobody is named."""
    upos = g.tokens[i].upos
    if upos == "NOUN":
        return _owner(g, i)
    if "seems" in told.frames:
        return None
    if upos in ("VERB", "AUX") and complements.passive(g, i):
        by = next((c for c in g.dependents(i, "obl", "obl:agent") if g.case(c) == "by"), None)
        return None if by is None else g.phrase(by)
    subject = _of_the_sentence(g, i) if told.speech else None
    subject = g.subject(i) if subject is None else subject
    if subject is not None and (
        subject == i or g.tokens[subject].text in DAYS or quoted.over(g.word(subject).start) is not None
    ):
        subject = None
    if subject is None and told.speech:
        subject = _standing_by(quoted, g, i)
    if subject is None or (g.tokens[subject].text.lower() in ("it", "there") and upos == "ADJ"):
        return None
    return g.phrase(subject, less=(i, *_above_in(g, i, subject)))


def _above_in(g: Grammar, i: int, subject: int) -> list[int]:
    """Return the dependent of the subject that the verb stands under: "a source who said …" is not its own words."""
    chain = [i, *g.above(i)]
    return [a for a, b in pairwise(chain) if b == subject]


def _owner(g: Grammar, i: int) -> Span | None:
    """Return whose plan, claim or fear a noun tells: "its plan", "claims by Baku", "Cairo has voiced concern"."""
    poss = g.first(i, "nmod:poss")
    if poss is not None:
        return g.phrase(poss)
    by = next((c for c in g.dependents(i, "nmod") if g.case(c) in ("by", "from", "among")), None)
    if by is not None:
        return g.phrase(by)
    named = [c for c in g.dependents(i, "amod", "compound") if g.tokens[c].text[:1].isupper() and c > 0]
    if named:
        return g.word(named[0])
    token = g.tokens[i]
    if token.dep == "obj" and not complements.passive(g, token.head):
        subject = g.subject(token.head)
        return None if subject is None else g.phrase(subject, less=_above_in(g, i, subject))
    return None


def _of_the_sentence(g: Grammar, i: int) -> int | None:
    """Return whose saying a participle tells that stands by another noun: "Oslo issued a note saying that …"."""
    token = g.tokens[i]
    if token.dep != "acl" or token.xpos != "VBG":
        return None
    governor = next((a for a in g.above(token.head) if g.first(a, "nsubj") is not None), None)
    subject = None if governor is None else g.first(governor, "nsubj")
    return None if subject is None or token.head in g.under(subject) else subject


def _standing_by(quoted: Quoted, g: Grammar, verb: int) -> int | None:
    """Return the noun right before or after a reporting verb, where the parse names no subject."""
    tokens = g.tokens
    if tokens[verb].xpos not in complements.FINITE:
        return None
    before = {t.text for t in tokens[max(0, verb - 2) : verb] if t.upos == "PUNCT"}
    step = 1 if before & MARKS else -1
    at = verb + step
    skipped = ("ADV", "AUX", "DET", "ADJ", *(("PUNCT", "NUM") if step < 0 else ()))
    while 0 <= at < len(tokens) and tokens[at].upos in skipped:
        at += step
    if (
        not (0 <= at < len(tokens))
        or tokens[at].upos not in NAMING
        or tokens[at].text in DAYS
        or quoted.over(g.word(at).start) is not None
    ):
        return None
    for above in g.above(at):
        if (above - verb) * step <= 0 or tokens[above].upos not in NAMING:
            break
        at = above
    return at
