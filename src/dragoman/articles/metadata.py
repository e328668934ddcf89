"""What a page's markup says of its article: JSON-LD first, then meta elements, then the elements a reader sees."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from dragoman.articles.sheet import Told, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report)$")
_LARGEST = 1_000_000  # characters of one JSON-LD block
_DEEPEST = 20  # levels of it that are looked into
# what campaigns add to an address; the page is the same without: https://en.wikipedia.org/wiki/UTM_parameters
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ocid|cmpid|ref_src|amp)$", re.IGNORECASE
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "pubdate", "publishdate", "publish-date",
    "publish_date", "parsely-pub-date", "sailthru.date", "citation_publication_date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "last-modified", "lastmod", "revised",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline")
_AUTHORS = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
)
_SITES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "twitter:app:name:iphone",
)

Json = dict[str, object]


def told(tree: "HtmlElement", *, address: str | None) -> Told:
    """Return what the markup of ``tree`` says; ``address`` is where it was fetched, if anywhere."""
    data = next(_articles(tree), {})
    meta = _meta(tree)
    site = _named(data.get("publisher")) or _first(meta, _SITES)
    return Told(
        title=_title(tree, data, meta, site),
        byline=_authors(tree, data, meta),
        outlet=site,
        url=_url(tree, data, meta, address),
        published=_text(data.get("datePublished")) or _first(meta, _PUBLISHED) or _time(tree),
        modified=_text(data.get("dateModified")) or _first(meta, _MODIFIED),
        language=tree.get("lang") or _text(data.get("inLanguage")) or meta.get("og:locale"),
    )


def canonical(address: str, *, base: str | None = None) -> str | None:
    """Return an address in its plain form: no fragment, no tracking, host in lower case; None: it is no web address."""
    try:
        parts = urlsplit(urljoin(base or "", address.strip()))
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "." not in host or len(address) > 2000:
        return None
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key)])
    return urlunsplit((parts.scheme, host + port, parts.path or "/", query, ""))


# --- JSON-LD ---


def _articles(tree: "HtmlElement") -> Iterator[Json]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield from (node for node in _nodes(_parsed(script.text or ""), 0) if _is_article(node))


def _parsed(text: str) -> object:
    if len(text) > _LARGEST:
        return None
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[Json]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        node = cast(Json, value)
        yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(node.get(key), depth + 1)


def _is_article(node: Json) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return tidy(html.unescape(re.sub(r"<[^<>]{0,200}>", "", value[:5000]))) or None


def _named(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _text(cast(Json, value).get("name")) if isinstance(value, dict) else _text(value)


# --- meta elements ---


def _meta(tree: "HtmlElement") -> dict[str, str]:
    """Return the first content of each meta element (and microdata element) by its name in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta", "time", "span", "div"):
        name = (
            element.get("property") or element.get("name") or element.get("itemprop")
            if element.tag == "meta"
            else element.get("itemprop")
        )
        content = element.get("content") or element.get("datetime")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), tidy(content[:5000]))
    return found


def _first(meta: dict[str, str], names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _title(tree: "HtmlElement", data: Json, meta: dict[str, str], site: str | None) -> str | None:
    headline = _text(data.get("headline"))
    if headline and not headline.endswith(("...", "…")):
        return headline
    shown = [words for element in tree.iter("h1") if (words := tidy(element.text_content()[:2000]))]
    named = _first(meta, _TITLES)
    if len(shown) == 1 and shown[0] != site:
        return shown[0]
    element = tree.find(".//title")
    head = tidy(element.text or "") if element is not None else ""
    return _without_site(named or head or headline or "", site) or None


def _without_site(title: str, site: str | None) -> str:
    """Cut " | The Post" and " - The Post" from a title; titles have dashes of their own, and keep them."""
    head, sign, tail = next(
        (parts for mark in (" | ", " – ", " — ", " - ", " :: ", " » ") if (parts := title.rpartition(mark))[1]),
        ("", "", title),
    )
    if sign == " | " or (site and tail.strip().lower() == site.lower()):
        return head.strip() if len(head.split()) >= 3 else title
    return title


def _authors(tree: "HtmlElement", data: Json, meta: dict[str, str]) -> tuple[str, ...]:
    authors = data.get("author")
    named = [name for author in (authors if isinstance(authors, list) else [authors]) if (name := _named(author))]
    if not named and (name := _first(meta, _AUTHORS)) and "://" not in name:
        named = [name]
    if not named:
        shown = [
            element.text_content()
            for element in tree.iter("a", "span")
            if element.get("rel") == "author" or element.get("itemprop") == "author"
        ]
        named = [words for element in shown[:5] if (words := tidy(element[:200]))]
    return tuple(dict.fromkeys(named))


def _url(tree: "HtmlElement", data: Json, meta: dict[str, str], address: str | None) -> str | None:
    page = data.get("mainEntityOfPage")
    given = [element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    given += [
        meta.get("og:url"),
        cast(Json, page).get("@id") if isinstance(page, dict) else page,
        data.get("url"),
        address,
    ]
    made = (canonical(one, base=address) for one in given if isinstance(one, str) and one.strip())
    # a careless site gives its own root as the address of every page
    return next((one for one in made if one and urlsplit(one)[2:4] != ("/", "")), None)


def _time(tree: "HtmlElement") -> str | None:
    """Return the first time element of the page's article, if its page has marked any as its publication."""
    for element in tree.iter("time"):
        marked = element.get("pubdate") is not None or re.search(
            r"publish|entry-date|posted", element.get("class") or ""
        )
        if marked and "updated" not in (element.get("class") or "").split() and element.get("datetime"):
            return tidy(element.get("datetime") or "")
    return None
