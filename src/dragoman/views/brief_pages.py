"""The brief as Markdown and as a page of HTML; each citation opens the sentence it stands for."""

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from dragoman.views.brief_text import KEY

if TYPE_CHECKING:
    from dragoman.views.brief import Brief, StoryBrief
    from dragoman.views.telling import Line

# what would be read as mark-up in a line of Markdown: articles may hold it, and it must be shown
MARKUP = re.compile(r"([\\`*_\[\]<>#|])")
STYLE = (
    "body{font:16px/1.5 serif;max-width:46em;margin:2em auto;padding:0 1em}li{margin:.3em 0}"
    "blockquote{margin:.4em 0 .4em 1em;color:#333}.where{color:#666;font-size:.85em}h2{border-top:1px solid #999}"
)


def markdown(brief: "Brief") -> str:
    """Return the brief as Markdown."""
    lines = ["# Brief", "", *(f"{line}  " for line in KEY), ""]
    for number, story in enumerate(brief.stories, start=1):
        lines += [*_markdown(story, number), ""]
    return "\n".join(lines).rstrip() + "\n"


def _markdown(story: "StoryBrief", number: int) -> Iterator[str]:
    yield f"## {_plain(story.title)}"
    yield ""
    yield f"{_plain(' · '.join(story.outlets))} · {story.dated or 'no date'}"
    for section in story.sections:
        yield from ("", f"### {_plain(section.title)}{f' ({section.note})' if section.note else ''}", "")
        for line in section.lines:
            cites = "".join(f" [\\[{n}\\]](#c{number}-{n})" for n in line.cites)
            yield f"- {_plain(_marked(line))}{cites}"
    if story.citations:
        yield from ("", "### The sentences, as printed", "")
    for cited in story.citations:
        where = f"{cited.outlet}, {cited.file or 'article'}:{cited.start}–{cited.end}"
        yield f'- <a id="c{number}-{cited.number}"></a>\\[{cited.number}\\] {_plain(cited.sentence)} — {_plain(where)}'


def html(brief: "Brief") -> str:
    """Return the brief as a page that needs no other file."""
    body = "\n".join(part for n, story in enumerate(brief.stories, start=1) for part in _html(story, n))
    key = "<br>".join(map(escape, KEY))
    head = f'<meta charset="utf-8"><title>Brief</title><style>{STYLE}</style>'
    page = f"<body><h1>Brief</h1><p>{key}</p>\n{body}\n</body>"
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n{page}</html>\n'


def _html(story: "StoryBrief", number: int) -> Iterator[str]:
    yield f"<h2>{escape(story.title)}</h2>"
    yield f"<p>{escape(' · '.join(story.outlets))} · {escape(story.dated or 'no date')}</p>"
    for section in story.sections:
        note = f" ({escape(section.note)})" if section.note else ""
        yield f"<h3>{escape(section.title)}{note}</h3><ul>"
        for line in section.lines:
            cites = "".join(f' <a href="#c{number}-{n}">[{n}]</a>' for n in line.cites)
            yield f"<li>{escape(_marked(line))}{cites}</li>"
        yield "</ul>"
    for cited in story.citations:
        where = f"{cited.outlet}, {cited.file or 'article'}:{cited.start}–{cited.end}"
        words = f"[{cited.number}] {escape(' '.join(cited.sentence.split()))}"
        place = f'<span class="where">— {escape(where)}</span>'
        yield f'<blockquote id="c{number}-{cited.number}">{words} {place}</blockquote>'


def _marked(line: "Line") -> str:
    return f"{line.mark} {line.text}".strip()


def _plain(words: str) -> str:
    return MARKUP.sub(r"\\\1", " ".join(words.split()))
