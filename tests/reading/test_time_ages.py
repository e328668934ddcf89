"""Dates of other ages, seasons in general, years in a row; and the figures beside them that are no dates."""

from datetime import date

import pytest

from dragoman.model.time import Time
from dragoman.reading.time_told import recurs
from dragoman.reading.times import times

PUBLISHED = date(2024, 9, 18)


def read(sentence: str) -> list[Time]:
    return list(times("a1", sentence, 0, len(sentence)))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("He died on 30 September 420.", ["30 September 420"], id="a day of an early year"),
        pytest.param("She ruled until December of 384.", ["December of 384"], id="a month of an early year"),
        pytest.param("In March 300 people fled.", ["March"], id="a number of people is no year"),
        pytest.param("The town was founded in the year 71.", ["the year 71"], id="a numbered year"),
        pytest.param("Haas (c. 314 – 368) was a monk.", ["c. 314 – 368"], id="an early life"),
        pytest.param("The bill passed (191–180) at night.", [], id="a tally is no life"),
        pytest.param("The mosque was begun in AD842.", ["AD842"], id="an era before the year"),
        pytest.param("He wrote it after 9/11.", ["9/11"], id="the attacks by their day"),
        pytest.param("They won 19/110 seats.", [], id="a share is no day"),
        pytest.param("The bridge: 1596, from the time of the shahs.", [], id="an old year after a colon is not sure"),
        pytest.param("1596, from the time of the shahs.", ["1596"], id="an old year that opens its sentence"),
        pytest.param("Cups were held in 2006, 2010 and 2014.", ["2006", "2010", "2014"], id="years in a row"),
        pytest.param("It came between May and June in 1981.", ["May and June in 1981"], id="a year with in"),
    ],
)
def test_found(sentence, found):
    assert [t.text for t in read(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "general"),
    [
        pytest.param("Summers can be hot.", True, id="a season in the plural"),
        pytest.param("Winter is mild here.", True, id="a season with its weather"),
        pytest.param("October is National Trade Month.", True, id="a month that is something every year"),
        pytest.param("They met in October.", False, id="a month of the story"),
    ],
)
def test_what_comes_back_every_year(sentence, general):
    (time,) = read(sentence)
    assert recurs(sentence, time) is general


def test_hot_springs_are_no_season():
    assert read("The hot springs are closed.") == []
