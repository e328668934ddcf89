"""Lists of words that names are made of: given and family names, places, bodies, and the nouns they end in.

They resolve nothing; they help the recogniser of names to tell what kind of name it sees.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
LISTS = {"given": "g", "surnames": "s", "places": "p", "bodies": "b"}  # written as they are printed
HEADS = {"organisations": "O", "places": "P", "persons": "T"}  # kinds of heads.txt, written small


@cache
def load_names() -> Mapping[str, str]:
    """Return each listed word with a letter for every list it is in ("Jackson": "gp")."""
    found: dict[str, str] = {}
    for letter, word in _words():
        if letter not in found.get(word, ""):
            found[word] = found.get(word, "") + letter
    return found


def _words() -> Iterator[tuple[str, str]]:
    for name, letter in LISTS.items():
        for line in _lines(name):
            yield from ((letter, word) for word in line.split())
    for line in _lines("heads"):
        name, _, heads = line.partition(": ")
        yield from ((HEADS[name], word) for word in heads.split())


def _lines(name: str) -> Iterator[str]:
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
