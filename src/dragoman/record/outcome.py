"""What became of a page that was to be read, and of a run."""

from dataclasses import dataclass, field
from typing import Literal

Result = Literal["read", "unread", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page.

    ``read``: its article and reports are in the record; ``unread``: its article is, without reports; ``skipped``: it
    stood in a folder and is no kind of page; ``failed``: it was to be read and could not be.
    """

    name: str  # Page.name
    sha256: str  # of the page's bytes; "" where there were none
    result: Result
    article: str | None = None  # Article.id
    reason: str | None = None  # why it is not "read"


@dataclass(frozen=True, slots=True)
class Run:
    """How many pages one run has brought into the record, by what became of them."""

    started: str  # ISO time, UTC
    maker: str
    read: int
    unread: int
    skipped: int
    failed: int
    new: int = field(default=0, compare=False)  # of ``read``: what the record did not know; not kept with the run
