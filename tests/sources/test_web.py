"""The web, as a good citizen goes about it; against a server on this machine that misbehaves."""

import gzip
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from dragoman.articles import extract
from dragoman.model.article import Page
from dragoman.sources import Failure, Limits, Terms, fetch
from dragoman.sources.web.address import Refused, is_public, parsed
from dragoman.sources.web.client import Client, Validators, Ways
from dragoman.sources.web.manners import Clock, Manners, back_off
from dragoman.sources.web.robots import rules
from dragoman.sources.web.session import Session
from dragoman.sources.web.wire import Failed, Patience
from tests.sources import server as serve
from tests.sources.server import PAGE, Server, answer, redirect

AGENT = "dragoman/0 (+https://courier.example/bot)"


@pytest.fixture
def server() -> Iterator[Server]:
    with serve.serving() as made:
        yield made


class Time:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.at = 0.0
        self.slept: list[float] = []

    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, sleep=self.sleep, chance=lambda: 0.5)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds


def ways(time: Time | None = None, **more: object) -> Ways:
    made = Ways(agent=AGENT, pause=0.0, private=True, patience=Patience(0.5, 0.2, 0.4), clock=(time or Time()).clock())
    return replace(made, **more)  # type: ignore[arg-type]


def get(*urls: str, limit: int = 100_000, time: Time | None = None, **more: object) -> list[Page | Failure]:
    terms = Terms(Limits(page=limit), session=Session(ways(time, **more)))
    return [entry for url in urls for entry in fetch(url, terms=terms)]


def test_a_page(server: Server) -> None:
    url = server.set("/2024/pact?utm_source=x", answer())
    (page,) = get(url)
    assert page == Page(url, PAGE, "text/html; charset=utf-8", url)
    made = extract(page)
    assert (made.outlet, made.url) == ("The Southern Courier", f"{server.url}/2024/pact")
    path, fields = server.asked[-1]
    assert (path, fields["user-agent"], fields["host"]) == (
        "/2024/pact?utm_source=x",
        AGENT,
        f"127.0.0.1:{server.port}",
    )
    assert not {"cookie", "referer", "authorization"} & fields.keys()


def test_cookies_are_not_kept(server: Server) -> None:
    url = server.set("/a", answer(Set_Cookie="a=b"))
    get(url, url)
    assert all("cookie" not in fields for _, fields in server.asked)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_packed_answers(server: Server, coding: str) -> None:
    packed = gzip.compress(PAGE) if coding == "gzip" else zlib.compress(PAGE)
    (page,) = get(server.set("/a", answer(packed, Content_Encoding=coding)))
    assert isinstance(page, Page)
    assert page.content == PAGE


