"""The bench of stances: its clauses are well formed, its figures are counted as they say."""

import json
import re
from collections import Counter
from typing import get_args

import pytest

from bench import stance
from dragoman.model.report import EventContent, Instrument, Report, Source, StepContent
from dragoman.model.terms import Act, EventType, Stance
from dragoman.model.text import Evidence, Span

ITEMS = stance.items()
OUTLET = Source("the outlet", None, None, "asserts", None, False)
TEXT = "Kenya agreed to sign the pact, the minister said."


def an_item(**given):
    row = {
        "text": TEXT,
        "predicate": "sign",
        "codes": ["signed", "SUPPORT"],
        "stance": "planned",
        "source": "the minister",
        "anonymous": False,
        "class": "made",
    }
    return stance.item({**row, **given})


def a_shown(stance_="planned", source="The minister", anonymous=False):
    return stance.Shown("signed", stance_, source, anonymous)


def a_report(content, words, *, stance_="planned", chain=(OUTLET,)):
    field = "step.act" if isinstance(content, StepContent) else "event.type"
    start = TEXT.index(words)
    evidence = Evidence(field, Span("a", start, start + len(words)), words)
    return Report(
        id=words,
        article="a",
        kind="step" if isinstance(content, StepContent) else "event",
        content=content,
        roles=(),
        when=None,
        where=(),
        polarity="+",
        modality="planned",
        stance=stance_,
        recency="new",
        attribution=chain,
        links=(),
        evidence=(evidence,),
        rule="made",
    )


SIGNED = StepContent("signed", "international", "sign", None, Instrument("the pact", "pact"))


def test_there_are_enough_clauses():
    assert len(ITEMS) >= 400
    assert len({i.text for i in ITEMS}) == len(ITEMS)
    assert min(Counter(i.cls for i in ITEMS).values()) >= 25


@pytest.mark.parametrize("half", stance.HALVES)
def test_each_file_holds_its_half(half):
    lines = (stance.FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    mine = [stance.item(json.loads(line)) for line in lines]
    assert {i.half for i in mine} == {half}
    assert min(Counter(i.cls for i in mine).values()) >= 10


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(lambda i: len(re.findall(rf"(?<!\w){re.escape(i.predicate)}(?!\w)", i.text)) != 1, id="predicate"),
        pytest.param(lambda i: not i.stances or i.stances - stance.STANCES, id="stance"),
        pytest.param(lambda i: not i.codes or i.codes - {*get_args(Act), *get_args(EventType)}, id="code"),
        pytest.param(lambda i: not i.sources or any(s and s not in i.text for s in i.sources), id="source"),
    ],
)
def test_clauses_are_well_formed(fault):
    assert [i.text for i in ITEMS if fault(i)] == []


def test_stances_are_the_schema_s():
    assert frozenset(get_args(Stance)) == stance.STANCES


def test_the_frame_is_not_the_target():
    frame = a_report(EventContent("SUPPORT"), "Kenya agreed to sign the pact", stance_="actual")
    step = a_report(SIGNED, "to sign the pact")
    assert [s.stance for s in stance.shown(an_item(), (frame, step))] == ["planned"]


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(a_report(EventContent("ACCUSE"), "to sign the pact"), id="another code"),
        pytest.param(a_report(EventContent(None), "to sign the pact"), id="no code"),
        pytest.param(a_report(SIGNED, "the minister said"), id="told elsewhere"),
    ],
)
def test_what_is_not_the_target(report):
    assert stance.shown(an_item(), (report,)) == ()


def test_the_source_is_the_last_link():
    chain = (OUTLET, Source("IRNA", None, "reported", "reports", None, False))
    last = Source("the minister", None, "said", "asserts", None, True)
    (found,) = stance.shown(an_item(), (a_report(SIGNED, "to sign the pact", chain=(*chain, last)),))
    assert (found.source, found.anonymous) == ("the minister", True)
    (found,) = stance.shown(an_item(), (a_report(SIGNED, "to sign the pact"),))
    assert found.source is None


