"""Numbers as words, for sentences a person reads."""

SMALL = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def spelled(number: int) -> str:
    """Return a number up to twelve as a word, as newspapers do, and a larger one in figures."""
    return SMALL[number] if 0 <= number < len(SMALL) else f"{number:,}"


def listed(parts: list[str]) -> str:
    """Return parts as a list in a sentence: "a, b and c"."""
    return " and ".join(parts) if len(parts) < 3 else f"{', '.join(parts[:-1])} and {parts[-1]}"
