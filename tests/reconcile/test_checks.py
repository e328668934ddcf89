"""Each check with what it finds and what only looks like it."""

from dataclasses import replace

import pytest

from dragoman.model.report import EventContent, Role
from dragoman.reconcile.check import every_check
from tests.stories import make_reports as make

HEAD = "Kazakhstan ratifies water treaty with Uzbekistan"
MAZHILIS = "Kazakhstan's Mazhilis ratified the treaty with Uzbekistan on Wednesday."
LOWER = "The lower house in Astana approved the treaty with Tashkent."
BOTH = ("KAZ", "UZB")
ONE = make.account("The Steppe Courier", HEAD, MAZHILIS, "It spares “shared water wells and rivers” from drilling.")
TWO = make.account("Aral Ledger", "Mazhilis backs water treaty", LOWER, "It is no defence pact.")


def approved(of, **fields):
    quote = MAZHILIS if of is ONE else LOWER
    defaults = {"body": "KAZ/legislature/mazhilis", "parties": BOTH, "said": "ratified" if of is ONE else "approved"}
    return make.step(of, quote, **{**defaults, **fields})


def kinds(*things):
    return {k: len(fs) for k, fs in make.found(ONE, TWO, *things).items()}


def one(kind, *things):
    (finding,) = make.found(ONE, TWO, *things)[kind]
    return finding


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        pytest.param({}, {}, "agrees", id="two voices of unknown origin agree"),
        pytest.param({"via": ("TJK",)}, {"via": ("KGZ",)}, "corroborated", id="two bystanders corroborate"),
        pytest.param({"via": ("TJK",)}, {"via": ("TJK",)}, "single_origin", id="one bystander quoted twice"),
        pytest.param({"via": ("KAZ",)}, {"via": ("UZB",)}, "agrees", id="two parties do not"),
        pytest.param({"via": ("KAZ/media/kazinform",)}, {"via": ("KAZ",)}, "single_origin", id="a party and its media"),
    ],
)
def test_agrees(here, there, kind):
    found = kinds(approved(ONE, **here), approved(TWO, **there))
    assert {k for k in found if k in ("agrees", "corroborated", "single_origin")} == {kind}


@pytest.mark.parametrize(
    "there",
    [
        pytest.param({"stance": "planned", "modality": "planned"}, id="one is only planned"),
        pytest.param({"body": "UZB/legislature"}, id="another parliament"),
    ],
)
def test_does_not_agree(there):
    assert "agrees" not in kinds(approved(ONE), approved(TWO, **there))


def test_an_agreement_says_why_it_is_no_corroboration():
    finding = one("agrees", approved(ONE), approved(TWO))
    assert "The Steppe Courier" in finding.because
    assert "not shown to be independent" in finding.because
    assert [s.articles for s in finding.sides] == sorted(s.articles for s in finding.sides)
    assert all(q.quote for s in finding.sides for q in s.quotes)


@pytest.mark.parametrize(
    ("here", "there", "differs"),
    [
        pytest.param("2024-03-06", "2024-03-06", False, id="one day"),
        pytest.param("2024-03", "2024-03-06", False, id="a month holds its days"),
        pytest.param("..2024-03-06", "2024-03-04", False, id="not after the 6th holds the 4th"),
        pytest.param("2024-03-05", "2024-03-06", True, id="two days"),
        pytest.param("2024-02", "2024-03-06", True, id="another month"),
        pytest.param(None, "2024-03-06", False, id="one is silent"),
    ],
)
def test_when(here, there, differs):
    reports = [approved(ONE, when=make.day(here)), approved(TWO, when=make.day(there))]
    found = [f for f in make.found(ONE, TWO, *reports).get("differs", []) if f.about.field == "when"]
    assert bool(found) is differs


def test_a_day_inferred_from_the_page_differs_from_nothing():
    inferred = approved(TWO, when=make.day("2024-03-09", basis="article"))
    assert "differs" not in kinds(approved(ONE, when=make.day("2024-03-06")), inferred)


@pytest.mark.parametrize(
    ("there", "fields"),
    [
        pytest.param({"yes": 71, "no": 12}, set(), id="the same"),
        pytest.param({"yes": 71}, set(), id="fewer figures are no difference"),
        pytest.param({"yes": 70, "no": 12}, {"yes"}, id="one vote less"),
        pytest.param({"yes": 71, "no": 13}, {"no"}, id="one against more"),
    ],
)
def test_figures(there, fields):
    reports = [make.vote(ONE, MAZHILIS, yes=71, no=12, present=90), make.vote(TWO, LOWER, **there)]
    assert {f.about.field for f in make.found(ONE, TWO, *reports).get("differs", [])} == fields


