"""Where the name of a person stands that an office is told beside: "Jane Doe, Kenya's trade minister,"."""

import re
from collections.abc import Sequence

from dragoman.model.reading import Mention
from dragoman.reading.counterparts import ENDS_NAME
from dragoman.reading.gazetteer import Hit
from dragoman.reading.naming import NAME_BEFORE, name_at
from dragoman.reading.setting import OPENERS, Setting


def apposed(at: Setting, start: int, end: int, told: Sequence[Mention]) -> tuple[int, int] | None:
    """Return the stretch of the name beside an office that stands from ``start`` to ``end``, before it or after it."""
    if at.titled or at.shouted:
        return None
    before = NAME_BEFORE.search(at.before(start, 90))
    if before and ENDS_NAME.match(at.after(end)):
        begin, stop = (start - len(at.before(start, 90)) + x for x in before.span("name"))
        return _untitled(at, begin, stop, told), stop
    begin = end + 2
    name = name_at(at.after(begin)) if at.after(end, 2) == ", " else None
    if name is None or " " not in at.text(begin, begin + name[1]) or not ENDS_NAME.match(at.after(begin + name[1])):
        return None
    return begin + name[0], begin + name[1]


def _untitled(at: Setting, start: int, end: int, told: Sequence[Mention]) -> int:
    """Where a name begins that was told with a title: "General Jane Doe, the Kenyan commander"."""
    last = told[-1] if told else None
    person = last.actor if last is not None and last.span.end == end else None
    name = person.name if person is not None and person.kind == "person" else ""
    return end - len(name) if name and at.text(end - len(name), end) == name else start


def part_of_title(at: Setting, hit: Hit) -> bool:
    """ "Solicitor General", "GNU General": no general."""
    before = re.search(r"\b([A-Z][\w-]+)[ \u00a0]\Z", at.before(hit.start, 24))
    return bool(before and hit.text in ("General", "Major", "Marshal") and before.group(1) not in OPENERS)
