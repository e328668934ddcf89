"""What a line is by its shape alone: a sentence, running text, a line of a table, a headline with a full stop."""

import re

_ENDS = re.compile(r"[.!?…。！？｡।۔؟][\"”’'»)\]」』）]*$")
# Chinese, Japanese, Thai, Lao, Burmese and Khmer put no space between words
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LETTERS_A_WORD = 2  # in them: most Chinese words have two characters; it need be no better than the limits below
_SENTENCE = 3  # words with a full stop after them: "Talks go on."
_PROSE = 8
_RUNNING = 20  # words that are prose even without a full stop
_HEADLINE = 20  # words of the longest headline; the longest we have seen has 17
_FULL = 110  # characters; a headline of two lines in print
_SMALL = 4  # letters; shorter words are small in most titles: "and", "of", "with"
_TALLY = re.compile(r"[^\W\d_][\w ,.'’()/-]{1,50}\s?[:–—-]\s?\d[\d.,]{0,12}%?(?: [\w.]+){0,3}")


def words(text: str) -> int:
    """Return how many words a text has; where no space parts them, as many as its letters make."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return max(len(text.split()), unspaced // _LETTERS_A_WORD)


def is_sentence(text: str) -> bool:
    """Say whether a line closes a sentence."""
    return ends(text) and words(text) >= _SENTENCE


def is_prose(text: str) -> bool:
    """Say whether a line is running text, not a heading or a menu."""
    count = words(text)
    return count >= _RUNNING or (count >= _PROSE and ends(text))


def ends(text: str) -> bool:
    """Say whether a line ends as sentences do."""
    return _ENDS.search(text) is not None


def is_tally(text: str) -> bool:
    """Say whether a line is a name and a number, as votes are told: "Against: 14"."""
    return len(text) <= 90 and _TALLY.fullmatch(text) is not None


def is_short_enough(text: str) -> bool:
    """Say whether a line is no longer than headlines are."""
    return words(text) <= _HEADLINE


def is_full_sentence(text: str) -> bool:
    """Say whether a line is longer than headlines with a full stop are, and closes a sentence."""
    return ends(text) and len(text) > _FULL


def is_title_case(text: str) -> bool:
    """Say whether a line has capitals as titles do, of which leads have few: "Peru Votes to Leave Pact." """
    long = [word for word in text.split()[1:] if len(word) >= _SMALL]
    return is_short_enough(text) and len(long) >= 2 and sum(word[0].isupper() for word in long) * 4 >= len(long) * 3
