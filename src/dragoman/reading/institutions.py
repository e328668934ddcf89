"""Bodies that are called after a place: "Kabul University", "the University of Dhaka", "The Jakarta Post"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.model.actor import Actor
from dragoman.model.reading import Mention
from dragoman.model.text import Span
from dragoman.ontology.actors import ActorTable
from dragoman.ontology.actors.table import slug_of
from dragoman.reading.gazetteer import Hit
from dragoman.reading.setting import Setting

_OF = re.compile(r"[ \u00a0]of[ \u00a0](?:the[ \u00a0])?")
# what is named after where it is: the University of Dhaka is in Dhaka, the Battle of Berlin is nobody
_SEATED = re.compile(
    r"(?:University|College|Academy|Hospital|(?:Arch)?[Bb]ishop|(?:Arch)?[Dd]iocese|Patriarch|Rabbi)\Z"
)
_HERE = ("name", "capital")


class Institutions:
    """Reads the bodies that one sentence names after a place; they are its state's."""

    def __init__(self, setting: Setting, hits: Sequence[Hit]) -> None:
        """Take the hits in order; they do not overlap."""
        self.at = setting
        self.hits = hits
        self.actors = setting.actors

    def named(self, i: int) -> Mention | None:
        """ "Kabul University", "The Jakarta Post": a place, and what stands there."""
        hit = self.hits[i]
        if self.at.titled or self.at.shouted or hit.entry.blocked:
            return None
        found = _names(self.actors).match(self.at.after(hit.end))
        state = self._state(hit, peoples=True) if found else None
        if found is None or state is None:
            return None
        slug = _last_words(self.actors)[found["last"].replace("’", "'")]
        if self._state(hit, peoples=slug == "rebels") is None and slug not in ("press", "business"):
            return None
        return self._mention(hit.start, hit.end + found.end(), state, slug)

    def seated(self, i: int) -> Mention | None:
        """ "The University of Dhaka", "the Archbishop of Manila"."""
        hit = self.hits[i]
        following = self.hits[i + 1] if i + 1 < len(self.hits) else None
        slug = hit.entry.noun or hit.entry.title
        if following is None or slug is None or not _SEATED.search(hit.text):
            return None
        state = self._state(following, peoples=False)
        if state is None or not _OF.fullmatch(self.at.text(hit.end, following.start)):
            return None
        return self._mention(hit.start, following.end, state, slug)

    def _state(self, hit: Hit, *, peoples: bool) -> str | None:
        """Return the state of a place; None where it is none, or may be another."""
        if hit.entry.blocked or (hit.entry.people and not peoples):
            return None
        states = {s.actor for s in hit.entry.senses if s.form in _HERE or (peoples and s.form == "adjective")}
        if not hit.entry.senses:
            return hit.entry.region
        state = states.pop() if len(states) == 1 and self.actors.cues(hit.text) is None else None
        return state if state and self.actors.get(state).kind == "state" else None

    def _mention(self, start: int, end: int, state: str, slug: str) -> Mention | None:
        text = self.at.text(start, end)
        actor = self.actors.body(state, slug)
        if slug == "press" and actor is not None:
            actor = Actor(f"outlet/{slug_of(text)}", text, "outlet", actor.country, actor.sector)
        return Mention(Span(self.at.article.id, start, end), text, actor, "name") if actor else None


@lru_cache(maxsize=4)
def _last_words(actors: ActorTable) -> dict[str, str]:
    return {words: slug for slug, several in actors.enterprises().items() for words in several}


@lru_cache(maxsize=4)
def _names(actors: ActorTable) -> "re.Pattern[str]":
    """Match the rest of such a name: more capitals, and what it is."""
    last = sorted(_last_words(actors), key=lambda w: (-len(w), w))
    ends = "|".join(re.escape(w).replace("'", "['’]") for w in last)
    between = r"(?:[ \u00a0](?:(?:of|and|for)[ \u00a0])?[A-Z][\w'’-]*){0,3}?"
    return re.compile(rf"{between}[ \u00a0](?P<last>{ends})(?![\w-])(?![ \u00a0][A-Z])")
