"""Cuts a sentence into the words of the treebanks.

Universal Dependencies cuts finer than white space and, of late, finer than print: "state-run" is three words,
"Russia’s" two, "U.S." and "10,000" one. What a rule cannot know ("cannot" is two words) is in a table.
"""

import re
from collections.abc import Iterator

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"  # soft hyphens, zero widths, bidi marks
_UNSEEN = re.compile(f"[{UNSEEN}]+")
_PLAIN = str.maketrans(
    dict.fromkeys("’‘‛ʼ`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("–—―", "--") | dict.fromkeys("−‑‐", "-")
)

_LETTERS = rf"[^\W\d_]|[{UNSEEN}\u0300-\u036f]"
_ABBREVIATIONS = (
    "Mr Mrs Ms Mlle Mme Messrs Dr Prof Rev Hon Gen Lt Col Maj Capt Cmdr Sgt Adm Sen Rep Gov Pres Amb St Ste Jr Sr Inc "
    "Corp Co Ltd Bros vs etc al Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat "
    "Sun Vol pp Fig Figs Art Sec Ch Ave Blvd Rd approx dept Dept Univ ed eds cf ca Calif Conn Fla Ga Ill Kan Mass Mich "
    "Minn Mo Okla Ore Pa Tenn Tex Va Wash Wis ft i.e e.g a.m p.m Ph.D"
).split()
_PREFIXES = (
    "anti co counter cross e ex extra hyper inter intra macro mega meta micro mid mini multi neo non pan para post pre "
    "pro proto pseudo quasi re semi sub super trans tri ultra un uni vice bi"
).split()

_LONGEST_FIRST = sorted(_ABBREVIATIONS, key=lambda word: (-len(word), word))
_ABBREVIATED = "|".join(map(re.escape, _LONGEST_FIRST))
_ENDINGS = "com org net gov edu mil doc docx xls pdf ppt html htm jpg".split()
_SPLIT = {  # two words in print as one, by how many letters the second has
    "cannot": 3, "gonna": 2, "wanna": 2, "gotta": 2, "gimme": 2, "lemme": 2, "dunno": 2, "dont": 2, "wont": 2,
    "didnt": 2, "doesnt": 2, "isnt": 2, "wasnt": 2, "havent": 2, "couldnt": 2, "wouldnt": 2, "arent": 2, "hasnt": 2,
    "im": 1, "ive": 2, "youll": 2, "youre": 2, "theyre": 2, "thats": 1, "theres": 1, "whats": 1,
}  # fmt: skip

_TOKEN = re.compile(
    rf"""
    (?P<url>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])
  | (?P<site>\b[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,5}}\.(?i:{"|".join(_ENDINGS)})\b(?:/[\w/.~-]*\w)?)
  | (?P<mail>[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}})
  | (?P<handle>@\w+|\#[^\W\d]\w*)
  | (?P<abbreviation>(?<![\w.])(?!etc\.\s*\Z)(?:{_ABBREVIATED})\.(?!\w))
  | (?P<ordinal>(?<!\w)(?:No|Nos|Art)\.(?=\s?\d))
  | (?P<initials>(?<!\w)(?:[^\W\d_]\.){{2,9}}[A-Z]?(?!\w)|(?<!\w)[A-Z]\.(?=\s+[A-Z]))
  | (?P<joined>\b[A-Z]{{1,4}}&[A-Z]{{1,3}}\b|\b\w/\w\b)
  | (?P<date>(?<![\w/])\d{{1,4}}/\d{{1,2}}(?:/\d{{1,4}})?(?![\w/]))
  | (?P<phone>(?<![\w-])(?:\d-)?\d{{3}}-(?:\d{{3}}-)?\d{{4}}(?![\w-]))
  | (?P<number>\d+(?:[.,:]\d+)*+(?:(?:st|nd|rd|th|s)\b)?|[.]\d+(?!\w))
  | (?P<prefixed>(?<![\w-])(?i:{"|".join(_PREFIXES)})-[^\W\d_]+)
  | (?P<word>(?:{_LETTERS})(?:{_LETTERS}|\d|_)*(?:['’](?:{_LETTERS})+)*)
  | (?P<face>[:;=8][-o]?[()DPp](?!\w)|\^_\^)
  | (?P<clitic>['’`](?:s|re|ve|ll|d|m)\b)
  | (?P<run>\.{{2,}}|-{{2,}}|[!?]{{2,}}|[*=_~<>+]{{2,}}|''|``|’’|\.\?)
  | (?P<other>\S)
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


def words(text: str) -> list[tuple[int, int]]:
    """Return where the words of a sentence stand; they cover all of it but its white space."""
    return [span for found in _TOKEN.finditer(text) for span in _cut(found)]


def _cut(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    start, end = found.span()
    if found.lastgroup == "word" and (clitic := _CLITIC.search(found[0])) and clitic.start():
        yield start, start + clitic.start()
        yield start + clitic.start(), end
    elif second := _SPLIT.get(found[0].lower()):
        yield start, end - second
        yield end - second, end
    else:
        yield start, end


def plain(word: str) -> str:
    """Return the word as the model knows it: without unseen characters, and with one kind of each mark."""
    return marked(word if word.isascii() else _UNSEEN.sub("", word) or word)


def marked(word: str) -> str:
    """Return the word with one kind of apostrophe, of quotation mark and of dash."""
    if word.isascii():
        return '"' if word in ("''", "``") else word
    return word.translate(_PLAIN)
