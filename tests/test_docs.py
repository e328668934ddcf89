"""The documents are true: output, examples, how-tos, generated pages, links, names."""

import contextlib
import doctest
import importlib
import json
import pkgutil
import re
import sys
import types
from pathlib import Path

import pytest
import yaml
from tools import generate

import dragoman
from dragoman import ontology
from dragoman.cli import listings
from dragoman.ontology.codebook import parse
from dragoman.registry import Registry
from dragoman.views import brief_text
from tests.coding import test_events as coded

BLOCK, ROOT, TITLE = generate.shown_output.BLOCK, generate.ROOT, generate.shown_output.TITLE
WRITTEN = generate.written_pages()
PAGES = sorted({*WRITTEN, *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("README.md"), ROOT / "CHANGELOG.md"})
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HOW_TO = ROOT / "docs" / "how-to"


def ids(path):
    return path.relative_to(ROOT).as_posix()


def blocks(path, language):
    """The blocks of a page in one language, with their titles."""
    found = BLOCK.finditer(path.read_text(encoding="utf-8"))
    told = ((f["info"], f["body"]) for f in found if f["info"].split()[0] == language)
    return [((TITLE.search(info) or [None, None])[1], body) for info, body in told]


@pytest.mark.parametrize("path", [p for p in WRITTEN if "```console" in p.read_text(encoding="utf-8")], ids=ids)
def test_shown_output_is_what_the_commands_write(path):
    """`make docs` writes it anew."""
    text = path.read_text(encoding="utf-8")
    assert generate.shown_output.renewed(text) == text


def test_generated_pages_are_as_the_program_is():
    """`make docs` writes them anew."""
    there = set(generate.REFERENCE.rglob("*.md"))
    wanted = generate.reference()
    assert there == set(wanted)
    assert [ids(path) for path, text in wanted.items() if path.read_text(encoding="utf-8") != text] == []


@pytest.mark.parametrize("path", [p for p in WRITTEN if ">>> " in p.read_text(encoding="utf-8")], ids=ids)
def test_python_examples_run(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = "\n".join(body for _, body in blocks(path, "python") if ">>> " in body)
    example = doctest.DocTestParser().get_doctest(text, {}, ids(path), str(path), 0)
    runner = doctest.DocTestRunner()
    said = []
    runner.run(example, out=said.append)
    assert not runner.failures, "".join(said)


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_links_lead_somewhere(path):
    for target in LINK.findall(prose(path)):
        if "://" not in target:
            file, _, part = target.partition("#")
            there = (path.parent / file).resolve() if file else path
            assert there.exists(), target
            assert not part or part in anchors(there), target


def prose(path):
    """A page without its blocks and bits of code."""
    return re.sub(r"`[^`\n]+`", "", BLOCK.sub("", path.read_text(encoding="utf-8")))


def anchors(path):
    titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", [p for p in (ROOT / "docs").rglob("*.md") if p.name != "index.md"], ids=ids)
def test_every_page_is_reached_from_the_index(path):
    """From the index of the documents, or from that of the decisions."""
    indices = (ROOT / "docs" / "index.md", ROOT / "docs" / "decisions" / "index.md")
    reached = {(i.parent / t.partition("#")[0]).resolve() for i in indices for t in LINK.findall(i.read_text("utf-8"))}
    assert path in reached


def test_every_public_name_and_every_command_is_documented():
    python = (generate.REFERENCE / "python.md").read_text(encoding="utf-8")
    assert [name for name in dragoman.__all__ if name not in python] == []
    cli = (generate.REFERENCE / "cli.md").read_text(encoding="utf-8")
    commands = ("demo", "read", "brief", "export", "explain", "doctor", *listings.COLUMNS)
    assert [name for name in commands if f"\n## {name}\n" not in cli] == []


def test_every_mark_and_section_of_a_brief_is_explained(tmp_path):
    page = (ROOT / "docs" / "reading-a-brief.md").read_text(encoding="utf-8")
    assert [told for told in re.split(r"\s{2,}", "  ".join(brief_text.KEY)) if f"| `{told[0]}` |" not in page] == []
    with dragoman.open(tmp_path / "demo.db") as record:
        record.read(dragoman.examples())
        named = {agreement.name.lower() for agreement in record.agreements}
        stories = json.loads(record.brief_json())["stories"]
    titles = {section["title"] for story in stories for section in story["sections"]}
    fixed = {title for title in titles if title.partition(" · ")[0].lower() not in named}
    assert len(fixed) > 5
    assert {title for title in fixed if f"**{title.partition(':')[0].partition(',')[0]}" not in page} == set()


@contextlib.contextmanager
def added(package, file, table, monkeypatch):
    """The package with one more module, and its registry as it was before afterwards: whole, so all is loaded first."""
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(file.parent)])
    before = dict(table._entries)
    name = f"{package.__name__}.{file.stem}"
    assert name not in sys.modules, f"{name} is there already; the how-to needs another example"
    try:
        importlib.import_module(name)
        yield
    finally:
        table._entries.clear()
        table._entries.update(before)
        sys.modules.pop(name, None)
        package.__dict__.pop(file.stem, None)


