"""Predict the times of texts: TIMEX3 values for TimeML folders, TEI values (points and intervals) for JSONL.

usage: python bench/tasks/times.py INPUT     INPUT: a folder of .tml, or JSONL {"doc", "text", "dct"}
"""

import html
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench.tasks.wars import wars
from dragoman.model.anchor import Resolved, resolve, sharing
from dragoman.model.calendar import Period, plus_days
from dragoman.model.forms import (
    Calendar,
    Clock,
    Division,
    Every,
    Feast,
    Form,
    Pointed,
    Range,
    Shaded,
    Shift,
    Term,
    Unit,
    Vague,
    Weekday,
    Window,
)
from dragoman.model.time import Time, duration
from dragoman.reading.time_grammar import dates
from dragoman.reading.time_told import in_order, is_history, recurs
from dragoman.reading.times import atoms, passing

# in a history these count from what was told, and name no future of ours
STORY = re.compile(r"soon|shortly|previously", re.IGNORECASE)
HALVES = {"early": ("01", "15"), "late": ("15", "30")}  # of a month, to the annotators
SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
LETTERS = {
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}


def predict(source: Path) -> Iterator[dict[str, object]]:
    """Yield one line a document, in the format of score_times.py."""
    if source.is_dir():
        for path in sorted(source.glob("*.tml")):
            text, dct = timeml(path.read_text(encoding="utf-8"))
            yield {"doc": path.stem, "times": document(text, dct, timex)}
        return
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            yield {"doc": row["doc"], "times": document(row["text"], row.get("dct"), tei)}


def timeml(raw: str) -> tuple[str, str | None]:
    """Return the text of a TimeML file with its tags removed, and its creation date."""
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
    dct = re.search(r'<DCT>.*?value="([^"]*)"', raw, re.S)
    return html.unescape(re.sub(r"<[^<>]+>", "", body[1] if body else "")), dct[1] if dct else None


def document(text: str, dct: str | None, value: Callable[[Time, Resolved], str | None]) -> list[dict[str, object]]:
    """Return the times of one document with their values."""
    found = []
    for start, end in paragraphs(text):
        found += [*atoms("", text, start, end), *(passing if value is timex else wars)("", text, start, end)]
    found.sort(key=lambda t: t.span)
    if is_history(found, created(dct)):
        found = [t for t in found if not STORY.fullmatch(t.text)]
    out = []
    for time, anchor, _ in in_order(text, found, created(dct)):
        for part in parts(time) if value is timex or year_range(time) else apart(time):
            form = part.form.of if isinstance(part.form, Shaded) else part.form
            written = value(part, resolve(form, anchor))
            if value is tei:
                written = loose(text, part, anchor.published) or written
            if written is not None:
                out.append({"start": part.span.start, "end": part.span.end, "type": kind(part), "value": written})
    return out


def loose(text: str, time: Time, published: date | None) -> str | None:
    """Return what TEI writes for a month that comes back ("--07") and for an unnamed number ("../2015-08-02")."""
    form = time.form.of if isinstance(time.form, Shaded) else time.form
    if isinstance(form, Division) and recurs(text, time):
        return f"--{3 * form.number:02d}/--{(3 * form.number + 2) % 12 + 1:02d}"
    if isinstance(form, Calendar) and recurs(text, time):
        month, shade = f"--{form.month:02d}", time.form.shade if isinstance(time.form, Shaded) else None
        if shade in HALVES:
            return "/".join(f"{month}-{day}" for day in HALVES[shade])
        return month + (f"-{form.day:02d}" if form.day else "")
    if isinstance(form, Window | Shift) and form.count is None and published is not None:
        ago = isinstance(form, Window) or form.origin == "published"
        return (f"../{published}" if form.sign < 0 else f"{published}/..") if ago else None
    return None


def year_range(time: Time) -> bool:
    """Say whether a range is of bare years, which TEI marks one by one."""
    return isinstance(time.form, Range) and isinstance(time.form.last, Calendar) and time.form.last.month is None


