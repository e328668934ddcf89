"""Checks that go by the printed words: what each finds, and what is near it and must not be found."""

import json

import pytest

from dragoman import pipeline
from dragoman.record import Record, judging

DAY = "2025-07-22"


def findings(tmp_path, *texts, days=()):
    """Read texts, each a title and a body, as one story, and return the kinds of what comparing them shows."""
    days = days or [DAY] * len(texts)
    rows = [
        {"outlet": f"The Courier {n}", "published": day, "title": title, "text": body}
        for n, ((title, body), day) in enumerate(zip(texts, days, strict=True))
    ]
    (tmp_path / "story.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    with Record.open(tmp_path / "r.db") as record:
        pipeline.read([str(tmp_path / "story.jsonl")], record)
        if len(record.stories()) > 1:
            record.judge(judging.merged(record, [s.id for s in record.stories()], by="a test"))
            pipeline.regroup(record)
        return {f.kind for f in record.findings()}


def told(*bodies, title="Accord between Varna and Ostia"):
    return [(title, body) for body in bodies]


@pytest.mark.parametrize(
    ("kind", "bodies", "shown"),
    [
        pytest.param(
            "denied",
            (
                "Varna on Monday expelled three envoys of Ostia and accused Ostia of spying on its guards.",
                "“This is a baseless and unfriendly step,” the foreign ministry of Ostia said on Monday of Varna.",
            ),
            False,
            id="a step without a base denies nothing",
        ),
        pytest.param(
            "differs",
            (
                "Varna will send 450 soldiers to the island of Lesk this summer.",
                "Some 600 soldiers of Varna will be sent to the island of Lesk in summer.",
            ),
            True,
            id="two counts of one thing",
        ),
        pytest.param(
            "differs",
            (
                "Varna will send about 450 soldiers to the island of Lesk this summer.",
                "Varna will send 462 soldiers to the island of Lesk in summer.",
            ),
            False,
            id="a rounded count",
        ),
        pytest.param(
            "differs",
            (
                "Varna will send at least 450 soldiers to the island of Lesk.",
                "Varna will send 600 soldiers to the island of Lesk.",
            ),
            False,
            id="a bound",
        ),
        pytest.param(
            "differs",
            (
                "The first round of the talks on Lesk was held with 40 delegates.",
                "The second round of the talks on Lesk was held with 36 delegates.",
            ),
            False,
            id="two rounds",
        ),
        pytest.param(
            "differs",
            (
                "Varna and Ostia signed the accord on river boats in Lesk on 18 June.",
                "Varna and Ostia signed the accord on river boats in Lesk on 19 June.",
            ),
            True,
            id="two days of one act",
        ),
        pytest.param(
            "differs",
            (
                "Varna and Ostia signed the accord on river boats in Lesk on Monday.",
                "Varna and Ostia signed the accord on river boats in Lesk on 21 July.",
            ),
            False,
            id="a weekday and its date",
        ),
        pytest.param(
            "quote_differs",
            (
                '"We will answer every raid with all lawful means," Minister Anna Varga said.',
                '"We will answer every raid with all military means," Minister Anna Varga said.',
            ),
            True,
            id="a word of a quotation is another",
        ),
        pytest.param(
            "quote_differs",
            (
                '"We will answer every raid with all lawful means," Minister Anna Varga said.',
                '"We will answer every raid," Minister Anna Varga said.',
            ),
            False,
            id="a quotation cut short",
        ),
        pytest.param(
            "quote_differs",
            (
                '"We shall answer every raid with lawful means," Minister Anna Varga said in French.',
                '"We will respond to every raid with lawful means," Minister Anna Varga said.',
            ),
            False,
            id="two translations",
        ),
        pytest.param(
            "old_quote",
            (
                'Reacting to the raid, Minister Anna Varga said: "Our harbours are open to all who come in peace."',
                'In a speech in October 2023 Minister Anna Varga said: "Our harbours are open to all who come in peace."',
            ),
            True,
            id="an old quotation as a reaction",
        ),
        pytest.param(
            "old_quote",
            (
                'On Monday Minister Anna Varga said: "Our harbours are open to all who come in peace."',
                'On Monday Minister Anna Varga said: "Our harbours are open to all who come in peace."',
            ),
            False,
            id="a quotation of the day",
        ),
        pytest.param(
            "asserted_vs_attributed",
            (
                "A trawler of Ostia cut the power cable near Lesk on Sunday.",
                "Varna alleges that a trawler of Ostia cut the power cable near Lesk on Sunday.",
            ),
            True,
            id="a fact here, an allegation there",
        ),
        pytest.param(
            "asserted_vs_attributed",
            (
                "A trawler of Ostia cut the power cable near Lesk on Sunday.",
                "Varna alleges that fishermen of Ostia dumped nets in the harbour of Brod.",
            ),
            False,
            id="an allegation of another thing",
        ),
        pytest.param(
            "attribution_lost",
            (
                "According to the agency ONA, more than 3,000 lorries waited at the Shahn gate for a month.",
                "More than 3,000 lorries waited at the Shahn gate for a month.",
            ),
            True,
            id="the agency is dropped",
        ),
        pytest.param(
            "attribution_lost",
            (
                "According to the agency ONA, more than 3,000 lorries waited at the Shahn gate for a month.",
                "Drivers slept in the cold, and bakers from the village brought them bread at the Shahn gate.",
            ),
            False,
            id="other words of one's own",
        ),
        pytest.param(
            "denied",
            (
                "Ostia massed tanks near the bridge at Lesk last week, Varna said.",
                "Ostia denied that it had massed tanks near the bridge at Lesk.",
            ),
            True,
            id="a denial in another paper",
        ),
        pytest.param(
            "denied",
            (
                "Ostia massed tanks near the bridge at Lesk last week, Varna said.",
                "Ostia denied that it wanted to build a port at Lesk.",
            ),
            False,
            id="a denial of another thing",
        ),
        pytest.param(
            "wording_stronger",
            (
                "The assembly of Ostia has ratified the treaty on river boats with Varna.",
                "The assembly of Ostia approved the treaty on river boats with Varna.",
            ),
            True,
            id="ratified for approved",
        ),
        pytest.param(
            "wording_stronger",
            (
                "The assembly of Ostia approved the treaty on river boats with Varna.",
                "The assembly of Ostia passed the treaty on river boats with Varna.",
            ),
            False,
            id="two words for one act",
        ),
        pytest.param(
            "stale_office",
            (
                "Foreign Minister Anna Varga praised the accord.",
                "Former foreign minister Anna Varga praised the accord.",
            ),
            True,
            id="minister here, former minister there",
        ),
        pytest.param(
            "stale_office",
            (
                "Foreign Minister Anna Varga praised the accord.",
                "Former foreign minister Jan Bell praised the accord.",
            ),
            False,
            id="another who had the office before",
        ),
    ],
)
def test_across_accounts(tmp_path, kind, bodies, shown):
    assert (kind in findings(tmp_path, *told(*bodies))) == shown


@pytest.mark.parametrize(
    ("kind", "title", "body", "shown"),
    [
        pytest.param(
            "arithmetic",
            "Vote in Ostia",
            "The assembly passed the accord by 81 votes to 23, with 9 abstentions. Of the 150 members, 118 were present.",
            True,
            id="votes and those present",
        ),
        pytest.param(
            "arithmetic",
            "Vote in Ostia",
            "The assembly passed the accord by 81 votes to 23, with 14 abstentions. Of the 150 members, 118 were present.",
            False,
            id="votes that add up",
        ),
        pytest.param(
            "arithmetic",
            "Money for water",
            "Ostia gives 300 million dollars: 120 million for a plant, 90 million for pipes and 60 million for wells.",
            True,
            id="parts that miss the whole",
        ),
        pytest.param(
            "arithmetic",
            "Money for water",
            "Ostia gives 300 million dollars, including 120 million for a plant and 90 million for pipes.",
            False,
            id="some of the parts",
        ),
        pytest.param(
            "inner_contradiction",
            "Diplomats sent home",
            "Ostia expelled four diplomats of Varna. The five diplomats had met the opposition.",
            True,
            id="four, and then the five",
        ),
        pytest.param(
            "inner_contradiction",
            "Diplomats sent home",
            "Ostia expelled four diplomats of Varna. Last year it had sent home two other diplomats of Varna.",
            False,
            id="four now and two before",
        ),
        pytest.param(
            "headline_overstates",
            "Varna and Ostia agree to end dispute over islands",
            "Varna and Ostia agreed on Tuesday to hold talks on the dispute over the islands.",
            True,
            id="an end where talks are",
        ),
        pytest.param(
            "headline_overstates",
            "Varna and Ostia agree to talk about islands",
            "Varna and Ostia agreed on Tuesday to hold talks on the dispute over the islands.",
            False,
            id="talks where talks are",
        ),
        pytest.param(
            "impossible_sequence",
            "Gas treaty works",
            "The gas treaty was signed on 5 November 2025 and entered into force on 2 October 2025.",
            True,
            id="in force before it was signed",
        ),
        pytest.param(
            "impossible_sequence",
            "Gas treaty works",
            "The gas treaty was signed on 2 October 2025 and entered into force on 5 November 2025.",
            False,
            id="in its order",
        ),
        pytest.param(
            "date_mismatch",
            "Patrols agreed",
            "They met on Thursday, August 6, 2025, in Brod.",
            True,
            id="not that weekday",
        ),
        pytest.param(
            "date_mismatch", "Patrols agreed", "They met on Wednesday, August 6, in Brod.", False, id="that weekday"
        ),
        pytest.param(
            "date_mismatch", "Patrols agreed", "They met on Tuesday, August 6, in Brod.", True, id="without its year"
        ),
    ],
)
def test_within_an_account(tmp_path, kind, title, body, shown):
    assert (kind in findings(tmp_path, (title, body))) == shown


def test_a_count_that_rises_is_no_difference(tmp_path):
    first = "Clashes on the border of Varna and Ostia killed 12 herders on Sunday."
    later = "The number of herders killed in the clashes on the border of Varna and Ostia has risen to 19 herders."
    assert "differs" not in findings(tmp_path, *told(first, later), days=("2025-07-20", "2025-07-22"))


@pytest.mark.parametrize(
    ("former", "now", "kind"),
    [
        pytest.param("Varna sent 40 boats.", "Varna sent 14 boats.", "edited", id="a text that was changed"),
        pytest.param("Varna sent 40 boats.", "Varna  sent 40 boats.", None, id="a space more"),
        pytest.param(
            None,
            "Varna sent 14 boats. Correction: an earlier version of this article gave a wrong number of boats.",
            "corrected",
            id="a correction",
        ),
        pytest.param(None, "Varna sent 14 boats. This article has been retracted.", "retracted", id="a retraction"),
        pytest.param(
            None, "Varna sent 14 boats. Ostia asked for a correction of the map.", None, id="another correction"
        ),
        pytest.param(None, "Varna retracted its offer of 14 boats.", None, id="an offer retracted"),
    ],
)
def test_texts_that_were_changed(tmp_path, former, now, kind):
    with Record.open(tmp_path / "r.db") as record:
        for n, text in enumerate(t for t in (former, now) if t):
            row = {"url": "https://courier.example/a1", "title": "Boats", "published": f"2025-07-2{n}", "text": text}
            (tmp_path / f"{n}.jsonl").write_text(json.dumps({"outlet": "The Courier", **row}))
            pipeline.read([str(tmp_path / f"{n}.jsonl")], record)
        kinds = {f.kind for f in record.findings()} & {"edited", "corrected", "retracted"}
    assert kinds == ({kind} if kind else set())
