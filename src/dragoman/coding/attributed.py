"""All that is attributed in an article: what somebody says, thinks, wants or feels, with source and cue.

This is wider than the statements of the record, which are speech acts alone: a thought and a plan are attributed,
and nobody has said them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.coding import complements, hearsay
from dragoman.coding.complements import Wording
from dragoman.coding.grammar import Grammar
from dragoman.coding.quoted import Quoted
from dragoman.coding.scene import Scene
from dragoman.model.reading import Quote, Sentence
from dragoman.model.text import Span
from dragoman.ontology.cue import Pos

LABEL = re.compile(r"[“\"]?([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):\s+(?=\S)")
# a headline's "Oslo hits back: ‘No deal’"
HEADING = re.compile(r"([A-Z][^:“”‘’\"'.!?]{2,60}):\s+(?=[“‘\"'][^“”‘\"]{3,}[”’\"']\W*$)")
SIGNED = re.compile(r"\s*([―—–-]{1,2})\s*([A-Z][\w.’'-]+(?: [\w.’'-]+){0,5}?)\.?\s*$")
# verbs that in the past tense and without a subject go on with the speaker, not with what he said
SAYING = frozenset({
    "say", "add", "warn", "note", "tell", "stress", "insist", "suggest", "conclude", "urge", "accuse", "vow", "deny",
})  # fmt: skip
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
MARKS = frozenset({"”", '"', "''", "’", "»", "?", "!"})
POS: dict[str, Pos] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: who, by which word, and what; ``source`` is None where the text names none."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    speech: bool  # a saying, which may go on in the quotations that follow


def attributed(scene: Scene) -> tuple[Attributed, ...]:
    """Return every attribution of an article, in text order."""
    quoted = Quoted(scene)
    found: list[Attributed] = []
    for number, sentence in enumerate(scene.reading.sentences):
        found += _in_sentence(scene, quoted, number, sentence)
    taken = {q.span for a in found if quoted.over(a.cue.start) is None for s in a.content for q in quoted.touching(s)}
    spread = [_spread(quoted, a, taken) for a in found]
    return tuple(sorted({*spread, *_labelled(scene), *_signed(scene)}, key=_place))


def _within(one: Attributed, others: list[Attributed]) -> bool:
    """Say whether a thought or a plan is told within what somebody else is told to have said or thought."""
    return any(a is not one and any(s.holds(one.cue) for s in a.content) for a in others)


def _place(one: Attributed) -> tuple[Span, Span]:
    return one.cue, one.content[0]


def _in_sentence(scene: Scene, quoted: Quoted, number: int, sentence: Sentence) -> Iterator[Attributed]:
    g = Grammar(scene.article.id, sentence.tokens)
    words = [(i, w) for i in range(len(sentence.tokens)) if (w := _word(scene, g, i)) is not None]
    found = [a for i, w in words if (a := _told(quoted, g, i, w)) is not None]
    found += _phrases(scene, g)
    found += _quoting(quoted, g, sentence, words, found)
    yield from (a for a in found if not _within(a, found))
    quoting = HEADING.match(scene.words(sentence.span))
    if quoting is not None:
        start = sentence.span.start
        said = Span(scene.article.id, start, start + quoting.end(1))
        yield Attributed(said, Span(said.article, said.end, said.end + 1), (Span(said.article, start + quoting.end(), sentence.span.end),), False)
        return
    for telling in hearsay.headed(scene, number):
        said = telling.sources[0].source_span
        if said is not None:
            rest = Span(said.article, said.end, sentence.span.end)
            yield from _headline(scene, said, rest, sentence)


def _headline(scene: Scene, said: Span, rest: Span, sentence: Sentence) -> Iterator[Attributed]:
    if said.start > sentence.span.start + 1:  # "…: the source stands last"
        rest = Span(said.article, sentence.span.start, said.start)
    words = scene.words(rest)
    start = rest.start + len(words) - len(words.lstrip(" :–—-"))
    end = rest.start + len(words.rstrip(" :–—-"))
    if start < end:
        yield Attributed(said, Span(said.article, said.end, said.end + 1), (Span(said.article, start, end),), False)


def _word(scene: Scene, g: Grammar, i: int) -> Wording | None:
    pos = POS.get(g.tokens[i].upos)
    if pos is None:
        return None
    return complements.wording(scene.ontology.cues, g.lemma(i), pos)


def _told(quoted: Quoted, g: Grammar, i: int, told: Wording) -> Attributed | None:
    cue = g.word(i)
    if quoted.over(cue.start) is not None:
        return None  # what a quoted person tells of others is his own saying
    words = [w for w in complements.content(g, i, told) if w != i]
    source = _source(quoted, g, i, told)
    if words and told.speech and not complements.passive(g, i):
        words = _before_the_aside(g, i, source, _to_the_end(g, i, words))
    if not words and told.speech and source is not None and g.tokens[i].xpos in (*complements.FINITE, "VBG"):
        words = _beside(g, i, source)
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
    return g.tokens[i].xpos == "VBG" and not g.those(i, "mark", "case", "aux", "nsubj")


def _beside(g: Grammar, verb: int, source: Span) -> list[int]:
    """Return what stands before a reporting aside or after a reporting clause whose parse is no help."""
    tokens = g.tokens
    low = next((n for n, t in enumerate(tokens) if t.start >= min(source.start, tokens[verb].start)), 0)
    if low > 2 and tokens[low - 1].text in (",", "”", '"', "''", "?", "!", "’"):
        return list(range(low - 1))
    after = verb + 1
    if after < len(tokens) and (tokens[after].text.lower() == "that" or tokens[after].text == ":"):
        return list(range(after, len(tokens)))
    finite = any(t.xpos in complements.FINITE for t in tokens[after : after + 25])
    begins = after < len(tokens) and tokens[after].upos in ("PRON", "DET", "PROPN", "NOUN", "NUM")
    return list(range(after, len(tokens))) if finite and begins else []


def _closed(quoted: Quoted, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Widen what is said to the whole of the quotations it touches."""
    out: list[Span] = []
    for span in spans:
        for quote in quoted.touching(span):
            if quote.whole or quote.span.end > span.end or quote.span.start > span.start:
                span = Span(span.article, min(span.start, quote.span.start), max(span.end, quote.span.end))
        if out and out[-1].end >= span.start:
            span = Span(span.article, out.pop().start, max(span.end, span.end))
        out.append(span)
    return tuple(out)


