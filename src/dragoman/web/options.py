"""What is served, where, and to whom."""

import ipaddress
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PORT = 8472
LARGEST = 20_000_000  # bytes that one form may bring, the size of the largest page that is read


@dataclass(frozen=True, slots=True)
class Options:
    """How a record is served.

    Pages on another address than this machine's own want a token: a record may be private, and so may what is added.
    """

    record: Path | None  # None: the one the settings name
    host: str = "127.0.0.1"
    port: int = PORT
    token: str | None = None  # None: made where one is needed
    read_only: bool = False
    largest: int = LARGEST
    secret: str = field(default_factory=secrets.token_hex, repr=False)  # what forms are signed with

    def __post_init__(self) -> None:
        """Make a token where the address can be reached from elsewhere."""
        if self.token is None and not self.local:
            object.__setattr__(self, "token", secrets.token_urlsafe(24))

    @property
    def local(self) -> bool:
        """Say whether only this machine can reach the address."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def address(self) -> str:
        """The address to open, with the token where one is wanted."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/" + (f"?token={self.token}" if self.token else "")

    def told(self, record: Path) -> Iterator[str]:
        """Yield what the person who starts it must know."""
        yield f"{record}: {self.address}"
        if not self.local:
            yield f"{self.host} can be reached from other machines: only who has the token sees the record"
        if self.read_only:
            yield "read only: nothing can be added from the pages"
        yield "Ctrl-C ends it"