@pytest.mark.parametrize(
    ("figures", "severity"),
    [
        pytest.param({"yes": 71, "no": 12, "present": 90}, "notice", id="seven unaccounted for"),
        pytest.param({"yes": 71, "no": 22, "present": 90}, "warning", id="more than were there"),
        pytest.param({"yes": 71, "no": 19, "present": 90}, None, id="adds up"),
        pytest.param({"yes": 71, "no": 19}, None, id="nothing to add up against"),
    ],
)
def test_arithmetic(figures, severity):
    found = make.found(ONE, make.vote(ONE, MAZHILIS, **figures)).get("arithmetic", [])
    assert [f.severity for f in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("there", "differs"),
    [pytest.param("P10Y", True, id="ten years against twenty"), pytest.param("P20Y", False, id="twenty in both"),
     pytest.param(None, False, id="one is silent")],
)  # fmt: skip
def test_term(there, differs):
    found = make.found(ONE, TWO, approved(ONE, term="P20Y"), approved(TWO, term=there)).get("differs", [])
    assert [f.about.field for f in found] == (["term"] if differs else [])


QUOTE = "It spares “shared water wells and rivers” from drilling."


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        pytest.param("It spares “shared river wells and lakes” from drilling.", True, id="two words changed"),
        pytest.param("It spares “shared water wells and rivers” from drilling too.", False, id="the same words"),
        pytest.param("It spares “shared water wells” from drilling.", False, id="a shorter cut"),
        pytest.param("It spares “Shared water wells, and rivers,” from drilling.", False, id="capitals and commas"),
        pytest.param("It spares “the graves of the poets” from drilling.", False, id="another passage"),
    ],
)
def test_quotes(other, differs):
    there = make.account("Aral Ledger", "Mazhilis backs water treaty", LOWER, other)
    reports = [
        approved(ONE),
        make.step(there, LOWER, body="KAZ/legislature/mazhilis", parties=BOTH),
        make.provision(ONE, QUOTE, QUOTE, "forbidden"),
        make.provision(there, other, other, "forbidden"),
    ]
    assert ("quote_differs" in make.found(ONE, there, *reports)) is differs


@pytest.mark.parametrize(
    ("report", "found"),
    [
        pytest.param({}, True, id="a chamber's vote called ratification"),
        pytest.param({"said": "approved"}, False, id="a chamber approves"),
        pytest.param({"act": "ratified", "body": "KAZ/president"}, False, id="a head of state does ratify"),
        pytest.param({"stance": "planned"}, False, id="a vote to come"),
    ],
)
def test_wording_stronger(report, found):
    assert ("wording_stronger" in make.found(ONE, approved(ONE, **report))) is found


def test_wording_stronger_names_what_is_missing():
    finding = one("wording_stronger", approved(ONE), approved(TWO))
    assert "approval by the Senate of Kazakhstan" in finding.because
    assert [s.value for s in finding.sides] == ["'ratified'", "'approved'"]


def test_headline_overstates():
    head = make.step(ONE, HEAD, "ratified", parties=BOTH, said="ratifies")
    assert "headline_overstates" in make.found(ONE, head, approved(ONE))
    assert "headline_overstates" not in make.found(ONE, approved(ONE))


@pytest.mark.parametrize(
    ("via", "kind"),
    [
        pytest.param(("KAZ/media/kazinform",), "party_only", id="state media on its own parliament"),
        pytest.param(("TJK",), None, id="a neighbour"),
        pytest.param(("",), "anonymous_only", id="unnamed sources"),
        pytest.param((), None, id="no source"),
    ],
)
def test_what_it_rests_on(via, kind):
    found = make.found(ONE, approved(ONE, via=via))
    assert {k for k in found if k in ("party_only", "anonymous_only")} == ({kind} if kind else set())


def test_what_one_alone_tells_the_others_leave_out():
    assert "omitted" in make.found(ONE, TWO, approved(ONE), approved(TWO), make.vote(ONE, MAZHILIS, yes=71))
    assert "omitted" not in make.found(ONE, approved(ONE), make.vote(ONE, MAZHILIS, yes=71))


