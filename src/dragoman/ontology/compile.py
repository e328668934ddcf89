"""The data files, parsed once: YAML is slow to read, so what it says is kept as JSON until a file changes."""

import hashlib
import json
import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from dragoman.errors import OntologyError
from dragoman.ontology.decode import Plain

if TYPE_CHECKING:
    import yaml

HERE = Path(__file__).parent
FORMAT = "1"  # of the compiled file; a change makes older ones unread
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """One data file: its path under ``ontology/`` and what it says."""

    name: str  # "cues/speech.yaml"
    content: Plain


@dataclass(frozen=True, slots=True)
class Sources:
    """Every data file of an ontology, sorted by name."""

    files: tuple[Source, ...]

    def one(self, name: str) -> Source:
        """Return the file called ``name``.

        Raises:
            OntologyError: there is no such file.
        """
        for source in self.files:
            if source.name == name:
                return source
        raise OntologyError(f"ontology/{name}: no such file; reinstall the package, or restore it")

    def under(self, folder: str) -> Iterator[Source]:
        """Return the files in ``folder``, sorted by name."""
        return (source for source in self.files if source.name.startswith(f"{folder}/"))


def sources(folder: Path = HERE) -> Sources:
    """Read the data files of ``folder``, from the compiled copy where none has changed since."""
    texts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _paths(folder)}
    kept = cache_folder() / f"ontology-{_digest(texts)}.json"
    found = _kept(kept)
    if found is None:
        found = {name: parse(text, name=name) for name, text in texts.items()}
        _keep(kept, found)
    return Sources(files=tuple(Source(name, found[name]) for name in sorted(found)))


def cache_folder() -> Path:
    """Return the folder where compiled copies are kept: ``$XDG_CACHE_HOME/dragoman``, or ``~/.cache/dragoman``."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path(os.path.expanduser("~")) / ".cache") / "dragoman"


def parse(text: bytes, *, name: str) -> Plain:
    """Parse one YAML file; only ``true``, ``false``, ``null``, numbers and text are read, so ``no`` is a word.

    Raises:
        OntologyError: it is not YAML, or a mapping has a key twice.
    """
    import yaml

    try:
        return cast(Plain, yaml.load(text, _loader()))
    except yaml.YAMLError as error:
        said = " ".join(str(error).split())
        raise OntologyError(f"ontology/{name}: not well-formed YAML: {said}") from error


def _paths(folder: Path) -> list[Path]:
    # the actors' tables are large, and are kept compiled by their own loader
    found = [path for path in folder.rglob("*.yaml") if not path.relative_to(folder).parts[0].startswith("actors")]
    return sorted(found)


def _digest(texts: dict[str, bytes]) -> str:
    digest = hashlib.sha256(FORMAT.encode())
    for name, text in texts.items():
        digest.update(f"\0{name}\0{len(text)}\0".encode())
        digest.update(text)
    return digest.hexdigest()[:24]


def _kept(path: Path) -> dict[str, Plain] | None:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _keep(path: Path, found: dict[str, Plain]) -> None:
    """Write the compiled copy whole or not at all; where the folder cannot be written, memory must do."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".ontology-", suffix=".json")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(found, file, ensure_ascii=False, separators=(",", ":"))
            os.replace(name, path)
        except OSError:
            with suppress(OSError):
                os.unlink(name)
            raise
    except OSError as error:
        log.debug("the compiled ontology was not kept: %s", error)
        return
    _forget_older(path)


def _forget_older(path: Path) -> None:
    """Remove the copies that other versions of the files left: a folder of dead copies helps nobody."""
    for other in path.parent.glob("ontology-*.json"):
        if other != path:
            with suppress(OSError):
                other.unlink()


def _loader() -> "type[yaml.SafeLoader]":
    """Return a loader for the YAML of our files: no dates, no yes/no, no key twice."""
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Strict(base):  # type: ignore[misc]  # the base is chosen at run time
        pass

    dropped = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    Strict.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if tag not in dropped]
        for first, pairs in base.yaml_implicit_resolvers.items()
    }
    for word, first in (("true", "t"), ("false", "f")):
        Strict.add_implicit_resolver("tag:yaml.org,2002:bool", _exactly(word), [first])
    Strict.add_constructor("tag:yaml.org,2002:map", _mapping)
    return cast("type[yaml.SafeLoader]", Strict)


def _exactly(word: str) -> Any:
    import re

    return re.compile(rf"^{word}$")


def _mapping(loader: Any, node: Any) -> dict[str, Plain]:
    import yaml

    found: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node))
        if key in found:
            raise yaml.constructor.ConstructorError(None, None, f"key {key!r} stands twice", key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
    return found
