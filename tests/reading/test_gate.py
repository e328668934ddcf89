"""The gate: what is read, what is passed over, and that all that is read stands where it says."""

from functools import cache

import pytest
from bench.hostile import SHAPES, article, page
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import coding, ontology
from dragoman.model.reading import Reading
from dragoman.model.report import StatementContent
from dragoman.reading import read
from dragoman.reading.engine import Engine


@cache
def _engine() -> Engine:
    return Engine.load()


def reading(text: str, *, gated: bool = True) -> Reading:
    return read(article(text), ontology=ontology.load(), engine=_engine(), gated=gated)


def parsed(text: str) -> list[bool]:
    return [bool(s.tokens) for s in reading(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chad accused Niger of arming rebels.", id="two states and a cue"),
        pytest.param("Officials said the bridge would open in May.", id="officials who speak"),
        pytest.param("The bridge, said Ada Hale, would open in May.", id="a verb before its speaker"),
        pytest.param("The treaty does not include a defence clause.", id="an instrument and what it holds"),
        pytest.param("The Senate of Chile had approved it.", id="an instrument taken up"),
        pytest.param("Under the accord, the river is shared.", id="under an accord"),
        pytest.param("Both countries signed it.", id="a pair taken up"),
        pytest.param("The charge was denied by Ada Hale.", id="a speaker behind by"),
        pytest.param("Officials say the bridge will open in May.", id="many who speak in the present"),
        pytest.param("Ada Hale went on to say the bridge was old.", id="who went on to say"),
        pytest.param("He was later acquitted of arming rebels.", id="a pronoun an act is done to"),
        pytest.param("The country’s parliament rejected it.", id="a body that is somebody’s"),
        pytest.param("The peace plan was rejected.", id="an instrument of two words"),
        pytest.param("“We are deeply concerned by the attack.”", id="what a quoted speaker tells of himself"),
    ],
)
def test_is_read(text: str) -> None:
    assert parsed(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The weather was warm and the beaches were full.", id="nobody and no cue"),
        pytest.param("Chad is large.", id="a state without a cue"),
        pytest.param("The report was long.", id="a noun that is no verb of saying"),
        pytest.param("The club held a party in the garden.", id="a cue's verb without what it asks for"),
        pytest.param("Ada Hale came to say goodbye.", id="an infinitive that tells of no saying"),
        pytest.param("The baker said the oven was hot.", id="a speaker whose words are no act"),
        pytest.param("The action plan was long.", id="a paper of two words and no act"),
        pytest.param("The clerk, “as Hale said once”, was late.", id="a saying within a quotation"),
    ],
)
def test_is_passed_over(text: str) -> None:
    assert parsed(text) == [False]


def test_a_quotation_that_goes_on_is_told_unread() -> None:
    one = article("Ada Hale of Chad said: “We signed the pact. The road was long. The rain was warm.”")
    seen = read(one, ontology=ontology.load(), engine=_engine(), gated=True)
    assert [bool(s.tokens) for s in seen.sentences] == [True, False, False]
    reports = coding.code(one, seen, ontology=ontology.load()).reports
    (said,) = (r.content.text for r in reports if isinstance(r.content, StatementContent))
    assert said == "We signed the pact. The road was long. The rain was warm."


def test_all_is_read_when_the_gate_is_open() -> None:
    assert all(s.tokens for s in reading("The weather was warm. The beaches were full.", gated=False).sentences)


def _holds_its_words(text: str) -> None:
    one = article(text)
    seen = read(one, ontology=ontology.load(), engine=_engine())
    for part in (*seen.mentions, *seen.times, *seen.quantities):
        assert part.span.of(text) == part.text
    assert all(q.inner.of(text) == q.text for q in seen.quotes)
    assert all(text[t.start : t.end] == t.text for s in seen.sentences for t in s.tokens)
    for report in coding.code(one, seen, ontology=ontology.load()).reports:
        assert all(e.span.of(text) == e.quote for e in report.evidence)


WORDS = st.sampled_from(
    "Chad Niger the The president said accused of signed treaty pact “ ” ‘ ’ \" ' ( ) , . ! \n \n\n 191 votes to 8 on 5 May "
    "2024 President Ada Hale both countries \u200b \u202e \u00ad İstanbul ﬁrm 東京 Москва CHAD SAYS $3 million 10% - — … "
    "that it he will not ratify met with Oman’s U.S. Mr.".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_hold_their_words(text: str) -> None:
    _holds_its_words(text)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_spans_hold_their_words_in_any_text(text: str) -> None:
    _holds_its_words(text)


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_hostile_shapes_are_read(shape: str) -> None:
    text = page(shape, size=1_500)
    _holds_its_words(text)
    one = article(text)
    seen = reading(text)
    assert len(coding.code(one, seen, ontology=ontology.load()).reports) <= len(text) / 8
