"""Provisions: what an instrument holds, permits, forbids or leaves out."""

import pytest

from tests.coding.told import reports_of


@pytest.mark.parametrize(("text", "obligation", "words", "sector"), [
    pytest.param("The treaty provides for joint naval drills.", "included", "joint naval drills", "military", id="provides for"),
    pytest.param("The accord includes a new gas pipeline.", "included", "a new gas pipeline", "energy", id="includes"),
    pytest.param("The pact stops short of committing the two states to mutual defence.", "excluded", "mutual defence", "military", id="stops short of"),
    pytest.param("The agreement does not constitute a defence alliance.", "excluded", "a defence alliance", "military", id="does not constitute"),
    pytest.param("The convention bans nuclear tests.", "forbidden", "nuclear tests", "nuclear", id="bans"),
    pytest.param("The treaty allows inspectors to visit two naval bases.", "permitted", "visit two naval bases", "military", id="allows"),
    pytest.param("The deal lays the groundwork for a railway to the coast.", "included", "a railway", "transport", id="lays the groundwork"),
])  # fmt: skip
def test_holds(text, obligation, words, sector):
    found = reports_of(text, "provision")
    assert [r.content.obligation for r in found] == [obligation]
    assert words in found[0].content.text
    assert sector in found[0].content.sectors
    assert (found[0].polarity, found[0].stance) == ("+", "actual")


@pytest.mark.parametrize("text", [
    pytest.param("The guests included two kings.", id="guests are no instrument"),
    pytest.param("Snow covered the road to the border.", id="snow covers"),
    pytest.param("The car stopped short of the wall.", id="a car stops short"),
    pytest.param("Critics fear the pact.", id="a fear is no provision"),
    pytest.param("The pact gives Chad leverage.", id="what it means for somebody is a judgement"),
])  # fmt: skip
def test_near_miss(text):
    assert reports_of(text, "provision") == ()


def test_it_stands_for_the_subject_before():
    found = reports_of("The pact covers trade. It provides for joint patrols.", "provision")
    assert [r.content.text for r in found] == ["trade", "joint patrols"]


def test_coordinated_objects_are_one_each():
    found = reports_of("The treaty covers trade, energy and culture.", "provision")
    assert [r.content.text for r in found] == ["trade", "energy", "culture"]


def test_what_is_left_out_is_not_held():
    found = reports_of("The accord stops short of establishing a joint army.", "provision")
    assert [r.content.obligation for r in found] == ["excluded"]


@pytest.mark.parametrize(("text", "obligation", "words"), [
    pytest.param("Under the accord, the two countries will share the water of the river.", "included", "share the water", id="under the accord"),
    pytest.param("Residents may choose their citizenship under the treaty.", "permitted", "choose their citizenship", id="may, under the treaty"),
    pytest.param("Under the terms of the accord, Chad will close two ports.", "included", "close two ports", id="under its terms"),
    pytest.param("The accord commits Chad not to arm rebels.", "forbidden", "arm rebels", id="commits not to"),
    pytest.param("Farm goods were left out of the trade deal.", "excluded", "Farm goods", id="left out of"),
])  # fmt: skip
def test_told_otherwise(text, obligation, words):
    found = reports_of(text, "provision")
    assert [r.content.obligation for r in found] == [obligation]
    assert words in found[0].content.text


@pytest.mark.parametrize("text", [
    pytest.param("The ship sailed under the bridge.", id="a bridge provides nothing"),
    pytest.param("Twelve people were left out of the photograph.", id="a photograph is no instrument"),
])  # fmt: skip
def test_told_otherwise_near_miss(text):
    assert reports_of(text, "provision") == ()


def test_how_long_it_runs():
    (found,) = reports_of("The treaty runs for 25 years.", "provision")
    assert found.content.instrument.term == "P25Y"