def test_chunks(server: Server) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    (page,) = get(server.set("/a", head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)))
    assert isinstance(page, Page)
    assert page.content == PAGE


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        pytest.param([answer(b"", status="403 Forbidden")], "127.0.0.1 says 403: it is refused to us", id="403"),
        pytest.param([answer(b"", status="404 Not Found")], "says 404: it is not there", id="404"),
        pytest.param(
            [answer(b"", status="429 Too Many")], "says 429: it asks us to come less often", id="429 for ever"
        ),
        pytest.param([answer(b"", status="503 No")], "says 503: it is not available now", id="503 for ever"),
        pytest.param([answer(b"", status="302 Found")], "a redirect (302) that leads nowhere", id="no place"),
        pytest.param([redirect("/a")], "redirects in a circle, back to http://127.0.0.1", id="a circle of one"),
        pytest.param([redirect("ftp://x/")], "redirects to what is not fetched: only http and https", id="to ftp"),
        pytest.param([redirect("file:///etc/passwd")], "only http and https are fetched, not file:", id="to a file"),
        pytest.param([serve.trickle], "not all there within 0.4 seconds", id="a byte now and then"),
        pytest.param([serve.trickling_head], "not all there within 0.4 seconds", id="a head without end"),
        pytest.param([serve.silence], "no answer within 0.2 seconds", id="silence"),
        pytest.param([serve.endless], "over the limit of 100,000 bytes", id="a stream without end"),
        pytest.param([serve.hang_up], "no answer in HTTP", id="hung up"),
        pytest.param([b"SSH-2.0-x\r\n"], "no answer in HTTP", id="another protocol"),
        pytest.param(
            [answer(b"x" * 200_000)], "200,000 bytes, over the limit of 100,000 bytes", id="too large, and told"
        ),
        pytest.param([serve.bomb()], "over the limit of 100,000 bytes", id="a bomb"),
        pytest.param([answer(PAGE, Content_Length="9999")], "cut short: ", id="a length that lies: less comes"),
        pytest.param([answer(b"\x1f\x8bxyz", Content_Encoding="gzip")], "packed and broken", id="broken gzip"),
        pytest.param([answer(gzip.compress(PAGE)[:-20], Content_Encoding="gzip")], "cut short", id="gzip cut short"),
        pytest.param([answer(PAGE, Content_Encoding="br")], "packed in a way we did not ask for (br)", id="unasked"),
        pytest.param([answer(b" ")], "empty (1 bytes, all white space)", id="nothing"),
        pytest.param([answer(b"\x89PNG", kind="image/png")], "a PNG image, not text", id="a picture"),
    ],
)
def test_costs_a_line_and_the_next_is_read(server: Server, answers: list[object], words: str) -> None:
    bad, good = server.set("/a", *answers), server.set("/b", answer())
    failure, page = get(bad, good)
    assert isinstance(failure, Failure)
    assert words in str(failure)
    assert failure.name == bad
    assert isinstance(page, Page)


def test_a_length_that_lies_the_other_way_gives_no_more_than_it_told(server: Server) -> None:
    (page,) = get(server.set("/a", answer(PAGE + b"x" * 500, Content_Length=str(len(PAGE)))))
    assert isinstance(page, Page)
    assert page.content == PAGE


def test_no_such_server() -> None:
    (failure,) = get("http://127.0.0.1:1/")
    assert "its robots.txt cannot be read: the connection failed: connection refused" in str(failure)


def test_a_certificate_that_does_not_hold_is_told(server: Server) -> None:
    server.paths["/robots.txt"] = [b"no TLS at all"]
    (failure,) = get(f"https://127.0.0.1:{server.port}/")
    assert "no secure connection" in str(failure) or "no answer" in str(failure)


# --- redirects ---


def test_redirects_are_followed_and_counted(server: Server) -> None:
    for number in range(10):
        server.set(f"/{number}", redirect(f"/{number + 1}"))
    server.set("/10", answer())
    got = Client(ways()).get(f"{server.url}/0", limit=10_000)
    assert (got.url, got.hops) == (f"{server.url}/10", 10)


def test_eleven_redirects_are_one_too_many(server: Server) -> None:
    for number in range(12):
        server.set(f"/{number}", redirect(f"/{number + 1}"))
    (failure,) = get(f"{server.url}/0")
    assert "over 10 redirects" in str(failure)


# --- no private address, by whatever way ---


@pytest.mark.parametrize(
    ("number", "public"),
    [
        pytest.param("93.184.215.14", True, id="the open web"),
        pytest.param("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True, id="the open web, version 6"),
        pytest.param("127.0.0.1", False, id="this machine"),
        pytest.param("::1", False, id="this machine, version 6"),
        pytest.param("0.0.0.0", False, id="any machine"),
        pytest.param("10.1.2.3", False, id="one's own network"),
        pytest.param("172.16.0.1", False, id="one's own network, the second"),
        pytest.param("172.32.0.1", True, id="right after one's own network"),
        pytest.param("192.168.1.1", False, id="a router"),
        pytest.param("169.254.169.254", False, id="the metadata of a cloud"),
        pytest.param("fe80::1%eth0", False, id="link-local"),
        pytest.param("fd00::1", False, id="unique local"),
        pytest.param("100.64.0.1", False, id="a carrier's network"),
        pytest.param("224.0.0.1", False, id="multicast"),
        pytest.param("240.0.0.1", False, id="reserved"),
        pytest.param("::ffff:127.0.0.1", False, id="version 4 in version 6"),
        pytest.param("64:ff9b::7f00:1", False, id="version 4 behind a translator"),
        pytest.param("2002:7f00:1::", False, id="version 4 in 6to4"),
        pytest.param("nonsense", False, id="no number"),
    ],
)
def test_public(number: str, public: bool) -> None:
    assert is_public(number) is public


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://127.0.0.1:{}/a", id="by number"),
        pytest.param("http://2130706433:{}/a", id="by one number"),
        pytest.param("http://0x7f.1:{}/a", id="in base 16"),
        pytest.param("http://localhost:{}/a", id="by name"),
        pytest.param("http://[::ffff:127.0.0.1]:{}/a", id="in version 6"),
    ],
)
def test_this_machine_is_not_asked(server: Server, url: str) -> None:
    server.set("/a", answer())
    (failure,) = get(url.format(server.port), private=False)
    assert "not on the open web; --allow-private" in str(failure) or "no such host" in str(failure)
    assert server.asked == []


