"""Names that no table knows: which words may be of one, where it ends, and what becomes of it in a reading."""

import itertools

import pytest
from bench.lines import article_of

from dragoman import ontology
from dragoman.errors import EngineError
from dragoman.reading import read
from dragoman.reading.casing import Casing
from dragoman.reading.engine import Engine
from dragoman.reading.name_features import line_of, runs, shape
from dragoman.reading.recogniser import Recogniser, names_in, recogniser
from dragoman.reading.strangers import REASON
from dragoman.reading.tokens import words

KNOWN = frozenset("the council of met in with and a for said town".split())


@pytest.fixture(scope="module")
def engine():
    return Engine.load()


def found(text):
    (names,) = recogniser().names(text, [words(text)], actors=ontology.load().actors)
    return [(text[n.start : n.end], n.kind) for n in names]


def reading(text, engine):
    return read(article_of(text), ontology=ontology.load(), engine=engine, gated=False)


@pytest.mark.parametrize(
    ("form", "outline"),
    [("Iran", "Xx"), ("NATO", "XX"), ("U.S.", "X.X."), ("pact", "x"), ("McKee", "XxX"), ("2024", "d4"), ("J.", "X.")],
)
def test_outline_of_a_word(form, outline):
    assert shape(form) == outline


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        pytest.param("the Council of Vesna met", ["Council of Vesna"], id="a small word between large ones"),
        pytest.param("the Council of the town met", ["Council"], id="but not after the last"),
        pytest.param("with Jan van der Berg", ["Jan van der Berg"], id="particles"),
        pytest.param("met in Oslo . Then", ["Oslo . Then"], id="a stop may be an initial's"),
        pytest.param("met with al - Ani", ["al - Ani"], id="a particle opens a name"),
        pytest.param("the al met", [], id="but only before a large word"),
        pytest.param("Acme Steel , Inc. said", ["Acme Steel , Inc."], id="a comma before Inc."),
        pytest.param("Acme , Oslo", ["Acme", "Oslo"], id="a comma before anything else parts"),
    ],
)
def test_runs(text, stretches):
    forms = text.split()
    line = line_of(forms, [""] * len(forms), Casing(KNOWN))
    assert [" ".join(forms[start:end]) for start, end in runs(line)] == stretches


def test_names_of_a_row_of_labels():
    spans = [(0, 3), (4, 7), (8, 9), (10, 14)]
    assert [(n.start, n.end, n.kind) for n in names_in(spans, [1, 2, 0, 3])] == [(0, 7, "PER"), (10, 14, "LOC")]
    assert [(n.start, n.end, n.kind) for n in names_in(spans, [1, 1, 0, 0])] == [(0, 3, "PER"), (4, 7, "PER")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Petra Novotny met Abdullah al-Harbi in Ruzomberok.",
            [("Petra Novotny", "PER"), ("Abdullah al-Harbi", "PER"), ("Ruzomberok", "LOC")],
            id="persons and a town",
        ),
        pytest.param(
            "A report by the Institute for Baltic Studies was read in Tallinn.",
            [("Institute for Baltic Studies", "ORG"), ("Tallinn", "LOC")],
            id="a body without its article",
        ),
        pytest.param("President Lukas Horvath spoke.", [("Lukas Horvath", "PER")], id="a title is no part of a name"),
        pytest.param("Turkish and Greek officials met on Monday.", [], id="peoples and days are no names"),
        pytest.param("The ministers of both countries met again.", [], id="no names"),
    ],
)
def test_recognised(text, names):
    assert found(text) == names


def test_what_is_read_beside_changes_nothing_but_what_it_tells():
    texts = ["Petra Novotny spoke.", "The council met in Ruzomberok."]
    actors = ontology.load().actors
    alone = [recogniser().names(t, [words(t)], actors=actors)[0] for t in texts]
    assert alone == [recogniser().names(t, [words(t)], actors=actors)[0] for t in texts]
    assert recogniser().names("", [], actors=actors) == []


def test_a_damaged_file_is_one_clear_error(tmp_path):
    (tmp_path / "weights.txt").write_text("> O\t1 2\n", encoding="utf-8")
    with pytest.raises(EngineError, match="make names"):
        Recogniser.load(tmp_path)


def test_a_stranger_is_a_mention_without_an_actor(engine):
    text = "France's army trained with the Institute for Baltic Studies, wrote Petra Novotny."
    mentions = {m.text: (m.actor and m.actor.id, m.reason) for m in reading(text, engine).mentions}
    assert mentions["France's army"] == ("FRA/military", None)
    assert mentions["Institute for Baltic Studies"] == (None, REASON)


def test_no_mention_lies_within_another(engine):
    text = "Ukraine's foreign minister Petra Novotny met Ursula von der Leyen and Lukas Horvath of the Vesna Party in Kyiv."
    spans = [m.span for m in reading(text, engine).mentions]
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param("The letter was signed by Petro Melnyk, a miner.", None, id="a surname that is a given name here"),
        pytest.param("The letter was signed by Petro.", "person/gustavo-petro", id="the surname alone"),
    ],
)
def test_a_surname_that_opens_a_strangers_name_is_not_the_known_person(text, person, engine):
    told = {m.actor.id for m in reading(text, engine).mentions if m.actor}
    assert told == ({person} if person else set())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("Soldiers fought in Ruzomberok on Monday.", [("Ruzomberok", None)], id="a town no table knows"),
        pytest.param("Soldiers fought in Kharkiv on Monday.", [("Kharkiv", "UKR")], id="a town of the table"),
        pytest.param("Ruzomberok is a town of soldiers.", [], id="without a preposition it places nothing"),
        pytest.param("Soldiers believe in Petra Novotny.", [], id="a person is no place"),
    ],
)
def test_places(text, places, engine):
    assert [(place.text, place.country) for _, place in reading(text, engine).places] == places
