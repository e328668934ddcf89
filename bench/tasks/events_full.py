"""Predict whole events from raw text: JSONL {"id", "text"}; PLOVER type, country codes of actors and recipients."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.lines import Read, drafts, lines
from bench.tasks.events_pair import root
from dragoman.coding.event_drafts import EventDraft, FoundRole

BODIES = {"UN": "UNO", "EU": "EUR", "XKX": "KOS"}
# what hangs beside the news: a relative clause, an adverbial one, what a noun is about
ASIDE = frozenset({"acl", "advcl", "relcl", "acl:relcl"})
# what is done to one's own: where nobody is named and one country is, it is that country's
AT_HOME = frozenset({"COERCE", "PROTEST", "CONCEDE", "ASSAULT"})


def predict(source: Path) -> Iterator[dict[str, object]]:
    """Yield one line a text, with the events told in it."""
    for line in lines(source):
        yield {"id": line.row["id"], "events": [event(line, d) for d in told(line)]}


def told(line: Read) -> list[EventDraft]:
    """Return the news: no content of another event, nothing told beside it, no noun beside a verb's event."""
    found = [d for d in drafts(line) if not d.negated]
    clauses = {id(d.clause) for d in found}
    own = [d for d in found if d.governor is None or id(d.governor) not in clauses]
    verbs = [d for d in own if d.clause.kind != "noun"]
    kept = verbs or own
    nearest = min((aside(line, d) for d in kept), default=0)
    return [d for d in kept if aside(line, d) == nearest]


def aside(line: Read, draft: EventDraft) -> int:
    """Return how many clauses that only stand beside the news lie over an event's."""
    clauses = line.reading.clauses_of(draft.clause.sentence)
    found, at = 0, draft.clause
    for _ in clauses:
        found += at.relation in ASIDE
        if at.parent is None:
            break
        at = clauses[at.parent]
    return found


def event(line: Read, draft: EventDraft) -> dict[str, object]:
    """Return an event in the scorer's format; a stranger is of the only country named, unless it is aimed at."""
    actors, recipients = codes(line, draft.actors), codes(line, draft.recipients)
    only = home(line)
    if only is not None:
        actors = actors or [only] * (bool(draft.actors) and not aimed_at(draft, only))
    if only is not None and draft.type in AT_HOME:
        recipients = recipients or ([only] if actors == [only] else [])
    return {"type": root(draft), "actors": actors, "recipients": recipients}


def aimed_at(draft: EventDraft, country: str) -> bool:
    """Say whether the state itself receives what somebody unknown does."""
    states = (r for r in draft.recipients if r.actor is not None and r.actor.kind == "state")
    return draft.type not in AT_HOME and any(code(r) == country for r in states)


def codes(line: Read, roles: tuple[FoundRole, ...]) -> list[str]:
    """Return the codes of the roles that are somebody, in order, without repeats; a stranger is of the one country."""
    found = (code(r) or (home(line) if r.actor is not None and r.actor.kind == "person" else None) for r in roles)
    return list(dict.fromkeys(c for c in found if c))


def home(line: Read) -> str | None:
    """Return the only country that the text names, None where it names several or none."""
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
    of_a_body = actor.kind in ("organisation", "body") or bool({"IGO", "UNO"} & set(actor.sector))
    return BODIES.get(actor.id) or ("IGO" if of_a_body else None)
