"""Places told by several accounts, each once."""

from collections.abc import Iterable

from dragoman.model.actor import Place


def merged(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places without repeats; a country alone goes where one of its cities is told."""
    every: dict[tuple[str | None, str | None], Place] = {}
    for place in sorted(places, key=lambda p: (p.country or "", p.name or "", p.text)):
        every.setdefault((place.country, place.name or place.text), place)
    cities = {p.country for p in every.values() if p.name}
    return tuple(p for p in every.values() if p.name or p.country is None or p.country not in cities)
