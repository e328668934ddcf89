import pytest

from tests.stories import make_reports as make

LEAD = "Kenya and Uganda agreed on a joint railway."
QUOTE = "A spokesman said it would reach Kampala."
ONE, TWO, THREE = (
    make.account(outlet, "Joint railway agreed", LEAD, QUOTE, *more)
    for outlet, more in (
        ("Lake Post", ("Trains are to run from the coast.",)),
        ("Nile Herald", ("It has been talked about since spring.",)),
        ("Gulf Mirror", ("Bankers in Dubai look on.",)),
    )
)


def agreed(of, *via, quote=LEAD, **fields):
    return make.event(of, quote, "AGREE", "KEN UGA", object="joint railway", via=via, **fields)


@pytest.mark.parametrize(
    ("reports", "low", "high"),
    [
        pytest.param([agreed(ONE)], 0, 1, id="one outlet, no source"),
        pytest.param([agreed(ONE), agreed(TWO)], 0, 2, id="two outlets without a source raise only high"),
        pytest.param([agreed(ONE, "person/x"), agreed(TWO, "person/x")], 1, 1, id="one man quoted twice"),
        pytest.param([agreed(ONE, "person/x"), agreed(TWO)], 1, 2, id="a source here, none there"),
        pytest.param([agreed(ONE, "TZA"), agreed(TWO, "RWA")], 2, 2, id="two bystanders"),
        pytest.param([agreed(ONE, "KEN"), agreed(TWO, "UGA")], 1, 2, id="two parties are no corroboration"),
        pytest.param([agreed(ONE, "KEN/media/kbc"), agreed(TWO, "KEN/government")], 1, 1, id="a state and its media"),
        pytest.param([agreed(ONE, "TZA/media"), agreed(TWO, "KEN")], 2, 2, id="another state's media has no stake"),
        pytest.param([agreed(ONE, ""), agreed(TWO)], 0, 2, id="an unnamed source is unknown"),
        pytest.param(
            [agreed(ONE), agreed(ONE, "TZA", quote=QUOTE)], 1, 1, id="a flat lead rests on its article's source"
        ),
        pytest.param([agreed(ONE, "TZA"), agreed(ONE, "RWA")], 1, 2, id="two sources in one breath"),
        pytest.param([agreed(ONE, "TZA"), agreed(TWO, stance="denied")], 1, 1, id="who denies is no origin"),
        pytest.param([agreed(ONE, "KEN/media", "TZA")], 1, 1, id="the innermost source counts"),
    ],
)
def test_origins(reports, low, high):
    (event,) = make.grouped(ONE, TWO, THREE, *reports).events
    assert (event.origins.low, event.origins.high) == (low, high)


@pytest.mark.parametrize(
    ("outlet", "via", "kind"),
    [
        pytest.param("Kazinform", (), "party", id="a state's agency on its own parliament"),
        pytest.param("Lake Post", (), "unknown", id="any other paper"),
        pytest.param("Kazinform", ("TJK",), "source", id="the agency quoting a neighbour"),
        pytest.param("Lake Post", ("person/tokayev",), "party", id="a president on his own parliament"),
    ],
)
def test_who_speaks_of_himself(outlet, via, kind):
    article = make.account(outlet, "Treaty", "The Mazhilis approved the treaty.")
    report = make.step(article, "The Mazhilis approved the treaty.", body="KAZ/legislature/mazhilis", via=via)
    (origin,) = make.grouped(article, report).agreements[0].steps[0].origins.sources
    assert origin.kind == kind


def test_a_reprint_is_one_origin():
    sentences = [f"Sentence number {n} tells of the railway from Mombasa to Kampala in its own way." for n in range(6)]
    one = make.account("Lake Post", "Joint railway agreed", LEAD, *sentences)
    other = make.account("Coast Daily", "Railway deal", LEAD, *sentences[:5])
    (event,) = make.grouped(one, other, agreed(one), agreed(other)).events
    assert (event.origins.low, event.origins.high) == (0, 1)


def test_the_kind_of_each_origin_is_told():
    reports = [agreed(ONE, "KEN/media/kbc"), agreed(TWO, "TZA"), agreed(THREE)]
    (event,) = make.grouped(ONE, TWO, THREE, *reports).events
    assert sorted(o.kind for o in event.origins.sources) == ["party", "source", "unknown"]


PRINTED = [f"Sentence number {n} tells of the railway from Mombasa to Kampala in its own way." for n in range(6)]
FIRST = make.account("Lake Post", "Joint railway agreed", LEAD, *PRINTED)
REPRINT = make.account("Coast Daily", "Rails to Kampala", LEAD, *PRINTED[:5])


@pytest.mark.parametrize(
    ("vias", "low", "high"),
    [
        pytest.param([()], 0, 1, id="in its own voice"),
        pytest.param([("",)], 0, 1, id="from unnamed sources"),
        pytest.param([("TZA",)], 1, 1, id="from one source"),
        pytest.param([("TZA",), ("KEN",)], 1, 2, id="from two in one breath"),
    ],
)
def test_a_reprint_raises_nothing(vias, low, high):
    reports = [agreed(of, *via) for of in (FIRST, REPRINT) for via in vias]
    (event,) = make.grouped(FIRST, REPRINT, *reports).events
    assert (event.origins.low, event.origins.high) == (low, high)


def test_a_reprinted_vote_of_a_chamber_is_one_origin():
    reports = [make.step(of, LEAD, body="KEN/legislature", parties=("KEN", "UGA")) for of in (FIRST, REPRINT)]
    (agreement,) = make.grouped(FIRST, REPRINT, *reports).agreements
    assert [(s.origins.low, s.origins.high) for s in agreement.steps] == [(0, 1)]
