"""What one word of speech or attitude tells in its sentence: its source, itself and its content."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding import complements, tellers
from dragoman.coding.complements import Wording
from dragoman.coding.grammar import OPENING, Grammar
from dragoman.coding.quoted import Quoted
from dragoman.model.reading import Token
from dragoman.model.text import Span

ENDS = frozenset({",", "”", '"', "''", "?", "!", "’"})
BEGINNING = frozenset({"PRON", "DET", "PROPN", "NOUN", "NUM", "ADJ"})
# verbs that in the past tense and without a subject go on with the speaker, not with what he said
SAYING = frozenset({
    "say", "add", "warn", "note", "tell", "stress", "insist", "suggest", "conclude", "urge", "accuse", "vow", "deny",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: who, by which word, and what; ``source`` is None where the text names none."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    speech: bool  # a saying, which may go on in the quotations that follow


def told_by(quoted: Quoted, g: Grammar, i: int, told: Wording) -> Attributed | None:
    """Return what the word at ``i`` attributes, None where it attributes nothing."""
    cue = g.word(i)
    if quoted.over(cue.start) is not None:
        return None  # what a quoted person tells of others is his own saying
    words = [w for w in complements.content(g, i, told) if w != i]
    source = tellers.source(quoted, g, i, told)
    if words and told.speech and not complements.passive(g, i):
        words = _before_the_aside(g, i, source, _to_the_end(g, i, words))
    if not words and told.speech and source is not None and g.tokens[i].xpos in (*complements.FINITE, "VBG"):
        words = beside(g, i, source)
    spans = _closed(quoted, g.runs(words))
    if told.frames == {"quote"}:  # "he continued" says a quotation only
        spans = spans if any(q.whole for s in spans for q in quoted.touching(s)) else ()
    if not spans or (g.tokens[i].upos == "NOUN" and source is None):
        return None
    return Attributed(source, cue, spans, told.speech)


def _to_the_end(g: Grammar, verb: int, words: list[int]) -> list[int]:
    """Widen what stands after a reporting verb by what the parser hung from the verb and that stands after it, too.

    "said that the road was shut because of snow": the snow is part of what was said. What goes on with the verb's own
    subject ("… and left"), and an aside with a cue of its own, is not.
    """
    first, last = min(words), max(words)
    if first < verb:
        return words
    words = _without_next(g, verb, words)
    more = [c for c in g.children[verb] if c > last and g.tokens[c].dep in ("advcl", "obl", "ccomp", "nmod", "advmod")]
    return sorted({*words, *(i for c in more if not _telling(g, c) for i in g.under(c))})


def _without_next(g: Grammar, verb: int, words: list[int]) -> list[int]:
    """Cut what is said where its speaker goes on to say something else: "said that …, and warned that …"."""
    tense = g.tokens[verb].xpos
    said = set(words)
    for i in words:
        token = g.tokens[i]
        goes_on = token.dep == "conj" and token.xpos == tense == "VBD" and g.first(i, "nsubj", "nsubj:pass") is None
        if goes_on and token.lemma.lower() in SAYING and g.first(i, "ccomp", "obl", "obj") is not None:
            return sorted(said - set(g.under(i)))
    return words


def _before_the_aside(g: Grammar, verb: int, source: Span | None, words: list[int]) -> list[int]:
    """Add what stands before an aside amid the words said: "The talks, Oslo said, would go on"."""
    if source is None or min(words) < verb or verb + 1 >= len(g.tokens) or g.tokens[verb + 1].text != ",":
        return words
    low = next((n for n, t in enumerate(g.tokens) if t.start >= source.start), 0)
    aside = 1 < low < verb and g.tokens[low - 1].text == "," and g.tokens[low - 2].upos not in ("CCONJ", "SCONJ")
    return sorted({*words, *range(low - 1)}) if aside else words


def _telling(g: Grammar, i: int) -> bool:
    return g.tokens[i].xpos == "VBG" and not g.dependents(i, "mark", "case", "aux", "nsubj")


def beside(g: Grammar, verb: int, source: Span) -> list[int]:
    """Return what stands before a reporting aside or after a reporting verb, where the parse is no help.

    Only whole clauses, told from the order of the words: "Rain had come, the envoy said", "The envoy said rain had
    come"; not "Lamenting the drought, the envoy said nothing", "The envoy added a note that was lost".
    """
    tokens = g.tokens
    if any(t.xpos in ("WDT", "WP") for t in tokens if source.start <= t.start < source.end):
        return []
    low = next((n for n, t in enumerate(tokens) if t.start >= min(source.start, tokens[verb].start)), 0)
    if low > 2 and tokens[low - 1].text in ENDS:
        return list(range(low - 1)) if begins(tokens, 0, low - 1) else []
    after = verb + 1
    if after < len(tokens) and (tokens[after].text.lower() == "that" or tokens[after].text == ":"):
        return list(range(after, len(tokens)))
    return list(range(after, len(tokens))) if begins(tokens, after, len(tokens)) else []


def begins(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Say whether a clause of its own begins at a word: a noun, and a finite verb before anything comes between."""
    while first < end and tokens[first].text in OPENING:
        first += 1
    if first >= end or tokens[first].upos not in BEGINNING or tokens[first].xpos in ("VBG", "VBN"):
        return False
    for token in tokens[first:end]:
        if token.xpos in complements.FINITE:
            return True
        if token.text == "," or token.xpos in ("WDT", "WP", "WRB") or token.upos == "SCONJ":
            return False
    return False


def _closed(quoted: Quoted, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Widen what is said to the whole of the quotations it touches."""
    out: list[Span] = []
    for span in spans:
        for quote in quoted.touching(span):
            if quote.whole or not span.holds(quote.span):
                span = Span(span.article, min(span.start, quote.span.start), max(span.end, quote.span.end))
        if out and out[-1].end >= span.start:
            span = Span(span.article, out.pop().start, max(span.end, span.end))
        out.append(span)
    return tuple(out)
