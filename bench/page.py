"""The page that holds the benches' tables, ``docs/quality.md``: each table between two marks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench import places

QUALITY = places.ROOT / "docs" / "quality.md"


def renew(marks: tuple[str, str], lines: Iterable[str], *, section: str = "", page: Path = QUALITY) -> None:
    """Put a table between its marks; a page without them gets the section, heading and all, at its end."""
    begin, end = marks
    block = "\n".join([begin, "", *lines, "", end])
    text = page.read_text(encoding="utf-8")
    before, found, rest = text.partition(begin)
    if found:
        text = f"{before}{block}{rest.partition(end)[2]}"
    else:
        text = f"{text.rstrip()}\n\n{section.strip()}\n\n{block}\n"
    page.write_text(text, encoding="utf-8")
