"""The same pages give the same record, however they come; bad ones cost a line."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.errors import SourceError
from dragoman.record import Record
from dragoman.views.exports import formats
from tests import fakes
from tests.sources import server

ROOT = Path(__file__).parents[1]
PAGES = {
    "a.txt": "Narvia signs a pact\n\nNarvia signed it on Monday.",
    "b.txt": "Ostland signs a pact\n\nOstland signed it on Monday.",
    "c.txt": "Talks begin\n\nBoth sides met.",
    "d.txt": "bad page",
    "e.txt": "deutsch ist das",
}


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "r.db") as record:
        yield record


def exported(record, out):
    return {path.name: path.read_bytes() for path in formats()["jsonl"](record, out)}


def test_every_page_has_an_outcome(pages, record):
    told = []
    run = pipeline.read([str(pages)], record, stages=fakes.STAGES, tell=told.append)
    assert (run.read, run.unread, run.failed, run.new) == (3, 1, 1, 3)
    assert [(o.name, o.result) for o in told] == [
        ("a.txt", "read"),
        ("b.txt", "read"),
        ("c.txt", "read"),
        ("d.txt", "failed"),
        ("e.txt", "unread"),
    ]
    assert record.outcomes() == tuple(told)
    assert len(record.articles()) == 4
    assert len(record.stories()) == 1
    assert record.runs() == (run,)


def test_reading_again_is_no_work_and_changes_no_byte(pages, record):
    pipeline.read([str(pages)], record, stages=fakes.STAGES)
    record.close()
    before = record.path.read_bytes()

    def never(page):
        raise AssertionError(f"{page.name} is made again")

    told = []
    with Record.open(record.path) as again:
        stages = replace(fakes.STAGES, make=never)
        run = pipeline.read([str(pages)], again, stages=stages, tell=told.append)
    assert (run.read, run.unread, run.failed, run.new) == (3, 1, 1, 0)
    assert len(told) == 5
    assert record.path.read_bytes() == before


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param([["c.txt", "a.txt", "e.txt", "d.txt", "b.txt"]], id="in another order"),
        pytest.param([["b.txt"], ["a.txt", "c.txt"], ["e.txt", "d.txt"]], id="in three runs"),
    ],
)
def test_the_export_does_not_depend_on_order_or_batches(pages, record, tmp_path, runs):
    pipeline.read([str(pages)], record, stages=fakes.STAGES)
    with Record.open(tmp_path / "other.db") as other:
        for names in runs:
            pipeline.read([str(pages / name) for name in names], other, stages=fakes.STAGES)
        assert exported(other, tmp_path / "two") == exported(record, tmp_path / "one")


def test_the_export_does_not_depend_on_workers(pages, record, tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "ALONE", 1)  # others help from the second page on
    pipeline.read([str(pages)], record, stages=fakes.STAGES)
    with Record.open(tmp_path / "other.db") as other:
        pipeline.read([str(pages)], other, jobs=2, stages=fakes.STAGES)
        assert exported(other, tmp_path / "two") == exported(record, tmp_path / "one")


def test_a_run_cut_off_before_grouping_is_grouped_by_the_next(pages, record):
    def cut(snapshot):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.read([str(pages)], record, stages=replace(fakes.STAGES, group=cut))
    record.close()
    with Record.open(record.path) as again:
        assert again.stories() == ()
        pipeline.regroup(again, stages=fakes.STAGES)
        assert len(again.stories()) == 1
        assert not again.stale()


def test_a_killed_process_leaves_nothing_stale(pages, tmp_path):
    """Killed between reading and grouping, without a chance to close anything."""
    code = f"""