def test_a_name_that_leads_here_is_not_followed(server: Server) -> None:
    (failure,) = get(f"http://courier.example:{server.port}/a", private=False, lookup=lambda host, port: ["127.0.0.1"])
    assert "leads to 127.0.0.1, which is not on the open web" in str(failure)
    assert server.asked == []


def test_one_inner_number_among_public_ones_is_a_trick(server: Server) -> None:
    (failure,) = get("http://courier.example/a", private=False, lookup=lambda host, port: ["93.184.215.14", "10.0.0.1"])
    assert "leads to 10.0.0.1" in str(failure)


def test_a_redirect_to_an_inner_address_is_not_followed(server: Server) -> None:
    """The first host is let through as if it were public; the second is this machine by another name."""
    server.set("/a", redirect(f"http://inner.example:{server.port}/secret"))
    server.set("/secret", answer())
    found = {"courier.example": "127.0.0.1", "inner.example": "127.0.0.1"}
    allowed = iter([True] * 2)  # robots.txt and the page of the first host

    class Guarded(Client):
        def _asked(self, address, **more):  # type: ignore[no-untyped-def]
            self._ways = replace(self._ways, private=next(allowed, False))
            return super()._asked(address, **more)

    client = Guarded(ways(private=False, lookup=lambda host, port: [found[host]]))
    with pytest.raises(Refused, match=r"leads to 127\.0\.0\.1"):
        client.get(f"http://courier.example:{server.port}/a", limit=1000)
    assert server.count("/secret") == 0


def test_what_was_checked_is_what_is_connected_to(server: Server) -> None:
    """A name that leads elsewhere the second time it is asked: it is asked once a request."""
    server.set("/a", answer())
    asked: list[str] = []

    def lookup(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    (page,) = get(f"http://courier.example:{server.port}/a", lookup=lookup)
    assert isinstance(page, Page)
    assert (len(asked), server.asked[-1][1]["host"]) == (2, f"courier.example:{server.port}")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        pytest.param("ftp://a.example/", "only http and https are fetched, not ftp:", id="ftp"),
        pytest.param("file:///etc/passwd", "only http and https", id="a file"),
        pytest.param("http://", "only http and https", id="no host"),
        pytest.param("http://a:b@c.example/", "with a name and a password", id="a password"),
        pytest.param("http://a.example:99999/", "no address that can be fetched", id="no port"),
        pytest.param("http://a.example/" + "x" * 3000, "an address of 3,017 characters", id="a trap"),
    ],
)
def test_no_address(url: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        parsed(url)


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        pytest.param("HTTP://A.Example:80/x#y", "http://a.example/x", id="port, capitals, fragment"),
        pytest.param("https://a.example/ü?q=ñ", "https://a.example/%C3%BC?q=%C3%B1", id="letters"),
        pytest.param("https://bücher.example", "https://xn--bcher-kva.example/", id="a name with letters"),
        pytest.param(
            "http://a.example/a b\r\nX: y", "http://a.example/a%20bX:%20y", id="no line of its own in a request"
        ),
    ],
)
def test_plain_address(url: str, plain: str) -> None:
    assert str(parsed(url)) == plain


# --- robots.txt ---

