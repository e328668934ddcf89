"""Standing relations: what holds between states; every cue's own examples are in tests/ontology/test_relation.py."""

import pytest

from tests.coding.told import ids, reports_of


def _one(text):
    (report,) = reports_of(text, "relation")
    return report


@pytest.mark.parametrize(("text", "from_", "to"), [
    pytest.param("Gabon supplies Benin with timber.", "GAB", "BEN", id="supplier first"),
    pytest.param("Norway has been supplying gas to Benin.", "NOR", "BEN", id="what is supplied first"),
    pytest.param("Benin is supplied with timber by Gabon.", "GAB", "BEN", id="passive"),
    pytest.param("Benin buys timber from Gabon.", "GAB", "BEN", id="buyer first"),
    pytest.param("Benin is a major buyer of timber from Gabon.", "GAB", "BEN", id="buyer as a noun"),
    pytest.param("Gabon is Benin's main supplier of timber.", "GAB", "BEN", id="whose supplier"),
    pytest.param("Gabon, a supplier of timber to Benin, raised its prices.", "GAB", "BEN", id="apposition"),
])  # fmt: skip
def test_supplier_and_supplied_keep_their_places(text, from_, to):
    report = _one(text)
    assert report.content.kind == "supply"
    assert (ids(report, "from"), ids(report, "to")) == ({from_}, {to})


def test_what_is_supplied_is_cut_before_a_side():
    report = _one("Gabon has been a supplier of cut timber to Benin since 2010.")
    assert [r.text for r in report.roles if r.role == "object"] == ["cut timber"]


@pytest.mark.parametrize(("text", "stance"), [
    pytest.param("Gabon may be a supplier of arms to Benin.", "possible", id="may"),
    pytest.param("If Gabon supplies Benin with arms, Togo will protest.", "possible", id="if"),
    pytest.param("Gabon is not a supplier of arms to Benin.", "negated", id="not"),
    pytest.param("Gabon has denied that it supplies Benin with arms.", "denied", id="it is the speaker, who denies"),
    pytest.param("Gabon, an ally of Togo, may leave the talks.", "actual", id="an apposition does not hang on may"),
    pytest.param("Despite U.S. sanctions on Oman, trade may grow.", "actual", id="what is given does not hang on may"),
])  # fmt: skip
def test_how_it_holds(text, stance):
    assert _one(text).stance == stance


@pytest.mark.parametrize(("text", "edtf"), [
    pytest.param("Togo has been under European Union sanctions since 2013.", "2013/..", id="since"),
    pytest.param("Croatia, an EU member since 2013, voted on Monday.", "2013/..", id="since, beside a name"),
    pytest.param("Croatia, an EU member, voted on Monday.", None, id="the day of the vote is not the membership's"),
])  # fmt: skip
def test_since_when(text, edtf):
    when = _one(text).when
    assert (when.edtf if when else None) == edtf


@pytest.mark.parametrize("text", [
    pytest.param("Tensions between Togo, an EU partner, and Benin fell.", id="EU is no side of it"),
    pytest.param("Northern Cyprus is recognised by Turkey.", id="part of a name is not the state"),
    pytest.param("The minister, an ally of the premier, left.", id="persons are no states"),
    pytest.param("Togo was a member of NATO.", id="what was"),
    pytest.param("Togo wants to remain an ally of Benin.", id="what is wanted"),
    pytest.param("Togo has been accused of supplying Benin with arms.", id="an act, not a state"),
    pytest.param("A deal between Togo and Benin was signed.", id="a deal is no dispute"),
    pytest.param("Togo imposed sanctions on Benin.", id="imposing is an event"),
])  # fmt: skip
def test_near_miss(text):
    assert [r.rule for r in reports_of(text, "relation") if r.stance == "actual"] == []


def test_both_sides_of_a_pair_in_the_order_told():
    report = _one("Togo and Benin are close allies.")
    assert [(r.role, r.actor) for r in report.roles] == [("from", "TGO"), ("to", "BEN")]


def test_one_left_out_is_no_side():
    assert ids(_one("Austria, a member of the EU but not of NATO, abstained."), "to") == {"EU"}


def test_an_army_is_taken_for_its_state():
    assert ids(_one("French troops are stationed in Chad."), "from") == {"FRA"}


def test_who_sanctions_stands_within_the_reference():
    report = _one("Togo signed a pact with Benin. The two U.S.-sanctioned nations praised it.")
    assert (ids(report, "from"), ids(report, "to")) == ({"USA"}, {"TGO", "BEN"})


def test_told_twice_in_a_sentence_is_told_once():
    assert len(reports_of("Gabon's ally Togo is an ally of Gabon.", "relation")) == 1
