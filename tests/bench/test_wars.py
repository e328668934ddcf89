"""Wars are times to GUM's annotators alone."""

from bench.tasks.wars import wars

from dragoman.model.forms import Calendar, Range
from dragoman.reading.times import times


def test_a_war_tells_when():
    text = "The border closed after the Second World War."
    (war,) = wars("a1", text, 0, len(text))
    assert isinstance(war.form, Range)
    assert (war.text, war.form.first) == ("the Second World War", Calendar(1939, 9, 1))
    assert list(times("a1", text, 0, len(text))) == [], "news tells it as an event"
