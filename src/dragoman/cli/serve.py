"""``dragoman serve``: the record in a browser."""

from typing import Annotated

import typer

from dragoman import web
from dragoman.cli import exits, screen
from dragoman.cli.opened import RecordPath


def command(
    record: RecordPath = None,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; any but this machine's own wants a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=1, max=65535, help="The port to listen on.")] = web.PORT,
    token: Annotated[
        str | None, typer.Option("--token", help="The token that is wanted of a visitor; else one is made if needed.")
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nothing be added from the pages.")] = False,
) -> int:
    """Show the record in a browser: stories, articles, agreements, actors, findings, search."""
    web.serve(web.Options(record, host, port, token, read_only), tell=screen.tell)
    return exits.OK
