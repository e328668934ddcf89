"""Steps: an act of an instrument, by whom, with whom, when; and what only looks like one."""

import pytest

from dragoman.model.report import StepContent
from tests.coding.told import ids, reports_of


def steps(text):
    return [r for r in reports_of(text, "step") if isinstance(r.content, StepContent)]


@pytest.mark.parametrize(("text", "act", "who"), [
    pytest.param("Norway and Iceland signed a fisheries treaty in Bergen on Monday.", "signed", {"NOR", "ISL"}, id="two states sign"),
    pytest.param("Peru signed a water treaty with Bolivia.", "signed", {"PER", "BOL"}, id="with a partner"),
    pytest.param("The Knesset approved the water accord on Tuesday.", "approved", {"ISR/legislature", "ISR"}, id="a chamber approves"),
    pytest.param("Latvia's parliament has ratified the border treaty.", "approved", {"LVA/legislature", "LVA"}, id="a parliament's ratified is an approval"),
    pytest.param("The convention was ratified by the Kenyan parliament.", "approved", {"KEN/legislature", "KEN"}, id="in the passive"),
    pytest.param("Ghana ratified the convention in 2019.", "ratified", {"GHA"}, id="a state ratifies"),
    pytest.param("The tax treaty between Chile and Japan entered into force on 1 July.", "in_force", {"CHL", "JPN"}, id="it enters into force"),
    pytest.param("Sweden withdrew from the convention last year.", "withdrawn", {"SWE"}, id="a state leaves"),
    pytest.param("Chile and Peru put pen to paper on a water accord on Monday.", "signed", {"CHL", "PER"}, id="pen to paper"),
    pytest.param("India put the water treaty with Nepal in abeyance.", "suspended", {"IND", "NPL"}, id="in abeyance"),
    pytest.param("Mali formally left ECOWAS on Monday.", "withdrawn", {"MLI"}, id="a membership"),
    pytest.param("The European Union prolonged the sanctions on Chad by six months.", "extended", {"EU"}, id="sanctions"),
    pytest.param("Canada and the European Union signed CETA in 2016.", "signed", {"CAN", "EU"}, id="known by name alone"),
    pytest.param("The Houthis and Oman signed a truce.", "signed", {"HOUTHIS", "OMN"}, id="an armed group is its own party"),
    pytest.param("The signing of the accord between Serbia and Hungary is scheduled for Friday.", "signed", {"SRB", "HUN"}, id="a noun that is to come about"),
])  # fmt: skip
def test_tells_an_act(text, act, who):
    found = steps(text)
    assert [s.content.act for s in found] == [act]
    assert ids(found[0], "party", "body", "signatory") == who


@pytest.mark.parametrize("text", [
    pytest.param("The minister signed autographs for the children.", id="nothing was agreed"),
    pytest.param("The old king of Norway passed away on Sunday.", id="passed away"),
    pytest.param("Norway extended condolences to Iceland.", id="extended condolences"),
    pytest.param("The ratification of the treaty comes at a delicate moment.", id="a noun that takes up what was told"),
    pytest.param("Sweden left the EU summit early.", id="a summit is no membership"),
    pytest.param("The treaty of Chad ended the war.", id="it ended something else"),
    pytest.param("Chad cannot pass legislation.", id="no law in particular"),
    pytest.param("Critics in Oslo approved of the film about the treaty.", id="critics are no body"),
])  # fmt: skip
def test_near_miss(text):
    assert steps(text) == []


@pytest.mark.parametrize(("text", "stance"), [
    pytest.param("Chile will sign a trade agreement with Japan on Friday.", "planned", id="will"),
    pytest.param("Chile agreed to ratify the trade agreement.", "planned", id="agreed to"),
    pytest.param("Chile may ratify the trade agreement.", "possible", id="may"),
    pytest.param("Chile has not ratified the trade agreement.", "negated", id="not"),
    pytest.param("Chile refused to sign the trade agreement.", "negated", id="refused to"),
    pytest.param("Japan urged Chile to ratify the trade agreement.", "demanded", id="urged to"),
    pytest.param("Chile ratified the trade agreement.", "actual", id="plain"),
])  # fmt: skip
def test_stance(text, stance):
    assert [s.stance for s in steps(text)] == [stance]


@pytest.mark.parametrize(("text", "edtf", "basis"), [
    pytest.param("Oman ratified the customs treaty on 3 May 2024.", "2024-05-03", "clause", id="its own day"),
    pytest.param("Oman's parliament ratified the customs treaty in April.", "2024-04", "clause", id="a month gone by"),
    pytest.param("Oman's parliament ratified the customs treaty, state media reported on Tuesday.", "[..2024-06-04]", "report_date", id="the day is the report's"),
    pytest.param("Oman's parliament ratified the customs treaty.", "[..2024-06-05]", "article", id="no day: not after the paper"),
])  # fmt: skip
def test_when(text, edtf, basis):
    when = steps(text)[0].when
    assert (when.edtf, when.basis) == (edtf, basis)


@pytest.mark.parametrize(("text", "last"), [
    pytest.param("Chad signed the border treaty on Monday. Two days later Oman ratified the customs treaty.", "2024-06-05", id="two days later"),
    pytest.param("Chad signed the border treaty on 3 May 2024. The next day Oman ratified the customs treaty.", "2024-05-04", id="the next day"),
    pytest.param("Chad signed the border treaty on May 3, the ministry said on Tuesday. A week earlier Oman ratified the customs treaty.", "2024-04-26~", id="the day of the words is none"),
    pytest.param("Chad signed the border treaty in 2021. The following year Oman ratified the customs treaty.", "2022", id="the following year"),
    pytest.param("Chad signed the border treaty. Two days later Oman ratified the customs treaty.", None, id="nothing is told before it"),
])  # fmt: skip
def test_when_counts_from_what_was_told(text, last):
    found = [s for s in steps(text) if s.content.act == "ratified"]
    assert [s.when.edtf for s in found] == [last]


def test_term_and_name():
    step = steps("Peru signed a 15-year gas supply agreement with Bolivia.")[0]
    assert step.content.instrument.term == "P15Y"
    assert "gas supply agreement" in step.content.instrument.name


def test_place():
    step = steps("The pact was signed by the presidents of Ghana and Togo in Accra in March.")[0]
    assert [(p.name, p.country) for p in step.where] == [("Accra", "GHA")]


def test_a_whole_state_told_beside_its_parliament():
    found = steps("Latvia ratified the border pact with Estonia. The Saeima ratified the border pact on Tuesday.")
    assert {s.content.act for s in found} == {"approved"}
    assert all(s.content.as_said == "ratified" for s in found)


def test_every_field_has_its_words():
    text = "Norway and Iceland signed a fisheries treaty in Bergen on Monday."
    for report in reports_of(text):
        for evidence in report.evidence:
            assert text[evidence.span.start : evidence.span.end] == evidence.quote
        for number, role in enumerate(report.roles):
            assert role.text in [e.quote for e in report.evidence if e.field == f"roles.{number}"]


def test_the_day_of_the_words_does_not_date_what_is_planned():
    planned = [r for r in reports_of("Chad will sign the pact with Mali, its foreign minister said on Sunday.")
               if r.kind == "step"]  # fmt: skip
    assert [(r.stance, r.when) for r in planned] == [("planned", None)]


def test_the_day_of_a_vote_dates_what_the_body_voted_to_do():
    text = "Kenya's parliament voted 84 to 12 on Tuesday to ratify the pact with Chad."
    assert {r.when.edtf for r in reports_of(text) if r.kind == "step"} == {"2024-06-04"}
