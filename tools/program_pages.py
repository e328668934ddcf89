"""Reference pages of the program: commands, Python, settings, errors, exit codes, and what is registered."""

import contextlib
import inspect
import io
import os
import types
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass

from address_page import addresses
from page_fields import about, fields_of, first_line
from page_parts import code, codes, fenced, page, table
from table_pages import tables

import dragoman
from dragoman import config, errors, reconcile, sources
from dragoman.cli import exits
from dragoman.cli.run import run
from dragoman.reconcile.check import every_check
from dragoman.sources.kinds import place, source
from dragoman.views.exports import formats


def pages() -> dict[str, str]:
    """Return the pages by their names under ``docs/reference``."""
    return {
        "addresses.md": addresses(),
        "cli.md": cli(),
        "python.md": python(),
        "tables.md": tables(),
        "settings.md": settings(),
        "errors.md": error_tree(),
        "exit-codes.md": exit_codes(),
        "registered.md": registered(),
    }


def cli() -> str:
    """Return the page of commands, each with what its ``--help`` says."""
    top = _help()
    listed = top.split("Commands:\n", 1)[1].split("\n\n", 1)[0]
    names = [line.split()[0] for line in listed.splitlines() if line[:3].strip() and not line.startswith("   ")]
    intro = (
        "Data goes to standard output, talk to standard error. Every reading command takes `--json`, an object a line; "
        "the listings take `--csv` too. [Exit codes](exit-codes.md) say how it went."
    )
    return page("Commands", intro, fenced(top), *(f"## {name}\n\n{fenced(_help(name))}" for name in names))


def _help(*command: str) -> str:
    """Return what ``--help`` says, at a width that does not depend on the terminal."""
    said, before = io.StringIO(), os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    try:
        with contextlib.redirect_stdout(said):
            run([*command, "--help"])
    finally:
        os.environ.pop("COLUMNS")
        if before is not None:
            os.environ["COLUMNS"] = before
    return "\n".join(line.rstrip() for line in said.getvalue().strip("\n").splitlines())


def python() -> str:
    """Return the page of the public Python names."""
    parts = ["Everything public is imported from `dragoman` itself."]
    nouns = []
    for name in dragoman.__all__:
        thing = getattr(dragoman, name)
        if isinstance(thing, types.FunctionType):
            parts.append(f"## {name}{_signature(thing)}\n\n{_docstring(thing)}")
        elif inspect.isclass(thing) and is_dataclass(thing):
            nouns.append((code(name), first_line(thing)))
        elif inspect.isclass(thing):
            parts.append(f"## {name}\n\n{about(thing)}{_members(thing)}")
    listed = table(("noun", "what it is"), nouns)
    version = "`__version__` is the version, a string."
    return page(
        "Python",
        *parts,
        f"## Nouns\n\nFrozen dataclasses; [tables](tables.md) lists their fields.\n\n{listed}",
        version,
    )


def _members(thing: type) -> str:
    told = []
    for name, member in vars(thing).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property):
            told.append((code(name), first_line(member)))
        elif isinstance(member, types.FunctionType):
            told.append((code(f"{name}{_signature(member)}"), first_line(member)))
    return "\n\n" + table(("name", "what it gives"), told) if told else ""


def _signature(function: Callable[..., object]) -> str:
    given = inspect.signature(function)
    kept = [p.replace(annotation=inspect.Parameter.empty) for p in given.parameters.values() if p.name != "self"]
    told = ", ".join("tell=…" if p.name == "tell" else str(p) for p in kept)
    return f"({told})"


def _docstring(function: Callable[..., object]) -> str:
    """Return a docstring, its parts after the first sentence as they stand."""
    first, _, rest = about(function).partition("\n\n")
    return f"{first}\n\n{fenced(rest)}" if rest else first


def settings() -> str:
    """Return the page of settings."""
    rows = [(code(f.name), code(config.PREFIX + f.name.upper()), code(f.type), f.meaning) for f in _settings()]
    return page("Settings", about(config).partition("\n\n")[2], table(("key", "variable", "type", "meaning"), rows))


def _settings() -> Iterator[types.SimpleNamespace]:
    defaults = config.Settings()
    for field in fields_of(config.Settings):
        default = getattr(defaults, field.name)
        told = f"; {default} unless set" if default is not None else ""
        yield types.SimpleNamespace(name=field.name, type=field.type, meaning=f"{field.meaning}{told}")


def error_tree() -> str:
    """Return the page of errors."""
    known = [e for e in vars(errors).values() if inspect.isclass(e) and issubclass(e, errors.DragomanError)]
    rows = [(code(e.__name__), first_line(e), str(exits.code_of(e("")))) for e in known]
    tree = inspect.cleandoc(errors.__doc__ or "").split("\n\n", 1)[1]
    return page(
        "Errors",
        "What can go wrong is a `DragomanError`; its message names the thing, the value and the way out. On the "
        "command line it is one line on standard error, and the [exit code](exit-codes.md) beside it here.",
        fenced(tree),
        table(("error", "when", "exit code"), rows),
    )


def exit_codes() -> str:
    """Return the page of exit codes."""
    rows = [(str(number), meaning) for number, meaning in exits.MEANING.items()]
    return page("Exit codes", table(("code", "meaning"), rows))


def registered() -> str:
    """Return the page of sources, checks and exports there are."""
    sources.kinds()  # reads the modules of the folder, so that each registers itself
    found = [(code(n), codes(kind.suffixes), first_line(kind)) for n, kind in source.items()]
    places = [(code(n), first_line(kind)) for n, kind in place.items()]
    checks = [(code(n), ", ".join(o.__name__.lower() for o in c.over), c.explanation) for n, c in every_check().items()]
    exports = [(code(n), first_line(write)) for n, write in formats().items()]
    return page(
        "Sources, checks, exports",
        "Each is one file; [how to add a source](../how-to/add-a-source.md), [a check](../how-to/add-a-check.md), "
        "[an export](../how-to/add-an-export.md).",
        "## Sources\n\n`--from` takes these kinds.\n\n" + table(("kind", "files", "what it is"), found),
        "Besides files, these can be named:\n\n" + table(("kind", "what it is"), places),
        f"## Checks\n\n{first_line(reconcile)}\n\n" + table(("check", "looks over", "what it tells"), checks),
        "## Exports\n\n" + table(("format", "what it writes"), exports),
    )
