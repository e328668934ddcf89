"""Wars as the times they lasted, which GUM's annotators mark; the program itself reads them as events."""

import re

from dragoman.model.forms import Calendar, Range
from dragoman.model.text import Span
from dragoman.model.time import Time

# the days or years that began and ended them, from common knowledge
_WARS = (
    (re.compile(r"\b(?:World\sWar\s(?:II|Two|2)|WWII|WW2|(?:the\s)?Second\sWorld\sWar)\b"), (1939, 9, 1), (1945, 9, 2)),
    (re.compile(r"\b(?:World\sWar\s(?:I|One|1)|WWI|WW1|(?:the\s)?First\sWorld\sWar)\b"), (1914, 7, 28), (1918, 11, 11)),
    (re.compile(r"\b(?:the\s)?American\sRevolution(?:ary\sWar)?\b"), (1775,), (1783,)),
    (re.compile(r"\b(?:the\s)?American\sCivil\sWar\b"), (1861,), (1865,)),
    (re.compile(r"\b(?:the\s)?Korean\sWar\b"), (1950,), (1953,)),
    (re.compile(r"\b(?:the\s)?Cold\sWar\b"), (1947,), (1991,)),
)


def wars(article_id: str, text: str, start: int, end: int) -> tuple[Time, ...]:
    """Return the wars of a sentence that tell when something was; news tells them as events, not as times."""
    found = []
    for pattern, first, last in _WARS:
        for match in pattern.finditer(text, start, end):
            span = Span(article_id, match.start(), match.end())
            found.append(Time(span, match[0], Range(Calendar(*first), Calendar(*last))))
    return tuple(sorted(found, key=lambda t: t.span))
