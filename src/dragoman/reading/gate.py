"""The gate: which sentences can carry a report, by a look at their words, so that only those are parsed.

What is looked for is what the coders code by: the demands of their own tables (``ontology.demands``), somebody who is
named, and somebody who speaks. A sentence that is passed over unread can carry no report.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cached_property

from dragoman.model.article import Article
from dragoman.model.reading import Quote, Sentence
from dragoman.model.text import Span
from dragoman.ontology import Ontology
from dragoman.ontology.demands import OPENS_WITH_IT, Demands, Sets, Table
from dragoman.reading.gazetteer import Hit
from dragoman.reading.pairs import PAIR

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?: [A-Z](?:[^\W\d_]|['’-](?=[^\W\d_]))+){0,3}")  # "D'Souza", "Al-Ani"
# words before a reporting verb among which its speaker is looked for: 3 missed more in the news, 5 parsed more
BEFORE = 4
BACK = 2  # sentences; how far back whom "he" means is looked for, as the coder of statements does
NEAR = 3  # words between a pronoun and the verb it is the subject of: "he has since been"
PERSON = frozenset({"he", "she"})
TAKEN_UP = PERSON | {"it", "they", "their"}
SPEAKING = PERSON | {"who", "they"}  # other pronouns name no speaker
NOMINAL = frozenset(
    "a an the this that these those his her its their our my your of in on at for with from by no any some each such "
    "into under over about between against s".split()
)
_MARKS = frozenset(",)”\"'’?!—–")
OURS = frozenset({"we", "i", "us", "our"})
# what stands before an office or a body that is somebody's, or was told before
OWNED = ("the ", "The ", "'s ", "’s ", " its ", " their ", " his ", " her ", " our ", "Its ", "Their ", "His ", "Her ")
BEING = frozenset("is are was were be been being".split())
BETWEEN = frozenset("both also not now still already".split())
# capitals that open a sentence and name nobody
OPENING = frozenset(
    "i we you he she they the a an in on at by of for from to with and but or nor so yet as if when while after "
    "before since until although though because that this these those there here what which how why where then also "
    "however meanwhile according during its his her their our my your it not no some many most all "
    "both each other another".split()
)


class Gate:
    """Looks at the sentences of an article for what a report needs."""

    def __init__(self, ontology: Ontology) -> None:
        """Take the demands of the tables."""
        self._asked: Demands = ontology.demands
        self._known = frozenset(ontology.actors.alone())

    def passed(
        self, article: Article, sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]], quotes: Sequence[Quote]
    ) -> list[bool]:
        """Say of each sentence whether it must be read; ``hits`` are the names of the gazetteer in each."""
        quoted = _Quoted(quotes)
        looks = [_Look(article, s, h, quoted.within(s.span)) for s, h in zip(sentences, hits, strict=True)]
        told = self._known.union(name for look in looks for name in look.introduced())
        for look in looks:
            look.named = look.named or not told.isdisjoint(look.listed)
        found = [look.sentence.headline or self._tells(look) for look in looks]
        for n, look in enumerate(looks):
            if found[n] and self._by_pronoun(look):
                for back in range(max(0, n - BACK), n):
                    found[back] = found[back] or looks[back].capitals
        return found

    def _by_pronoun(self, look: "_Look") -> bool:
        """Say whether "he" or "she" speaks in a sentence."""
        if look.words.isdisjoint(PERSON):
            return False
        at = look.at(self._asked.speech.keys() & look.words)
        return any(look.lower[n] in PERSON for i in at for n in range(max(0, i - BEFORE), i))

    def _tells(self, look: "_Look") -> bool:
        if _met(self._asked.acts, look.words) and (look.named or self._does(look) or look.ours):
            return True
        if _met(self._asked.treaties, look.words):
            return True
        return self._speaks(look) or self._views(look)

    def _does(self, look: "_Look") -> bool:
        """Say whether a pronoun stands right before a word of an act, as its subject does."""
        if look.words.isdisjoint(TAKEN_UP):
            return False
        forms = frozenset(_forms_met(self._asked.acts, look.words))
        return any(not TAKEN_UP.isdisjoint(look.lower[max(0, i - NEAR) : i]) for i in look.at(forms))

    def _speaks(self, look: "_Look") -> bool:
        told = frozenset(_forms_met(self._asked.speech, look.words))
        return bool(told) and any(self._says(look, i) for i in look.at(told) if not look.quoted(i))

    def _says(self, look: "_Look", i: int) -> bool:
        """Say whether the word is used as a verb, and somebody who may speak stands beside it."""
        if not self._is_verb(look, i):
            return False
        passive = look.passive(i) and not look.lower[i].endswith("ing")
        if passive or look.lower[i + 1 : i + 2] == ["by"]:
            return "by" in look.words
        if look.turned(i) or look.lower[max(0, i - 1)] == "and":
            return True  # "…, who runs the port, said", "praised the pact and said": the speaker is further off
        return any(self._somebody(look, n) or look.lower[n] in SPEAKING for n in range(max(0, i - BEFORE), i))

    def _is_verb(self, look: "_Look", i: int) -> bool:
        """Say whether a word may be a verb: it is no name, no noun with its article, no plural after a plural."""
        if i == 0:
            return look.lower[0].endswith(("ed", "ing")) or look.lower[0] in self._asked.past
        word, before = look.lower[i], look.lower[i - 1]
        if word.endswith("ing"):
            return look.turned(i) or before == "by" or look.passive(i)
        if word.endswith("ed") or word in self._asked.past:
            return look.turned(i) or not (look.listed[i][0].isupper() or before in NOMINAL)
        return self._present(look, i)

    def _present(self, look: "_Look", i: int) -> bool:
        """Say whether a word without the ending of a past is a verb in the present, beside its subject."""
        if look.listed[i][0].isupper():
            return False
        at = i - 2 if i > 1 and look.lower[i - 1].endswith("ly") else i - 1
        before = look.lower[at]
        if look.lower[i].endswith("s"):
            return look.turned(i) or before in SPEAKING or self._somebody(look, at)
        many = before.endswith("s") or before in self._asked.officials or look.lower[at - 1] == "and"
        went_on = before == "to" and look.lower[max(0, at - 1)] == "on"
        return (
            before == "who"
            or went_on
            or (many and self._somebody(look, at))
            or (look.turned(i) and self._follows(look, i))
        )

    def _follows(self, look: "_Look", i: int) -> bool:
        return any(self._somebody(look, n) for n in range(i + 1, min(i + 1 + BEFORE, len(look.lower))))

    def _somebody(self, look: "_Look", n: int) -> bool:
        word, low = look.listed[n], look.lower[n]
        if low in self._asked.officials or n in look.offices:
            return True
        return word[0].isupper() and low not in OPENING

    def _views(self, look: "_Look") -> bool:
        """Say whether somebody may be told to hold a view, or the outlet to hold something possible."""
        if look.named and not self._asked.guesses.isdisjoint(look.words):
            return True
        held = self._asked.views & look.words
        return bool(held) and any(self._holds(look, i) for i in look.at(held))

    def _holds(self, look: "_Look", i: int) -> bool:
        before = range(max(0, i - BEFORE), i)
        if look.lower[max(0, i - 1)] == "to" and i:
            return True
        alone = i == 0 or look.passive(i) or look.lower[i + 1 : i + 2] == ["to"]
        return self._is_verb(look, i) and (alone or any(self._holder(look, n) for n in before))

    def _holder(self, look: "_Look", n: int) -> bool:
        return look.lower[n] in TAKEN_UP or self._somebody(look, n)


class _Look:
    """A sentence as the gate sees it: its words, and who is named. Nothing is made before it is asked for."""

    def __init__(self, article: Article, sentence: Sentence, hits: Sequence[Hit], quoted: Sequence[Span]) -> None:
        self.sentence, self._quoted = sentence, quoted
        self._article, self._hits = article, hits
        self.text = sentence.span.of(article.text)
        self.words = frozenset(_WORD.findall(self.text.lower()))
        if self.text[:3] == "It ":
            self.words |= {OPENS_WITH_IT}
        self.named = any(self._names(h) for h in hits) or PAIR.search(self.text) is not None

    def _names(self, hit: Hit) -> bool:
        """Say whether a hit is somebody: by a name, a place, or an office or a body told with "the" or its owner."""
        if hit.entry.blocked:
            return False
        before = self._article.text[max(0, hit.start - 6) : hit.start]
        taken_up = hit.start == self.sentence.span.start or before.endswith(OWNED)
        named = bool(hit.entry.senses) or hit.entry.place  # "rioted in Lyon", "a man in Lyon was charged"
        return named or (taken_up and bool(hit.entry.noun or hit.entry.title))

    @property
    def ours(self) -> bool:
        """Whether a quoted speaker tells of himself: "we are concerned by"."""
        return self.within_quotation and not self.words.isdisjoint(OURS)

    @property
    def within_quotation(self) -> bool:
        """Whether the sentence stands whole within a quotation."""
        span = self.sentence.span
        return any(q.start <= span.start and span.end <= q.end + 1 for q in self._quoted)

    def quoted(self, i: int) -> bool:
        """Say whether a word stands in a quotation: what is said there is not the article's to tell."""
        at = self.sentence.span.start + self._starts[i]
        return any(q.start <= at < q.end for q in self._quoted)

    @cached_property
    def listed(self) -> list[str]:
        """The words as printed, in order."""
        return _WORD.findall(self.text)

    @cached_property
    def lower(self) -> list[str]:
        """The words in small letters, in order."""
        return [w.lower() for w in self.listed]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start() for m in _WORD.finditer(self.text)]

    @cached_property
    def offices(self) -> frozenset[int]:
        """Which of the words are names and offices of the table."""
        shift = self.sentence.span.start
        spans = [(h.start - shift, h.end - shift) for h in self._hits if not h.entry.blocked]
        starts = self._starts
        return frozenset(n for start, end in spans for n in range(bisect_left(starts, start), bisect_left(starts, end)))

    @property
    def capitals(self) -> bool:
        """Whether somebody may be named: a capital within, or a name of the table."""
        return bool(self._hits) or any(w[0].isupper() for w in self.listed[1:])

    def introduced(self) -> Iterator[str]:
        """Yield the names of persons told: of those the table knows, and the capitals behind an office."""
        for hit in self._hits:
            name = _NAME.match(self._article.text, hit.end) if hit.entry.title else None
            yield from _WORD.findall(name[0]) if name else ()
            if any(s.actor.startswith("person/") for s in hit.entry.senses):
                yield hit.text.rpartition(" ")[2]

    def passive(self, i: int) -> bool:
        """Say whether a word follows a form of "be", an adverb between them or not: is done to, or going on."""
        near = self.lower[max(0, i - 3) : i]
        while near and (near[-1].endswith("ly") or near[-1] in BETWEEN):
            near.pop()
        return bool(near) and near[-1] in BEING

    def turned(self, i: int) -> bool:
        """Say whether a word follows a comma or a mark, as a verb does before its speaker: "…, said Hale"."""
        return self.text[: self._starts[i]].rstrip()[-1:] in _MARKS

    def at(self, forms: Set[str]) -> Iterator[int]:
        """Yield where words of these forms stand."""
        return (n for n, w in enumerate(self.lower) if w in forms)


def _forms_met(table: Table, words: frozenset[str]) -> Iterator[str]:
    return (form for form in table.keys() & words if any(_all_there(sets, words) for sets in table[form]))


def _met(table: Table, words: frozenset[str]) -> bool:
    return next(_forms_met(table, words), None) is not None


def _all_there(sets: Sets, words: frozenset[str]) -> bool:
    return not any(words.isdisjoint(forms) for forms in sets)


class _Quoted:
    """The quotations of an article."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._spans = sorted(q.span for q in quotes)
        self._starts = [s.start for s in self._spans]

    def within(self, span: Span) -> list[Span]:
        """Return the quotations that touch a stretch of text; none stands within another."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        return [s for s in self._spans[first : bisect_left(self._starts, span.end)] if s.end > span.start]
