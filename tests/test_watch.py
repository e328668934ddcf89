"""Feeds are read when their time has come, also after an interruption."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from dragoman.errors import ConfigError
from dragoman.record import Record, Run
from dragoman.watch import Clock, Watched, load, watch

START = datetime(2024, 3, 5, 9, tzinfo=UTC)
RUN = Run("", "", 1, 0, 0, 0)


class Time:
    """A clock that moves when somebody sleeps, and interrupts after so many sleeps."""

    def __init__(self, sleeps: int = 0, at: datetime = START) -> None:
        self.at, self.left = at, sleeps
        self.slept: list[float] = []

    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        if self.left == 0:
            raise KeyboardInterrupt
        self.left -= 1
        self.slept.append(seconds)
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "r.db") as record:
        yield record


FEEDS = (Watched("https://a.example/feed", 600), Watched("https://b.example/feed", 1200))


def watched(record: Record, time: Time, *, feeds: tuple[Watched, ...] = FEEDS, once: bool = False) -> list[str]:
    read: list[str] = []

    def note(url: str) -> Run:
        read.append(url[8:9])
        return RUN

    with suppress(KeyboardInterrupt):
        watch(feeds, record, read=note, once=once, clock=time.clock())
    return read


def test_each_feed_has_its_own_time(record: Record) -> None:
    time = Time(sleeps=3)
    assert watched(record, time) == ["a", "b", "a", "a", "b", "a"]
    assert time.slept == [600, 600, 600]


def test_once_reads_what_is_due_and_ends(record: Record) -> None:
    assert watched(record, Time(), once=True) == ["a", "b"]
    assert watched(record, Time(at=START + timedelta(minutes=11)), once=True) == ["a"]
    assert watched(record, Time(at=START + timedelta(minutes=12)), once=True) == []


def test_what_was_cut_off_is_due_again(record: Record) -> None:
    def cut(url: str) -> Run:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(FEEDS, record, read=cut, clock=Time().clock())
    assert watched(record, Time(), once=True) == ["a", "b"]


def test_a_feed_that_is_to_be_looked_at_more_often_is_due_sooner(record: Record) -> None:
    watched(record, Time(), once=True)
    assert watched(record, Time(at=START + timedelta(minutes=2)), once=True) == []
    sooner = (Watched("https://b.example/feed", 60),)
    time = Time(sleeps=1, at=START + timedelta(seconds=20))
    assert watched(record, time, feeds=sooner) == ["b"]
    assert time.slept == [40]


@pytest.mark.parametrize(
    ("text", "feeds"),
    [
        pytest.param('[[feed]]\nurl = "https://a.example/f"', [("https://a.example/f", 1800)], id="every half hour"),
        pytest.param('every = "2h"\n[[feed]]\nurl = "https://a.example/f"', [("https://a.example/f", 7200)], id="all"),
        pytest.param(
            '[[feed]]\nurl = "https://a.example/f"\nevery = "1d"', [("https://a.example/f", 86400)], id="its own"
        ),
        pytest.param(
            '[[feed]]\nurl = "https://a.example/f"\nevery = "1s"', [("https://a.example/f", 60)], id="no sooner"
        ),
    ],
)
def test_the_file(tmp_path, text: str, feeds: list[tuple[str, float]]) -> None:
    (tmp_path / "feeds.toml").write_text(text)
    assert [(feed.url, feed.every) for feed in load(tmp_path / "feeds.toml")] == feeds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "lists no feed; a feed is: ", id="empty"),
        pytest.param("feed = 3", "lists no feed", id="no table"),
        pytest.param("[[feed]]\n", "feed 1: has no address", id="no address"),
        pytest.param('[[feed]]\nurl = "x"', "feed 1: has no address", id="no address of the web"),
        pytest.param(
            '[[feed]]\nurl = "https://a.example/"\nevery = "soon"', "'soon' is no length of time", id="no time"
        ),
        pytest.param(
            '[[feed]]\nurl = "https://a.example/"\nname = "x"', "nothing is called 'name'", id="an unknown key"
        ),
        pytest.param("feeds = []", "nothing is called 'feeds'; known: every, feed", id="an unknown table"),
        pytest.param("[[", "not well-formed TOML", id="no TOML"),
    ],
)
def test_a_file_that_is_none(tmp_path, text: str, words: str) -> None:
    (tmp_path / "feeds.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"feeds\.toml") as told:
        load(tmp_path / "feeds.toml")
    assert words in str(told.value)


def test_no_file(tmp_path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path / "feeds.toml")
