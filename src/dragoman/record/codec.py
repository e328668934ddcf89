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


# What writes or reads values of one type; None: they are plain already. Made once for each type, since a record has
# millions of values.
Writer: TypeAlias = Callable[[Any], Plain]
Reader: TypeAlias = Callable[[Any], object]


def _write(value: Any, tagged: bool) -> Plain:
    kind: Any = type(value)
    plain: dict[str, Plain] = {TAG: kind.__name__} if tagged else {}
    for name, key, write in _writing(kind):
        held = getattr(value, name)
        plain[key] = held if write is None else write(held)
    return plain


def _read(kind: Any, plain: dict[str, Plain]) -> object:
    return kind(
        **{name: plain[key] if read is None else read(plain[key]) for name, key, read in _reading(kind) if key in plain}
    )


@cache
def _writing(kind: Any) -> tuple[tuple[str, str, Writer | None], ...]:
    return tuple((name, key, _writer(hint)) for name, key, hint in _fields(kind))


@cache
def _reading(kind: Any) -> tuple[tuple[str, str, Reader | None], ...]:
    return tuple((name, key, _reader(hint)) for name, key, hint in _fields(kind))


def _fields(kind: Any) -> tuple[tuple[str, str, Any], ...]:
    """Return name, key and type of each field; ``from_`` is ``from`` outside Python."""
    hints = get_type_hints(kind)
    return tuple((f.name, f.name.rstrip("_"), _bare(hints[f.name])) for f in fields(kind))


def _writer(hint: Any) -> Writer | None:
    if get_origin(hint) is tuple:
        return _tuple_writer(get_args(hint))
    if hint is date:
        return lambda value: value.isoformat() if value else None
    classes = _classes(hint)
    if not classes:
        return None
    tagged = len(classes) > 1
    return lambda value: None if value is None else _write(value, tagged)


def _reader(hint: Any) -> Reader | None:
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint))
    if hint is date:
        return lambda plain: date.fromisoformat(plain) if plain else None
    classes = _classes(hint)
    if not classes:
        return None
    if len(classes) == 1:
        return lambda plain: None if plain is None else _read(classes[0], plain)
    by_name = {kind.__name__: kind for kind in classes}
    return lambda plain: None if plain is None else _read(by_name[plain[TAG]], plain)


def _tuple_writer(items: tuple[Any, ...]) -> Writer:
    if items[-1] is not Ellipsis:
        writers = [_writer(item) or _same for item in items]
        return lambda value: [write(item) for write, item in zip(writers, value, strict=True)]
    write = _writer(_bare(items[0]))
    return list if write is None else lambda value: [write(item) for item in value]


def _tuple_reader(items: tuple[Any, ...]) -> Reader:
    if items[-1] is not Ellipsis:
        readers = [_reader(item) or _same for item in items]
        return lambda plain: tuple(read(item) for read, item in zip(readers, plain, strict=True))
    read = _reader(_bare(items[0]))
    return tuple if read is None else lambda plain: tuple([read(item) for item in plain])


def _same(value: Any) -> Any:
    return value


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
