"""The table of actors: looked up by id, by alias, by office and date."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

from dragoman.errors import OntologyError, UnknownName
from dragoman.model.actor import Actor
from dragoman.model.terms import ActorKind

HERE = Path(__file__).parent
Form = Literal["name", "adjective", "demonym", "metonym", "capital"]


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing an alias may mean."""

    actor: str  # Actor.id
    form: Form


@dataclass(frozen=True, slots=True)
class Legislature:
    """A state's parliament and, where it has two, its chambers."""

    whole: Actor
    lower: Actor | None
    upper: Actor | None

    @property
    def chambers(self) -> tuple[Actor, ...]:
        """The bodies that vote: both chambers, or the one parliament."""
        parts = tuple(c for c in (self.lower, self.upper) if c is not None)
        return parts or (self.whole,)


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office, as far as its source vouches for it."""

    person: str  # Actor.id
    start: str  # ISO day
    end: str | None  # ISO day; None: not known to have ended
    known_to: str  # ISO day up to which an open term is vouched for

    def covers(self, day: str) -> bool:
        """Say whether the person is known to have held the office on ``day``."""
        return self.start <= day <= (self.end or self.known_to)


@dataclass(frozen=True, slots=True)
class Office:
    """What every state may have: a ministry, an army, a president."""

    slug: str
    kind: ActorKind
    sector: tuple[str, ...]
    name: str  # after the state's adjective: "foreign ministry"


class ActorTable:
    """Actors by id and by every name they go by; built once, never changed."""

    def __init__(self, content: Mapping[str, Any], leaders: Mapping[str, Any]) -> None:
        """Take the tables as ``tools/build_world.py`` writes them."""
        self._rows: Mapping[str, Sequence[Any]] = content["actors"]
        self._senses: Mapping[str, Sequence[tuple[str, Form]]] = content["senses"]
        self._content = content
        self._terms, newer = _terms(content, leaders)
        self._rows = {**self._rows, **newer}
        self._senses = {**self._senses, **{row[0]: [(key, "name")] for key, row in newer.items()}}
        self._made: dict[str, Actor] = {}

    @classmethod
    def load(cls) -> "ActorTable":
        """Return the table shipped with the package, read once."""
        return load_actors()

    def get(self, actor: str) -> Actor:
        """Return the actor of an id; offices and ministries exist for every state.

        Raises:
            UnknownName: no actor has that id.
        """
        found = self._made.get(actor) or self._make(actor)
        if found is None:
            raise UnknownName(
                f"no actor called {actor!r}; ids look like IRN, IRN/legislature, IRN/foreign-ministry, NATO"
            )
        self._made[actor] = found
        return found

    def _make(self, actor: str) -> Actor | None:
        if row := self._rows.get(actor):
            name, kind, country, sector, cow, gw, wikidata = row
            return Actor(actor, name, kind, country, tuple(sector), (), cow, gw, wikidata)
        owner, _, slug = actor.partition("/")
        if owner not in self._rows or (office := self._content["offices"].get(slug)) is None:
            return None
        kind, sector, name, chamber = office
        country = self._rows[owner][2]
        if chamber is not None or not country:
            return None
        return Actor(actor, f"{self.adjective(owner)} {name}", kind, country, tuple(sector))

    def lookup(self, alias: str) -> tuple[Sense, ...]:
        """Return what an alias may mean, letter case as printed; nothing for a stranger."""
        return tuple(Sense(actor, form) for actor, form in self._senses.get(alias, ()))

    def aliases(self) -> Iterator[str]:
        """Return every alias, sorted."""
        return iter(self._senses)

    def ids(self) -> Iterator[str]:
        """Return the ids of all actors listed by name, sorted."""
        return iter(self._rows)

    def adjective(self, state: str) -> str:
        """Return the adjective of a state ("Dutch"), or of anything else its name."""
        found = self._content["adjectives"].get(state)
        return cast(str, found) if found else self.get(state).name

    def office(self, slug: str) -> Office:
        """Return an office that every state may have.

        Raises:
            UnknownName: there is no such office.
        """
        row = self._content["offices"].get(slug)
        if row is None:
            raise UnknownName(f"no office called {slug!r}; known: {', '.join(sorted(self._content['offices']))}")
        return Office(slug, row[0], tuple(row[1]), row[2])

    def body(self, owner: str, slug: str) -> Actor | None:
        """Return what ``slug`` is in a state: its ministry, army or chamber; of an organisation, itself."""
        if owner not in self._content["adjectives"]:
            return self.get(owner)
        if not slug.startswith("legislature"):
            return self._made.get(f"{owner}/{slug}") or self.get(f"{owner}/{slug}")
        parliament = self.legislature(owner)
        if parliament is None:
            return None
        if slug == "legislature/lower":
            return parliament.lower or parliament.whole
        if slug == "legislature/upper":
            return parliament.upper or (None if parliament.lower is None else parliament.whole)
        return parliament.whole

    def legislature(self, state: str) -> Legislature | None:
        """Return the parliament of a state with its chambers, or None where we know of none."""
        row = self._content["legislatures"].get(state)
        if row is None:
            return None
        whole, lower, upper = row
        return Legislature(self.get(whole), lower and self.get(lower), upper and self.get(upper))

    def seats(self, chamber: str, on: date) -> int | None:
        """Return how many seats a chamber had on a day, or None where the table does not cover it."""
        row = self._content["seats"].get(chamber)
        if row is None or row[0] is None or not row[1] <= on.isoformat() <= row[2]:
            return None
        return cast(int, row[0])

    def holder(self, office: str, on: date) -> Actor | None:
        """Return who held an office on a day; None where the table does not cover the day or its sources differ."""
        day = on.isoformat()
        covering = [t for t in self._terms.get(office, ()) if t.covers(day)]
        # on the day of a change the new holder has the office
        latest = [t for t in covering if t.end != day] or covering
        persons = {t.person for t in latest}
        return self.get(persons.pop()) if len(persons) == 1 else None

    def terms(self, office: str) -> tuple[Term, ...]:
        """Return all terms known of an office."""
        return self._terms.get(office, ())

    def offices_of(self, person: str, on: date | None = None) -> tuple[str, ...]:
        """Return the offices a person is known to have held (on a day, where one is given), sorted."""
        day = on.isoformat() if on else None
        found = (
            o for o, ts in self._terms.items() if any(t.person == person and (day is None or t.covers(day)) for t in ts)
        )
        return tuple(sorted(found))

    def surnames(self, person: str) -> tuple[str, ...]:
        """Return what a person is called for short."""
        row = self._content["people"].get(person)
        return tuple(row[0]) if row else ()

    def state_of(self, actor: str) -> str | None:
        """Return the state an actor belongs to, or None where it belongs to no single one."""
        return self.get(actor).country

    def owner_of_media(self, actor: str) -> str | None:
        """Return the state that owns or runs a news medium, or None."""
        if actor.endswith("/media"):
            return self.state_of(actor)
        return cast("str | None", self._content["owners"].get(actor))

    def members(self, organisation: str) -> tuple[str, ...]:
        """Return the member states known of an organisation, sorted."""
        return tuple(self._content["members"].get(organisation, ()))

    def word_list(
        self,
        name: Literal["personal", "given", "quiet", "blocked", "between", "before", "former", "compounds", "heads"],
    ) -> tuple[str, ...]:
        """Return one of the word lists that say how to read a name in its surroundings."""
        lists = (
            self._content["modifiers"]
            if name in ("between", "before", "former", "compounds", "heads")
            else self._content
        )
        return tuple(lists[name])

    def nouns(self, use: Literal["nouns", "titles"]) -> Mapping[str, str]:
        """Return the nouns for offices, or those that stand before a person's name, each with its office's slug."""
        return cast(Mapping[str, str], self._content[use])

    def places(self) -> Mapping[str, str | None]:
        """Return cities and regions with their state; None for waters and what belongs to no state."""
        return cast("Mapping[str, str | None]", self._content["places"])

    def peoples(self) -> Mapping[str, str]:
        """Return adjectives and peoples of regions ("Chechen") with their state."""
        return cast(Mapping[str, str], self._content["peoples"])

    def cues(self, alias: str) -> tuple[Mapping[str, Sequence[str]], Sequence[str]] | None:
        """Return the words that settle an ambiguous alias, by meaning, and those against all; None: not ambiguous."""
        row = self._content["contextual"].get(alias)
        return (row[0], row[1]) if row else None

    def prefixes(self) -> Mapping[str, str]:
        """Return combining forms ("Sino") with their state."""
        return cast(Mapping[str, str], self._content["prefixes"])

    def alone(self) -> Mapping[str, str]:
        """Return surnames that by themselves mean one person, with the person's id."""
        rows = self._content["people"].items()
        return {surname: person for person, (surnames, alone) in rows if alone for surname in surnames}


