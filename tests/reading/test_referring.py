"""What refers: pronouns, epithets, bodies, offices, instruments, speakers; and what is left open."""

import pytest
from tests.coding.told import read_text

from dragoman.model.reading import Mention


def meant(text: str, words: str) -> tuple[str, ...] | str | None:
    """Return who the last of the words stands for, or the words that they point at."""
    reading = read_text(text)
    start = text.rindex(words)
    end = start + len(words)
    over = [m for m in reading.mentions if m.span.start < end and start < m.span.end]
    best = max(over, key=lambda m: min(end, m.span.end) - max(start, m.span.start), default=None)
    if best is not None and (actors := _ids(best)):
        return actors
    pointers = (p for p in reading.pointers if p.span.start < end and start < p.span.end)
    return next((p.antecedent.of(text) for p in pointers), None)


def _ids(mention: Mention) -> tuple[str, ...]:
    return tuple(a.id for a in mention.members or ((mention.actor,) if mention.actor else ()))


@pytest.mark.parametrize(("text", "words", "actors"), [
    pytest.param("Chad said it would leave.", "it", ("TCD",), id="it of what is said"),
    pytest.param("Chad told Mali that it would leave.", "it", ("TCD",), id="the speaker, not who is spoken to"),
    pytest.param("Chad closed the road. It gave no reason.", "It", ("TCD",), id="the subject before"),
    pytest.param("Kenya complained that Chad had moved its troops.", "its", ("TCD",), id="its of its own subject"),
    pytest.param("Kenya asked Chad to withdraw its troops.", "its", ("TCD",), id="its of who is asked"),
    pytest.param("Chad and Mali said they would leave.", "they", ("TCD", "MLI"), id="they are those told together"),
    pytest.param("It is clear that Chad will leave.", "It", None, id="near miss: an empty it"),
    pytest.param("Chad closed the road. The road is old. It was built in 1950.", "It", None, id="near miss: a thing"),
    pytest.param("Chad and Mali met. A pilot said it was late.", "it", None, id="near miss: two before"),
    pytest.param("Chad attacked Mali after it shelled a town.", "it", None, id="near miss: either of two"),
    pytest.param("Pilots left. They said little.", "They", None, id="near miss: nobody we know"),
])  # fmt: skip
def test_states(text, words, actors):
    assert meant(text, words) == actors


@pytest.mark.parametrize(("text", "words", "actors"), [
    pytest.param("Kenyan President Peter Otieno said he would go.", "he", ("person/peter-otieno",), id="he said"),
    pytest.param(
        "Kenyan Minister Anna Otieno met Chadian Minister Paul Deby. She was glad.", "She", ("person/anna-otieno",),
        id="by given names",
    ),
    pytest.param(
        "Kenyan Minister Peter Otieno and Chadian Minister Paul Deby met. He was glad.", "He", None,
        id="near miss: two men",
    ),
    pytest.param(
        "Kenyan Minister Peter Otieno met Chadian Minister Paul Deby. He was glad.", "He", None,
        id="near miss: he who met a man",
    ),
    pytest.param('"I will go," Kenyan Minister Anna Otieno said.', "I", ("person/anna-otieno",), id="who speaks"),
    pytest.param('Kenyan Minister Anna Otieno left. "I will go."', "I", None, id="near miss: nobody is told to say it"),
    pytest.param(
        "Kenyan President Peter Otieno met Chadian President Paul Deby. The two leaders agreed.", "The two leaders",
        ("person/peter-otieno", "person/paul-deby"), id="two leaders",
    ),
    pytest.param(
        "Kenyan President Peter Otieno spoke. The two leaders agreed.", "The two leaders", None,
        id="near miss: one leader",
    ),
    pytest.param(
        "Kenyan Ambassador Anna Otieno left Paris. The diplomat gave no reason.", "The diplomat",
        ("person/anna-otieno",), id="an office by another word",
    ),
    pytest.param(
        "Kenya's ambassador to Moscow, Anna Otieno, left. Otieno gave no reason.", "Otieno", ("person/anna-otieno",),
        id="told with the seat of the office",
    ),
])  # fmt: skip
def test_persons(text, words, actors):
    assert meant(text, words) == actors


