"""The brief as plain text, for a terminal, a mail or a file."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.views.sheet import WIDTH, cited, wrapped

if TYPE_CHECKING:
    from dragoman.views.brief import Brief, Section, StoryBrief
    from dragoman.views.telling import Line

KEY = (
    "● corroborated: independent origins   = agreed: several outlets, origin unknown   ○ one origin",
    "∑ arithmetic   ≠ the accounts differ   ! the word is stronger than the act   ? not held as fact",
)


def text(brief: "Brief") -> str:
    """Return the brief as text, lines at most ``WIDTH`` long."""
    articles = f"{brief.articles} article{'' if brief.articles == 1 else 's'}"
    outlets = f"{brief.outlets} outlet{'' if brief.outlets == 1 else 's'}"
    unread = f"; {brief.unread} in other languages, not read" if brief.unread else ""
    silent = f"; {brief.silent} stories tell nothing that is coded, and are left out" if brief.silent else ""
    lines = [f"{articles} from {outlets}{unread}{silent}", *KEY, ""]
    for story in brief.stories:
        lines += [*_story(story), ""]
    return "\n".join(lines).rstrip() + "\n"


def _story(story: "StoryBrief") -> Iterator[str]:
    yield "═" * WIDTH
    yield from textwrap.wrap(story.title, WIDTH)
    yield "  ·  ".join([" | ".join(story.outlets), story.dated or "no date"])
    yield "─" * WIDTH
    for section in story.sections:
        yield from _section(section)
    yield from cited(story.citations)


def _section(section: "Section") -> Iterator[str]:
    yield ""
    yield f"  {section.title}" + (f" ({section.note})" if section.note else "")
    for line in section.lines:
        yield from _line(line)


def _line(line: "Line") -> Iterator[str]:
    cites = "".join(f" [{n}]" for n in line.cites)
    yield from wrapped(f"    {line.mark or ' '} ", line.text + cites, "      ")
