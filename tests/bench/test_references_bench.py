"""The bench of references: its data is well formed, and its counting is what its help says."""

import pytest

from bench import references
from dragoman.model.actor import Actor
from dragoman.model.text import Span

ITEMS = [i for i in references.items() if i.half == "dev"]
CLASSES = {
    "both", "instrument", "pronoun state", "pronoun person", "office", "body", "epithet", "metonym", "surname",
}  # fmt: skip
IRAN = Actor("IRN", "Iran", "state", "IRN")
MAJLIS = Actor("IRN/legislature", "Majlis", "chamber", "IRN", ("LEG",))
CABINET = Actor("IRN/government", "Iranian government", "body", "IRN", ("GOV",))
JANE = Actor("person/jane-doe", "Jane Doe", "person", "KEN", ("GOV",))
UNHCR = Actor("UN/unhcr", "UN refugee agency", "organisation", None, ("IGO", "UNO"))


def an_item(means, cls="body"):
    return references.Item("dev", "The parliament met.", cls, "The parliament", 1, tuple(means), None)


def test_there_is_enough_of_each_class():
    assert {i.cls for i in ITEMS} == CLASSES
    assert len(ITEMS) >= 110
    assert sum(not i.means for i in ITEMS) >= 20


@pytest.mark.parametrize("fault", [
    pytest.param(lambda i: i.start < 0, id="words"),
    pytest.param(lambda i: i.antecedent is not None and i.antecedent not in i.text, id="antecedent"),
    pytest.param(lambda i: not i.means and i.antecedent, id="open"),
    pytest.param(lambda i: any(m.startswith("instrument/") for m in i.means) is not bool(i.means and i.cls == "instrument"), id="instrument"),
])  # fmt: skip
def test_passages_are_well_formed(fault):
    assert [i.text for i in ITEMS if fault(i)] == []


@pytest.mark.parametrize(("means", "actors", "right"), [
    pytest.param(["IRN"], [IRAN], True, id="a state"),
    pytest.param(["IRN"], [MAJLIS], False, id="a body is not its state"),
    pytest.param(["IRN/parliament"], [MAJLIS], True, id="a body in any wording"),
    pytest.param(["IRN/parliament"], [IRAN], False, id="a state is not its body"),
    pytest.param(["KEN/minister"], [JANE], True, id="an office by its holder"),
    pytest.param(["person/Jane Doe"], [JANE], True, id="a person"),
    pytest.param(["person/Jane A. Doe"], [JANE], True, id="a person by fewer words"),
    pytest.param(["person/Jane Roe"], [JANE], False, id="another person"),
    pytest.param(["UN/refugee agency"], [UNHCR], True, id="a body of an organisation"),
    pytest.param(["IRN", "person/Jane Doe"], [JANE, IRAN], True, id="two, in any order"),
    pytest.param(["IRN"], [IRAN, JANE], False, id="one too many"),
    pytest.param(["IRN", "person/Jane Doe"], [IRAN], False, id="one too few"),
    pytest.param([], [IRAN], False, id="what is open"),
])  # fmt: skip
def test_what_is_right(means, actors, right):
    assert references.fits(an_item(means), references.Shown(tuple(actors))) is right


def test_a_metonym_is_a_state_or_its_government():
    assert references.fits(an_item(["IRN"], "metonym"), references.Shown((CABINET,)))
    assert not references.fits(an_item(["IRN"], "metonym"), references.Shown((IRAN,), place=True))
    assert references.fits(an_item(["place/Tehran"], "metonym"), references.Shown((IRAN,), place=True))


@pytest.mark.parametrize(("words", "right"), [
    pytest.param("a border treaty", True, id="the same noun"),
    pytest.param("a trade deal", False, id="another"),
])  # fmt: skip
def test_an_instrument_by_its_noun(words, right):
    shown = references.Shown(instrument=words, antecedent=Span("a", 0, 3))
    assert references.fits(an_item(["instrument/treaty"], "instrument"), shown) is right


def test_score_counts():
    verdicts = [
        references.Verdict(an_item(["IRN"]), references.Shown((IRAN,)), right=True, antecedent=True),
        references.Verdict(an_item(["IRN"]), references.Shown((JANE,)), right=False, antecedent=None),
        references.Verdict(an_item(["IRN"]), references.Shown(), right=False, antecedent=None),
        references.Verdict(an_item([]), references.Shown(), right=False, antecedent=None),
    ]
    found = references.score(verdicts, half="dev", cls="all")
    assert found.shares == {"precision": 50.0, "recall": 33.3, "left_open": 100.0, "antecedent": 100.0}


def test_misses_tell_nothing_of_the_unseen_half():
    one = references.Item("unseen", "Secret words.", "body", "words", 1, ("IRN",), None)
    verdict = references.Verdict(one, references.Shown(), right=False, antecedent=None)
    assert "Secret" not in "\n".join(references.misses([verdict]))


def test_write_leaves_the_rest_of_the_page(tmp_path):
    page = tmp_path / "quality.md"
    page.write_text("# Quality\n\nBefore.\n", encoding="utf-8")
    scores = [references.score([], half="dev", cls="all")]
    references.write(scores, page)
    first = page.read_text(encoding="utf-8")
    references.write(scores, page)
    assert page.read_text(encoding="utf-8") == first
    assert first.startswith("# Quality\n\nBefore.\n\n## What words refer to\n")
