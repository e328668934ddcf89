"""Where an address leads, looked up once: what was checked is what is connected to."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

Lookup = Callable[[str, int], list[str]]  # a host and a port to numbers

_LONGEST = 2000  # characters; what is longer is a trap of a calendar
# networks that carry an address of version 4 in one of version 6: NAT64, 6to4 (RFC 6052, RFC 3056)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.ip_network("2002::/16")


class Refused(Exception):
    """An address that is not fetched, and why."""


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address, taken apart."""

    scheme: str
    host: str  # in lower case, as the name service writes it
    port: int
    path: str  # with the query, as it is sent

    @property
    def site(self) -> str:
        """Return scheme, host and port: what robots.txt and rates go by."""
        usual = {"http": 80, "https": 443}[self.scheme]
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{'' if self.port == usual else f':{self.port}'}"

    def __str__(self) -> str:
        """Return the address, without fragment."""
        return f"{self.site}{self.path}"


def parsed(url: str, *, base: str | None = None) -> Address:
    """Return an address taken apart.

    Raises:
        Refused: it is none that is fetched.
    """
    try:
        parts = urlsplit(urljoin(base or "", url.strip()))
        host, port = parts.hostname or "", parts.port
        named = host if ":" in host else host.encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError) as error:
        raise Refused(f"no address that can be fetched ({error})") from error
    if parts.scheme not in ("http", "https") or not named:
        raise Refused(f"only http and https are fetched, not {parts.scheme or 'what has no scheme'}:")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a name and a password in it is not fetched")
    if len(url) > _LONGEST:
        raise Refused(f"an address of {len(url):,} characters is not fetched")
    path = urlunsplit(
        (
            "",
            "",
            quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"),
            quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]"),
            "",
        )
    )
    return Address(parts.scheme, named, port or {"http": 80, "https": 443}[parts.scheme], path)


def looked_up(host: str, port: int) -> list[str]:
    """Return the numbers of a host, as the name service gives them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(f"no such host: {host} ({str(getattr(error, 'strerror', error)).lower()})") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked(address: Address, *, lookup: Lookup = looked_up, private: bool = False) -> list[str]:
    """Return the numbers that may be connected to.

    Args:
        private: whether numbers that only this machine or its network knows are allowed.

    Raises:
        Refused: one of them is not public: a name of the open web leads to none such, and one that does is a trick.
    """
    found = lookup(address.host, address.port)
    if not found:
        raise Refused(f"no such host: {address.host}")
    inner = [number for number in found if not private and not is_public(number)]
    if inner:
        raise Refused(f"leads to {inner[0]}, which is not on the open web; --allow-private fetches from there")
    return found


def is_public(number: str) -> bool:
    """Say whether a number is one of the open web's, whichever way it is written."""
    try:
        made = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(made, ipaddress.IPv6Address):
        inner = made.ipv4_mapped or made.sixtofour or (made.teredo[1] if made.teredo else None)
        if made in _NAT64:
            inner = ipaddress.IPv4Address(int(made) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if made in _NAT64 or made in _SIX_TO_FOUR:
            return True
    return made.is_global and not made.is_multicast and not made.is_reserved
