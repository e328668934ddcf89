"""A table of a record as programs and notebooks want it: a tuple of nouns that can be narrowed, and made a frame."""

import html
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from dragoman.errors import MissingPart
from dragoman.record.rows import Noun, line_of, row_of
from dragoman.views.selection import Selection, Tables, Wanted

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T", bound=Noun)

SHOWN = 20  # rows of a table in a notebook
LONG = 160  # code points of a cell there


class Table(Sequence[T]):
    """The nouns of one table, sorted by id.

    >>> record.events(between=("IRN", "RUS"), since="2025-01-01").pandas()  # doctest: +SKIP

    What takes Arrow's PyCapsule interface takes it as it is: ``pyarrow.table(record.votes)``.

    Args:
        nouns: the rows.
        name: what the table is called.
        record: where they are from.
    """

    def __init__(self, nouns: Iterable[T], name: str, record: Tables) -> None:
        self.name = name
        self._nouns = tuple(nouns)
        self._record = record

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._nouns)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        """Return a row, or some of them."""
        return self._nouns[at]

    def __eq__(self, other: object) -> bool:
        """Whether the rows are the same."""
        return self._nouns == (other._nouns if isinstance(other, Table) else other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Return the rows as a tuple shows them."""
        return repr(self._nouns)

    def __call__(self, **asked: Any) -> "Table[T]":
        """Return the rows that are as asked.

        Args:
            asked: fields of ``dragoman.views.selection.Wanted``: ``actor``, ``between``, ``since``, ``until``,
                ``story``, ``outlet``, ``type``, ``stance``, ``sector``, ``speaker``, ``about``.

        Raises:
            UnknownName: no actor or story of the record is called so.
            TypeError: there is no such field.
        """
        selection = Selection(self._record, Wanted(**asked))
        return Table(selection.among(self), self.name, self._record)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows in the exported schema."""
        return (json.loads(line_of(row_of(noun))) for noun in self)

    def arrow(self) -> "pyarrow.Table":
        """Return an Arrow table; its schema is that of the Parquet export.

        Raises:
            MissingPart: pyarrow is not installed.
        """
        from dragoman.views.exports.arrow_schema import table_of

        return table_of(self.name, self.rows())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the table to a library that takes Arrow streams."""
        return self.arrow().__arrow_c_stream__(requested_schema)

    def polars(self) -> "polars.DataFrame":
        """Return a polars frame.

        Raises:
            MissingPart: polars is not installed.
        """
        try:
            import polars
        except ImportError as error:
            raise MissingPart("polars is not installed; `pip install polars`") from error
        return polars.DataFrame(polars.from_arrow(self.arrow()))

    def pandas(self) -> "pandas.DataFrame":
        """Return a pandas frame.

        Raises:
            MissingPart: pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise MissingPart("pandas is not installed; `pip install pandas`") from error
        return pandas.DataFrame(self.arrow().to_pandas())

    def _repr_html_(self) -> str:
        """Return the first rows as a table, for a notebook; every word of an article is escaped."""
        rows = [row for row, _ in zip(self.rows(), range(SHOWN), strict=False)]
        keys = [k for k in (rows[0] if rows else ()) if k != "schema_version"]
        head = "".join(f"<th>{html.escape(k)}</th>" for k in keys)
        body = "".join(f"<tr>{''.join(f'<td>{_cell(row.get(k))}</td>' for k in keys)}</tr>" for row in rows)
        more = f"<p>{len(self)} {html.escape(self.name)}, the first {len(rows)} shown</p>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(value: object) -> str:
    text = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return html.escape(text if len(text) <= LONG else f"{text[:LONG]}…")
