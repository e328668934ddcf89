"""What reaches the terminal: text from articles is shown, never obeyed."""

import io
import json
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress

# What a terminal may take as a command, or what turns the order of what follows: C0 (but tab and line feed), DEL, C1,
# and the marks of bidirectional text. https://www.unicode.org/reports/tr36/ and CVE-2021-42574
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

WHOLE = ("id", "when", "type", "kind")  # columns that are of no use when they are cut or broken


def clean(text: str) -> str:
    """Return text with everything a terminal would act on made visible: an escape is ␛."""
    return ACTIVE.sub(_visible, text)


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


def clean_json(line: str) -> str:
    """Return a line of JSON in which such characters are written as escapes: it says the same."""
    return ACTIVE.sub(_escape, line)


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1] if found[0] != "\x7f" else "\\u007f"


def prepare() -> None:
    """Make the standard streams take any text: a console that has no letter for it shows an escape."""
    if sys.stdout is None or sys.stderr is None:  # closed by the caller: `dragoman brief >&-`
        sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Write data to stdout."""
    sys.stdout.write(clean(text) + "\n")


def say_json(line: str) -> None:
    """Write a line of JSON to stdout."""
    line = clean_json(line)
    # an escape of the console's own, \xe9, is no JSON
    if not (sys.stdout.encoding or "utf-8").lower().startswith("utf"):
        line = re.sub(r"[^\x00-\x7f]", _escape, line)
    sys.stdout.write(line + "\n")


def tell(text: str) -> None:
    """Write talk to stderr; where nobody can be told, the exit code still tells."""
    with suppress(OSError):
        sys.stderr.write(clean(text) + "\n")


def complain(text: str) -> None:
    """Write an error to stderr, on one line."""
    tell(f"dragoman: {' '.join(text.split())}")


def show_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table to stdout: drawn for a person, tab-separated where the output is no terminal."""
    if not sys.stdout.isatty():
        for row in rows:
            say("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold")
    for column in columns:
        table.add_column(column, no_wrap=column in WHOLE)
    for row in rows:
        table.add_row(*(Text(clean(cell)) for cell in row))
    Console().print(table)
