"""Writing: atomic for each article, and grouping in one transaction over all of them."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path
from typing import cast

from dragoman.model.actor import Actor
from dragoman.model.article import Article
from dragoman.model.coded import Coded
from dragoman.model.finding import Finding, Judgement
from dragoman.model.grouping import Grouping
from dragoman.model.report import Report
from dragoman.model.text import Span
from dragoman.record import aliases, file
from dragoman.record.lookup import Lookup
from dragoman.record.outcome import Outcome, Run
from dragoman.record.rows import Noun, inward_of, line_of, noun_of, row_of


class Record(Lookup):
    """A sourced record in one file; readers work while one process writes."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take a connection that is ready; ``Record.open`` makes one."""
        self.path = path
        self._db = connection

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> "Record":
        """Open the record at ``path``; make it where there is none, unless ``create`` is false.

        Raises:
            RecordError: the file is not a record, or of a newer schema, or not there; nothing in it is touched.
        """
        return cls(Path(path), file.connect(Path(path), create=create))

    def close(self) -> None:
        """Close the file; the record cannot be used any more."""
        self._db.close()

    def __enter__(self) -> "Record":
        """Give the record itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    # -- what was read ------------------------------------------------------------------------------------------------

    def add(
        self, article: Article, coded: Coded, *, maker: str, sentences: Iterable[Span] = (), at: str | None = None
    ) -> bool:
        """Keep an article with its reports and actors, all of them or none, and mark it to be grouped.

        Args:
            article: what was read.
            coded: what was coded from it.
            maker: which version read it.
            sentences: of the article.
            at: the ISO time at which it was read; kept when the article is new.

        Returns:
            Whether anything was written: the same article read again by the same maker changes nothing.
        """
        with self._writing():
            if not self._wanted(article, maker):
                return self._keep_version(article)
            self._keep_version_held(article)
            self._insert_article(article, maker, sentences, at)
            self._insert_reports(coded.reports)
            self._insert_actors(article.id, coded.actors)
            self._mark(article.id)
            return True

    def _mark(self, id: str) -> None:
        """Remember that all is to be grouped anew because of an article or a judgement."""
        self._db.execute("insert into marks (article) values (?)", (id,))

    def _keep_version_held(self, article: Article) -> None:
        """Keep the text that an article had so far, where the new one is another."""
        query = "select coalesce(as_read, row) from articles where id = ?"
        held = self._db.execute(query, (article.id,)).fetchone()
        if held is not None:
            self._keep_version(cast(Article, noun_of("articles", json.loads(held[0]))), now=article.sha256)
        self._db.execute("delete from versions where (article, sha256) = (?, ?)", (article.id, article.sha256))

    def _keep_version(self, other: Article, now: str | None = None) -> bool:
        """Keep another text of an article beside the one it has, and say whether it was not known.

        Args:
            other: the article with that text.
            now: the hash of the text the article has, None for that of the one that is held.
        """
        if now is None:
            held = self._db.execute("select row from articles where id = ?", (other.id,)).fetchone()
            now = str(json.loads(held[0])["sha256"])
        if other.sha256 == now:
            return False
        written = self._db.execute(
            "insert or ignore into versions (article, sha256, row) values (?, ?, ?)",
            (other.id, other.sha256, line_of(row_of(other))),
        )
        if written.rowcount:
            self._mark(other.id)
        return bool(written.rowcount)

    def _wanted(self, article: Article, maker: str) -> bool:
        """Say whether an article is to be written: it is new, newly made, or the better copy of one that is held.

        Two copies of one article (one address, or one text in two files) may come in any order; which is kept must
        not depend on it: the later by its stamps, else the one whose row sorts first.
        """
        query = "select maker, coalesce(as_read, row) from articles where id = ?"
        held = self._db.execute(query, (article.id,)).fetchone()
        if held is None or held[0] != maker:
            return True
        other = cast(Article, noun_of("articles", json.loads(held[1])))
        day, other_day = _last_day(article), _last_day(other)
        return day > other_day or (day == other_day and line_of(row_of(article)) < held[1])

    def _insert_article(self, article: Article, maker: str, sentences: Iterable[Span], at: str | None) -> None:
        """Put the article in the place of its former reading, whose reports and actors go with it."""
        ends = json.dumps([[span.start, span.end] for span in sentences])
        for table in ("reports", "actors"):
            self._db.execute(f"delete from {table} where article = ?", (article.id,))
        row = (article.outlet, article.published.earliest, maker, line_of(row_of(article)), ends)
        # no upsert: one runs the triggers of an insertion and those of a change, both
        written = self._db.execute(
            "update articles set outlet = ?, published = ?, maker = ?, row = ?, sentences = ?, as_read = null"
            " where id = ?",
            (*row, article.id),
        )
        if not written.rowcount:
            self._db.execute(
                "insert into articles (outlet, published, maker, row, sentences, id, first_read)"
                " values (?, ?, ?, ?, ?, ?, ?)",
                (*row, article.id, at),
            )

    def _insert_reports(self, reports: Iterable[Report]) -> None:
        self._db.executemany(
            "insert into reports (id, article, kind, row, inward) values (?, ?, ?, ?, ?)",
            ((r.id, r.article, r.kind, line_of(row_of(r)), inward_of(r)) for r in reports),
        )

    def _insert_actors(self, article: str, found: Iterable[Actor]) -> None:
        self._db.executemany(
            "insert into actors (id, article, row) values (?, ?, ?)",
            ((actor.id, article, line_of(row_of(actor))) for actor in found),
        )

    # -- what persons decided -----------------------------------------------------------------------------------------

    def judge(self, judgement: Judgement) -> bool:
        """Keep what a person decided, and mark all to be grouped anew; say whether it was not known."""
        if any(held.id == judgement.id for held in self.judgements()):
            return False
        with self._writing():
            self._db.execute(
                "insert into judgements (id, row) values (?, ?)", (judgement.id, line_of(row_of(judgement)))
            )
            self._mark(judgement.id)
        return True

    def unjudge(self, id: str) -> None:
        """Forget a judgement, and mark all to be grouped anew."""
        with self._writing():
            self._db.execute("delete from judgements where id = ?", (id,))
            self._mark(id)

    # -- as it was ----------------------------------------------------------------------------------------------------

    def holding(self, articles: Iterable[str]) -> "Record":
        """Return a copy with some of the articles only, yet to be grouped; it goes when it is closed."""
        other = Record(self.path, file.copied(self._db, self.path))
        kept = json.dumps(sorted(set(articles)))
        with other._writing():
            other._db.execute("delete from articles where id not in (select value from json_each(?))", (kept,))
            other._mark("")
        return other

    # -- what became of each page -------------------------------------------------------------------------------------

    def note(self, outcome: Outcome, *, maker: str) -> bool:
        """Keep what became of a page; a failure of the same name that it overtakes is forgotten.

        Returns:
            Whether anything was written.
        """
        if self.outcome(outcome.name, outcome.sha256, maker=maker) == outcome:
            return False
        with self._writing():
            self._db.execute("delete from outcomes where name = ? and result in ('failed', 'skipped')", (outcome.name,))
            self._db.execute(
                "insert or replace into outcomes (name, sha256, result, article, reason, maker)"
                " values (?, ?, ?, ?, ?, ?)",
                (*astuple(outcome), maker),
            )
        return True

    def fail(self, name: str, reason: str, *, maker: str, sha256: str = "") -> None:
        """Keep that a page could not be read, and why."""
        self.note(Outcome(name=name, sha256=sha256, result="failed", reason=reason), maker=maker)

    def visited(self, url: str, *, maker: str, etag: str | None, modified: str | None, sha256: str) -> None:
        """Remember with what a page came from the web."""
        with self._writing():
            self._db.execute(
                "insert or replace into visits (url, maker, etag, modified, sha256, done) values (?, ?, ?, ?, ?, 0)",
                (url, maker, etag, modified, sha256),
            )

    def settle(self) -> None:
        """Remember that all was read that the pages fetched so far name."""
        if self._number("select exists (select 1 from visits where not done)"):
            with self._writing():
                self._db.execute("update visits set done = 1 where not done")

    def look(self, url: str, at: str) -> None:
        """Remember when a watched feed was last read to the end."""
        with self._writing():
            self._db.execute("insert or replace into watched (url, at) values (?, ?)", (url, at))

    def log(self, run: Run) -> None:
        """Keep that a run took place."""
        with self._writing():
            self._db.execute(
                "insert into runs (started, maker, read, unread, skipped, failed) values (?, ?, ?, ?, ?, ?)",
                (run.started, run.maker, run.read, run.unread, run.skipped, run.failed),
            )

    # -- grouping -----------------------------------------------------------------------------------------------------

    def replace(self, grouping: Grouping, findings: Iterable[Finding], *, mark: int, maker: str) -> None:
        """Put a new grouping in the place of the old one, in one transaction; only rows that differ are written.

        Args:
            grouping: made from a snapshot of this record.
            findings: what reconciling it showed.
            mark: the snapshot's. What was marked later stays marked; a grouping older than the one held is dropped.
            maker: which version grouped.
        """
        with self._writing():
            if mark < int(self._noted("grouped_to") or 0):
                return
            self._redate("articles", grouping.articles)
            self._redate("reports", grouping.reports)
            for table, nouns in _derived(grouping, tuple(findings)).items():
                self._rewrite(table, {noun.id: line_of(row_of(noun)) for noun in nouns})
            self._db.execute("delete from marks where number <= ?", (mark,))
            self._write_note("grouped_to", str(mark))
            self._write_note("grouped_by", maker)

    def _redate(self, table: str, nouns: Iterable[Article | Report]) -> None:
        """Write the rows that a story has dated, and keep what was read beside them."""
        held = {id: (row, read) for id, row, read in self._db.execute(f"select id, row, as_read from {table}")}
        for noun in nouns:
            now, (row, read) = line_of(row_of(noun)), held.get(noun.id, (None, None))
            if row is None or now == row:
                continue
            first = read or row
            self._db.execute(
                f"update {table} set row = ?, as_read = ? where id = ?", (now, None if now == first else first, noun.id)
            )
            if isinstance(noun, Article):
                self._db.execute("update articles set published = ? where id = ?", (noun.published.earliest, noun.id))

    def _rewrite(self, table: str, made: dict[str, str]) -> None:
        """Make a table hold the rows of ``made`` by id, and remember where the ids that are gone went."""
        held: dict[str, str] = dict(self._db.execute(f"select id, row from {table}"))
        changed = [(id, made[id]) for id in sorted(made) if held.get(id) != made[id]]
        if not changed and held.keys() == made.keys():
            return
        self._db.executemany(f"delete from {table} where id = ?", ((id,) for id in sorted(held.keys() - made.keys())))
        self._db.executemany(f"insert or replace into {table} (id, row) values (?, ?)", changed)
        self._rename(held, made)
        if table == "agreements":
            for key in aliases.PARTS:
                self._rename(aliases.parts(held, key), aliases.parts(made, key))

    def _rename(self, held: dict[str, str], made: dict[str, str]) -> None:
        """Remember under which ids the rows that are gone live on."""
        self._db.executemany(
            "delete from aliases where former = ?", ((id,) for id in sorted(made.keys() - held.keys()))
        )
        gone = {id: held[id] for id in sorted(held.keys() - made.keys())}
        for former, heir in aliases.heirs(gone, made).items():
            self._db.execute("update aliases set id = ? where id = ?", (heir, former))
            self._db.execute("insert or replace into aliases (former, id) values (?, ?)", (former, heir))

    def _write_note(self, name: str, value: str) -> None:
        if self._noted(name) != value:
            self._db.execute("insert or replace into notes (name, value) values (?, ?)", (name, value))


def _derived(grouping: Grouping, findings: tuple[Finding, ...]) -> dict[str, tuple[Noun, ...]]:
    return {
        "events": grouping.events,
        "agreements": grouping.agreements,
        "votes": grouping.votes,
        "relations": grouping.relations,
        "statements": grouping.statements,
        "assessments": grouping.assessments,
        "stories": grouping.stories,
        "findings": findings,
    }


def _last_day(article: Article) -> str:
    """Return the last day a text was published or changed on, "" where none is known."""
    stamps = (article.modified, article.published)
    return next((stamp.latest for stamp in stamps if stamp and stamp.latest), "")
