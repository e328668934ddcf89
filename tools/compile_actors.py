"""Put the open data and the hand-made files together as the one table the package reads."""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from actor_names import slug, unaccented
from chamber_names import legislatures
from people_table import people

ACTORS = Path(__file__).parent.parent / "src" / "dragoman" / "ontology" / "actors"
MEMBER = frozenset({"member", "permanent", "temporary", "de facto member"})


def write(path: Path, content: Any) -> None:
    """Write compact JSON, a newline at its end."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text.replace('"],"', '"],\n"') + "\n", encoding="utf-8")


def hand(folder: Path, name: str) -> Any:
    """Read a hand-made file; days stay text."""
    return yaml.load((folder / f"{name}.yaml").read_text(encoding="utf-8"), Plain)


class Plain(yaml.SafeLoader):
    """A safe loader that leaves days and "no" as they are written."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the base class has it so
        first: [(tag, at) for tag, at in pairs if not tag.endswith((":timestamp", ":bool"))]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class Table:
    """What is being put together: actors by id and senses by alias."""

    def __init__(self) -> None:
        self.actors: dict[str, list[Any]] = {}
        self.senses: dict[str, list[list[str]]] = defaultdict(list)

    def actor(
        self, key: str, name: str, kind: str, *, country: str | None = None, sector: list[str] | None = None,
        numbers: tuple[int | None, int | None] = (None, None), wikidata: str | None = None,
    ) -> None:  # fmt: skip
        """Add an actor; no id may be taken twice (NAM is Namibia)."""
        if key in self.actors:
            raise ValueError(f"ontology/actors: {key} is the id of both {self.actors[key][0]} and {name}")
        self.actors[key] = [name, kind, country, sector or [], *numbers, wikidata]

    def call(self, alias: str, key: str, form: str) -> None:
        """Let an alias mean an actor, in a form; with either apostrophe, with and without accents."""
        for spelt in dict.fromkeys((alias, alias.replace("'", "’"), alias.replace("’", "'"), unaccented(alias))):
            senses = self.senses[spelt]
            if all(sense[0] != key for sense in senses):
                senses.append([key, form])


def compile_table(folder: Path) -> dict[str, Any]:
    """Return the table the package reads."""
    world = json.loads((folder / "world.json").read_text(encoding="utf-8"))
    table = Table()
    adjectives = _states(table, world, hand(folder, "states"), hand(folder, "numbers"))
    bodies = legislatures(world, hand(folder, "legislatures"), adjectives)
    for key, (name, country, aliases) in sorted(bodies.actors.items()):
        table.actor(key, name, "chamber", country=country, sector=["LEG"])
        for alias in aliases:
            table.call(alias, key, "name")
    members = _organisations(table, world, hand(folder, "organisations"))
    owners = _media(table, hand(folder, "media"))
    _bodies_and_groups(table, hand(folder, "bodies"), hand(folder, "groups"))
    _named(table, hand(folder, "named"))
    persons = people(world, hand(folder, "persons"), hand(folder, "other_names"), table)
    ambiguous = hand(folder, "ambiguous")
    _contextual(table, ambiguous["contextual"])
    return {
        "actors": dict(sorted(table.actors.items())),
        "adjectives": adjectives,
        "senses": dict(sorted(table.senses.items())),
        "legislatures": bodies.structure,
        "seats": bodies.seats,
        "offices": {o["slug"]: [o["kind"], o["sector"], o["name"], o.get("chamber")] for o in hand(folder, "offices")},
        "nouns": _nouns(hand(folder, "offices"), "nouns"),
        "titles": _nouns(hand(folder, "offices"), "title"),
        "members": members,
        "owners": owners,
        **persons,
        "places": _places(hand(folder, "places"), table),
        "peoples": _peoples(hand(folder, "places")["peoples"]),
        "modifiers": hand(folder, "modifiers"),
        "contextual": {k: [v["senses"], v.get("against", [])] for k, v in sorted(ambiguous["contextual"].items())},
        **{k: sorted(set(ambiguous[k])) for k in ("personal", "given", "quiet", "blocked")},
        "prefixes": ambiguous["prefixes"],
    }


def _states(table: Table, world: Any, ours: Any, numbers: Any) -> dict[str, str]:
    former: dict[str, list[str]] = defaultdict(list)
    adjectives: dict[str, str] = {}
    for key in sorted(world, key=lambda k: (not world[k]["independent"], k)):
        state, own = world[key], ours.get(key) or {}
        name = own.get("name") or state["name"]
        cow = numbers["cow"].get(key)
        pair = (cow, numbers["gw"].get(key, cow))
        table.actor(key, name, "state", country=key, numbers=pair, wikidata=state["wikidata"])
        dropped = set(own.get("drop", []))
        told = own.get("adjectives", state["adjectives"])
        # "Dutch" is the Netherlands', though Aruba's entry has it too
        words = [w for w in told if w not in dropped and (state["independent"] or w not in table.senses)]
        adjectives[key] = _adjective(words, name)
        _call_state(table, key, state, own, dropped, words, name)
        for old in state["former"]:
            former[old].append(key)
    for old, keys in sorted(former.items()):
        if len(keys) == 1 and old not in table.senses:
            table.call(old, keys[0], "name")
    return dict(sorted(adjectives.items()))


def _adjective(words: list[str], name: str) -> str:
    long = [w for w in words if len(w) > 4 and not w.endswith("'s")]
    return (long or words or [name])[0]


