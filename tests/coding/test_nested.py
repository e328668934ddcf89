"""Chains of attribution from the outlet inward: who is cited, quoted as saying, printed by another, believed."""

import pytest

from tests.coding.told import reports_of


def chains(text, code="signed"):
    """The chain of every report of an act, without the outlet."""
    found = [r for r in reports_of(text) if code in (getattr(r.content, "act", ""), getattr(r.content, "type", ""))]
    return {tuple(s.source for s in r.attribution[1:]) for r in found}


@pytest.mark.parametrize(("text", "chain"), [
    pytest.param("IRNA quoted the Syrian minister as saying that Iran had signed the treaty with Mali.",
                 ("IRNA", "the Syrian minister"), id="quoted as saying"),
    pytest.param("The Syrian minister was quoted by IRNA as saying Iran had signed the treaty with Mali.",
                 ("IRNA", "The Syrian minister"), id="was quoted by it as saying"),
    pytest.param("IRNA reported, citing the foreign ministry, that Iran had signed the treaty with Mali.",
                 ("IRNA", "the foreign ministry"), id="reported, citing"),
    pytest.param("Reuters, citing two diplomats, said Iran had signed the treaty with Mali.",
                 ("Reuters", "two diplomats"), id="citing, before the verb"),
    pytest.param("According to a statement carried by SANA, Iran signed the treaty with Mali.",
                 ("SANA", "a statement"), id="a statement carried by"),
    pytest.param("According to a Dutch paper, officials believe Iran has signed the treaty with Mali.",
                 ("a Dutch paper", "officials"), id="according to it, they believe"),
    pytest.param("Reuters reported that the president had told aides Iran would sign the treaty with Mali.",
                 ("Reuters", "the president"), id="told the hearers, without that"),
    pytest.param("IRNA reported that the minister said Iran had signed the treaty with Mali.",
                 ("IRNA", "the minister"), id="reported that he said"),
    pytest.param("Reuters, citing poor weather, said Iran had signed the treaty with Mali.",
                 ("Reuters",), id="near miss: a reason is no source"),
    pytest.param("When asked about the treaty, the minister said Iran had signed the treaty with Mali.",
                 ("the minister",), id="near miss: being asked tells nothing"),
    pytest.param("Iran signed the treaty with Mali, published by SANA on Friday.",
                 (), id="near miss: a text that is printed"),
])  # fmt: skip
def test_chain(text, chain):
    assert chains(text) == {chain}


@pytest.mark.parametrize(("text", "anonymous"), [
    pytest.param("Two people familiar with the talks said Iran had signed the treaty with Mali.", True, id="people"),
    pytest.param("According to people close to the talks, Iran has signed the treaty with Mali.", True, id="close to"),
    pytest.param("A minister who asked not to be named said Iran had signed the treaty with Mali.", True, id="a minister"),
    pytest.param("The minister said Iran had signed the treaty with Mali.", False, id="near miss: the minister"),
    pytest.param("Ali Rezaei said Iran had signed the treaty with Mali.", False, id="near miss: a name"),
])  # fmt: skip
def test_anonymous(text, anonymous):
    found = [r for r in reports_of(text) if getattr(r.content, "act", "") == "signed"]
    assert found
    assert {r.attribution[-1].anonymous for r in found} == {anonymous}


def test_what_somebody_is_sure_of_is_no_fact():
    told = reports_of("Eritrea is adamant that Ethiopia attacked Djibouti.", "event")
    assert {r.stance for r in told if r.content.type == "ASSAULT"} == {"alleged"}
    known = reports_of("Eritrea is aware that Ethiopia attacked Djibouti.", "event")
    assert {r.stance for r in known if r.content.type == "ASSAULT"} == {"actual"}
