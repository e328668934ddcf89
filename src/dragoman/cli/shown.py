"""Things of the record as lines of text for a person."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dragoman.record import Run
    from dragoman.views.explain import Explanation, Told


class Became(Protocol):
    """What became of a page."""

    @property
    def name(self) -> str:
        """What the page is called."""

    @property
    def result(self) -> str:
        """In one word."""

    @property
    def reason(self) -> str | None:
        """Why it was not read."""


def reason(outcome: Became) -> str | None:
    """Return why a page was not read, with its name; None where it was, or was no page at all.

    What was passed over is told only where there is more to say than that.
    """
    if outcome.reason is None or (outcome.result == "skipped" and outcome.reason.startswith("skipped: ")):
        return None
    return f"{outcome.name}: {outcome.reason}"


def counts(run: "Run") -> dict[str, int]:
    """Return how many pages became what."""
    return {"read": run.read, "unread": run.unread, "skipped": run.skipped, "failed": run.failed}


def went(run: "Run") -> str:
    """Return how a run went, and how much of it the record did not know."""
    told = [f"{count} {result}" for result, count in counts(run).items() if count]
    if run.read and run.new < run.read:
        told[0] += f" ({run.new} new)"
    return ", ".join(told) or "no pages"


def explanation(found: "Explanation") -> str:
    """Return an explanation as text."""
    return "\n".join(_explained(found))


def _explained(found: "Explanation") -> Iterator[str]:
    yield f"{found.table} {found.id}"
    yield f"  {found.title}"
    if found.former:
        yield f"  formerly {found.former}"
    yield from (f"  {line}" for line in found.way)
    for told in found.told:
        yield ""
        yield from _told(told)


def _told(told: "Told") -> Iterator[str]:
    yield f"{told.kind} {told.report}  {told.holds}"
    yield f"  told by  {' → '.join(told.chain)}"
    yield f"  rule     {told.rule}"
    yield from (f"  link     {link}" for link in told.links)
    sentence = ""
    for words in told.words:
        if words.sentence != sentence:
            sentence = words.sentence
            yield f"  in       {' '.join(sentence.split())}  [{told.outlet or told.article}]"
        yield f"    {words.field:<20} “{' '.join(words.quote.split())}”  {words.start}-{words.end}"
    yield from (f"  unknown  {reason}" for reason in told.unknown)
