"""Titles and names of persons as they stand in a sentence, and whether an office is held still."""

from collections.abc import Sequence

from dragoman.model.actor import Actor
from dragoman.reading.gazetteer import Hit
from dragoman.reading.naming import name_at
from dragoman.reading.setting import Setting


class Titles:
    """Reads what stands before and after the titles of one sentence."""

    def __init__(self, setting: Setting, hits: Sequence[Hit]) -> None:
        """Take the hits in order; they do not overlap."""
        self.at = setting
        self.hits = hits
        self.actors = setting.actors

    def name_span(self, i: int, begin: int) -> tuple[int, int] | None:
        """Where a name stands that begins at ``begin``; in a headline, only a name we know."""
        known = next(
            (
                h
                for h in self.hits[i : i + 2]
                if self.person_sense(h) is not None
                and self.at.text(begin, h.start) in ("", "Sheikh ", "Mr. ", "Mr ", "Sir ")
            ),
            None,
        )
        if self.at.titled or self.at.shouted:
            return (known.start, known.end) if known else None
        found = name_at(self.at.after(begin), known=known.end - begin if known else 0)
        if found is None:
            return (known.start, known.end) if known else None
        start, end = begin + found[0], begin + found[1]
        for hit in self.hits[i:]:
            if (
                start <= hit.start < end
                and self.person_sense(hit) is None
                and (hit.entry.senses or (hit.entry.title and hit.end < end))
                and not (known and hit.start < known.end)
            ):
                end = start + len(self.at.text(start, hit.start).rstrip())
        return (start, end) if end > start else None

    def _former(self, *starts: int) -> bool:
        """Whether "former", "retired" or the like stands before a title."""
        words = [w for start in starts for w in self._words_before(start)]
        within = self.at.text(min(starts), max(starts)).lower().split()
        return any(w in self.at.lists.former or w.startswith("ex-") for w in [*words, *within])

    def _words_before(self, start: int) -> list[str]:
        """Return what tells of a title just before it; not "after a late sitting, Nepalese lawmakers"."""
        words = self.at.before(start, 24).lower().split()[-2:]
        if not words or (len(words) > 1 and words[1].endswith(",")):
            return []
        return [w.strip(",") for w in words if w != "late" or w is words[-1]]

    def retired(self, slug: str, *starts: int) -> bool:
        """Whether who held an office holds it no more; a former rebel or an exiled dissident never held one."""
        state = self.actors.office(slug)
        held = state.kind == "office" or slug.startswith("legislature") or slug == "government"
        return held and self._former(*starts)

    def person_sense(self, hit: Hit) -> Actor | None:
        """Return the one person a name of the table means."""
        if hit.entry.blocked or not hit.entry.senses:
            return None
        if hit.entry.senses[0].actor.startswith("person/") and len(hit.entry.senses) == 1:
            return self.actors.get(hit.entry.senses[0].actor)
        return None
