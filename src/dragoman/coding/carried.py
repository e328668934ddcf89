"""Whether "who, a word of saying, and the words said" says what the sentence says, where the parse may have slipped.

A statement is shown as a line of its own, quoted by people who did not see the sentence. Words cut short ("argued the
sector is growing and private ownership"), words that lack their verb and words taken from beside another thing that
was told ("announced a deal it brokered") make a line that says something else; such words are no statement.
"""

from collections.abc import Sequence

from dragoman.coding.complements import FINITE
from dragoman.coding.grammar import SUBJECTS, Grammar
from dragoman.coding.sayings import begins
from dragoman.coding.scene import Scene
from dragoman.coding.tellers import DAYS
from dragoman.model.reading import Clause, Phrase, Token
from dragoman.model.text import Span
from dragoman.ontology.cue import SpeechCue

ASIDE = frozenset({"when", "if", "once", "unless", "as", "although", "though"})  # "when asked", "as agreed"
SUBJECT_LIKE = frozenset({*SUBJECTS, "csubj", "csubj:pass", "expl"})
MAY_FOLLOW = frozenset({"PUNCT", "CCONJ", "SCONJ", "SYM", "X"})
MAY_STAND_BETWEEN = frozenset({"PUNCT", "ADV", "SCONJ", "ADP", "PART"})
OPENERS = frozenset({"PUNCT", "ADV", "PART"})  # before the verb: "not doing"
NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
SPEAKERS = frozenset({"i", "we", "you"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
ADDRESSED = ("obj", "iobj", "obl", "obl:unmarked", "nmod:unmarked", "advmod", "compound:prt", "obl:agent")


def tells(scene: Scene, clause: Clause) -> bool:
    """Say whether a word of saying tells of a saying of its own: "when asked" tells of what came before one."""
    tokens = scene.tokens(clause)
    before = tokens[clause.head - 1].text.lower() if clause.head else ""
    return before not in ASIDE or tokens[clause.head].xpos not in ("VBN", "VBD")


def carried(scene: Scene, clause: Clause, cue: SpeechCue, pieces: tuple[Span, ...]) -> bool:
    """Say whether indirect words stand alone: whole, with a verb, and right beside the word of saying."""
    if any(q.span.touches(p) and not p.holds(q.inner) and not q.span.holds(p) for p in pieces for q in scene.quotes(p)):
        return False  # a quotation is not cut
    g = Grammar(scene.article.id, scene.tokens(clause))
    words = _within(g, *pieces)
    if not words or not _stands(g, clause, words):
        return False
    thing = words[-1] < clause.head and not _is_clause(g, _top(g, words))
    turned = thing and (clause.voice == "passive" or clause.relation == "acl:relcl")  # "a charge that Tehran denies"
    return turned or (_ends(g, words) and _beside(g, clause, cue, words))


def stands(scene: Scene, clause: Clause, span: Span) -> bool:
    """Say whether the words of a view are whole: they have their verb and their subject, or are a thing, and end."""
    g = Grammar(scene.article.id, scene.tokens(clause))
    words = _within(g, span)
    own = clause.head in words
    return (
        bool(words)
        and _ends(g, words)
        and (_asserted(g, clause.head, set(words)) if own else _stands(g, clause, words))
    )


def _asserted(g: Grammar, verb: int, inside: set[int]) -> bool:
    """Say whether a clause has its verb and a subject of its own that is not the speaker's "I" or "we"."""
    subjects = [c for c in g.children[verb] if g.tokens[c].dep in SUBJECT_LIKE]
    spoken = any(g.tokens[c].text.lower() in SPEAKERS or g.tokens[c].xpos in RELATIVE for c in subjects)
    return _finite(g, verb, inside) and _has_subject(g, verb, inside) and not spoken


def rest(scene: Scene, clause: Clause, cue: SpeechCue) -> Span | None:
    """Return all that follows a word of saying to the end of its sentence, None where no sentence follows it.

    Where the parse cuts what is said short, the words as they stand say it.
    """
    if not {"that", "quote"} & set(cue.frames) or not any(p.span.end <= clause.span.end for p in clause.agents):
        return None
    g = Grammar(scene.article.id, scene.tokens(clause))
    after, end = _after_hearer(g, clause.head), _before_another(scene, clause, g)
    joined = after < end and _that(g.tokens[after])
    near = all(g.tokens[i].upos in ("ADV", "AUX") for i in range(_end_of(g, clause.agents[-1]), clause.head))
    whole = near and (joined or begins(g.tokens, after, end))
    found = g.runs(range(after + joined, end)) if whole else ()
    return found[0] if len(found) == 1 else None


def _after_hearer(g: Grammar, verb: int) -> int:
    """Return the word after a word of saying, and after whom it is said to: "told the press the road was shut"."""
    hearer = g.first(verb, "iobj")
    words = [] if hearer is None else g.under(hearer)
    return words[-1] + 1 if words and words[0] == verb + 1 else verb + 1


def _before_another(scene: Scene, clause: Clause, g: Grammar) -> int:
    """Return the end of the sentence, or where somebody else goes on to say something: "…, while the mayor wrote"."""
    others = (
        i
        for c in scene.children(clause)
        if c.head > clause.head and c.relation in ("advcl", "conj", "parataxis") and c.agents
        if scene.ontology.cues.says(c.lemma) is not None
        for i in [min(g.under(c.head))]
    )
    return min((i for i in others if i > clause.head + 1), default=len(g.tokens))


def from_object(scene: Scene, clause: Clause, cue: SpeechCue, span: Span) -> Span:
    """Widen what somebody is urged or accused to be by who is, where that is nobody we can name.

    "Urged states not to vote": the line says whom; a state that is known has a place of its own in the record.
    """
    g = Grammar(scene.article.id, scene.tokens(clause))
    between = [i for i in range(clause.head + 1, len(g.tokens)) if g.tokens[i].start < span.start]
    phrases = [p for p in (*clause.recipients, *clause.patients) if p.head in between]
    known = (cue.target or cue.addressee) and any(scene.actors(clause, p) for p in phrases)
    words = _within(g, span)
    open_ended = _to(g, words) or (bool(phrases) and cue.target)
    if known or not open_ended or not any(g.tokens[i].upos in (*NOUNS, "PRON") for i in between):
        return span
    return Span(span.article, g.tokens[between[0]].start, span.end)


def _within(g: Grammar, *spans: Span) -> list[int]:
    """Return the words that stand in some stretches of the text."""
    return [i for i, t in enumerate(g.tokens) if any(s.start <= t.start < s.end for s in spans)]


def _end_of(g: Grammar, phrase: Phrase) -> int:
    return next((i for i, t in enumerate(g.tokens) if t.start >= phrase.span.end), len(g.tokens))


def _top(g: Grammar, words: Sequence[int]) -> int:
    inside = set(words)
    return next((i for i in words if g.tokens[i].head not in inside or g.tokens[i].head == i), words[0])


def _stands(g: Grammar, clause: Clause, words: Sequence[int]) -> bool:
    """Say whether some words are a sentence, an infinitive, or a thing that is said ("the charge")."""
    inside = set(words)
    if clause.head in inside:
        return False
    first = next((g.tokens[i] for i in words if g.tokens[i].upos not in OPENERS), g.tokens[words[0]])
    if _to(g, words) or first.xpos == "VBG":
        return True
    tops = [i for i in words if g.tokens[i].head not in inside or g.tokens[i].head == i]
    verbs = [i for i in tops if _is_clause(g, i)]
    if not verbs:
        return all(g.tokens[i].upos not in ("VERB", "AUX") for i in tops)
    return any(_finite(g, i, inside) and _has_subject(g, i, inside) for i in verbs)


def _to(g: Grammar, words: Sequence[int]) -> bool:
    first = (g.tokens[i].text.lower() for i in words if g.tokens[i].upos not in ("PUNCT", "ADV"))
    return next((w == "to" for w in first if w not in ("not", "never")), False)


def _is_clause(g: Grammar, i: int) -> bool:
    return g.tokens[i].upos in ("VERB", "AUX") or g.first(i, "cop") is not None


def _finite(g: Grammar, i: int, inside: set[int]) -> bool:
    parts = [p for p in (i, *g.dependents(i, "aux", "aux:pass", "cop")) if p in inside]
    return any(g.tokens[p].xpos in FINITE for p in parts) or (len(parts) == 1 and g.tokens[i].xpos == "VBN")


def _has_subject(g: Grammar, i: int, inside: set[int]) -> bool:
    return any(c in inside and g.tokens[c].dep in SUBJECT_LIKE for c in g.children[i])


def _ends(g: Grammar, words: Sequence[int]) -> bool:
    """Say whether what is said goes on no further than its words: after them a mark, a conjunction or nothing."""
    after = words[-1] + 1
    return after >= len(g.tokens) or g.tokens[after].upos in MAY_FOLLOW or g.tokens[words[-1]].upos == "PUNCT"


def _beside(g: Grammar, clause: Clause, cue: SpeechCue, words: Sequence[int]) -> bool:
    """Say whether nothing else that is told stands between the word of saying and what is said."""
    if words[0] < clause.head:
        return g.tokens[words[0]].xpos not in RELATIVE
    between = range(clause.head + 1, words[0])
    objects = [i for i in between if g.tokens[i].head == clause.head and g.tokens[i].dep == "obj"]
    if objects and (not (cue.addressee or cue.target) or g.first(clause.head, "iobj") is not None):
        return False  # "told the press a search …" tells of the search
    if any(_that(g.tokens[i]) for i in (words[0] - 1, words[0])):
        return True
    allowed = {i for c in g.children[clause.head] if g.tokens[c].dep in ADDRESSED for i in g.under(c)}
    return all(i in allowed or g.tokens[i].upos in MAY_STAND_BETWEEN or g.tokens[i].text in DAYS for i in between)


def _that(token: Token) -> bool:
    return token.text.lower() == "that" and (token.xpos == "IN" or token.dep == "mark")


def speaker(scene: Scene, clause: Clause, phrase: Phrase) -> Span | None:
    """Return the words for who speaks as far as the word of saying, None where they may name somebody else.

    "The union's general secretary Ann Lee said" is one name, though the parse may keep half of it; after "the
    institute and its rival's director said" nobody knows whose director it is.
    """
    g = Grammar(scene.article.id, scene.tokens(clause))
    between = range(_end_of(g, phrase), clause.head)
    if not between or any(g.tokens[i].upos in ("PUNCT", "VERB", "AUX", "ADV", "PRON") for i in between[:1]):
        return phrase.span
    stretch = [i for i in between if g.tokens[i].upos not in ("ADV", "AUX")]
    if all(g.tokens[i].upos in (*NOUNS, "ADJ") for i in stretch):
        return Span(phrase.span.article, phrase.span.start, g.tokens[stretch[-1]].end)
    head = g.tokens[phrase.head]
    if any(t.text in ("'s", "’s") and t.dep == "case" for t in (g.tokens[i] for i in between)) and head.upos == "PROPN":
        return None
    return phrase.span
