"""When an article was published and last changed: from the markup, from the lines that say so, from the dateline."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.articles import dates, outlet
from dragoman.articles.chrome import bare_of
from dragoman.articles.sheet import Told
from dragoman.model.article import UNDATED, Stamp

_CHANGED = re.compile(r"\b(?:updated?|modified|revised)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published?|posted|created|issued|uploaded|date)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamps:
    """Both stamps of an article."""

    published: Stamp
    modified: Stamp | None


def stamps(told: Told, lines: Iterable[str], lead: str) -> Stamps:
    """Return the stamps, the surest source first.

    Args:
        lines: the lines round the article that may hold a stamp, in page order.
        lead: the first paragraph, for its dateline.
    """
    printed = [part for line in lines for part in _parts(bare_of(line))]
    published = _told(told.published) or _first(printed, changed=False) or _dateline(lead)
    modified = _told(told.modified) or _first(printed, changed=True)
    if published is None or published.edtf is None:
        return Stamps(_from_modified(modified) or published or UNDATED, modified)
    return Stamps(_checked(published, modified), modified)


def _told(words: str | None) -> Stamp | None:
    if words is None:
        return None
    printed = dates.find(words)
    return printed.stamp(words, basis="metadata") if printed else None


def _parts(line: str) -> list[str]:
    """Split "Published 3 March 2024 | Updated 4 March 2024" at what begins the second."""
    later = list(re.finditer(r"\b(?:(?:last )?updated?|modified|published|posted)\b", line[:300], re.IGNORECASE))
    starts = [0, *(hit.start() for hit in later if hit.start() > 0)]
    ends = [*starts[1:], len(line)]
    return [line[start:end] for start, end in zip(starts, ends, strict=True)]


def _first(parts: list[str], *, changed: bool) -> Stamp | None:
    found = [(part, dates.find(part)) for part in parts if (_CHANGED.search(part) is not None) is changed]
    stamps = [printed.stamp(part, basis="text") for part, printed in found if printed is not None]
    return next((stamp for stamp in stamps if stamp.edtf is not None), stamps[0] if stamps else None)


def _dateline(lead: str) -> Stamp | None:
    line = outlet.dateline(lead)
    printed = dates.find(line)
    if printed is not None:
        return printed.stamp(line, basis="text", because="the dateline")
    words = dates.yearless(line)
    if words is None:
        return None
    reason = f"the dateline says {words!r} without a year"
    return Stamp(edtf=None, earliest=None, latest=None, basis="unknown", text=words, because=reason)


def _from_modified(modified: Stamp | None) -> Stamp | None:
    if modified is None or modified.edtf is None:
        return None
    reason = f"only the last change is stamped ({modified.text!r}): the day of the text as it stands"
    because = "; ".join(part for part in (reason, modified.because) if part)
    return replace(modified, basis="modified", because=because)


def _checked(published: Stamp, modified: Stamp | None) -> Stamp:
    if modified is None or modified.latest is None or published.earliest is None:
        return published
    if published.earliest <= modified.latest:
        return published
    odd = f"published after the last change it gives ({modified.latest})"
    return replace(published, because="; ".join(part for part in (published.because, odd) if part))
