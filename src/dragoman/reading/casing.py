"""Undoes the capitals of headlines: "Parliament Ratifies Pact" is shown to the model as "Parliament ratifies pact"."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Written small in many papers' headlines, so they do not show that a line is none.
_SMALL = frozenset(
    "and but for nor off out per the via yet "
    "about across after against ahead along amid among around before behind below beyond despite down during "
    "except from inside into near onto outside over past since than that their this through toward towards under until "
    "upon versus what when where which while will with within without".split()
)
_LONG = 3  # letters; shorter words are small in most headlines
_FEWEST = 3  # long words that must have a capital: two are a name
_ACRONYM = 4  # letters; in a line of capitals, longer words we do not know are names


@dataclass(frozen=True, slots=True)
class Casing:
    """The words that running text writes small, learned from the treebanks."""

    words: frozenset[str]

    @classmethod
    def load(cls, path: Path) -> "Casing":
        """Read a file of one word a line."""
        return cls(frozenset(path.read_text(encoding="utf-8").split()))

    def undone(self, forms: Sequence[str]) -> list[str]:
        """Return the forms with the capitals of running text, where all of them are dressed up."""
        if not dressed(forms):
            return list(forms)
        return [self._undone(form, first=not n) for n, form in enumerate(forms)]

    def names(self, form: str) -> bool:
        """Tell whether a form that stands large within a sentence is a name: "Haas" is, "Parliament" may not be."""
        return form[1:].islower() and form[0].isupper() and form.isalpha() and form.lower() not in self.words

    def _undone(self, form: str, *, first: bool) -> str:
        if form.lower() in self.words:
            return form.capitalize() if first else form.lower()
        return form.capitalize() if len(form) > _ACRONYM and form.isupper() and form.isalpha() else form


def dressed(forms: Sequence[str]) -> bool:
    """Tell whether every long word has a capital; running text has a small verb at least."""
    long = [form for form in forms if len(form) >= _LONG and form.isalpha() and form not in _SMALL]
    return len(long) >= _FEWEST and all(form[0].isupper() for form in long)
