"""One request on the wire: to a number that was checked, within a time, with nothing but what is asked for."""

import http.client
import io
import socket
import ssl
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import cast

from dragoman.sources.web.address import Address

_PIECE = 1 << 16  # bytes


class Failed(Exception):
    """A request that came to nothing; ``again``: another try may fare better."""

    def __init__(self, reason: str, *, again: bool = False) -> None:
        """Take the reason in a user's words."""
        super().__init__(reason)
        self.again = again


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited."""

    connect: float = 10.0  # seconds for a connection
    idle: float = 20.0  # seconds in which nothing comes
    whole: float = 60.0  # seconds for all of an answer, so that one byte a second does not hold us for ever


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    content: bytes


class _Clocked(io.RawIOBase):
    """A connection that is read from until its time is over."""

    def __init__(self, connection: socket.socket, patience: Patience, end: float) -> None:
        super().__init__()
        self._connection, self._patience, self._end = connection, patience, end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer, /):  # type: ignore[no-untyped-def]  # the standard library's own signature differs by version
        left = self._end - monotonic()
        try:
            if left > 0:
                self._connection.settimeout(min(self._patience.idle, left))
                return self._connection.recv_into(buffer)
        except TimeoutError:
            if monotonic() < self._end:
                raise
        raise Failed(f"not all there within {self._patience.whole:g} seconds")

    # what http.client asks a socket for
    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)


def ask(address: Address, numbers: list[str], *, headers: Mapping[str, str], limit: int, patience: Patience) -> Answer:
    """Return what a server answers to a GET.

    Args:
        numbers: where it may be connected to, the first that answers is taken.
        limit: bytes of content, unpacked; more is not taken.

    Raises:
        Failed: it did not answer, not in time, not in HTTP, or with more than the limit.
    """
    with _told(patience):
        end = monotonic() + patience.whole
        with closing(_connected(address, numbers, patience)) as connection:
            connection.sendall(_request(address, headers))
            clocked = _Clocked(connection, patience, end)
            answer = http.client.HTTPResponse(cast(socket.socket, clocked), method="GET")
            with closing(answer):
                answer.begin()
                found = {name.lower(): value for name, value in answer.getheaders()}
                content = _content(answer, found, limit) if answer.status == 200 else b""
                return Answer(answer.status, found, content)


@contextmanager
def _told(patience: Patience) -> Iterator[None]:
    """Tell in the user's words what may happen on the wire."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise Failed(f"its certificate does not hold: {error.verify_message}") from error
    except ssl.SSLError as error:
        raise Failed(f"no secure connection: {str(error.reason or error).lower()}") from error
    except TimeoutError as error:
        raise Failed(f"no answer within {patience.idle:g} seconds", again=True) from error
    except http.client.HTTPException as error:
        raise Failed(f"no answer in HTTP ({type(error).__name__}: {str(error)[:80]})", again=True) from error
    except zlib.error as error:
        raise Failed(f"its answer is packed and broken ({error})") from error
    except OSError as error:
        raise Failed(f"the connection failed: {(error.strerror or str(error)).lower()}", again=True) from error


def _connected(address: Address, numbers: list[str], patience: Patience) -> socket.socket:
    """Return a connection to one of the numbers; the name is only used to check the certificate."""
    last: OSError | None = None
    for number in numbers:
        try:
            plain = socket.create_connection((number, address.port), timeout=patience.connect)
        except OSError as error:
            last = error
            continue
        if address.scheme == "http":
            return plain
        try:
            plain.settimeout(patience.connect)
            return _trust().wrap_socket(plain, server_hostname=address.host)
        except BaseException:
            plain.close()
            raise
    raise last or OSError("no number to connect to")


@cache
def _trust() -> ssl.SSLContext:
    """Return whom we trust: what the system does, or where it has no list, Mozilla's."""
    context = ssl.create_default_context()
    if not context.get_ca_certs():
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _request(address: Address, headers: Mapping[str, str]) -> bytes:
    host = address.site.partition("://")[2]
    lines = [f"GET {address.path} HTTP/1.1", f"Host: {host}", *(f"{name}: {value}" for name, value in headers.items())]
    lines += ["Accept-Encoding: gzip, deflate", "Connection: close", "", ""]
    return "\r\n".join(lines).encode("latin-1", errors="replace")


def _content(answer: http.client.HTTPResponse, headers: Mapping[str, str], limit: int) -> bytes:
    """Return the content, unpacked, read no further than the limit."""
    told = headers.get("content-length", "")
    if told.isdigit() and int(told) > limit:
        raise Failed(f"{int(told):,} bytes, over the limit of {limit:,} bytes for one page")
    unpack = _unpacker(headers.get("content-encoding", ""))
    parts: list[bytes] = []
    size = came = 0
    while piece := answer.read1(_PIECE):
        came += len(piece)
        made = unpack.decompress(piece, limit + 1 - size) if unpack else piece
        size += len(made)
        parts.append(made)
        if size > limit:
            raise Failed(f"over the limit of {limit:,} bytes for one page")
    if told.isdigit() and came < int(told) and "transfer-encoding" not in headers:
        raise Failed(f"cut short: {came:,} of the {int(told):,} bytes it told", again=True)
    if unpack and came and not unpack.eof:
        raise Failed("its packed answer is cut short", again=True)
    return b"".join(parts)


def _unpacker(coding: str) -> "zlib._Decompress | None":
    """Return what unpacks an answer; None: it is not packed."""
    if coding.strip().lower() in ("", "identity"):
        return None
    if coding.strip().lower() in ("gzip", "x-gzip", "deflate"):
        return zlib.decompressobj(wbits=47)  # gzip or zlib, whichever it is
    raise Failed(f"packed in a way we did not ask for ({coding[:40]})")
