"""What has changed, as plain text and as rows of a table."""

from collections.abc import Iterator

from dragoman.views.changes import Change, Changes, Difference, StoryChanges, What
from dragoman.views.sheet import WIDTH, cited, sheet, wrapped

HEADINGS: dict[What, str] = {
    "new": "New",
    "background": "Told here for the first time, of earlier days",
    "changed": "Changed",
    "corrected": "Edited, corrected or withdrawn",
    "disputed": "Newly disputed",
    "still_disputed": "Still disputed",
}
COLUMNS = (
    "story", "title", "what", "kind", "id", "text", "field", "before", "now", "published", "outlets", "sentences",
)  # fmt: skip


def text(changes: Changes) -> str:
    """Return the changes as text, story by story."""
    lines = [f"Since {changes.since}", ""]
    for story in changes.stories:
        lines += [*_story(story), ""]
    if changes.quiet:
        lines.append(f"Nothing new in {changes.quiet} other {'story' if changes.quiet == 1 else 'stories'}")
    return "\n".join(lines).rstrip() + "\n"


def _story(story: StoryChanges) -> Iterator[str]:
    yield "═" * WIDTH
    yield from wrapped("", story.title, "")
    yield from wrapped("", _came(story), "")
    for what, heading in HEADINGS.items():
        mine = [c for c in story.changes if c.what == what]
        if mine:
            yield from ("", f"  {heading}")
        for change in mine:
            yield from _change(change)
    if not any(c.what in ("new", "background", "changed") for c in story.changes):
        yield from ("", "  Nothing new")
    yield from cited(story.citations)


def _came(story: StoryChanges) -> str:
    """Return in words what came: how many articles, of which outlets, and how much of it was known."""
    count = len(story.articles)
    came = f"{count} new article{'' if count == 1 else 's'}" + (f" ({', '.join(story.outlets)})" if count else "")
    again = f"; {story.told_again} things that were known are told again" if story.told_again else ""
    return f"{'new story' if story.new else 'running story'}: {came}{again}"


def _change(change: Change) -> Iterator[str]:
    numbers = "".join(f" [{n}]" for n in change.cites)
    yield from wrapped("    · ", change.text + numbers, "      ")
    for difference in change.differences:
        yield from wrapped("        ", _difference(difference), "          ")


def _difference(difference: Difference) -> str:
    return f"{difference.field}: {difference.before or 'not told'} → {difference.now or 'not told'}"


def csv(changes: Changes) -> str:
    """Return the changes as CSV with a header line, a line for each field that changed."""
    return sheet(COLUMNS, _rows(changes))


def _rows(changes: Changes) -> Iterator[tuple[str, ...]]:
    for story in changes.stories:
        sentences = {c.number: c.sentence for c in story.citations}
        for change in story.changes:
            words = " | ".join(" ".join(sentences[n].split()) for n in change.cites)
            for field in change.differences or (Difference("", None, None),):
                yield (
                    story.id, story.title, change.what, change.kind, change.id, change.text, field.field,
                    field.before or "", field.now or "", change.published or "", "; ".join(change.outlets), words,
                )  # fmt: skip