def _source(quoted: Quoted, g: Grammar, i: int, told: Wording) -> Span | None:
    upos = g.tokens[i].upos
    if upos == "NOUN":
        return _owner(g, i)
    if "seems" in told.frames:
        return None
    if upos in ("VERB", "AUX") and complements.passive(g, i):
        by = next((c for c in g.those(i, "obl", "obl:agent") if g.case(c) == "by"), None)
        return None if by is None else g.phrase(by)
    subject = _of_the_sentence(g, i) if told.speech else None
    subject = g.subject(i) if subject is None else subject
    if subject is not None and (subject == i or quoted.over(g.word(subject).start) is not None):
        subject = None
    if subject is None and told.speech:
        subject = _standing_by(quoted, g, i)
    if subject is None or (g.tokens[subject].text.lower() in ("it", "there") and upos == "ADJ"):
        return None
    return g.phrase(subject, less=(i, *_above_in(g, i, subject)))


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
    if not (0 <= at < len(tokens)) or tokens[at].upos not in NAMING or quoted.over(g.word(at).start) is not None:
        return None
    for above in g.above(at):
        if (above - verb) * step <= 0 or tokens[above].upos not in NAMING:
            break
        at = above
    return at


def _above_in(g: Grammar, i: int, subject: int) -> list[int]:
    """Return the dependent of the subject that the verb stands under: "a source who said …" is not its own words."""
    chain = [i, *g.above(i)]
    return [a for a, b in pairwise(chain) if b == subject]


def _owner(g: Grammar, i: int) -> Span | None:
    """Return whose plan, claim or fear a noun tells: "its plan", "claims by Baku", "Cairo has voiced concern"."""
    poss = g.first(i, "nmod:poss")
    if poss is not None:
        return g.phrase(poss)
    by = next((c for c in g.those(i, "nmod") if g.case(c) in ("by", "from", "among")), None)
    if by is not None:
        return g.phrase(by)
    named = [c for c in g.those(i, "amod", "compound") if g.tokens[c].text[:1].isupper() and c > 0]
    if named:
        return g.word(named[0])
    token = g.tokens[i]
    if token.dep == "obj" and not complements.passive(g, token.head):
        subject = g.subject(token.head)
        return None if subject is None else g.phrase(subject, less=_above_in(g, i, subject))
    return None


