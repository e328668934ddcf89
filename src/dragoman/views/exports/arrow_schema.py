"""The exported schema in Arrow's terms, made from the nouns themselves, and rows as Arrow tables.

``docs/reference/tables.md`` lists the fields; a ``date`` is its ISO form, a closed list a string. A report has a column
for each kind, null but for its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from dragoman.errors import MissingPart
from dragoman.model.article import Article
from dragoman.model.finding import SideQuote
from dragoman.model.report import Report
from dragoman.model.text import Evidence
from dragoman.record.rows import CONTENT, INWARD, TABLES

if TYPE_CHECKING:
    import pyarrow

PLAIN = {str: "string", int: "int64", float: "float64", bool: "bool_", date: "string"}
BATCH = 2000  # rows held as Python values at once


def library() -> Any:
    """Return pyarrow.

    Raises:
        MissingPart: it is not installed.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise MissingPart("Arrow is not installed; `pip install 'dragoman[parquet]'` adds it") from error
    return pyarrow


@cache
def schema(table: str) -> "pyarrow.Schema":
    """Return the Arrow schema of a table.

    Raises:
        MissingPart: pyarrow is not installed.
    """
    pa = library()
    return pa.schema([("schema_version", pa.string()), *_columns(TABLES[table])])


def table_of(table: str, rows: Iterable[Mapping[str, Any]]) -> "pyarrow.Table":
    """Return rows of a table as an Arrow table.

    Raises:
        MissingPart: pyarrow is not installed.
    """
    pa = library()
    return pa.Table.from_batches(batches(table, rows), schema=schema(table))


def batches(table: str, rows: Iterable[Mapping[str, Any]]) -> "Iterable[pyarrow.RecordBatch]":
    """Yield rows of a table as Arrow batches, a few thousand at a time."""
    pa = library()
    held: list[Mapping[str, Any]] = []
    for row in rows:
        held.append(row)
        if len(held) == BATCH:
            yield pa.RecordBatch.from_pylist(held, schema=schema(table))
            held = []
    if held:
        yield pa.RecordBatch.from_pylist(held, schema=schema(table))


def _columns(kind: type) -> list[tuple[str, "pyarrow.DataType"]]:
    """Return the columns of a noun, as the rows of the exported schema have them."""
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind)]
    if kind is Report:
        content = [(name, _struct(held)) for name, held in CONTENT.items()]
        own = [(n, content if n == "content" else [(n, _type(hints[n]))]) for n in names if n not in INWARD]
        return [column for _, columns in own for column in columns]
    if kind is Article:
        pair = library().list_(library().int64())
        spans = {"paragraphs": library().list_(pair), "headline": pair}
        return [(n, spans.get(n) or _type(hints[n])) for n in names]
    return [(n.rstrip("_"), _type(hints[n])) for n in names]


def _struct(kind: type) -> "pyarrow.DataType":
    pa = library()
    if kind is Evidence:
        return pa.struct([("field", pa.string()), *_ends(), ("quote", pa.string())])
    if kind is SideQuote:
        return pa.struct([("article", pa.string()), *_ends(), ("quote", pa.string())])
    return pa.struct(_columns(kind))


def _ends() -> list[tuple[str, "pyarrow.DataType"]]:
    return [("start", library().int64()), ("end", library().int64())]


def _type(hint: Any) -> "pyarrow.DataType":
    pa = library()
    if get_origin(hint) is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    if isinstance(hint, type) and is_dataclass(hint):
        return _struct(hint)
    if hint in PLAIN:
        return getattr(pa, PLAIN[hint])()
    inner = [a for a in get_args(hint) if a is not NoneType]
    if inner and all(isinstance(a, str) for a in inner):
        return pa.string()
    if set(inner) == {int, float}:
        return pa.float64()
    return _type(inner[0])
