"""Splits a paragraph into sentences by rules: what ends one, and the dots that do not.

A stretch longer than paragraphs are has lost its line breaks; headings and the like run into its sentences, and a
model is asked where (``breaks.py``).
"""

import re
from collections.abc import Iterator

from dragoman.reading.breaks import splitter

# Titles and the like stand before a name, so a sentence never ends with them.
_BEFORE_NAME = frozenset(
    "mr mrs ms mlle mme messrs dr drs prof rev hon gen lt col maj capt cmdr sgt adm sen rep gov pres amb st ste mt ft "
    "fr brig cpl pvt supt insp ven vs v cf ca e.g i.e viz fig figs sec art pp ch vol eds approx nos".split()
)
# These stand within a sentence as well as at its end: what follows decides.
_EITHER = frozenset(
    "inc corp co ltd plc bros jr sr etc al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs "
    "fri sat sun a.m p.m ph.d ave blvd rd dept univ calif conn fla ga ill kan mass mich minn okla ore pa tenn tex va "
    "wash wis est ed govt intl natl assn".split()
)
# Before a figure only: "No. 3", "p. 12"; "The answer was no." ends.
_BEFORE_FIGURE = frozenset("no nos art p pp para sec fig vol ch c ca b d m ext div".split())
# Words that open sentences and are in no name after "U.S.", "Inc." or "J.".
_OPENERS = frozenset(
    "the a an in on at but and or so yet he she it they we i you his her its their our my your this that these those "
    "there here when while after before if as for with from however meanwhile although though since because once "
    "under by until despite during what who why how where not no both many some most several all".split()
)
_SAID = "said says asked asks added adds told wrote writes replied warned declared tweeted cried shouted exclaimed"

_END = re.compile(
    r"""(?P<mark>[.!?…]+(?:\s?[.!?])*)(?P<close>["'”’»)\]]*(?:\s?\[\d+\])*(?:\s[:;=]-?[()DP](?=\s|$))?)(?P<space>\s*)"""
)
_NEXT = re.compile(r"""(?P<open>["'“‘«(\[¿¡—–-]*\s?)(?P<word>\w+(?:['’]\w+)?)?""")
_WORD = re.compile(r"[^\s()\[\]\"“”'‘’—–/-]*$")
_GLUED = re.compile(r"[A-Z](?:[a-z]|\s)")  # "pact.The", "pact.A"; not "Node.JS"
_SITE = re.compile(r"(?i:com|org|net|gov|edu|info|co|io|uk|ru|doc|pdf)\b")
_TAG = re.compile(rf"(?:[A-Z][\w’'.-]*,?\s+){{1,4}}(?:{_SAID.replace(' ', '|')})\b")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")  # "2", "2.1"
_NUMBERED = ("Figure", "Fig", "Table", "Listing", "Box", "Map", "Chart")
_BREAK = re.compile(r"(?<!\s)\s+(?=[•●▪◦‣■►])|\n[^\S\n]*\n")
LOST = 2_000  # code points; of 4,283 paragraphs of Wikinews 28 are longer, 18 of them in transcripts
MOST = 60_000  # and beyond ten thousand words it is no article; bounds the time
_REACH = 24  # how far back a word is looked at; no abbreviation is longer


def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return where the sentences of ``text[start:end]`` stand, without white space around them.

    Nothing but white space lies between them.
    """
    stops = ruled(text, start, end)
    if LOST < end - start <= MOST:
        stops.update(splitter().ends(text, start, end, stops=frozenset(stops)))
    found = []
    at = start
    for stop in sorted({*stops, end}):
        first, last = _trimmed(text, at, stop)
        if first < last:
            found.append((first, last))
        at = stop
    return tuple(found)


def ruled(text: str, start: int, end: int) -> set[int]:
    """Return the offsets after which a sentence of ``text[start:end]`` ends for the rules, perhaps within space."""
    return set(_stops(text, start, end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets just after each sentence."""
    begun = start
    for found in _BREAK.finditer(text, start, end):
        yield found.start()
    for found in _END.finditer(text, start, end):
        if found.end() < end and _ends(text, found, begun):
            begun = found.end("close")
            yield begun


def _ends(text: str, found: re.Match[str], begun: int) -> bool:
    mark, close = found["mark"], found["close"]
    before = _before(text, found.start(), begun)
    following = _NEXT.match(text, found.end())
    word = (following["word"] or "") if following else ""
    if text[found.end()] in ",;)":
        return False
    if not found["space"]:
        return _ends_glued(text, found, before)
    if mark == "." and not close:
        return _dot_ends(text, begun, before=before, word=word, at=found.start())
    if word and _is_small(word):
        return not close and mark[0] in "!?"
    return not (close and mark[-1] in "!?" and _TAG.match(text, found.end()))


def _before(text: str, at: int, begun: int) -> str:
    """Return the word right before the mark, dots inside it included: "U.S" of "U.S."."""
    found = _WORD.search(text[max(begun, at - _REACH) : at])
    return found[0] if found else ""


def _ends_glued(text: str, found: re.Match[str], before: str) -> bool:
    """Tell "the pact.The minister" from "Newsfeed.Com", "3.5" and "U.S.A"."""
    quoted = bool(found["close"]) and found["close"] not in (")", "]")
    at = found.end()
    if quoted and text[at : at + 1].isupper():
        return True
    lower = (len(before) > 1 and before[-2:].islower()) or before[-1:].isdigit() or bool(found["close"])
    return lower and "." not in before and bool(_GLUED.match(text, at)) and not _SITE.match(text, at)


def _dot_ends(text: str, begun: int, *, before: str, word: str, at: int) -> bool:
    """Decide over a single full stop with white space after it."""
    small = before.lower()
    opener = word.lower() in _OPENERS and word[:1].isupper()
    if small in _BEFORE_FIGURE and word[:1].isdigit():
        return False
    if small in _BEFORE_NAME or (len(before) == 1 and text[at - 2 : at - 1] == "("):
        return False  # "(b. March 1960)"
    if small in _EITHER or _initials(before):
        return opener
    if _numbers_item(text, begun, before, at):
        return False
    return not _is_small(word)


def _is_small(word: str) -> bool:
    """Tell "the" from "iPhone" and "wikiHow", which may open a sentence."""
    return word[:1].islower() and word == word.lower()


def _initials(before: str) -> bool:
    """Tell whether the word is "J", "U.S" or the like."""
    return bool(re.fullmatch(r"(?:[^\W\d_]\.)*[A-Z]|(?:[^\W\d_]\.)+[^\W\d_]", before)) and before != "I"


def _numbers_item(text: str, begun: int, before: str, at: int) -> bool:
    """Tell whether the dot closes the number of an item or a figure: "2. Sanctions", "as follows: 1. Sanctions".

    It opens its sentence, or the list.
    """
    lead = text[begun : at - len(before)].strip()
    return bool(_NUMBER.fullmatch(before)) and (not lead or lead in _NUMBERED or lead.endswith(":"))
