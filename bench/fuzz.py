"""Breaks the samples of each kind of source in a thousand ways, and tells what no reader foresaw.

    python -m bench.fuzz                    ten minutes a kind
    python -m bench.fuzz --seconds 20 pdf   twenty seconds for the samples whose names hold "pdf"

What costs a line is well; an exception, or an input that takes over ten seconds, is a find: it is written to --out, to
become a test.
"""

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from dragoman.articles import extract
from dragoman.errors import ExtractError
from dragoman.model.article import Page
from dragoman.sources import Limits, Terms, kinds
from dragoman.sources.bytes import in_memory, read_pages

SAMPLES = Path(__file__).parents[1] / "tests" / "data" / "sources"
SLOW = 10.0  # seconds
LIMITS = Limits(page=200_000, packed=2_000_000, small=5_000_000)
TOKENS = (b"\x00", b"\xff\xfe", b"<", b"&a;", b"]]>", b"{", b"[" * 50, b'"', b"\r\n\r\n", b"From ", b"../", b"http://[")


def cut(content: bytes, chance: random.Random, _: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def flip(content: bytes, chance: random.Random, _: bytes) -> bytes:
    made = bytearray(content)
    for _number in range(chance.choice((1, 1, 2, 8, 64))):
        if made:
            made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def drop(content: bytes, chance: random.Random, _: bytes) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _number in range(2))
    return content[:start] + content[end:]


def repeat(content: bytes, chance: random.Random, _: bytes) -> bytes:
    start, end = sorted(chance.randrange(len(content) + 1) for _number in range(2))
    return content[:end] + content[start:end] * chance.choice((1, 3, 30)) + content[end:]


def put(content: bytes, chance: random.Random, _: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 5)) + content[at:]


def splice(content: bytes, chance: random.Random, other: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]


WAYS: tuple[Callable[[bytes, random.Random, bytes], bytes], ...] = (cut, flip, drop, repeat, put, splice)


def broken(path: Path, others: list[bytes], seed: int) -> Iterator[tuple[int, bytes]]:
    """Yield a sample broken in ever new ways, the same for the same seed."""
    whole = path.read_bytes()
    number = seed
    while True:
        chance = random.Random(f"{path.name}/{number}")
        content = whole
        for _ in range(chance.choice((1, 1, 2, 3))):
            content = chance.choice(WAYS)(content, chance, chance.choice(others))
        yield number, content
        number += 1


def tried(name: str, content: bytes) -> str | None:
    """Return what went wrong; None: all is well, whatever the input was."""
    start = time.monotonic()
    try:
        for entry in read_pages(in_memory(content, name=name), Terms(LIMITS)):
            if isinstance(entry, Page):
                with suppress(ExtractError):
                    extract(entry)
            elif "\n" in str(entry):
                return "a line that is two"
    except Exception as error:
        # by where it came from, not by what it says: offsets differ each time
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    took = time.monotonic() - start
    return f"{took:.0f} seconds" if took > SLOW else None


def fuzz(path: Path, others: list[bytes], *, seconds: float, seed: int, out: Path) -> Counter[str]:
    """Try a sample for some seconds; return what went wrong, and how often."""
    found: Counter[str] = Counter()
    end = time.monotonic() + seconds
    count = 0
    for number, content in broken(path, others, seed):
        if time.monotonic() > end:
            break
        count += 1
        what = tried(path.name, content)
        if what is not None:
            if what not in found:
                out.mkdir(parents=True, exist_ok=True)
                (out / f"{number}-{path.name}").write_bytes(content)
            found[what] += 1
    print(f"{path.name:<24} {count:>7} tried, {len(found)} ways to fail")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="parts of the names of samples; all, if none is told")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("fuzz-finds"))
    asked = parser.parse_args()
    kinds()  # loads the readers
    paths = sorted(p for p in SAMPLES.iterdir() if not asked.names or any(name in p.name for name in asked.names))
    others = [path.read_bytes() for path in SAMPLES.iterdir()]
    all_found: Counter[str] = Counter()
    for path in paths:
        all_found += fuzz(path, others, seconds=asked.seconds, seed=asked.seed, out=asked.out)
    for what, count in all_found.most_common():
        print(f"{count:>7}  {what}")
    return 1 if all_found else 0


if __name__ == "__main__":
    sys.exit(main())
