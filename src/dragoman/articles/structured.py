"""An article as a JSON object: its fields by the names they commonly bear, its text plain or HTML."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from dragoman.articles import markup, plain
from dragoman.articles.metadata import canonical
from dragoman.articles.sheet import Sheet, Told, tidy
from dragoman.errors import ExtractError
from dragoman.model.article import Page

# names of fields in the exports of news collections (NewsAPI, Media Cloud, news-please, ninjs, JSON-LD)
_TEXT = ("text", "body", "content", "maintext", "articleBody", "article", "body_text", "body_html")
_TITLE = ("title", "headline", "headlines")
_DATE = ("date", "published", "publish_date", "published_at", "publishedAt", "datePublished", "date_publish", "pubdate")
_CHANGED = ("modified", "updated", "date_modify", "dateModified", "updated_at")
_OUTLET = ("outlet", "publication", "publisher", "media_name", "source_name", "source", "site", "newspaper")
_AUTHOR = ("authors", "author", "byline", "creator")
_URL = ("url", "link", "address", "canonical", "permalink")
_LANGUAGE = ("language", "lang", "inLanguage")
_MARKUP = re.compile(r"<(?:p|div|br|article|h1|html|body)\b", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, as JSON may write it: "\\ud800"

Fields = dict[str, object]


def sheet(page: Page, text: str) -> Sheet:
    """Return the lines of the object's text, its other fields beside.

    Raises:
        ExtractError: the page is no object, or none of its fields is the text.
    """
    fields = _fields(page, text)
    body = next((words for name in _TEXT if isinstance(words := fields.get(name), str) and words.strip()), None)
    if body is None:
        raise ExtractError(f"{page.name}: no field with the text; known names: {', '.join(_TEXT)}")
    body = _SURROGATE.sub("\ufffd", body)
    inner = markup.sheet(page, body) if _MARKUP.search(body[:2000]) else plain.sheet(body)
    return replace(inner, told=_told(fields, inner.told))


def _fields(page: Page, text: str) -> Fields:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExtractError(f"{page.name}: not JSON ({error})") from error
    if not isinstance(value, dict):
        raise ExtractError(f"{page.name}: no JSON object")
    return cast(Fields, value)


def _told(fields: Fields, inner: Told) -> Told:
    return Told(
        title=_first(fields, _TITLE) or inner.title,
        byline=tuple(_all(fields, _AUTHOR)) or inner.byline,
        outlet=_first(fields, _OUTLET) or inner.outlet,
        url=canonical(_first(fields, _URL) or "") or inner.url,
        published=_first(fields, _DATE) or inner.published,
        modified=_first(fields, _CHANGED) or inner.modified,
        language=_first(fields, _LANGUAGE) or inner.language,
    )


def _first(fields: Fields, names: Iterable[str]) -> str | None:
    return next(_all(fields, names), None)


def _all(fields: Fields, names: Iterable[str]) -> Iterator[str]:
    """Return the words of the first of these fields that has any: a string, a list, or objects with a name."""
    for name in names:
        value = fields.get(name)
        items = value if isinstance(value, list) else [value]
        words = [tidy(word) for item in items if (word := _word(item))]
        if words:
            return iter(words)
    return iter(())


def _word(item: object) -> str | None:
    if isinstance(item, dict):
        item = item.get("name")
    return item if isinstance(item, str) and item.strip() else None