def _phrases(scene: Scene, g: Grammar) -> Iterator[Attributed]:
    """Yield what "according to" and the like attribute, and what is "reportedly" so."""
    phrases = scene.source_phrases
    for i, token in enumerate(g.tokens):
        if token.dep in ("obl", "nmod", "obl:agent", "advcl", "parataxis", "root", "advmod", "dep", "nmod:desc"):
            entry = phrases.get(g.case(i))
            if entry is not None and entry.names_source:
                yield from _according(scene, g, i)
        entry = phrases.get(token.text.lower()) if token.upos == "ADV" else None
        if entry is not None and not entry.names_source:
            spans = g.runs(w for w in g.under(token.head) if w != i)
            if spans and token.head != i:
                yield Attributed(None, g.word(i), spans, False)


def _according(scene: Scene, g: Grammar, i: int) -> Iterator[Attributed]:
    marks = [w for c in g.those(i, "case", "mark") for w in g.under(c)]
    top = next((a for a in g.above(i) if g.tokens[a].upos in ("VERB", "AUX") or g.first(a, "cop") is not None), None)
    top = g.tokens[i].head if top is None else top
    own = set(g.under(i))
    if top == i:
        return
    spans = g.runs(w for w in g.under(top) if w not in own)
    if spans:
        cue = Span(scene.article.id, g.tokens[min(marks)].start, g.tokens[max(marks)].end)
        yield Attributed(g.phrase(i), cue, spans, False)


def _quoting(
    quoted: Quoted, g: Grammar, sentence: Sentence, words: list[tuple[int, Wording]], found: list[Attributed]
) -> Iterator[Attributed]:
    """Yield the quotations of a sentence that stand beside a reporting verb, whatever the parse made of them."""
    taken = {q.span for a in found if a.speech for s in a.content for q in quoted.touching(s)}
    free = [q for q in quoted.touching(sentence.span) if q.whole and q.span not in taken]
    verbs = [i for i, w in words if w.speech and quoted.over(g.word(i).start) is None]
    if not free or not verbs:
        return
    for i in verbs:
        source = _source(quoted, g, i, next(w for n, w in words if n == i))
        near = [q for q in free if _nearest(g, verbs, q) == i]
        if near:
            yield Attributed(source, g.word(i), tuple(q.span for q in near), True)


def _nearest(g: Grammar, verbs: list[int], quote: Quote) -> int:
    def far(i: int) -> int:
        word = g.word(i)
        return word.start - quote.span.end if word.start >= quote.span.end else quote.span.start - word.end

    return min(verbs, key=far)


def _spread(quoted: Quoted, one: Attributed, taken: set[Span]) -> Attributed:
    """Let a saying go on in the quotations that follow and that nobody else is told to have spoken."""
    quotes = [q for s in one.content for q in quoted.touching(s) if q.whole or q.span == s] if one.speech else []
    if not quotes or quoted.over(one.cue.start) is not None:
        return one
    more: list[Span] = []
    for quote in quoted.going_on(quotes[-1]):
        if quote.span in taken:
            break
        more.append(quote.span)
    return replace(one, content=(*one.content, *more)) if more else one


def _labelled(scene: Scene) -> Iterator[Attributed]:
    """Yield the turns of a conversation that is printed with the speakers' names before a colon."""
    found = []
    for paragraph in scene.article.paragraphs:
        label = LABEL.match(scene.words(paragraph)[:80])
        if label is not None and paragraph != scene.article.headline:
            start = paragraph.start
            name = Span(paragraph.article, start + label.start(1), start + label.end(1))
            rest = Span(paragraph.article, start + label.end(), paragraph.end)
            found.append(Attributed(name, Span(name.article, name.end, name.end + 1), (rest,), False))
    names = [scene.words(a.source) for a in found if a.source is not None]
    yield from (a for a in found if a.source is not None and names.count(scene.words(a.source)) > 1)


def _signed(scene: Scene) -> Iterator[Attributed]:
    """Yield the quotations that are signed with a name after a dash."""
    for paragraph in scene.article.paragraphs:
        words = scene.words(paragraph)
        last = max(words.rfind(mark) for mark in "”\"»’")
        signed = SIGNED.match(words[last + 1 :][:120]) if last > 0 and words[0] in "“”\"«‘" else None
        if signed is not None:
            at = paragraph.start + last + 1
            name = Span(paragraph.article, at + signed.start(2), at + signed.end(2))
            dash = Span(paragraph.article, at + signed.start(1), at + signed.end(1))
            yield Attributed(name, dash, (Span(paragraph.article, paragraph.start, at),), False)
