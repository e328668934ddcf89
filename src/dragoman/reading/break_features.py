"""What is looked at where a sentence may end without a mark: words around, the run before, the text's own habits."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_OPENING = "\"'“‘«([¿¡*"
_CLOSING = "\"'”’»)].,;:!?…"
_DASHES = "–—-"
_WORD = re.compile(r"\S+")
_CLITIC = re.compile(r"(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CALENDAR = dict.fromkeys("monday tuesday wednesday thursday friday saturday sunday".split(), "w") | dict.fromkeys(
    "january february march april may june july august september october november december".split(), "m"
)
_DATELINES = {"wmdy": 4, "mdy": 3, "dmy": 3}  # "Friday, May 8, 2009" by what its words are: how many words

CLASSES = "VABGENSJRIDCPQWTZ#Uo."  # what a word mostly is; "o": no table knows it, ".": no word
_FUNCTION = frozenset("IDCPQWTA")  # prepositions, articles, pronouns and the like
_FINITE = frozenset("VA")
_QUOTES = ('"', "“", "'", "‘")
_SAID = frozenset(
    "said says say asked asks added adds wrote writes replied warned declared stated tweeted saying".split()
)
_TAILS = {mark: n for n, marks in enumerate((".", "?!…", ":", ";", ",", _DASHES, ")]", "\"”'’»"), 1) for mark in marks}

_LEFT, _RIGHT = 40, 25  # words looked at on either side: no heading is longer, and time stays bounded
_RIVALS = 12  # gaps on either side that are compared
_WHOLLY = 3
_HEADING = 7  # words; longer headings are each seen once
NO_CAPITAL = -90  # in place of a likelihood
Features = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """What was learned of words; likelihoods are tenths of a natural logarithm of odds."""

    classes: Mapping[str, str]  # of a word in small letters
    small: frozenset[str]  # what running text writes small
    starts: Mapping[str, int]  # a capitalised word (and what follows) opens a sentence, rather than stands in one
    ends: Mapping[str, int]  # a word (and what it follows) ends a sentence without a mark
    heads: Mapping[str, int]  # a word, or what the words of a run are, opens or is a heading, rather than a sentence
    headings: frozenset[str]  # headings seen more than once, in small letters


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch without white space, as it is seen from a gap beside it."""

    start: int
    end: int
    core: str  # without the marks around it
    low: str
    cls: str  # a letter of CLASSES
    finite: bool  # may be the verb of a sentence, "isn't" and "it's" too
    tail: int  # the kind of its last mark; 0: none
    head: str  # its opening mark
    opens: int  # brackets opened, less those closed
    quotes: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.core[:1].isupper()

    @property
    def function(self) -> bool:
        """Whether it is a preposition, an article, a pronoun or the like."""
        return self.cls in _FUNCTION

    @property
    def kind(self) -> str:
        """What it is and how it is written: "N", "NC", "NU"."""
        return self.cls + ("U" if len(self.core) > 1 and self.core.isupper() else "C" if self.capital else "")


def words(text: str, start: int, end: int, tables: Tables) -> list[Word]:
    """Return the words of a stretch of text."""
    return [_word(found, tables) for found in _WORD.finditer(text, start, end)]


def _word(found: re.Match[str], tables: Tables) -> Word:
    form = found[0]
    core = form.strip(_OPENING + _CLOSING + _DASHES)
    low = core.lower()
    cls, clipped = _class(core, low, tables)
    return Word(
        found.start(),
        found.end(),
        core,
        low,
        cls,
        cls in _FINITE or clipped,
        _TAILS.get(form[-1], 0),
        form[0] if form[0] in _OPENING + _DASHES + "•" else "",
        form.count("(") + form.count("[") - form.count(")") - form.count("]"),
        form.count('"') + form.count("“") + form.count("”"),
    )


def _class(core: str, low: str, tables: Tables) -> tuple[str, bool]:
    """Return the class of a word, and whether a verb is clipped to it: "it's", "don't"."""
    clitic = _CLITIC.fullmatch(low)
    if clitic:
        of = tables.classes.get(clitic[1], "o")
        return ("A", True) if clitic[2][0] == "n" else (of, of in "PW")
    return tables.classes.get(low) or ("#" if core[:1].isdigit() else "o" if core.isalpha() else "."), False