CARS = "Turkey has shipped armoured cars to Libya."
CLAIM = "Egypt accused Turkey of shipping armoured cars to Libya, which Ankara denies."
MIRROR = make.account("Gulf Mirror", "Armoured cars in Tripoli", CARS)
HERALD = make.account("Nile Herald", "Egypt accuses Turkey over armoured cars for Libya", CLAIM)


def cars(of, **fields):
    return make.event(of, CARS if of is MIRROR else CLAIM, "AID", "TUR", "LBY", "armoured cars", **fields)


def test_asserted_against_attributed():
    claim = cars(HERALD, stance="alleged", via=("EGY",))
    (finding,) = make.found(MIRROR, HERALD, cars(MIRROR), claim)["asserted_vs_attributed"]
    assert [s.value for s in finding.sides] == ["asserted in its own voice", "alleged by EGY"]
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param({}, {}, id="both state it"),
        pytest.param(
            {"via": ("EGY",), "stance": "alleged"}, {"via": ("EGY",), "stance": "alleged"}, id="both attribute it"
        ),
        pytest.param({"via": ("TUR",)}, {"via": ("EGY",), "stance": "alleged"}, id="Turkey says so itself"),
    ],
)
def test_not_asserted_against_attributed(here, there):
    assert "asserted_vs_attributed" not in make.found(MIRROR, HERALD, cars(MIRROR, **here), cars(HERALD, **there))


def test_denied():
    claim = cars(HERALD, stance="alleged", via=("EGY",))
    denial = make.statement(HERALD, "which Ankara denies", "TUR", links=make.denies(claim))
    found = make.found(MIRROR, HERALD, cars(MIRROR), claim, denial)
    assert "denied by TUR" in found["denied"][0].because
    assert "agrees" not in found
    assert "denied" not in make.found(MIRROR, HERALD, cars(MIRROR), claim)


@pytest.mark.parametrize(
    ("signed", "ratified", "found"),
    [
        pytest.param("2024-03-04", "2024-02-10", True, id="ratified before it was signed"),
        pytest.param("2024-02-10", "2024-03-04", False, id="signed first"),
        pytest.param("2024", "2024-03-04", False, id="some time that year"),
        pytest.param(None, "2024-03-04", False, id="no date of signing"),
    ],
)
def test_impossible_sequence(signed, ratified, found):
    reports = [
        make.step(ONE, MAZHILIS, "ratified", body="KAZ/president", parties=BOTH, when=make.day(ratified)),
        make.step(ONE, QUOTE, "signed", parties=BOTH, when=make.day(signed)),
    ]
    assert ("impossible_sequence" in make.found(ONE, *reports)) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("Thursday, 6 March 2024", True, id="it was a Wednesday"),
        pytest.param("Wednesday, March 6, 2024", False, id="it was"),
        pytest.param("Thursday, 30 February 2024", False, id="no such day, and no weekday of it"),
        pytest.param("Thursday 6 March", True, id="without a year it is the nearest"),
        pytest.param("Wednesday 6 March", False, id="the nearest was one"),
    ],
)
def test_date_mismatch(words, found):
    article = make.account("Fjord Times", "Herring quotas cut", f"The ministers met on {words}.")
    assert ("date_mismatch" in make.found(article)) is found


def test_one_account_that_dates_an_act_twice_contradicts_itself():
    again = make.step(ONE, QUOTE, body="KAZ/legislature/mazhilis", parties=BOTH, when=make.day("2024-03-01"))
    reports = [approved(ONE, when=make.day("2024-03-06")), again]
    found = make.found(ONE, *reports)
    assert [f.about.field for f in found["inner_contradiction"]] == ["when"]
    assert "differs" not in found


def test_a_denial_left_out():
    claim = cars(HERALD, stance="alleged", via=("EGY",))
    denial = make.statement(HERALD, "which Ankara denies", "TUR", links=make.denies(claim))
    (finding,) = make.found(MIRROR, HERALD, cars(MIRROR), claim, denial)["omitted"]
    assert [(s.value, s.articles) for s in finding.sides] == [("told", (HERALD.id,)), ("silent", (MIRROR.id,))]
    assert "omitted" not in make.found(HERALD, claim, denial)


