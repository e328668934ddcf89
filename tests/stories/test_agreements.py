from dataclasses import replace

import pytest

from dragoman.model.report import Role
from tests.stories import make_reports as make

SIGNED = "President Tokayev and President Mirziyoyev signed the water treaty in Astana on 4 March 2024."
MAZHILIS = "Kazakhstan's Mazhilis ratified the treaty with Uzbekistan on Wednesday."
HEAD = "Kazakhstan ratifies water treaty with Uzbekistan"

COURIER = make.account("The Steppe Courier", HEAD, MAZHILIS, SIGNED)
LEDGER = make.account(
    "Aral Ledger",
    "Mazhilis backs river deal",
    "The lower house in Astana approved the agreement with Tashkent, which the presidents signed in March.",
)
BOTH = ("KAZ", "UZB")


def in_courier(**fields):
    return make.step(COURIER, MAZHILIS, body="KAZ/legislature/mazhilis", parties=BOTH, said="ratified", **fields)


def in_ledger(**fields):
    quote = "The lower house in Astana approved the agreement with Tashkent"
    defaults = {"body": "KAZ/legislature/mazhilis", "parties": BOTH, "name": "the agreement", "kind": "agreement"}
    return make.step(LEDGER, quote, **{**defaults, **fields})


def signed(of, quote, when, **fields):
    return make.step(of, quote, "signed", parties=BOTH, when=make.day(when), **fields)


def test_two_accounts_of_one_treaty_are_one_agreement():
    reports = [
        in_courier(),
        in_ledger(),
        signed(COURIER, SIGNED, "2024-03-04"),
        signed(LEDGER, "which the presidents signed in March", "2024-03"),
    ]
    grouping = make.grouped(COURIER, LEDGER, *reports)
    assert [(a.parties, a.kind) for a in grouping.agreements] == [(BOTH, "treaty")]
    by_act = {s.act: s for s in grouping.agreements[0].steps}
    assert by_act["signed"].when.edtf == "2024-03-04"
    assert len(by_act["signed"].reports) == len(by_act["approved"].reports) == 2
    assert by_act["approved"].as_said == ("approved", "ratified")


@pytest.mark.parametrize(
    ("other", "agreements"),
    [
        pytest.param({"kind": "treaty", "name": "the treaty"}, 1, id="an agreement is a treaty"),
        pytest.param({"kind": "protocol", "name": "the protocol"}, 1, id="a general word fits a protocol"),
        pytest.param({"parties": ("KAZ", "KGZ")}, 2, id="another party is another agreement"),
        pytest.param({"parties": ("KAZ",)}, 1, id="one party named, in one story"),
        pytest.param({"parties": ()}, 1, id="only the body named"),
    ],
)
def test_identity_across_articles(other, agreements):
    ours = in_courier(kind="agreement", name="the agreement") if other.get("kind") == "protocol" else in_courier()
    grouping = make.grouped(COURIER, LEDGER, ours, in_ledger(**other))
    assert len(grouping.agreements) == agreements


def test_two_protocols_of_one_week_with_other_parties_stay_two():
    article = make.account(
        "Caucasus Week",
        "Two protocols",
        "Georgia's parliament ratified a customs protocol with Armenia.",
        "Moldova's parliament ratified a customs protocol with Romania.",
    )
    one = make.step(article, "Georgia's parliament ratified a customs protocol with Armenia.", body="GEO/legislature",
                    parties=("GEO", "ARM"), name="a customs protocol", kind="protocol")  # fmt: skip
    two = make.step(article, "Moldova's parliament ratified a customs protocol with Romania.", body="MDA/legislature",
                    parties=("MDA", "ROU"), name="a customs protocol", kind="protocol")  # fmt: skip
    assert sorted(a.parties for a in make.grouped(article, one, two).agreements) == [("ARM", "GEO"), ("MDA", "ROU")]