ROBOTS = b"""
User-agent: *
Disallow: /private/
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search?*q=
Crawl-delay: 3

User-agent: GoodBot
User-agent: Dragoman/1.0
Disallow: /not-for-dragoman
"""


@pytest.mark.parametrize(
    ("agent", "path", "allowed"),
    [
        pytest.param("other", "/news", True, id="what no rule names"),
        pytest.param("other", "/private/x", False, id="disallowed"),
        pytest.param("other", "/private/open/1", True, id="the longer rule decides"),
        pytest.param("other", "/a/b.pdf", False, id="an ending"),
        pytest.param("other", "/a/b.pdf?x", True, id="no ending"),
        pytest.param("other", "/search?a=1&q=2", False, id="a star"),
        pytest.param("other", "/%70rivate/x", False, id="written otherwise"),
        pytest.param("dragoman", "/not-for-dragoman", False, id="our own group"),
        pytest.param("dragoman", "/private/x", True, id="our own group is the only one for us"),
        pytest.param("other", "/robots.txt", True, id="itself"),
    ],
)
def test_robots(agent: str, path: str, allowed: bool) -> None:
    assert rules(ROBOTS, agent=agent).allows(path) is allowed


def test_rules_of_many_stars_take_no_time() -> None:
    made = rules(b"User-agent: *\nDisallow: /" + b"*a" * 5000 + b"$", agent="x")
    assert made.allows("/" + "a" * 4000)


def test_what_a_site_asks_not_to_be_fetched_is_not(server: Server) -> None:
    server.set("/robots.txt", answer(b"User-agent: *\nDisallow: /a", kind="text/plain"))
    failure, page = get(server.set("/a", answer()), server.set("/b", answer()))
    assert str(failure) == f"{server.url}/a: {server.url}/robots.txt asks that it is not fetched"
    assert isinstance(page, Page)
    assert (server.count("/a"), server.count("/robots.txt")) == (0, 1)


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        pytest.param("404 Not Found", True, id="none: all is allowed"),
        pytest.param("403 Forbidden", True, id="kept from us: as none"),
        pytest.param("500 Error", False, id="a site that is unwell: nothing is"),
    ],
)
def test_robots_that_cannot_be_had(server: Server, status: str, allowed: bool) -> None:
    server.set("/robots.txt", answer(b"", status=status))
    (entry,) = get(server.set("/a", answer()))
    assert isinstance(entry, Page) is allowed


def test_the_delay_a_site_asks_for_is_kept(server: Server) -> None:
    time = Time()
    server.set("/robots.txt", answer(b"User-agent: *\nCrawl-delay: 5", kind="text/plain"))
    get(server.set("/a", answer()), server.set("/b", answer()), time=time, pause=1.0)
    assert time.slept == [1.0, 5.0]


# --- again, and not too often ---


@pytest.mark.parametrize(
    ("first", "slept"),
    [
        pytest.param(answer(b"", status="503 No"), [1.0], id="unwell"),
        pytest.param(answer(b"", status="429 Too Many", Retry_After="7"), [7.0], id="it says when to come again"),
        pytest.param(answer(PAGE, Content_Length="9999"), [1.0], id="cut short"),
        pytest.param(serve.hang_up, [1.0], id="hung up"),
    ],
)
def test_what_passes_is_tried_again(server: Server, first: object, slept: list[float]) -> None:
    time = Time()
    (page,) = get(server.set("/a", first, answer()), time=time)
    assert isinstance(page, Page)
    assert time.slept == slept


@pytest.mark.parametrize(
    ("status", "more", "tries"),
    [
        pytest.param("404 Not Found", {}, 1, id="not there"),
        pytest.param("403 Forbidden", {}, 1, id="refused"),
        pytest.param("503 No", {}, 3, id="unwell: three times"),
        pytest.param("503 No", {"Retry_After": "86400"}, 1, id="not today"),
    ],
)
def test_no_more_tries_than_are_worth_it(server: Server, status: str, more: dict[str, str], tries: int) -> None:
    get(server.set("/a", answer(b"", status=status, **more)))
    assert server.count("/a") == tries


