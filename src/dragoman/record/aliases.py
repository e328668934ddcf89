"""Former ids: what was derived under one id and is now derived under another."""

import json
from collections.abc import Mapping
from typing import cast

from dragoman.record.rows import Row

PARTS = ("steps", "provisions")  # they stand within an agreement and have ids of their own


def parts(rows: Mapping[str, str], key: str) -> dict[str, str]:
    """Return, by id, what stands in a list within rows: the steps of agreements."""
    found = (part for line in rows.values() for part in cast(list[Row], json.loads(line).get(key) or []))
    return {str(part["id"]): json.dumps(part) for part in found}


def heirs(gone: Mapping[str, str], made: Mapping[str, str]) -> dict[str, str]:
    """Return, for each row that is gone, the id of the new row that holds most of what it held.

    Args:
        gone: rows by id, as lines of JSON, that are no more.
        made: rows by id, as lines of JSON, that there are now.
    """
    if not gone:
        return {}
    holders: dict[str, list[str]] = {}
    for id in sorted(made):
        for member in _members(json.loads(made[id])):
            holders.setdefault(member, []).append(id)
    return {id: heir for id in sorted(gone) if (heir := _heir(_members(json.loads(gone[id])), holders))}


def _heir(members: list[str], holders: Mapping[str, list[str]]) -> str | None:
    """Return the id that holds most of ``members``, the smallest of several."""
    held = [id for member in members for id in holders.get(member, ())]
    return min(held, key=lambda id: (-held.count(id), id), default=None)


def _members(row: Row) -> list[str]:
    """Return what a row was derived from: its reports, or a story's articles."""
    members = row.get("reports") or row.get("articles") or []
    return [str(member) for member in members] if isinstance(members, list) else []