@pytest.mark.parametrize(("text", "words", "actors"), [
    pytest.param("Saudi Arabia will pay. The kingdom is rich.", "The kingdom", ("SAU",), id="an epithet"),
    pytest.param("Jordan and Morocco met. The kingdom paid.", "The kingdom", None, id="near miss: two kingdoms"),
    pytest.param("France met Kenya. The kingdom paid.", "The kingdom", None, id="near miss: no kingdom"),
    pytest.param("China and Togo met. The West African country paid.", "West African country", ("TGO",), id="a region"),
    pytest.param("Togo paid. The host country was glad.", "The host country", None, id="near miss: host country"),
    pytest.param("Togo owes money. The country will pay.", "The country", ("TGO",), id="the country"),
    pytest.param("Togo met Benin. The country will pay.", "The country", None, id="near miss: which country"),
    pytest.param("NATO met. Jordan wrote to the alliance.", "the alliance", ("NATO",), id="an organisation"),
    pytest.param(
        "The British embassy closed its doors. Later the embassy opened.", "the embassy", ("GBR/foreign-ministry",), id="a body"
    ),
    pytest.param(
        "The British embassy and the French embassy shut. Later the embassy opened.", "the embassy", None,
        id="near miss: two embassies",
    ),
    pytest.param("Peru voted. On Monday its parliament met.", "its parliament", ("PER/legislature",), id="its own body"),
    pytest.param(
        "Mali, Niger and Chad met. The three countries agreed.", "The three countries", ("MLI", "NER", "TCD"),
        id="three countries",
    ),
    pytest.param("Mali met Niger. The three countries agreed.", "The three countries", None, id="near miss: two of three"),
])  # fmt: skip
def test_descriptions(text, words, actors):
    assert meant(text, words) == actors


@pytest.mark.parametrize(("text", "words", "antecedent"), [
    pytest.param("Chad and Mali signed a treaty. The treaty is short.", "treaty", "a treaty", id="the same noun"),
    pytest.param("Chad and Mali signed a treaty. The deal is short.", "deal", "a treaty", id="another noun"),
    pytest.param("Chad signed a treaty. Mali will ratify it.", "it", "a treaty", id="what is ratified"),
    pytest.param("A truce began. Qatar watches the ceasefire.", "ceasefire", "A truce", id="one of a kind"),
    pytest.param("A treaty was signed. Qatar watches the ceasefire.", "ceasefire", None, id="near miss: another kind"),
    pytest.param(
        "Chad signed a trade deal and a border deal. The deal is short.", "deal", None, id="near miss: one of two"
    ),
    pytest.param("Chad signed a treaty and passed a bill. Mali rejected it.", "it", None, id="near miss: a paper"),
    pytest.param("Chad passed a bill and a treaty. Mali rejected it.", "it", None, id="near miss: a paper beside it"),
    pytest.param("The deal is short.", "deal", None, id="near miss: nothing before"),
])  # fmt: skip
def test_instruments(text, words, antecedent):
    assert meant(text, words) == antecedent


def test_the_words_that_say_who_is_meant_are_kept():
    text = "Chad said it would leave."
    (found,) = [m for m in read_text(text).mentions if m.form == "reference"]
    assert found.antecedent is not None
    assert found.antecedent.of(text) == "Chad"


def test_the_both_words_are_kept_where_they_are_told_together():
    text = "Chad and Mali met. Both countries agreed."
    (found,) = [m for m in read_text(text).mentions if m.members]
    assert found.antecedent is not None
    assert found.antecedent.of(text) == "Chad and Mali"
