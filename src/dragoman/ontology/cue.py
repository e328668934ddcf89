"""Cues: the words that tell who says something, how far they stand by it, and whether it happened."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from dragoman.model.terms import Commitment, EventType, Modality, Obligation, Polarity
from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode_all

# How what is said hangs on the word:
#   that        a clause, with or without "that": "said talks would go on"
#   wh          "declined to say whether …", "explained why …"
#   quote       words between quotation marks, before, after or around it
#   gerund      preposition and verb: "accused Tehran of arming rebels"; without preposition: "denied arming rebels"
#   infinitive  "claimed to hold the town", "declined to comment"
#   object      a noun phrase: "denied the allegation", "announced sanctions"
#   as          "described the pact as historic"
#   topic       "commented on the vote", "spoke of a new era"
#   colon       a headline's "Lavrov: talks will go on"
#   names       object and what it is called: "branded the raid a crime"
#   seems       its subject with what it seems to be or do: "the truce seems to hold"
Frame = Literal["that", "wh", "quote", "gerund", "infinitive", "object", "as", "topic", "colon", "names", "seems"]
Doer = Literal["subject", "object", "either"]
Pos = Literal["verb", "noun", "adjective", "adverb", "auxiliary", "phrase"]


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """A reporting verb: what its subject does to what is said."""

    lemma: str  # with its particle: "point out"
    commitment: Commitment
    frames: tuple[Frame, ...]
    example: str
    prepositions: tuple[str, ...] = ()  # for gerund, as and topic: "of" in "accuse X of doing"
    nouns: tuple[str, ...] = ()  # the object frame counts only with one of these heads; empty: with any
    verbs: tuple[str, ...] = ()  # the infinitive frame counts only with one of these; empty: with any
    target: bool = False  # its object is who the content is about: "accused Tehran of arming rebels"
    addressee: bool = False  # its object is who is spoken to: "told reporters that"
    event: EventType | None = None  # what the saying itself is, where it is more than a statement
    document: bool = False  # texts and media do it as well as people: "the report says", "the treaty states"
    near: str | None = None  # a sentence in which it is no reporting verb


@dataclass(frozen=True, slots=True)
class SpeechNoun:
    """A noun for something said: "an allegation Iran denies", "the claim that talks failed"."""

    lemma: str
    commitment: Commitment
    example: str
    refers: bool = True  # "the allegation" may point back at what was said before
    near: str | None = None


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """Words other than a verb that bring in a source, or say that there is one: "according to", "reportedly"."""

    words: str
    commitment: Commitment
    pos: Pos
    example: str
    names_source: bool  # the source stands beside it
    near: str | None = None


@dataclass(frozen=True, slots=True)
class SourceNoun:
    """A noun for whom one quotes without a name: "sources", "analysts", "state media"."""

    lemma: str  # singular; may be several words
    kind: Literal["source", "official", "expert", "media", "public", "document"]
    anonymous: bool  # so called, nobody can be asked
    example: str
    near: str | None = None


@dataclass(frozen=True, slots=True)
class AnonymityPhrase:
    """Words that say the source would not be named."""

    words: str
    example: str


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that holds its clause back from fact."""

    word: str  # a lemma; may be several words: "set to"
    pos: Pos
    modality: Modality
    example: str
    polarity: Polarity = "+"  # "-": "unlikely"
    weak: bool = False  # often no hedge: "could" is also the past of "can"; counts with another sign beside it
    near: str | None = None


@dataclass(frozen=True, slots=True)
class AssessmentCue:
    """A word by which somebody expects, fears, believes or judges, and its subject holds that view."""

    lemma: str
    attitude: Literal["expects", "fears", "hopes", "believes", "views", "doubts", "predicts", "warns"]
    frames: tuple[Frame, ...]
    example: str
    pos: Pos = "verb"
    prepositions: tuple[str, ...] = ()
    near: str | None = None


