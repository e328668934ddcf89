"""Numbers in words and digits, as pattern and as value."""

import re

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "m": 10**6,
    "b": 10**9,
    "k": 1_000,
    "trn": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}

UNITS = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_FIRSTS = "first second third fourth fifth sixth seventh eighth ninth".split()
ORDINALS = (
    {
        word: n
        for n, word in enumerate(
            [
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "fifteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
                "twentieth",
            ],
            1,
        )
    }
    | {f"twenty-{word}": 20 + n for n, word in enumerate(_FIRSTS, 1)}
    | {"thirtieth": 30, "thirty-first": 31}
)

WORDS = tuple(sorted([*UNITS, "hundred", "thousand", "million", "billion", "trillion"], key=len, reverse=True))
_WORD = "|".join(WORDS)
# "twenty-five", "two hundred and six", "a hundred thousand"; bounded, so that a list of numbers costs linear time
IN_WORDS = rf"(?:a[ ](?=hundred|thousand|million|billion))?(?:{_WORD})(?:(?:-|[ ]and[ ]|[ ])(?:{_WORD})){{0,7}}"
IN_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?"
NUMBER = rf"(?:{IN_DIGITS}|{IN_WORDS})"

_DIGITS = re.compile(rf"{IN_DIGITS}\Z")
_SPLIT = re.compile(r"[\s-]+")


def number(words: str) -> float | None:
    """Return the value of a number in digits or words, or None where it is none: "two hundred and six" is 206."""
    words = words.strip().lower()
    if _DIGITS.match(words):
        return float(words.replace(",", ""))
    parts = [p for p in _SPLIT.split(words) if p not in ("and", "")]
    if parts and parts[0] == "a":
        parts[0] = "one"
    return _spoken(parts) if parts else None


def whole(words: str) -> int | None:
    """Return a whole number in digits or words, or None."""
    value = number(words)
    return None if value is None or value != int(value) else int(value)


def _spoken(parts: list[str]) -> float | None:
    """Add up words of number, the scales multiplying what stands before them."""
    total = current = 0
    for part in parts:
        if part in UNITS:
            if current % 100 and (UNITS[part] >= 10 or current % 10):
                return None  # "twenty thirty", "five six": two numbers, not one
            current += UNITS[part]
        elif part == "hundred":
            current = (current or 1) * 100
        elif part in _SCALES:
            total += (current or 1) * _SCALES[part]
            current = 0
        else:
            return None
    return float(total + current)


def scale(word: str | None) -> float:
    """Return the factor that "million", "bn" or "k" stands for; 1 for None."""
    if word is None:
        return 1.0
    key = word.lower().rstrip(".")
    return float(_SCALES.get(key) or _SHORT.get(key) or 1)