def test_jitter() -> None:
    early, late = (Clock(chance=lambda chance=chance: chance) for chance in (0.0, 1.0))  # type: ignore[misc]
    assert [(back_off(n, early), back_off(n, late)) for n in range(3)] == [(0.5, 1.5), (1.0, 3.0), (2.0, 6.0)]


def test_a_host_is_given_its_pause_and_others_are_not_kept_waiting() -> None:
    time = Time()
    manners = Manners(pause=2.0, clock=time.clock())
    for host in ("a", "b", "a"):
        with manners.turn(host):
            pass
    assert time.slept == [2.0]


# --- what has not changed ---


class Memory:
    """What is remembered, without a record."""

    def __init__(self) -> None:
        self.held: dict[str, Validators] = {}

    def validators(self, url: str) -> Validators | None:
        return self.held.get(url)

    def keep(self, url: str, validators: Validators, content: bytes) -> None:
        self.held[url] = validators

    def met(self, url: str) -> bool:
        return url in self.held


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    memory = Memory()
    unchanged = b"HTTP/1.1 304 Not Modified\r\n\r\n"
    url = server.set("/a", answer(ETag='"1"', Last_Modified="Tue, 05 Mar 2024 09:00:00 GMT"), unchanged)
    terms = Terms(session=Session(ways(), memory))
    first, again = [*fetch(url, terms=terms), *fetch(url, terms=terms)]
    assert isinstance(first, Page)
    assert str(again) == f"{url}: skipped: not changed since it was last fetched"
    fields = server.asked[-1][1]
    assert (fields["if-none-match"], fields["if-modified-since"]) == ('"1"', "Tue, 05 Mar 2024 09:00:00 GMT")


# --- feeds and sitemaps ---


def feed(*urls: str) -> bytes:
    items = "".join(f"<item><title>x</title><link>{url}</link></item>" for url in urls)
    return answer(
        f"<rss version='2.0'><channel><title>Courier</title>{items}</channel></rss>".encode(),
        kind="application/rss+xml",
    )


def test_the_pages_a_feed_names_are_read_and_those_read_before_are_not(server: Server) -> None:
    memory = Memory()
    pages = [server.set(f"/{n}", answer()) for n in range(3)]
    terms = Terms(session=Session(ways(), memory))
    url = server.set("/feed", feed(*pages[:2]), feed(*pages))
    assert [entry.name for entry in fetch(url, terms=terms)] == pages[:2]
    found = list(fetch(url, terms=terms))
    assert [entry.name for entry in found if isinstance(entry, Page)] == pages[2:]
    assert [server.count(f"/{n}") for n in range(3)] == [1, 1, 1]


def test_a_sitemap_of_sitemaps(server: Server) -> None:
    page = server.set("/a", answer())
    inner = server.set("/s1.xml", answer(f"<urlset><url><loc>{page}</loc></url></urlset>".encode(), kind="text/xml"))
    index = f"<sitemapindex><sitemap><loc>{inner}</loc></sitemap></sitemapindex>".encode()
    found = get(server.set("/s.xml", answer(index, kind="application/xml")))
    assert [entry.name for entry in found] == [page]


def test_a_feed_that_names_itself_ends(server: Server) -> None:
    url = f"{server.url}/feed"
    server.set("/feed", feed(url))
    found = get(url)
    assert [str(entry) for entry in found] == [
        f"{url}: named 2 lists deep: what it names is not fetched; name it itself"
    ]


def test_a_pdf_on_the_web(server: Server) -> None:
    from tests.sources.test_kinds import SAMPLES

    (page,) = get(server.set("/note", answer((SAMPLES / "note.pdf").read_bytes(), kind="application/pdf")))
    assert isinstance(page, Page)
    assert page.media_type == "application/json"


def test_an_interrupted_run_is_not_kept_waiting(server: Server) -> None:
    """What would sleep for thirty seconds ends when the run does."""
    session = Session(replace(Ways(), pause=0.0, private=True))
    found = session.get([server.set("/a", answer()), server.set("/b", answer())], limit=10_000)
    next(found)
    started = time.monotonic()
    found.close()  # type: ignore[attr-defined]
    with pytest.raises(Failed, match="interrupted"):
        session.ways.clock.sleep(30)
    assert time.monotonic() - started < 5
