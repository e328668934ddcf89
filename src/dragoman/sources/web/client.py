"""Getting an address: asked of robots.txt first, followed where it leads, tried again when that may help."""

import threading
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dragoman.sources.web import robots
from dragoman.sources.web.address import Address, Lookup, Refused, checked, looked_up, parsed
from dragoman.sources.web.manners import Clock, Manners, back_off
from dragoman.sources.web.wire import Answer, Failed, Patience, ask

AGENT = "dragoman"  # our name in robots.txt
_REDIRECTS = (301, 302, 303, 307, 308)
_AGAIN = (429, 500, 502, 503, 504)  # what passes, as a rule
_HOPS = 10
_TRIES = 3
_LONGEST_WAIT = 120.0  # seconds; a server that asks for more is left for another day
_WHY = {
    401: "asks for a password",
    402: "asks for payment",
    403: "is refused to us",
    404: "is not there",
    410: "is gone",
    429: "asks us to come less often",
    451: "is withheld for legal reasons",
    503: "is not available now",
}


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with a page, to be asked by whether it has changed."""

    etag: str | None = None
    modified: str | None = None  # as it was written


@dataclass(frozen=True, slots=True)
class Got:
    """A page as it came; ``content`` None: it has not changed since it came with the validators sent."""

    url: str  # where it was in the end
    content: bytes | None
    media_type: str | None
    validators: Validators
    hops: int = 0  # redirects on the way


@dataclass(frozen=True, slots=True)
class Ways:
    """How the web is gone about."""

    agent: str = AGENT  # the whole line that says who we are
    pause: float = 1.0  # seconds between two requests to one host
    together: int = 8  # hosts asked at once
    private: bool = False  # True: also machines of one's own network
    patience: Patience = field(default_factory=Patience)
    lookup: Lookup = looked_up
    clock: Clock = field(default_factory=Clock)


class Client:
    """Gets addresses; one client keeps the manners of a whole run, in any number of threads."""

    def __init__(self, ways: Ways) -> None:
        """Take how it is to go about."""
        self._ways = ways
        self._manners = Manners(pause=ways.pause, clock=ways.clock)
        self._robots: dict[str, robots.Rules] = {}
        self._lock = threading.Lock()
        self._sites: dict[str, threading.Lock] = {}

    def get(self, url: str, *, limit: int, known: Validators | None = None) -> Got:
        """Return what is at an address.

        Raises:
            Refused: it is not to be fetched.
            Failed: it could not be.
        """
        address, seen = parsed(url), set[str]()
        for hops in range(_HOPS + 1):
            if str(address) in seen:
                raise Failed(f"redirects in a circle, back to {address}")
            seen.add(str(address))
            answer = self._tried(address, limit=limit, known=known)
            if answer.status not in _REDIRECTS:
                return _got(answer, address, hops)
            where = answer.headers.get("location")
            if where is None:
                raise Failed(f"a redirect ({answer.status}) that leads nowhere")
            address = _led(where, address)
        raise Failed(f"over {_HOPS} redirects, the last to {address}")

    def _tried(self, address: Address, *, limit: int, known: Validators | None) -> Answer:
        """Return an answer, after as many tries as are worth it."""
        rules = self._rules(address)
        if not rules.allows(address.path):
            raise Refused(f"{address.site}/robots.txt asks that it is not fetched")
        for attempt in range(_TRIES):
            last = attempt == _TRIES - 1
            try:
                answer = self._asked(address, limit=limit, known=known, pause=rules.delay)
            except Failed as error:
                if last or not error.again:
                    raise
                self._ways.clock.sleep(back_off(attempt, self._ways.clock))
                continue
            wait = _wait(answer, attempt, self._ways.clock)
            if last or wait is None:
                return answer
            self._ways.clock.sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _asked(self, address: Address, *, limit: int, known: Validators | None, pause: float | None = None) -> Answer:
        # looked up for each request anew, and connected to what was found: a name may lead elsewhere the next time
        numbers = checked(address, lookup=self._ways.lookup, private=self._ways.private)
        headers = {
            "User-Agent": self._ways.agent,
            "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
        }
        if known is not None and known.etag:
            headers["If-None-Match"] = known.etag
        if known is not None and known.modified:
            headers["If-Modified-Since"] = known.modified
        with self._manners.turn(address.host, pause=pause):
            return ask(address, numbers, headers=headers, limit=limit, patience=self._ways.patience)

    def _rules(self, address: Address) -> robots.Rules:
        """Return what a site asks of us, asked once a run."""
        with self._lock:
            turn = self._sites.setdefault(address.site, threading.Lock())
        with turn:
            if address.site not in self._robots:
                self._robots[address.site] = self._fetched_rules(address)
            return self._robots[address.site]

    def _fetched_rules(self, address: Address) -> robots.Rules:
        """Return a site's rules: where it has none, all is allowed; where it cannot tell them, nothing (RFC 9309)."""
        where = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            for _ in range(5):
                answer = self._asked(where, limit=20 * robots.LARGEST, known=None)
                if answer.status not in _REDIRECTS or "location" not in answer.headers:
                    break
                where = _led(answer.headers["location"], where)
        except Failed as error:
            raise Failed(f"its robots.txt cannot be read: {error}") from error
        if answer.status == 200:
            return robots.rules(answer.content, agent=AGENT)
        return robots.NONE if answer.status >= 500 or answer.status == 429 else robots.ALL


def _led(where: str, address: Address) -> Address:
    try:
        return parsed(where.encode("latin-1", errors="replace").decode("utf-8", errors="replace"), base=str(address))
    except Refused as error:
        raise Refused(f"redirects to what is not fetched: {error}") from error


def _wait(answer: Answer, attempt: int, clock: Clock) -> float | None:
    """Return how long to wait before another try; None: none is worth it."""
    if answer.status not in _AGAIN:
        return None
    asked = answer.headers.get("retry-after", "").strip()
    if asked.isdigit():
        return float(asked) if float(asked) <= _LONGEST_WAIT else None
    return back_off(attempt, clock)


def _got(answer: Answer, address: Address, hops: int) -> Got:
    held = Validators(answer.headers.get("etag"), answer.headers.get("last-modified"))
    kind = answer.headers.get("content-type")
    if answer.status == 304:
        return Got(str(address), None, kind, held, hops)
    if answer.status == 200:
        return Got(str(address), answer.content, kind, held, hops)
    why = _WHY.get(answer.status, "is not given to us")
    host = urlsplit(str(address)).hostname
    raise Failed(f"{host} says {answer.status}: it {why}")