import os
from dataclasses import replace
from dragoman import pipeline
from dragoman.record import Record
from tests import fakes
from tests.sources import server
stages = replace(fakes.STAGES, group=lambda snapshot: os._exit(9))
pipeline.read([{str(pages)!r}], Record.open({str(tmp_path / "r.db")!r}), stages=stages)
"""
    killed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert killed.returncode == 9
    with Record.open(tmp_path / "r.db") as record, Record.open(tmp_path / "whole.db") as whole:
        assert (len(record.articles()), record.stories(), record.stale()) == (4, (), True)
        pipeline.read([str(pages)], record, stages=fakes.STAGES)
        pipeline.read([str(pages)], whole, stages=fakes.STAGES)
        assert exported(record, tmp_path / "one") == exported(whole, tmp_path / "two")


def test_a_run_cut_off_while_reading_keeps_what_it_read(pages, record):
    def cut(page):
        if page.name == "c.txt":
            raise KeyboardInterrupt
        return fakes.made(page)

    with pytest.raises(KeyboardInterrupt):
        pipeline.read([str(pages)], record, stages=replace(fakes.STAGES, make=cut))
    assert len(record.articles()) == 2
    assert record.stale()


def test_a_target_that_is_not_there_costs_a_line(pages, record):
    def fetch(target):
        if "pages" not in target:
            raise SourceError(f"{target}: no such file or folder")
        return fakes.fetch(target)

    told = []
    run = pipeline.read(["gone", str(pages)], record, stages=replace(fakes.STAGES, fetch=fetch), tell=told.append)
    assert run.read == 3
    assert (told[0].name, told[0].reason) == ("gone", "no such file or folder")


def test_a_page_mended_under_its_name_is_read(pages, record):
    pipeline.read([str(pages / "d.txt")], record, stages=fakes.STAGES)
    (pages / "d.txt").write_text("a good page\n\nNow it is.")
    pipeline.read([str(pages / "d.txt")], record, stages=fakes.STAGES)
    assert [(o.name, o.result) for o in record.outcomes()] == [("d.txt", "read")]


def test_a_page_that_ends_its_process_costs_a_line(pages, record, monkeypatch):
    """As one does that takes all memory; those that were in hand beside it are read."""
    monkeypatch.setattr(pipeline, "ALONE", 0)
    (pages / "b.txt").write_text("kill the process")
    told = []
    run = pipeline.read([str(pages)], record, jobs=2, stages=fakes.STAGES, tell=told.append)
    assert (run.read, run.failed) == (2, 2)
    assert told[1].reason.startswith("the process that read it was ended")


def test_how_far_it_is(tmp_path, record):
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("Peru and Chile signed a pact on Monday.")
    parts = []
    stages = replace(fakes.STAGES, fetch=None)
    pipeline.read([str(tmp_path / "*.txt")], record, stages=stages, progress=parts.append)
    assert parts == sorted(parts)
    assert (len(parts), parts[-1]) == (4, 1.0)


# --- the web, in a record ---


@pytest.fixture
def web():
    with server.serving() as made:
        yield made


def on_the_web(target, record, make=fakes.made):
    """Read an address of this machine, without a pause, and say what became of each page."""
    told = []
    asked = pipeline.Asked(private=True)
    stages = replace(fakes.STAGES, fetch=None, make=make)
    pipeline.read([target], record, stages=stages, asked=asked, tell=told.append)
    return [(outcome.name.rpartition("/")[2], outcome.result) for outcome in told]


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr("dragoman.pipeline.PAUSE", 0.0)


def of_words(words, **more):
    return server.answer(words.encode(), kind="text/plain", **more)


def feed(*urls):
    items = "".join(f"<item><title>x</title><link>{url}</link></item>" for url in urls)
    return f"<rss version='2.0'><channel><title>Courier</title>{items}</channel></rss>".encode()


NOT_CHANGED = b"HTTP/1.1 304 Not Modified\r\n\r\n"


def test_a_page_is_asked_for_again_only_if_it_was_read(web, record):
    url = web.set("/a", of_words("Peru signs\n\nPeru signed it.", ETag='"1"'))

    def cut(page):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        on_the_web(url, record, make=cut)
    assert on_the_web(url, record) == [("a", "read")]
    assert "if-none-match" not in web.asked[-1][1]  # it came, and was not read: it is fetched whole
    web.set("/a", NOT_CHANGED)
    assert on_the_web(url, record) == [("a", "skipped")]
    assert web.asked[-1][1]["if-none-match"] == '"1"'


def test_a_feed_goes_on_where_it_was_cut_off(web, record):
    pages = [web.set(f"/{n}", of_words(f"Pact {n}\n\nPeru signed pact {n}.")) for n in range(3)]
    url = web.set("/feed", server.answer(feed(*pages), kind="application/rss+xml", ETag='"1"'))

    def cut(page):
        if page.name.endswith("/1"):
            raise KeyboardInterrupt
        return fakes.made(page)

    with pytest.raises(KeyboardInterrupt):
        on_the_web(url, record, make=cut)
    assert on_the_web(url, record) == [("0", "skipped"), ("1", "read"), ("2", "read")]
    assert web.count("/0") == 1
    web.set("/feed", NOT_CHANGED)
    assert on_the_web(url, record) == [("feed", "skipped")]


def test_a_feed_of_which_a_page_failed_is_asked_for_whole(web, record):
    page = web.set("/0", server.answer(b"", status="404 Not Found"))
    url = web.set("/feed", server.answer(feed(page), kind="application/rss+xml", ETag='"1"'))
    assert on_the_web(url, record) == [("0", "failed")]
    web.set("/0", of_words("Pact\n\nPeru signed it."))
    assert on_the_web(url, record) == [("0", "read")]
