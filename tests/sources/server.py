"""A server on this machine that behaves, and misbehaves, as servers of the web do."""

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

PAGE = (
    b"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Peru and Chile sign pact on aquifer</title>"
    b"<meta property='og:site_name' content='The Southern Courier'>"
    b"<meta property='article:published_time' content='2024-03-05'></head><body><article>"
    b"<h1>Peru and Chile sign pact on aquifer</h1>"
    b"<p>Peru and Chile signed a pact on the waters of the aquifer on Monday, the ministry said.</p>"
    b"<p>Chile's Senate has to approve it before it can enter into force, the ministry added.</p></article></body></html>"
)


def answer(
    content: bytes = PAGE, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **more: str
) -> bytes:
    fields = {"Content-Type": kind, "Content-Length": str(len(content))}
    fields |= {name.replace("_", "-"): value for name, value in more.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + content


def redirect(where: str) -> bytes:
    return answer(b"", status="302 Found", Location=where)


class Server:
    """Answers each path with the bytes set for it; several: one after the other, the last for ever."""

    def __init__(self) -> None:
        self.paths: dict[str, list[object]] = {"/robots.txt": [answer(b"", status="404 Not Found")]}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.stop = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def set(self, path: str, *answers: object) -> str:
        self.paths[path] = list(answers)
        return self.url + path

    def count(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.asked)

    def run(self) -> None:
        while not self.stop.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def close(self) -> None:
        self.stop.set()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            try:
                self._answer(connection, self._request(connection))
            except OSError:
                return

    def _request(self, connection: socket.socket) -> str:
        held = b""
        while b"\r\n\r\n" not in held and (part := connection.recv(65536)):
            held += part
        first, *fields = held.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        path = first.split(" ")[1] if " " in first else ""
        self.asked.append((path, {n.lower(): v.strip() for n, _, v in (field.partition(":") for field in fields)}))
        return path

    def _answer(self, connection: socket.socket, path: str) -> None:
        answers = self.paths.get(path, [answer(b"", status="404 Not Found")])
        made = answers.pop(0) if len(answers) > 1 else answers[0]
        if callable(made):
            made(connection, self)
        else:
            connection.sendall(made)  # type: ignore[arg-type]


def trickle(connection: socket.socket, server: Server) -> None:
    """Send a byte now and then, for ever."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    while not server.stop.wait(0.02):
        connection.sendall(b"x")


def trickling_head(connection: socket.socket, server: Server) -> None:
    """Send a head that does not end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    while not server.stop.wait(0.02):
        connection.sendall(b"x")


def silence(connection: socket.socket, server: Server) -> None:
    """Send nothing."""
    server.stop.wait(5)


def endless(connection: socket.socket, server: Server) -> None:
    """Send as fast as can be, for ever."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not server.stop.is_set():
        connection.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


def hang_up(connection: socket.socket, server: Server) -> None:
    """Close at once."""


def bomb() -> bytes:
    return answer(gzip.compress(b"x" * 10**7), Content_Encoding="gzip")


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join(timeout=5)