@pytest.mark.parametrize(
    ("tellers", "found"),
    [pytest.param(2, True, id="two of three tell it"), pytest.param(1, True, id="one alone tells it"),
     pytest.param(3, False, id="all tell it")],
)  # fmt: skip
def test_omitted(tellers, found):
    articles = [
        make.account(f"Paper {n}", "Mazhilis backs water treaty", MAZHILIS, f"Reporter {n} was there.")
        for n in range(3)
    ]
    votes = [make.vote(a, MAZHILIS, yes=71, no=12) for a in articles[:tellers]]
    steps = [make.step(a, MAZHILIS, body="KAZ/legislature/mazhilis", parties=BOTH) for a in articles]
    assert ("omitted" in make.found(*articles, *steps, *votes)) is found


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        pytest.param(
            "Turkey has shipped armoured cars to Libya, it is known.", True, id="the same sentence, the source gone"
        ),
        pytest.param("Ankara sent Tripoli cars with armour plates.", False, id="the same thing in its own words"),
    ],
)
def test_attribution_lost(sentence, lost):
    there = make.account("Nile Herald", "Armoured cars", sentence)
    reports = [cars(MIRROR, via=("QAT",)), make.event(there, sentence, "AID", "TUR", "LBY", "armoured cars")]
    assert ("attribution_lost" in make.found(MIRROR, there, *reports)) is lost


@pytest.mark.parametrize(
    ("called", "published", "when", "found"),
    [
        pytest.param("President Lasso", "2024-03-06", None, True, id="his term was over"),
        pytest.param("President Lasso", "2023-06-01", None, False, id="he was in office"),
        pytest.param("former President Lasso", "2024-03-06", None, False, id="called former"),
        pytest.param("Lasso", "2024-03-06", None, False, id="no office given"),
        pytest.param("President Lasso", "2024-03-06", "2022-02-01", False, id="told of his time"),
        pytest.param("President Lasso", None, None, False, id="an undated text"),
    ],
)
def test_stale_office(called, published, when, found):
    sentence = f"Peru received {called} in Lima."
    article = make.account("Andes Post", "A guest in Lima", sentence, published=published)
    report = make.told(article, sentence, EventContent("CONSULT"), Role("actor", "PER", "Peru"),
                       Role("recipient", "person/lasso", called), when=when and make.day(when))  # fmt: skip
    assert ("stale_office" in make.found(article, report)) is found


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        pytest.param("three Omani envoys", "two Omani envoys", True, id="three against two"),
        pytest.param("three Omani envoys", "3 Omani envoys", False, id="a word and a figure"),
        pytest.param("three Omani envoys", "Omani envoys", False, id="one does not count"),
        pytest.param("three Omani envoys", "at least two Omani envoys", False, id="a bound is no number"),
        pytest.param("three Omani envoys", "two Omani clerks", False, id="others are counted"),
    ],
)
def test_quantity(here, there, found):
    accounts = [make.account(f"Paper {n}", "Envoys sent home", f"Yemen expelled {who} on Monday.", f"No. {n}")
                for n, who in enumerate((here, there))]  # fmt: skip
    reports = [
        make.told(a, f"Yemen expelled {who} on Monday.", EventContent("SANCTION"), Role("actor", "YEM", "Yemen"),
                  Role("recipient", "OMN/government", who))
        for a, who in zip(accounts, (here, there), strict=True)
    ]  # fmt: skip
    assert ("quantity" in [f.about.field for f in make.found(*accounts, *reports).get("differs", [])]) is found


def test_three_accounts_of_two_figures_are_one_finding():
    three = make.account("Silk Road Today", "Mazhilis backs water treaty", LOWER, "It took an hour.")
    votes = [make.vote(ONE, MAZHILIS, yes=71), make.vote(TWO, LOWER, yes=70), make.vote(three, LOWER, yes=70)]
    (finding,) = make.found(ONE, TWO, three, *votes)["differs"]
    assert [(s.value, len(s.articles)) for s in finding.sides] == [("70", 2), ("71", 1)]


def test_findings_are_sorted_and_do_not_depend_on_order():
    things = [ONE, TWO, approved(ONE), approved(TWO), make.vote(ONE, MAZHILIS, yes=71, no=12, present=90)]
    grouping = make.grouped(*things)
    found = make.reconcile(grouping, ontology=make.WORLD)
    assert list(found) == sorted(found, key=lambda f: f.id)
    assert make.reconcile(make.grouped(*reversed(things)), ontology=make.WORLD) == found


def test_every_check_explains_itself():
    assert len(every_check()) >= 12
    assert all(len(c.explanation) > 40 for _, c in every_check().items())