@pytest.mark.parametrize(
    ("gold", "found", "fits"),
    [
        pytest.param({}, a_shown(), True, id="the words overlap"),
        pytest.param({}, a_shown(source="the pact"), False, id="an article is no overlap"),
        pytest.param({}, a_shown(source=None), False, id="the outlet, where somebody is named"),
        pytest.param({"source": None}, a_shown(source=None), True, id="the outlet"),
        pytest.param({"source": None}, a_shown(), False, id="somebody, where it is the outlet"),
        pytest.param({"source": ["Kenya", None]}, a_shown(source=None), True, id="either of two"),
        pytest.param(
            {"source": None, "anonymous": True}, a_shown(source="not named", anonymous=True), True, id="reportedly"
        ),
        pytest.param({"source": None}, a_shown(source="not named", anonymous=True), False, id="nobody is hidden"),
    ],
)
def test_source(gold, found, fits):
    assert stance.source_fits(an_item(**gold), found) is fits


@pytest.mark.parametrize(
    ("gold", "stances", "right", "breach"),
    [
        pytest.param("planned", ["planned", "planned"], True, False, id="all right"),
        pytest.param("planned", ["planned", "possible"], False, False, id="one report wrong"),
        pytest.param("planned", ["planned", "actual"], False, True, id="one report is a fact"),
        pytest.param(["planned", "possible"], ["possible"], True, False, id="either will do"),
        pytest.param(["actual", "alleged"], ["actual"], True, False, id="may be a fact"),
        pytest.param("actual", ["denied"], False, False, id="a fact missed is no breach"),
        pytest.param("denied", [], False, False, id="not coded"),
    ],
)
def test_verdict(gold, stances, right, breach):
    verdict = stance.Verdict(an_item(stance=gold), tuple(map(a_shown, stances)))
    assert (verdict.stance_right, verdict.breach, verdict.coded) == (right, breach, bool(stances))


def test_score_counts():
    verdicts = [
        stance.Verdict(an_item(), (a_shown(),)),
        stance.Verdict(an_item(), (a_shown("actual", source=None),)),
        stance.Verdict(an_item(), ()),
        stance.Verdict(an_item(stance="actual", source=None), (a_shown("actual", source=None),)),
    ]
    found = stance.score(verdicts, half="dev", cls="all")
    assert (found.items, found.coded, found.named, found.hedged, found.breaches) == (4, 3, 2, 3, 1)
    assert found.shares == {
        "coded": 75.0,
        "stance": 66.7,
        "source": 66.7,
        "anonymous": 100.0,
        "shown_as_actual": 33.3,
        "shown_as_actual_of_coded": 50.0,
    }


def test_of_nothing_nothing_is_wrong():
    found = stance.score([], half="dev", cls="all")
    assert set(found.shares.values()) == {0.0}
    assert list(stance.table([found]))[2] == "| dev | all | 0 | 0.0 | 0.0 | 0.0 | – | 0 | 0 | – |"


def test_misses_tell_nothing_of_the_unseen_half():
    verdicts = [stance.Verdict(i, ()) for i in ITEMS]
    listed = "\n".join(stance.misses(verdicts))
    assert all((i.text in listed) is (i.half == "dev") for i in ITEMS)


def test_write_leaves_the_rest_of_the_page(tmp_path):
    page = tmp_path / "quality.md"
    page.write_text("# Quality\n\nBefore.\n", encoding="utf-8")
    scores = [stance.score([stance.Verdict(an_item(), ())], half="dev", cls="all")]
    stance.write(scores, page)
    page.write_text(page.read_text(encoding="utf-8") + "\nAfter.\n", encoding="utf-8")
    first = page.read_text(encoding="utf-8")
    stance.write(scores, page)
    assert page.read_text(encoding="utf-8") == first
    assert first.startswith("# Quality\n\nBefore.\n\n## How it holds\n")
    assert first.endswith(f"{stance.MARKS[1]}\n\nAfter.\n")
