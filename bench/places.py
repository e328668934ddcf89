"""Finds the public sets and their scorers, which are not part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]


def data() -> Path:
    """DRAGOMAN_DATA, or ``../shared/data`` beside the checkout."""
    return Path(os.environ.get("DRAGOMAN_DATA", ROOT.parent / "shared" / "data"))


def scorers() -> Path:
    """DRAGOMAN_EVAL, or ``eval`` next to the data."""
    return Path(os.environ.get("DRAGOMAN_EVAL", data().parent / "eval"))
