import pytest

from dragoman import ontology

OUTLETS = ontology.load().outlets


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        pytest.param("https://www.reuters.com/world/story", "outlet/reuters", id="with www"),
        pytest.param("en.irna.ir", "outlet/irna", id="a host of a host"),
        pytest.param("https://reuters.com.example.org/", None, id="a host that only looks like it"),
        pytest.param("https://example.org/reuters.com", None, id="in the path"),
    ],
)
def test_at(address, outlet):
    found = OUTLETS.at(address)
    assert (found.id if found else None) == outlet


def test_named_by_alias():
    assert OUTLETS.named("Agence France-Presse") == OUTLETS.named("AFP")
    assert OUTLETS.named("the Lighthouse Gazette") is None


def test_a_states_medium_is_a_source_of_the_states():
    assert OUTLETS.named("IRNA").actor == "IRN/media/irna"
    assert OUTLETS.named("Reuters").actor == "outlet/reuters"


def test_agencies_have_credits():
    assert all(o.credits for o in OUTLETS.agencies)
