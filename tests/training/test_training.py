"""What the model is trained on: treebank words as they stand, and sentences dressed as headlines."""

import gzip
import itertools
import os
import random
import subprocess
import sys

import pytest
from training.grammar import Grammar
from training.treebank import Word

from training import corpus, lemmas, treebank

TREE = """# newdoc id = d
# text = They don't sign.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t4:nsubj\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t4:aux\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t4:advmod\t_
4\tsign\tsign\tVERB\tVB\t_\t0\troot\t0:root\tSpaceAfter=No
4.1\tit\tit\tPRON\tPRP\t_\t_\t_\t4:obj\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t4:punct\t_

"""


def test_treebank(tmp_path):
    path = tmp_path / "small.conllu.gz"
    path.write_bytes(gzip.compress(TREE.encode()))
    (sentence,) = treebank.sentences(path)
    assert sentence.new_document
    assert [(w.form, w.head, w.space, w.glued) for w in sentence.words] == [
        ("They", 3, True, False),
        ("do", 3, False, False),
        ("n't", 3, True, True),
        ("sign", 3, False, False),
        (".", 3, True, False),
    ]


def word(form, head, label):
    return Word(form, form.lower(), "X", "X", head, label, True, False)


def test_a_headline_drops_articles_and_the_stop_and_keeps_the_tree():
    words = (word("The", 1, "det"), word("envoy", 2, "nsubj"), word("signs", 2, "root"), word("a", 4, "det"),
             word("pact", 2, "obj"), word("in", 6, "case"), word("May", 2, "obl"), word(".", 2, "punct"))  # fmt: skip
    found = corpus.headline(words)
    assert [w.form for w in found] == ["Envoy", "Signs", "Pact", "in", "May"]
    assert [found[w.head].form for w in found] == ["Signs", "Signs", "Signs", "May", "Signs"]


def test_a_headline_of_nothing_else_stays():
    words = (word(".", 0, "root"),)
    assert corpus.headline(words) == words


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("sign", ["signed", "signed", "signing", "signs"]),
        ("pledge", ["pledged", "pledged", "pledging", "pledges"]),
        ("commit*", ["committed", "committed", "committing", "commits"]),
        ("ratify", ["ratified", "ratified", "ratifying", "ratifies"]),
        ("delay", ["delayed", "delayed", "delaying", "delays"]),
        ("agree", ["agreed", "agreed", "agreeing", "agrees"]),
        ("lie lay lain", ["lay", "lain", "lying", "lies"]),
        ("forbid* forbade forbidden", ["forbade", "forbidden", "forbidding", "forbids"]),
        ("veto", ["vetoed", "vetoed", "vetoing", "vetoes"]),
        ("# a note", []),
    ],
)
def test_forms_of_a_verb(line, forms):
    assert [form for form, _, _ in lemmas.verbs(line)] == forms


def test_without_treebanks_one_line_says_so(tmp_path):
    environment = os.environ | {"DRAGOMAN_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "training.model", "--out", str(tmp_path / "en")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no treebank there; set DRAGOMAN_DATA" in done.stderr


@pytest.fixture(scope="module")
def drawn():
    return list(itertools.islice(Grammar.load().sentences(random.Random(7)), 400))


def test_the_grammar_draws_whole_trees(drawn):
    for words in drawn:
        assert sum(w.head == n for n, w in enumerate(words)) == 1
        for n in range(len(words)):
            seen = set()
            while words[n].head != n:
                assert n not in seen
                seen.add(n)
                n = words[n].head


def test_the_grammar_draws_the_same_again(drawn):
    assert list(itertools.islice(Grammar.load().sentences(random.Random(7)), 400)) == drawn


def test_the_grammar_names_nothing_it_does_not_build():
    grammar = Grammar.load()
    named = {item.what for ways, _ in grammar.productions.values() for way in ways for item in way}
    symbols = {what for what in named if what.isupper() or what.partition(".")[0].isupper()}
    assert {s for s in symbols if "/" not in s} - grammar.productions.keys() - grammar.words.keys() == set()
    assert (grammar.productions.keys() | grammar.words.keys()) - named - {"S"} <= {
        f"{verbs}.{form}"
        for verbs in ("T", "H", "I", "SAY", "TO", "ASK", "MAKE", "GIVE", "ACC", "BAR")
        for form in "DNZGBP"
    }


def test_the_grammar_spells(drawn):
    text = " ".join(" ".join(w.form for w in words).lower() for words in drawn)
    assert " an embassy " in text
    assert " a embassy " not in text
    assert " officials was " not in text
