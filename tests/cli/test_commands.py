"""Commands: data to stdout, talk to stderr, an exit code that tells."""

import io
import json
import sqlite3
import sys
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

import dragoman
from dragoman import pipeline
from dragoman.cli import exits, progress
from dragoman.cli.run import run
from tests import fakes
from tests.sources import server


@pytest.fixture(autouse=True)
def stages(monkeypatch):
    """Small stages in the place of the real ones, and a brief of one line."""
    for verb in (pipeline.read, pipeline.regroup):
        monkeypatch.setitem(verb.__kwdefaults__, "stages", fakes.STAGES)
    view = ModuleType("dragoman.views.brief")
    view.brief = lambda record: f"{len(record.articles())} articles"
    view.brief_json = lambda record: json.dumps({"stories": [{"id": "s1"}, {"id": "s2"}]})
    monkeypatch.setitem(sys.modules, "dragoman.views.brief", view)
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text("Narvia signs\n\nNarvia signed it \x1b[31mred.")
    (tmp_path / "bad.txt").write_text("bad page")
    (tmp_path / "other.txt").write_text("deutsch ist das")
    return tmp_path


@pytest.fixture
def held(here, capsys):
    run(["read", "pages"])
    capsys.readouterr()
    return here


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param("read pages", exits.OK, "dragoman.db: 1 read", id="all read"),
        pytest.param("read pages bad.txt", exits.SOME_FAILED, "dragoman: bad.txt: no text left", id="some failed"),
        pytest.param("read bad.txt", exits.NOTHING, "dragoman: bad.txt: no text left", id="nothing read"),
        pytest.param(
            "read pages other.txt", exits.SOME_FAILED, "other.txt: not read: language de", id="not our language"
        ),
        pytest.param("read gone.none", exits.NOTHING, "dragoman: gone.none: no such file", id="not there"),
        pytest.param(
            "read pages --record pages/a.txt", exits.RECORD, "another kind of file, not a record", id="no record"
        ),
        pytest.param(
            "brief --record gone.db", exits.RECORD, "dragoman: gone.db: no such record; make one", id="no such"
        ),
        pytest.param("explain x", exits.RECORD, "dragoman: dragoman.db: no such record", id="not read yet"),
        pytest.param("reed pages", exits.USAGE, "dragoman: no such command 'reed'", id="no such command"),
        pytest.param("read", exits.USAGE, "dragoman: missing argument", id="nothing named"),
        pytest.param("read a --from tape", exits.USAGE, "no kind called 'tape'; known: bzip2, csv", id="no kind"),
        pytest.param("read a --column Body", exits.USAGE, "'Body' names no column; say FIELD=NAME", id="no column"),
        pytest.param("watch gone.toml", exits.BROKEN, "gone.toml: cannot be read", id="no feeds"),
        pytest.param("export --out bad.txt", exits.USAGE, "bad.txt is a file; name a folder", id="a file to export to"),
        pytest.param(
            "export --out o --format xml", exits.USAGE, "no export called 'xml'; known: cameo, claims", id="no format"
        ),
    ],
)
def test_exit_codes_and_what_stderr_says(here, capsys, words, code, told):
    assert run(words.split()) == code
    out, err = capsys.readouterr()
    assert told in err
    assert out == ""
    assert "Traceback" not in err


def test_reading_again_tells_the_same_and_that_nothing_is_new(here, capsys):
    first = run(["read", "pages", "bad.txt"]), capsys.readouterr().err
    again = run(["read", "pages", "bad.txt"]), capsys.readouterr().err
    assert first[1].endswith("dragoman.db: 1 read, 1 failed\n")
    assert again == (first[0], first[1].replace("1 read", "1 read (0 new)"))


def test_reading_as_json(here, capsys):
    run(["read", "pages", "bad.txt", "--json"])
    assert json.loads(capsys.readouterr().out) == {
        "read": 1,
        "unread": 0,
        "skipped": 0,
        "failed": 1,
        "new": 1,
        "not_read": [{"name": "bad.txt", "result": "failed", "reason": "no text left"}],
    }


def test_brief(held, capsys):
    assert run(["brief"]) == exits.OK
    assert capsys.readouterr().out == "1 articles\n"
    assert run(["brief", "--json"]) == exits.OK
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [{"id": "s1"}, {"id": "s2"}]


def test_the_brief_of_an_empty_record(here, capsys):
    run(["read", "bad.txt"])
    assert run(["brief"]) == exits.NOTHING
    assert "nothing was read yet" in capsys.readouterr().err


