"""Reads the sets of marked names: sentences by document, with where the names stand."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.ontology.actors import ActorTable
from dragoman.reading.casing import Casing
from dragoman.reading.sentences import sentences as cut
from training import treebank

Marked = tuple[int, int, str]  # start and end in the text, kind


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    names: tuple[Marked, ...]


Document = tuple[Sentence, ...]

POLITICS = {
    "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC",
    "location": "LOC",
}  # fmt: skip
RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
RE3D_FOLDERS = ("centcom", "us_state_department", "uk_government", "australian_dfat", "wikipedia")


def folder() -> Path:
    return treebank.folder() / "entities"


def paths() -> list[Path]:
    """Return the files that training reads."""
    plain = [folder() / "crossner-politics" / name for name in ("train.txt", "dev.txt.gz")]
    war = [folder() / "re3d" / name / "documents.json" for name in RE3D_FOLDERS]
    return [folder() / "uner-ewt" / "en_ewt-uner-train.iob2.gz", *plain, *war, treebank.path("gum-free-train")]


def web(part: str) -> list[Document]:
    """Universal NER over EWT: "train", "dev" or "test"."""
    return list(_iob(folder() / "uner-ewt" / f"en_ewt-uner-{part}.iob2.gz", {k: k for k in ("PER", "LOC", "ORG")}))


def politics(part: str) -> list[Document]:
    """CrossNER's politics: sentences of Wikipedia, each a document."""
    plain = folder() / "crossner-politics" / f"{part}.txt"
    return list(_iob(plain if plain.exists() else plain.with_suffix(".txt.gz"), POLITICS))


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def _iob(path: Path, kinds: dict[str, str]) -> Iterator[Document]:
    document: list[Sentence] = []
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in [*_lines(path), ""]:
        if line.startswith("# "):
            if line.startswith("# newdoc") and document:
                yield tuple(document)
                document = []
            comments.append(line)
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            document.append(_sentence(comments, rows, kinds))
            if not comments:
                yield tuple(document)
                document = []
            comments, rows = [], []
    if document:
        yield tuple(document)


def _sentence(comments: list[str], rows: list[list[str]], kinds: dict[str, str]) -> Sentence:
    numbered = rows[0][0].isdigit() and len(rows[0]) > 2
    words = [row[1] if numbered else row[0] for row in rows]
    tags = [row[2] if numbered else row[-1].strip() for row in rows]
    text = next((c.partition("= ")[2] for c in comments if c.startswith("# text =")), " ".join(words))
    return Sentence(text, tuple(_marked(text, words, tags, kinds)))


def _marked(text: str, words: list[str], tags: list[str], kinds: dict[str, str]) -> Iterator[Marked]:
    at, open_ = 0, None
    for word, tag in [*zip(words, tags, strict=True), ("", "O")]:
        start = text.index(word, at)
        mark, _, name = tag.partition("-")
        kind = kinds.get(name)
        if open_ and (mark != "I" or kind != open_[2]):
            yield open_
            open_ = None
        at = start + len(word)
        if kind:
            open_ = (open_[0] if open_ else start, at, kind)


# --- re3d ---

_OPENING = re.compile(r"(?i)(?:the|a|an|this|that|these|those|its|his|their|our)\s+")
_TITLES = re.compile(
    r"(?:(?:[A-Z][\w.-]+(?:'s|’s)?\s+)*(?:President|Minister|Secretary|General|Gen\.|Lt\.|Col\.|Colonel|Maj\.|Ambassador|Mr\.?|Mrs\.?"
    r"|Ms\.?|Dr\.?|King|Prince|Sir|Sheikh|Envoy|Commander|Captain|Lieutenant|Sgt\.|Leader|Spokesman|Spokesperson|Chancellor"
    r"|Representative|Admiral|Brig\.|Brigadier|Sen\.|Senator|Foreign|Defence|Caliph|Emir)\s+(?:of\s+(?:the\s+)?[A-Z]\w+\s+)?)+"
)
_DIRECTION = re.compile(r"(?:(?:[a-z]+ern|[a-z]+-[a-z]+ern|central|downtown|rural|near|the|greater)\s+)+")


def war(folders: tuple[str, ...] = RE3D_FOLDERS) -> Iterator[Document]:
    """re3d: governments and Wikipedia on the war in Syria and Iraq; titles, articles and descriptions taken off."""
    for name in folders:
        place = folder() / "re3d" / name
        marks: dict[str, list[Marked]] = {}
        for row in _json(place / "entities.json"):
            if row["type"] in RE3D and row["confidence"] >= 0.5:
                marks.setdefault(row["documentId"], []).append((row["begin"], row["end"], RE3D[row["type"]]))
        for row in _json(place / "documents.json"):
            yield tuple(_sentences(row["text"], marks.get(row["_id"], [])))


def _json(path: Path) -> Iterator[dict[str, Any]]:
    for line in _lines(path if path.exists() else path.with_suffix(".json.gz")):
        if line.strip():
            yield json.loads(line)


def _sentences(text: str, marks: list[Marked]) -> Iterator[Sentence]:
    names = sorted({n for m in marks if (n := _trimmed(text, m))}, key=lambda n: (n[0], -n[1]))
    kept: list[Marked] = []
    for name in names:
        if not kept or name[0] >= kept[-1][1]:
            kept.append(name)
    for start, end in cut(text, 0, len(text)):
        inside = tuple((a - start, b - start, k) for a, b, k in kept if start <= a and b <= end)
        yield Sentence(text[start:end], inside)


