"""Who made what is in a record: this version, told by its number and by a fingerprint of what decides the result."""

import hashlib
from functools import cache
from pathlib import Path

import dragoman

HERE = Path(dragoman.__file__).parent

# what decides how a page is read, and how what was read is grouped; views and commands decide neither
READERS = ("sources", "articles", "reading", "coding", "model", "ontology", "models")
GROUPERS = ("stories", "reconcile", "model", "ontology")


def reader(model: Path | None = None) -> str:
    """Return the name of what reads pages; another name reads them anew.

    Args:
        model: folder of a language pipeline of the user's own; None: the one shipped.
    """
    name = f"dragoman {dragoman.__version__} {_fingerprint(tuple(HERE / room for room in READERS))}"
    return f"{name} with {_fingerprint((model,))}" if model else name


def grouper() -> str:
    """Return the name of what groups reports; another name groups them anew."""
    return f"dragoman {dragoman.__version__} {_fingerprint(tuple(HERE / room for room in GROUPERS))}"


@cache
def _fingerprint(folders: tuple[Path, ...]) -> str:
    """Return a short hash of all files in ``folders``, whatever machine they are on; 20 ms for 10 MB."""
    seen = hashlib.sha256()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if _counts(path)):
            seen.update(f"{folder.name}/{path.relative_to(folder).as_posix()}\0".encode())
            seen.update(hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()[:12]


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and path.suffix != ".md"
