"""Nouns as plain values that JSON can hold, and back, told by the types of their fields."""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
T = TypeVar("T")

# key that tells which class a plain value is of, where its field admits several
TAG = "is"


def encode(value: Any) -> Plain:
    """Return a noun as plain values: a dataclass is a dict, a tuple a list, a day its ISO form."""
    return _write(value, False)


def decode(kind: type[T], plain: Plain) -> T:
    """Return the noun of class ``kind`` that ``plain`` was made from; a field that is not there takes its default."""
    return cast(T, _read(kind, cast(dict[str, Plain], plain)))


@cache
def _writer(hint: Any) -> Callable[[Any], Plain]:
    """Return what writes values of one type."""
    if get_origin(hint) is tuple:
        return _tuple_writer(get_args(hint))
    if hint is date:
        return lambda value: value.isoformat() if value else None
    classes = _classes(hint)
    if not classes:
        return lambda value: value
    tagged = len(classes) > 1
    return lambda value: None if value is None else _write(value, tagged)


def _tuple_writer(items: tuple[Any, ...]) -> Callable[[Any], Plain]:
    if items[-1] is Ellipsis:
        write = _writer(items[0])
        return lambda value: [write(item) for item in value]
    writers = [_writer(item) for item in items]
    return lambda value: [write(item) for write, item in zip(writers, value, strict=True)]


def _write(value: Any, tagged: bool) -> Plain:
    kind: Any = type(value)
    plain: dict[str, Plain] = {TAG: kind.__name__} if tagged else {}
    for name, key, hint in _fields(kind):
        plain[key] = _writer(hint)(getattr(value, name))
    return plain


@cache
def _reader(hint: Any) -> Callable[[Any], object]:
    """Return what reads values of one type."""
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint))
    if hint is date:
        return lambda plain: date.fromisoformat(plain) if plain else None
    classes = _classes(hint)
    if not classes:
        return lambda plain: plain
    by_name = {kind.__name__: kind for kind in classes}
    return lambda plain: None if plain is None else _read(by_name[plain.get(TAG, classes[0].__name__)], plain)


def _tuple_reader(items: tuple[Any, ...]) -> Callable[[Any], object]:
    if items[-1] is Ellipsis:
        read = _reader(items[0])
        return lambda plain: tuple(read(item) for item in plain)
    readers = [_reader(item) for item in items]
    return lambda plain: tuple(read(item) for read, item in zip(readers, plain, strict=True))


def _read(kind: type, plain: dict[str, Plain]) -> object:
    return kind(**{name: _reader(hint)(plain[key]) for name, key, hint in _fields(kind) if key in plain})


@cache
def _fields(kind: Any) -> tuple[tuple[str, str, Any], ...]:
    """Return name, key and type of each field; ``from_`` is ``from`` outside Python."""
    hints = get_type_hints(kind)
    return tuple((f.name, f.name.rstrip("_"), _bare(hints[f.name])) for f in fields(kind))


def _bare(hint: Any) -> Any:
    """Return the type without its ``| None``, where one type is left."""
    if get_origin(hint) in (Union, types.UnionType):
        rest = [item for item in get_args(hint) if item is not types.NoneType]
        return rest[0] if len(rest) == 1 else hint
    return hint


def _classes(hint: Any) -> tuple[type, ...]:
    """Return the dataclasses a value of this type may be of: those of a union, a class and what derives from it."""
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(kind for item in get_args(hint) for kind in _classes(item))
    if not is_dataclass(hint):
        return ()
    derived: list[type] = cast(type, hint).__subclasses__()
    return (cast(type, hint), *(below for kind in derived for below in _classes(kind)))