def _call_state(table: Table, key: str, state: Any, own: Any, dropped: set[str], words: list[str], name: str) -> None:
    for alias in dict.fromkeys([name, *state["names"], *own.get("names", [])]):
        if alias not in dropped:
            table.call(alias, key, "name")
    for alias in words:
        table.call(alias, key, "adjective")
    for alias in own.get("people", state["people"]):
        if alias not in dropped and alias not in words and (state["independent"] or alias not in table.senses):
            table.call(alias, f"{key}/people", "demonym")
    if not own.get("drop_capital"):
        for alias in dict.fromkeys([*own.get("capitals", state["capitals"])]):
            table.call(alias, key, "capital")
    for field, body in (
        ("government", "government"),
        ("ministry", "foreign-ministry"),
        ("defence", "defence-ministry"),
    ):
        for alias in own.get(field, []):
            table.call(alias, f"{key}/{body}", "metonym")


def _organisations(table: Table, world: Any, ours: Any) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = defaultdict(list)
    for key, state in sorted(world.items()):
        for org, status in state["members"]:
            if status in MEMBER:
                lists[org].append(key)
    members = {}
    for row in ours:
        table.actor(
            row["id"], row["name"], row.get("kind", "organisation"), sector=row["sector"], wikidata=row.get("wikidata")
        )
        for alias in row["aliases"]:
            table.call(alias, row["id"], "name")
        found = row.get("members") or lists.get(row.get("org", ""), [])
        if found:
            members[row["id"]] = sorted({*found} - {*row.get("left", [])})
    return members


def _media(table: Table, ours: Any) -> dict[str, str]:
    owners = {}
    for row in ours["state"]:
        table.actor(row["id"], row["name"], "organisation", country=row["state"], sector=["JRN", "GOV"])
        owners[row["id"]] = row["state"]
    for row in ours["public"]:
        table.actor(row["id"], row["name"], "outlet", country=row["state"], sector=["JRN"])
    for row in [*ours["state"], *ours["public"]]:
        for alias in row["aliases"]:
            table.call(alias, row["id"], "name")
    return owners


def _bodies_and_groups(table: Table, bodies: Any, groups: Any) -> None:
    for row in bodies:
        table.actor(row["id"], row["name"], row["kind"], country=row["id"][:3], sector=row["sector"])
    for row in groups["groups"]:
        table.actor(row["id"], row["name"], "group", sector=row.get("sector"))
        for alias in row.get("adjectives", []):
            table.call(alias, row["id"], "adjective")
    for row in groups["armed"]:
        table.actor(
            row["id"], row["name"], "armed_group", country=row.get("country"), sector=row.get("sector", ["REB"])
        )
    for row in [*bodies, *groups["groups"], *groups["armed"]]:
        for alias in row["aliases"]:
            table.call(alias, row["id"], "name")


def _named(table: Table, ours: Any) -> None:
    """Add what goes by a name of its own; "=military" gives further names to what every state has."""
    for group in ours:
        for state, rows in group["states"].items():
            for names in rows:
                _named_row(table, group, state, names)


def _named_row(table: Table, group: Any, state: str, names: list[str]) -> None:
    shared = names[0].startswith("=")
    key = f"{state}/{names[0][1:]}" if shared else f"{state}/{slug(names[0])}"
    if not shared:
        table.actor(key, names[0], group["kind"], country=state, sector=group["sector"])
    for alias in names[1:] if shared else names:
        table.call(alias, key, "name")


def _contextual(table: Table, ours: Any) -> None:
    for alias, entry in sorted(ours.items()):
        for key in entry["senses"]:
            form = "capital" if alias in {"Brussels"} and key == "BEL" else "metonym" if alias == "Brussels" else "name"
            table.call(
                alias, key, "adjective" if re.search(r"(?:ese|an)\Z", alias) and alias != "Micronesian" else form
            )


def _nouns(offices: Any, field: str) -> dict[str, str]:
    """Return each noun's office; the first office that claims it has it."""
    found: dict[str, str] = {}
    for office in offices:
        counted = office.get("counted", []) if field == "nouns" else []
        for noun in [*office.get(field, []), *(form for one in counted for form in (one, plural(one)))]:
            for spelt in dict.fromkeys((noun, noun.replace("'", "’"))):
                found.setdefault(spelt, office["slug"])
    return dict(sorted(found.items()))


def _peoples(ours: Any) -> dict[str, str]:
    return dict(sorted((name, state) for state, names in ours.items() for name in names))


def plural(noun: str) -> str:
    """Return the plural of an English noun: miners, parties, gunmen, churches."""
    if noun.endswith(("man", "Man")):
        return f"{noun[:-3]}men"
    if noun.endswith(("fe", "ief")):
        return f"{noun.removesuffix('e')[:-1]}ves"
    if re.search(r"[^aeiou]y\Z", noun):
        return f"{noun[:-1]}ies"
    return noun + ("es" if re.search(r"(?:s|x|ch|sh)\Z", noun) else "s")


def _places(ours: Any, table: Table) -> dict[str, str | None]:
    found: dict[str, str | None] = dict.fromkeys([*ours["waters"], *ours["regions"]])
    for state, cities in ours["cities"].items():
        found |= dict.fromkeys(cities, state)
    for alias, senses in table.senses.items():
        for key, form in senses:
            if form == "capital":
                found.setdefault(alias, key)
    return dict(sorted(found.items()))


__all__ = ["ACTORS", "compile_table", "hand", "slug", "write"]
