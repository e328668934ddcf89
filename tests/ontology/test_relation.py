"""Relations: the table of cues, its examples and near misses read as the program reads them."""

import pytest
from tests.coding.told import ids, reports_of

from dragoman import ontology
from dragoman.errors import UnknownName

TABLE = ontology.load().relations
EXAMPLES = [pytest.param(e, x, id=x.text) for e in TABLE.entries for x in e.examples]
NEAR = [pytest.param(e, n, id=n) for e in TABLE.entries for n in e.near]


@pytest.mark.parametrize(("cue", "example"), EXAMPLES)
def test_examples(cue, example):
    found = [r for r in reports_of(example.text, "relation") if r.content.kind == cue.kind]
    assert [r.rule for r in found] == [f"relations/{cue.id}"]
    report = found[0]
    assert (ids(report, "from"), ids(report, "to")) == (set(example.from_), set(example.to))
    assert report.stance == ("negated" if example.negated else "actual")
    if example.object:
        assert example.object in [r.text for r in report.roles if r.role == "object"]


@pytest.mark.parametrize(("cue", "text"), NEAR)
def test_near_misses(cue, text):
    held = [r for r in reports_of(text, "relation") if r.stance in ("actual", "negated")]
    assert [r.rule for r in held] == []


def test_unknown_cue():
    with pytest.raises(UnknownName, match="no relation cue called 'kinship'"):
        TABLE["kinship"]


def test_cues_are_found_by_word():
    assert [c.id for c in TABLE.verbs("mediate")] == ["mediates"]
    assert TABLE.nouns("herring") == ()
