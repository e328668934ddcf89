"""Whether articles of a story go back to one text, one agency or one source."""

import re
from collections.abc import Iterator

from dragoman.model.derived import Story
from dragoman.model.finding import Finding
from dragoman.model.grouping import OneOrigin
from dragoman.reconcile.accounts import Case
from dragoman.reconcile.check import check
from dragoman.reconcile.passages import Passage, alike
from dragoman.reconcile.wording import listed

MEDIUM = re.compile(
    r"\b(?:agency|newspaper|daily|weekly|paper|site|portal|channel|broadcaster|newsletter|radio|television|station|reported|report"
    r"|according to|institute|observatory|monitor|group)\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"\b(?:minister|ministry|president|king|parliament|speaker|spokes\w+|governor|officials?)\b", re.IGNORECASE
)
COPIED = 0.6  # of the shorter sentence's content words


@check("same_origin", over=Story)
def same_origin(case: Case[Story]) -> Iterator[Finding]:
    """Articles that are copied or rewritten from one text, or rest on one agency or source alone, are one account.

    However many print it, it counts once; the sentences that show it stand side by side.
    """
    for found in case.accounts.grouping.one_origin:
        if set(found.articles) <= set(case.row.articles) and (not found.source or _medium(case, found)):
            sides = [
                case.told(_shows(case, article, found), found.source or "the same text") for article in found.articles
            ]
            outlets = listed(dict.fromkeys(case.accounts.outlet(a) for a in found.articles))
            where = f"rest on one source, {found.source}" if found.source else "have one text, copied or rewritten"
            kind = "same_origin" if found.kind == "text" else "single_origin"
            yield case.finding(kind, "notice", field="origins", sides=sides, because=f"{outlets} {where}")  # type: ignore[arg-type]


def _medium(case: Case[Story], found: OneOrigin) -> bool:
    """Say whether what articles rest on is a medium or somebody's paper; that all quote one minister is no news."""
    return found.kind == "wire" or all(
        any(MEDIUM.search(p.text) and not OFFICE.search(p.text) for p in _shows(case, article, found))
        for article in found.articles
    )


def _shows(case: Case[Story], article: str, found: OneOrigin) -> list[Passage]:
    """Return the sentences of an article that show its origin: those it shares, or those that name the source."""
    mine = [p for p in case.accounts.passages[article] if not p.headline]
    if found.source is not None:
        named = [p for p in mine if re.search(rf"\b{re.escape(found.source)}", p.text, re.IGNORECASE)]
        return named or mine[:1]
    others = [p for a in found.articles if a != article for p in case.accounts.passages[a] if not p.headline]
    return [p for p in mine if any(alike(p, o) >= COPIED for o in others)] or mine[:1]