def _trimmed(text: str, mark: Marked) -> Marked | None:
    """Return the name within what is marked: "the Kurdish YPG" is the YPG."""
    start, end, kind = mark
    form = text[start:end]
    for opening in (_OPENING, _TITLES if kind == "PER" else _DIRECTION):
        if found := opening.match(form):
            start += found.end()
            form = text[start:end]
    form = form.rstrip(" ,.'’")
    last = re.split(r"[\s-]", form)[-1] if form else ""
    if len(form) < 2 or not last[:1].isupper() or not (form[0].isupper() or form.startswith("al-")):
        return None
    return (start, start + len(form), kind)


# --- GUM ---

GUM = {"person": "PER", "organization": "ORG", "place": "LOC"}
_MENTION = re.compile(r"\((\d+)-([a-z]+)-|(\d+)\)|\)")


def multilayer(part: str) -> Iterator[Document]:
    """GUM's mentions whose head is a proper noun, cut down to the name: "dev" of treebank/gum-free-dev."""
    document: list[Sentence] = []
    for comments, rows in _conllu(treebank.path(f"gum-free-{part}")):
        if any(c.startswith("# newdoc") for c in comments) and document:
            yield tuple(document)
            document = []
        text = next(c.partition("= ")[2] for c in comments if c.startswith("# text ="))
        document.append(Sentence(text, tuple(_outermost(_gum_names(text, rows)))))
    yield tuple(document)


def _conllu(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in [*_lines(path), ""]:
        if line.startswith("#"):
            comments.append(line)
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield comments, [row for row in rows if row[0].isdigit()]
            comments, rows = [], []


def _gum_names(text: str, rows: list[list[str]]) -> Iterator[Marked]:
    at, places = 0, []
    for row in rows:
        start = text.find(row[1], at)
        at = start + len(row[1]) if start >= 0 else at
        places.append((start, at))
    for begin, end, kind in _mentions(rows):
        if kind in GUM and (span := _core(rows, begin, end)):
            yield places[span[0]][0], places[span[1] - 1][1], GUM[kind]


def _mentions(rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield where mentions stand, first and after the last word, with their type."""
    open_: list[tuple[str, int, str]] = []
    for n, row in enumerate(rows):
        told = next((f.removeprefix("Entity=") for f in row[9].split("|") if f.startswith("Entity=")), "")
        for found in _MENTION.finditer(told):
            if found[1]:
                open_.append((found[1], n, found[2]))
            elif open_:
                last = next((i for i in reversed(range(len(open_))) if found[3] in (None, open_[i][0])), None)
                if last is not None:
                    _, begin, kind = open_.pop(last)
                    yield begin, n + 1, kind


def _core(rows: list[list[str]], begin: int, end: int) -> tuple[int, int] | None:
    """Return the words of a mention that are its name: large ones around a proper noun, without article and title."""
    head = next((n for n in range(begin, end) if not begin <= int(rows[n][6]) - 1 < end), None)
    if head is None or rows[head][4] != "NNP" or not rows[head][1][:1].isupper():
        return None
    start, stop = head, head + 1
    while start > begin and (_large(rows[start - 1]) or _links(rows, start - 1, begin)):
        start -= 1
    while stop < end and (_large(rows[stop]) or rows[stop][1] in _LINKS):
        stop += 1
    while not _large(rows[stop - 1]):
        stop -= 1
    while start < stop - 1 and rows[start][1].lower().rstrip(".") in _TITLES_BEFORE:
        start += 1
    return start, stop


def _large(row: list[str]) -> bool:
    return row[1][:1].isupper() or row[1][:1].isdigit()


def _links(rows: list[list[str]], n: int, begin: int) -> bool:
    return rows[n][1] in ("-", "of", "and") and n > begin and _large(rows[n - 1])


_LINKS = ("-", "&", "of", "for", "and", "the", "de", "la", "bin", "von")
_TITLES_BEFORE = frozenset(
    "president minister prime foreign secretary general mr mrs ms dr sen senator gov judge king queen prince professor "
    "prof vice chancellor ambassador justice sir".split()
)


def _outermost(names: Iterator[Marked]) -> Iterator[Marked]:
    last = -1
    for name in sorted(set(names), key=lambda n: (n[0], -n[1])):
        if name[0] >= last:
            last = name[1]
            yield name


# --- what the two sets with looser marks are held to ---


def held(documents: Iterator[Document], *, actors: ActorTable, casing: Casing) -> Iterator[Document]:
    """Hold marks to the rules of the others: states are places, peoples and common nouns are no names."""
    for document in documents:
        yield tuple(Sentence(s.text, tuple(_held(s, actors, casing))) for s in document)


def _held(sentence: Sentence, actors: ActorTable, casing: Casing) -> Iterator[Marked]:
    for start, end, kind in sentence.names:
        form = sentence.text[start:end]
        forms = {sense.form for sense in actors.lookup(form)}
        if forms & {"adjective", "demonym"} or form.lower() in _NO_NAMES:
            continue
        if " " not in form and form.lower() in casing.words:
            continue
        if any(actors.get(s.actor).kind == "state" and s.form == "name" for s in actors.lookup(form)):
            kind = "LOC"
        yield from _cities(sentence.text, start, end) if kind == "LOC" else [(start, end, kind)]


def _cities(text: str, start: int, end: int) -> Iterator[Marked]:
    """Yield "Palmyra, Syria" as two places."""
    for part in re.finditer(r"[^,]+", text[start:end]):
        word = part.group().strip()
        if word[:1].isupper():
            begin = start + part.start() + len(part.group()) - len(part.group().lstrip())
            yield begin, begin + len(word), "LOC"


_NO_NAMES = frozenset("he she it they we i you her his our my who syrians iraqis americans".split())
