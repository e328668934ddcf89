"""What is shown as said stands whole: no words cut short, none that were told beside it."""

import pytest

from dragoman.model.report import Report, StatementContent
from tests.coding.told import reports_of


def said(report: Report) -> str:
    assert isinstance(report.content, StatementContent)
    speaker = next(r.text for r in report.roles if r.role == "speaker")
    return f"{speaker}: {report.content.text}"


WHOLE = [
    pytest.param(
        "Poland urged states not to delay the vote.",
        {"Poland: states not to delay the vote"},
        id="whom nobody can name is told with what he is urged to do",
    ),
    pytest.param(
        "Iran urged Iraq to return the planes.", {"Iran: to return the planes"}, id="a state has a place of its own"
    ),
    pytest.param(
        "Chad accused the broadcaster of “stirring hate”.",
        {"Chad: the broadcaster of “stirring hate”"},
        id="the accused is told where nobody knows him",
    ),
    pytest.param(
        "The French Foreign Ministry said on Friday in a note to the UN that Mali had broken the accord.",
        {"The French Foreign Ministry: Mali had broken the accord"},
        id="when and where it was said may stand between",
    ),
    pytest.param(
        "Kenya, when asked whether it would send troops, will not answer.",
        set(),
        id="to be asked is to say nothing",
    ),
    pytest.param(
        "Norway asked whether Sweden would send troops.",
        {"Norway: whether Sweden would send troops"},
        id="to ask is to say something",
    ),
    pytest.param(
        "The charge was denied by Iran.",
        {"Iran: The charge"},
        id="what is denied may stand before the word that denies",
    ),
    pytest.param(
        "Estonia released footage that Latvia claimed was unfair.", set(), id="a relative clause lacks its noun"
    ),
    pytest.param(
        "Niger said Chad had moved its troops and that the talks were over.",
        {"Niger: Chad had moved its troops and that the talks were over"},
        id="two things that are said",
    ),
]


@pytest.mark.parametrize(("sentence", "told"), WHOLE)
def test_words_said_are_whole(sentence: str, told: set[str]) -> None:
    assert {said(r) for r in reports_of(sentence, "statement")} == told


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Malawi confirmed its first infections and Zambia had its first death.", id="two things, one told"
        ),
        pytest.param(
            "The White House also announced a deal it brokered between Sudan and Israel.", id="a noun's clause"
        ),
        pytest.param(
            "Sudan argued that trade is growing in value and private ownership is the goal.", id="two clauses"
        ),
        pytest.param("Norway promised each victim will be paid a million crowns.", id="no word that joins"),
    ],
)
def test_words_said_go_on_to_where_the_sentence_ends(sentence: str) -> None:
    for report in reports_of(sentence, "statement"):
        assert sentence.rstrip(".").endswith(said(report).partition(": ")[2])


VIEWS = [
    pytest.param("The pact is widely seen as a threat to Turkey.", 1, id="nobody's in particular, with its subject"),
    pytest.param("The base, which is considered a threat to Turkey, will close.", 0, id="a clause without its noun"),
    pytest.param("The pact could embolden Minsk.", 1, id="what may come"),
    pytest.param("The port can take ships from Minsk.", 0, id="what somebody is able to do"),
    pytest.param("We are seen as friends of Minsk.", 0, id="a view of the speaker's own"),
]


@pytest.mark.parametrize(("sentence", "count"), VIEWS)
def test_a_view_stands_by_itself(sentence: str, count: int) -> None:
    assert len(reports_of(sentence, "assessment")) == count


@pytest.mark.parametrize(("text", "words"), [
    pytest.param("President Adamu said the victims were brave men while Interior Minister Idris wrote he had ordered checks.",
                 {"the victims were brave men", "he had ordered checks"}, id="another goes on to say something"),
    pytest.param("The road was open but the Chadian minister suggested it would be shut.", {"it would be shut"},
                 id="after but, no aside"),
    pytest.param('Chad made this point, writing "In addition, we have notified a number of agencies."',
                 {"In addition, we have notified a number of agencies."}, id="who is quoted tells nothing beside it"),
])  # fmt: skip
def test_only_what_the_speaker_said(text, words):
    assert {r.content.text for r in reports_of(text, "statement")} == words
