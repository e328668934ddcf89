"""NewsML-G2, in which agencies deliver."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.sources.bytes import whole
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.piece import Piece
from dragoman.sources.xml_tree import first_element, local, text_of, tree_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = ("newsItem", "newsMessage", "packageItem")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "hl2", "td", "blockquote")
_WITHDRAWN = ("canceled", "withheld")  # https://cv.iptc.org/newscodes/pubstatusg2/


@source("newsml")
class NewsMl:
    """Items of NewsML-G2, alone or several in a message; packages, which only list others, are passed over."""

    suffixes: tuple[str, ...] = (".newsml",)

    def fits(self, head: bytes) -> Fit:
        """Say whether the first element is one of NewsML-G2."""
        return 2 if first_element(head) in _ROOTS and b"iptc.org/std/nar" in head else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the items; several are called by the file's name and their place from 1."""
        content = whole(file, limit=terms.limits.packed)
        tree = content if isinstance(content, Failure) else tree_of(content)
        if isinstance(tree, Failure | str):
            yield tree if isinstance(tree, Failure) else Failure(file.name, f"broken NewsML-G2: {tree}")
            return
        items = list(tree.iter("{*}newsItem"))
        for number, item in enumerate(items, start=1):
            name = file.name if len(items) == 1 else f"{file.name}#{number}"
            made = _piece(item, name)
            yield made if isinstance(made, Failure) else made.page(name)
        if not items:
            yield Failure(file.name, "no news item in it: a package lists others, which are read where they are")


def _piece(item: "_Element", name: str) -> Piece | Failure:
    status = item.find("{*}itemMeta/{*}pubStatus")
    if status is not None and str(status.get("qcode", "")).endswith(_WITHDRAWN):
        return Failure(name, f"the agency has withdrawn it ({status.get('qcode')})", skipped=True)
    meta = item.find("{*}contentMeta")
    body = list(_body(item))
    if not body:
        return Failure(name, "no text in it; pictures and films are not read", skipped=True)
    language = item.find("{*}contentMeta/{*}language")
    return Piece(
        text="\n\n".join(body),
        title=text_of(item.find("{*}contentMeta/{*}headline")) or text_of(next(item.iter("{*}hl1"), None)),
        byline=tuple(_BY.sub("", by) for e in meta.findall("{*}by") if (by := text_of(e))) if meta is not None else (),
        outlet=_provider(item),
        published=text_of(item.find("{*}itemMeta/{*}firstCreated"))
        or text_of(item.find("{*}contentMeta/{*}contentCreated"))
        or text_of(item.find("{*}itemMeta/{*}versionCreated")),
        modified=text_of(item.find("{*}contentMeta/{*}contentModified"))
        or text_of(item.find("{*}itemMeta/{*}versionCreated")),
        language=language.get("tag") if language is not None else None,
    )


def _provider(item: "_Element") -> str | None:
    for path in ("{*}itemMeta/{*}provider", "{*}contentMeta/{*}infoSource"):
        found = item.find(path)
        if found is not None:
            return (
                text_of(found.find("{*}name")) or found.get("literal") or str(found.get("qcode", "")).partition(":")[2]
            )
    return None


def _body(item: "_Element") -> Iterator[str]:
    """Yield the paragraphs of the text, in XHTML, NITF or plain."""
    for content in item.iter("{*}inlineXML"):
        bodies = [e for e in content.iter() if local(e) in ("body.content", "body")]
        within = next((e for e in bodies if local(e) == "body.content"), bodies[0] if bodies else content)
        yield from (text for e in within.iter() if local(e) in _BLOCKS and not _in_block(e) and (text := text_of(e)))
        return
    for content in item.iter("{*}inlineData"):
        if "plain" in str(content.get("contenttype", "plain")):
            yield from filter(None, re.split(r"\n\s*\n", "".join(map(str, content.itertext())).strip()))
            return


def _in_block(element: "_Element") -> bool:
    """Say whether a block stands in another, whose text it is then part of."""
    return any(local(around) in _BLOCKS for around in element.iterancestors())
