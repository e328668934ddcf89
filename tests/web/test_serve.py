"""The command: what it says, and what it says where the extra is missing."""

import sys

import pytest

from dragoman.cli import exits
from dragoman.cli.run import run


@pytest.fixture
def started(monkeypatch):
    """What the server was started with, in the place of a server."""
    told = {}
    monkeypatch.setattr("uvicorn.run", lambda app, **how: told.update(how))
    return told


def test_it_says_where_the_record_is(tmp_path, started, capsys):
    assert run(["serve", "--record", str(tmp_path / "r.db")]) == exits.OK
    assert (started["host"], started["port"]) == ("127.0.0.1", 8472)
    assert "r.db: http://127.0.0.1:8472/\n" in capsys.readouterr().err


def test_another_address_comes_with_a_token(tmp_path, started, capsys):
    run(["serve", "--record", str(tmp_path / "r.db"), "--host", "0.0.0.0", "--port", "99"])
    said = capsys.readouterr().err
    assert "http://0.0.0.0:99/?token=" in said
    assert "only who has the token" in said


def test_read_only_makes_no_record(tmp_path, started):
    assert run(["serve", "--record", str(tmp_path / "r.db"), "--read-only"]) == exits.RECORD
    assert not (tmp_path / "r.db").exists()


def test_a_missing_extra_is_one_line_that_says_how_to_get_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert run(["serve", "--record", str(tmp_path / "r.db")]) == exits.BROKEN
    assert capsys.readouterr().err == (
        "dragoman: `dragoman serve` needs uvicorn, which is not installed; `pip install 'dragoman[web]'` brings it\n"
    )
