"""Persons: names after titles, what the table knows of them, and who is meant by a surname."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.model.actor import Actor
from dragoman.ontology.actors import ActorTable
from dragoman.ontology.actors.table import slug_of
from dragoman.ontology.names import load_names
from dragoman.reading.setting import DAYS

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĠĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ]"
_WORD = (
    rf"(?:{_CAPITAL}\.(?:-?{_CAPITAL}\.)?"
    rf"|(?:(?:al|el|ad|an|ar|as|ash|at|az|ul)-|[Dd]['’]|O['’])?{_CAPITAL}(?:[\w]|-(?=\w)|['’](?!s\b)(?=\w))*)"
)
_PARTICLE = "(?:al|el|bin|bint|ibn|von|van|der|den|de|da|do|dos|das|di|du|del|la|le|ould|abu|ben|y|e|ul)"
HONORIFIC = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Sheikh|Shaikh|Prince|Princess|Prof|Professor|Ayatollah|Hojatoleslam|Hajji"
    r"|Gen|Lt|Maj|Brig|Col)\.?[ \u00a0])*"
)
NAME = re.compile(
    rf"{HONORIFIC}(?P<name>{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,3}}{_WORD}){{0,4}}(?:,? Jr\.?)?)"
)
NAME_BEFORE = re.compile(
    rf"(?P<name>{_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,3}}{_WORD}){{1,4}}),[ \u00a0]"
    r"(?:(?:the|a|an)[ \u00a0])?\Z"
)
# Jan, April, May, June and August are names too
_NO_NAME = (DAYS - frozenset("Jan April May June August".split())) | frozenset(
    "The A An In On At By And Or But To For With Of From He She It They His Her Its Their This That These Those Also "
    "Both As After Before While When If Mr Mrs Ms Dr I We You Our My Not No Yes Who What Why How Is Was "
    "Are Were Has Had Have Said Will Would".split()
)

# states whose people are told with the family's name first: "Chen Guoming", then "Chen"
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "SGP"})

# whose people have the father's family's name before the mother's: "Ana Restrepo Vargas", then "Restrepo"
_TWO_FAMILIES = frozenset("ARG BOL CHL COL CRI CUB DOM ECU ESP GNQ GTM HND MEX NIC PAN PER PRY SLV URY VEN".split())
# whose people are called by their own name, for the other is their father's
_GIVEN_NAMED = frozenset({"ISL", "ETH", "ERI", "MYS", "BRN", "IDN", "THA", "BTN"})

_FIRST_TOO = frozenset({"Said", "Will"})  # verbs that are first names too

# what follows a title and is no person: "General Services Administration", "official Twitter account"
_NO_PERSON = re.compile(
    r"\b(?:Administration|Services?|Electric|Motors|Council|Office|Committee|Hospital|City|Mosque|Palace|Airport|Airlines"
    r"|University|Street|Bank|Department|Agency|Ministry|Party|Institute|Cent(?:er|re)|Act|Bill|House|Court|Hotel|Twitter"
    r"|Android|Facebook|Telegram|Weibo|YouTube|Instagram|Candidate|Public|Secretariat|Assembly|Debate|Conference|Union"
    r"|Federation|Association|Commission|Authority|Board|Company|Corporation|Group|Games|Cup|Award|Prize|Summit|Treaty)\b"
)


def name_at(text: str, *, known: int = 0) -> tuple[int, int] | None:
    """Return where a person's name stands at the start of ``text``; ``known`` is how far a name of the table goes."""
    found = NAME.match(text)
    if found is None:
        return None
    start, end = found.span("name")
    words = list(re.finditer(r"[^ \u00a0]+", text[start:end]))
    first = _FIRST_TOO if len(words) > 1 else frozenset()  # "Said Rahimi"
    stop = next(
        (w.start() for w in words if (n := w.group().strip(".,")) in _NO_NAME and not (w.start() == 0 and n in first)),
        None,
    )
    if stop is not None:
        end = start + len(text[start : start + stop].rstrip())
    if _NO_PERSON.search(text[start:end]):
        return None
    return (start, end) if end > max(start, known) or (known and end >= start) else None


def surname(name: str) -> str:
    """Return a name's last word with the particles before it."""
    words = re.sub(r",? Jr\.?\Z", "", name).split()
    start = len(words) - 1
    while start > 1 and words[start - 1][:1].islower():
        start -= 1
    return " ".join(words[start:])


