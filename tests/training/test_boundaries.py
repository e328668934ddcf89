"""What the model of sentence boundaries is trained on, and how its trees are grown."""

import os
import subprocess
import sys

import numpy as np

from dragoman.reading.breaks import Splitter
from training import sentences, trees


def test_sentences_are_joined_by_single_spaces():
    document = sentences.joined(["Climate", "Spring is mild."])
    assert document.text == "Climate Spring is mild."
    assert document.ends == {7, 23}


def test_a_word_is_what_it_mostly_is():
    word = sentences.treebank.Word
    rows = [word(form, "", upos, xpos, 0, "", True, False) for form, upos, xpos in
            [("signs", "VERB", "VBZ"), ("signs", "NOUN", "NNS"), ("Signs", "VERB", "VBZ"), ("once", "ADV", "RB")]]  # fmt: skip
    assert sentences.word_classes([sentences.treebank.Sentence("", tuple(rows))]) == {"signs": "V"}


def test_odds_tell_openers_from_names():
    texts = [sentences.joined(["The pact with Haas holds.", "The pact with Haas ended."])] * 3
    tables = sentences.Counts.of(texts, {"the": "D"}).tables()
    assert tables.starts["the"] > 0 > tables.starts["haas"]


def test_a_forest_learns_a_rule_and_the_same_one_again():
    chance = np.random.default_rng(1)
    rows = chance.integers(0, 10, (400, 4))
    gold = (rows[:, 1] > 5).astype(float)
    forest = trees.learn(rows, gold, np.ones(400))
    assert forest == trees.learn(rows, gold, np.ones(400))
    model = Splitter(sentences.Counts.of([], {}).tables(), forest.trees, forest.base)
    assert [model.score((3, high, 3, 3)) > 0 for high in (2, 8)] == [False, True]


def test_what_is_written_is_read_again(tmp_path):
    tables = sentences.Counts.of([sentences.joined(["Haas met Marr.", "Haas left."])] * 2, {"met": "V"}).tables()
    sentences.write(tables, trees.Forest(-5, [[0, 3, -1, [1, 2, 7, 8]]]), tmp_path)
    again = Splitter.load(tmp_path)
    assert (again.tables, again.base, again.score((4, 3))) == (tables, -5, 3)
    assert {path.name for path in tmp_path.iterdir()} == {"breaks.json", "LICENSE", "card.md"}


def test_without_the_treebanks_one_line_says_so(tmp_path):
    environment = os.environ | {"DRAGOMAN_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "training.sentences", "--out", str(tmp_path / "out")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
