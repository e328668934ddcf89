"""Settings: where the record and the model are, and how much may be read at once.

A setting is taken from the environment (``DRAGOMAN_RECORD``), or else from ``dragoman.toml`` in the folder the program
was started in, or else from the user's ``~/.config/dragoman/config.toml``, or else it has the default told here.
"""

import os
import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from dragoman.errors import ConfigError

PREFIX = "DRAGOMAN_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set; each field is a key of the toml file, and in capitals after ``DRAGOMAN_`` a variable."""

    record: Path = Path("dragoman.db")  # the record file
    model: Path | None = None  # folder of a language pipeline of the user's own; None: the one shipped with the package
    workers: int | None = None  # processes that read articles; None: as many as the command wants
    batch: int = 64  # articles handed on together
    contact: str | None = None  # an address or e-mail of yours that is told to the servers that pages are fetched from
    largest: int = 20_000_000  # bytes of a page; a larger one is told and passed over


def settings(environment: Mapping[str, str], folder: Path) -> Settings:
    """Return the settings in force.

    Args:
        environment: the variables, ``os.environ`` as a rule.
        folder: where a ``dragoman.toml`` is looked for.

    Raises:
        ConfigError: a setting is unknown, or has a value it cannot have.
    """
    found = Settings()
    for file in _files(environment, folder):
        found = _taken(found, _table(file), place=str(file))
    given = {f.name: environment[_variable(f.name)] for f in fields(Settings) if environment.get(_variable(f.name))}
    return _taken(found, given, place="environment")


def load() -> Settings:
    """Return the settings of this process, from its environment and the folder it was started in."""
    return settings(os.environ, Path.cwd())


def one_thread() -> bool:
    """Hold the libraries that multiply matrices to one thread, and say whether numpy is held.

    More threads sum in another order, and the bytes are no longer the same. What is loaded already is not held by this.
    """
    os.environ.setdefault("BLIS_NUM_THREADS", "1")
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return os.environ.get("OPENBLAS_NUM_THREADS") == "1"


def _files(environment: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Return the files to read, the weakest first; one that ``DRAGOMAN_CONFIG`` names stands for both."""
    named = environment.get(f"{PREFIX}CONFIG")
    if named:
        return (Path(named),)
    home = environment.get("XDG_CONFIG_HOME") or os.path.join(environment.get("HOME", "~"), ".config")
    both = (Path(home).expanduser() / "dragoman" / "config.toml", folder / "dragoman.toml")
    return tuple(file for file in both if file.is_file())


def _table(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror}); mend {PREFIX}CONFIG or the file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: not well-formed TOML: {error}") from error


def _taken(before: Settings, given: Mapping[str, object], *, place: str) -> Settings:
    known = [f.name for f in fields(Settings)]
    for name, value in given.items():
        if name not in known:
            raise ConfigError(f"{place}: no setting called {name!r}; known: {', '.join(known)}")
        before = replace(before, **{name: _read(name, value, place)})  # type: ignore[arg-type]  # checked by _read
    return before


def _read(name: str, value: object, place: str) -> Path | int | str:
    label = _variable(name) if place == "environment" else f"{place}: {name}"
    if name in ("record", "model"):
        if not isinstance(value, str) or not value.strip():
            raise ConfigError(f"{label}: {value!r} is not a path")
        return Path(value).expanduser()
    if name == "contact":
        if not isinstance(value, str) or not re.fullmatch(r"[\x21-\x7e]{1,200}", value):
            raise ConfigError(f"{label}: {value!r} is no address that can be sent")
        return value
    try:
        number = int(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else 0
    except ValueError:
        number = 0
    if number < 1:
        raise ConfigError(f"{label}: {value!r} is not a whole number of at least 1")
    return number


def _variable(name: str) -> str:
    return PREFIX + name.upper()
