"""Names, dates and holders of office as the World Factbook prints them, taken apart."""

import re
import unicodedata
from datetime import date, timedelta
from typing import Any

MONTHS = "january february march april may june july august september october november december".split()
# a title as the Factbook prints it, and the office it stands for; the longest that fits counts
OFFICES = {
    "President": "president",
    "Interim President": "president",
    "Acting President": "president",
    "Transition President": "president",
    "Transitional President": "president",
    "Transition Prime Minister": "prime-minister",
    "Interim Prime Minister": "prime-minister",
    "GNU Interim Prime Minister": "prime-minister",
    "Prime Minister": "prime-minister",
    "Premier": "prime-minister",
    "President of the Government of Spain (prime minister-equivalent)": "prime-minister",
    "Prime Minister Crown Prince": "prime-minister",
    "Prime Minister and Co-Vice President": "prime-minister",
    "Prime Minister and Foreign Minister": "prime-minister",
    "Crown Prince and Prime Minister": "prime-minister",
    "Sultan and Prime Minister": "monarch",
    "President of the Swiss Confederation": "president",
    "Chancellor": "chancellor",
    "King": "monarch",
    "Queen": "monarch",
    "Emperor": "monarch",
    "Sultan": "monarch",
    "Amir": "monarch",
    "Pope": "monarch",
    "Grand Duke": "monarch",
    "Prince": "monarch",
    "Supreme Leader": "supreme-leader",
}
MISPRINTS = {
    ("Ilie Bolojan", "2005-06-23"): "2025-06-23"
}  # he took office in the year of the presidential election, 2025
RANKS = re.compile(r"^(?:(?:Sr\. )?Gen\.|General|Capt\.|Col\.|Dr\.|Sir|Grand Chief|Ratu)\s+")
ROMAN = re.compile(r"[IVX]+\Z")
PARTICLES = frozenset("al el bin ibn von van der de da dos di du la le ould abd".split())
DAY = re.compile(r"(?:(\d{1,2}) )?(?:([A-Z][a-z]{2,8}) )?(\d{4})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens."""
    folded = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("ı", "i").replace("ø", "o").replace("đ", "d"))
    plain = folded.encode("ascii", "ignore").decode().lower().replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def unaccented(text: str) -> str:
    """Return a name as papers without accents print it: "Erdogan"."""
    spelt = (
        text.replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("ø", "o").replace("đ", "d").replace("’", "'")
    )
    return "".join(c for c in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(c))


def names_of(entry: dict[str, Any]) -> dict[str, list[str]]:
    """Return what a state and its people are called."""
    names = entry["names"]
    told = [names.get(k) for k in ("long", "short", "common", "un_short", "un_formal")]
    clean = {_plain(name) for name in told if name}
    former = {_plain(n) for n in re.split(r",\s*", names.get("former") or "") if n and "(" not in n}
    demonym = entry["demonym"] or {}
    capital = entry["capital"] or ""
    return {
        "names": sorted(clean - {""}),
        "former": sorted(n for n in former - clean if n and n[0].isupper() and len(n) > 4),
        "adjectives": sorted(set(_words(demonym.get("adjective")))),
        "people": sorted({p for w in _words(demonym.get("noun")) for p in _plural(w)}),
        "capitals": _capitals(capital),
    }


def _plain(name: str) -> str:
    """Leave out what is in brackets, notes, the article, and the comma that turns a name round."""
    short = re.sub(r"\s*\([^)]*\)|\s*\*", "", name.split(";")[0]).strip()
    short = re.sub(r"^(?:the|The)\s+(?=[A-Z])", "", short).replace("’", "'").replace(" & ", " and ")
    return short if short[:1].isupper() and "," not in short and " - " not in short else ""


def _words(text: str | None) -> list[str]:
    bare = re.sub(
        r"\((?:singular|plural|singular and plural|collective plural|US nationals|colloquial)\)", "", text or ""
    )
    parts = re.split(r",\s*|;\s*| or ", bare)
    return [p.strip() for p in parts if p.strip()[:1].isupper() and "note" not in p]


def _plural(word: str) -> list[str]:
    if word.endswith("(s)"):
        return [word.replace("(s)", "s")]
    if word.endswith("man(men)"):
        return [word.replace("man(men)", "men")]
    return [] if "(" in word else [word]


def _capitals(text: str) -> list[str]:
    if text.startswith("no official"):
        return []
    parts = re.split(r";\s*|,\s+(?=[A-Z][^,]*\()|\s+in\s+|/", text)
    bare = [re.sub(r"\s*\([^)]*\)?", "", p).strip().rstrip(",.") for p in parts]
    return [p for p in bare if p[:1].isupper() and len(p) > 2 and not re.search(r"note| is |Russian|Romanian", p)]


def days_of(text: str | None) -> tuple[str, str] | None:
    """Return the first and last day of what a date may mean: a day, a month, a year."""
    if text is None:
        return None
    if slashed := SLASHED.search(text):
        month, day, year = (int(x) for x in slashed.groups())
        return (date(year, month, day).isoformat(),) * 2
    found = DAY.search(text)
    return _span_of(found.group(1), found.group(2), int(found.group(3))) if found else None


def _span_of(day: str | None, name: str | None, year: int) -> tuple[str, str] | None:
    if name is None:
        return f"{year}-01-01", f"{year}-12-31"
    month = next((i for i, m in enumerate(MONTHS, 1) if m.startswith(name.lower()[:3])), None)
    if month is None:
        return None
    if day is not None:
        return (date(year, month, int(day)).isoformat(),) * 2
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(year, month, 1).isoformat(), end.isoformat()


def holders(entry: dict[str, Any]) -> list[list[Any]]:
    """Return ``[office, person as printed, surname, since]`` for chief of state and head of government."""
    rows = [_holder(entry[field]) for field in ("chief_of_state", "head_of_government") if entry[field]]
    return [list(row) for row in dict.fromkeys(r for r in rows if r)]


def _holder(text: str) -> tuple[str, str, str, str] | None:
    found = re.match(r"([^;]+?) \(since ([^);]+)", text)
    if found is None or ", represented" in found.group(1):
        found = re.match(r"([^;]+?) \(since ([^)]+)\)", text)
    if found is None or not (days := days_of(found.group(2))):
        return None
    title = max((t for t in OFFICES if found.group(1).startswith(f"{t} ")), key=len, default="")
    printed = re.sub(r"\s*\([^)]*\)", "", found.group(1)[len(title) :].strip())
    if not title or printed.startswith("of "):  # "President of the National Council ..." is no president
        return None
    while RANKS.match(printed):
        printed = RANKS.sub("", printed)
    name, surname = cased(printed)
    since = MISPRINTS.get((name, days[1]), days[1])
    return (
        OFFICES[title],
        f"{title} {name}" if title in {"King", "Queen", "Emperor", "Sultan", "Pope"} else name,
        surname,
        since,
    )


def cased(printed: str) -> tuple[str, str]:
    """Return a name and its surname in ordinary letters; the Factbook prints surnames in capitals."""
    words = printed.split()
    last = [_lower(w) for w in words if _shouted(w)]
    name = " ".join(_lower(w) if _shouted(w) else w for w in words)
    return name, " ".join(last).rstrip(",")


def _shouted(word: str) -> bool:
    pieces = [p for p in re.split(r"[-'’,]", word) if len(p) > 1]
    return word == "XI" or any(p.isupper() and not ROMAN.match(p) for p in pieces)


def _lower(word: str) -> str:
    pieces = re.split(r"([-'’])", word)
    return "".join(p.lower() if p.lower() in PARTICLES else p.capitalize() for p in pieces)
