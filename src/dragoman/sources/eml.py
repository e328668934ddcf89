"""One saved e-mail: newsletters come that way."""

import re

from dragoman.sources.bytes import whole
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.letter import message_of, piece_of

_HEADERS = re.compile(rb"^(?:Return-Path|Delivered-To|Received|MIME-Version|Message-ID|DKIM-Signature):", re.I | re.M)
_FIELD = re.compile(rb"^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t\r\n]")
_TEXTLESS = "an e-mail without text; save what it shows as .txt or .html"


@source("eml")
class Mail:
    """A saved e-mail; its subject is the title, its list or sender the outlet."""

    suffixes: tuple[str, ...] = (".eml",)

    def fits(self, head: bytes) -> Fit:
        """Say whether the file begins with the fields of a letter."""
        fields = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        return 2 if _FIELD.match(head) and _HEADERS.search(fields) and not _is_web_page(fields) else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the letter."""
        content = whole(file, limit=terms.limits.page)
        if isinstance(content, Failure):
            yield content
            return
        piece = piece_of(message_of(content))
        yield Failure(file.name, _TEXTLESS) if piece is None else piece.page(file.name)


def _is_web_page(fields: bytes) -> bool:
    return b"multipart/related" in fields.lower() and b"snapshot-content-location" in fields.lower()
