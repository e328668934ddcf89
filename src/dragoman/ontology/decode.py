"""Plain values made into frozen dataclasses, strictly: a typo in a data file is an error, not a silence."""

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dragoman.errors import OntologyError

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
T = TypeVar("T")


class Misfit(Exception):
    """A value does not fit its type; the path is put together on the way out."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.path: list[str] = []

    def under(self, step: str) -> "Misfit":
        """Note that the value stood under ``step``."""
        self.path.insert(0, step)
        return self


def decode(kind: type[T], value: Plain, *, where: str) -> T:
    """Make ``value`` an object of ``kind``.

    Args:
        where: what messages call the place, "acts.yaml: ratified".

    Raises:
        OntologyError: a key is unknown or missing, or a value has the wrong type or is not in its closed list.
    """
    try:
        return cast(T, _decoder(cast(Any, kind))(value))
    except Misfit as misfit:
        place = ".".join(misfit.path)
        raise OntologyError(f"{where}: {place}: {misfit}" if place else f"{where}: {misfit}") from None


def decode_all(kind: type[T], value: Plain, *, where: str, key: str = "id") -> tuple[T, ...]:
    """Make a list of mappings a tuple of ``kind``; messages name each by its ``key``."""
    if not isinstance(value, list):
        raise OntologyError(f"{where}: expected a list of entries, found {_called(value)}")
    return tuple(decode(kind, one, where=f"{where}: {_name(one, key, index)}") for index, one in enumerate(value))


def _name(entry: Plain, key: str, index: int) -> str:
    named = entry.get(key) if isinstance(entry, dict) else None
    return str(named) if named is not None else f"entry {index + 1}"


@cache
def _decoder(kind: Any) -> Callable[[Plain], object]:
    """Return the function that decodes ``kind``; built once for each type."""
    origin = get_origin(kind)
    if origin is Literal:
        return _choice(get_args(kind))
    if origin is tuple:
        return _list_of(get_args(kind))
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if is_dataclass(kind):
        return _record(cast(type, kind))
    return _scalar(kind)


def _choice(allowed: tuple[object, ...]) -> Callable[[Plain], object]:
    def read(value: Plain) -> object:
        if value not in allowed:
            raise Misfit(f"{value!r} is not one of {', '.join(map(str, allowed))}")
        return value

    return read


def _list_of(arguments: tuple[Any, ...]) -> Callable[[Plain], object]:
    item = _decoder(arguments[0])

    def read(value: Plain) -> object:
        if not isinstance(value, list):
            raise Misfit(f"expected a list, found {_called(value)}")
        return tuple(_inside(item, one, str(index)) for index, one in enumerate(value))

    return read


def _optional(kind: Any) -> Callable[[Plain], object]:
    inner = [_decoder(one) for one in get_args(kind) if one is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"only 'X | None' can be decoded, not {kind}")

    def read(value: Plain) -> object:
        return None if value is None else inner[0](value)

    return read


def _scalar(kind: type) -> Callable[[Plain], object]:
    if kind not in (str, int, float, bool):
        raise TypeError(f"no decoder for {kind}")

    def read(value: Plain) -> object:
        if type(value) is not kind:
            raise Misfit(f"expected {kind.__name__}, found {_called(value)}")
        return value

    return read


def _record(kind: type) -> Callable[[Plain], object]:
    hints = get_type_hints(kind)
    known = {f.name.rstrip("_"): (f.name, _decoder(hints[f.name])) for f in fields(kind) if f.init}
    needed = [f.name.rstrip("_") for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]

    def read(value: Plain) -> object:
        if not isinstance(value, dict):
            raise Misfit(f"expected a mapping, found {_called(value)}")
        given = {}
        for key, one in value.items():
            if key not in known:
                raise Misfit(f"unknown key {key!r}; known: {', '.join(known)}")
            name, item = known[key]
            given[name] = _inside(item, one, key)
        for key in needed:
            if key not in value:
                raise Misfit(f"{key!r} is missing")
        return kind(**given)

    return read


def _inside(item: Callable[[Plain], object], value: Plain, step: str) -> object:
    try:
        return item(value)
    except Misfit as misfit:
        raise misfit.under(step) from None


def _called(value: Plain) -> str:
    return "nothing" if value is None else f"{type(value).__name__} {str(value)[:40]!r}"
