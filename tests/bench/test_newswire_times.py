"""The bench of times: its passages are well formed, its figures are counted as they say."""

import itertools
import json
import re
from datetime import date

import pytest

from bench import newswire_times as bench

DEV = [p for p in bench.passages() if p.half == "dev"]
KINDS = {"DATE", "TIME", "DURATION", "SET"}


def a_passage(times=({"words": "Monday", "type": "DATE", "value": "2025-05-19"},), half="dev", **given):
    row = {"published": "2025-05-21", "text": "Kenya said on Monday that it signed on Monday.", "times": list(times)}
    return bench.passage({**row, **given}, half)


def test_there_are_enough_passages() -> None:
    assert len(DEV) >= 150
    assert len({p.text for p in DEV}) == len(DEV)
    assert all(date.fromisoformat(p.published) for p in DEV)


@pytest.mark.parametrize("one", DEV, ids=lambda p: p.text[:40])
def test_passages_are_well_formed(one: bench.Passage) -> None:
    assert {t.kind for t in one.times} <= KINDS
    assert all(t.values for t in one.times)
    spans = sorted((t.start, t.end) for t in one.times)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


def test_values_are_timex3() -> None:
    value = re.compile(
        r"(?:(?:FY)?[\dX]{2,4}X?|[\dX]{4}-(?:\d\d|W(?:\d\d|XX)(?:-\d|-WE)?|Q\d|H\d|[SFW][PUAI])"
        r"|\d{4}-\d\d-\d\d(?:T(?:\d\d(?::\d\d)?Z?|MO|AF|EV|NI))?|PT?(?:[\d.]+|X)[A-Z]{1,2}(?:\d+M)?"
        r"|(?:PAST|PRESENT|FUTURE)_REF)"
    )
    assert [v for p in DEV for t in p.times for v in t.values if not value.fullmatch(v)] == []


def test_an_occurrence_is_counted_in_whole_words() -> None:
    assert bench.place("17 of 1750, then 17", "17", 2) == 17
    with pytest.raises(ValueError, match="not 3 times"):
        bench.place("17 of 1750, then 17", "17", 3)


@pytest.mark.parametrize(
    ("words", "kind", "cls"),
    [
        pytest.param("Wednesday", "DATE", "weekday", id="weekday"),
        pytest.param("Wednesday morning", "TIME", "part of day", id="part of day"),
        pytest.param("10:30 GMT on Tuesday", "TIME", "clock", id="clock"),
        pytest.param("three years ago", "DATE", "ago/later", id="ago"),
        pytest.param("later this week", "DATE", "last/next/this", id="later this week"),
        pytest.param("the first quarter of 2025", "DATE", "quarter/half", id="quarter"),
        pytest.param("the 1980s", "DATE", "decade", id="decade"),
        pytest.param("March 2023", "DATE", "month", id="month"),
        pytest.param("mid-June", "DATE", "month", id="part of a month"),
        pytest.param("May 14", "DATE", "bare date", id="day of a month"),
        pytest.param("2015", "DATE", "bare date", id="year"),
        pytest.param("recently", "DATE", "vague", id="vague"),
        pytest.param("20-year", "DURATION", "duration", id="duration"),
        pytest.param("every Friday", "SET", "set", id="set"),
    ],
)
def test_class_of(words: str, kind: str, cls: str) -> None:
    assert bench.class_of(words, kind) == cls


def test_figures() -> None:
    one = a_passage()
    right = bench.Found(14, 20, "DATE", "2025-05-19")
    wider = bench.Found(11, 20, "TIME", "2025-05-20")
    extra = bench.Found(39, 45, "DATE", "2025-05-19")
    (whole,) = [s for s in bench.scored(list(bench.matched(one, [wider, right, extra]))) if s.cls == "all"]
    assert (whole.gold, whole.predicted, whole.pairs, whole.types, whole.values) == (1, 3, 1, 1, 1)
    (half,) = [s for s in bench.scored(list(bench.matched(one, [wider]))) if s.cls == "all"]
    assert (half.pairs, half.types, half.values) == (1, 0, 0)
    assert half.shares["f1"] == 100.0
    assert half.shares["value_f1"] == 0.0


def test_misses_list_the_dev_half_alone() -> None:
    dev, unseen = a_passage(), a_passage(half="unseen", text="Chad said on Monday no more.")
    listed = "\n".join(bench.misses([*bench.matched(dev, []), *bench.matched(unseen, [])]))
    assert "Kenya" in listed
    assert "Chad" not in listed


def test_write_leaves_the_rest_of_the_page(tmp_path) -> None:
    page = tmp_path / "quality.md"
    page.write_text("# Quality\n\nBefore.\n", encoding="utf-8")
    scores = list(bench.scored(list(bench.matched(a_passage(), []))))
    bench.write(scores, page)
    first = page.read_text(encoding="utf-8")
    bench.write(scores, page)
    assert page.read_text(encoding="utf-8") == first
    assert first.startswith("# Quality\n\nBefore.\n\n## Times\n")


def test_a_list_of_values_holds_choices() -> None:
    one = a_passage(times=[{"words": "Monday", "type": "DATE", "value": ["2025-05-19", "2025-W21"]}])
    assert one.times[0].values == {"2025-05-19", "2025-W21"}
    assert json.dumps(one.published) == '"2025-05-21"'
