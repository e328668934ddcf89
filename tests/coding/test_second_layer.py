"""Where no cue fits: what the second layer takes a clause for, and when it keeps silent."""

import pytest

from dragoman import ontology
from dragoman.coding import second_layer
from dragoman.coding.event_roles import frame_of
from dragoman.coding.scene import Scene
from dragoman.coding.second_layer import LABELS, SURE, SecondLayer
from tests.coding.sentence import events_of, reading_of


def guess(text, sure):
    article, reading = reading_of(text)
    world = ontology.load()
    scene = Scene(article, reading, world)
    clauses = (c for c in reading.clauses if c.kind == "verb")
    found = (second_layer.match(scene, world.events, c, sure=sure) for c in clauses)
    return [m.cue for m in found if m is not None]


def test_the_chances_of_all_labels_add_up_to_one():
    chances = second_layer.load().chances(("always", "verb sign"))
    assert set(chances) == set(LABELS)
    assert sum(chances.values()) == pytest.approx(1.0, abs=1e-4)


def test_a_word_decides_by_its_weights():
    weights = {"verb befriend": tuple(3.0 if label == "SUPPORT" else 0.0 for label in LABELS)}
    assert SecondLayer(weights).best(("verb befriend",))[0] == "SUPPORT"


def test_a_guess_names_itself_and_its_confidence():
    (cue,) = guess("Chad flummoxed Mali.", sure=0.0)
    assert cue.name.startswith(f"{cue.type}/second layer 0.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chad flummoxed the crowd.", id="one party alone"),
        pytest.param("Chad did not flummox Mali.", id="what is denied"),
        pytest.param("Chad said Mali.", id="a verb of saying"),
    ],
)
def test_of_some_clauses_nothing_is_guessed(text):
    assert guess(text, sure=0.0) == []


def test_below_its_threshold_it_keeps_silent():
    assert SURE >= 0.9
    assert [d for d in events_of("Chad flummoxed Mali.") if "second layer" in d.rule] == []


def test_no_name_is_a_sign():
    article, reading = reading_of("Chad flummoxed the Malian army.")
    scene = Scene(article, reading, ontology.load())
    clause = next(c for c in reading.clauses if c.kind == "verb")
    found = second_layer.features(scene, frame_of(scene, clause))
    assert not [f for f in found if "chad" in f.lower() or "mali" in f.lower()]
