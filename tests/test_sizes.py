"""Functions and modules stay short, names say something, and every module says what it is."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOT = SOURCE.parents[1]
EVERYWHERE = [
    p for folder in ("src", "bench", "tests", "tools", "training") for p in sorted((ROOT / folder).rglob("*.py"))
]
LONGEST_FUNCTION = 60
LONGEST_MODULE = 500
SHORT, MOSTLY = 10, 0.75  # most functions stay under ten lines; measured, three in four do
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager"}
EMPTY_ENDINGS = ("Manager", "Helper", "Handler", "Processor", "Utils")


def ids(path):
    return str(path.relative_to(SOURCE))


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function):
    """Return the lines of a function's body without its docstring, from the first statement to the last."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return body[-1].end_lineno - body[0].lineno + 1


@pytest.mark.parametrize("path", EVERYWHERE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_no_function_is_past_its_limit(path):
    assert [f.name for f in functions(parsed(path)) if length(f) > LONGEST_FUNCTION] == []


def test_most_functions_are_short():
    lengths = [length(f) for path in MODULES for f in functions(parsed(path))]
    assert sum(size <= SHORT for size in lengths) >= MOSTLY * len(lengths)


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_names_say_something(path):
    assert path.stem not in EMPTY_NAMES
    classes = [node.name for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)]
    assert [name for name in classes if name.endswith(EMPTY_ENDINGS)] == []


def public(body):
    """Yield the public functions and classes of a module, and the public methods of those classes."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_a_docstring_begins_with_a_sentence(path):
    tree = parsed(path)
    told = [(path.stem, ast.get_docstring(tree)), *((n.name, ast.get_docstring(n)) for n in public(tree.body))]
    assert [name for name, doc in told if not doc or doc.split("\n\n")[0].rstrip("\"”') \n")[-1] not in ".:?"] == []


@pytest.mark.parametrize("path", [p for p in MODULES if "cli" not in p.parts], ids=ids)
def test_the_library_does_not_print(path):
    calls = [node.func for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    assert [c.id for c in calls if isinstance(c, ast.Name) and c.id == "print"] == []