def test_export(held, capsys):
    assert run(["export", "--format", "jsonl", "--out", "out"]) == exits.OK
    assert (held / "out" / "reports.jsonl").read_text().count("\n") == 1
    assert capsys.readouterr() == ("", "12 tables written to out\n")


def test_explain_shows_rule_and_words_and_obeys_nothing(held, capsys):
    run(["events", "--json"])
    event = json.loads(capsys.readouterr().out)
    assert run(["explain", event["id"]]) == exits.OK
    out = capsys.readouterr().out
    assert "Narvia signed it ␛[31mred." in out
    assert "\x1b" not in out
    assert run(["explain", event["reports"][0], "--json"]) == exits.OK
    assert json.loads(capsys.readouterr().out)["table"] == "reports"


def test_explaining_nothing(held, capsys):
    assert run(["explain", "nobody"]) == exits.NOTHING
    assert "nothing here has the id 'nobody'" in capsys.readouterr().err


def test_a_listing_in_three_forms(held, capsys):
    assert run(["articles"]) == exits.OK
    assert capsys.readouterr().out.split("\t")[1:] == ["The Narvia Post", "2024-03-05", "Narvia signs\n"]
    assert run(["articles", "--csv"]) == exits.OK
    assert capsys.readouterr().out.startswith("schema_version,id,outlet")
    assert run(["articles", "--json"]) == exits.OK
    assert json.loads(capsys.readouterr().out)["outlet"] == "The Narvia Post"


def test_a_listing_as_csv_obeys_nothing(held, capsys):
    run(["articles", "--csv"])
    out = capsys.readouterr().out
    assert "signed it ␛[31mred." in out
    assert "\x1b" not in out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("words", ["brief", "articles --json", "articles --csv"])
def test_output_that_cannot_be_written_costs_a_line(held, capsys, monkeypatch, words):
    with suppress(OSError), open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert run(words.split()) == exits.UNWRITTEN
    assert capsys.readouterr().err == "dragoman: output cannot be written: no space left on device; make room for it\n"


def test_a_folder_that_cannot_be_written_to_costs_a_line(held, capsys):
    assert run(["export", "--out", "bad.txt/out"]) == exits.UNWRITTEN
    assert "bad.txt/out: no folder to export to can be made here: not a directory; " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("articles", "Narvia \\u201csigns\\u201d", id="text"),
        pytest.param("articles --json", '"title": "Narvia \\u201csigns\\u201d"', id="JSON stays JSON"),
    ],
)
def test_a_console_without_the_letters_shows_escapes(here, monkeypatch, words, shown):
    (here / "pages" / "a.txt").write_text("Narvia “signs”\n\nNarvia signed.")
    run(["read", "pages"])
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", console)
    assert run(words.split()) == exits.OK
    assert shown in console.buffer.getvalue().decode("ascii")


@pytest.mark.parametrize("words", ["brief", "articles", "events --csv", "export --out o", "explain x", "read pages"])
def test_a_damaged_record_costs_a_line(held, capsys, words):
    damage(held / "dragoman.db")
    assert run(words.split()) == exits.RECORD
    out, err = capsys.readouterr()
    assert err.startswith("dragoman: dragoman.db: the record is damaged (")
    assert (out, err.count("\n")) == ("", 1)


