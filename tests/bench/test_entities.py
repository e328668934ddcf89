"""The bench of names reads columns with and without numbers, and lines of JSON, and answers with a tag a word."""

import json

import pytest
from bench.tasks import entities

WORDS = "Petra Novotny met Abdullah al - Harbi in Oslo .".split()
TAGS = ["B-PER", "I-PER", "O", "B-PER", "I-PER", "I-PER", "I-PER", "O", "B-LOC", "O"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.iob2", "".join(f"{n}\t{w}\tO\t-\t-\n" for n, w in enumerate(WORDS, 1)), id="numbered rows"),
        pytest.param("a.txt", "-DOCSTART- O\n\n" + "".join(f"{w} O\n" for w in WORDS), id="a word and a tag"),
        pytest.param(
            "a.jsonl", json.dumps({"sent_id": 0, "text": " ".join(WORDS), "tokens": WORDS}) + "\n", id="a line of JSON"
        ),
    ],
)
def test_a_tag_for_each_word(name, content, tmp_path):
    source = tmp_path / name
    source.write_text(content, encoding="utf-8")
    rows = [line.split("\t") for line in entities.predict(source) if line and not line.startswith("#")]
    assert [row[1] for row in rows] == WORDS
    assert [row[2] for row in rows] == TAGS


def test_rows_of_multiword_tokens_have_no_word(tmp_path):
    source = tmp_path / "a.iob2"
    source.write_text("1-2\tdon't\tO\t-\t-\n1\tdo\tO\t-\t-\n2\tn't\tO\t-\t-\n", encoding="utf-8")
    (sentence,) = entities.given(source)
    assert sentence.forms == ("do", "n't")
