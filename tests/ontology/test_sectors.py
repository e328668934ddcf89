import pytest

from dragoman import ontology

SECTORS = ontology.load().sectors


@pytest.mark.parametrize("entry", [pytest.param(e, id=e.id) for e in SECTORS.entries])
def test_examples_and_near_misses(entry):
    for example in entry.examples:
        assert not entry.words or entry.id in SECTORS.of(example), example
    for near in entry.near:
        assert entry.id not in SECTORS.of(near), near


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        pytest.param("yearly naval drills", ("military",), id="drills at sea"),
        pytest.param("a licence to drill for oil", ("energy",), id="drilling is no drill"),
        pytest.param("a clause on the West Bank", (), id="a river's bank holds no money"),
        pytest.param("banks will clear payments", ("finance",), id="a bank that does"),
        pytest.param("joint work on artificial intelligence", ("technology",), id="no spying in it"),
        pytest.param("a gas pipeline", ("energy", "infrastructure"), id="one thing in two sectors"),
        pytest.param("Agricultural exports", ("economic",), id="no culture in agriculture"),
        pytest.param("warm words", (), id="nothing told"),
    ],
)
def test_of(text, sectors):
    assert SECTORS.of(text) == sectors


def test_marks_say_where():
    ((sector, start, end),) = SECTORS.marks("a pact on uranium")
    assert (sector, "a pact on uranium"[start:end]) == ("nuclear", "uranium")
