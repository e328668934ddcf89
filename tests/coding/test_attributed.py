"""What is attributed: by whom, by which word, and how far it reaches."""

from functools import cache

import pytest

from dragoman import ontology
from dragoman.coding.attributed import attributed
from dragoman.coding.scene import Scene
from tests.coding.sentence import reading_of
from tests.coding.told import reports_of


@cache
def told(text):
    """(source, cue, content) of every attribution in ``text``; pieces of content joined by " ~ "."""
    article, reading = reading_of(text)
    scene = Scene(article, reading, ontology.load())

    def words(span):
        return None if span is None else scene.words(span)

    return [(words(a.source), words(a.cue), " ~ ".join(scene.words(s) for s in a.content)) for a in attributed(scene)]


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("Kenya said that the border would stay open.", ("Kenya", "said", "that the border would stay open"), id="indirect"),
    pytest.param("The border would stay open, Kenya said.", ("Kenya", "said", "The border would stay open"), id="the cue last"),
    pytest.param("The talks, Oslo said, would go on in May.", ("Oslo", "said", "The talks ~ would go on in May"), id="the cue amid"),
    pytest.param("“We will keep the border open,” the minister said.", ("the minister", "said", "“We will keep the border open,”"), id="direct"),
    pytest.param("The minister said: “We will keep the border open.”", ("The minister", "said", "“We will keep the border open.”"), id="a colon before the quotation"),
    pytest.param("According to the coast guard, two ships collided.", ("the coast guard", "According to", "two ships collided"), id="according to"),
    pytest.param("Peru urged Chile to withdraw its troops.", ("Peru", "urged", "Chile to withdraw its troops"), id="whom it urges, too"),
    pytest.param("Officials fear that the dam will fail.", ("Officials", "fear", "that the dam will fail"), id="a fear"),
    pytest.param("Lima plans to buy twelve jets.", ("Lima", "plans", "to buy twelve jets"), id="a plan"),
    pytest.param("Rome opposes the new pipeline.", ("Rome", "opposes", "the new pipeline"), id="against something"),
    pytest.param("The envoy spoke of a new era.", ("The envoy", "spoke", "a new era"), id="a topic, without its preposition"),
    pytest.param("Oslo has called for a ceasefire.", ("Oslo", "called", "a ceasefire"), id="called for"),
    pytest.param("The raid was condemned by the envoy.", ("the envoy", "condemned", "The raid"), id="a passive with its doer"),
    pytest.param("Analysts are confident that the truce will hold.", ("Analysts", "confident", "that the truce will hold"), id="an adjective"),
    pytest.param("The ministry dropped its plan to buy jets.", ("its", "plan", "to buy jets"), id="a noun with its owner"),
])  # fmt: skip
def test_told(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize("text", [
    pytest.param("Engineers opened the bridge on Monday.", id="no word of speech or thought"),
    pytest.param("The envoy rose to speak.", id="a purpose is no plan"),
    pytest.param("The work went according to plan and ended in May.", id="a plan is no source"),
    pytest.param("The talks continued in Oslo.", id="continued, without a quotation"),
    pytest.param("The plan failed.", id="a noun that tells nothing"),
])  # fmt: skip
def test_nothing_told(text):
    assert [t for t in told(text) if t[1] != "according to"] == []


@pytest.mark.parametrize(("text", "source", "content"), [
    pytest.param("“We will stay,” the minister said. “Nobody can move us. We have the right to be there.” Rain fell.",
                 "the minister", "“We will stay,” ~ “Nobody can move us. We have the right to be there.”", id="halves around a cue, and all their sentences"),
    pytest.param("“We will stay. Nobody can move us,” the minister said. Rain fell.",
                 "the minister", "“We will stay. Nobody can move us,”", id="several sentences before the cue"),
    pytest.param("“We will stay,” the minister said.\n\n“Nobody can move us. We have rights.”\n\nRain fell.",
                 "the minister", "“We will stay,” ~ “Nobody can move us. We have rights.”", id="a paragraph that is all quotation"),
    pytest.param("''We will stay,'' the minister said. ''Nobody can move us now.''",
                 "the minister", "''We will stay,'' ~ ''Nobody can move us now.''", id="marks of two apostrophes"),
])  # fmt: skip
def test_a_quotation_is_told_whole(text, source, content):
    assert [t[2] for t in told(text) if t[0] == source] == [content]


@pytest.mark.parametrize("text", [
    pytest.param("“We will stay,” the minister said. “We will leave,” the general said.", id="the next quotation has its own speaker"),
    pytest.param("“We will stay,” the minister said.\n\nThe general said: “We will leave at once.”", id="a paragraph with a speaker of its own"),
])  # fmt: skip
def test_a_quotation_ends_where_another_speaks(text):
    assert not any("leave" in content for source, _, content in told(text) if source == "the minister")


def test_scare_quotes_are_no_speech():
    assert told("The “axis” met in Oslo.") == []


def test_what_is_wanted_in_another_s_words_is_his_saying():
    found = told("The envoy said that Lima wants to buy twelve jets.")
    assert [t[:2] for t in found] == [("The envoy", "said")]


def test_the_speaker_goes_on_with_another_saying():
    found = {t[1]: t[2] for t in told("The envoy said that the road was shut and warned that food was short.")}
    assert "food" not in found["said"]


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("“It was a long night for all of us.” — Ana Ruiz", [("Ana Ruiz", "“It was a long night for all of us.”")], id="signed under a quotation"),
    pytest.param("RUIZ: We were late.\n\nOLSEN: Why was that?\n\nRUIZ: The road was shut.\n\nOLSEN: I see.",
                 [("RUIZ", "We were late."), ("OLSEN", "Why was that?"), ("RUIZ", "The road was shut."), ("OLSEN", "I see.")], id="a printed conversation"),
    pytest.param("Note: the road is shut.", [], id="a label that stands once is no speaker"),
])  # fmt: skip
def test_names_beside_the_words(text, expected):
    assert [(s, c) for s, cue, c in told(text) if cue in (":", "—")] == expected