def test_the_pact_is_the_articles_treaty_and_an_older_deal_is_not():
    article = make.account(
        "The Steppe Courier",
        HEAD,
        MAZHILIS,
        "The pact also covers trade.",
        "It follows the collapse of the 1992 gas deal.",
    )
    approved = make.step(article, MAZHILIS, body="KAZ/legislature/mazhilis", parties=BOTH)
    covers = make.provision(article, "The pact also covers trade.", "trade")
    gas = make.step(article, "the collapse of the 1992 gas deal", "collapsed", name="the 1992 gas deal", kind="deal")
    agreements = make.grouped(article, approved, covers, gas).agreements
    assert {a.name: len(a.reports) for a in agreements} == {"the treaty": 2, "the 1992 gas deal": 1}


def test_a_headlines_state_never_replaces_the_chamber():
    head = make.step(COURIER, HEAD, "ratified", parties=BOTH, said="ratifies")
    (agreement,) = make.grouped(COURIER, head, in_courier()).agreements
    (step,) = agreement.steps
    assert (step.act, step.body, step.parties) == ("approved", "KAZ/legislature/mazhilis", ("KAZ",))
    assert step.as_said == ("ratified", "ratifies")


def test_a_headline_that_names_only_the_partner_joins_the_chamber_that_acted():
    head = replace(make.step(COURIER, HEAD, "ratified", parties=("UZB",), said="ratifies"), roles=(
        Role("party", "UZB", "Uzbekistan"), Role("object", None, "water treaty with Uzbekistan")))  # fmt: skip
    (agreement,) = make.grouped(COURIER, head, in_courier()).agreements
    assert [(s.act, s.parties) for s in agreement.steps] == [("approved", ("KAZ",))]


def test_a_president_who_ratifies_is_not_the_chamber():
    sentence = "President Tokayev ratified the treaty on Friday."
    article = make.account("The Steppe Courier", HEAD, MAZHILIS, sentence)
    chamber = make.step(article, MAZHILIS, body="KAZ/legislature/mazhilis", parties=BOTH, said="ratified")
    president = make.step(article, sentence, "ratified", body="KAZ/president", parties=("KAZ",))
    (agreement,) = make.grouped(article, chamber, president).agreements
    assert sorted(s.act for s in agreement.steps) == ["approved", "ratified"]


@pytest.mark.parametrize(
    ("other", "steps"),
    [
        pytest.param({}, 1, id="the same chamber"),
        pytest.param({"body": "KAZ/legislature"}, 1, id="parliament is told for its chamber"),
        pytest.param({"body": "KAZ/legislature/senate"}, 2, id="the other chamber votes too"),
        pytest.param({"body": "UZB/legislature"}, 2, id="the other state's parliament"),
        pytest.param({"stance": "planned", "modality": "planned"}, 2, id="a vote to come is not the vote held"),
        pytest.param({"stance": "denied"}, 2, id="a vote denied stays denied"),
        pytest.param({"when": make.day("2023-11-02")}, 1, id="one body approves once: the dates differ"),
    ],
)
def test_steps(other, steps):
    (agreement,) = make.grouped(COURIER, LEDGER, in_courier(when=make.day("2024-03-06")), in_ledger(**other)).agreements
    assert len(agreement.steps) == steps


def test_rounds_of_one_negotiation_are_several_steps():
    article = make.account("Lake Post", "Talks go on", "A second round was held.", "A third round was held.")
    rounds = [make.step(article, f"A {word} round was held.", "negotiated", parties=BOTH, round=n)
              for n, word in ((2, "second"), (3, "third"))]  # fmt: skip
    (agreement,) = make.grouped(article, *rounds).agreements
    assert sorted(s.round for s in agreement.steps) == [2, 3]