@pytest.mark.parametrize(
    ("page", "package", "table"),
    [
        pytest.param("add-a-source.md", "dragoman.sources", "dragoman.sources.kinds", id="a source"),
        pytest.param("add-a-check.md", "dragoman.reconcile.checks", "dragoman.reconcile.check", id="a check"),
        pytest.param("add-an-export.md", "dragoman.views.exports", "dragoman.views.exports", id="an export"),
    ],
)
def test_how_to_add(page, package, table, tmp_path, monkeypatch):
    """The file of the how-to, put where it says, passes the test of the how-to."""
    (module, code), (_, proof) = blocks(HOW_TO / page, "python")
    assert f"src/{package.replace('.', '/')}" == str(Path(module).parent)
    assert not (ROOT / module).exists()
    file = tmp_path / "added" / Path(module).name
    file.parent.mkdir()
    file.write_text(code, encoding="utf-8")
    registry = next(v for v in vars(importlib.import_module(table)).values() if isinstance(v, Registry))
    with added(importlib.import_module(package), file, registry, monkeypatch):
        assert run_tests(proof, tmp_path) > 0


def run_tests(code, tmp_path):
    """Run the tests of a piece of code, each in a folder of its own, and say how many there were."""
    module = types.ModuleType("proof")
    exec(compile(code, "how-to", "exec"), module.__dict__)
    tests = [test for name, test in vars(module).items() if name.startswith("test_")]
    for number, test in enumerate(tests):
        folder = tmp_path / str(number)
        folder.mkdir()
        test(**({"tmp_path": folder} if "tmp_path" in test.__code__.co_varnames else {}))
    return len(tests)


def test_how_to_add_an_event_cue(monkeypatch):
    """The sentences of the how-to are coded as it says with what it adds, and not without it."""
    ((file, text),) = blocks(HOW_TO / "add-an-event-type.md", "yaml")
    addition = yaml.safe_load(text)
    before = ontology.load()
    folder = (ROOT / file).parent
    raw = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))}
    entry = raw[Path(file).stem]
    was = coded.events_of(addition["examples"][0]["text"])
    changed = {field: entry[field] + more for field, more in addition.items()}
    book = parse({**raw, Path(file).stem: {**entry, **changed}})
    world = ontology.Ontology()
    world.__dict__["events"] = book
    monkeypatch.setattr(ontology, "load", lambda: world)
    coded.events_of.cache_clear()
    try:
        added_entry = book.entry(entry["type"])
        new = added_entry.examples[-len(addition["examples"]) :]
        assert not any(coded._as_wanted(draft, example) for draft in was for example in new)
        for example in new:
            coded.test_every_example_of_the_codebook_is_coded_as_it_says(example)
        for miss in added_entry.near_misses[-len(addition["near_misses"]) :]:
            coded.test_no_near_miss_is_coded_as_the_type_it_is_near_to(entry["type"], miss)
    finally:
        coded.events_of.cache_clear()
        assert ontology.load() is not before
