"""Ids that depend on what was printed, never on when or by which rule it was read."""

import hashlib

# 16 hexadecimal digits: 64 bits, a collision among ten million ids has a chance of 3 in a million
DIGITS = 16


def digest(*parts: str) -> str:
    """Return a short hash of ``parts``, which are kept apart from one another."""
    joined = "\x1f".join(parts).encode("utf-8")
    return hashlib.sha256(joined).hexdigest()[:DIGITS]
