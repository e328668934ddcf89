"""Persons, the names they go by, and the offices they held when."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from actor_names import slug, unaccented

if TYPE_CHECKING:
    from compile_actors import Table


def people(world: Any, ours: Any, others: dict[str, str], table: "Table") -> dict[str, Any]:
    """Return ``people`` (surnames and whether one stands alone, by person) and ``terms`` (by office)."""
    found: dict[str, list[Any]] = {}
    terms: dict[str, list[list[Any]]] = defaultdict(list)
    for row in ours["people"]:
        key = f"person/{slug(row['name'])}"
        sector = row.get("sector") or (["IGO"] if "org" in row else ["GOV"])
        table.actor(key, row["name"], "person", country=row.get("country"), sector=sector, wikidata=row.get("wikidata"))
        surnames = row.get("surnames", [surname_of(row["name"])])
        found[key] = [sorted({*surnames, *(unaccented(s) for s in surnames)}), 1 if row.get("alone") else 0]
        for alias in [row["name"], *row.get("aliases", [])]:
            table.call(alias, key, "name")
        for office, start, end in row["terms"]:
            terms[office].append([key, start, end, ours["known_to"]])
    _from_factbook(world, others, table, found, terms)
    return {"people": dict(sorted(found.items())), "terms": {k: sorted(v, key=str) for k, v in sorted(terms.items())}}


def _from_factbook(world: Any, others: dict[str, str], table: "Table", found: dict[str, list[Any]], terms: Any) -> None:
    for state, entry in sorted(world.items()):
        for office, printed, surname, since in entry["holders"]:
            name = others.get(printed) or others.get(printed.removeprefix("King ")) or _short(printed, surname)
            key = f"person/{slug(name)}"
            if key not in table.actors:
                shared = name.removeprefix("King ") == "Charles III"
                table.actor(key, name, "person", country="GBR" if shared else state, sector=["GOV"])
                mononym = not surname or name.split()[0] in {"King", "Queen", "Emperor", "Sultan", "Pope"}
                found[key] = [[] if mononym else sorted({surname, unaccented(surname)}), 0]
            for alias in dict.fromkeys((name, printed, _short(printed, surname))):
                if " " in alias:
                    table.call(alias, key, "name")
            terms[f"{state}/{office}"].append([key, since, None, entry["as_of"]])


def _short(printed: str, surname: str) -> str:
    """First name and surname: "Mikhail Vladimirovich Mishustin" is Mikhail Mishustin in the news."""
    words = printed.split()
    if not surname or words[0] == surname.split()[0] or words[0] in {"King", "Queen", "Emperor", "Sultan", "Pope"}:
        return printed
    return f"{words[0]} {surname}"


def surname_of(name: str) -> str:
    """The last word, with the particles before it that are written small."""
    words = name.replace(" Jr.", "").split()
    start = len(words) - 1
    while start > 1 and words[start - 1][:1].islower():
        start -= 1
    return " ".join(words[start:])
