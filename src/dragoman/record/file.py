"""Opening a record's file: what it is, is told before anything in it is touched."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.record import migrations

APPLICATION_ID = 0x44524147  # "DRAG"
MAGIC = b"SQLite format 3\x00"
BUSY_MS = 10_000  # how long to wait for another process that writes


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
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


def _connection(path: Path) -> sqlite3.Connection:
    """Open the file; where its folder cannot be written to, as one that nobody else changes: a copy on a disc."""
    name, uri = str(path), False
    unmerged = path.with_name(f"{path.name}-wal").exists()  # what a writer has not merged yet would be passed over
    if path.exists() and not unmerged and not os.access(path.parent, os.W_OK):
        name, uri = f"{path.resolve().as_uri()}?immutable=1", True
    return sqlite3.connect(name, uri=uri, isolation_level=None, timeout=BUSY_MS / 1000)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the database says into what a user can act on."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise RecordError(f"{path}: another process is writing to it; try again when it is done") from error
        raise RecordError(f"{path}: the record cannot be used: {error}") from error
    except sqlite3.IntegrityError:
        raise  # two reports of one id: a fault of ours, not of the file
    except sqlite3.DatabaseError as error:
        raise RecordError(f"{path}: the record is damaged ({error}); restore a copy, or name another file") from error


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
        raise RecordError(f"{path}: cannot be opened: {error.strerror}") from error
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
