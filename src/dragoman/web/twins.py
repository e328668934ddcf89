"""Twins: the address of a page with ``.json`` after it gives the page's data."""

from dragoman.web.safety import App, Message, Receive, Send

SUFFIX = ".json"
OWN = ("/openapi.json",)


class Twins:
    """Takes ``.json`` off an address, and remembers that it was there."""

    def __init__(self, app: App) -> None:
        """Take what answers."""
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer."""
        path = scope.get("path", "")
        if scope["type"] == "http" and path.endswith(SUFFIX) and path not in OWN and not path.startswith("/static/"):
            page = path.removesuffix(SUFFIX)
            page = "/" if page == "/today" else page
            scope = {**scope, "path": page, "raw_path": page.encode(), "twin": True}
        await self._app(scope, receive, send)
