"""What the recogniser of names looks at: the words that may be of a name, and what tells of each.

Only words that may be of a name are looked at: large ones, the small ones between them ("of", "von der"), and small
ones that running text does not know. They stand in runs; the words around a run are seen, but never tagged.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.reading.casing import Casing, dressed

# small words within names; at most so many in a row
_LINKS = frozenset(
    "of the and for in on to de la le les du des do da dos das di del della el al ad as bin bint ibn ben von van der "
    "den ter y e ul ur & - ' 's 's s / . der zu och und et".split()
)
_ROW = 3
_FIRMS = frozenset("inc ltd llc corp co lp jr sr".split())
_PARTICLES = frozenset("al el as ad ash an at ul bin ibn abu von van de da di du le la ould".split())
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence as the recogniser sees them."""

    forms: Sequence[str]  # with the capitals of running text
    lower: Sequence[str]
    kinds: Sequence[str]  # shape, crossed with whether running text knows the word as a small one
    listed: Sequence[str]  # what the tables say of each word, "" where nothing
    dressed: bool  # every word of weight has a capital


@dataclass(frozen=True, slots=True)
class Told:
    """What the whole article tells of a word: how often it stands small, and large within a sentence."""

    small: Counter[str]
    large: Counter[str]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Told":
        """Count the words of an article's sentences."""
        small: Counter[str] = Counter()
        large: Counter[str] = Counter()
        for line in lines:
            if not line.dressed:
                small.update(form for form in line.forms if form.islower())
                large.update(form for form in line.forms[1:] if form[:1].isupper())
        return cls(small, large)


def line_of(forms: Sequence[str], listed: Sequence[str], casing: Casing) -> Line:
    """Return a sentence as the recogniser sees it."""
    undone = casing.undone(forms)
    lower = [form.lower() for form in undone]
    kinds = [_kind(form, small in casing.words) for form, small in zip(undone, lower, strict=True)]
    return Line(undone, lower, kinds, listed, dressed(forms))


def _kind(form: str, known: bool) -> str:
    return shape(form) + ("k" if known else "")


@lru_cache(maxsize=20_000)
def shape(form: str) -> str:
    """Return the outline of a word: "Xx" for "Iran", "X.X." for "U.S.", "XX" for "NATO", "x" for "pact"."""
    if form.isalpha():
        if form.islower():
            return "x"
        if form.isupper():
            return "X" if len(form) == 1 else ("XX" if len(form) < 6 else "XXX")
        return "Xx" if form[0].isupper() and form[1:].islower() else "xX" if form[0].islower() else "XxX"
    if form.isdigit():
        return "d4" if len(form) == 4 else "d"
    if not _LETTER.search(form):
        return form[:2]
    if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", form):
        return "X." if len(form) == 2 else "X.X."
    large = form[0].isupper()
    return ("X" if large else "x") + ("d" if any(c.isdigit() for c in form) else "") + ("." if "." in form else "'")


