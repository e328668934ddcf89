"""Build the actors' tables from the open data on states, leaders and legislatures.

    python tools/build_world.py [--only-compile]

Reads ``$DRAGOMAN_DATA/world`` (default ``../shared/data/world``) and writes ``world.json`` (World Factbook, CC0, and
country-codes, PDDL) and ``leaders.json`` (world-leaders-current, CC BY-SA 4.0) under ``src/dragoman/ontology/actors/``;
then puts these and the hand-made YAML files there together as ``table.json``, which the package reads. The same bytes
for the same input. ``--only-compile`` does the second half alone, which needs no data from elsewhere.
"""

import csv
import gzip
import json
import os
import sys
from pathlib import Path
from typing import Any

from actor_names import days_of, holders, names_of, slug
from compile_actors import ACTORS, compile_table, write

ROOT = Path(__file__).parent.parent
TITLES = {"head_of_state": "head-of-state", "head_of_government": "head-of-government"}
# which office the head of government of these holds, where it is not a prime minister
UNIONS = {
    "european_union": {"head_of_government": "EU/commission-president", "head_of_state": "EU/council-president"},
    "african_union": {"head_of_government": "AU/commission-chair", "head_of_state": "AU/chair"},
}
MONARCHIES = frozenset("BRN KHM MYS THA AUS CAN GBR JPN SAU".split())
CHANCELLORS = frozenset("DEU AUT".split())


def main(arguments: list[str]) -> int:
    """Write the tables."""
    if "--only-compile" not in arguments:
        folder = Path(os.environ.get("DRAGOMAN_DATA", ROOT.parent / "shared" / "data")) / "world"
        entries = json.loads(gzip.decompress((folder / "countries.json.gz").read_bytes()))
        write(ACTORS / "world.json", world(entries, _codes(folder / "country-codes.csv")))
        write(ACTORS / "leaders.json", leaders(json.loads((folder / "leaders.json").read_bytes()), entries))
    write(ACTORS / "table.json", compile_table(ACTORS))
    return 0


def _codes(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["ISO3166-1-Alpha-3"]: row for row in csv.DictReader(file)}


def world(entries: list[dict[str, Any]], codes: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Return the states with names, chambers, holders of office and memberships, by id."""
    found: dict[str, Any] = {}
    for entry in entries:
        key = entry["iso3"] or entry["user_code"]
        if key is None or len(key) != 3:
            continue
        state = _state(entry, codes.get(key, {}))
        if key in found:  # Palestine is two entries
            found[key]["members"] = sorted({*map(tuple, found[key]["members"]), *map(tuple, state["members"])})
        elif state["names"]:
            found[key] = state
    for key, row in codes.items():
        if key not in found and row["CLDR display name"]:
            found[key] = _bare(row)
    return dict(sorted(found.items()))


def _state(entry: dict[str, Any], row: dict[str, str]) -> dict[str, Any]:
    independent = entry["is_independent"] == "Yes" or entry["user_code"] == "XKX" or entry["iso3"] == "PSE"
    return {
        **names_of(entry),
        "name": entry["names"].get("short") or entry["names"].get("common") or entry["names"].get("long"),
        "independent": independent,
        "wikidata": entry["wikidata"] or row.get("wikidata_id", "").rsplit("/", 1)[-1] or None,
        "as_of": entry["source_date"],
        "legislature": {"name": entry["legislature"], "structure": entry["legislative_structure"]},
        "chambers": [_chamber(chamber) for chamber in entry["chambers"]],
        "holders": holders(entry) if independent else [],
        "members": [[o["org"], o["status"]] for o in entry["organisations"]],
    }


def _chamber(chamber: dict[str, Any]) -> dict[str, Any]:
    first, last = days_of(chamber["last_election"]), days_of(chamber["next_election"])
    return {
        "level": chamber["chamber"],
        "name": chamber["name"],
        "seats": chamber["seats"],
        "elected": first[0] if first else None,
        "until": last[0] if last else None,
    }


def _bare(row: dict[str, str]) -> dict[str, Any]:
    """A territory the Factbook has no entry of its own for."""
    return {
        "name": row["CLDR display name"],
        "names": sorted({row["CLDR display name"], row["official_name_en"]} - {""}),
        "former": [],
        "adjectives": [],
        "people": [],
        "capitals": [row["Capital"]] if row["Capital"] else [],
        "independent": False,
        "wikidata": row["wikidata_id"].rsplit("/", 1)[-1] or None,
        "as_of": None,
        "legislature": {"name": None, "structure": None},
        "chambers": [],
        "holders": [],
        "members": [],
    }


def leaders(content: dict[str, Any], entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the terms of office that world-leaders-current vouches for up to its day."""
    states = {slug(str(e["names"].get("short") or e["names"].get("long"))).replace("-", "_"): e for e in entries}
    states |= {"uk": states["united_kingdom"], "usa": states["united_states"], "myanmar": states["burma"]}
    terms = []
    for country, row in sorted(content["leaders"].items()):
        for field in TITLES:
            name, since = row[field], row[f"{field}_since"]
            if name is None:
                continue
            office = UNIONS[country][field] if country in UNIONS else _office(states[country], field, row["is_same"])
            if office is not None:
                terms.append([office, name, since])
    return {"licence": "CC BY-SA 4.0", "known_to": content["snapshot_date"], "terms": sorted(terms, key=str)}


def _office(entry: dict[str, Any], field: str, same: bool) -> str | None:
    state = entry["iso3"]
    if field == "head_of_state" and state == "SAU":
        return None  # the list has the crown prince here, who is head of government
    if field == "head_of_state":
        return f"{state}/{'monarch' if state in MONARCHIES else 'president'}"
    if same and state not in {"SAU", "BRN"}:
        return None  # a president who is head of government holds one office
    return f"{state}/{'chancellor' if state in CHANCELLORS else 'prime-minister'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
