"""Outlets: who publishes, from where, who owns or pays for it, and how its wire is credited."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dragoman.ontology.compile import Sources
from dragoman.ontology.decode import decode_all

OutletKind = Literal["agency", "newspaper", "broadcaster", "magazine", "site"]
Ownership = Literal["state", "public", "cooperative", "private", "party", "military"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet. ``state`` says whose medium it is, so that it counts as that state speaking of itself."""

    id: str  # "outlet/<slug>"
    name: str
    kind: OutletKind
    country: str | None  # ISO 3166-1 alpha-3
    ownership: Ownership
    source: str
    owner: str | None = None  # as the source names it
    state: str | None = None  # ISO 3166-1 alpha-3 of the state whose medium it is; None: of none
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()  # as its wire is credited in others' texts: "(Reuters)"

    @property
    def actor(self) -> str:
        """The id under which it is a source: a state's medium belongs to the state, ``IRN/media/irna``."""
        return f"{self.state}/media/{self.id.removeprefix('outlet/')}" if self.state else self.id


@dataclass(frozen=True)
class OutletTable:
    """All outlets known by name, sorted by id."""

    entries: tuple[Outlet, ...]

    def named(self, name: str) -> Outlet | None:
        """Return the outlet of that name or alias (letter case and a leading "the" aside)."""
        return self._by_name.get(_plain(name))

    def at(self, address: str) -> Outlet | None:
        """Return the outlet at a web address or host: ``www.reuters.com`` is Reuters."""
        host = address.split("://", 1)[-1].split("/", 1)[0].split(":", 1)[0].lower()
        while host:
            if host in self._by_domain:
                return self._by_domain[host]
            _, _, host = host.partition(".")
        return None

    @cached_property
    def agencies(self) -> tuple[Outlet, ...]:
        """The outlets whose text others reprint."""
        return tuple(entry for entry in self.entries if entry.kind == "agency")

    @cached_property
    def _by_name(self) -> dict[str, Outlet]:
        return {_plain(name): one for one in self.entries for name in (one.name, *one.aliases)}

    @cached_property
    def _by_domain(self) -> dict[str, Outlet]:
        return {domain: one for one in self.entries for domain in one.domains}


def _plain(name: str) -> str:
    words = name.lower().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def load_outlets(sources: Sources) -> OutletTable:
    """Read the registry of outlets."""
    found: list[Outlet] = []
    for source in sources.under("outlets"):
        found += decode_all(Outlet, source.content, where=f"ontology/{source.name}")
    return OutletTable(tuple(sorted(found, key=lambda o: o.id)))
