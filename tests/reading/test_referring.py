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
    pytest.param("Chad told Mali that its troops left.", "its", None, id="near miss: its of two, in what is said"),
    pytest.param("Chad told Mali that it must leave.", "it", None, id="near miss: what is demanded of either"),
    pytest.param("Kenya accused Chad of violating its airspace.", "its", ("KEN",), id="its who tells of harm"),
    pytest.param("Kenya accused Chad of closing its embassy.", "its", ("TCD",), id="near miss: its own, unharmed"),
    pytest.param("Kenya accused Chad of theft. It denied the charge.", "It", ("TCD",), id="who denies was accused"),
    pytest.param("Kenya accused Chad of theft. It repeated the charge.", "It", ("KEN",), id="near miss: who accused"),
    pytest.param("Chad and Mali signed a pact. The latter paid.", "latter", ("MLI",), id="the latter of two"),
    pytest.param("Kenya accused Chad of arming the rebels; the former recalled its consul.", "former", ("KEN",), id="the former of two told apart"),
    pytest.param("Chad and Mali met Niger and Benin. The latter paid.", "latter", None, id="near miss: four told"),
    pytest.param("Chad and Mali met. The former leader left.", "former", None, id="near miss: a former leader"),
    pytest.param("Chad wrote a letter to Mali. In it, Niger is named.", "it", None, id="near miss: in a letter"),
    pytest.param("The union, which it joined, met in Mali.", "it", None, id="near miss: what it joined is another"),
    pytest.param("Poland and Latvia shut the border. The two EU members gave no date.", "EU members", ("LVA", "POL"),
                 id="the two members of a union"),
    pytest.param("Chad and Niger shut the border. The two West African neighbours gave no date.", "neighbours",
                 ("NER", "TCD"), id="two of a region"),
    pytest.param("Poland and Latvia shut the border. The two council members gave no date.", "members", None,
                 id="near miss: members of a council"),
    pytest.param("PARIS (AFP) - Chad said it would leave.", "it", ("TCD",), id="a dateline is no subject"),
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
    pytest.param(
        "French Minister Aa Moreau told her Kenyan counterpart, Otieno Bett, of a plan. He agreed.", "He",
        ("person/otieno-bett",), id="her counterpart is told by a woman",
    ),
    pytest.param(
        "Kenyan Minister Ngai Otieno met Chad's Giulia Conti in Rome. She was glad.", "She", None,
        id="near miss: she is one no table knows",
    ),
    pytest.param(
        "Colombian Minister Ana Restrepo Vargas left. Restrepo gave no reason.", "Restrepo",
        ("person/ana-restrepo-vargas",), id="the father's family's name",
    ),
    pytest.param(
        "Kenyan Minister Ana Restrepo Vargas left. Restrepo gave no reason.", "Restrepo", None,
        id="near miss: not everywhere",
    ),
    pytest.param(
        "Icelandic Minister Jon Helgason left. Jon gave no reason.", "Jon", ("person/jon-helgason",),
        id="a name of one's own",
    ),
    pytest.param('"He will not go back to Rome," Kenyan President Peter Otieno said.', "He", None,
                 id="near miss: who speaks is no he"),
    pytest.param("Kenyan President Peter Otieno left Rome. Chadian Minister Paul Deby met him.", "him",
                 ("person/peter-otieno",), id="him is not who meets"),
    pytest.param("Kenyan President Peter Otieno and Chadian Minister Anna Deby met. She was glad.", "She",
                 ("person/anna-deby",), id="the only woman of two"),
    pytest.param("Kenyan President Peter Otieno and Chadian Minister Paul Deby met. She was glad.", "She", None,
                 id="near miss: no woman told"),
    pytest.param("The UN envoy for Yemen, Henrik Lund, left. He gave no reason.", "He", ("person/henrik-lund",),
                 id="named beside what he is"),
    pytest.param("A presidential aide, Darius Matulis, said Mali would pay. Matulis gave no reason.", "Matulis",
                 ("person/darius-matulis",), id="a surname of one introduced"),
    pytest.param("A presidential aide, Darius Matulis, said Mali would pay. The aide gave no reason.", "The aide",
                 ("person/darius-matulis",), id="by what he is"),
    pytest.param("Kenyan President Peter Otieno left. The Kenyan leader gave no reason.", "Kenyan leader",
                 ("person/peter-otieno",), id="by his state and another word"),
    pytest.param("Kenyan President Peter Otieno left. The Chadian leader gave no reason.", "Chadian leader",
                 ("TCD/government",), id="near miss: another state's"),
    pytest.param("Kenyan President Peter Otieno met Chadian President Paul Deby. Both men left.", "Both men",
                 ("person/peter-otieno", "person/paul-deby"), id="both men"),
    pytest.param("Kenyan President Peter Otieno met Chadian President Paul Deby. The pair left.", "The pair",
                 ("person/peter-otieno", "person/paul-deby"), id="the pair"),
    pytest.param("Kenyan President Peter Otieno met Chad's Paul Deby. He carried a pair of shoes.", "pair", None,
                 id="near miss: a pair of things"),
    pytest.param("Kenyan President Peter Otieno left. The king is the head of state.", "head of state", None,
                 id="near miss: what somebody is"),
    pytest.param("Kenyan President Peter Otieno left. Peter Otieno gave no reason.", "Peter Otieno",
                 ("person/peter-otieno",), id="the full name again"),
    pytest.param("Carla Washington, the US envoy, left. Washington gave no reason.", "Washington", None,
                 id="near miss: a capital that is a person's name"),
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
    pytest.param("ECOWAS warned Mali. The West African bloc met.", "West African bloc", ("ECOWAS",), id="a region's bloc"),
    pytest.param("The EU warned Mali. The West African bloc met.", "bloc", None, id="near miss: another region"),
    pytest.param(
        "The World Trade Organization met. The Geneva-based organisation said no.", "organisation", ("WTO",), id="its seat"
    ),
    pytest.param(
        "The Gulf Cooperation Council met. Iran's Supreme National Security Council spoke. The six-member council left.",
        "council", ("GCC",), id="what states have founded has members",
    ),
    pytest.param(
        "Georgia's parliament met in Tbilisi. The European Parliament objected. The Tbilisi chamber voted.", "chamber",
        ("GEO/legislature",), id="by its city",
    ),
    pytest.param("The European Parliament and Chad's parliament met. The Lima chamber voted.", "chamber", None,
                 id="near miss: the city of another"),
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
    pytest.param("Chad signed a treaty. It enters into force in June.", "It", "a treaty", id="what a treaty does"),
    pytest.param("Chad signed a treaty. It enters the valley.", "It", ("TCD",), id="near miss: what Chad does"),
    pytest.param("Chad signed a treaty. Mali kept the 20-year regional pact.", "pact", "a treaty", id="words that tell none apart"),
    pytest.param("Chad signed a trade treaty. The border pact binds Mali.", "pact", None, id="near miss: words that do"),
    pytest.param("Chad signed a visiting forces agreement (VFA). The VFA binds Mali.", "VFA", "a visiting forces agreement",
                 id="a short form"),
    pytest.param("Chad signed an agreement (Mali did not). Then Mali left.", "Mali", ("MLI",), id="near miss: no short form"),
    pytest.param("Chad has a deal and Mali has another. The deal is old.", "deal", None, id="near miss: another told"),
    pytest.param("Chad signed a pact with Mali. Its text is secret.", "Its", "a pact", id="what only an instrument has"),
    pytest.param("Chad signed a pact with Mali. Its signing of others is near.", "Its", ("TCD",), id="near miss: who signs"),
    pytest.param("The pact binds Chad. Critics want to delay it.", "it", "The pact", id="what may be done to anything"),
    pytest.param("Chad met Mali. Critics want to delay it.", "it", None, id="near miss: no instrument told"),
    pytest.param("Chad and Mali struck a deal. It leaves out steel.", "It", "a deal", id="no single state before"),
    pytest.param("Chad closed a gas contract. The deal is old.", "deal", "a gas contract", id="no instrument by its noun"),
    pytest.param("Chad closed a gas contract and a pact. The deal is old.", "deal", "a pact", id="near miss: a pact told"),
    pytest.param("Chad rejected a peace plan. Mali took the plan.", "the plan", "a peace plan", id="a compound"),
    pytest.param("A deal on water was signed. The deal on gas is old.", "deal", None, id="near miss: on another thing"),
    pytest.param("Chad signed a loan deal and a gas deal. The latter is old.", "latter", "a gas deal", id="the latter"),
    pytest.param("Chad and Mali concluded a loan deal and a gas deal. The latter must still pass the Senate.", "latter",
                 "a gas deal", id="the latter of two papers, which speak not"),
    pytest.param("Chad and Mali concluded a loan deal and a gas deal. The latter recalled its envoy.", "latter", ("MLI",),
                 id="near miss: papers have no envoys"),
    pytest.param("Chad hailed the Doha framework. The framework binds Mali.", "framework", "the Doha framework",
                 id="a noun with a name"),
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
