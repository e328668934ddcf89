"""An article sentence by sentence, as the checks that go by the printed words see it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.model.article import Article
from dragoman.model.finding import SideQuote
from dragoman.model.text import Span
from dragoman.model.words import content, names, stretches
from dragoman.ontology import Ontology
from dragoman.reconcile.amounts import Amount, amounts

Voice = Literal["own", "said", "alleged", "denied"]

QUOTED = re.compile(r"[“\"«](.{2,400}?)[”\"»]", re.DOTALL)
TRANSLATED = re.compile(r"\b(?:translat\w+|in (?:French|Spanish|Russian|Arabic|Turkish|German|Portuguese|Persian)\b)")
ACCORDING = re.compile(
    r"\baccording to\b|\bas reported by\b|\bquoting\b|\bciting\b|\bcited\b|\bquoted\b", re.IGNORECASE
)
HEARSAY = re.compile(
    r"\b(?:allegedly|reportedly|purportedly|supposedly|alleged|suspected|suspects?|accus(?:es?|ed|ing)|blam(?:es?|ed|ing)"
    r"|unconfirmed|claim(?:s|ed|ing)?|alleg(?:es?|ing|ations?)|accusations?)\b",
    re.IGNORECASE,
)  # what marks a thing as somebody's word that others may not share


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article, or its headline."""

    article: str
    start: int
    text: str
    headline: bool
    stems: frozenset[str]  # of its content words
    names: frozenset[str]  # of those it prints with a capital
    amounts: tuple[Amount, ...]
    voice: Voice

    @property
    def matter(self) -> frozenset[str]:
        """Return what it tells beside who and where: two sentences on two things may name the same two states."""
        return self.stems - self.names

    @property
    def quote(self) -> SideQuote:
        """Return the sentence as a side of a finding quotes it."""
        return SideQuote(Span(self.article, self.start, self.start + len(self.text)), self.text)

    @property
    def quotations(self) -> tuple[str, ...]:
        """Return what it prints between quotation marks."""
        return tuple(" ".join(q.split()).strip(" ,.;:!?") for q in QUOTED.findall(self.text))


def passages(article: Article, ontology: Ontology) -> tuple[Passage, ...]:
    """Return the headline and the sentences of an article, in order."""
    named = names(article.text[article.headline.end if article.headline else 0 :])
    return tuple(_passage(article, start, end, named, ontology) for start, end in _sentences(article))


def _sentences(article: Article) -> Iterator[tuple[int, int]]:
    for paragraph in article.paragraphs:
        for start, end in stretches(paragraph.of(article.text)):
            yield paragraph.start + start, paragraph.start + end


def _passage(article: Article, start: int, end: int, named: frozenset[str], ontology: Ontology) -> Passage:
    text = article.text[start:end]
    stems = frozenset(content(text))
    head = article.headline is not None and end <= article.headline.end
    return Passage(article.id, start, text, head, stems, stems & named, amounts(text), _voice(text, ontology))


def _voice(text: str, ontology: Ontology) -> Voice:
    """Return whose word a sentence is, by its cues alone; quoted words tell nothing of it."""
    bare = QUOTED.sub(" ", text)
    if cue(ontology, "denies").search(bare):
        return "denied"
    if HEARSAY.search(bare):
        return "alleged"
    told = ACCORDING.search(bare) or any(cue(ontology, c).search(bare) for c in ("asserts", "reports"))
    return "said" if told else "own"


@cache
def _cues(lemmas: tuple[str, ...]) -> re.Pattern[str]:
    forms = sorted({f for lemma in lemmas for f in _forms(lemma)})
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if forms else "(?!)", re.IGNORECASE)


def cue(ontology: Ontology, commitment: str) -> re.Pattern[str]:
    """Return what finds a reporting verb of a commitment in any of its forms."""
    return _cues(tuple(sorted({c.lemma for c in ontology.cues.speech if c.commitment == commitment})))


IRREGULAR = {"say": "said", "tell": "told", "write": "wrote", "hold": "held"}


def _forms(lemma: str) -> Iterable[str]:
    base = lemma[:-1] if lemma.endswith("e") else lemma
    past = f"{lemma[:-1]}ied" if lemma.endswith("y") and lemma != "say" else f"{base}ed"
    third = f"{lemma[:-1]}ies" if lemma.endswith("y") and lemma != "say" else f"{lemma}s"
    return (third, IRREGULAR.get(lemma, past), f"{base}ing")


def alike(one: Passage, other: Passage) -> float:
    """Return how far two sentences share what they tell, 0 to 1, by the shorter one."""
    shorter = min(len(one.stems), len(other.stems))
    return len(one.stems & other.stems) / shorter if shorter else 0.0
