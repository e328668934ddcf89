"""The reference page of the record's tables, and of what stands within their rows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import get_args, get_origin, get_type_hints

from page_fields import about, fields_of
from page_parts import code, page, table

from dragoman.model import terms
from dragoman.model.finding import SideQuote
from dragoman.model.text import Evidence
from dragoman.ontology.definition import CLOSED
from dragoman.record.rows import CONTENT, TABLES, columns

Told = tuple[str, str, str]  # a field's name, type and meaning

PLACE = (
    ("start", "int", "offset into the article's text, in code points"),
    ("end", "int", "exclusive"),
    ("quote", "str", "exactly the article's text between the two"),
)
# the export has these flat: the words stand beside their offsets
FLAT: Mapping[type, tuple[Told, ...]] = {
    Evidence: (("field", "str", "a path into this row: `roles.0`, `attribution.1.cue`, `vote.yes`"), *PLACE),
    SideQuote: (("article", "str", "id of an article"), *PLACE),
}
# what a field of this name is wherever its class says nothing of it
USUAL: Mapping[str, str] = {
    "schema_version": "of the form of the row; this page tells version 1",
    "id": "its own id",
    "article": "id of the article it is from",
    "articles": "ids of the articles that tell it",
    "reports": "ids of the reports it rests on",
    "actor": "id of an actor; null where nobody known is meant",
    "actors": "ids of actors",
    "recipients": "ids of actors it is done to",
    "parties": "ids of the actors bound by it",
    "party": "id of an actor",
    "body": "id of the body that does it",
    "agreement": "id of the agreement it is about",
    "because": "a reason that a reader can check",
    "when": "null: no time told",
    "where": "places told",
    "story": "id of a story",
    "holder_actor": "id of an actor",
    "speaker_actor": "id of an actor",
    "term": "ISO 8601 duration, “P20Y”",
}
# closed lists that have a page of their own
PAGES = {"Act": "ontology/acts.md", "Sector": "ontology/sectors.md", "EventType": "ontology/events.md"}


def tables() -> str:
    """Return the page."""
    intro = (
        "`dragoman export` writes one file for each of these tables; the rows are sorted by `id`. Fields may be added; "
        "those here keep name and meaning. `null` is *not known*, never zero or no. Offsets count code points of the "
        "article's `text`, the end exclusive."
    )
    inner = [kind for kind in _inner() if kind not in CONTENT.values()]
    return page(
        "Tables",
        intro,
        *(f"## {name}\n\n{about(noun)}\n\n{_rows(_columns(name, noun))}" for name, noun in TABLES.items()),
        "## The content of a report\n\nA report has one of these, under the name of its kind.",
        *(f"### {name} reports\n\n{about(kind)}\n\n{_rows(_fields(kind))}" for name, kind in CONTENT.items()),
        "## Within rows",
        *(f"### {kind.__name__}\n\n{about(kind)}\n\n{_rows(_fields(kind))}" for kind in inner),
    )


def _columns(name: str, noun: type) -> Iterator[Told]:
    told = {f.name: (f.type, f.meaning) for f in fields_of(noun)}
    told["schema_version"] = ("str", "")
    if name == "reports":
        told |= {kind: ("object", f"where `kind` is {kind}: [{kind}](#{kind}-reports)") for kind in CONTENT}
    if name == "articles":  # of the article itself, so that its id need not stand in each
        told["paragraphs"] = ("[start, end][]", told["paragraphs"][1])
        told["headline"] = ("[start, end] | None", told["headline"][1])
    return ((column, *told[column]) for column in columns(name))


def _fields(kind: type) -> Iterable[Told]:
    return FLAT.get(kind) or ((f.name, f.type, f.meaning) for f in fields_of(kind))


def _rows(told: Iterable[Told]) -> str:
    rows = ((code(name), _type(type_), _meaning(meaning) or USUAL.get(name, "")) for name, type_, meaning in told)
    return table(("field", "type", "meaning"), rows)


def _meaning(comment: str) -> str:
    """Return a comment in the words of JSON's readers."""
    return re.sub(r"\bNone\b", "null", comment).replace("``", "`")


def _type(type_: str) -> str:
    """Return a type in words, with a link to what it is."""
    if type_.endswith(" | None"):
        return f"{_type(type_.removesuffix(' | None'))} or null"
    if type_.startswith("tuple[") and type_.endswith(", ...]"):
        return f"list of {_type(type_[6:-6])}"
    if type_.endswith("[]"):
        return f"list of {_type(type_[:-2])}"
    known = _lists()
    if type_ in known:
        return f"one of [{type_}]({known[type_]})"
    return f"[{type_}](#{type_.lower()})" if type_[0].isupper() else code(type_)


def _lists() -> dict[str, str]:
    """Return where each closed list is explained, by the name of its type."""
    by_values = {values: f"ontology/lists.md#{name.replace('.', '')}" for name, values in CLOSED}
    found = {name: by_values.get(get_args(kind)) for name, kind in vars(terms).items() if get_args(kind)}
    return {name: place for name, place in found.items() if place} | PAGES


def _inner() -> tuple[type, ...]:
    """Return the dataclasses that stand within rows, sorted by name."""
    seen: set[type] = set()
    waiting: list[type] = list(TABLES.values())
    while waiting:
        for kind in set(_mentioned(waiting.pop())) - seen:
            seen.add(kind)
            waiting.append(kind)
    hidden = {"Span", *(noun.__name__ for noun in TABLES.values())}
    return tuple(sorted((kind for kind in seen if kind.__name__ not in hidden), key=lambda kind: kind.__name__))


def _mentioned(noun: type) -> Iterator[type]:
    hints = get_type_hints(noun)
    for field in fields(noun):
        if field.name != "time":  # a report keeps it for itself
            yield from _dataclasses(hints[field.name])


def _dataclasses(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    elif get_origin(hint) is not None or get_args(hint):
        for part in get_args(hint):
            yield from _dataclasses(part)
