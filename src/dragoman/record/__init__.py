"""The record: what was read, kept in one SQLite file.

>>> from dragoman.record import Record
>>> with Record.open("seeds.db") as record:  # doctest: +SKIP
...     for agreement in record.agreements():
...         print(agreement.name)
"""

from dragoman.record.held import Snapshot
from dragoman.record.outcome import Outcome, Result, Run
from dragoman.record.store import Record

__all__ = ["Outcome", "Record", "Result", "Run", "Snapshot"]
