"""The verbs of all tables in every form they are printed in: what a cheap look at a sentence can go by."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.errors import OntologyError
from dragoman.ontology.compile import Sources

if TYPE_CHECKING:
    from dragoman.ontology import Ontology

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Irregular:
    """A verb whose past is not made with -ed."""

    lemma: str
    past: str
    participle: str


@dataclass(frozen=True)
class Lexicon:
    """The verbs our tables know, and their forms."""

    verbs: tuple[str, ...]  # lemmas of one word, sorted
    irregular: tuple[Irregular, ...]

    def verb(self, form: str) -> str | None:
        """Return the lemma a printed form is of; None: no verb of ours, or one of two ("found")."""
        lemmas = self._by_form.get(form.lower(), ())
        return lemmas[0] if len(lemmas) == 1 else None

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Every form of every verb, sorted."""
        return tuple(sorted(self._by_form))

    @cached_property
    def _by_form(self) -> dict[str, tuple[str, ...]]:
        odd = {one.lemma: one for one in self.irregular}
        found: dict[str, tuple[str, ...]] = {}
        for lemma in self.verbs:
            for form in dict.fromkeys(inflected(lemma, odd.get(lemma))):
                found[form] = (*found.get(form, ()), lemma)
        return found


def inflected(lemma: str, odd: Irregular | None) -> Iterator[str]:
    """Yield the forms of a verb, British and American: "initialled" and "initialed"."""
    yield lemma
    yield _third(lemma)
    for stem in _stems(lemma):
        yield stem + "ing"
        if odd is None:
            yield stem.removesuffix("e") + "ed"  # "agreeing", but "agreed"
    if odd is None and _y_after_consonant(lemma):
        yield lemma[:-1] + "ied"
    if odd is not None:
        yield odd.past
        yield odd.participle


def _third(lemma: str) -> str:
    if _y_after_consonant(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _y_after_consonant(lemma: str) -> bool:
    return len(lemma) > 1 and lemma.endswith("y") and lemma[-2] not in VOWELS


def _stems(lemma: str) -> Iterator[str]:
    """Yield what -ing and -ed are put after: "rul", "stopp", "initial" and "initiall"."""
    if lemma.endswith("ee"):
        yield lemma
    elif lemma.endswith("e"):
        yield lemma[:-1]
    elif re.search(r"[^aeiou][aeiou][^aeiouwxy]$", lemma) or lemma.endswith("ial"):
        yield lemma + lemma[-1]
        # one vowel: the consonant is always doubled, and "stared" is of "stare"; more: it depends on the stress
        if len(re.findall(r"[aeiou]+", lemma)) > 1:
            yield lemma
    else:
        yield lemma


def load_lexicon(ontology: "Ontology", sources: Sources) -> Lexicon:
    """Gather the verbs of acts, cues and event types."""
    content = sources.one("verbs.yaml").content
    if not isinstance(content, dict):
        raise OntologyError("ontology/verbs.yaml: expected verbs with their past and participle")
    irregular = []
    for lemma, pair in content.items():
        if not isinstance(pair, list) or len(pair) != 2:
            raise OntologyError(f"ontology/verbs.yaml: {lemma}: expected [past, participle], found {pair!r}")
        irregular.append(Irregular(lemma, str(pair[0]), str(pair[1])))
    return Lexicon(tuple(sorted(set(_first_words(_verbs(ontology))))), tuple(irregular))


def _verbs(ontology: "Ontology") -> Iterator[str]:
    yield from (word.lemma for entry in ontology.acts.entries for word in entry.words if word.pos == "verb")
    cues = ontology.cues
    yield from (cue.lemma for cue in cues.speech)
    yield from (cue.lemma for cue in cues.assessments if cue.pos == "verb")
    yield from (cue.lemma for cue in cues.governors if cue.pos == "verb")
    yield from (cue.lemma for cue in cues.provisions if cue.pos == "verb")
    yield from (verb for entry in ontology.events.types for cue in entry.cues for verb in cue.verbs)


def _first_words(lemmas: Iterable[str]) -> Iterator[str]:
    """Yield the verb of each lemma without its particle, and leave out classes such as ``ANY``."""
    for lemma in lemmas:
        first = lemma.split()[0]
        if first.isalpha() and first.islower() and first != "any":
            yield first