def test_a_row_without_reports_is_no_trouble():
    grouping = make.grouped(ONE)
    assert make.reconcile(replace(grouping, stories=()), ontology=make.WORLD) == ()


BASELESS = "“This is a baseless and unfriendly step,” the ministry said."
GROUNDLESS = "“This is a groundless and unfriendly step,” the ministry said."


def said(of, quote, directness="direct"):
    words = quote.split("”")[0][1:]
    report = make.statement(of, words, "BLR/foreign-ministry", words)
    return replace(report, content=replace(report.content, directness=directness))


@pytest.mark.parametrize(
    ("other", "directness", "differs"),
    [
        pytest.param(GROUNDLESS, "direct", True, id="one word differs"),
        pytest.param(BASELESS, "direct", False, id="the same words"),
        pytest.param(GROUNDLESS, "indirect", False, id="reported, not quoted"),
    ],
)
def test_quotations_of_one_saying(other, directness, differs):
    accounts = [make.account(o, "Envoys expelled", q) for o, q in (("A", BASELESS), ("B", other), ("C", BASELESS))]
    how = ("direct", directness, "direct")
    reports = [said(a, a.text.split("\n\n")[1], d) for a, d in zip(accounts, how, strict=True)]
    found = make.found(*accounts, *reports).get("quote_differs", [])
    assert [sorted(len(s.articles) for s in f.sides) for f in found] == ([[1, 2]] if differs else [])


def test_where_dates_differ_every_account_is_a_side():
    third = make.account("Silk News", "Mazhilis backs water treaty", LOWER)
    days = [approved(ONE, when=make.day("2024-03-05")), approved(TWO, when=make.day("2024-03-06"))]
    vague = make.step(third, LOWER, body="KAZ/legislature/mazhilis", parties=BOTH, when=make.day("2024-03"))
    found = make.found(ONE, TWO, third, *days, vague)
    (differs,) = [f for f in found["differs"] if f.about.field == "when"]
    assert sorted(s.value for s in differs.sides) == ["2024-03", "2024-03-05", "2024-03-06"]
    assert [f.about.field for f in found["agrees"]] == ["act"]


def test_where_figures_differ_every_account_is_a_side():
    third = make.account("Silk News", "Mazhilis backs water treaty", LOWER)
    votes = [make.vote(ONE, MAZHILIS, yes=68, no=8), make.vote(TWO, LOWER, yes=67, no=8), make.vote(third, LOWER, no=8)]
    (differs,) = make.found(ONE, TWO, third, approved(ONE), approved(TWO), *votes)["differs"]
    assert (differs.about.table, differs.about.field) == ("votes", "yes")
    assert [s.value for s in differs.sides] == ["67", "68", "no figure told"]


def test_one_step_is_not_told_of_twice():
    head = make.step(ONE, HEAD, "ratified", parties=BOTH, said="ratifies")
    found = make.found(ONE, head, approved(ONE))
    assert "headline_overstates" in found
    assert "wording_stronger" not in found


def test_a_long_clause_is_cut_at_a_word():
    long = f"{MAZHILIS[:-1]}, {', '.join(['after hours of debate'] * 6)}."
    article = make.account("The Steppe Courier", HEAD, long)
    report = make.step(article, long, body="KAZ/legislature/mazhilis", parties=BOTH, said="ratified")
    (finding,) = make.found(article, report)["wording_stronger"]
    quote = finding.because.split("'")[1:-1]
    assert "…" in finding.because
    assert max(map(len, quote)) <= 124


def test_asserted_by_one_and_alleged_by_another_as_a_deed():
    flat, claim = "Turkey has been a supplier of cars to Libya.", "Egypt accused Turkey of sending cars to Libya."
    one, other = make.account("Lake Post", "Cars", flat), make.account("Nile Herald", "Cars in Tripoli", claim)
    supply = make.relation(one, flat, "supply", "TUR", "LBY")
    supply = replace(supply, roles=(*supply.roles, Role("object", None, "cars")))
    deed = make.event(other, claim, "AID", "TUR", "LBY", "cars", stance="alleged", via=("EGY",))
    found = make.found(one, other, supply, deed)
    (finding,) = found["asserted_vs_attributed"]
    assert {a for s in finding.sides for a in s.articles} == {one.id, other.id}
    assert not {"agrees", "corroborated"} & set(found)