_WHOLE = frozenset("organisation armed_group group company".split())


def _says_more(owner: Actor) -> bool:
    """Whether whose somebody is says more than his title: a director of the CIA, a spokesman of the Commission."""
    return owner.country is None or (owner.kind == "body" and "GOV" not in owner.sector)


class People:
    """The persons of one article, as the text introduces them."""

    def __init__(self, actors: ActorTable) -> None:
        """Start with nobody."""
        self._actors = actors
        self._by_name: dict[str, Actor] = {}
        self._by_surname: dict[str, dict[str, Actor]] = {}

    def introduce(self, name: str, *, owner: Actor | None, slug: str | None, former: bool) -> Actor:
        """Return who a name with a title means, and remember the person."""
        known = self._by_name.get(name) or self._of_table(name) or self._short(name, owner, slug)
        person = known or self._new(name, owner, slug)
        if (
            owner is not None
            and owner.country
            and person.country != owner.country
            and (known is None or owner.kind != "organisation")
        ):
            person = replace(person, country=owner.country)  # the article knows better than the table
        if former:
            person = replace(person, sector=("ELI",))
        elif slug and person.sector == ("ELI",):
            person = replace(person, sector=self._actors.office(slug).sector)  # told of when in office
        self.remember(name, person)
        return person

    def remember(self, name: str, person: Actor) -> None:
        """Let the person's surname mean the person from here on, and before."""
        self._by_name.setdefault(name, person)
        if " " in name:
            shorts = {*self._actors.surnames(person.id)} or set(self._shorts(name, person.country))
            shorts |= {s.removeprefix("al-") for s in shorts if s.startswith("al-")}
            for short in shorts:
                self._by_surname.setdefault(short, {})[person.id] = self._by_name[name]
        else:
            self._by_surname.setdefault(name, {}).setdefault(person.id, person)

    def _shorts(self, name: str, country: str | None) -> Iterator[str]:
        """Yield what a person may be called for short; where the family's name comes first, that as well."""
        first = name.split()[0]
        yield surname(name)
        words = name.split()
        if country in _TWO_FAMILIES and len(words) > 2 and "g" not in load_names().get(words[-2], ""):
            yield words[-2]
        if country in _GIVEN_NAMED:
            yield first
        if country in _FAMILY_FIRST or (country is None and first in self._by_surname):
            yield first

    def called(self, short: str) -> tuple[Actor, ...]:
        """Return the persons of the article with a surname."""
        return tuple(p for _, p in sorted(self._by_surname.get(short, {}).items()))

    def surnames(self) -> Iterator[str]:
        """Return every surname of the article, the longest first."""
        return iter(sorted(self._by_surname, key=lambda s: (-len(s), s)))

    def named(self, name: str) -> tuple[Actor, ...]:
        """Return the person of the article with a full name."""
        return (self._by_name[name],) if " " in name and name in self._by_name else ()

    def names(self) -> Iterator[str]:
        """Return every full name of the article."""
        return (name for name in self._by_name if " " in name)

    def _of_table(self, name: str) -> Actor | None:
        found = [s.actor for s in self._actors.lookup(name) if s.actor.startswith("person/")]
        return self._actors.get(found[0]) if len(found) == 1 else None

    def _short(self, name: str, owner: Actor | None, slug: str | None) -> Actor | None:
        """ "President Pezeshkian": somebody of the article, or who the table says held that office."""
        if " " in name:
            return None
        if len(told := self.called(name)) == 1:
            return told[0]
        state = owner.country if owner else None
        if state and slug:
            held = {t.person for t in self._actors.terms(f"{state}/{slug}") if name in self._actors.surnames(t.person)}
            if len(held) == 1:
                return self._actors.get(held.pop())
        alone = self._actors.alone().get(name)
        person = self._actors.get(alone) if alone else None
        return person if person and (state is None or person.country in (None, state)) else None

    def _new(self, name: str, owner: Actor | None, slug: str | None) -> Actor:
        sector = self._actors.office(slug).sector if slug else ()
        if owner is not None and owner.sector and (owner.kind in _WHOLE or _says_more(owner)):
            sector = owner.sector
        return Actor(f"person/{slug_of(name)}", name, "person", owner.country if owner else None, sector)
