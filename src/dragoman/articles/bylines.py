"""Who wrote it: bylines as lines, and the names in them."""

import re

from dragoman.articles.chrome import chrome
from dragoman.ontology.actors import load_actors

_PARTICLE = r"(?:al|el|ad|an|ar|as|ash|at|bin|ibn|bint|van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|st)"
_NAME = rf"(?:{_PARTICLE}-)?[A-Z][\w'’.-]{{0,25}}|{_PARTICLE}\b"
_PERSON = re.compile(rf"[A-Z][\w'’.-]{{0,25}}(?: (?:{_NAME})){{1,4}}")
_BY = re.compile(
    r"^(?:(?:reported|written|posted|published|story|words|analysis|text|report)\s)?"
    r"(?:by|author|authors|byline)[:\s]\s{0,2}(.{3,160})$",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"^[\[(]?(?:(?:additional |further )?(?:reporting|writing|compiled|written|edited|editing)\s(?:by|from|in)\b"
    r"|with (?:reporting|agencies|inputs?|files)\b).{0,300}$",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"\b(?:reporting|writing|written|compiled)\s(?:and (?:editing|writing)\s)?(?:by|from)\s([^;.\])]{3,120})",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"source ?: ?.{2,60}|(?:with )?agencies", re.IGNORECASE)
_PARTING = re.compile(r"\s*(?:,|;|&|\band\b|\bin [A-Z]|\|)\s*")
_TRAILING = re.compile(r"\s*(?:\||•|·|—|–|,?\s(?:Published|Updated|Posted|on)\b|\bfor\s[A-Z]|\(|@).*$")
_ROLE = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|columnist|staff|desk|agency|bureau|chief|contributor|analyst|agencies|online|team|newsroom|service)\b",
    re.IGNORECASE,
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
    _, by, rest = line[:300].rpartition(" by ")
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
    return not any(part in chrome().not_names or part.isdigit() for part in parts)


def is_bare(line: str) -> tuple[str, ...]:
    """Return the names of a line that is only names and a place ("Jane Doe, Nairobi"), or nothing."""
    if len(line) > 90 or line.endswith((".", "?", "!", ":")):
        return ()
    parts = [part.strip() for part in re.split(r",|\||–|—|\band\b|&", line) if part.strip()]
    if not parts or not is_name(_cased(parts[0])) or _is_actor(parts[0]):
        return ()
    rest_fits = all(part[:1].isupper() and len(part.split()) <= 5 for part in parts[1:])
    return tuple(dict.fromkeys(_cased(part) for part in parts if is_name(_cased(part)))) if rest_fits else ()


def _is_actor(words: str) -> bool:
    """Say whether a line names a state, a body or an organisation where a person's name would stand."""
    return any(not s.actor.startswith("person/") for w in (words, words.title()) for s in load_actors().lookup(w))


def is_credit(line: str) -> bool:
    """Say whether a line under the article names who reported it or where it came from."""
    bare = line.strip("-–—()[]. ")
    named = bare.lower().replace("&", "/").replace(",", "/").replace("+", "/").split("/")
    agencies = len(named) <= 4 and all(name.strip() in chrome().agencies for name in named)
    return agencies or _CREDITS.match(line) is not None or _SOURCE.fullmatch(bare) is not None


def credited(line: str) -> tuple[str, ...]:
    """Return the reporters of "Reporting by Jane Doe; editing by Ali Khan", the editors left out."""
    return tuple(name for hit in _CREDITED.finditer(line[:400]) for name in names_of(hit[1]))


def _cased(name: str) -> str:
    """Return JANE DOE as Jane Doe; other names as they stand."""
    return name.title() if name.isupper() and len(name) > 5 else name
