"""From bytes to text: marks and declarations first, then UTF-8, and no guess that could change a word."""

import codecs
import re

from dragoman.errors import ExtractError
from dragoman.model.article import Page

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARED_IN_TYPE = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its charset; HTML asks for the first 1024
_MARKUP = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|article|div|p|h1)\b", re.IGNORECASE)


def is_markup(page: Page) -> bool:
    """Say whether the page is HTML: by its type, its name, or its first bytes."""
    if page.media_type is not None:
        return "html" in page.media_type
    if page.name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    return _MARKUP.match(page.content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")) is not None


def decode(page: Page) -> str:
    """Return the page's text.

    Raises:
        ExtractError: the bytes are in no encoding that is marked, declared or UTF-8.
    """
    for mark, encoding in _MARKS:
        if page.content.startswith(mark):
            return _strict(page, page.content[len(mark) :], encoding=encoding, skipped=len(mark))
    try:
        return page.content.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(page)


def _declared(page: Page) -> str:
    encoding = _declaration(page)
    if encoding is None:
        return _strict(page, page.content, encoding="utf-8", skipped=0)
    if encoding == "utf-8":
        # a page that says UTF-8 and breaks it in places is read as browsers do, unless much of it is broken
        text = page.content.decode("utf-8", errors="replace")
        if text.count("\ufffd") * 200 > len(text):
            return _strict(page, page.content, encoding="utf-8", skipped=0)
        return text
    return page.content.decode(encoding, errors="replace")


def _declaration(page: Page) -> str | None:
    found = _DECLARED_IN_TYPE.search(page.media_type or "")
    name = found[1] if found else None
    if name is None and is_markup(page):
        inside = _DECLARED.search(page.content[:_HEAD])
        name = inside[1].decode("ascii") if inside else None
    if name is None:
        return None
    try:
        # browsers read what calls itself Latin-1 or ASCII as Windows-1252: https://encoding.spec.whatwg.org
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    if not codecs.lookup(codec)._is_text_encoding:
        return None
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec


def _strict(page: Page, content: bytes, *, encoding: str, skipped: int) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + skipped
        byte = page.content[at]
        raise ExtractError(
            f"{page.name}: byte 0x{byte:02X} at offset {at:,} is not {encoding.upper()}; "
            "save it as UTF-8 (for example: iconv -f WINDOWS-1252 -t UTF-8)"
        ) from error
