"""Checks by name: a file under ``checks/`` with ``@check`` is enough to add one."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from dragoman.model.finding import Finding
from dragoman.reconcile.accounts import Case, Row
from dragoman.registry import Registry

Looks = Callable[[Case[Any]], Iterator[Finding]]
F = TypeVar("F", bound=Looks)


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what it looks over, and the words that explain it to users."""

    name: str
    over: tuple[type[Row], ...]
    looks: Looks
    explanation: str


_checks: Registry[Check] = Registry("check")


def check(name: str, *, over: type[Row] | tuple[type[Row], ...]) -> Callable[[F], F]:
    """Register a check; its docstring is shown to users beside its findings.

    Args:
        name: what it is called in messages and documents; unique among checks.
        over: the kinds of row it looks over.
    """

    def keep(looks: F) -> F:
        rows = over if isinstance(over, tuple) else (over,)
        _checks(name)(Check(name, rows, looks, (looks.__doc__ or "").strip()))
        return looks

    return keep


def every_check() -> Registry[Check]:
    """Return all checks by name; the files under ``checks/`` are read when this is first called."""
    folder = importlib.import_module("dragoman.reconcile.checks")
    for module in pkgutil.iter_modules(folder.__path__):
        importlib.import_module(f"{folder.__name__}.{module.name}")
    return _checks
