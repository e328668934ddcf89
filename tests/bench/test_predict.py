"""The contract of ``bench/predict.py``: what each task writes, and how it refuses."""

import importlib.util
import json
import sys
import types

import pytest

from bench import conllu, predict

GIVEN = """# newdoc id = one
# sent_id = one-1
# text = Norland doesn't recognise it.
1\tX\t_\t_\t_\t_\t0\t_\t_\t_

# sent_id = one-2
# text = “We’ll sign,” she said.
1\tX\t_\t_\t_\t_\t0\t_\t_\t_

# newdoc id = two
# sent_id = two-1
# text = Talks ended.
1\tX\t_\t_\t_\t_\t0\t_\t_\t_
"""


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "given.conllu"
    path.write_text(GIVEN, encoding="utf-8")
    return path


def blocks(text):
    return [block.split("\n") for block in text.strip().split("\n\n")]


def words(block):
    return [row.split("\t") for row in block if not row.startswith("#")]


def test_parse_keeps_what_names_the_sentences(source, capsys):
    assert predict.main(["parse", str(source)]) == 0
    comments = [row for block in blocks(capsys.readouterr().out) for row in block if row.startswith("#")]
    assert comments == [row for row in GIVEN.split("\n") if row.startswith("#")]


def test_parse_looks_at_the_text_alone(source, capsys):
    predict.main(["parse", str(source)])
    first, second, _ = blocks(capsys.readouterr().out)
    assert [row[:2] for row in words(first)] == [
        ["1", "Norland"], ["2-3", "doesn't"], ["2", "does"], ["3", "n't"], ["4", "recognise"], ["5", "it"], ["6", "."],
    ]  # fmt: skip
    assert ["2-3", "We’ll"] in [row[:2] for row in words(second)]


@pytest.mark.parametrize("flag", [[], ["--raw"]])
def test_every_sentence_has_one_root_and_the_text(source, capsys, flag):
    predict.main(["parse", str(source), *flag])
    for block in blocks(capsys.readouterr().out):
        rows = [row for row in words(block) if "-" not in row[0]]
        assert [row[6] for row in rows].count("0") == 1
        assert all(len(row) == 10 and row[1] for row in rows)
        text = next(row for row in block if row.startswith("# text = "))[9:]
        assert "".join(row[1] for row in rows) == "".join(text.split())


def test_raw_keeps_documents_and_finds_its_own_sentences(source, capsys):
    predict.main(["parse", str(source), "--raw"])
    out = capsys.readouterr().out
    assert [row for row in out.split("\n") if row.startswith("# newdoc")] == ["# newdoc id = one", "# newdoc id = two"]
    assert "sent_id" not in out


def test_a_task_not_there_yet_says_so(source, capsys, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert predict.main(["groups", str(source)]) == 3
    assert capsys.readouterr() == ("", "predict.py: groups: not there yet\n")


def test_input_that_is_not_there(capsys):
    assert predict.main(["parse", "nowhere.conllu"]) == 1
    assert capsys.readouterr().err == "predict.py: nowhere.conllu: no such file or folder\n"


def test_only_parses_are_from_raw_text(source, capsys, monkeypatch):
    task = types.ModuleType("bench.tasks.groups")
    task.predict = lambda source: []
    monkeypatch.setitem(sys.modules, "bench.tasks.groups", task)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: True)
    assert predict.main(["groups", str(source), "--raw"]) == 2


def test_rows_that_are_objects_are_written_as_json(source, capsys, monkeypatch):
    task = types.ModuleType("bench.tasks.groups")
    task.predict = lambda source: [{"doc": "é"}, "as it is"]
    monkeypatch.setitem(sys.modules, "bench.tasks.groups", task)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: True)
    assert predict.main(["groups", str(source)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert (json.loads(first), second) == ({"doc": "é"}, "as it is")


def test_given_sentences_are_read_from_zipped_files_too(source, tmp_path):
    import gzip

    zipped = tmp_path / "given.conllu.gz"
    zipped.write_bytes(gzip.compress(source.read_bytes()))
    assert list(conllu.given(zipped)) == list(conllu.given(source))
