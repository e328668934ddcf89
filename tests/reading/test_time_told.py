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
        pytest.param("Lawmakers vote on Friday.", "Friday", "future", id="a plan in the present tense"),
        pytest.param("The votes on Friday counted.", "Friday", "past", id="a noun like a verb of the present"),
        pytest.param("The summit opens on Friday.", "Friday", "future", id="opens"),
        pytest.param("The force is expected in Baku on Friday.", "Friday", "future", id="is expected in"),
        pytest.param("The road could open on Friday.", "Friday", "future", id="could"),
        pytest.param("The army may have fled on Friday.", "Friday", "past", id="may have"),
        pytest.param("The pact, due to be signed on Friday, was put off.", "Friday", "future", id="due to be"),
        pytest.param("The army gave them until Friday to leave.", "Friday", "future", id="a limit looks ahead"),
        pytest.param("The truce lasted until Friday.", "Friday", "past", id="what lasted until then"),
        pytest.param("Until Friday the road had been open.", "Friday", "past", id="what was so until then"),
        pytest.param("It has been shut since Friday.", "Friday", "past", id="since looks back"),
        pytest.param("He called elections for December.", "December", "future", id="for a month to come"),
        pytest.param("It published trade figures for December.", "December", "past", id="figures for a month gone by"),
        pytest.param("UN to vote on force Friday", "Friday", "future", id="a headline's infinitive"),
        pytest.param("In December they agreed to cut tariffs.", "December", "past", id="agreed then"),
        pytest.param("The deadline is Friday.", "Friday", "future", id="is Friday"),
    ],
)
def test_tense_near(sentence: str, words: str, tense: str | None) -> None:
    start = sentence.index(words)
    assert tense_near(sentence, start, start + len(words)) == tense


def test_an_aside_to_another_age_moves_no_history() -> None:
    text = HISTORY.replace("In December the", "As in 1648, it was long. In December the")
    found = times("a1", text, 0, len(text))
    days = {t.text: p.edtf for t, _, p in in_order(text, found, PUBLISHED) if isinstance(p, Period)}
    assert days["December"] == "1914-12"


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