def slug_of(name: str) -> str:
    """Return a name as lower-case ASCII words joined by hyphens, as ids have it."""
    spelt = name.replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("ø", "o").replace("đ", "d")
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))


def _terms(
    content: Mapping[str, Any], leaders: Mapping[str, Any]
) -> tuple[dict[str, tuple[Term, ...]], dict[str, Sequence[Any]]]:
    """Join our own terms and the Factbook's with the newer list's; return too the persons only that one knows."""
    newer: dict[str, Sequence[Any]] = {}
    found = {office: [Term(*row) for row in rows] for office, rows in content["terms"].items()}
    for office, name, since in leaders["terms"]:
        rows = found.setdefault(office, [])
        person = _person(content, name)
        if person not in content["actors"]:
            owner = office.split("/")[0]
            newer[person] = [name, "person", content["actors"][owner][2], ["GOV"], None, None, None]
        earlier = [t.start for t in rows if t.person == person and t.end is None]
        start = since or min(earlier, default=None)
        if start is not None:
            rows.append(Term(person, start, None, leaders["known_to"]))
    return {office: tuple(rows) for office, rows in found.items()}, newer


def _person(content: Mapping[str, Any], name: str) -> str:
    """Return the id of a leader; one we have no row for is added when first met."""
    for actor, _ in content["senses"].get(name, ()):
        if actor.startswith("person/"):
            return cast(str, actor)
    return f"person/{slug_of(name)}"


@cache
def load_actors() -> ActorTable:
    """Return the table shipped with the package, read once.

    Raises:
        OntologyError: its files are missing or broken.
    """
    try:
        content = json.loads((HERE / "table.json").read_bytes())
        leaders = json.loads((HERE / "leaders.json").read_bytes())
    except (OSError, ValueError) as error:
        raise OntologyError(
            f"ontology/actors: table.json cannot be read ({error}); run tools/build_world.py"
        ) from error
    return ActorTable(content, leaders)
