"""The commands; each does one thing with the public names of the package."""

import json
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import dragoman
from dragoman.cli import codebook, compare, differing, exits, judge, listings, over_time, screen, serve, shown
from dragoman.cli.opened import AsOf, RecordPath, opened
from dragoman.cli.progress import Progress

if TYPE_CHECKING:
    from dragoman import OpenRecord
    from dragoman.record import Run

app = typer.Typer(
    help="Reads news about relations between states and keeps a sourced record of who agreed, did and said what.",
    epilog=exits.told(),
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _known(format: str) -> str:
    if format not in dragoman.formats():
        raise typer.BadParameter(f"no export called {format!r}; known: {', '.join(dragoman.formats())}")
    return format


def _folder(out: Path) -> Path:
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is a file; name a folder")
    return out


AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, an object a line.")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="How many processes read; the record is the same.")
]


def _version(asked: bool) -> None:
    if asked:
        screen.say(f"dragoman {dragoman.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command()
def demo(
    record: Annotated[
        Path | None, typer.Option("--record", "-r", readable=False, help="Keep the record in this file.")
    ] = None,
) -> int:
    """Read the example articles that come with the program, and show the brief."""
    with (
        tempfile.TemporaryDirectory(prefix="dragoman-") as folder,
        dragoman.open(record or Path(folder) / "demo.db") as held,
    ):
        name = None if record else "demo"
        code = _read(held, [str(dragoman.examples())], name=name)
        screen.say(held.brief())
        if name:
            screen.tell(
                "demo: `dragoman demo --record demo.db` keeps the record, for `dragoman explain ID` and the rest"
            )
        return code


def _kind(kind: str | None) -> str | None:
    if kind is not None and kind not in dragoman.kinds():
        raise typer.BadParameter(f"no kind called {kind!r}; known: {', '.join(dragoman.kinds())}")
    return kind


def _columns(named: list[str] | None) -> list[str] | None:
    wrong = next((word for word in named or () if not word.partition("=")[2]), None)
    if wrong is not None:
        raise typer.BadParameter(f"{wrong!r} names no column; say FIELD=NAME, such as text=Body")
    return named


Private = Annotated[bool, typer.Option("--allow-private", help="Fetch from machines of your own network, too.")]


@app.command()
def read(
    targets: Annotated[
        list[str],
        typer.Argument(help="Files, folders, patterns, addresses; - is standard input.", show_default=False),
    ],
    record: RecordPath = None,
    jobs: Jobs = None,
    kind: Annotated[
        str | None,
        typer.Option("--from", metavar="KIND", callback=_kind, help="Read every file as this kind, such as csv."),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="FIELD=NAME", callback=_columns, help="Where in a table a field is."),
    ] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Fetch what feeds and sitemaps on the disk name.")] = False,
    allow_private: Private = False,
    as_json: AsJson = False,
) -> int:
    """Read articles into the record; what was read before is not read again."""
    how = How(kind, dict(word.partition("=")[::2] for word in column or ()), follow, allow_private)
    with dragoman.open(record) as held:
        return _read(held, targets, how=how, jobs=0 if jobs is None else jobs, as_json=as_json)


@dataclass(frozen=True)
class How:
    """How sources are read."""

    kind: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    follow: bool = False
    private: bool = False


def _read(
    held: "OpenRecord",
    targets: list[str],
    *,
    how: How | None = None,
    jobs: int | None = None,
    as_json: bool = False,
    name: str | None = None,
) -> int:
    """Read, tell what could not be read, and say how it went; ``name``: what the record is called."""
    how = how or How()
    unread: list[dict[str, str | None]] = []

    def met(outcome: shown.Became) -> None:
        progress.met(shown.reason(outcome))
        if outcome.result != "read":
            unread.append({"name": outcome.name, "result": outcome.result, "reason": outcome.reason})

    with Progress() as progress:
        run = held.read(
            *targets,
            jobs=jobs,
            tell=met,
            progress=progress.went if progress.watched else None,
            kind=how.kind,
            columns=how.columns,
            follow=how.follow,
            allow_private=how.private,
        )
    if as_json:
        screen.say_json(json.dumps({**shown.counts(run), "new": run.new, "not_read": unread}, ensure_ascii=False))
    screen.tell(f"{name or held.path}: {shown.went(run)}")
    if not run.read:
        return exits.NOTHING
    return exits.SOME_FAILED if run.failed or run.unread else exits.OK