def test_what_is_voiced_is_told_by_its_noun():
    assert [t[:2] for t in told("Seoul voiced concern about the missile tests.")] == [("Seoul", "concern")]


def test_a_day_is_no_speaker():
    found = told("“We will stay here for good,” said Monday the minister.")
    assert all(source not in ("Monday", "Friday") for source, _, _ in found)


def test_a_source_has_its_apposition():
    ((source, *_),) = told("Ana Ruiz, an economist at the harbour bank, said that prices would fall.")
    assert source == "Ana Ruiz, an economist at the harbour bank"


# in the record


def statement_of(text):
    (found,) = reports_of(text, "statement")
    return found


def test_a_statement_holds_every_sentence_of_its_quotation():
    found = statement_of(
        "“The border will stay open,” the Kenyan government said. “Nobody will shut it. We have decided.”"
    )
    assert found.content.text == "The border will stay open, Nobody will shut it. We have decided."
    quoted = [e.quote for e in found.evidence if e.field == "statement.text"]
    assert quoted == ["The border will stay open,", "Nobody will shut it.", "We have decided."]


def test_a_speaker_stands_over_every_sentence_of_his_quotation():
    text = "“We are ready,” the Kenyan government said. “Uganda invaded Congo in May. Chad ratified the treaty.” Peru ratified the treaty."
    chains = {r.roles[0].actor: len(r.attribution) for r in reports_of(text, "step")}
    assert (chains["TCD"], chains["PER"]) == (2, 1)


def test_an_aside_leaves_both_halves():
    found = statement_of("The treaty will enter into force in May, Kenya said, and Uganda will follow.")
    assert "Kenya said" not in found.content.text
    assert "Uganda will follow" in found.content.text


def test_urging_is_a_saying():
    found = statement_of("Peru urged Bolivia to withdraw its troops.")
    assert found.attribution[-1].cue == "urged"
    assert "to withdraw its troops" in found.content.text


@pytest.mark.parametrize("text", [
    pytest.param("Lima plans to buy twelve jets from France.", id="a plan"),
    pytest.param("Kenya fears that the dam will fail.", id="a fear"),
    pytest.param("Rome opposes the new pipeline.", id="a stand"),
])  # fmt: skip
def test_a_thought_is_no_statement(text):
    assert reports_of(text, "statement") == ()


@pytest.mark.parametrize("text", [
    pytest.param("“" * 3000 + " said " + "”" * 3000, id="marks that open and close nothing"),
    pytest.param("“a” said “b” " * 400, id="a saying after every quotation"),
    pytest.param("“We will stay here.”\n\n" * 400, id="a quotation in every paragraph"),
])  # fmt: skip
def test_a_page_made_to_be_slow_is_read(text):
    assert isinstance(told(text), list)
