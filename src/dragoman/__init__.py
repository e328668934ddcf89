"""Dragoman reads the news about relations between states and keeps a sourced record.

>>> import dragoman
>>> with dragoman.open("pact.db") as record:  # doctest: +SKIP
...     record.read("articles/")
...     for agreement in record.agreements:
...         print(agreement.name, agreement.parties)
...     record.export("jsonl", "out/")

The nouns are plain frozen dataclasses; ``docs/reference`` lists their fields.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.api import OpenRecord, open
    from dragoman.errors import DragomanError
    from dragoman.installed import codebook, examples, formats, health, kinds
    from dragoman.model.actor import Actor
    from dragoman.model.article import Article
    from dragoman.model.derived import Agreement, Event, Statement, Story, Vote
    from dragoman.model.finding import Finding
    from dragoman.model.report import Report
    from dragoman.views.selection import Wanted

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Agreement",
    "Article",
    "DragomanError",
    "Event",
    "Finding",
    "OpenRecord",
    "Report",
    "Statement",
    "Story",
    "Vote",
    "Wanted",
    "__version__",
    "codebook",
    "examples",
    "formats",
    "health",
    "kinds",
    "open",
]

# Names are imported when they are first asked for, so that `import dragoman` costs next to nothing.
_HOMES = {
    "dragoman.api": ("OpenRecord", "open"),
    "dragoman.errors": ("DragomanError",),
    "dragoman.installed": ("codebook", "examples", "formats", "health", "kinds"),
    "dragoman.model.actor": ("Actor",),
    "dragoman.model.article": ("Article",),
    "dragoman.model.derived": ("Agreement", "Event", "Statement", "Story", "Vote"),
    "dragoman.model.finding": ("Finding",),
    "dragoman.model.report": ("Report",),
    "dragoman.views.selection": ("Wanted",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME[name]), name)
