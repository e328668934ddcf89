"""Legislatures and their chambers: ids, names, and the seats known for a time."""

import re
from dataclasses import dataclass, field
from typing import Any

from actor_names import slug

PLAIN = frozenset(
    (
        "parliament|legislature|congress|senate|assembly|national assembly|national council|"
        "house of representatives|chamber of deputies|national parliament|national congress|federal parliament|"
        "house of assembly|legislative assembly|general assembly|shura council|upper house|federal council|"
        "legislative council|parlement|federal assembly|general council|house of commons"
    ).split("|")
)


@dataclass
class Bodies:
    """The legislatures as they are put together."""

    actors: dict[str, tuple[str, str, list[str]]] = field(default_factory=dict)  # id: name, state, aliases
    structure: dict[str, list[str | None]] = field(default_factory=dict)  # state: whole, lower, upper
    seats: dict[str, list[Any]] = field(default_factory=dict)  # id: seats, known from, known to


def legislatures(world: Any, ours: Any, adjectives: dict[str, str]) -> Bodies:
    """Return every legislature with its chambers."""
    bodies = Bodies()
    for state in sorted(world):
        own = ours.get(state, {})
        entry = world[state]
        if entry["chambers"] or "hand" in own:
            _legislature(bodies, state, entry, ours, adjectives[state])
    return bodies


def _legislature(bodies: Bodies, state: str, entry: Any, ours: Any, adjective: str) -> None:
    own = ours.get(state, {})
    whole = f"{state}/legislature"
    structure = own.get("hand", {}).get("structure") or entry["legislature"]["structure"]
    single = next((c for c in entry["chambers"] if c["level"] == "single"), None)
    claimed = {n for other, o in ours.items() if other != state for n in o.get("whole", []) if n.lower() not in PLAIN}
    told = [*_split(entry["legislature"]["name"]), *(_split(single["name"]) if single else [])]
    # Oman's Council calls itself Majles too, but the word alone means another parliament
    names = [*own.get("whole", []), *(n for n in told if n not in claimed)]
    name = own.get("name") or _name(names, adjective, "parliament")
    bodies.actors[whole] = (name, state, _distinct([name, *names]))
    row: list[str | None] = [whole, None, None]
    if single:
        bodies.seats[whole] = _seats(single, entry)
    elif structure == "bicameral":
        for place, level in ((1, "lower"), (2, "upper")):
            row[place] = _chamber(bodies, state, level, entry, own, adjective)
    bodies.structure[state] = row


def _chamber(bodies: Bodies, state: str, level: str, entry: Any, own: Any, adjective: str) -> str | None:
    told = next((c for c in entry["chambers"] if c["level"] == level), None)
    hand = own.get(level, {})
    if told is None and not hand:
        return None
    names = [*hand.get("names", []), *(_split(told["name"]) if told else [])]
    key = f"{state}/legislature/{hand.get('slug') or slug(names[0].removeprefix('The '))}"
    bodies.actors[key] = (hand.get("name") or _name(names, adjective, f"{level} house"), state, _distinct(names))
    if told:
        bodies.seats[key] = _seats(told, entry)
    return key


def _seats(chamber: Any, entry: Any) -> list[Any]:
    """Seats hold from the last election to the next, or where neither is told for the year of the source."""
    year = (entry["as_of"] or "2026")[:4]
    first = chamber["elected"] or f"{int(year) - 1}-01-01"
    last = chamber["until"] or entry["as_of"]
    return [chamber["seats"], first, max(last, entry["as_of"])]


def _split(text: str | None) -> list[str]:
    """Return the English and the native names in "National Assembly (Milli Majlis)"."""
    outside = re.sub(r"\([^()]*(?:\([^()]*\))?\)", "", text or "").strip()
    inside = re.findall(r"\(([^()]*)\)", text or "")
    parts = [p.strip() for chunk in (outside, *inside) for p in re.split(r"\s+-\s+|/", chunk)]
    return [p.removeprefix("The ") for p in parts if p[:1].isupper() and len(p) > 3]


def _name(names: list[str], adjective: str, kind: str) -> str:
    """The first name of its own, or the state's adjective with the kind of body."""
    first = next(iter(names), "parliament")
    if first.lower() not in PLAIN:
        return first
    return f"{adjective} {kind if first.lower() in {'parliament', 'parlement', 'legislature'} else first}"


def _distinct(names: list[str]) -> list[str]:
    return list(dict.fromkeys(n for n in names if n))
