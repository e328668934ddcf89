"""The commands that documents show, with the output they give.

A ``console`` block holds commands after ``$``, each with its output, which is written here and never by hand. A comment
before the block says what of it is shown:

    <!-- shown keep="^Uruguay" keep="approved by" id="votes 68" -->

``from`` and ``to`` are patterns of the first line that is shown and of the first after it that is not. ``keep`` is a
pattern of lines (with those that continue them) that are shown too; the rest is an ellipsis. ``id`` is a table and a
pattern: the id in the commands becomes that of the first row that matches, for ids change with the text.
A block with a title, such as ``python title="said.py"``, is a file that the commands find in their folder.
"""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(?:^<!-- shown(?P<marks>.*?)-->\n+)?^```(?P<info>[^\n`]+)\n(?P<body>.*?)^```$", re.M | re.S)
MARK = re.compile(r'(\w+)="([^"]*)"')
TITLE = re.compile(r'title="([^"]+)"')
MARKED = re.compile(r"\s*(?:\[\d+\]|[●=○∑≠!?]) ")  # a line of its own, however deep it stands
ID = re.compile(r"\b[0-9a-f]{16}\b")
SETUP = ("make setup", "git ", "cd ", "make test", "make check", "make docs", "make golden", "pip ")  # told, not run


@dataclass(frozen=True, slots=True)
class Place:
    """The folder in which a document's commands run: the sources are in it, as in a clone."""

    folder: Path

    @staticmethod
    def made(folder: Path) -> "Place":
        """Return a folder ready to be worked in."""
        (folder / "src").symlink_to(ROOT / "src")
        return Place(folder)

    def run(self, command: str) -> str:
        """Return what a command writes, to both streams."""
        if command.startswith(SETUP):
            return ""
        line = "dragoman demo" if command == "make demo" else command
        found = subprocess.run(
            ["bash", "-c", line], cwd=self.folder, env=self._environment(), stdout=-1, stderr=-2, text=True, check=False
        )
        if "Traceback (most recent call last)" in found.stdout:
            raise RuntimeError(f"{command}: the program broke\n{found.stdout}")
        return found.stdout

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAGOMAN_")}
        path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
        return kept | {"PATH": path, "XDG_CONFIG_HOME": str(self.folder), "PYTHONUTF8": "1", "COLUMNS": "100"}


def renewed(text: str) -> str:
    """Return a document with the output of its commands as it is now."""
    if "```console" not in text:
        return text
    with tempfile.TemporaryDirectory(prefix="dragoman-docs-") as folder:
        place = Place.made(Path(folder))
        return BLOCK.sub(lambda found: _block(found, place), text)


def _block(found: re.Match[str], place: Place) -> str:
    info, body = found["info"], found["body"]
    title = TITLE.search(info)
    if title:
        file = place.folder / title[1]
        if not file.resolve().is_relative_to(ROOT):  # a file of the program is shown, and its test runs it
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body, encoding="utf-8")
    if info.split()[0] != "console":
        return found[0]
    marks = MARK.findall(found["marks"] or "")
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    lines = [line for command in commands for line in _shown(command, place, marks)]
    return found[0].replace(body, "\n".join(lines) + "\n")


def _shown(command: str, place: Place, marks: list[tuple[str, str]]) -> list[str]:
    for wanted in (value for key, value in marks if key == "id"):
        command = ID.sub(_first(wanted, command, place), command)
    written = place.run(command).rstrip("\n").splitlines()
    return [f"$ {command}", *(_kept(written, marks) if {"keep", "from"} & {key for key, _ in marks} else written)]


def _first(wanted: str, command: str, place: Place) -> str:
    """Return the id of the first row of a table that matches a pattern."""
    name, _, pattern = wanted.partition(" ")
    record = re.search(r"(?:--record|-r) (\S+)", command)
    listed = place.run(f"dragoman {name} --json{f' --record {record[1]}' if record else ''}")
    row = next((line for line in listed.splitlines() if re.search(pattern, line)), None)
    if row is None:
        raise LookupError(f"{command}: no row of {name} matches {pattern!r}")
    found = ID.search(row)
    assert found is not None
    return found[0]


def _kept(lines: list[str], marks: list[tuple[str, str]]) -> list[str]:
    """Return the lines that are shown; what is left out is an ellipsis."""
    shown = _stretch(lines, dict(marks)) | _matching(lines, [re.compile(v) for key, v in marks if key == "keep"])
    out: list[str] = []
    for number, line in enumerate(lines):
        if number in shown:
            out.append(line)
        elif out and out[-1] != "…":  # what comes before the first line shown is left out in silence
            out.append("…")
    return out


def _stretch(lines: list[str], marks: dict[str, str]) -> set[int]:
    """Return the numbers of the lines between two patterns."""
    if "from" not in marks:
        return set()
    first = next(n for n, line in enumerate(lines) if re.search(marks["from"], line))
    last = next((n for n, line in enumerate(lines) if n > first and re.search(marks["to"], line)), len(lines))
    while not lines[last - 1].strip():
        last -= 1
    return set(range(first, last))


def _matching(lines: list[str], keep: list[re.Pattern[str]]) -> set[int]:
    """Return the numbers of the lines that match, and of those that continue them."""
    found: set[int] = set()
    depth: int | None = None  # of the line that is being continued
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if any(pattern.search(line) for pattern in keep):
            depth = indent
            found.add(number)
        elif depth is not None and line.strip() and indent == depth + 2 and not MARKED.match(line):
            found.add(number)
        else:
            depth = None
    return found