def may_break(before: Word, after: Word) -> bool:
    """Say whether a sentence may end between two words that no rule parts; what somebody says stays with the saying."""
    if after.head in _QUOTES and before.tail in (0, _TAILS[":"], _TAILS[","]):
        return False
    if before.tail == _TAILS[":"] and before.low in _SAID:
        return False
    first = after.core[:1] or after.head
    if not first.isalnum():
        return True
    return first.isupper() or first.isdigit() or before.tail in (1, 2, 3, 4) or bool(_YEAR.fullmatch(before.core))


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text writes its words."""

    small: Counter[str]
    large: Counter[str]  # with a capital, after a small word
    pairs: Counter[tuple[str, str]]  # side by side, no mark between
    openers: Counter[str]  # first words of the sentences that rules find

    @classmethod
    def of(cls, text: Sequence[Word], stops: frozenset[int]) -> "Habits":
        """Count the words of a text whose sentences end at ``stops``, for the rules."""
        beside = list(itertools.pairwise(text))
        return cls(
            Counter(w.core for w in text if w.core[:1].islower()),
            Counter(w.core for b, w in beside if w.capital and not b.tail and b.core[:1].islower()),
            Counter((b.low, w.low) for b, w in beside if not b.tail),
            Counter(w.low for b, w in beside if b.end in stops),
        )


@dataclass(frozen=True, slots=True)
class View:
    """A text and the gaps in it that are decided."""

    words: Sequence[Word]
    until: Sequence[int]  # of each word: which word opens the next sentence for the rules
    gaps: Sequence[int]  # by the word after each
    rank: Mapping[int, int]  # of a gap in ``gaps``
    likely: Sequence[int]  # of each gap: how likely the word after it opens a sentence
    habits: Habits
    tables: Tables


def view(text: str, start: int, end: int, *, stops: frozenset[int], tables: Tables) -> View:
    """Return a stretch of text with its gaps; the rules' sentences end at ``stops``."""
    seen = words(text, start, end, tables)
    until, opens = [len(seen)] * len(seen), len(seen)
    for n in range(len(seen) - 1, 0, -1):
        until[n] = opens
        opens = n if seen[n - 1].end in stops else opens
    if seen:
        until[0] = opens
    gaps = [n for n in range(1, len(seen)) if seen[n - 1].end not in stops and may_break(seen[n - 1], seen[n])]
    likely = [_opens(seen[n], tables) for n in gaps]
    return View(seen, until, gaps, {n: r for r, n in enumerate(gaps)}, likely, Habits.of(seen, stops), tables)


def features(seen: View, begun: int, at: int) -> Features:
    """Return what is looked at in the gap before a word; the sentence began at the word ``begun``."""
    run = seen.words[max(begun, at - _LEFT) : at]
    rest = seen.words[at : min(seen.until[at - 1], at + _RIGHT)]
    return (
        *_told(seen, run, rest, whole=at - begun),
        *_before(run, at - begun),
        *_after(rest, seen, seen.until[at - 1] - at),
        *_between(seen, begun, at),
        *_habits(seen.habits, run[-1], rest[0], opening=begun == 0),
    )


def _opens(word: Word, tables: Tables) -> int:
    if not word.capital:
        return NO_CAPITAL
    return tables.starts.get(word.low, 5 if word.low in tables.small else -7)


def _told(seen: View, run: Sequence[Word], rest: Sequence[Word], *, whole: int) -> Features:
    """How likely the word after opens a sentence, the word before ends one, the run is a heading."""
    tables, last, first = seen.tables, run[-1], rest[0]
    kinds = [w.kind for w in rest[:3]] + ["^", "^"]
    opens = _opens(first, tables)
    pair = tables.starts.get(f"{first.low} {kinds[1]}", opens)
    three = tables.starts.get(" ".join(kinds[:3]), 0)
    if not first.capital:
        pair = three = NO_CAPITAL
    ending = f"{run[-2].kind if whole > 1 else '^'} {last.kind}"
    ends = (0, 0) if last.tail else (tables.ends.get(last.low, -10), tables.ends.get(ending, -30))
    short = whole <= _HEADING
    return (
        opens,
        pair,
        three,
        *ends,
        tables.heads.get(run[0].low, -15),
        tables.heads.get(" ".join(w.kind for w in run), -20) if short else -60,
        short and " ".join(w.low for w in run) in tables.headings,
    )


