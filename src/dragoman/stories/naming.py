"""What an instrument's name and kind say of it, and whether two can be one's."""

import re
from functools import lru_cache

from dragoman.model.words import content

# words that can stand for any instrument: "the pact" is the treaty named before
GENERAL = frozenset(
    {"agreement", "accord", "deal", "pact", "treaty", "partnership", "convention", "document", "instrument", "compact",
     "arrangement", "understanding", "commitment", "settlement", "framework", "partnership agreement", "contract",
     "text"}
)  # fmt: skip

# words for the form of an instrument: two protocols are not one for being protocols
FORMS = (
    "memorandum memoranda protocol convention charter covenant statute declaration communique contract "
    "ceasefire truce armistice"
)

# words that say that another instrument is meant than the one just told
OTHERNESS = re.compile(
    r"\b(?:another|other|similar|separate|previous|earlier|second|first|third|future|own|\d{4}|secret|smaller|larger)\b",
    re.IGNORECASE,
)
# words of newspapers for one matter
ONE_MATTER = {
    "maritim": "sea", "border": "boundary", "frontier": "boundary", "demarc": "boundary", "delimit": "boundary",
    "defens": "military", "troop": "military", "forc": "military", "visit": "military", "secur": "military",
    "gas": "energy", "oil": "energy", "arm": "weapon", "migr": "asylum", "captiv": "prison", "swap": "exchang",
}  # fmt: skip

# two words of newspapers for one thing
SYNONYMS = {"truce": "ceasefire"}

# what carries an act, and is not the instrument: "the instrument of ratification", "the ratification bill"
PAPERS = re.compile(
    r"\b(?:instrument|document|paper|bill|law)s? of (?:ratification|accession|acceptance|approval)\b"
    r"|\b(?:ratification|accession|approval) (?:instrument|document|paper|bill|law)s?\b",
    re.IGNORECASE,
)
# where a name ends and a sentence about it begins: "… that senators approved", "… “at the first opportunity”"
CLAUSE = re.compile(r",?\s(?:that|which|who|whose)\s|\s[“\"](?=(?:at|as|by|in|on|for|with|without)\s)")
COUNTED = re.compile(r"\b\d[\w,.]*(?:-\w+)*")  # "the 17-article treaty" is any treaty
ACCESSION = re.compile(r"\baccession\b", re.IGNORECASE)

# adjectives of the occasion: they praise or place an instrument, and do not tell it from another of the same parties
COLOURLESS = frozenset(
    content(
        "new old landmark historic major key long-term bilateral multilateral mutual comprehensive formal final signed "
        "proposed draft so-called current existing controversial long-awaited sweeping far-reaching wide-ranging "
        "recent same 20-year five-year ten-year renewed joint full relations ties cooperation year month week "
        "day hour decade old brokered mediated sponsored backed led supported regional strategic latest "
        "troubled disputed stalled shaky uneasy ambitious broad limited preliminary interim tentative initial "
        "nationwide general massive big huge multi-billion-dollar billion million worth legal first-ever "
        "contested free economic sanctions membership bloc court participation " + FORMS
    )
) | frozenset(content(" ".join(sorted(GENERAL))))


def named(name: str | None) -> str:
    """Return the part of a description that names an instrument; nothing where it names a paper that carries an act."""
    return "" if name is None or PAPERS.search(name) else CLAUSE.split(name, maxsplit=1)[0]


@lru_cache(maxsize=20_000)
def distinctive(name: str) -> frozenset[str]:
    """Return the words of a name that tell an instrument from another of the same parties.

    Capitals name places and peoples ("the Tehran–Moscow pact"), unless the name is a proper one ("the Minsk Accords").
    """
    words = re.split(r"[\s–—-]+", COUNTED.sub("", named(name)))
    proper = any(w[:1].isupper() and w.lower().rstrip("s") in GENERAL for w in words)
    told = content(" ".join(w for w in words if proper or not w[:1].isupper()))
    plain = frozenset(w for w in told if not w[:1].isdigit()) - COLOURLESS
    return frozenset(ONE_MATTER.get(w, w) for w in plain)


def is_proper(name: str | None) -> bool:
    """Say whether a name is an instrument's own: "the Visiting Forces Agreement", "CETA"."""
    words = named(name).split()
    return any(w[:1].isupper() and (w.lower().rstrip("s") in GENERAL or w.isupper()) for w in words[1:] or words)


def is_another(name: str | None) -> bool:
    """Say whether a description sets its instrument apart from the one told: "a similar accord", "the 2015 deal"."""
    return OTHERNESS.search(named(name)) is not None


def accedes(name: str | None) -> bool:
    """Say whether a name is of an accession, which many states ratify: "Norland's accession protocol"."""
    return bool(ACCESSION.search(named(name)))


def kinds_fit(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of kinds can be one instrument: a treaty is a pact, a protocol is no ceasefire."""
    a, b = (frozenset(SYNONYMS.get(k, k) for k in kinds) - GENERAL for kinds in (one, other))
    return not a or not b or bool(a & b)


def by_matter(kind: str) -> bool:
    """Say whether a kind tells what an instrument is about and leaves its form open: a trade agreement, a loan deal."""
    return " " in kind and kind.rsplit(" ", 1)[-1] in GENERAL
