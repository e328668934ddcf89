"""Which language a text is in: common English words first, which is cheap, then a classifier."""

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman import config
from dragoman.articles.prose import words as count

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# the commonest closed-class words of English, and none that is common in another language written in Latin letters
_ENGLISH = frozenset((
    "the", "of", "and", "to", "that", "for", "with", "was", "were", "said", "has", "have", "had", "his",
    "their", "its", "which", "from", "been", "not", "but", "would", "be", "are",
))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 400  # words
_FEW = 6  # words; below that nothing is told
_SURE = 0.7  # the classifier's own probability; under it, mixed and very short texts fall


def language_of(text: str, *, told: str | None = None) -> str:
    """Return the ISO 639-1 code of the text's language, "und" when it could not be told.

    Args:
        told: what the page says its language is; used only where the words do not decide.
    """
    words = [word.lower() for word in _WORD.findall(text[:6000])][:_LOOKED_AT]
    # 0.14: running English has over 0.3 of these, German, Dutch and Danish under 0.05 (counted on the tests' texts)
    enough = max(len(words), count(text[:6000])) >= _FEW
    if enough and sum(word in _ENGLISH for word in words) > 0.14 * len(words):
        return "en"
    found = _classified(text) if enough else None
    return found or (told or "").strip().lower()[:2] or "und"


def _classified(text: str) -> str | None:
    code, probability = _identifier().classify(text[:3000])
    return str(code) if round(float(probability), 3) >= _SURE else None


@cache
def _identifier() -> "LanguageIdentifier":
    config.one_thread()  # the classifier loads numpy, which the reader wants on one thread
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_modelpath(str(MODEL_DIR / MODEL_FILE), norm_probs=True)
