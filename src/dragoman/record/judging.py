"""From what a person says of rows to a judgement on the articles and reports they rest on.

Rows come and go as articles come in; articles and reports keep their ids, so a judgement on them holds.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from dragoman.errors import JudgementError
from dragoman.model.article import Article
from dragoman.model.derived import Story
from dragoman.model.finding import Finding, Judgement
from dragoman.model.ids import digest
from dragoman.model.report import Report
from dragoman.record.held import Held
from dragoman.record.rows import noun_of


def judgement(
    verdict: str, subjects: Iterable[str], *, about: str | None = None, by: str = "", note: str | None = None
) -> Judgement:
    """Return a judgement; its id is the same for the same decision by the same person."""
    named = tuple(subjects)
    return Judgement(digest("judgement", verdict, about or "", by, note or "", *named), by, verdict, named, note, about)


def merged(record: Held, ids: Sequence[str], *, by: str, note: str | None = None) -> Judgement:
    """Return that rows, articles or reports are one.

    Raises:
        JudgementError: they are fewer than two, or of different kinds.
        UnknownName: nothing in the record has one of the ids.
    """
    found = [_members(record, id) for id in ids]
    tables = sorted({table for table, _ in found})
    if len(set(ids)) < 2 or len(tables) != 1:
        raise JudgementError(f"one is made of two or more of one kind, not of {', '.join(tables)}; name two")
    subjects = ids if tables[0] == "actors" else sorted({member for _, members in found for member in members})
    return judgement("same", dict.fromkeys(subjects), about=tables[0], by=by, note=note)


def parted(record: Held, ids: Sequence[str], *, row: str | None, by: str, note: str | None = None) -> list[Judgement]:
    """Return that articles leave their story, or reports their row, together where there are several.

    Args:
        record: in which they are.
        ids: of articles or of reports.
        row: the row they leave; None: the story of an article, the narrowest row of a report.
        by: who says so.
        note: why.

    Raises:
        JudgementError: they are not together with anything.
        UnknownName: nothing in the record has one of the ids.
    """
    table, members = _members(record, row) if row is not None else _company(record, ids[0])
    staying = sorted(set(members) - set(ids))
    if not staying or not set(ids) <= set(members):
        raise JudgementError(f"{', '.join(ids)}: not together with others there; nothing to part")
    made = [judgement("different", (id, *staying), about=table, by=by, note=note) for id in ids]
    return made + ([judgement("same", ids, about=table, by=by)] if len(ids) > 1 else [])


def told(record: Held, verdict: str, id: str, *, by: str, note: str | None = None) -> Judgement:
    """Return that something is wrong, was checked, or has a note.

    Raises:
        UnknownName: nothing in the record has the id.
    """
    table, noun = record.find(id)
    if isinstance(noun, Finding):
        rests_on = sorted({m for side in noun.sides for m in (side.reports or side.articles)})
        return judgement(verdict, rests_on, about=f"findings {noun.kind}", by=by, note=note)
    if isinstance(noun, Article):
        return judgement(verdict, (noun.id,), about="articles", by=by, note=note)
    _, members = _members(record, id)
    # what is wrong is what the reports say; for what was only looked at, the row is told
    about = "reports" if verdict == "wrong" and not isinstance(noun, Story) else table
    return judgement(verdict, members, about=about, by=by, note=note)


def load(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of an exported file.

    Raises:
        JudgementError: it cannot be read, or a line of it is no judgement.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
        return tuple(cast(Judgement, noun_of("judgements", json.loads(line))) for line in lines if line.strip())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise JudgementError(f"{path}: not judgements as `dragoman export` writes them: {error}") from error


def against(new: Judgement, held: Iterable[Judgement]) -> Judgement | None:
    """Return a judgement that says the contrary of a new one, None where none does."""
    return next((j for j in held if j.about == new.about and (_contrary(j, new) or _contrary(new, j))), None)


def _contrary(same: Judgement, different: Judgement) -> bool:
    if (same.verdict, different.verdict) != ("same", "different"):
        return False
    leaving, *staying = different.subjects
    return leaving in same.subjects and bool(set(staying) & set(same.subjects))


def _members(record: Held, id: str) -> tuple[str, tuple[str, ...]]:
    """Return the table of an id, and the articles or reports it stands for."""
    table, noun = record.find(id)
    match noun:
        case Article():
            return "stories", (noun.id,)
        case Story():
            return "stories", noun.articles
        case Report():
            return _company(record, noun.id)[0], (noun.id,)
    return table, tuple(getattr(noun, "reports", ())) or (noun.id,)


def _company(record: Held, id: str) -> tuple[str, tuple[str, ...]]:
    """Return the table and the members of the row that an article or a report stands in."""
    for story in record.stories():
        if id in story.articles:
            return "stories", story.articles
    parts = [(t, p) for a in record.agreements() for t in ("steps", "provisions") for p in getattr(a, t)]
    rows = [(t, r) for t in ("votes", "events", "relations", "statements") for r in getattr(record, t)()]
    for table, row in (*parts, *rows):
        if id in row.reports:
            return table, row.reports
    raise JudgementError(f"{id!r} stands in no row; only what articles tell together can be judged so")
