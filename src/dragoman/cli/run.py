"""Running a command: errors become one line on stderr and an exit code."""

import io
import os
import sys
from collections.abc import Sequence
from typing import cast

from dragoman.cli import exits, screen
from dragoman.errors import DragomanError


def run(words: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    screen.prepare()
    try:
        return _run(words)
    except DragomanError as error:
        screen.complain(str(error))
        return exits.code_of(error)
    except BrokenPipeError:  # `dragoman events | head`: the reader has had enough
        _drop_output()
        return exits.OK
    except OSError as error:
        says = (error.strerror or str(error)).lower()
        if error.filename is not None:  # a file of the program, for pages and records have lines of their own
            screen.complain(f"{error.filename}: {says}")
            return exits.BROKEN
        _drop_output()
        screen.complain(f"output cannot be written: {says}; make room for it")
        return exits.UNWRITTEN
    except KeyboardInterrupt:
        screen.complain("interrupted; what had been read is in the record")
        return exits.INTERRUPTED


def _drop_output() -> None:
    """Let what is still to be written go nowhere: Python would try again when it ends, and complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # no file behind it: a test's, or a program's own
        sys.stdout = io.StringIO()


def _run(words: Sequence[str]) -> int:
    import typer

    from dragoman.cli.commands import app

    # the base of all errors of usage, wherever this version of typer keeps it: it brings its own click, or does not
    unclear = cast(type[Exception], typer.BadParameter.__mro__[2])
    try:
        code = app(list(words) or ["--help"], prog_name="dragoman", standalone_mode=False)
        sys.stdout.flush()
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except unclear as error:
        screen.complain(f"{_message(error)}; `dragoman --help` shows what there is")
        return exits.USAGE
    if code == exits.INTERRUPTED:  # newer versions of typer turn the interrupt into its code
        raise KeyboardInterrupt
    return code if isinstance(code, int) else exits.OK


def _message(error: BaseException) -> str:
    """Return what was not understood, in the way of our own messages."""
    told = error.format_message() if hasattr(error, "format_message") else str(error)
    return told[:1].lower() + told[1:].rstrip(".")
