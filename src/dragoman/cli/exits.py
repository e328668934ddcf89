"""Exit codes: what they say is part of the interface."""

from dragoman.errors import (
    ConfigError,
    DragomanError,
    EngineError,
    MissingPart,
    OntologyError,
    OutputError,
    RecordError,
)

OK = 0
SOME_FAILED = 1
USAGE = 2
NOTHING = 3
RECORD = 4
BROKEN = 5
UNWRITTEN = 6
INTERRUPTED = 130

MEANING = {
    OK: "all was read; what was asked for was shown",
    SOME_FAILED: "some input could not be read; the rest is in the record",
    USAGE: "the command was not understood",
    NOTHING: "nothing was read, or nothing in the record is what was asked for",
    RECORD: "the record cannot be used; nothing in it was touched",
    BROKEN: "a part of the program or of its configuration is missing or not well formed",
    UNWRITTEN: "what was asked for could not be written: a full disk, a folder that may not be written to",
    INTERRUPTED: "interrupted; what had been read is in the record",
}


def code_of(error: DragomanError) -> int:
    """Return the exit code that an error ends with."""
    if isinstance(error, RecordError):
        return RECORD
    if isinstance(error, OutputError):
        return UNWRITTEN
    if isinstance(error, ConfigError | EngineError | MissingPart | OntologyError):
        return BROKEN
    return NOTHING


def told() -> str:
    """Return the codes and their meaning as the help shows them."""
    return "Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in MEANING.items()) + "."
