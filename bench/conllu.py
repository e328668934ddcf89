"""Reads what a parse may see of a CoNLL-U file (its texts), and writes our tokens as CoNLL-U."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from dragoman.model.reading import Token

_CLITIC = re.compile(r"(?i)(?:n['’]t|['’`](?:s|re|ve|ll|d|m)|not|na|ta|nt|s|m|ve|ll|re|me|no)$")


@dataclass(frozen=True, slots=True)
class Given:
    """One sentence as the file gives it: its comments that are kept, and its text."""

    document: str | None  # the ``# newdoc`` line, where one begins
    number: str | None  # the ``# sent_id`` line
    text: str


def given(source: Path) -> Iterator[Given]:
    """Yield the sentences' texts; no column and no other comment is looked at."""
    held, rows = Given(None, None, ""), False
    with _opened(source) as lines:
        for line in [*(x.rstrip("\r\n") for x in lines), ""]:
            if line.startswith("#"):
                held = _noted(held, line)
            elif line.strip():
                rows = True
            elif rows:
                yield held
                held, rows = Given(None, None, ""), False


def _opened(source: Path) -> IO[str]:
    return gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else source.open(encoding="utf-8")


def _noted(held: Given, line: str) -> Given:
    key, _, value = line[1:].partition("=")
    if key.split()[:1] == ["newdoc"]:
        return replace(held, document=line)
    if key.strip() == "sent_id":
        return replace(held, number=line)
    if key.strip() == "text":
        return replace(held, text=value.strip())
    return held


def rows(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the lines of a sentence; glued clitics ("do" + "n't") are shown as one multiword token."""
    ends = {group[0]: group[-1] for group in _groups(tokens)}
    inside = -1
    for n, token in enumerate(tokens):
        glued = n + 1 < len(tokens) and tokens[n + 1].start == token.end
        if n in ends:
            inside = ends[n]
            form = "".join(t.text for t in tokens[n : inside + 1])
            after = inside + 1 < len(tokens) and tokens[inside + 1].start == tokens[inside].end
            yield "\t".join([f"{n + 1}-{inside + 1}", form, *["_"] * 7, _space(after)])
        yield _row(n, token, tokens, _space(glued and n >= inside))


def _row(n: int, token: Token, tokens: Sequence[Token], space: str) -> str:
    head = "0" if token.head == n else str(token.head + 1)
    lemma = token.lemma or token.text
    return "\t".join([str(n + 1), token.text, lemma, token.upos, token.xpos, "_", head, token.dep, "_", space])


def _space(glued: bool) -> str:
    return "SpaceAfter=No" if glued else "_"


def _groups(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Yield runs of tokens printed as one word."""
    run: list[int] = []
    for n, token in enumerate(tokens):
        joins = bool(n) and tokens[n - 1].end == token.start and _joins(tokens[n - 1], token)
        if joins:
            run = run or [n - 1]
            run.append(n)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _joins(before: Token, token: Token) -> bool:
    if not before.text[-1:].isalnum() and before.text not in ("'", "’"):
        return token.xpos == "POS" and before.text[-1:] in ".%)"
    return bool(_CLITIC.match(token.text)) or token.xpos == "POS"
