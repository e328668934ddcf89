"""What can go wrong, as a user would say it.

DragomanError
├── InputError          an address, a page or an article that cannot be read (the run goes on)
│   ├── SourceError     nothing could be fetched from the place named
│   └── ExtractError    a page was fetched, and no article could be made of it
├── OntologyError       a data file under ontology/ is not well formed
├── EngineError         the language model is missing or is not one
├── RecordError         the record file cannot be opened, is not one, or is of a newer schema
├── OutputError         what was asked for could not be written to the place named
├── MissingPart         a library that only some of the work needs is not installed
├── UnknownName         no entry of that name in a registry or a table
└── ConfigError         a setting has a value it cannot have
"""


class DragomanError(Exception):
    """Something a user can act on: the message names the thing, the value and the way out."""


class InputError(DragomanError):
    """An address, a page or an article that cannot be read; it costs one line, never the run."""


class SourceError(InputError):
    """Nothing could be fetched from the place named."""


class ExtractError(InputError):
    """A page was fetched, and no article could be made of it."""


class OntologyError(DragomanError):
    """A data file under ``ontology/`` is not well formed."""


class EngineError(DragomanError):
    """The language model is missing, or what is there is not one."""


class RecordError(DragomanError):
    """The record file cannot be opened, is not a record, or is of a newer schema."""


class OutputError(DragomanError):
    """What was asked for could not be written to the place named."""


class JudgementError(DragomanError):
    """A judgement that says nothing, or the contrary of one that is held."""


class MissingPart(DragomanError):
    """A library that only some of the work needs is not installed; the message says how to get it."""


class UnknownName(DragomanError):
    """No entry of that name in a registry or a table."""


class ConfigError(DragomanError):
    """A setting has a value it cannot have."""
