"""What pages print around an article: the patterns of ``ontology/chrome.yaml``, and which of them a line matches."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast

from dragoman.errors import OntologyError

Scope = Literal["line", "list", "rest"]
_WORD_LISTS = ("outlet_words", "not_outlets", "agencies", "not_names")
_BEFORE = re.compile(r"^(?:[\s•·▪◦●■►▶»›*|–—-]|\d{1,2}[.)]\s){1,20}")  # "  • ", "1. "


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a line is chrome, and how far it reaches."""

    why: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Chrome:
    """The data file, ready to be matched."""

    longest: int
    patterns: tuple[tuple[Mark, re.Pattern[str]], ...]
    regions: tuple[tuple[str, frozenset[str]], ...]
    labels: tuple[tuple[str, str], ...]  # (label as printed, field)
    outlet_words: frozenset[str]
    not_outlets: frozenset[str]
    agencies: frozenset[str]
    not_names: frozenset[str]

    def mark(self, line: str) -> Mark | None:
        """Return why ``line`` is chrome, or None: it may be the article's."""
        if len(line) > self.longest:
            return None
        bare = bare_of(line)
        return next((mark for mark, pattern in self.patterns if pattern.fullmatch(bare)), None)

    def region(self, names: str) -> str | None:
        """Return what the class and id ``names`` of an element say of its lines."""
        parts = frozenset(_parts(names[:300]))
        return next((why for why, words in self.regions if words & parts), None)

    def label(self, line: str) -> tuple[str, str] | None:
        """Split "Source: The Post" into the field's name and its words."""
        head, colon, rest = line.partition(":")
        if not colon or not rest.strip():
            return None
        field = dict(self.labels).get(head.strip(" *_#").lower())
        return (field, rest.strip(" *_")) if field else None


def bare_of(line: str) -> str:
    """Return ``line`` without the bullets and numbers before it."""
    return _BEFORE.sub("", line).strip()


def _parts(names: str) -> Iterator[str]:
    for name in names.split():
        yield name.lower()
        yield from (part.lower() for part in re.split(r"[-_]+|(?<=[a-z])(?=[A-Z])", name) if part)


@cache
def chrome() -> Chrome:
    """Return the chrome's data, read once.

    Raises:
        OntologyError: the data file is not well formed.
    """
    import yaml

    try:
        text = resources.files("dragoman.ontology").joinpath("chrome.yaml").read_text(encoding="utf-8")
        return _chrome(cast("dict[str, object]", yaml.safe_load(text)))
    except (OSError, yaml.YAMLError, KeyError, TypeError, re.error) as error:
        raise OntologyError(f"ontology/chrome.yaml: {error}") from error


def _chrome(data: dict[str, object]) -> Chrome:
    regions = cast("dict[str, list[str]]", data["regions"])
    labels = cast("dict[str, list[str]]", data["labels"])
    return Chrome(
        longest=cast(int, data["longest"]),
        patterns=tuple(_pattern(entry) for entry in cast("list[dict[str, object]]", data["lines"])),
        regions=tuple((why, frozenset(words)) for why, words in regions.items()),
        labels=tuple((word, field) for field, words in labels.items() for word in words),
        **{name: frozenset(cast("list[str]", data[name])) for name in _WORD_LISTS},
    )


def _pattern(entry: dict[str, object]) -> tuple[Mark, re.Pattern[str]]:
    either = "|".join(f"(?:{pattern})" for pattern in cast("list[str]", entry["patterns"]))
    mark = Mark(why=cast(str, entry["why"]), scope=cast(Scope, entry.get("scope", "line")))
    return mark, re.compile(either, re.IGNORECASE)
