"""ninjs, the IPTC's news in JSON, in which agencies deliver."""

from collections.abc import Iterable, Mapping
from typing import cast

from dragoman.sources.bytes import whole
from dragoman.sources.json_lines import parsed
from dragoman.sources.kinds import Failure, File, Fit, Found, Terms, source
from dragoman.sources.piece import Piece

_SIGNS = (b'"versioncreated"', b'"versionCreated"', b'"firstcreated"', b'"firstCreated"', b"iptc.org/std/ninjs")
_BODIES = ("body_html", "body_xhtml", "body_text")  # version 1; later ones have a list of bodies
_MAIN = ("main", "headline", "")  # roles of a headline; others are for lists and for social media

Item = Mapping[str, object]


@source("ninjs")
class Ninjs:
    """An item of ninjs, of any of its versions, or a list of them."""

    suffixes: tuple[str, ...] = (".ninjs",)

    def fits(self, head: bytes) -> Fit:
        """Say whether it is JSON with a field that only ninjs has."""
        return 2 if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and _of_ninjs(head) else 0

    def pages(self, file: File, terms: Terms) -> Found:
        """Return the items; those of a list are called by the file's name and their place from 1."""
        content = whole(file, limit=terms.limits.packed)
        if isinstance(content, Failure):
            yield content
            return
        value = parsed(content)
        listed = value if isinstance(value, list) else None
        for number, item in enumerate(listed if listed is not None else [value], start=1):
            name = file.name if listed is None else f"{file.name}#{number}"
            made = _piece(cast(Item, item), name) if isinstance(item, dict) else Failure(name, "no item of ninjs")
            yield made if isinstance(made, Failure) else made.page(name)


def _of_ninjs(head: bytes) -> bool:
    # a file of one line an object is left to the kind that reads it line by line
    first, end, rest = head.partition(b"\n")
    return any(sign in head for sign in _SIGNS) and not (end and rest.startswith(b"{") and parsed(first) is not None)


def _piece(item: Item, name: str) -> Piece | Failure:
    if item.get("pubstatus", item.get("pubStatus", "usable")) != "usable":
        return Failure(
            name, f"the agency has withdrawn it ({item.get('pubstatus', item.get('pubStatus'))})", skipped=True
        )
    text = next((words for key in _BODIES if (words := _words(item.get(key)))), None) or _body(item)
    if text is None:
        return Failure(
            name, f"no text in it ({_words(item.get('type')) or 'no type'}); pictures are not read", skipped=True
        )
    return Piece(
        text=text,
        title=_words(item.get("headline")) or _headline(item),
        byline=(by,) if (by := _words(item.get("byline")) or _names(item)) else (),
        outlet=_source(item),
        published=_any(item, ("firstcreated", "firstCreated", "contentcreated", "contentCreated", "versioncreated")),
        modified=_any(item, ("versioncreated", "versionCreated")),
        url=address if (address := _any(item, ("uri", "canonical"))) and address.startswith("http") else None,
        language=_words(item.get("language")),
    )


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _any(item: Item, names: Iterable[str]) -> str | None:
    return next((words for name in names if (words := _words(item.get(name)))), None)


def _objects(value: object) -> list[Item]:
    return [cast(Item, one) for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _body(item: Item) -> str | None:
    """Return the text of the bodies that later versions have: HTML before plain."""
    bodies = sorted(
        _objects(item.get("bodies")),
        key=lambda body: "html" not in str(body.get("contenttype", body.get("contentType"))),
    )
    return next((words for body in bodies if (words := _words(body.get("value")))), None)


def _headline(item: Item) -> str | None:
    found = _objects(item.get("headlines"))
    main = [one for one in found if one.get("role", "") in _MAIN]
    return next((words for one in [*main, *found] if (words := _words(one.get("value")))), None)


def _names(item: Item) -> str | None:
    return (
        ", ".join(
            words
            for one in _objects(item.get("people"))
            if one.get("rel") == "author" and (words := _words(one.get("name")))
        )
        or None
    )


def _source(item: Item) -> str | None:
    by_name = [_words(one.get("name")) for one in _objects(item.get("infosources", item.get("infoSources")))]
    return next(filter(None, [_words(item.get("copyrightholder")), *by_name]), None)