def runs(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words that may be of names."""
    start: int | None = None
    last = 0  # after the last word that is more than a link
    for n in range(len(line.forms)):
        if _may(line, n):
            if start is None or (n > last and not _linked(line.lower[last:n])):
                if start is not None:
                    yield start, last
                start = n
            last = n + 1
        elif start is not None and (n - last >= _ROW or not _links(line.lower, n)):
            yield start, last
            start = None
    if start is not None:
        yield start, last


def _may(line: Line, n: int) -> bool:
    form = line.forms[n]
    if form[:1].isupper() or (form.isdigit() and n and line.forms[n - 1][:1].isupper()):
        return True
    if line.lower[n] in _PARTICLES:
        return _opens(line.forms[n + 1 : n + 3])
    if not form.isalpha():
        return any(c.isupper() for c in form)
    return len(form) > 1 and (not form.islower() or line.kinds[n] == "x")


def _opens(following: Sequence[str]) -> bool:
    """Whether a particle opens a name: "al-Ani", "bin Laden"."""
    after = following[1:] if following[:1] == ["-"] else following
    return bool(after) and after[0][:1].isupper()


def _links(words: Sequence[str], n: int) -> bool:
    """Whether a small word may stand within a name; a comma may before "Inc."."""
    return words[n] in _LINKS or (words[n] == "," and n + 1 < len(words) and words[n + 1].rstrip(".") in _FIRMS)


def _linked(words: Sequence[str]) -> bool:
    return len(words) <= _ROW and all(word in _LINKS or word == "," for word in words)


def features(line: Line, run: tuple[int, int], told: Told) -> list[list[str]]:
    """Return what tells of each word of a run, one list a word; an empty text stands for nothing."""
    start, end = run
    around = _around(line, start, end)
    return [
        [*_word(line, n), *_near(line, n), *_place(line, n, run), *_told(line, n, told), *around]
        for n in range(start, end)
    ]


def _word(line: Line, n: int) -> list[str]:
    form, small, kind = line.forms[n], line.lower[n], line.kinds[n]
    return [
        f"w={small}",
        f"f={form}",
        f"p2={small[:2]}",
        f"p3={small[:3]}" if len(small) > 3 else "",
        f"p4={small[:4]}" if len(small) > 4 else "",
        f"s1={small[-1:]}{kind}",
        f"s2={small[-2:]}",
        f"s3={small[-3:]}" if len(small) > 3 else "",
        f"s4={small[-4:]}" if len(small) > 4 else "",
        f"k={kind}",
        f"l={line.listed[n]}",
        f"lk={line.listed[n]}{kind}" if line.listed[n] else "",
    ]


def _near(line: Line, n: int) -> list[str]:
    b2, b1, here, a1, a2 = (_at(line.lower, n + d) for d in (-2, -1, 0, 1, 2))
    kb, kh, ka = (_at(line.kinds, n + d) for d in (-1, 0, 1))
    lb, lh, la = (_at(line.listed, n + d) for d in (-1, 0, 1))
    return [
        f"b1={b1}",
        f"a1={a1}",
        f"b2={b2}",
        f"a2={a2}",
        f"b2b1={b2} {b1}",
        f"a1a2={a1} {a2}",
        f"b1w={b1} {here}",
        f"wa1={here} {a1}",
        f"kk={kb} {kh} {ka}",
        f"kb={kb} {kh}",
        f"ka={kh} {ka}",
        f"lb={lb} {lh}",
        f"la={lh} {la}",
        f"lba={lb} {lh} {la}",
        f"b1k={b1} {kh} {lh}",
        f"a1k={a1} {kh} {lh}",
        f"s3b={here[-3:]} {kb}",
        f"wsb={b1[-3:]} {kh}",
        f"wsa={a1[-3:]} {kh}",
    ]


def _at(row: Sequence[str], n: int) -> str:
    return row[n] if 0 <= n < len(row) else "<" if n < 0 else ">"


def _place(line: Line, n: int, run: tuple[int, int]) -> list[str]:
    start, end = run
    length = min(end - start, 5)
    opens = "^" if not start else ""
    return [
        f"at={min(n - start, 3)}{min(end - n, 3)}{opens}{line.kinds[n]}",
        f"first={line.lower[start]}" if n > start else "",
        f"last={line.lower[end - 1]}" if n < end - 1 else "",
        f"len={length}{line.listed[n]}",
        f"ends={line.listed[end - 1]}{line.listed[n]}{line.kinds[n]}" if n < end - 1 else "",
        f"next={_some(line, n + 1, end)}{line.listed[n]}",
        f"past={_some(line, start, n)}{line.listed[n]}",
        f"n2={_at(line.lower, n + 2)}" if n + 2 < end else "",
        "dressed" + line.kinds[n] if line.dressed else "",
        f"open={line.kinds[n]}{line.listed[n]}" if n == 0 else "",
    ]


def _some(line: Line, start: int, end: int) -> str:
    """Return what the tables say of the first word they know among some."""
    return next((line.listed[n] for n in range(start, end) if line.listed[n]), "-" if start < end else ".")


def _around(line: Line, start: int, end: int) -> list[str]:
    b2, b1, a1, a2 = (_at(line.lower, n) for n in (start - 2, start - 1, end, end + 1))
    return [f"B1={b1}", f"A1={a1}", f"B2={b2} {b1}", f"A2={a1} {a2}", f"BA={b1} {a1}"]


def _told(line: Line, n: int, told: Told) -> list[str]:
    form, small = line.forms[n], line.lower[n]
    if not form[:1].isupper():
        return [""]
    stands = ("s" if told.small[small] else "") + ("L" if told.large[form] > (n > 0 and not line.dressed) else "")
    return [f"t={stands}{'^' if not n else ''}"]
