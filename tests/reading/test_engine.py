"""The language engine: offsets are exact, trees are trees, and batching changes nothing."""

import shutil
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import EngineError
from dragoman.reading.engine import LONGEST, SHIPPED, Engine


@pytest.fixture(scope="session")
def engine():
    return Engine.load()


def tree(tokens):
    return {t.text: (t.lemma, t.upos, tokens[t.head].text, t.dep) for t in tokens}


def test_a_sentence(engine):
    (tokens,) = engine.parse(["Norland’s parliament ratified the treaty."], [0])
    found = tree(tokens)
    assert found["ratified"] == ("ratify", "VERB", "ratified", "root")
    assert found["parliament"] == ("parliament", "NOUN", "ratified", "nsubj")
    assert found["treaty"] == ("treaty", "NOUN", "ratified", "obj")
    assert found["Norland"][2:] == ("parliament", "nmod:poss")
    assert found["’s"] == ("'s", "PART", "Norland", "case")


def test_subtypes_are_kept(engine):
    (tokens,) = engine.parse(["The treaty was signed by both ministers."], [0])
    assert {"nsubj:pass", "aux:pass"} <= {t.dep for t in tokens}


def test_penn_tags_stand_beside_universal_ones(engine):
    (tokens,) = engine.parse(["They signed it."], [0])
    assert [(t.upos, t.xpos) for t in tokens] == [("PRON", "PRP"), ("VERB", "VBD"), ("PRON", "PRP"), ("PUNCT", ".")]


def test_offsets_are_into_the_article(engine):
    article = "Headline\n\nThe envoy left. Talks ended."
    texts, starts = ["The envoy left.", "Talks ended."], [10, 26]
    for tokens, text in zip(engine.parse(texts, starts), texts, strict=True):
        assert all(article[t.start : t.end] == t.text for t in tokens)
        assert "".join(t.text for t in tokens) == text.replace(" ", "")


HOSTILE = [
    "",
    "   ",
    "\u200b",
    "The mini\u00adster\u200b said\u202e no\u202c.",
    "🇮🇷🤝🇷🇺 signed 👨‍👩‍👧 today 🎉!!!",
    "e\u0301lite " * 3,
    "الرئيس met 习近平 in Мінск.",
    "\x00 \x07 control \u2028 characters \x85 too",
    "((((((((((((((",
    "\ufeffThe treaty.",
    "…—–“”‘’«»",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_offsets_are_exact_on_hostile_text(engine, text):
    (tokens,) = engine.parse([text], [7])
    assert all(text[t.start - 7 : t.end - 7] == t.text for t in tokens)
    assert "".join(t.text for t in tokens) == "".join(text.split())
    assert all(t.upos and t.lemma and t.dep for t in tokens)


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_gives_one_tree(engine, text):
    (tokens,) = engine.parse([text], [0])
    assert "".join(t.text for t in tokens) == "".join(text.split())
    assert one_tree(tokens)


def one_tree(tokens):
    roots = [n for n, t in enumerate(tokens) if t.head == n]
    return not tokens or (len(roots) == 1 and all(reaches(tokens, n, roots[0]) for n in range(len(tokens))))


def reaches(tokens, n, root):
    for _ in tokens:
        n = tokens[n].head
    return n == root


def test_an_overlong_sentence_is_parsed_in_pieces(engine):
    text = "the minister signed it , and " * 1000
    (tokens,) = engine.parse([text], [0])
    assert len(tokens) == 6 * 1000 > LONGEST
    assert [n for n, t in enumerate(tokens) if t.head == n][1:] == []
    assert all(text[t.start : t.end] == t.text for t in tokens)


def test_batching_changes_nothing(engine):
    texts = [
        f"Delegation {n} of Norland left the talks in Marr, officials said{', again' * (n % 9)}." for n in range(150)
    ]
    together = engine.parse(texts, [0] * len(texts))
    assert [engine.parse([text], [0])[0] for text in texts] == together
    assert engine.parse(texts[::-1], [0] * len(texts))[::-1] == together


@pytest.mark.parametrize(
    ("curly", "straight"),
    [
        ("“We won’t sign,” the envoy said.", '"We won\'t sign," the envoy said.'),
        ("Norland’s talks — the first — failed.", "Norland's talks -- the first -- failed."),
    ],
)
def test_curly_and_straight_marks_are_read_alike(engine, curly, straight):
    one, other = engine.parse([curly, straight], [0, 0])
    assert [(t.upos, t.head, t.dep) for t in one] == [(t.upos, t.head, t.dep) for t in other]


@pytest.mark.parametrize(
    "headline",
    [
        "Norland's Parliament Approves Treaty With Ostmark",
        "NORLAND'S PARLIAMENT APPROVES TREATY WITH OSTMARK",
        "Norland's parliament approves treaty with Ostmark",
    ],
)
def test_a_headline_is_read_in_any_dress(engine, headline):
    (tokens,) = engine.parse([headline], [0])
    assert [t.lemma for t in tokens] == ["Norland", "'s", "parliament", "approve", "treaty", "with", "Ostmark"]
    assert [t.dep for t in tokens if t.upos in ("VERB", "NOUN")] == ["nsubj", "root", "obj"]
    assert "".join(t.text for t in tokens) == headline.replace(" ", "")


def test_the_maker_names_the_model_and_its_weights(engine):
    name, _, mark = engine.maker.partition(" ")
    assert name == "dragoman"
    assert len(mark) == 12


def test_another_model_has_another_mark(engine, tmp_path):
    shutil.copytree(SHIPPED, tmp_path / "en")
    (tmp_path / "en" / "card.md").write_text("other words", encoding="utf-8")
    assert Engine.load(tmp_path / "en").maker == engine.maker
    with (tmp_path / "en" / "lemmas.json").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert Engine.load(tmp_path / "en").maker != engine.maker


def test_a_pipeline_of_ones_own_cuts_words_itself(engine):
    other = Engine(maker="own", pipeline=engine.pipeline, lemmatiser=None, casing=engine.casing)
    (tokens,) = other.parse(["They  signed the state-run treaty.\n"], [3])
    assert [t.text for t in tokens][:4] == ["They", "signed", "the", "state"]
    assert tokens[1].start == 9
    assert one_tree(tokens)


def test_no_model(tmp_path):
    with pytest.raises(EngineError, match=r"nowhere: no language model there; .*make model"):
        Engine.load(tmp_path / "nowhere")


def test_a_folder_that_is_no_model(tmp_path):
    (tmp_path / "config.cfg").write_text("nothing of the kind", encoding="utf-8")
    with pytest.raises(EngineError, match="not a language model"):
        Engine.load(tmp_path)


def test_a_pipeline_without_a_parser(tmp_path):
    import spacy

    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(EngineError, match="no parser"):
        Engine.load(tmp_path)


def test_importing_the_engine_loads_no_library():
    code = "import sys, dragoman.reading.engine; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", ["LICENSE", "card.md", "scores.json", "meta.json", "lemmas.json", "words.txt"])
def test_the_model_comes_with_its_papers(name):
    assert (SHIPPED / name).stat().st_size > 100


def test_the_licence_credits_both_corpora():
    text = (SHIPPED / "LICENSE").read_text(encoding="utf-8")
    assert all(word in text for word in ("CC BY-SA 4.0", "UD_English-EWT", "GUM"))


def test_the_model_stays_small():
    assert sum(p.stat().st_size for p in SHIPPED.rglob("*")) < 12_000_000
