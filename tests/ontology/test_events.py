import pytest

from dragoman.errors import OntologyError
from dragoman.model.terms import EventType
from dragoman.ontology.codebook import TYPES, load_codebook, parse, spelled

# pairs of type and mode that PLOVER 2.0 has (vandalize has no score there, occupy is ours)
MODES: dict[EventType, set[str]] = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "violence", "territory"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
}  # fmt: skip
QUADS = {1: "AGREE CONSULT SUPPORT CONCEDE", 2: "COOPERATE AID RETREAT", 3: "REQUEST ACCUSE REJECT THREATEN"}


@pytest.mark.parametrize("type_", TYPES)
def test_each_type_has_its_modes_and_enough_sentences(type_: EventType) -> None:
    entry = load_codebook().entry(type_)
    assert {m.name for m in entry.modes} == MODES.get(type_, set())
    assert len(entry.examples) >= 8
    assert len(entry.near_misses) >= 4
    assert entry.confused_with


@pytest.mark.parametrize(("quad", "types"), QUADS.items())
def test_quads_are_plovers(quad: int, types: str) -> None:
    assert [e.type for e in load_codebook().types if e.quad == quad] == types.split()


def test_there_are_37_contexts_each_with_words() -> None:
    contexts = load_codebook().contexts
    assert len(contexts) == 37
    assert all(c.about and c.words for c in contexts)


def test_each_cue_names_a_verb_or_a_noun_and_no_word_is_empty() -> None:
    for entry in load_codebook().types:
        for cue in entry.cues:
            assert cue.verbs or cue.nouns, cue.name


def test_bare_on_is_a_preposition_though_yaml_reads_it_as_true() -> None:
    raw = _raw(cues=[{"verb": ["impose"], "with": {True: ["any"]}, "recipient": [True]}])
    (cue,) = parse(raw).entry("AID").cues
    assert cue.needs[0].case == "on"
    assert cue.recipient == ("on",)


@pytest.mark.parametrize(
    ("cue", "message"),
    [
        pytest.param({"verbs": ["give"]}, "unknown field 'verbs'", id="a field that is none"),
        pytest.param(
            {"verb": ["give"], "object": ["@good"]}, "no word list called '@good'", id="a list that is not there"
        ),
        pytest.param({"verb": ["give"], "mode": "visit"}, "unknown mode 'visit'", id="a mode of another type"),
        pytest.param({"verb": ["give"], "future": "ARGUE"}, "no event type 'ARGUE'", id="a type that is none"),
    ],
)
def test_a_slip_in_a_file_is_named(cue: dict[str, object], message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        parse(_raw(cues=[cue]))


@pytest.mark.parametrize(
    ("british", "american"),
    [
        pytest.param("recognise", "recognize", id="-ise"),
        pytest.param("defence", "defense", id="-ence"),
        pytest.param("labour programme", "labor program", id="two words"),
        pytest.param("four", "four", id="a short word is left alone"),
    ],
)
def test_both_spellings_are_one(british: str, american: str) -> None:
    assert spelled(british) == spelled(american)


def _raw(cues: list[dict[str, object]]) -> dict[str, object]:
    """A codebook whose AID has the given cues, its other types none."""
    entry = {"name": "n", "definition": "d", "quad": 1, "score": 1, "recipient": "optional"}
    files: dict[str, object] = {t.lower(): entry | {"type": t} for t in TYPES}
    return files | {
        "aid": entry | {"type": "AID", "cues": cues},
        "words": {"light": [], "irregular": [], "aid": ["food"]},
    }
