"""Commands over time and for judgements: what they write, and their codes."""

import json

import pytest

import dragoman
from dragoman import pipeline
from dragoman.cli import exits
from dragoman.cli.run import run
from tests import fakes


@pytest.fixture(autouse=True)
def held(tmp_path, monkeypatch):
    for verb in (pipeline.read, pipeline.regroup):
        monkeypatch.setitem(verb.__kwdefaults__, "stages", fakes.STAGES)
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Narvia signs {name}\n\nNarvia signed it in {name}.")
    with dragoman.open("dragoman.db") as record:
        record.read("a.txt", "b.txt")
        return record.events[0].id


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param("changes --since 2024-03-05", exits.OK, "new story: 2 new articles", id="what is new"),
        pytest.param("changes --since 2024-03-06", exits.NOTHING, "nothing new since 2024-03-06", id="nothing new"),
        pytest.param("changes --since soon", exits.NOTHING, "no day called 'soon'", id="no day"),
        pytest.param("changes --since 2024-03-05 --json", exits.OK, '"what": "new"', id="as JSON"),
        pytest.param("changes --since 2024-03-05 --csv", exits.OK, "story,title,what", id="as CSV"),
        pytest.param("ledger EVENT", exits.OK, "asserts: The Narvia Post (2024-03-05)", id="a claim"),
        pytest.param("ledger EVENT --csv", exits.OK, "claim,kind,text,who", id="a claim as CSV"),
        pytest.param("ledger EVENT --json", exits.OK, '"how": "asserts"', id="a claim as JSON"),
        pytest.param("ledger", exits.USAGE, "name either a claim or", id="no claim named"),
        pytest.param("ledger gone", exits.NOTHING, "is no claim", id="no such claim"),
        pytest.param("articles --as-of 2024-03-04", exits.NOTHING, "no articles in it", id="before it appeared"),
        pytest.param("articles --as-of 2024-03-05", exits.OK, "The Narvia Post", id="on the day it appeared"),
        pytest.param("judge checked EVENT --by me", exits.OK, '"verdict": "checked"', id="checked"),
        pytest.param("judge merge EVENT", exits.NOTHING, "name two", id="one alone"),
        pytest.param("judge undo gone", exits.NOTHING, "no judgement has the id", id="nothing to undo"),
        pytest.param("judgements", exits.NOTHING, "no judgements in it", id="none yet"),
    ],
)
def test_commands(held, capsys, words, code, told):
    assert run(words.replace("EVENT", held).split()) == code
    out, err = capsys.readouterr()
    assert told in out + err


def test_a_judgement_is_listed_loaded_and_undone(held, capsys, tmp_path):
    run(["judge", "noted", held, "--note", "rang the ministry"])
    made = json.loads(capsys.readouterr().out)
    run(["judgements"])
    assert "rang the ministry" in capsys.readouterr().out
    run(["export", "--out", "out"])
    assert run(["judge", "undo", made["id"]]) == exits.OK
    run(["judge", "load", "out/judgements.jsonl"])
    assert "1 judgements taken" in capsys.readouterr().err
