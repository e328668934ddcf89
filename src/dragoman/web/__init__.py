"""The record in a browser: pages that work without script, each also as JSON, and nothing that leaves the machine."""

from collections.abc import Callable

from dragoman.errors import ConfigError
from dragoman.web.options import PORT, Options


def serve(options: Options, *, tell: Callable[[str], None]) -> None:
    """Serve a record until interrupted.

    Args:
        options: what is served, and to whom.
        tell: called with what the person who started it must know: the address, and what guards it.

    Raises:
        ConfigError: the extra that the pages need is not installed.
        RecordError: the record cannot be opened.
    """
    import dragoman

    uvicorn, create = _parts()
    with dragoman.open(options.record, create=not options.read_only) as held:
        for line in options.told(held.path):
            tell(line)
    uvicorn(create(options), host=options.host, port=options.port, log_level="warning", server_header=False)


def _parts() -> tuple[Callable[..., None], Callable[[Options], object]]:
    """Return what runs the pages and what makes them."""
    try:
        import uvicorn

        from dragoman.web.app import create
    except ModuleNotFoundError as missing:
        raise ConfigError(
            f"`dragoman serve` needs {missing.name}, which is not installed; `pip install 'dragoman[web]'` brings it"
        ) from missing
    return uvicorn.run, create


__all__ = ["PORT", "Options", "serve"]