@app.command()
def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", help="The feeds, and how often.", show_default=False)],
    record: RecordPath = None,
    once: Annotated[bool, typer.Option("--once", help="Look at those that are due, and end.")] = False,
    jobs: Jobs = None,
    allow_private: Private = False,
) -> int:
    """Read feeds again and again; what was begun when it was interrupted is gone on with."""

    def met(outcome: shown.Became) -> None:
        reason = shown.reason(outcome)
        if reason:
            screen.complain(reason)

    def looked(url: str, run: "Run", seconds: float) -> None:
        screen.tell(f"{url}: {shown.went(run)}; again in {seconds / 60:.0f} min")

    with dragoman.open(record) as held:
        held.watch(feeds, once=once, jobs=jobs, tell=met, looked=looked, allow_private=allow_private)
    return exits.OK


@app.command()
def brief(
    id: Annotated[
        str | None, typer.Argument(help="Of an agreement, a story, an event …; all when left out.", show_default=False)
    ] = None,
    record: RecordPath = None,
    as_of: AsOf = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option("--between", metavar="A B", help="Only what is between these two actors.")
    ] = None,
    actor: Annotated[str | None, typer.Option("--actor", help="Only what this actor takes part in.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what was on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only what was on this day or before.")
    ] = None,
    format: Annotated[str, typer.Option("--format", metavar="text|markdown|html", help="How to write it.")] = "text",
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, an object a line, one for each story.")] = False,
) -> int:
    """Show what the record establishes, where accounts differ, and what does not add up."""
    with opened(record, as_of) as held:
        if not held.articles:
            screen.complain(f"{held.path}: nothing was read yet; `dragoman read ARTICLES --record {held.path}` does it")
            return exits.NOTHING
        if as_json:
            for story in json.loads(held.brief_json())["stories"]:
                screen.say_json(json.dumps(story, ensure_ascii=False))
        else:
            wanted = dragoman.Wanted(between=between, actor=actor, since=since, until=until)
            asked = id is not None or wanted.asks()
            told = held.brief(id, wanted=wanted, format=format) if asked or format != "text" else held.brief()
            screen.say(told.rstrip("\n"))
    return exits.OK


app.command("compare")(compare.command)
app.add_typer(judge.app, name="judge")
app.command("changes")(over_time.changes)
app.command("ledger")(over_time.ledger)
app.command("serve")(serve.command)
app.command("codebook")(codebook.command)
app.command("diff")(differing.command)


@app.command()
def export(
    out: Annotated[Path, typer.Option("--out", "-o", callback=_folder, help="The folder to write to.")],
    format: Annotated[
        str,
        typer.Option("--format", "-f", metavar="|".join(dragoman.formats()), callback=_known, help="How to write it."),
    ] = "jsonl",
    record: RecordPath = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Write every table to a folder, the same bytes for the same record."""
    with opened(record, as_of) as held:
        paths = held.export(format, out)
    if as_json:
        screen.say_json(json.dumps([str(path) for path in paths]))
    screen.tell(f"{len(paths)} tables written to {out}")


@app.command()
def explain(
    id: Annotated[
        str, typer.Argument(help="Of anything: an article, a report, an event, a step, a finding, an actor.")
    ],
    record: RecordPath = None,
    as_of: AsOf = None,
    pack: Annotated[
        Path | None, typer.Option("--pack", metavar="FILE.zip", help="Write the evidence with its texts to a file.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the rule, the words in their sentences, and the way that led to something in the record."""
    with opened(record, as_of) as held:
        found = held.explain(id)
        if pack is not None:
            screen.tell(f"the evidence of {found.id} written to {held.pack(id, pack)}")
    if as_json:
        screen.say_json(json.dumps(asdict(found), ensure_ascii=False))
    else:
        screen.say(shown.explanation(found))


@app.command()
def doctor(
    record: Annotated[
        Path | None, typer.Option("--record", "-r", readable=False, help="Look at this record too.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Say whether everything is in place: versions, language model, ontology, record."""
    found = dragoman.health(record)
    for check in found.checks:
        if as_json:
            screen.say_json(json.dumps(asdict(check), ensure_ascii=False))
        else:
            screen.say(f"{'ok ' if check.well else '!! '} {check.name:<16} {check.found}")
    return exits.OK if found.well else exits.BROKEN


for name in listings.COLUMNS:
    app.command(name, help=f"List the {name} of the record.")(listings.command(name))
