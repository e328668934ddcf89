"""Reads CoNLL-U treebanks: sentences, their words and where the words stand in the text."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TRAIN = ("en_ewt-ud-train", "gum-free-train")
DEV = ("en_ewt-ud-dev", "gum-free-dev")
TEST = ("en_ewt-ud-test", "gum-free-test")


@dataclass(frozen=True, slots=True)
class Word:
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int  # index into the sentence's words; the root points at itself
    label: str
    space: bool  # a space follows
    glued: bool  # not the first word of its multiword token ("n't" of "don't")


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    words: tuple[Word, ...]
    new_document: bool = False


@dataclass(slots=True)
class _Block:
    """The lines of one sentence while they are being read."""

    comments: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def folder() -> Path:
    """Where the data lies: DRAGOMAN_DATA, or ``../shared/data`` beside the checkout."""
    return Path(os.environ.get("DRAGOMAN_DATA", Path(__file__).parents[1].parent / "shared" / "data"))


def path(name: str) -> Path:
    return folder() / "treebank" / f"{name}.conllu.gz"


def lines(file: Path) -> Iterator[str]:
    with gzip.open(file, "rt", encoding="utf-8") as handle:
        for line in handle:
            yield line.rstrip("\r\n")


def sentences(file: Path) -> Iterator[Sentence]:
    block = _Block()
    for line in [*lines(file), ""]:
        if line.startswith("#"):
            block.comments.append(line)
        elif line.strip():
            block.rows.append(line.split("\t"))
        elif block.rows:
            yield _sentence(block)
            block = _Block()


def _sentence(block: _Block) -> Sentence:
    text = next((c.partition("=")[2].strip() for c in block.comments if c.startswith("# text =")), "")
    new = any(c.startswith("# newdoc") for c in block.comments)
    return Sentence(text, tuple(_words(block.rows)), new)


def _words(rows: list[list[str]]) -> Iterator[Word]:
    """Leave out empty nodes ("8.1"); inside a multiword token only its last word takes the token's space."""
    first = last = 0
    after = True
    for row in rows:
        if "." in row[0]:
            continue
        space = "SpaceAfter=No" not in row[9].split("|")
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            after = space
            continue
        number = int(row[0])
        inside = first <= number <= last
        space = (number == last and after) if inside else space
        head = int(row[6]) - 1 if row[6] != "0" else number - 1
        yield Word(row[1], row[2], row[3], row[4], head, row[7], space, inside and number > first)
