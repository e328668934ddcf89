"""Time and memory of the program's commands, each in a process of its own.

    .venv/bin/python bench/speed.py [FOLDER] [--json]

FOLDER is what to read; the example articles when left out. "cold" is the first reading into an empty record, "again"
the same reading when nothing is new, "nothing" a command that reads nothing. Seconds are of wall clock; memory is the
peak of the resident set. Compare rows of one run with one another, not with another machine's.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

PROGRAM = [sys.executable, "-m", "dragoman"]


@dataclass(frozen=True)
class Run:
    name: str
    seconds: float
    megabytes: float


def run(name: str, *words: str) -> Run:
    """Run the program once, and measure it."""
    begun = time.perf_counter()
    process = subprocess.Popen([*PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return Run(name, round(time.perf_counter() - begun, 2), round(usage.ru_maxrss / 1024, 1))


def runs(folder: str) -> list[Run]:
    """Measure every command over one record, in the order in which a person would run them."""
    with tempfile.TemporaryDirectory() as place:
        record, out = f"{place}/speed.db", f"{place}/out"
        return [
            run("nothing (--version)", "--version"),
            run("read, cold", "read", folder, "--record", record),
            run("read, again", "read", folder, "--record", record),
            run("brief", "brief", "--record", record),
            run("export", "export", "--record", record, "--out", out),
        ]


def examples() -> str:
    import dragoman

    return str(dragoman.examples())


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="what to read; the example articles when left out")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = runs(str(args.folder) if args.folder else examples())
    if args.json:
        print(json.dumps([asdict(r) for r in found], indent=2))
        return 0
    print(f"{'command':<22}{'seconds':>9}{'MB':>9}")
    for each in found:
        print(f"{each.name:<22}{each.seconds:>9}{each.megabytes:>9}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
