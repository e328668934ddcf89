"""What is told beside a body or an office: a medium by its name, and who holds the same office in another state."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.actor import Actor
from dragoman.reading.gazetteer import Hit
from dragoman.reading.naming import name_at
from dragoman.reading.owners import Owner
from dragoman.reading.setting import Setting

ENDS_NAME = re.compile(r"\s*(?:[,.;:)–—]|\Z|(?:who|said|says|told)\b)")
_COUNTERPART = re.compile(r"(?:['’]s)?[ \u00a0](?:new[ \u00a0])?(?:counterpart|colleague|opposite number)\b(?!['’])")


@dataclass(frozen=True, slots=True)
class Medium:
    """A news medium named after what it is: "the state news agency BelTA"."""

    end: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Who holds in one state the office that was told of another."""

    end: int  # of the word "counterpart"
    slug: str | None  # of the office; None: it was not told
    name: tuple[int, int] | None  # where the person's name stands
    apposed: bool  # the name stands after a comma


def medium_named(at: Setting, hits: Sequence[Hit], i: int, country: str | None = None) -> Medium | None:
    """Return the medium whose name follows "state news agency", of ``country`` where one is told."""
    following = hits[i + 1] if i + 1 < len(hits) else None
    if following is None or hits[i].entry.noun not in ("media", "press") or following.entry.blocked:
        return None
    gap = at.text(hits[i].end, following.start)
    media = [a for a in (at.actors.get(s.actor) for s in following.entry.senses) if "JRN" in a.sector]
    own = [a for a in media if country is None or a.country == country]
    if len(own) != 1 or gap not in (" ", ", ") or (gap == ", " and "GOV" not in own[0].sector):
        return None
    return Medium(following.end, own[0])


def counterpart(at: Setting, hits: Sequence[Hit], i: int, owner: Owner) -> Counterpart | None:
    """Return the counterpart that a state has here ("his Cypriot counterpart, Jane Doe"), or None."""
    found = _COUNTERPART.match(at.after(owner.end, 24)) if owner.actor.kind == "state" else None
    if found is None:
        return None
    end = owner.end + found.end()
    return Counterpart(end, _office_before(at, hits[:i]), _name_after(at, end), at.after(end, 1) == ",")


def _name_after(at: Setting, end: int) -> tuple[int, int] | None:
    """Where a full name stands right after, with a comma or none."""
    gap = re.match(r",?[ \u00a0]", at.after(end, 2))
    name = name_at(at.after(end + gap.end())) if gap and not (at.titled or at.shouted) else None
    if gap is None or name is None:
        return None
    start, stop = (end + gap.end() + x for x in name)
    closed = gap.end() == 1 or ENDS_NAME.match(at.after(stop))
    return (start, stop) if " " in at.text(start, stop) and closed else None


def _office_before(at: Setting, told: Sequence[Hit]) -> str | None:
    """The office told last before in the sentence, with a title or by who is known to hold one."""
    for hit in reversed(told):
        slug = hit.entry.title or hit.entry.noun
        if slug and at.actors.office(slug).kind == "office":
            return slug
        persons = [s.actor for s in hit.entry.senses if s.actor.startswith("person/")]
        held = {o.partition("/")[2] for p in persons for o in at.actors.offices_of(p)}
        if len(held) == 1:
            return held.pop()
    return None