def parts(time: Time) -> tuple[Time, ...]:
    """Return the two ends of "6-7 January" or "1915-17" as TIMEX3 marks them, each by itself."""
    cut = re.search(r"\s?[-–—/]\s?|\s(?:to|and)\s", time.text)
    if not isinstance(time.form, Range) or cut is None:
        return (time,)
    first, last = sharing(time.form.first, time.form.last)
    middle = time.span.start + cut.start(), time.span.start + cut.end()
    return (
        replace(time, span=replace(time.span, end=middle[0]), text=time.text[: cut.start()], form=first),
        replace(time, span=replace(time.span, start=middle[1]), text=time.text[cut.end() :], form=last),
    )


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between blank lines."""
    for match in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        yield match.span()


def created(dct: str | None) -> date | None:
    """Return the creation date, where it is a whole one."""
    match = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", dct or "")
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


_BESIDE_CLOCK = re.compile(r"\A(?:\s\([^)]*\))?[,\s]*(?:(?:on|at)\s)?|[,\s]*(?:\s(?:on|at))?\s*\Z", re.IGNORECASE)


def apart(time: Time) -> tuple[Time, ...]:
    """Return "noon tomorrow" as TEI marks it, the time of day and the day each by itself."""
    clocks = [found for found in dates(time.text) if isinstance(found.form, Clock)]
    if time.clock is None or isinstance(time.form, Clock) or not clocks:
        return (time,)
    clock = max(clocks, key=lambda found: found.end - found.start)
    start, end = (clock.end, len(time.text)) if clock.start == 0 else (0, clock.start)
    day = _BESIDE_CLOCK.sub("", time.text[start:end])
    if not day:
        return (time,)
    told = time.text.index(day, start)
    return (
        replace(_within(time, clock.start, clock.end), form=clock.form),
        replace(_within(time, told, told + len(day)), clock=None),
    )


def _within(time: Time, start: int, end: int) -> Time:
    span = replace(time.span, start=time.span.start + start, end=time.span.start + end)
    return replace(time, span=span, text=time.text[start:end])


def uncounted(time: Time) -> bool:
    """Say whether a time is "weeks after" or "days before" what follows, a length to the annotators."""
    form = time.form
    return isinstance(form, Shift) and form.count is None and time.text.lower().endswith(("after", "before"))


def kind(time: Time) -> str:
    """Return the TIMEX3 type."""
    if isinstance(time.form, Window) or uncounted(time):
        return "DURATION"
    if time.kind == "date":
        return "TIME" if time.clock or time.part else "DATE"
    return "DURATION" if time.kind == "duration" else "SET"


def timex(time: Time, found: Resolved) -> str | None:
    """Return the TIMEX3 value."""
    form = time.form.of if isinstance(time.form, Shaded) else time.form
    if isinstance(form, Term):
        return term(form.unit, form.count, form)
    if isinstance(form, Window):
        return term(form.unit, form.count, None)
    if isinstance(form, Every):
        return every(form)
    if isinstance(form, Division) and form.unit == "season" and time.text.endswith("s"):
        return None  # "summers": no season of a year
    if isinstance(form, Vague):
        return f"{form.ref.upper()}_REF"
    if isinstance(form, Shift) and uncounted(time):
        return term(form.unit, None, None)
    if isinstance(form, Shift) and form.count is None:
        return "PAST_REF" if form.sign < 0 else "FUTURE_REF"
    base = unresolved(form) if isinstance(found, str) else point(form, found)
    if base is not None and time.clock:
        clock = re.sub(r"(?:Z|[+-]\d\d:\d\d)\Z", "", time.clock)  # the annotators leave the zone out
        return base + "T" + (clock if ":" in clock else clock + ":00")
    return base + PARTS[time.part] if base and time.part and re.fullmatch(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", base) else base


def term(unit: Unit, count: float | None, form: Term | None) -> str:
    """Return a length of time: P20Y, PXW."""
    letter = LETTERS[unit]
    if (
        count is not None
        and form is not None
        and unit not in ("decade", "century", "quarter")
        and (form.extra or count % 1)
    ):
        return duration(form) or ""
    if count is not None and count % 1 and unit in ("decade", "century"):
        return f"P{count * {'decade': 10, 'century': 100}[unit]:g}Y"
    number = "X" if count is None else f"{count:g}"
    return f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"


def every(form: Every) -> str:
    """Return a set: the weekday, or the length that comes back."""
    return f"XXXX-WXX-{form.weekday + 1}" if form.weekday is not None else term(form.unit, form.count, None)


def unresolved(form: Form) -> str | None:
    """Return what is known of a time that nothing anchors, X for the rest."""
    match form:
        case Calendar():
            year, month = f"{form.year:04d}" if form.year else "XXXX", f"{form.month:02d}" if form.month else "XX"
            return f"{year}-{month}" + (f"-{form.day:02d}" if form.day else "")
        case Clock():
            return "XXXX-XX-XX"
        case Weekday():
            return f"XXXX-WXX-{form.day + 1}"
        case Division(unit="season"):
            return f"XXXX-{SEASONS[form.number]}"
        case Pointed() | Shift():
            return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(form.unit, "XXXX")
        case _:
            return "XXXX"


def point(form: Form, found: Period) -> str:
    """Return a resolved stretch as TIMEX3 writes it."""
    if found.start is None:
        ancient, *rest = found.edtf.rstrip("~").removeprefix("-").split("-")
        if ancient.endswith("XX"):
            return f"BC{ancient[:2]}"
        return "-".join([f"BC{int(ancient) + 1:04d}", *rest])
    year = found.start.year
    if isinstance(form, Shift) and form.unit == "week":
        middle = date.fromisoformat(found.edtf[:10]).isocalendar()
        return f"{middle.year}-W{middle.week:02d}"
    match found.grain:
        case "season":
            return f"{year}-{SEASONS[int(found.edtf[-1])]}"
        case "week":
            return f"{found.start.isocalendar().year}-W{found.start.isocalendar().week:02d}"
        case "weekend":
            return f"{found.start.isocalendar().year}-W{found.start.isocalendar().week:02d}-WE"
        case "quarter":
            return f"{year}-Q{int(found.edtf[-2:]) - 32}"
        case "half":
            return f"{year}-H{int(found.edtf[-2:]) - 39}"
        case "decade":
            return f"{year:04d}"[:3]
        case "century":
            return f"{year:04d}"[:2]
        case "month":
            return f"{found.start:%Y-%m}"
        case "year":
            return f"{year:04d}"
        case "day":
            return found.start.isoformat()
        case _:
            return found.edtf


def tei(time: Time, found: Resolved) -> str | None:
    """Return a point, or an interval of days, as TEI's when, from and to write it."""
    if isinstance(time.form, Clock):
        return f"{time.form.hour:02d}:{time.form.minute or 0:02d}:00"
    if time.kind != "date" or isinstance(found, str):
        return None
    form = time.form.of if isinstance(time.form, Shaded) else time.form
    if found.start is None or found.end is None:
        return re.sub(r"^-(\d{4})", lambda m: f"-{int(m[1]) + 1:04d}", found.edtf.rstrip("~"))
    if isinstance(time.form, Shaded) and time.form.shade == "end" and isinstance(form, Pointed):
        return found.end.isoformat()
    if isinstance(form, Feast) or found.grain in ("day", "month", "year"):
        return found.edtf.rstrip("~")
    if isinstance(form, Shift) and form.unit == "week":
        return found.edtf.rstrip("~")
    if found.grain == "season":
        # the annotators count a season to the first month of the next: "2010-06/2010-09"
        return f"{found.start:%Y-%m}/{plus_days(found.end, 1):%Y-%m}"
    return f"{found.start.isoformat()}/{found.end.isoformat()}"


def main() -> None:
    for row in predict(Path(sys.argv[1])):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
