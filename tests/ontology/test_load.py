import dataclasses
import json
import os
import subprocess
import sys
import typing
from pathlib import Path

import pytest

from dragoman import ontology
from dragoman.errors import OntologyError, UnknownName
from dragoman.ontology import Ontology
from dragoman.ontology.compile import HERE, parse, sources
from dragoman.ontology.decode import decode, decode_all


@dataclasses.dataclass(frozen=True, slots=True)
class Mast:
    id: str
    height: int
    kind: typing.Literal["fore", "main"] = "main"
    flags: tuple[str, ...] = ()
    note: str | None = None


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "dragoman"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "data"
    (made / "cues").mkdir(parents=True)
    (made / "acts.yaml").write_text("- {id: signed}\n", encoding="utf-8")
    (made / "cues" / "speech.yaml").write_text("- {lemma: no, word: on}\n", encoding="utf-8")
    return made


def test_nothing_is_read_until_a_table_is_asked_for():
    code = "from dragoman import ontology; o = ontology.load(); import sys; print(int('json' in sys.modules), vars(o))"
    env = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert "acts" not in done.stdout
    assert "cues" not in done.stdout


def test_yaml_is_not_parsed_while_a_copy_is_kept(cache, folder, monkeypatch):
    first = sources(folder)
    monkeypatch.setattr("dragoman.ontology.compile.parse", lambda text, *, name: pytest.fail(f"parsed {name}"))
    assert sources(folder) == first
    assert [p.name for p in cache.iterdir()] == [p.name for p in cache.glob("ontology-*.json")]


def test_a_changed_file_is_read_anew_and_the_old_copy_goes(cache, folder):
    sources(folder)
    (folder / "acts.yaml").write_text("- {id: ratified}\n", encoding="utf-8")
    assert sources(folder).one("acts.yaml").content == [{"id": "ratified"}]
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("spoilt", [pytest.param("{", id="cut short"), pytest.param("[]", id="not a mapping")])
def test_a_spoilt_copy_is_written_anew(cache, folder, spoilt):
    before = sources(folder)
    (copy,) = cache.iterdir()
    copy.write_text(spoilt, encoding="utf-8")
    assert sources(folder) == before
    assert json.loads(copy.read_text(encoding="utf-8"))["acts.yaml"] == [{"id": "signed"}]


def test_an_unwritable_cache_is_no_fault(tmp_path, folder, monkeypatch):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert sources(folder).one("acts.yaml").content == [{"id": "signed"}]


def test_yes_and_no_are_words(cache, folder):
    assert sources(folder).one("cues/speech.yaml").content == [{"lemma": "no", "word": "on"}]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(b"a: 1\na: 2\n", "stands twice", id="a key twice"),
        pytest.param(b"a: [1\n", "not well-formed YAML", id="an open bracket"),
    ],
)
def test_what_is_not_yaml_is_told_with_its_file(text, said):
    with pytest.raises(OntologyError, match=r"ontology/acts\.yaml: .*" + said):
        parse(text, name="acts.yaml")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param({"id": "a", "height": 3, "hight": 3}, "unknown key 'hight'", id="a typo in a key"),
        pytest.param({"id": "a"}, "'height' is missing", id="a key left out"),
        pytest.param({"id": "a", "height": "3"}, "m.yaml: a: height: expected int, found str '3'", id="a wrong type"),
        pytest.param({"id": "a", "height": True}, "expected int, found bool", id="true is no number"),
        pytest.param(
            {"id": "a", "height": 3, "kind": "mizzen"}, "'mizzen' is not one of fore, main", id="not in the list"
        ),
        pytest.param({"id": "a", "height": 3, "flags": "red"}, "expected a list", id="a word where a list is due"),
        pytest.param({"id": "a", "height": 3, "flags": ["red", 2]}, "flags.1: expected str", id="deep in a list"),
    ],
)
def test_a_misfit_is_told_with_its_place(entry, said):
    with pytest.raises(OntologyError) as caught:
        decode_all(Mast, [entry], where="m.yaml")
    assert said in str(caught.value)


def test_what_fits_is_made():
    assert decode(Mast, {"id": "a", "height": 3, "note": None}, where="m.yaml") == Mast("a", 3)


def test_a_missing_file_is_told():
    with pytest.raises(OntologyError, match=r"ontology/masts\.yaml: no such file"):
        sources().one("masts.yaml")


def test_the_shipped_data_has_no_faults():
    assert ontology.lint() == []


def test_the_linter_tells_faults_and_goes_on(cache, tmp_path):
    copy = tmp_path / "data"
    for path in HERE.rglob("*.yaml"):
        target = copy / path.relative_to(HERE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    speech = copy / "cues" / "speech_nouns.yaml"
    twice = '- {lemma: claim, commitment: alleges, example: "a boat"}\n'
    speech.write_text(speech.read_text(encoding="utf-8") + twice, encoding="utf-8")
    (copy / "sectors.yaml").write_text("- {id: boats}\n", encoding="utf-8")
    told = ontology.lint(copy)
    assert "ontology/cues/speech_nouns.yaml: 'claim' stands 2 times; keep one" in told
    assert any(m.startswith("ontology/cues/speech_nouns.yaml: claim: example 'a boat' does not show it") for m in told)
    assert any(m.startswith("ontology/sectors.yaml: boats: id: 'boats' is not one of military") for m in told)


def test_no_entry_holds_a_mapping_or_anything():
    tables = Ontology()
    for part in ("acts", "instruments", "procedures", "cues", "sectors", "outlets", "definitions"):
        for name, hint in typing.get_type_hints(type(getattr(tables, part))).items():
            assert "dict" not in str(hint), f"{part}.{name}"
            assert "Any" not in str(hint), f"{part}.{name}"


def test_every_file_is_one_a_reader_can_open():
    assert all(Path(HERE, source.name).is_file() for source in sources().files)


def test_an_unknown_name_lists_the_known():
    with pytest.raises(UnknownName, match="no act called 'signing'; known: proposed"):
        ontology.load().acts["signing"]
