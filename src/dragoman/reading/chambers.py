"""Chambers of a parliament by their state: the name alone is many states', and never another's than the one told."""

import re
from collections.abc import Sequence

from dragoman.model.reading import Mention
from dragoman.model.text import Span
from dragoman.reading.gazetteer import Hit
from dragoman.reading.owners import Owner, Owners
from dragoman.reading.setting import Setting

_OF = re.compile(r"[ \u00a0]of[ \u00a0](?:the[ \u00a0])?")
_IN = re.compile(r"[ \u00a0](?:back[ \u00a0])?in[ \u00a0](?:the[ \u00a0])?")
_VISITING = re.compile(r"(?i)\b(?:visiting|touring|foreign|exiled|european|american|western)[ \u00a0]\Z")


class Chambers:
    """Reads the chambers that one sentence names with their state."""

    def __init__(self, setting: Setting, hits: Sequence[Hit], owners: Owners) -> None:
        """Take the hits in order; they do not overlap."""
        self.at = setting
        self.hits = hits
        self.owners = owners
        self.actors = setting.actors

    def called(self, hit: Hit, owner: Owner, start: int, end: int) -> Mention | None:
        """Return the body of the owner's state by a chamber's name; open where that state has none; None: no chamber.

        A generic name ("House of Deputies") means whichever house of that kind the state has.
        """
        own = [s for s in hit.entry.senses if s.actor.startswith(f"{owner.actor.id}/")]
        span, text = Span(self.at.article.id, start, end), self.at.text(start, end)
        if len(own) == 1:
            return Mention(span, text, self.actors.get(own[0].actor), "name")
        if owner.actor.kind != "state" or not all("/legislature" in s.actor for s in hit.entry.senses):
            return None
        slug = hit.entry.noun
        body = self.actors.body(owner.actor.id, slug) if slug and not self.misnamed(hit, owner, slug) else None
        if body is None:
            return Mention(span, text, None, "name", f"no {hit.text} of {owner.actor.name} is known")
        return Mention(span, text, body, "name")

    def misnamed(self, hit: Hit, owner: Owner, slug: str) -> bool:
        """Say whether a parliament of one house would be called by the name of another state's lower house."""
        other = bool(hit.entry.senses) and slug == "legislature/lower" and owner.actor.kind == "state"
        body = self.actors.body(owner.actor.id, slug) if other else None
        return body is not None and body.id == f"{owner.actor.id}/legislature"

    def of(self, i: int, owner: Owner | None) -> Mention | None:
        """ "House of Commons of Canada", "the Senate of Chile"."""
        hit = self.hits[i]
        if owner is None or not any("/legislature" in s.actor for s in hit.entry.senses):
            return None
        return self.called(hit, owner, hit.start, owner.end)

    def house_of(self, i: int) -> Mention | None:
        """ "The lower house of the Russian parliament", "the upper chamber of Poland's parliament"."""
        slug = self.hits[i].entry.noun or ""
        following = self.hits[i + 1] if i + 1 < len(self.hits) else None
        if following is None or not slug.startswith("legislature/") or following.entry.blocked:
            return None
        if not following.entry.senses or not _OF.fullmatch(self.at.text(self.hits[i].end, following.start)):
            return None
        owner = self.owners.named(following)
        end = self._parliament(i + 1, owner) if isinstance(owner, Owner) else None
        if end is None or not isinstance(owner, Owner):
            return None
        body, start = self.actors.body(owner.actor.country or "", slug), self.hits[i].start
        return Mention(Span(self.at.article.id, start, end), self.at.text(start, end), body, "office") if body else None

    def _parliament(self, i: int, owner: Owner) -> int | None:
        """Where the name of a whole parliament ends that begins with a hit; None: it is none."""
        if owner.actor.id == f"{owner.actor.country}/legislature":
            return owner.end
        whole = self.hits[i + 1] if i + 1 < len(self.hits) else None
        if whole is None or whole.entry.noun != "legislature" or owner.actor.kind != "state":
            return None
        return whole.end if self.owners.joined(owner, whole) else None

    def sitting_in(self, i: int) -> Mention | None:
        """ "Lawmakers in Tehran", "the Senate in Warsaw": the parliament of that state."""
        hit = self.hits[i]
        following = self.hits[i + 1] if i + 1 < len(self.hits) else None
        if following is None or not (hit.entry.noun or "").startswith("legislature"):
            return None
        if not following.entry.senses or following.entry.blocked or _VISITING.search(self.at.before(hit.start, 20)):
            return None
        if not _IN.fullmatch(self.at.text(hit.end, following.start)):
            return None
        owner = self.owners.named(following)
        if not isinstance(owner, Owner) or owner.form not in ("capital", "name") or owner.actor.kind != "state":
            return None
        return None if self.at.after(owner.end, 1) in ("'", "’") else self.called(hit, owner, hit.start, owner.end)
