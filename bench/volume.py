"""How fast pages come out of large files, and how much memory that takes; nothing is read by the engine.

python -m bench.volume             60,000 pages a kind, in a folder that is removed
python -m bench.volume --pages 5000
"""

import argparse
import gzip
import json
import mailbox
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from dragoman.model.article import Page
from dragoman.sources import fetch

TEXT = "Peru and Chile signed a pact on the waters of the aquifer on Monday, the ministry said. " * 80
HTML = f"<!DOCTYPE html><html><head><title>Pact</title></head><body><article><p>{TEXT}</p></article></body></html>"


def warc(path: Path, pages: int) -> None:
    with path.open("wb") as file:
        for number in range(pages):
            body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{HTML}".encode()
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\n"
                f"WARC-Record-ID: <urn:uuid:{number:08d}-0000-0000-0000-000000000000>\r\n"
                f"WARC-Date: 2024-03-06T00:00:00Z\r\nWARC-Target-URI: https://courier.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + body + b"\r\n\r\n", 1))


def jsonl(path: Path, pages: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(pages):
            file.write(json.dumps({"title": f"Pact {number}", "text": TEXT}) + "\n")


def csv(path: Path, pages: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("title,text\n")
        for number in range(pages):
            file.write(f'Pact {number},"{TEXT}"\n')


def zipped(path: Path, pages: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(pages):
            archive.writestr(f"{number % 100}/{number}.html", HTML)


def mbox(path: Path, pages: int) -> None:
    with path.open("wb") as file:
        letter = EmailMessage()
        letter["Subject"], letter["From"], letter["Date"] = (
            "Pact",
            "Courier <a@b.example>",
            "Tue, 05 Mar 2024 09:00:00 -0500",
        )
        letter.set_content(TEXT)
        content = b"From a@b.example Tue Mar  5 09:00:00 2024\n" + mailbox.mboxMessage(letter).as_bytes() + b"\n"
        for _ in range(pages):
            file.write(content)


KINDS: dict[str, Callable[[Path, int], None]] = {
    "news.warc.gz": warc,
    "news.jsonl": jsonl,
    "news.csv": csv,
    "news.zip": zipped,
    "news.mbox": mbox,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=60_000)
    asked = parser.parse_args()
    print(f"{'file':<16} {'MB':>6} {'pages':>8} {'pages/s':>9} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, write in KINDS.items():
            path = Path(folder) / name
            write(path, asked.pages)
            start = time.perf_counter()
            count = sum(isinstance(entry, Page) for entry in fetch(str(path)))
            pace = count / (time.perf_counter() - start)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{name:<16} {path.stat().st_size / 1e6:>6.0f} {count:>8,} {pace:>9,.0f} {peak:>8.0f}")
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