def test_status_counts_what_happened_and_names_what_is_missing():
    planned = in_ledger(body="KAZ/legislature/senate", stance="planned", modality="planned")
    (agreement,) = make.grouped(COURIER, LEDGER, in_courier(), planned).agreements
    status = {s.party: s for s in agreement.status}
    assert (status["KAZ"].act, status["KAZ"].as_said) == ("approved", ("ratified",))
    assert [m.body for m in status["KAZ"].missing] == ["KAZ/legislature/senate", "KAZ/president"]
    assert (status["UZB"].act, status["UZB"].missing) == (None, ())


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        pytest.param(
            "a common air force", "committing the neighbours to a common air force", 1, id="other words, one thing"
        ),
        pytest.param("expanded trade", "boosting trade", 1, id="trade is trade"),
        pytest.param("a common air force", "a common border guard", 2, id="common is not enough"),
        pytest.param(
            "energy", "cooperation in energy, farming, transport and schools", 2, id="one of four is another row"
        ),
        pytest.param(
            "action against “shared water risks”", "steps on “shared river risks”", 1, id="nearly one quotation"
        ),
        pytest.param("sharing of harbour data", "sharing of harbor data", 1, id="two spellings"),
    ],
)
def test_provisions(one, other, rows):
    a = make.account("The Steppe Courier", HEAD, MAZHILIS, one)
    b = make.account("Aral Ledger", HEAD, "The Mazhilis approved the treaty.", other)
    reports = [
        make.step(a, MAZHILIS, body="KAZ/legislature/mazhilis", parties=BOTH),
        make.step(b, "The Mazhilis approved the treaty.", body="KAZ/legislature/mazhilis", parties=BOTH),
        make.provision(a, one, one),
        make.provision(b, other, other),
    ]
    (agreement,) = make.grouped(a, b, *reports).agreements
    assert len(agreement.provisions) == rows


def test_what_is_excluded_is_not_what_is_included():
    a = make.account("The Steppe Courier", HEAD, MAZHILIS, "It sets up a joint fleet.")
    b = make.account("Aral Ledger", HEAD, "The Mazhilis approved the treaty.", "It does not set up a joint fleet.")
    reports = [
        make.step(a, MAZHILIS, body="KAZ/legislature/mazhilis", parties=BOTH),
        make.step(b, "The Mazhilis approved the treaty.", body="KAZ/legislature/mazhilis", parties=BOTH),
        make.provision(a, "It sets up a joint fleet.", "a joint fleet"),
        make.provision(b, "It does not set up a joint fleet.", "a joint fleet", "excluded"),
    ]
    (agreement,) = make.grouped(a, b, *reports).agreements
    assert sorted(p.obligation for p in agreement.provisions) == ["excluded", "included"]


def test_ids_rest_on_the_first_report():
    one, two = sorted([in_courier(), in_ledger()], key=lambda r: r.id)
    alone = make.grouped(COURIER, LEDGER, one)
    both = make.grouped(COURIER, LEDGER, one, two)
    assert alone.agreements[0].id == both.agreements[0].id
    assert replace(both.agreements[0].steps[0], reports=()).id == alone.agreements[0].steps[0].id


DECIDED = "Peru's Congress ratified the agreement."
LATER = "Chile has more to sign."
PERU = make.account("Coast Daily", "Congress ratifies border water agreement", DECIDED, LATER)
AGREED = {"name": "a fisheries agreement with Chile", "kind": "agreement", "parties": ("PER", "CHL")}


@pytest.mark.parametrize(
    ("second", "many"),
    [
        pytest.param({"name": None, "parties": ("PER",)}, 1, id="a step without a name"),
        pytest.param(
            {"name": "Peru's instrument of ratification", "parties": ("PER",)}, 1, id="a paper that carries it"
        ),
        pytest.param({"name": "the ratification bill", "parties": ("PER",)}, 1, id="a bill that carries it"),
        pytest.param({"name": "the text", "parties": ()}, 1, id="the text"),
        pytest.param({"name": "the 17-article agreement", "parties": ()}, 1, id="how long it is tells no other"),
        pytest.param({"name": "the mining agreement", "parties": ()}, 2, id="a name of its own"),
        pytest.param(
            {"name": "a fisheries agreement with Chile that took years", "parties": ("PER",)}, 1, id="a clause"
        ),
        pytest.param(
            {"name": "an extradition accord", "parties": ("PER", "CHL")}, 2, id="the same parties' other accord"
        ),
    ],
)
def test_within_an_article(second, many):
    first = make.step(PERU, DECIDED, body="PER/legislature", **AGREED)
    other = make.step(PERU, LATER, "exchanged", stance="planned", **{**AGREED, **second})
    assert len(make.grouped(PERU, first, other).agreements) == many