def _before(run: Sequence[Word], whole: int) -> Features:
    """The run since the sentence began, and its last words."""
    long = [w for w in run if len(w.core) > 3 and not w.function]
    last = run[-1]
    return (
        whole,
        len(long),
        100 * sum(w.capital for w in long) // len(long) if long else -1,
        sum(w.core[:1].islower() for w in run),
        sum(w.finite for w in run),
        sum(w.tail == _TAILS[","] for w in run),
        sum(w.opens for w in run),
        sum(w.quotes for w in run) % 2,
        run[0].core[:1].isdigit(),
        last.tail,
        CLASSES.index(last.cls),
        last.capital,
        last.function,
        run[-2].capital if whole > 1 else -1,
    )


def _after(rest: Sequence[Word], seen: View, whole: int) -> Features:
    """The words from the gap to where the rules end the sentence."""
    first, long = rest[0], [w for w in rest[:8] if len(w.core) > 3 and not w.function]
    following = rest[1] if len(rest) > 1 else None
    return (
        whole,
        CLASSES.index(first.cls),
        CLASSES.index(following.cls) if following else -1,
        next((n for n, w in enumerate(rest) if w.finite), 30),
        100 * sum(w.capital for w in long) // len(long) if long else -1,
        len(first.core),
        first.capital,
        first.kind.endswith("U"),
        first.core[:1].isdigit(),
        first.core[:1].islower(),
        following.capital if following else -1,
        rest[2].capital if len(rest) > 2 else -1,
        first.head in ("(", "["),
        first.head in _QUOTES,
        first.low in seen.tables.small,
        rest[-1].tail,
    )


def _between(seen: View, begun: int, at: int) -> Features:
    """The gap beside the other gaps of the same run, words that come again, and full dates on either side."""
    until, rank = seen.until[at - 1], seen.rank[at]
    near = range(max(0, rank - _RIVALS), min(len(seen.gaps), rank + _RIVALS + 1))
    rivals = [n for n in near if begun < seen.gaps[n] < until and n != rank]
    tail = seen.words[at - 1].tail
    return (
        max((seen.likely[n] for n in rivals if n < rank), default=NO_CAPITAL),
        max((seen.likely[n] for n in rivals if n > rank), default=NO_CAPITAL),
        min((seen.gaps[n] for n in rivals if n > rank), default=until) - at,
        sum(seen.words[seen.gaps[n] - 1].tail == tail for n in rivals) if tail else 0,
        _again(seen.words, begun, at, until),
        _dateline(seen.words, at),
        _ends_dateline(seen.words, at),
    )


def comes_again(seen: View, begun: int, at: int) -> bool:
    """Say whether the run is a title that the text begins anew with: "Port Haas Port Haas is a town"."""
    if begun and at - begun < 2:
        return False
    return _again(seen.words, begun, at, seen.until[at - 1]) == _WHOLLY


def _again(text: Sequence[Word], begun: int, at: int, until: int) -> int:
    """Say how far the run comes again after the gap: 3 wholly ("Coron Coron is"), 2 its first words, 1 a name of it."""
    if not text[at].capital:
        return 0
    same, most = 0, min(at - begun, until - at, _RIGHT)
    while same < most and text[begun + same].low == text[at + same].low:
        same += 1
    if same == at - begun:
        return _WHOLLY
    if same:
        return 2
    names = {w.low for w in text[max(begun, at - _LEFT) : at] if w.capital and not w.function}
    return int(at - begun > 1 and any(w.capital and w.low in names for w in text[at : at + 5]))


def _dateline(text: Sequence[Word], at: int) -> int:
    """Return how many words of a full date stand from a word on."""
    kinds = "".join(
        _CALENDAR.get(w.low) or ("y" if _YEAR.fullmatch(w.core) else "d" if w.core[:1].isdigit() else ".")
        for w in text[at : at + 4]
    )
    return _DATELINES.get(kinds) or _DATELINES.get(kinds[:3], 0)


def _ends_dateline(text: Sequence[Word], at: int) -> int:
    """Return how many words of a full date end right before a word."""
    return next((n for n in (4, 3) if at >= n and _dateline(text, at - n) == n), 0)


def _habits(habits: Habits, last: Word, first: Word, *, opening: bool) -> Features:
    """How the text writes the two words elsewhere; whether the run is the text's first."""
    return (
        habits.small[last.low],
        habits.small[first.low],
        habits.large[last.core],
        habits.large[first.core],
        habits.openers[first.low],
        0 if last.tail else habits.pairs[last.low, first.low],
        opening,
    )
