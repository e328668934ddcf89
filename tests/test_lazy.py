"""What is not needed is not loaded: a command that reads nothing starts at once."""

import subprocess
import sys

import pytest

HEAVY = {
    "spacy", "thinc", "numpy", "trafilatura", "lxml", "py3langid", "ahocorasick_rs", "yaml", "sqlite3", "typer",
    "click", "rich", "multiprocessing", "fastapi", "starlette", "jinja2", "uvicorn",
}  # fmt: skip
READERS = {
    "spacy", "thinc", "numpy", "trafilatura", "lxml", "py3langid", "yaml", "fastapi", "starlette", "jinja2", "uvicorn",
}  # fmt: skip


def loaded_by(code):
    """Return the first names of all modules that a fresh Python has loaded after ``code``."""
    told = f"{code}\nimport sys\nsys.stderr.write(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def without_exit(call):
    return f"try:\n    {call}\nexcept SystemExit:\n    pass"


@pytest.mark.parametrize(
    ("code", "kept_out"),
    [
        pytest.param("import dragoman", HEAVY, id="import dragoman"),
        pytest.param("import dragoman.model.report, dragoman.model.grouping", HEAVY, id="the nouns"),
        pytest.param("from dragoman import Article, DragomanError", HEAVY, id="a public noun"),
        pytest.param(without_exit("from dragoman.cli import main; main(['--version'])"), HEAVY, id="--version"),
        pytest.param(without_exit("from dragoman.cli import main; main(['--help'])"), READERS | {"rich"}, id="--help"),
        pytest.param("from dragoman import open, formats", READERS | {"typer", "rich"}, id="the record"),
        pytest.param(
            "import dragoman, os, tempfile\n"
            "with tempfile.TemporaryDirectory() as folder, dragoman.open(os.path.join(folder, 'r.db')) as record:\n"
            "    record.export('jsonl', os.path.join(folder, 'out'))",
            READERS | {"typer", "rich"},
            id="exporting",
        ),
    ],
)
def test_is_not_loaded(code, kept_out):
    assert loaded_by(code) & kept_out == set()