def test_a_paper_gives_no_agreement_its_name():
    first = make.step(PERU, DECIDED, body="PER/legislature", **AGREED)
    paper = {**AGREED, "name": "the long-awaited and much disputed instrument of ratification"}
    (row,) = make.grouped(PERU, first, make.step(PERU, LATER, "deposited", **paper)).agreements
    assert row.name == AGREED["name"]


@pytest.mark.parametrize(
    ("name", "kind", "stance", "many"),
    [
        pytest.param("a memorandum on fisheries", "memorandum", "actual", 1, id="one tells the form, one the matter"),
        pytest.param("a memorandum on railways", "memorandum", "actual", 2, id="a memorandum on another matter"),
        pytest.param("a fisheries protocol", "protocol", "actual", 1, id="a protocol on the matter"),
        pytest.param("a power-grid agreement", "agreement", "planned", 2, id="what is to be signed is another"),
    ],
)
def test_form_and_matter(name, kind, stance, many):
    other = make.account("Andes Post", "Congress ratifies border water agreement", LATER)
    parties = {"parties": ("PER", "CHL")}
    one = make.step(PERU, DECIDED, "signed", name="a fisheries deal", kind="trade agreement", **parties)
    two = make.step(other, LATER, "signed", name=name, kind=kind, stance=stance, **parties)
    assert len(make.grouped(PERU, other, one, two).agreements) == many


@pytest.mark.parametrize(
    ("names", "partner", "many"),
    [
        pytest.param(("Norland's accession protocol", "the accession protocol"), "NOR", 1, id="one accession"),
        pytest.param(("a customs protocol", "a customs protocol"), "NOR", 2, id="two protocols with one partner"),
        pytest.param(("Norland's accession protocol", "the accession protocol"), "FIN", 2, id="two accessions"),
    ],
)
def test_accessions(names, partner, many):
    other = make.account("Andes Post", "Harvest", LATER, published="2024-03-20")
    one = make.step(PERU, DECIDED, body="PER/legislature", name=names[0], kind="protocol", parties=("PER", "NOR"))
    two = make.step(other, LATER, body="CHL/legislature", name=names[1], kind="protocol", parties=("CHL", partner))
    assert len(make.grouped(PERU, other, one, two).agreements) == many


@pytest.mark.parametrize(
    ("name", "published", "many"),
    [
        pytest.param("the fisheries agreement", "2024-03-25", 1, id="the next chamber weeks later, by its name"),
        pytest.param("the agreement", "2024-03-25", 2, id="without a name it may be any"),
        pytest.param("the fisheries agreement", "2024-09-25", 2, id="half a year later it may be another"),
    ],
)
def test_another_story(name, published, many):
    other = make.account("Andes Post", "Harvest", LATER, published=published)
    one = make.step(PERU, DECIDED, body="PER/legislature", **AGREED)
    two = make.step(other, LATER, "assented", name=name, kind="agreement", parties=("PER",))
    assert len(make.grouped(PERU, other, one, two).agreements) == many


@pytest.mark.parametrize(
    ("name", "kind", "many"),
    [
        pytest.param("the truce", "truce", 1, id="a truce is a ceasefire"),
        pytest.param("a previous truce", "truce", 2, id="the one before is another"),
        pytest.param("a peace treaty", "peace agreement", 2, id="a peace is none"),
    ],
)
def test_truces(name, kind, many):
    one = make.step(PERU, DECIDED, "signed", name="a ceasefire", kind="ceasefire", parties=("PER", "CHL"))
    two = make.step(PERU, LATER, "implemented", name=name, kind=kind)
    assert len(make.grouped(PERU, one, two).agreements) == many
