"""A document of Word: press releases and statements come that way."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.sources.bytes import read_limited, whole
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.piece import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_WAY_OUT = "save it as .txt or .html"


@source("docx")
class Docx:
    """A document of Word; the last change it tells bounds the day it was published."""

    suffixes: tuple[str, ...] = (".docx", ".docm")

    def fits(self, head: bytes) -> Fit:
        """Say whether the file begins as documents of Office do; whether it is one of Word, its list of files tells."""
        return 2 if head.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in head[:100] else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the document."""
        content = whole(file, limit=terms.limits.packed)
        made = content if isinstance(content, Failure) else _piece(content, file.name, terms.limits.page)
        yield made if isinstance(made, Failure) else made.page(file.name)


def _piece(content: bytes, name: str, limit: int) -> Piece | Failure:
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "word/document.xml" not in archive.namelist():
                return Failure(name, f"an Office document, and none of Word; {_WAY_OUT}")
            body, core = _part(archive, "word/document.xml", limit), _part(archive, "docProps/core.xml", limit)
        if body is None:
            return Failure(name, f"its text is over the limit of {limit:,} bytes for one page; {_WAY_OUT}")
        paragraphs = list(_paragraphs(_tree(body)))
        told = _core(_tree(core)) if core else {}
    except (zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RuntimeError, ValueError) as error:
        return Failure(name, f"a broken document of Word: {str(error).rstrip('.').lower()}; {_WAY_OUT}")
    title = next((text for style, text in paragraphs if style.lower() in ("title", "heading1")), None)
    texts = [text for _, text in paragraphs]
    return Piece(text="\n\n".join(texts), title=title, modified=told.get("modified"), language=told.get("language"))


def _part(archive: zipfile.ZipFile, name: str, limit: int) -> bytes | None:
    """Return a file of the document, None: it is not there or over the limit."""
    if name not in archive.namelist():
        return None
    with archive.open(name) as stream:
        return read_limited(stream, limit)


def _tree(content: bytes) -> "_Element":
    from lxml import etree

    # no entity of a document is filled in: that is how a kilobyte becomes a gigabyte
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _paragraphs(tree: "_Element") -> Iterator[tuple[str, str]]:
    """Yield the style and the text of each paragraph that has any."""
    for paragraph in tree.iter(f"{_WORD}p", f"{_STRICT}p"):
        text = "".join(_runs(paragraph)).strip()
        if text:
            yield _style(paragraph), text


def _runs(paragraph: "_Element") -> Iterator[str]:
    for element in paragraph.iter("{*}t", "{*}tab", "{*}br"):
        if element.tag.startswith((_WORD, _STRICT)):
            yield (element.text or "") if element.tag.endswith("}t") else " "


def _style(paragraph: "_Element") -> str:
    style = paragraph.find("{*}pPr/{*}pStyle")
    return next((value for key, value in style.attrib.items() if key.endswith("}val")), "") if style is not None else ""


def _core(tree: "_Element") -> dict[str, str]:
    """Return what the document says of itself, by the last part of each name."""
    return {str(e.tag).rpartition("}")[2]: e.text for e in tree.iter() if isinstance(e.tag, str) and e.text}
