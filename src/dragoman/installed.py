"""What comes with the package, whatever record is open: formats, kinds of file, examples, the codebook."""

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import UnknownName
from dragoman.views.exports import formats as _formats
from dragoman.views.health import Health

if TYPE_CHECKING:
    from dragoman.ontology.codebook import EventEntry

EXAMPLES = Path(__file__).parent / "examples" / "articles"


def formats() -> tuple[str, ...]:
    """Return the names of the formats that a record can be exported to.

    >>> "jsonl" in formats()
    True
    """
    return tuple(_formats())


def examples() -> Path:
    """Return the folder of example articles that comes with the package."""
    return EXAMPLES


def health(record: "str | Path | None" = None) -> Health:
    """Say what is installed, whether the ontology and the model are in order, and what a record holds.

    Raises:
        RecordError: ``record`` is named and cannot be opened.
    """
    from dragoman.views import health as view

    return view.health(Path(record) if record is not None else None)


def codebook(type: str | None = None) -> "tuple[EventEntry, ...]":
    """Return the types of events with their modes, cues and examples, or one of them.

    >>> [entry.type for entry in dragoman.codebook("agree")]
    ['AGREE']

    Raises:
        UnknownName: there is no such type.
    """
    from dragoman import ontology

    entries = ontology.load().events.types
    found = tuple(entry for entry in entries if type is None or entry.type == type.upper())
    if not found:
        raise UnknownName(f"no type of event is called {type!r}; known: {', '.join(e.type for e in entries)}")
    return found


def kinds() -> tuple[str, ...]:
    """Return the names of the kinds of file that are read.

    >>> "pdf" in kinds()
    True
    """
    from dragoman import sources

    return sources.kinds()
