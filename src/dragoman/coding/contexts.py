"""What an event is about: the contexts that the words of its paragraph tell."""

import re
from functools import lru_cache

from dragoman.ontology.codebook import Codebook, Context


@lru_cache(maxsize=64)
def _pattern(context: Context) -> re.Pattern[str]:
    # a plural "s" is let pass; words are looked for whole
    words = "|".join(re.escape(w) for w in sorted(context.words, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})(?:s|es)?\b", re.IGNORECASE)


def contexts(codebook: Codebook, text: str) -> tuple[str, ...]:
    """Return the contexts that ``text`` tells, in the codebook's order."""
    return tuple(c.name for c in codebook.contexts if _pattern(c).search(text))
