"""Whose article it is: what the markup says, the lead's prefix, the copyright line, the site's name on the page."""

import re
from collections.abc import Iterable

from dragoman.articles.chrome import chrome

_PREFIX = re.compile(r"^(?P<name>[A-Z0-9][\w.&'’ -]{1,48}?)\s?:\s{1,3}(?=[\"“‘(]?\w)")
_PLACE = r"[A-Z][A-Z.'’-]{2,24}(?: [A-Z][A-Z.'’-]{1,24}){0,3}"
_NAMED_PLACE = r"[A-Z][\w.'’-]{2,24}(?: (?:[A-Z][\w.'’-]{1,24}|of|the|de|al)){0,3}"
_DASH = r"\s{0,2}(?:–|—|--|-(?=\s))\s{0,2}"
_WHEN = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, ?\d{4}| \d{4})?)"
_BEGINS = r"(?=[\"“‘(]?(?![a-z])\w)"  # "NATO – which met" opens an aside
_AGENCY = r"(?: ?[(\[][\w /&.,-]{2,40}[)\]])"
DATELINE = re.compile(
    rf"(?:{_PLACE}(?:[,/] ?{_NAMED_PLACE})?{_WHEN}?{_AGENCY}?{_DASH}{_BEGINS}"
    rf"|{_NAMED_PLACE}(?:[,/] ?{_NAMED_PLACE}{_WHEN}?|{_WHEN}){_AGENCY}?{_DASH}{_BEGINS}"
    rf"|{_NAMED_PLACE}{_AGENCY}{_DASH}{_BEGINS}"
    # a bare "Muscat – Oman hosted": no second dash in the sentence, for then the first opened an aside
    rf"|[A-Z][\w.'’-]{{2,24}}(?: [A-Z][\w.'’-]{{2,24}}){{0,2}}\s[–—]\s(?=[\"“‘(]?[A-Z][^–—.!?]{{10,400}}[.!?])"
    rf"|{_PLACE}{_WHEN}?{_AGENCY}?\s?:\s(?=[\"“‘(]?[A-Z])"
    rf"|{_PLACE}(?:, {_NAMED_PLACE})?{_WHEN}?\s?{_AGENCY}\.?\s(?=[\"“‘(]?[A-Z]))"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s:©]{0,4}(?:all rights reserved\W{1,6})?(?:©\s?)?(?:copyright\s)?"
    r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[,\s]{0,3}"
    r"(?:by\s|the copyright of\s)?(?P<name>[A-Z][^|.,;©()]{2,60})",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(r"^(?P<name>[A-Z][\w&'’ -]{2,50}?),?\s?(?:©|\(c\)|copyright)\s?(?:19|20)\d\d", re.IGNORECASE)
_NOTICE = re.compile(
    r"\s*(?:[-–—]\s.*|\ball rights\b.*|\breserved\b.*|\b(?:19|20)\d\d\b.*"
    r"|\b(?:ltd|limited|inc|llc|plc|gmbh)\b.*|\b(?:designed|developed|powered|hosted|theme)\b.*)$",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {
        "all rights",
        "all rights reserved",
        "all",
        "rights reserved",
        "copyright",
        "the author",
        "the authors",
        "this site",
    }
)


def prefix(lead: str) -> tuple[str, int] | None:
    """Return the outlet named before the lead ("The Lake Herald : ACCRA – …") and where the rest begins."""
    hit = _PREFIX.match(lead[:200])
    if hit is None or hit["name"].lower() in chrome().not_outlets:
        return None
    name = hit["name"].strip()
    followed = DATELINE.match(lead, hit.end()) is not None
    words = name.split()
    # without a dateline after it, only a name that outlets bear is one: "President Putin : the deal holds" is none
    known = looks_like_one(name) or (followed and len(words) >= 2)
    return (name, hit.end()) if known and all(map(_is_title_word, words)) else None


def body_offset(lead: str) -> int:
    """Return where running text begins in the lead: after the outlet's name and the dateline."""
    at = _after_name(lead)
    hit = DATELINE.match(lead, at)
    return hit.end() if hit else at


def dateline(lead: str) -> str:
    """Return the dateline's words ("MOSCOW, March 3 (Agency) – "), or nothing."""
    hit = DATELINE.match(lead, _after_name(lead))
    return hit[0] if hit else ""


def _after_name(lead: str) -> int:
    """Return where the outlet's name, or a rubric such as "Analysis :", ends."""
    named = prefix(lead)
    if named:
        return named[1]
    hit = _PREFIX.match(lead[:200])
    return hit.end() if hit and hit["name"].lower() in chrome().not_outlets else 0


def looks_like_one(name: str) -> bool:
    """Say whether a short line in capitals may be an outlet's name: its last word is one outlets bear."""
    words = name.split()
    if not 2 <= len(words) <= 6 or name.lower() in chrome().not_outlets or not all(map(_is_title_word, words)):
        return False
    return words[-1].lower() in chrome().outlet_words


def of_copyright(lines: Iterable[str]) -> str | None:
    """Return the name in the first copyright line that holds one."""
    for line in lines:
        for pattern in (_BEFORE_YEAR, _COPYRIGHT):
            hit = pattern.search(line[:300])
            name = _NOTICE.sub("", hit["name"]).strip(" .,:|") if hit else ""
            if len(name) > 2 and name.lower() not in _NOBODY and name[0].isupper():
                return name
    return None


def _is_title_word(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word in ("of", "the", "and", "&", "de", "for", "on", "in")
