"""Stages small enough to see through: a page is a title and lines, each line an event."""

import os
from pathlib import Path

from dragoman.model.article import Page
from dragoman.model.coded import Coded
from dragoman.pipeline import Made, Stages
from dragoman.record import Snapshot
from dragoman.sources import Failure
from tests import make


def fetch(target):
    """A target is a folder of files, or a page of its own words."""
    path = Path(target)
    if path.is_dir():
        yield from (Page(file.name, file.read_bytes()) for file in sorted(path.iterdir()))
    elif path.suffix == ".none":
        yield Failure(target, "no such file")
    else:
        yield Page(path.name, path.read_bytes())


def made(page):
    """The first word decides: "bad" fails, "deutsch" is not read."""
    text = page.content.decode()
    if text.startswith("kill"):
        os._exit(9)
    if text.startswith("bad"):
        return Made(reason="no text left")
    article = make.article(text, file=page.name)
    if text.startswith("deutsch"):
        return Made(article, Coded(article.id, (), ()), reason="not read: language de")
    reports = tuple(make.event(of=article, rule=line) for line in text.splitlines()[1:] if line)
    return Made(article, make.coded(article, *reports))


def group(snapshot: Snapshot):
    """One story of all articles, one event for each article."""
    events = tuple(
        make.derived_event(*(r for r in snapshot.reports if r.article == article.id))
        for article in snapshot.articles
        if any(r.article == article.id for r in snapshot.reports)
    )
    stories = (make.story(*snapshot.articles),) if snapshot.articles else ()
    events = tuple(sorted(events, key=lambda event: event.id))
    return make.grouping(*snapshot.articles, reports=snapshot.reports, events=events, stories=stories), ()


STAGES = Stages(fetch=fetch, make=made, group=group)
