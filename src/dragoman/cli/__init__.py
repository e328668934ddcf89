"""The command line: data to stdout, talk to stderr, and an exit code that tells."""

import sys
from collections.abc import Sequence

import dragoman


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:  # asked for by scripts, so before anything is loaded
        sys.stdout.write(f"dragoman {dragoman.__version__}\n")
        sys.exit(0)
    from dragoman.cli.run import run

    sys.exit(run(words))
