"""Who wrote it: bylines as lines, and the names in them."""

import re

_NAME = r"(?:[A-Z][\w'’.-]{0,25}|(?:al|bin|ibn|bint|van|von|der|den|de|del|della|di|da|dos|du|la|le|el|ter|ten|st)\b)"
_PERSON = re.compile(rf"[A-Z][\w'’.-]{{0,25}}(?: {_NAME}){{1,4}}")
_BY = re.compile(
    r"^(?:(?:reported|written|posted|published|story|words|analysis|text|report)\s)?(?:by|author|authors|byline)[:\s]\s{0,2}(.{3,160})$",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"^[\[(]?(?:(?:additional |further )?(?:reporting|writing|compiled|written|edited|editing)\s(?:by|from|in)\b|with (?:reporting|agencies|inputs?|files)\b).{0,300}$",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"\b(?:reporting|writing|written|compiled)\s(?:and (?:editing|writing)\s)?(?:by|from)\s([^;.\])]{3,120})",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"^[-–—(\[ ]{0,3}(?:source ?: ?.{2,60}|agencies|with agencies|(?:reuters|afp|ap|dpa|tass|xinhua|irna|anadolu|efe|ansa|kyodo|yonhap|pti|ani|upi|bernama|interfax|ria novosti)(?:\s?[/,&+]\s?\w{2,12}){0,3})[)\] .]{0,3}$",
    re.IGNORECASE,
)
_PARTING = re.compile(r"\s*(?:,|;|&|\band\b|\bin [A-Z]|\|)\s*")
_TRAILING = re.compile(r"\s*(?:\||•|·|—|–|,?\s(?:Published|Updated|Posted|on)\b|\bfor\s[A-Z]|\(|@).*$")
_ROLE = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|columnist|staff|desk|agency|bureau|chief|contributor|analyst|agencies|online|team|newsroom|service)\b",
    re.IGNORECASE,
)
# words a two-word heading may hold and a name does not: "Looking Ahead", "Regional Implications"
_NOT_NAMES = frozenset(
    ["the", "and", "of", "in", "on", "at", "for", "to", "with", "from", "by", "as", "a", "an", "is", "are", "ahead", "what", "why", "how", "who", "when", "where", "after", "before", "new", "news", "next", "looking", "key", "main", "background", "analysis", "regional", "global", "international", "national", "economic", "military", "political", "energy", "security", "foreign", "domestic", "public", "official", "statement", "treaty", "pact", "agreement", "deal", "accord", "talks", "summit", "vote", "war", "peace", "crisis", "relations", "cooperation", "implications", "reaction", "reactions", "response", "impact", "context", "conclusion", "overview", "summary", "history", "outlook", "future", "world", "middle", "east", "west", "north", "south", "united", "states", "union", "council", "parliament", "president", "minister", "prime", "ministry", "government", "republic", "kingdom", "federation", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "breaking", "top", "latest", "more", "read", "related", "share", "follow", "home", "contact", "about", "privacy", "policy", "terms", "opinion", "editorial", "business", "sport", "sports", "culture", "politics", "travel", "health", "science", "technology", "video", "photos", "live", "update", "updates", "special", "report", "feature", "features", "press", "release", "latin", "central", "asia", "africa", "europe", "america", "americas", "city", "state", "street", "times", "post", "herald", "tribune", "gazette", "daily", "journal", "observer", "chronicle", "courier", "telegraph", "guardian", "express", "monitor", "bulletin"]
)


def in_line(line: str) -> tuple[str, ...] | None:
    """Return the names of a line that says it is a byline ("By Jane Doe in Lima"), or None when it is none."""
    hit = _BY.match(line)
    if hit is None:
        return None
    names = names_of(hit[1])
    if names:
        return names
    # "By Our Correspondent", "By AFP": nobody is named, and yet it is no paragraph
    return () if len(hit[1].split()) <= 6 and hit[1][:1].isupper() and not hit[1].rstrip().endswith(".") else None


def in_stamp(line: str) -> tuple[str, ...]:
    """Return the names in "Posted on 3 May 2024 by Jane Doe"."""
    head, by, rest = line[:300].rpartition(" by ")
    return names_of(rest) if by else ()


def names_of(words: str) -> tuple[str, ...]:
    """Return the personal names in "Jane Doe and Omar al-Sayed, Nairobi"."""
    kept = _TRAILING.sub("", words.strip())
    parts = (part.strip(" .*_") for part in _PARTING.split(kept))
    return tuple(dict.fromkeys(_cased(part) for part in parts if is_name(_cased(part))))


def is_name(words: str) -> bool:
    """Say whether a line may be a personal name and nothing else."""
    if len(words) > 60 or _PERSON.fullmatch(words) is None or _ROLE.search(words):
        return False
    parts = [part.strip(".").lower() for part in words.split()]
    return not any(part in _NOT_NAMES or part.isdigit() for part in parts)


def is_bare(line: str) -> tuple[str, ...]:
    """Return the names of a line that is only names and a place ("Jane Doe, Nairobi"), or nothing."""
    if len(line) > 90 or line.endswith((".", "?", "!", ":")):
        return ()
    parts = [part.strip() for part in re.split(r",|\||–|—|\band\b|&", line) if part.strip()]
    if not parts or not is_name(_cased(parts[0])):
        return ()
    rest_fits = all(part[:1].isupper() and len(part.split()) <= 5 for part in parts[1:])
    return tuple(dict.fromkeys(_cased(part) for part in parts if is_name(_cased(part)))) if rest_fits else ()


def is_credit(line: str) -> bool:
    """Say whether a line under the article names who reported it or where it came from."""
    return _CREDITS.match(line) is not None or _AGENCY.match(line) is not None


def credited(line: str) -> tuple[str, ...]:
    """Return the reporters of "Reporting by Jane Doe; editing by Ali Khan", the editors left out."""
    return tuple(name for hit in _CREDITED.finditer(line[:400]) for name in names_of(hit[1]))


def _cased(name: str) -> str:
    """Return JANE DOE as Jane Doe; other names as they stand."""
    return name.title() if name.isupper() and len(name) > 5 else name
