"""Whether everything is in place: versions, language model, ontology, and what a record holds."""

import platform
from collections import Counter
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import dragoman
from dragoman.errors import DragomanError
from dragoman.record import Record, maker

SHOWN = 200  # pages that could not be read; more are counted
LIBRARIES = ("spacy", "trafilatura", "ahocorasick_rs", "py3langid", "typer", "rich")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at, how it was found, and whether it is well."""

    name: str
    found: str
    well: bool = True


@dataclass(frozen=True, slots=True)
class Health:
    """All that was looked at."""

    checks: tuple[Check, ...]

    @property
    def well(self) -> bool:
        """Say whether everything is in place."""
        return all(check.well for check in self.checks)


def health(path: Path | None = None) -> Health:
    """Look at the installation, and at the record where one is named."""
    return Health((*_versions(), _model(), *_ontology(), *(_record(path) if path else ())))


def _versions() -> tuple[Check, ...]:
    return (
        Check("dragoman", dragoman.__version__),
        Check("reads as", maker.reader()),
        Check("groups as", maker.grouper()),
        Check("python", platform.python_version()),
        *(_library(name) for name in LIBRARIES),
    )


def _library(name: str) -> Check:
    try:
        return Check(name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, "not installed; install dragoman again", well=False)


def _model() -> Check:
    try:
        from dragoman.reading.engine import Engine

        return Check("language model", Engine.load().maker)
    except DragomanError as error:
        return Check("language model", str(error), well=False)


def _ontology() -> tuple[Check, ...]:
    try:
        from dragoman import ontology

        faults = ontology.lint()
    except DragomanError as error:
        return (Check("ontology", str(error), well=False),)
    return tuple(Check("ontology", fault, well=False) for fault in faults) or (Check("ontology", "no faults"),)


def _record(path: Path) -> tuple[Check, ...]:
    with Record.open(path, create=False) as record:
        faults = record.faults()
        if faults:
            return tuple(Check("record", f"{path}: damaged: {fault}; restore a copy", well=False) for fault in faults)
        held = ", ".join(f"{count} {table}" for table, count in record.counts().items() if count)
        met = record.outcomes()
        failed = [outcome for outcome in met if outcome.result == "failed"]
        became = Counter((outcome.result, outcome.reason) for outcome in met if outcome.result != "failed")
        return (
            Check("record", f"{path}: {held or 'empty'}"),
            Check("grouping", "to be done, the next command does it" if record.stale() else "up to date"),
            *(
                Check(f"pages {result}", f"{count}{f': {reason}' if reason else ''}")
                for (result, reason), count in sorted(became.items(), key=lambda item: (item[0][0], item[0][1] or ""))
            ),
            *((Check("pages failed", str(len(failed))),) if failed else ()),
            *(Check("not read", f"{outcome.name}: {outcome.reason}") for outcome in failed[:SHOWN]),
        )
