"""The tables of ``docs/quality.md`` as data, for the page that shows them where the documents are not installed."""

import json
import re
from collections.abc import Iterator

TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
PART = re.compile(r"<!-- (?P<name>\w+): (?P<command>.*?) -->\n(?P<tables>.*?)<!-- end of (?P=name) -->", re.DOTALL)
HEADING = re.compile(r"^## (.*)$", re.MULTILINE)


def text(page: str) -> str:
    """Return the tables of the page as JSON, a table a line."""
    return "[\n" + ",\n".join(json.dumps(table, ensure_ascii=False) for table in _tables(page)) + "\n]\n"


def _tables(page: str) -> Iterator[dict[str, object]]:
    for part in PART.finditer(page):
        title = HEADING.findall(page[: part.start()])[-1]
        for table in TABLE.findall(part["tables"]):
            columns, _, *rows = (_cells(line) for line in table.splitlines())
            yield {"title": title, "command": part["command"], "columns": columns, "rows": rows}


def _cells(line: str) -> list[str]:
    return [cell.strip().strip("*`") for cell in line.strip().strip("|").split("|")]
