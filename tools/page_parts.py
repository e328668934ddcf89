"""Small pieces of Markdown."""

from collections.abc import Iterable, Sequence

NOTE = "<!-- Written by `python -m tools.generate` from the program itself; do not edit. -->"


def page(title: str, *parts: str) -> str:
    """Return a generated page: its note, its title, and its parts."""
    return "\n\n".join([NOTE, f"# {title}", *(part.strip("\n") for part in parts if part)]) + "\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; bars and line ends within a cell are made harmless."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def code(text: str) -> str:
    """Return words as code; nothing for no words."""
    return f"`{text}`" if text else ""


def codes(words: Iterable[str]) -> str:
    """Return words as code, with commas between."""
    return ", ".join(map(code, words))


def fenced(text: str, language: str = "text") -> str:
    """Return a block of text as it stands."""
    return f"```{language}\n{text.rstrip()}\n```"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