@dataclass(frozen=True, slots=True)
class AttitudeCue:
    """A word by which somebody wants, believes, feels, or speaks for, against or of something."""

    lemma: str
    frames: tuple[Frame, ...]
    example: str
    pos: Pos = "verb"
    prepositions: tuple[str, ...] = ()  # for the topic, as and gerund frames
    near: str | None = None


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that says of its complement whether it happens: "failed to sign", "agreed to withdraw"."""

    lemma: str
    modality: Modality  # of the complement
    complement: tuple[Frame, ...]  # "infinitive", "gerund", "that", "object" (a noun of action: "demanded a ceasefire")
    example: str
    pos: Pos = "verb"
    polarity: Polarity = "+"  # of the complement: "refused to sign" is "-"
    negated_modality: Modality | None = None  # of the complement when the word is negated; None: as ``modality``
    negated_polarity: Polarity | None = None  # None: the other one
    prepositions: tuple[str, ...] = ()  # before a gerund or object: "from" in "bar X from doing"
    doer: Doer = "subject"  # whose act the complement is
    near: str | None = None

    def holds(self, *, negated: bool) -> tuple[Modality, Polarity]:
        """Return how the complement holds: of "did not fail to sign" the signing is actual."""
        if not negated:
            return self.modality, self.polarity
        other: Polarity = "-" if self.polarity == "+" else "+"
        return self.negated_modality or self.modality, self.negated_polarity or other


@dataclass(frozen=True, slots=True)
class Negator:
    """A word that denies its clause, or the noun it stands before."""

    word: str
    scope: Literal["clause", "noun", "phrase"]
    example: str
    near: str | None = None


@dataclass(frozen=True, slots=True)
class ProvisionCue:
    """A word by which an instrument holds, permits, forbids or leaves something out; the instrument is its subject."""

    lemma: str  # with its particle: "provide for"; "stop short" takes "of"
    obligation: Obligation
    complement: tuple[Frame, ...]
    example: str
    pos: Pos = "verb"
    negated: Obligation | None = None  # what it says when negated: "does not include" is excluded; None: nothing
    prepositions: tuple[str, ...] = ()
    near: str | None = None


@dataclass(frozen=True)
class CueTable:
    """All cues, each kind in a tuple sorted as its file has it."""

    speech: tuple[SpeechCue, ...]
    speech_nouns: tuple[SpeechNoun, ...]
    source_phrases: tuple[SourcePhrase, ...]
    source_nouns: tuple[SourceNoun, ...]
    anonymity: tuple[AnonymityPhrase, ...]
    hedges: tuple[Hedge, ...]
    assessments: tuple[AssessmentCue, ...]
    attitudes: tuple[AttitudeCue, ...]
    governors: tuple[Governor, ...]
    negators: tuple[Negator, ...]
    provisions: tuple[ProvisionCue, ...]

    def says(self, lemma: str) -> SpeechCue | None:
        """Return the reporting verb of that lemma."""
        return self._speech.get(lemma)

    def said(self, noun: str) -> SpeechNoun | None:
        """Return the reporting noun of that lemma: "allegation"."""
        return self._speech_nouns.get(noun)

    def unnamed(self, noun: str) -> SourceNoun | None:
        """Return the noun for a source without a name: "source", "analyst"."""
        return self._source_nouns.get(noun)

    def hedge(self, word: str, pos: Pos) -> Hedge | None:
        """Return the hedge of that word and part of speech."""
        return self._hedges.get((word, pos))

    def assesses(self, lemma: str, pos: Pos = "verb") -> AssessmentCue | None:
        """Return the word of assessment of that lemma and part of speech."""
        return self._assessments.get((lemma, pos))

    def attitude(self, lemma: str, pos: Pos = "verb") -> AttitudeCue | None:
        """Return the word of attitude of that lemma and part of speech."""
        return self._attitudes.get((lemma, pos))

    def governs(self, lemma: str, pos: Pos = "verb") -> tuple[Governor, ...]:
        """Return what a word may say of its complement, in the table's order; choose by frame and doer."""
        return self._governors.get((lemma, pos), ())

    def governor(
        self, lemma: str, frame: Frame, *, pos: Pos = "verb", preposition: str | None = None, doer: Doer = "either"
    ) -> Governor | None:
        """Return what a word says of a complement of this frame, the one that asks for this preposition before others.

        "stopped firing" and "stopped them from firing" are two words of the table, told apart by "from"; "wants to
        sign" and "wants both to sign" by whose act it is.
        """
        fits = [g for g in self.governs(lemma, pos) if frame in g.complement]
        asked = [g for g in fits if preposition in g.prepositions]
        bare = [g for g in fits if not g.prepositions]
        ranked = (*asked, *bare, *fits)
        return next((g for g in ranked if doer == "either" or g.doer in (doer, "either")), next(iter(ranked), None))

    def provides(self, lemma: str, pos: Pos = "verb") -> ProvisionCue | None:
        """Return the word by which an instrument holds or leaves out something."""
        return self._provisions.get((lemma, pos))

    @cached_property
    def _speech(self) -> dict[str, SpeechCue]:
        return {cue.lemma: cue for cue in self.speech}

    @cached_property
    def _speech_nouns(self) -> dict[str, SpeechNoun]:
        return {cue.lemma: cue for cue in self.speech_nouns}

    @cached_property
    def _source_nouns(self) -> dict[str, SourceNoun]:
        return {cue.lemma: cue for cue in self.source_nouns}

    @cached_property
    def _hedges(self) -> dict[tuple[str, Pos], Hedge]:
        return {(cue.word, cue.pos): cue for cue in self.hedges}

    @cached_property
    def _assessments(self) -> dict[tuple[str, Pos], AssessmentCue]:
        return {(cue.lemma, cue.pos): cue for cue in self.assessments}

    @cached_property
    def _attitudes(self) -> dict[tuple[str, Pos], AttitudeCue]:
        return {(cue.lemma, cue.pos): cue for cue in self.attitudes}

    @cached_property
    def _governors(self) -> dict[tuple[str, Pos], tuple[Governor, ...]]:
        found: dict[tuple[str, Pos], tuple[Governor, ...]] = {}
        for cue in self.governors:
            found[cue.lemma, cue.pos] = (*found.get((cue.lemma, cue.pos), ()), cue)
        return found

    @cached_property
    def _provisions(self) -> dict[tuple[str, Pos], ProvisionCue]:
        return {(cue.lemma, cue.pos): cue for cue in self.provisions}


T = TypeVar("T")


def load_cues(sources: Sources) -> CueTable:
    """Read the tables of cues, one file for each."""

    def table(kind: type[T], name: str, key: str = "lemma") -> tuple[T, ...]:
        source = sources.one(f"cues/{name}.yaml")
        return decode_all(kind, source.content, where=f"ontology/{source.name}", key=key)

    return CueTable(
        speech=table(SpeechCue, "speech"),
        speech_nouns=table(SpeechNoun, "speech_nouns"),
        source_phrases=table(SourcePhrase, "source_phrases", "words"),
        source_nouns=table(SourceNoun, "source_nouns"),
        anonymity=table(AnonymityPhrase, "anonymity", "words"),
        hedges=table(Hedge, "hedges", "word"),
        assessments=table(AssessmentCue, "assessments"),
        attitudes=table(AttitudeCue, "attitudes"),
        governors=table(Governor, "governors"),
        negators=table(Negator, "negators", "word"),
        provisions=table(ProvisionCue, "provisions"),
    )
