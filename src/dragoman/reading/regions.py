"""Who is named with a city, a region or its people: "Chechen rebels", "Catalonia's president", "police in Lahore"."""

import re
from collections.abc import Sequence

from dragoman.model.actor import Actor
from dragoman.reading.gazetteer import Hit
from dragoman.reading.owners import Form, Owner, Owners
from dragoman.reading.setting import OPENERS, Setting

# who lives or works where he is told to be; soldiers, officials and refugees may be anybody's
_LIVES = frozenset("people students labour farmers police court clergy medics believers press".split())
_OF = re.compile(r"[ \u00a0](?:of|from)[ \u00a0](?:the[ \u00a0])?")
_IN = re.compile(r"[ \u00a0]in[ \u00a0](?:the[ \u00a0])?")
_TOWN = frozenset({"police", "court"})  # "Istanbul police"
_SHARED = frozenset("police court intelligence".split())


class Regions:
    """Reads what one sentence names with a place that is no state; it belongs to the place's state."""

    def __init__(self, setting: Setting, hits: Sequence[Hit], owners: Owners) -> None:
        """Take the hits in order; they do not overlap."""
        self.at = setting
        self.hits = hits
        self.owners = owners

    def owner(self, i: int) -> Owner | None:
        """Return the state a region's name or adjective stands for before a noun: "Scottish", "Catalonia's"."""
        hit = self.hits[i]
        following = self.hits[i + 1] if i + 1 < len(self.hits) else None
        if following is None or not self._regional(hit) or following.entry.blocked:
            return None
        owner = Owner(hit.start, hit.end, self.at.actors.get(hit.entry.region or ""), self._form(hit))
        possessed = (
            hit.entry.people
            or self.at.after(hit.end, 1) in ("'", "’")
            or following.entry.noun in _TOWN
            or following.entry.title is not None
        )
        named = bool(following.entry.noun or following.entry.title) and possessed
        return owner if named and self.owners.joined(owner, following) else None

    def _form(self, hit: Hit) -> Form:
        return "adjective" if hit.entry.people else "name"

    def _regional(self, hit: Hit) -> bool:
        return bool(hit.entry.region and not hit.entry.senses and not hit.entry.blocked)

    def body(self, state: str, slug: str) -> Actor | None:
        """Return whom a noun means within a region: its government is not the state's."""
        if slug == "military":
            slug = "militia"  # the forces of a region are no army of the state
        office = self.at.actors.office(slug)
        own = slug in _SHARED or office.kind in ("group", "organisation")
        return self.at.actors.body(state, slug if own else "official")

    def after(self, i: int) -> tuple[Actor, int] | None:
        """ "The governor of Texas", "residents of Aleppo", "police in Lahore": who it is, and where the words end."""
        hit = self.hits[i]
        following = self.hits[i + 1] if i + 1 < len(self.hits) else None
        slug = hit.entry.noun or hit.entry.title
        if following is None or slug is None or following.entry.people or not self._regional(following):
            return None
        gap = self.at.text(hit.end, following.start)
        if not (_OF.fullmatch(gap) or (slug in _LIVES and _IN.fullmatch(gap))):
            return None
        actor = self.body(following.entry.region or "", slug)
        return (actor, following.end) if actor else None

    def title_start(self, title: Hit) -> int:
        """Where a title begins with what qualifies it: "Emergencies Minister", "Middle East envoy"."""
        i = self.owners.index(title)
        floor = self.hits[i - 1].end if i else self.at.start
        portfolio = re.search(
            r"(?<![.!?] )\b(?:[A-Z][\w-]+[ \u00a0]){1,3}\Z", self.at.text(max(floor, title.start - 50), title.start)
        )
        if portfolio and title.text[0].isupper() and not self.at.titled and portfolio.group().split()[0] not in OPENERS:
            return title.start - len(portfolio.group())  # "Emergencies Minister"
        return self.hits[i - 1].start if i and self.owners.region(i - 1, i) else title.start
