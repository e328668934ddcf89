"""What keeps a clause from being a fact, wherever it stands; and plain facts beside such words."""

import pytest

from tests.coding.told import reports_of


def stances(text, code):
    return {r.stance for r in reports_of(text, "event") if r.content.type == code}


@pytest.mark.parametrize(("text", "stance"), [
    pytest.param("Poland worries about Russia attacking Estonia.", "possible", id="a gerund after about"),
    pytest.param("Nobody rules out the scenario of Russia attacking Estonia.", "possible", id="a gerund after an idea"),
    pytest.param("Little stands in the way of Russia attacking Estonia.", "possible", id="in the way of"),
    pytest.param("The summer passed without Russia attacking Estonia.", "negated", id="without, with a doer"),
    pytest.param("It looks as if Russia attacked Estonia.", "possible", id="as if"),
    pytest.param("It looks like Russia attacked Estonia.", "possible", id="looks like"),
    pytest.param("Russia presumably attacked Estonia to test it.", "possible", id="an adverb the parse hangs elsewhere"),
    pytest.param("Russia, by Warsaw's account, attacked Estonia.", "alleged", id="by somebody's account"),
    pytest.param("Russia attacked Estonia, or so Warsaw would have it.", "alleged", id="would have it"),
    pytest.param("Warsaw's claims are that Russia attacked Estonia.", "alleged", id="claims are that"),
    pytest.param("He repeated Warsaw's contention that Russia attacked Estonia.", "alleged", id="a contention"),
    pytest.param("The theory that Russia attacked Estonia has many friends.", "possible", id="a theory"),
    pytest.param("That Russia attacked Estonia is flatly denied in Moscow.", "denied", id="a subject that is denied"),
    pytest.param("Moscow repudiated a report which said that Russia attacked Estonia.", "denied", id="a report which said"),
    pytest.param("Russia denied any role in a Russian attack on Estonia.", "denied", id="denied a role in"),
    pytest.param("Whoever attacks Estonia, Russia or Belarus, will face Poland.", "possible", id="whoever"),
    pytest.param("Russia attacked Estonia after a night of calm.", "actual", id="near miss: a plain fact"),
    pytest.param("With Russia attacking Estonia, Poland closed its border.", "actual", id="near miss: with it doing"),
    pytest.param("After the attack by Russia on Estonia, Poland may act.", "actual", id="near miss: after the attack"),
    pytest.param("Estonia worries about Poland because Russia attacked Estonia.", "actual", id="near miss: worries"),
    pytest.param("Villagers watched Russia attacking Estonia.", "actual", id="near miss: watched it doing"),
    pytest.param("Russia attacked Estonia, and Warsaw denied any role in the talks.", "actual", id="near miss: another role"),
    pytest.param("It was clear that Russia attacked Estonia.", "actual", id="near miss: clear that"),
])  # fmt: skip
def test_what_is_no_fact(text, stance):
    assert stances(text, "ASSAULT") == {stance}


@pytest.mark.parametrize(("text", "stance"), [
    pytest.param("The foreign ministers of Greece and Turkey meet next Tuesday in Athens.", "planned", id="meet next week"),
    pytest.param("The foreign ministers of Greece and Turkey met last Tuesday in Athens.", "actual", id="near miss: met"),
    pytest.param("A visit by the Polish president to Ankara is in the works.", "planned/possible", id="in the works"),
])  # fmt: skip
def test_meetings_to_come(text, stance):
    told = stances(text, "CONSULT")
    assert told
    assert told <= set(stance.split("/"))


@pytest.mark.parametrize(("text", "code", "stance"), [
    pytest.param("Cairo to Tripoli: release the Egyptian envoys", "RETREAT", "demanded", id="an order after a colon"),
    pytest.param("Kosovo 'expelled' the Iranian envoys on Friday.", "SANCTION", "alleged", id="scare quotes"),
    pytest.param("Kosovo expelled the 'rude' Iranian envoys on Friday.", "SANCTION", "actual", id="near miss: a word"),
    pytest.param("Serbia condemned what it called a Kosovan attack on Belgrade.", "ASSAULT", "alleged", id="what it called"),
    pytest.param("Serbia condemned a Kosovan attack on Belgrade.", "ASSAULT", "actual", id="near miss: not called"),
])  # fmt: skip
def test_words_kept_at_a_distance(text, code, stance):
    assert stances(text, code) == {stance}


@pytest.mark.parametrize(("text", "stance"), [
    pytest.param("The Houthi movement claimed responsibility for the Yemeni attack on Saudi Arabia.", "alleged",
                 id="claimed responsibility"),
    pytest.param("The Houthi movement attacked Saudi Arabia and took responsibility for the port.", "actual",
                 id="near miss: another responsibility"),
])  # fmt: skip
def test_who_says_it_was_he(text, stance):
    assert stances(text, "ASSAULT") == {stance}
