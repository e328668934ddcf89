"""XML as it comes from outside: no entity is filled in, nothing is fetched, what is broken is mended or told."""

import re
from typing import TYPE_CHECKING

_BEFORE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?[^>]{0,500}\?>|<!--(?:(?!-->).){0,4000}-->|<!DOCTYPE[^>\[]{0,500}>)*", re.DOTALL
)
_NAME = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)[\s/>]")

if TYPE_CHECKING:
    from lxml.etree import _Element


def tree_of(content: bytes) -> "_Element | str":
    """Return the tree of an XML document, or why it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True, remove_pis=True)
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return " ".join(str(error).split())[:120]
    return tree if tree is not None else "no element in it"


def first_element(head: bytes) -> str:
    """Return the name, without its prefix, of the element that a document begins with, "" where it is no XML."""
    before = _BEFORE.match(head)
    found = _NAME.match(head, before.end() if before else 0)
    return found[1].decode("ascii", errors="replace") if found else ""


def local(element: "_Element") -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: "_Element | None") -> str | None:
    """Return all text in an element on one line, None where there is none."""
    return " ".join("".join(map(str, element.itertext())).split()) or None if element is not None else None
