"""The clause bench: its files are well formed, and its figures follow from what it says it counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bench.clauses import Case, Filler, Found, Gold, Measured

from bench import clauses

CASES = clauses.cases()
CLASSES = (
    "absolute",
    "apposition",
    "control",
    "coordination",
    "headline",
    "long",
    "negation",
    "nominalisation",
    "parenthesis",
    "participle",
    "quotation",
    "relative",
    "voice",
)
ACCUSED = Gold("accused", agent=("Kyiv", "governments"), patient=("Tehran",))


def found(agent: str = "", patient: str = "", *, negated: bool = False) -> Found:
    """A clause as read; phrases parted by "+", the head of each marked by a star or else its last word."""
    return Found(0, 7, "verb", _fillers(agent), _fillers(patient), negated)


def _fillers(words: str) -> tuple[Filler, ...]:
    phrases = [p.strip() for p in words.split("+") if p.strip()]
    return tuple(Filler(p.replace("*", ""), _head(p)) for p in phrases)


def _head(phrase: str) -> str:
    marked = [w[1:] for w in phrase.split() if w.startswith("*")]
    return (marked or phrase.split())[-1]


def test_sentences_are_many_and_each_is_there_once() -> None:
    assert len(CASES) >= 300
    assert [text for text, n in Counter(c.text for c in CASES).items() if n > 1] == []


@pytest.mark.parametrize("name", CLASSES)
def test_each_class_has_enough(name: str) -> None:
    assert sum(c.name == name for c in CASES) >= 25


def test_no_other_class() -> None:
    assert sorted({c.name for c in CASES}) == list(CLASSES)


def test_halves_are_by_hash_and_about_even() -> None:
    assert [f"{clauses.half_of(c.text)}: {c.text}" for c in CASES if c.half != clauses.half_of(c.text)] == []
    dev = sum(c.half == "dev" for c in CASES) / len(CASES)
    assert 0.4 < dev < 0.6


def test_predicates_stand_in_their_sentences() -> None:
    assert [(g.predicate, c.text) for c in CASES for g in c.clauses if clauses.place(c.text, g) < 0] == []


def test_phrases_stand_in_their_sentences() -> None:
    absent = [
        (way, case.text)
        for case in CASES
        for gold in case.clauses
        for phrase in (*gold.agent, *gold.patient, *gold.either)
        for way in phrase.split("/")
        if not clauses.holds(way, Filler(case.text, ""))
    ]
    assert absent == []


def test_every_sentence_has_clauses_of_a_known_kind() -> None:
    assert all(c.clauses for c in CASES)
    assert {g.kind for c in CASES for g in c.clauses} <= {"verb", "noun", "copula"}


def test_long_sentences_have_three_clauses() -> None:
    assert [c.text for c in CASES if c.name == "long" and len(c.clauses) < 3] == []


@pytest.mark.parametrize(
    ("read", "right", "wrong", "missed"),
    [
        pytest.param(found("Kyiv + Western governments", "Tehran"), 3, 0, 0, id="all read"),
        pytest.param(found("Kyiv and Western governments", "Tehran"), 2, 0, 1, id="a phrase serves once"),
        pytest.param(found("Kyiv", "Tehran"), 2, 0, 1, id="one of a pair missed"),
        pytest.param(found("Kyiv + governments + Friday", "Tehran"), 3, 1, 0, id="one too many"),
        pytest.param(None, 0, 0, 3, id="no such clause: all missed"),
        pytest.param(found("Tehran", ""), 0, 1, 3, id="swapped: wrong and missed"),
        pytest.param(found("*Tehran that Kyiv named", ""), 0, 1, 3, id="the other argument's phrase does not match"),
        pytest.param(found("*envoys of Kyiv + governments", "Tehran"), 3, 0, 0, id="contained is enough"),
        pytest.param(found("Kyivan + governments", "Tehran"), 2, 1, 1, id="but as whole words"),
    ],
)
def test_tally(read: Found | None, right: int, wrong: int, missed: int) -> None:
    counts = clauses.tally(ACCUSED, read)
    sums = tuple(sum(counts[f"{r} {what}"] for r in clauses.ROLES) for what in ("right", "wrong", "missed"))
    assert sums == (right, wrong, missed)


def test_either_is_not_counted() -> None:
    gold = Gold("told", agent=("minister",), either=("reporters",))
    assert clauses.tally(gold, found("The minister", "reporters"))["patient wrong"] == 0
    assert clauses.tally(gold, found("The minister", "lies"))["patient wrong"] == 1


def test_any_of_the_ways_will_do() -> None:
    gold = Gold("met", agent=("minister/Araghchi",))
    assert clauses.tally(gold, found("Abbas Araghchi"))["agent right"] == 1
    assert clauses.tally(gold, found("minister + Abbas Araghchi"))["agent wrong"] == 1


@pytest.mark.parametrize(
    ("read", "swapped"),
    [
        pytest.param(found("Tehran", "Kyiv"), True, id="both"),
        pytest.param(found("Tehran", ""), True, id="one of them"),
        pytest.param(found("", "Tehran"), False, id="in its place"),
        pytest.param(found("Friday", "Tehran"), False, id="wrong, not swapped"),
        pytest.param(found("*envoys of Tehran", "Tehran"), False, id="contained, not the head"),
    ],
)
def test_swapped(read: Found, swapped: bool) -> None:
    assert clauses.swapped(ACCUSED, read) is swapped


@pytest.mark.parametrize(
    ("gold", "read", "outcome"),
    [
        pytest.param(True, found(negated=True), "right", id="told as negated"),
        pytest.param(True, found(), "missed", id="told as done"),
        pytest.param(True, None, "missed", id="not told"),
        pytest.param(False, found(negated=True), "wrong", id="negated without reason"),
        pytest.param(False, found(), "none", id="nothing to find"),
    ],
)
def test_negation(gold: bool, read: Found | None, outcome: str) -> None:
    assert clauses.tally(Gold("signed", negated=gold), read)[f"negation {outcome}"] == 1


@pytest.mark.parametrize(
    ("gold", "start"),
    [
        pytest.param(Gold("recalled"), 5, id="the first"),
        pytest.param(Gold("recalled", 2), 21, id="the second"),
        pytest.param(Gold("recalled", 3), -1, id="there is no third"),
        pytest.param(Gold("call"), -1, id="not within a word"),
    ],
)
def test_place(gold: Gold, start: int) -> None:
    assert clauses.place("They recalled it; we recalled it", gold) == start


def test_a_clause_of_the_kind_comes_first() -> None:
    noun, verb = Found(4, 9, "noun"), Found(4, 9, "verb")
    assert clauses.aligned("The visit", Gold("visit"), (noun, verb)) is verb
    assert clauses.aligned("The visit", Gold("visit"), (noun,)) is noun
    assert clauses.aligned("The visit", Gold("visit"), (Found(0, 3, "verb"),)) is None


def test_no_negation_is_no_figure() -> None:
    assert clauses.figures("dev", "voice", [clauses.tally(ACCUSED, found())]).negation is None
    assert clauses.figures("dev", "voice", [clauses.tally(ACCUSED, found(negated=True))]).negation == 0.0


def test_figures() -> None:
    tallies = [clauses.tally(ACCUSED, found("Kyiv", "Tehran")), clauses.tally(ACCUSED, found("Tehran", ""))]
    row = clauses.figures("dev", "voice", tallies)
    assert (row.clauses, row.found, row.swapped) == (2, 100.0, 50.0)
    assert (row.precision, row.recall, row.f1) == (66.7, 33.3, 44.4)
    assert (row.agents, row.patients) == (33.3, 66.7)


def test_only_the_dev_half_is_listed() -> None:
    gold = (Gold("signed", agent=("Chad",)),)
    done = [Measured(Case("voice", half, f"Chad signed {half}.", gold), (), Counter()) for half in clauses.HALVES]
    assert list(clauses.misses(done)) == [
        "[voice] Chad signed dev.",
        "    expected signed: Chad > -",
        "    got      no such clause   (agent missed)",
    ]


def test_write_leaves_the_rest_alone(tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    page.write_text("# Page\n\nBefore.\n", encoding="utf-8")
    row = clauses.figures("dev", "all", [clauses.tally(ACCUSED, None)])
    clauses.write([row], page)
    first = page.read_text(encoding="utf-8")
    page.write_text(f"{first}\nAfter.\n", encoding="utf-8")
    clauses.write([row], page)
    assert page.read_text(encoding="utf-8") == f"{first}\nAfter.\n"
    assert first.startswith("# Page\n\nBefore.\n\n## Clauses\n")
    assert first.endswith(f"{clauses.MARKS[1]}\n")
