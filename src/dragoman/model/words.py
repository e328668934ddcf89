"""Words for comparison: what is left of a text when case, endings and filling are taken away."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
QUOTED = re.compile(r"[“\"«](.{2,300}?)[”\"»]", re.DOTALL)

# "Mr. Lee", "U.S. ships", "No. 3", "Oct. 9": a full stop that ends no sentence
SHORTENED = "[A-Z] Mr Mrs Ms Dr Gen Col Sen Rep St No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
SHORT = "".join(rf"(?<!\b{word})" for word in SHORTENED)
ENDS = re.compile(rf"{SHORT}[.!?][”\"’']?\s+(?=[“\"‘'A-Z0-9])|\n\s*\n")

# words that stand in every news text and tell no happening from another
STOP = frozenset(
    """a about above across after again against ago all almost along already also although am amid among an and another
    any are around as at away back be became because become been before being below between both but by came can cannot
    come could did do does doing done down during each either else end even ever every few first for former from further
    get give given go going had has have having he her here hers herself him himself his how however i if in including
    into is it its itself just last late later least less like made make many may me might more most much must my near
    never new next no nor not now of off on once one only onto or other others our out over own part per put quite said
    same saw say saying says second see seen several shall she should since so some still such take taken than that the
    their theirs them themselves then there these they third this those though three through thus to together told too
    took toward towards two under until up upon us use used very via want was way we well were what when where whether
    which while who whole whom whose why will with within without would yet you your year years day days week weeks
    month months today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december according reported reports report added adding
    news agency media statement spokesman spokeswoman spokesperson sources source officials official mr mrs ms dr s t
    re ve ll d m don didn doesn isn wasn won wouldn couldn hasn haven percent time""".split()
)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return a word without its ending and its spelling habits: "defence" and "defense" give one stem."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("nces", "ns"), ("nce", "ns"), ("nses", "ns"), ("nse", "ns")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + instead
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ization", "isation", "ation", "ing", "ion", "ment", "ed", "ize", "ise", "al", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word.replace("our", "or") if len(word) > 4 else word


@lru_cache(maxsize=200_000)
def _word(raw: str) -> str | None:
    """Return the stem of a content word, None for what is none; "U.S." and "us" are not one word."""
    lower = raw.lower()
    plain = lower.replace(".", "")
    if lower in STOP or len(plain) < 2:
        return None
    return plain if plain[0].isdigit() or "." in lower else stem(plain)


def stretches(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a text begins and ends, by its full stops: enough to compare texts by."""
    ends = [*(m.start() + len(m[0].rstrip()) for m in ENDS.finditer(text)), len(text)]
    found = zip([0, *ends], ends, strict=False)
    return [(a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in found if text[a:b].strip()]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, by its full stops."""
    return [text[a:b] for a, b in stretches(text)]


def content(text: str) -> list[str]:
    """Return the stems of the content words of ``text``, in order, repeats kept; hyphens part words."""
    found = (_word(part) for match in WORD.findall(text) for part in match.split("-"))
    return [word for word in found if word]


def names(text: str) -> frozenset[str]:
    """Return the stems of words that ``text`` prints with a capital or a digit and never in small letters."""
    capital: set[str] = set()
    small: set[str] = set()
    for match in WORD.findall(text):
        for part in match.split("-"):
            (small if part[:1].islower() else capital).add(_word(part) or "")
    return frozenset(capital - small - {""})


def plain(text: str) -> list[str]:
    """Return every word of ``text`` in lower case, as it stands."""
    return [word.lower() for word in WORD.findall(text)]


def shingles(words: list[str], size: int) -> frozenset[tuple[str, ...]]:
    """Return all runs of ``size`` neighbouring words."""
    return frozenset(tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def quoted(text: str) -> tuple[str, ...]:
    """Return what stands between quotation marks, without a comma or full stop at its end."""
    return tuple(match.strip(" ,.;:!?") for match in QUOTED.findall(text))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the shorter set's words that the longer one has as well; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def alike(one: str, other: str) -> float:
    """Return how far two wordings share their content words, 0 to 1, by the shorter one."""
    return overlap(frozenset(content(one)), frozenset(content(other)))


def in_order(one: str, other: str) -> float:
    """Return how far two wordings have the same words in the same order, 0 to 1, small words counted too."""
    return round(SequenceMatcher(None, plain(one), plain(other), autojunk=False).ratio(), 9)
