"""Opening a record's file: what it is, is told before anything in it is touched."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman.errors import RecordError
from dragoman.record import migrations

APPLICATION_ID = 0x44524147  # "DRAG"
MAGIC = b"SQLite format 3\x00"
BUSY_MS = 10_000  # how long to wait for another process that writes


class Connection(sqlite3.Connection):
    """A connection that tells what the database says in the user's words, whenever a row is fetched."""

    path: Path

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Execute a statement."""
        with explained(self.path):
            return self.cursor(_Cursor).execute(sql, parameters)


class _Cursor(sqlite3.Cursor):
    """Rows come one by one, so that a damaged page may show up long after the statement was executed."""

    connection: Connection

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            raise told(self.connection.path, error) from error

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlite3.DatabaseError as error:
            raise told(self.connection.path, error) from error


def connect(path: Path, *, create: bool) -> Connection:
    """Open the record at ``path``, bring its schema up to date, and return the connection.

    Raises:
        RecordError: it is not there (and is not to be made), is not a record, or is one of a newer schema.
    """
    _look(path, create=create)
    with explained(path):
        connection = _connection(path)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def copied(connection: sqlite3.Connection, path: Path) -> Connection:
    """Return a copy of a record in a file without a name, which goes when it is closed."""
    with explained(path):
        copy = sqlite3.connect("", isolation_level=None, factory=Connection)
        copy.path = path
        connection.backup(copy)
        copy.execute("pragma foreign_keys = on")
        return copy


def _connection(path: Path) -> Connection:
    """Open the file; where its folder cannot be written to, as one that nobody else changes: a copy on a disc."""
    name, uri = str(path), False
    unmerged = path.with_name(f"{path.name}-wal").exists()  # what a writer has not merged yet would be passed over
    if path.exists() and not unmerged and not os.access(path.parent, os.W_OK):
        name, uri = f"{path.resolve().as_uri()}?immutable=1", True
    connection = sqlite3.connect(name, uri=uri, isolation_level=None, timeout=BUSY_MS / 1000, factory=Connection)
    connection.path = path
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the database says into what a user can act on."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise  # two reports of one id: a fault of ours, not of the file
    except sqlite3.DatabaseError as error:
        raise told(path, error) from error


def told(path: Path, error: sqlite3.DatabaseError) -> RecordError:
    """Return what the database says, as a user can act on it."""
    says = str(error)
    if "locked" in says or "busy" in says:
        return RecordError(f"{path}: another process is writing to it; try again when it is done")
    if "readonly" in says or "unable to open" in says:
        return RecordError(f"{path}: cannot be written to ({says}); name a file in a folder of yours with --record")
    if isinstance(error, sqlite3.OperationalError) and "decode" not in says:
        return RecordError(f"{path}: the record cannot be used: {says}")
    return damaged(path, says.partition(" with text")[0])  # the text itself may be pages long


def damaged(path: Path, how: object) -> RecordError:
    """Return that a record holds what no record holds."""
    return RecordError(f"{path}: the record is damaged ({how}); restore a copy, or name another file")


def _look(path: Path, *, create: bool) -> None:
    """Tell by the file alone whether it may be a record."""
    if path.is_dir():
        raise RecordError(f"{path}: a folder, not a record; name a file in it")
    if not path.exists():
        if not create:
            raise RecordError(f"{path}: no such record; make one with `dragoman read ARTICLES --record {path}`")
        if not path.parent.is_dir():
            raise RecordError(f"{path}: there is no folder {path.parent}; make it first")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        way_out = "make it readable for yourself, or name another file with --record"
        raise RecordError(f"{path}: cannot be opened: {str(error.strerror).lower()}; {way_out}") from error
    if head == b"" and create:
        return
    if head != MAGIC:
        what = "an empty file" if not head else "another kind of file"
        raise RecordError(f"{path}: {what}, not a record; name another file with --record")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Check whose file it is before the first write."""
    application, version = (_number(connection, pragma) for pragma in ("application_id", "user_version"))
    newest = migrations.newest()
    if application != APPLICATION_ID and not _blank(connection):
        raise RecordError(f"{path}: a database of another program, not a record; name another file with --record")
    if version > newest:
        raise RecordError(
            f"{path}: a record of schema {version}, and this version knows up to {newest}; "
            "update dragoman, or name another file with --record"
        )
    connection.execute(f"pragma busy_timeout = {BUSY_MS}")
    connection.execute("pragma foreign_keys = on")
    if version < newest:
        _migrate(connection)
        connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")


def _migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, each migration whole or not at all; another process may have been faster."""
    for number, script in migrations.scripts():
        connection.execute("begin immediate")
        if _number(connection, "user_version") < number:
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            connection.execute(f"pragma user_version = {number}")
        connection.execute("commit")


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one: ``executescript`` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"pragma {pragma}").fetchone()[0])


def _blank(connection: sqlite3.Connection) -> bool:
    return connection.execute("select 1 from sqlite_master limit 1").fetchone() is None
