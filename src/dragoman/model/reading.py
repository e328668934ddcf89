"""What the language engine sees in one article: our nouns, not the library's objects."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.actor import Actor, Place
from dragoman.model.text import Span
from dragoman.model.time import Time


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the treebank; offsets into the article's text. ``head`` is an index into the sentence's tokens."""

    text: str
    start: int
    end: int
    lemma: str
    upos: str  # Universal POS
    xpos: str  # Penn Treebank tag
    head: int  # the root points at itself
    dep: str  # UD relation with its subtype, "nsubj:pass"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its tokens where it was parsed and none where the gate let it pass unread."""

    span: Span
    paragraph: int  # index into Article.paragraphs
    tokens: tuple[Token, ...] = ()
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor, resolved as far as the text and the tables allow."""

    span: Span
    text: str
    actor: Actor | None  # None: nobody we can name, see ``reason``
    form: Literal["name", "adjective", "metonym", "capital", "office", "description", "reference"]
    reason: str | None = None  # why ``actor`` is None
    place: bool = False  # the words name a place as well (a state, a city)
    members: tuple[Actor, ...] = ()  # "both countries": every one of those meant
    antecedent: Span | None = None  # the words that say who is meant, where these only refer ("it", "the kingdom")


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that stand for an instrument named before: "the pact", "it"."""

    span: Span
    antecedent: Span  # the noun that names it, with what stands before it in its phrase


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed, with bounds: "at least 12" is low 12, high None."""

    span: Span
    text: str
    low: float | None
    high: float | None
    unit: str | None  # "percent", "USD", "barrel", "troop"; None: a bare count
    counted: str | None  # the words of what is counted


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a vote as printed; each is None where the text does not give it."""

    span: Span  # from the first figure to the last
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    not_voting: int | None = None
    absent: int | None = None
    present: int | None = None
    seats: int | None = None
    unanimous: bool = False
    spans: tuple[tuple[str, Span], ...] = ()  # (field, where its figure stands)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks; ``span`` includes the marks, ``inner`` does not."""

    span: Span
    inner: Span
    text: str  # the inner words
    whole: bool  # it holds at least a clause, not a phrase taken up


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that fills a place in a clause. ``head`` is an index into the sentence's tokens."""

    head: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional complement: the preposition and its phrase ("with", "Russia")."""

    case: str  # lower-case, multiword prepositions joined by a space
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments, voice undone: who does what to whom, however it was put.

    A coordinated agent is several phrases. ``parent`` and ``index`` number the clauses of one sentence.
    """

    index: int
    sentence: int  # index into Reading.sentences
    head: int  # token index of the predicate
    lemma: str  # of the predicate, with its particle: "call for" is "call", "carry out" is "carry out"
    kind: Literal["verb", "noun", "copula"]
    span: Span  # first to last token of the clause, without clauses that hang from it by acl:relcl, conj or parataxis
    voice: Literal["active", "passive"]
    agents: tuple[Phrase, ...]
    patients: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]  # indirect objects
    obliques: tuple[Oblique, ...]
    parent: int | None  # the clause it hangs from
    relation: str  # how: "root", "conj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "nominal"
    marker: str | None  # "that", "if", "while", "after", ...
    negated: bool
    negation: Span | None
    auxiliaries: tuple[str, ...]  # lemmas of modal auxiliaries: "may", "will"
    tense: Literal["past", "present", "future", "none"]
    perfect: bool
    progressive: bool
    adverbs: tuple[str, ...]  # lower-case
    question: bool = False
    passive_agent_known: bool = True  # False: a passive with no "by"
    stretch: Span | None = None  # with the clauses that hang from it; None: the same as ``span``

    @property
    def whole(self) -> Span:
        """The words of the clause with those of the clauses that hang from it."""
        return self.stretch or self.span


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article, in text order."""

    article: str
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    tallies: tuple[Tally, ...]
    quotes: tuple[Quote, ...]
    maker: str = ""  # language model and version
    pointers: tuple[Pointer, ...] = ()  # what refers back to an instrument
    places: tuple[tuple[Span, Place], ...] = ()  # where things are said to be or to happen: "in Doha"

    def clauses_of(self, sentence: int) -> tuple[Clause, ...]:
        """Return the clauses of one sentence, in order of their index."""
        return tuple(c for c in self.clauses if c.sentence == sentence)