def damage(path):
    """Overwrite all pages but the first, which says what the file is."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    held = path.read_bytes()
    path.write_bytes(held[:4096] + b"\xa7" * (len(held) - 4096))


def test_a_demo_tells_how_to_keep_its_record(here, capsys, monkeypatch):
    monkeypatch.setattr(dragoman, "examples", lambda: here / "pages")
    assert run(["demo"]) == exits.OK
    err = capsys.readouterr().err
    assert err.startswith("demo: ")
    assert "`dragoman demo --record demo.db` keeps the record" in err


def test_an_empty_listing(held, capsys):
    assert run(["votes"]) == exits.NOTHING
    assert capsys.readouterr() == ("", "dragoman: dragoman.db: no votes in it\n")


def test_the_record_may_be_named_in_the_environment(here, capsys, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_RECORD", "named.db")
    run(["read", "pages"])
    assert (here / "named.db").exists()


def test_help_names_every_command_and_the_exit_codes(capsys):
    assert run(["--help"]) == exits.OK
    out = " ".join(capsys.readouterr().out.split())
    for command in "demo read brief export explain doctor stories agreements events votes statements findings".split():
        assert f" {command} " in out
    for code, meaning in exits.MEANING.items():
        assert f"{code} {meaning}" in out


def test_interrupting(here, capsys, monkeypatch):
    def cut(page):
        raise KeyboardInterrupt

    monkeypatch.setitem(pipeline.read.__kwdefaults__, "stages", fakes.Stages(fakes.fetch, cut, fakes.group))
    assert run(["read", "pages"]) == exits.INTERRUPTED
    assert "interrupted; what had been read is in the record" in capsys.readouterr().err


# --- the web and tables, with the real sources ---


@pytest.fixture
def real_sources(monkeypatch):
    for verb in (pipeline.read, pipeline.regroup):
        monkeypatch.setitem(verb.__kwdefaults__, "stages", replace(fakes.STAGES, fetch=None))
    monkeypatch.setattr(pipeline, "PAUSE", 0.0)


@pytest.fixture
def web():
    with server.serving() as made:
        yield made


PACT = server.answer(b"Peru signs\n\nPeru signed it.", kind="text/plain")


def test_an_address_is_read_and_a_private_one_only_if_asked(here, real_sources, web, capsys):
    url = web.set("/pact", PACT)
    assert run(["read", url]) == exits.NOTHING
    assert "127.0.0.1, which is not on the open web; --allow-private fetches from there" in capsys.readouterr().err
    assert run(["read", url, "--allow-private"]) == exits.OK
    assert capsys.readouterr().err == "dragoman.db: 1 read\n"
    assert web.asked[-1][1]["user-agent"] == f"dragoman/{dragoman.__version__} (reads news for one person's record)"


def test_who_runs_it_is_told_where_the_settings_name_a_contact(here, real_sources, web, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_CONTACT", "desk@courier.example")
    run(["read", web.set("/pact", PACT), "--allow-private"])
    assert web.asked[-1][1]["user-agent"].endswith("; desk@courier.example)")


def test_watching_goes_on_where_it_was_cut_off(here, real_sources, web, capsys):
    pages = [web.set(f"/{n}", PACT.replace(b"Peru", b"Chad" if n else b"Peru")) for n in range(2)]
    items = "".join(f"<item><title>x</title><link>{page}</link></item>" for page in pages)
    rss = f"<rss version='2.0'><channel><title>Courier</title>{items}</channel></rss>".encode()
    url = web.set("/feed", server.answer(rss, kind="application/rss+xml"))
    (here / "feeds.toml").write_text(f'[[feed]]\nurl = "{url}"\nevery = "10m"\n')
    real = fakes.made

    def cut(page):
        if page.name == pages[1]:
            raise KeyboardInterrupt
        return real(page)

    pipeline.read.__kwdefaults__["stages"] = replace(fakes.STAGES, fetch=None, make=cut)
    words = ["watch", "feeds.toml", "--once", "--allow-private"]
    assert run(words) == exits.INTERRUPTED
    pipeline.read.__kwdefaults__["stages"] = replace(fakes.STAGES, fetch=None)
    assert run(words) == exits.OK
    assert capsys.readouterr().err.splitlines()[-1] == f"{url}: 1 read, 1 skipped; again in 10 min"
    assert [web.count(path) for path in ("/feed", "/0", "/1")] == [2, 1, 2]
    assert run(words) == exits.OK  # not due
    assert web.count("/feed") == 2


def test_what_was_guessed_of_a_table_is_told(here, real_sources, capsys):
    (here / "a.csv").write_text("Headline,Body\nPeru signs,Peru signed it.\n")
    run(["read", "a.csv"])
    assert "a.csv: columns guessed: text from 'Body', title from 'Headline'" in capsys.readouterr().err
    run(["read", "a.csv", "--column", "text=Body", "--column", "title=Headline"])
    assert "guessed" not in capsys.readouterr().err


def test_doctor_lists_what_could_not_be_read(here, capsys):
    run(["read", "pages", "bad.txt"])
    run(["doctor", "--record", "dragoman.db"])
    assert "not read         bad.txt: no text left" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("part", "seconds", "words"),
    [
        pytest.param(None, 9, "", id="not known"),
        pytest.param(0.25, 2, ", 25%", id="too early to tell"),
        pytest.param(0.25, 60, ", 25%, 3 min left", id="minutes"),
        pytest.param(0.01, 600, ", 1%, 16 h 30 min left", id="hours"),
        pytest.param(0.99, 60, ", 99%, under a minute left", id="soon"),
        pytest.param(1.0, 60, ", 100%", id="done"),
    ],
)
def test_progress_knows_what_is_left(part, seconds, words):
    assert progress.told(part, seconds) == words
