"""A table of articles as text: a row an article."""

import csv
import io
from collections.abc import Iterator

from dragoman.sources.columns import columns, rows
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source

_MARKS = ",;\t|"


@source("csv")
class Csv:
    """A table with a header line and a row an article; columns are found by name, and what was guessed is told."""

    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def fits(self, head: bytes) -> Fit:
        """Leave it to the name: any text has commas."""
        return 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return a page a row, called by the file's name and the row's number, the header not counted."""
        csv.field_size_limit(terms.limits.page)
        with file.open() as stream:
            # what is no UTF-8 is carried along, and costs the row it stands in
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
            first = text.readline(terms.limits.page)
            mark = max(_MARKS, key=first.count)
            header = next(csv.reader([first], delimiter=mark), [])
            made = columns(file.name, header, named=terms.columns)
            if isinstance(made, Failure):
                yield made
                return
            if made.guessed:
                yield Failure(file.name, made.told(), skipped=True)
            for number, row in enumerate(_rows(text, mark), start=1):
                if isinstance(row, str):
                    yield Failure(f"{file.name}#{number}", row)
                else:
                    yield from rows(file.name, made, dict(zip(header, row, strict=False)), number=number)


def _rows(text: io.TextIOWrapper, mark: str) -> Iterator[list[str] | str]:
    """Yield the rows, or why one of them is none."""
    reader = csv.reader(text, delimiter=mark)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"a broken row: {error}; is a quotation mark missing?"
            continue
        if any("\udc80" <= letter <= "\udcff" for cell in row for letter in cell if letter > "\ud7ff"):
            yield "not UTF-8; save the table as UTF-8 (for example: iconv -f WINDOWS-1252 -t UTF-8)"
        elif row:
            yield row
