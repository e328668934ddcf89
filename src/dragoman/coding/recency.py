"""Is it today's news: new, told again, or history."""

from datetime import date

from dragoman.coding.drafts import Draft
from dragoman.coding.scene import Scene
from dragoman.model.terms import Recency
from dragoman.model.time import When

# a daily tells of the last day, a weekly of the last week, and both print a day or two late
NEWS_DAYS = 9
# what lies within half a year belongs to a running story; what is older is its history
STORY_DAYS = 200


def recency(scene: Scene, draft: Draft, when: When | None) -> Recency:
    """Return whether a report is the article's news, an earlier part of its story, or history."""
    if draft.kind in ("provision", "assessment"):
        return "new"
    latest = when.latest if when is not None and when.basis in ("clause", "narrative") else None
    published = scene.article.published.latest
    if latest is not None and published is not None:
        age = (date.fromisoformat(published) - date.fromisoformat(latest)).days
        return "new" if age <= NEWS_DAYS else "recap" if age <= STORY_DAYS else "history"
    if draft.clause.perfect and draft.clause.tense == "past" and _had(scene, draft):
        return "recap"
    return "new"


def _had(scene: Scene, draft: Draft) -> bool:
    tokens = scene.tokens(draft.clause)
    return any(t.head == draft.clause.head and t.text.lower() == "had" for t in tokens)
