"""The bench of phrases: its rows are well formed, its figures are counted as they say."""

from collections import Counter

import pytest
from bench.phrases import Answer, Measured

from bench import phrases

DEV = [one for half, one in phrases.items() if half == "dev"]
NOBODY = Answer(None)


def an_item(**given):
    row = {
        "text": "Kenyan miners struck.",
        "phrase": "Kenyan miners",
        "country": "KEN",
        "sector": "LAB",
        "class": "made",
    }
    return phrases.item({**row, **given})


def test_there_are_enough_phrases():
    assert len(DEV) >= 220
    assert min(Counter(i.cls for i in DEV).values()) >= 20


def test_every_phrase_stands_in_its_sentence():
    for _, one in phrases.items():
        start, end = one.span
        assert one.text[start:end] == one.phrase


def test_codes_are_plover_s():
    known = set(
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC "
        "IGO UNO EUR NGO ISM IMG MNC".split()
    )
    assert {s for _, i in phrases.items() for s in i.sectors if s} <= known


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        pytest.param({}, Answer("KEN/labour", "KEN", ("LAB",)), True, id="state and sector"),
        pytest.param({}, Answer("KEN/people", "KEN", ("CVL",)), False, id="another sector"),
        pytest.param({}, Answer("TZA/labour", "TZA", ("LAB",)), False, id="another state"),
        pytest.param({}, NOBODY, False, id="nobody"),
        pytest.param({"sector": ["LAB", "CVL"]}, Answer("KEN/people", "KEN", ("CVL",)), True, id="either of two"),
        pytest.param({"sector": "CVL"}, Answer("KEN/labour", "KEN", ("LAB", "CVL")), True, id="the second code"),
        pytest.param({"sector": None}, Answer("KEN", "KEN"), True, id="a state has no sector"),
        pytest.param({"sector": None}, Answer("KEN/police", "KEN", ("COP",)), False, id="a sector where none is due"),
        pytest.param({"country": None, "sector": "IGO"}, Answer("AU", None, ("IGO",)), True, id="of no single state"),
        pytest.param({"country": None, "sector": None}, NOBODY, False, id="nobody is no group of states"),
        pytest.param({"abstain": True}, NOBODY, True, id="abstains"),
        pytest.param({"abstain": True}, Answer("KEN", "KEN"), False, id="names somebody all the same"),
    ],
)
def test_both(gold, found, right):
    assert phrases.both_fit(an_item(**gold), found) is right


def test_figures_are_shares():
    right, wrong = Answer("KEN/labour", "KEN", ("LAB",)), Answer("KEN/people", "KEN", ("CVL", "LAB"))
    done = [Measured("dev", an_item(), right), Measured("dev", an_item(), wrong), Measured("dev", an_item(), NOBODY)]
    found = phrases.figures("dev", "all", done)
    assert (found.country, found.sector, found.first, found.both) == (66.7, 66.7, 33.3, 66.7)


def test_a_table_is_put_between_its_markers(tmp_path):
    page = tmp_path / "quality.md"
    page.write_text("# Quality\n", encoding="utf-8")
    rows = [phrases.figures("dev", "all", [Measured("dev", an_item(), NOBODY)])]
    phrases.write(rows, page)
    once = page.read_text(encoding="utf-8")
    phrases.write(rows, page)
    assert page.read_text(encoding="utf-8") == once
    assert once.count(phrases.BEGIN) == 1
    assert "| dev | all | 1 |" in once
