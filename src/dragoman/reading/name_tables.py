"""What the tables and lists say of the words of a sentence, for the recogniser of names."""

from collections.abc import Mapping, Sequence

from dragoman.ontology.actors import ActorTable
from dragoman.ontology.names import load_names
from dragoman.reading.casing import Casing
from dragoman.reading.gazetteer import Entry, gazetteer
from dragoman.reading.name_features import Line, line_of
from dragoman.reading.tokens import plain

_OF_KIND = {"state": "S", "person": "N", "organisation": "O", "company": "O", "armed_group": "O", "outlet": "O"}
_LONG = 4  # letters; a word in capitals with fewer is an acronym, and no name in dress


def seen(text: str, spans: Sequence[tuple[int, int]], *, actors: ActorTable, casing: Casing) -> Line:
    """Return a sentence as the recogniser sees it; ``spans`` are its words, offsets into ``text``."""
    forms = [plain(text[start:end]) for start, end in spans]
    return line_of(forms, _told(spans, _hits(text, actors), [_listed(form, load_names()) for form in forms]), casing)


def _listed(form: str, names: Mapping[str, str]) -> str:
    """Return the letters of the lists a word is in; the heads of names are small in theirs ("river")."""
    if form.islower():
        return names.get(form, "") or names.get(form.capitalize(), "")
    named = names.get(form, "") or (names.get(form.capitalize(), "") if form.isupper() and len(form) >= _LONG else "")
    return named + names.get(form.lower().rstrip("."), "")


def _hits(text: str, actors: ActorTable) -> dict[int, tuple[int, str]]:
    """Return what the table of actors knows in a text, by where it begins: its end, and what it is."""
    found = {}
    for hit in gazetteer(actors).hits(text):
        found[hit.start] = (hit.end, _sort(hit.entry, actors))
    return found


def _sort(entry: Entry, actors: ActorTable) -> str:
    if entry.blocked:
        return "X"
    if entry.senses:
        first = entry.senses[0]
        if first.form in ("adjective", "demonym"):
            return "A"
        return "C" if first.form == "capital" else _OF_KIND.get(actors.get(first.actor).kind, "B")
    return "P" if entry.place else "T" if entry.title else "U"


def _told(spans: Sequence[tuple[int, int]], hits: Mapping[int, tuple[int, str]], known: Sequence[str]) -> list[str]:
    """Return the letter of the name each word is in, with its place there, before the letters of the word alone."""
    told = list(known)
    until, sort, begun = -1, "", 0
    for n, (start, end) in enumerate(spans):
        if start in hits:
            until, sort, begun = *hits[start], n
        if end <= until:
            told[n] = f"{sort}{'B' if n == begun else 'I'}{'.' if end == until else ''}{known[n]}"
    return told
