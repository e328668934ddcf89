import pytest

from dragoman.coding.event_drafts import EventDraft
from dragoman.ontology.codebook import Example, load_codebook
from tests.coding.sentence import codes, events_of

TYPES = load_codebook().types
EXAMPLES = [pytest.param(x, id=f"{e.type}: {x.text}") for e in TYPES for x in e.examples]
NEAR_MISSES = [pytest.param(e.type, x, id=f"not {e.type} but {x.type}: {x.text}") for e in TYPES for x in e.near_misses]


def _as_wanted(draft: EventDraft, want: Example) -> bool:
    mode = want.mode is None or draft.mode == want.mode
    who = (
        codes(draft, "actor") == tuple(sorted(want.actors)),
        codes(draft, "recipient") == tuple(sorted(want.recipients)),
    )
    return draft.type == want.type and mode and all(who)


def _stand_alone(text: str) -> list[EventDraft]:
    """The events that are neither negated nor the content of another."""
    return [d for d in events_of(text) if not d.negated and d.governor is None]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_codebook_is_coded_as_it_says(example: Example) -> None:
    found = events_of(example.text)
    assert any(_as_wanted(d, example) for d in found), found


@pytest.mark.parametrize(("type_", "miss"), NEAR_MISSES)
def test_no_near_miss_is_coded_as_the_type_it_is_near_to(type_: str, miss: Example) -> None:
    found = _stand_alone(miss.text)
    assert type_ not in [d.type for d in found]
    assert miss.type is None or miss.type in [d.type for d in found]


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        pytest.param("Sudan signed the pact with Chad.", "SUPPORT", "told", id="a signing"),
        pytest.param("Sudan will sign the pact with Chad.", "AGREE", "future", id="a signing to come is a promise"),
        pytest.param("Sudan will not sign the pact with Chad.", "REJECT", "refusal", id="will not is a refusal"),
        pytest.param("Sudan will withdraw its troops from Chad.", "CONCEDE", "future", id="a withdrawal to come"),
        pytest.param("Sudan vowed not to leave the talks with Chad.", "REJECT", "refusal", id="a promise not to"),
    ],
)
def test_tense_and_negation_change_the_type(text: str, type_: str, told: str) -> None:
    assert (type_, told) in [(d.type, d.told) for d in events_of(text)]


def test_what_did_not_happen_keeps_its_negation() -> None:
    (draft,) = events_of("Sudan did not attack Chad.")
    assert draft.negated


def test_the_content_of_a_demand_hangs_from_it() -> None:
    drafts = events_of("Norway demanded that Sudan release the prisoners.")
    content = next(d for d in drafts if d.type == "RETREAT")
    assert content.governor is not None
    assert content.governor.lemma == "demand"


def test_what_marchers_demand_is_not_coded_beside_the_march() -> None:
    types = [d.type for d in events_of("Thousands of Sudanese marched in Khartoum, demanding elections from Sudan.")]
    assert "REQUEST" not in types
    assert "PROTEST" in types


def test_a_noun_that_a_light_verb_carries_is_one_event() -> None:
    types = [d.type for d in events_of("Sudan launched an attack on Chad.")]
    assert types == ["ASSAULT"]


def test_contexts_come_from_the_words_around() -> None:
    (draft,) = events_of("Sudan deported Chadian refugees.")
    assert "migration" in draft.context


@pytest.mark.parametrize(
    ("text", "types"),
    [
        pytest.param(
            "A Kenyan official who asked not to be named met Ugandan envoys.", ["CONSULT"], id="a source hides"
        ),
        pytest.param("Kenya asked Uganda not to close the border.", ["REQUEST"], id="a state asks"),
    ],
)
def test_not_to_be_named_is_asked_of_nobody(text: str, types: list[str]) -> None:
    assert [d.type for d in events_of(text) if d.governor is None] == types
