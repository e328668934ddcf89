"""What a letter says: its fields and its text, out of the parts of an e-mail."""

import email
import email.policy
import re
from email.message import EmailMessage, Message
from email.utils import parseaddr

from dragoman.sources.piece import Piece

_ENOUGH = 200  # characters of plain text; fewer tell to look at the letter in a browser
_LIST_NAME = re.compile(r"^\s*\"?([^\"<]{2,80}?)\"?\s*<")
_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s?:\s*)+", re.IGNORECASE)


def message_of(content: bytes) -> EmailMessage:
    """Return the message that bytes are; one that is not well-formed is taken as far as it goes."""
    return email.message_from_bytes(content, policy=email.policy.default)


def piece_of(message: EmailMessage) -> Piece | None:
    """Return the article that a letter is; None: no part of it is text."""
    text = _text(message)
    if text is None:
        return None
    listed = _LIST_NAME.match(_field(message, "List-Id") or "")
    return Piece(
        text=text,
        title=_FORWARDED.sub("", _field(message, "Subject") or "") or None,
        outlet=(listed[1] if listed else None) or parseaddr(_field(message, "From") or "")[0] or None,
        published=_field(message, "Date"),
        language=_field(message, "Content-Language"),
    )


def content_of(part: Message) -> str:
    """Return the text of a part; a charset that is unknown or wrong costs the letters it breaks, and no more."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else str(part.get_payload()).encode("utf-8", errors="replace")
    named = part.get_content_charset() or "utf-8"
    for charset in (named, "utf-8"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("cp1252", errors="replace")


def _field(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except Exception:  # the parser of headers raises whatever a malformed one makes it stumble over
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _text(message: EmailMessage) -> str | None:
    """Return the plain text of a letter, or its HTML where the plain one is missing or only says to look elsewhere."""
    found: dict[str, str] = {}
    for part in message.walk():
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            found.setdefault(kind, content_of(part))
    plain, html = found.get("text/plain", "").strip(), found.get("text/html", "").strip()
    return (plain if len(plain) >= _ENOUGH or not html else html) or None
