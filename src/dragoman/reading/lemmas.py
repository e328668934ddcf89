"""Gives a word's lemma by its tag: from a lexicon, else by the rule for its longest known ending."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Lemmatiser:
    """Rules and lexicon, both learned from the treebanks.

    ``rules`` maps "GROUP ENDING" to an edit: "k" or "l" (keep the case, or lower it), how many letters to cut, what
    to add. ``lexicon`` maps "FORM TAG" to the lemma of words no rule gets right.
    """

    rules: dict[str, str]
    lexicon: dict[str, str]
    known: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls, path: Path) -> "Lemmatiser":
        """Read the file that ``save`` wrote."""
        held = json.loads(path.read_text(encoding="utf-8"))
        return cls(rules=held["rules"], lexicon=held["lexicon"])

    def save(self, path: Path) -> None:
        """Write rules and lexicon as JSON."""
        held = {name: value for name, value in asdict(self).items() if name != "known"}
        path.write_text(json.dumps(held, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")

    def lemma(self, form: str, tag: str) -> str:
        """Return the lemma of a form tagged "XPOS|UPOS"."""
        found = self.known.get((form, tag))
        if found is None:
            word = cased(form, tag)
            found = self.lexicon.get(f"{word} {tag}") or self._by_rule(word, tag)
            if len(self.known) < 200_000:  # bounds the memory of a long run
                self.known[form, tag] = found
        return found

    def _by_rule(self, form: str, tag: str) -> str:
        if tag == "CD|NUM" and form[:1].isdigit():
            return form.replace(",", "")
        kind = group(form, tag)
        for start in range(max(0, len(form) - 5), len(form) + 1):
            if edit := self.rules.get(f"{kind} {form[start:].lower()}"):
                return _edited(form, edit)
        return form if tag.endswith("PROPN") else form.lower()


def cased(form: str, tag: str) -> str:
    """Return the form in lower case where its case tells nothing: "Signed" opens a sentence, "Polish" may not."""
    return form if tag.startswith(("NN", "JJ", "FW", "ADD")) else form.lower()


def group(form: str, tag: str) -> str:
    """Return what chooses among the rules: the tag, and whether the form has a capital."""
    return f"{tag}^" if form[:1].isupper() else tag


def _edited(form: str, edit: str) -> str:
    base = form.lower() if edit[0] == "l" else form
    digits = len(edit) - len(edit[1:].lstrip("0123456789")) - 1
    cut = int(edit[1 : 1 + digits])
    return (base[: len(base) - cut] + edit[1 + digits :]) or base
