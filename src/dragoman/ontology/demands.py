"""What the words of the tables ask of a sentence before a cue can fit: all that can be asked without a parse.

Each cue is turned into its words in every form they are printed in, and the sets of other words of which one must
stand in the same sentence: of "hold" with an object of "@talks", a form of "hold" and one of "talk", "meeting" and
so on. A demand that only a parse can answer (a role, a tense, an order) is left out, so that a sentence in which a cue
fits always meets the cue's demands; a sentence that meets them need not tell anything.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.ontology.cue import Frame
from dragoman.ontology.lexicon import Irregular, inflected

if TYPE_CHECKING:
    from dragoman.ontology import Ontology
    from dragoman.ontology.codebook import Cue, Need

Sets = tuple[frozenset[str], ...]
Table = Mapping[str, tuple[Sets, ...]]

CLASSES = frozenset({"ACTOR", "PARTY", "NOT_ACTOR", "any"})  # what no word tells
OPENS_WITH_IT = "^it"  # stands among the words of a sentence that begins with "it": so an instrument is taken up
CONTENT: frozenset[Frame] = frozenset({"that", "wh", "quote", "colon"})  # what is said is a clause, and has no mark
# how coders tell a provision without the instrument as subject: "under the pact", "left out of", "runs for"
UNDER = frozenset({"under", "as part of", "in line with", "according to", "in keeping with"})
# with the instrument after "of" or "from", what is named is not in it
LEFT_OUT = frozenset({"leave out", "leave", "exclude", "omit", "drop", "exempt", "strike"})
# passives by which something is in an instrument, or is not: "the port is not included"
HELD = frozenset({"include", "cover", "mention", "address", "affect", "settle", "exempt"}) - LEFT_OUT
LASTING = frozenset({"run", "last"})
# American and British endings: a cue is written in one spelling and read in both
SPELLINGS = (("ization", "isation"), ("ize", "ise"), ("izing", "ising"), ("ized", "ised"), ("izes", "ises"),
             ("yze", "yse"), ("yzing", "ysing"), ("yzed", "ysed"), ("or", "our"), ("ored", "oured"),
             ("ors", "ours"), ("oring", "ouring"), ("ense", "ence"), ("enses", "ences"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Demands:
    """For each printed form of a table's word, the sets of forms of which a sentence must hold one each.

    A form with an empty tuple of sets asks for nothing more.
    """

    acts: Table  # events and relations: somebody must be named besides
    treaties: Table  # steps and provisions of an instrument, which may be all that is named
    speech: Table  # reporting verbs: somebody who speaks must stand beside them
    views: frozenset[str]  # verbs of assessment: who holds the view must stand before them, or they are passive
    past: frozenset[str]  # past forms and participles of all irregular verbs: "said"
    officials: frozenset[str]  # nouns of whom one quotes without a name: "officials", "analysts"
    guesses: frozenset[str]  # auxiliaries by which an outlet holds something possible
    claims: frozenset[str]  # nouns for something said: "allegation"


def load_demands(ontology: "Ontology") -> Demands:
    """Gather what the words of all tables ask."""
    cues, forms = ontology.cues, _Forms(ontology)
    acts = _merged((*_events(ontology, forms), *_relations(ontology, forms), *_taken_up(ontology, forms)))
    speech = _merged(_speech(ontology, forms))
    held = (cue.lemma.split()[0] for cue in cues.assessments if cue.pos == "verb")
    return Demands(
        acts=acts,
        treaties=_merged(_steps(ontology, forms)),
        speech=speech,
        views=frozenset(form for verb in held for form in forms.of(verb, verb=True)),
        past=frozenset(w for one in ontology.lexicon.irregular for w in (one.past, one.participle)),
        officials=frozenset(f for noun in cues.source_nouns for f in forms.of(noun.lemma.split()[-1])),
        guesses=frozenset(h.word for h in cues.hedges if h.pos == "auxiliary"),
        claims=frozenset(f for noun in cues.speech_nouns for f in forms.of(noun.lemma)),
    )


class _Forms:
    """Words in every form they are printed in."""

    def __init__(self, ontology: "Ontology") -> None:
        self._odd: dict[str, list[Irregular]] = {one.lemma: [one] for one in ontology.lexicon.irregular}
        self._irregular: dict[str, list[str]] = {}
        for pair in ontology.events.listed("irregular"):
            form, base = pair.split()
            self._irregular.setdefault(base, []).append(form)
        self._known: dict[tuple[str, bool], frozenset[str]] = {}

    def of(self, word: str, *, verb: bool = False) -> frozenset[str]:
        """Return the forms of one word: a verb's, or a noun's in both numbers."""
        key = (word, verb)
        if key not in self._known:
            self._known[key] = frozenset(_spelt(self._verb(word) if verb else self._noun(word)))
        return self._known[key]

    def any_of(self, entries: Iterable[str]) -> frozenset[str] | None:
        """Return the forms of the last words of some entries, None where one of them is a class and no word."""
        listed = tuple(entries)
        if CLASSES & set(listed):
            return None
        return frozenset().union(*(self.of(e.split()[-1]) | self.of(e.split()[0], verb=True) for e in listed))

    def _verb(self, lemma: str) -> Iterator[str]:
        yield from inflected(lemma, None)
        if lemma[-1:] not in "aeiouwxy" and lemma[-2:-1] in "aeiou":
            yield from (f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")  # "acquitted", wherever it is stressed
        for odd in self._odd.get(lemma, ()):
            yield from inflected(lemma, odd)
        yield from self._irregular.get(lemma, ())

    def _noun(self, word: str) -> Iterator[str]:
        yield from (*self.things(word), f"{word}ed", f"{word}ing", f"{word}al")

    def things(self, word: str) -> Iterator[str]:
        """Yield a noun in both numbers, as what it is and not what is done."""
        yield from (word, f"{word}s", f"{word}es")
        if word.endswith("y"):
            yield word[:-1] + "ies"
        if word.endswith("man"):
            yield word[:-3] + "men"
        yield from {"person": ("people",), "child": ("children",), "foot": ("feet",)}.get(word, ())


def _spelt(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        low = form.lower()
        yield low
        for one, other in SPELLINGS:
            if low.endswith(one):
                yield low.removesuffix(one) + other
            if low.endswith(other):
                yield low.removesuffix(other) + one


Entry = tuple[str, Sets]


def _merged(entries: Iterable[Entry]) -> Table:
    """Return the demands by form; where one asks for nothing, the others are idle."""
    found: dict[str, dict[Sets, None]] = {}
    for form, sets in entries:
        found.setdefault(form, {})[sets] = None
    return {form: ((),) if () in sets else tuple(sets) for form, sets in found.items()}


def _events(ontology: "Ontology", forms: _Forms) -> Iterator[Entry]:
    for cue in (cue for entry in ontology.events.types for cue in entry.cues):
        near = _needed(forms.any_of(cue.near) if cue.near else None)
        for verb in cue.verbs:
            first, *rest = verb.split()
            sets = (*(forms.of(word) for word in rest), *_of_cue(cue, forms), *near)
            yield from ((form, sets) for form in forms.of(first, verb=True))
        for noun in cue.nouns:
            *others, last = noun.split()
            sets = (*(forms.of(word) for word in others), *_cases(cue.needs, forms), *near)
            yield from ((form, sets) for form in forms.of(last))


def _of_cue(cue: "Cue", forms: _Forms) -> Iterator[frozenset[str]]:
    for words in (cue.objects, cue.subjects):
        yield from _needed(forms.any_of(words) if words else None)
    yield from _cases(cue.needs, forms)
    if cue.content == ("to",):
        yield frozenset({"to"})


def _needed(found: frozenset[str] | None) -> tuple[frozenset[str], ...]:
    return () if found is None else (found,)


def _cases(needs: Iterable["Need"], forms: _Forms) -> Iterator[frozenset[str]]:
    """Yield the prepositions of which one must stand there, and the words behind them where all ask for words."""
    listed = tuple(needs)
    if not listed:
        return
    yield frozenset(need.case.split()[0] for need in listed)
    wanted = [forms.any_of(need.words) for need in listed]
    if all(w is not None for w in wanted):
        yield frozenset().union(*(w for w in wanted if w is not None))


def _steps(ontology: "Ontology", forms: _Forms) -> Iterator[Entry]:
    """Yield the words of acts and provisions; an instrument or what carries it stands beside them."""
    done_to = _done_to(ontology, forms)
    for word in (word for entry in ontology.acts.entries for word in entry.words):
        rest = tuple(frozenset({w}) for w in (*word.lemma.split()[1:], *(word.fixed or "").split()))
        listed = forms.of(word.lemma.split()[0], verb=word.pos == "verb")
        for one in dict.fromkeys(way for o in ("instrument", *word.objects) for way in done_to.get(o, ())):
            yield from ((form, (*rest, *one)) for form in listed)
    for cue in ontology.cues.provisions:
        first, *more = cue.lemma.split()
        yield from _held(forms.of(first, verb=cue.pos == "verb"), tuple(forms.of(w) for w in more), done_to)
    for phrase in UNDER:
        yield from _held({phrase.split()[-1]}, tuple(frozenset({w}) for w in phrase.split()), done_to)
    for verb in LEFT_OUT | LASTING | HELD:
        yield from _held(forms.of(verb.split()[0], verb=True), (), done_to)


def _held(listed: Iterable[str], sets: Sets, done_to: Mapping[str, tuple[Sets, ...]]) -> Iterator[Entry]:
    """Yield some forms with what they ask for and an instrument beside them."""
    return ((form, (*sets, *one)) for form in listed for one in done_to["instrument"])


def _taken_up(ontology: "Ontology", forms: _Forms) -> Iterator[Entry]:
    """Yield the verbs of acts with "it" for the instrument: "the Senate had approved it", where who did is named."""
    for word in (word for entry in ontology.acts.entries for word in entry.words if word.pos == "verb"):
        first, *rest = word.lemma.split()
        sets = (*(frozenset({w}) for w in (*rest, *(word.fixed or "").split())), frozenset({"it", "them"}))
        yield from ((form, sets) for form in forms.of(first, verb=True))


def _done_to(ontology: "Ontology", forms: _Forms) -> Mapping[str, tuple[Sets, ...]]:
    """Return the nouns of what may be signed, passed or exchanged, by its kind."""
    kinds, words = ontology.instruments.kinds, ontology.instruments.words
    heads = [*words.referring, *(head for kind in kinds if not kind.needs_modifier for head in kind.heads)]
    heads += [
        f"{word} {head}" for kind in kinds if kind.needs_modifier for head in kind.heads for word in kind.modified
    ]
    heads += _without(heads, (name for name, _ in ontology.instruments.names))
    found: dict[str, tuple[Sets, ...]] = {"instrument": ((frozenset({OPENS_WITH_IT}),), *_nouns(heads, forms))}
    for entry in ontology.acts.objects:
        found[entry.object] = (*found.get(entry.object, ()), *_nouns(entry.nouns, forms))
    return found


def _nouns(entries: Iterable[str], forms: _Forms) -> Iterator[Sets]:
    """Yield the forms of single nouns, and of the last words of longer ones with what opens them: "peace plan"."""
    listed = [entry.lower().split() for entry in entries]
    alone = {words[0] for words in listed if len(words) == 1}
    yield (frozenset(form for word in alone for form in forms.things(word)),)
    opened: dict[str, set[str]] = {}
    for first, *_, last in (words for words in listed if len(words) > 1 and words[-1] not in alone):
        opened.setdefault(last, set()).add(first)
    for last, firsts in opened.items():
        yield frozenset(forms.things(last)), frozenset(form for word in firsts for form in forms.things(word))


def _without(heads: Iterable[str], names: Iterable[str]) -> list[str]:
    """Return the names that hold none of the heads: a "Convention on the Law of the Sea" is found as a convention."""
    known = {head.lower().split()[-1] for head in heads}
    return [name for name in names if known.isdisjoint(name.lower().split())]


def _relations(ontology: "Ontology", forms: _Forms) -> Iterator[Entry]:
    for cue in ontology.relations.entries:
        modified = _needed(forms.any_of(cue.modified) if cue.modified else None)
        for noun in cue.nouns:
            yield from ((form, modified) for form in forms.of(noun.split()[-1]))
        objects = _needed(forms.any_of(cue.objects) if cue.objects else None)
        for verb in cue.verbs:
            yield from ((form, objects) for form in forms.of(verb.split()[0], verb=True))


def _speech(ontology: "Ontology", forms: _Forms) -> Iterator[Entry]:
    said = frozenset(f for noun in ontology.cues.speech_nouns for f in forms.of(noun.lemma))
    for cue in ontology.cues.speech:
        first, *rest = cue.lemma.split()
        particle = tuple(frozenset({w}) for w in rest)
        frames = set(cue.frames)
        ways: list[Sets] = [()] if CONTENT & frames else []
        ways += [(frozenset(cue.prepositions),)] if "gerund" in frames and cue.prepositions else []
        ways += [()] if "gerund" in frames and not cue.prepositions else []
        ways += [(frozenset({"to"}),)] if "infinitive" in frames else []
        ways += [(frozenset({"as"}),)] if "as" in frames else []
        nouns = frozenset(f for noun in cue.nouns for f in forms.of(noun.split()[-1]))
        ways += [(nouns or said,)] if "object" in frames else []
        yield from ((form, (*particle, *way)) for way in ways for form in forms.of(first, verb=True))
