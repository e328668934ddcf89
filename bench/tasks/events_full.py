"""Predict whole events from raw text: JSONL {"id", "text"}; PLOVER type, country codes of actors and recipients."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.lines import Read, drafts, lines
from bench.tasks.events_pair import root
from dragoman.coding.event_drafts import EventDraft, FoundRole

BODIES = {"UN": "UNO", "EU": "EUR", "XKX": "KOS"}


def predict(source: Path) -> Iterator[dict[str, object]]:
    """Yield one line a text, with the events told in it."""
    for line in lines(source):
        yield {"id": line.row["id"], "events": [event(line, d) for d in told(line)]}


def told(line: Read) -> list[EventDraft]:
    """Return the events that stand by themselves: no content of another event, no noun beside a verb's event."""
    found = [d for d in drafts(line) if not d.negated]
    clauses = {id(d.clause) for d in found}
    own = [d for d in found if d.governor is None or id(d.governor) not in clauses]
    verbs = [d for d in own if d.clause.kind != "noun"]
    return verbs or own


def event(line: Read, draft: EventDraft) -> dict[str, object]:
    """Return an event in the scorer's format."""
    return {"type": root(draft), "actors": codes(line, draft.actors), "recipients": codes(line, draft.recipients)}


def codes(line: Read, roles: tuple[FoundRole, ...]) -> list[str]:
    """Return the codes of the roles that are somebody, in order, without repeats."""
    found = (code(r) or home(line, r) for r in roles)
    return list(dict.fromkeys(c for c in found if c))


def home(line: Read, role: FoundRole) -> str | None:
    """Return the country of a person nobody knows: the only one that the text names, where it names just one."""
    if role.actor is None or role.actor.kind != "person":
        return None
    named = {m.actor.country for m in line.reading.mentions if m.actor is not None and m.actor.country}
    return BODIES.get(only := min(named), only) if len(named) == 1 else None


def code(role: FoundRole) -> str | None:
    """Return an actor's country, or the code of a body."""
    actor = role.actor
    if actor is None:
        return None
    if actor.country:
        return BODIES.get(actor.country, actor.country)
    if actor.sector[:1] == ("NGO",):
        return "NGO"
    return BODIES.get(actor.id) or ("IGO" if actor.kind in ("organisation", "body") else None)
