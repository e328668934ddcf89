"""What times are counted from in a text: publication in news, the time told last in a history."""

from datetime import date

import pytest

from dragoman.model.calendar import Period
from dragoman.reading.time_told import in_order, is_history, recurs, tense_near
from dragoman.reading.times import times

HISTORY = (
    "In 1911 the two kings met. In 1912 they signed a pact. In March 1913 it broke down. On 4 July 1914 war began. "
    "In December the front froze. In February talks opened. Two days later they failed. It ended in 1918."
)
NEWS = "The accord of 2015 lapsed in April. Ministers met on Tuesday and will meet again in October 2024."
PUBLISHED = date(2024, 9, 18)


def test_a_history_is_counted_from_what_it_told_last() -> None:
    found = times("a1", HISTORY, 0, len(HISTORY))
    assert is_history(found, PUBLISHED)
    days = {t.text: p.edtf for t, _, p in in_order(HISTORY, found, PUBLISHED) if isinstance(p, Period)}
    assert (days["December"], days["February"]) == ("1914-12", "1915-02")


def test_news_is_counted_from_its_publication() -> None:
    found = times("a1", NEWS, 0, len(NEWS))
    assert not is_history(found, PUBLISHED)
    days = {t.text: p.edtf for t, _, p in in_order(NEWS, found, PUBLISHED) if isinstance(p, Period)}
    assert (days["April"], days["Tuesday"]) == ("2024-04", "2024-09-17")


@pytest.mark.parametrize(
    ("sentence", "words", "tense"),
    [
        pytest.param("Leaders will meet on Friday.", "Friday", "future", id="will"),
        pytest.param("Leaders are to be received on Friday.", "Friday", "future", id="are to be"),
        pytest.param("Leaders agreed to meet on Friday.", "Friday", "future", id="agreed to"),
        pytest.param("Leaders met on Friday.", "Friday", "past", id="met"),
        pytest.param("It said on Friday it will leave.", "Friday", "past", id="the nearer verb, before it"),
        pytest.param("On Friday leaders met.", "Friday", "past", id="the verb after it where none is before"),
        pytest.param("Friday is near.", "Friday", None, id="no verb that tells"),
    ],
)
def test_tense_near(sentence: str, words: str, tense: str | None) -> None:
    start = sentence.index(words)
    assert tense_near(sentence, start, start + len(words)) == tense


@pytest.mark.parametrize(
    ("sentence", "yes"),
    [
        pytest.param("The monsoon usually comes in July.", True, id="a month that comes back"),
        pytest.param("The annual drill was held in July.", False, id="one that was held"),
        pytest.param("The drill is best seen in July 2023.", False, id="one with its year"),
        pytest.param("Ministers met in July.", False, id="no habit"),
    ],
)
def test_recurs(sentence: str, yes: bool) -> None:
    (time,) = [t for t in times("a1", sentence, 0, len(sentence)) if t.text.startswith("July")]
    assert recurs(sentence, time) is yes
