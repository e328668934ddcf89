"""What the recogniser of names is trained on, and how its weights are found."""

import gzip
import os
import subprocess
import sys

import pytest
from training.name_corpora import Sentence

from dragoman import ontology
from dragoman.reading.casing import Casing
from dragoman.reading.recogniser import LABELS, Recogniser
from dragoman.reading.tokens import words
from training import crf, name_corpora, names

IOB = """# newdoc id = d
# sent_id = 1
# text = Oslo's mayor, Jan Berg.
1\tOslo\tB-LOC\t-\t-
2\t's\tO\t-\t-
3\tmayor\tO\t-\t-
4\t,\tO\t-\t-
5\tJan\tB-PER\t-\t-
6\tBerg\tI-PER\t-\t-
7\t.\tB-O\t-\t-

"""
GUM = """# newdoc id = g
# text = the Bank of Oslo met Minister Berg
1\tthe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-organization-new-cf1-2-sgl
2\tBank\tbank\tPROPN\tNNP\t_\t5\tnsubj\t_\t_
3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_
4\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(2-place-new-cf2-1-sgl)1)
5\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
6\tMinister\tminister\tPROPN\tNNP\t_\t5\tobj\t_\tEntity=(3-person-new-cf3-2-sgl
7\tBerg\tBerg\tPROPN\tNNP\t_\t6\tflat\t_\tEntity=3)

"""


def marked(sentence):
    return [(sentence.text[start:end], kind) for start, end, kind in sentence.names]


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_DATA", str(tmp_path))
    for name, text in (("entities/uner-ewt/en_ewt-uner-dev.iob2.gz", IOB), ("treebank/gum-free-dev.conllu.gz", GUM)):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_bytes(gzip.compress(text.encode()))


@pytest.mark.usefixtures("data")
def test_columns_become_places_in_the_text():
    (document,) = name_corpora.web("dev")
    assert [marked(s) for s in document] == [[("Oslo", "LOC"), ("Jan Berg", "PER")]]


@pytest.mark.usefixtures("data")
def test_mentions_are_cut_down_to_names():
    (document,) = name_corpora.multilayer("dev")
    assert [marked(s) for s in document] == [[("Bank of Oslo", "ORG"), ("Berg", "PER")]]


@pytest.mark.parametrize(
    ("text", "kind", "names_"),
    [
        pytest.param("France", "ORG", [("France", "LOC")], id="a state is a place"),
        pytest.param("French", "ORG", [], id="a people is no name"),
        pytest.param("Vesna, France", "LOC", [("Vesna", "LOC"), ("France", "LOC")], id="a town with its state is two"),
        pytest.param("Minister", "PER", [], id="a common noun is no name"),
        pytest.param("Vesna Party", "ORG", [("Vesna Party", "ORG")], id="all else stays"),
    ],
)
def test_loose_marks_are_held_to_the_rules(text, kind, names_):
    document = (Sentence(text, ((0, len(text), kind),)),)
    actors, casing = ontology.load().actors, Casing(frozenset({"minister"}))
    ((sentence,),) = name_corpora.held(iter([document]), actors=actors, casing=casing)
    assert marked(sentence) == names_


def test_labels_of_words():
    spans = words("Jan Berg met Oslo's mayor")
    found = [LABELS[n] for n in names.labels(spans, [(0, 8, "PER"), (13, 17, "LOC")])]
    assert found == ["B-PER", "I-PER", "O", "B-LOC", "O", "O"]
    assert [LABELS[n] for n in names.mended([LABELS.index("I-ORG"), 0])] == ["B-ORG", "O"]


def test_learned_weights_are_written_and_read_again(tmp_path):
    runs = [crf.Run([["w=oslo"], ["w=berg"]], [3, 0]), crf.Run([["w=berg"]], [1]), crf.Run([["w=oslo"]], [3])] * 4
    names.write(crf.learn(runs, LABELS), tmp_path)
    again = Recogniser.load(tmp_path)
    oslo = again.weights["w=oslo"]
    assert oslo[LABELS.index("B-LOC")] == max(oslo)
    assert {path.name for path in tmp_path.iterdir()} == {"weights.txt", "LICENSE", "card.md"}


def test_without_the_sets_one_line_says_so(tmp_path):
    environment = os.environ | {"DRAGOMAN_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "training.names", "--out", str(tmp_path / "names")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
