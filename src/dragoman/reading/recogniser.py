"""Recognises names of persons, places and organisations that no table knows.

A linear model, trained by us, over what stands in and around the words (``name_features``); the best row of labels is
found for each run of words that may be of names. Persons are PER, places LOC, organisations and bodies ORG.
"""

import gzip
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from dragoman.errors import EngineError
from dragoman.ontology.actors import ActorTable
from dragoman.reading.casing import Casing
from dragoman.reading.gazetteer import Entry, gazetteer
from dragoman.reading.name_features import Line, Told, features, line_of, listed, runs
from dragoman.reading.tokens import plain, words

MODELS = Path(__file__).parents[1] / "models"
SHIPPED = MODELS / "names"
Kind = Literal["PER", "LOC", "ORG"]
LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
_NEVER = -1e9
_OF_KIND = {"state": "S", "person": "N", "organisation": "O", "company": "O", "armed_group": "O", "outlet": "O"}


@dataclass(frozen=True, slots=True)
class Name:
    """A recognised name; offsets as those of the text that was given."""

    start: int
    end: int
    kind: Kind


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where the words of a sentence stand."""
    return words(text)


def looked_up(text: str, actors: ActorTable) -> dict[int, tuple[int, str]]:
    """Return what the tables know in a text, by where it begins: its end, and what it is."""
    found = {}
    for hit in gazetteer(actors).hits(text):
        if kind := _sort(hit.entry, actors):
            found[hit.start] = (hit.end, kind)
    return found


def _sort(entry: Entry, actors: ActorTable) -> str:
    if entry.blocked:
        return "X"
    if entry.senses:
        first = entry.senses[0]
        if first.form in ("adjective", "demonym"):
            return "A"
        if first.form == "capital":
            return "C"
        return _OF_KIND.get(actors.get(first.actor).kind, "B")
    return "P" if entry.place else "T" if entry.title else "U"


LISTS = Path(__file__).parents[1] / "ontology" / "names"
_LISTED = {"given": "g", "surnames": "s", "places": "p", "bodies": "b"}
_HEADS = {"organisations": "O", "places": "P", "persons": "T"}


@lru_cache(maxsize=1)
def lists() -> dict[str, str]:
    """Return the words of the lists of names, each with a letter for every list it is in."""
    found: dict[str, str] = {}
    for name, letter in _LISTED.items():
        for word in _words_of((LISTS / f"{name}.txt").read_text(encoding="utf-8")):
            if letter not in found.get(word, ""):
                found[word] = found.get(word, "") + letter
    for line in (LISTS / "heads.txt").read_text(encoding="utf-8").splitlines():
        name, _, heads = line.partition(": ")
        for word in heads.split() if name in _HEADS else ():
            if _HEADS[name] not in found.get(word, ""):
                found[word] = found.get(word, "") + _HEADS[name]
    return found


def _words_of(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from line.split()


def _known(form: str, listed: Mapping[str, str]) -> str:
    """Return what the lists say of a word; the heads of names are small in the list, all others as they are printed."""
    if form.islower():
        return listed.get(form, "") or listed.get(form.capitalize(), "")
    named = listed.get(form, "") or (listed.get(form.capitalize(), "") if form.isupper() and len(form) > 3 else "")
    return named + listed.get(form.lower().rstrip("."), "")


def seen(text: str, spans: Sequence[tuple[int, int]], *, actors: ActorTable, casing: Casing, lists: Mapping[str, str]) -> Line:
    """Return a sentence as the recogniser sees it."""
    forms = [plain(text[start:end]) for start, end in spans]
    known = [_known(form, lists) for form in forms]
    return line_of(forms, listed(spans, looked_up(text, actors), known), casing)
