"""The app in a browser of this machine: textual-serve, let in by a token that is good for one use.

Nothing is asked of any other machine: fonts and scripts come out of the wheel, and the page's policy
refuses the rest. Each connection runs the app in a process of its own, as a terminal would.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web
from textual_serve.server import Server

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from socket import socket

HOST = "127.0.0.1"
COOKIE = "factcheck"
_TEMPLATES = Path(__file__).parent / "templates"


class LocalServer(Server):
    """Serves one command on 127.0.0.1. ``url`` lets the first browser that opens it in, and no other."""

    def __init__(self, command: str, listener: socket, title: str, told: Callable[[str], None]) -> None:
        port = int(listener.getsockname()[1])
        super().__init__(command, host=HOST, port=port, title=title, templates_path=_TEMPLATES)
        self._listener = listener
        self._token: str | None = secrets.token_urlsafe(24)
        self._cookie = secrets.token_urlsafe(24)
        self._told = told

    @property
    def url(self) -> str:
        """The address with its token; without one once it was used."""
        return f"{self.public_url}/?token={self._token}" if self._token else self.public_url

    def serve(self, debug: bool = False) -> None:
        """Serve until Ctrl+C; the address is told once it is answered."""
        self.debug = debug
        web.run_app(self._make_app(), sock=self._listener, print=lambda *_: self._told(self.url))

    async def on_startup(self, app: web.Application) -> None:
        """Nothing is said before the address is answered."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._let_in)
        return app

    @property
    def _let_in(self) -> Callable[..., Awaitable[web.StreamResponse]]:
        @web.middleware
        async def let_in(
            request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
        ) -> web.StreamResponse:
            self._refuse_strangers(request)
            if self._is_known(request):
                response = await handler(request)
                if not response.prepared:
                    response.headers.update(self._policy())
                return response
            return self._first_visit(request)

        return let_in

    def _refuse_strangers(self, request: web.Request) -> None:
        """A page elsewhere may send a browser here: under another name, or from another origin."""
        names = {f"{name}:{self.port}" for name in (HOST, "localhost")}
        origin = request.headers.get("Origin")
        if request.host not in names or (origin and origin.removeprefix("http://") not in names):
            raise web.HTTPForbidden(text="factcheck answers this machine alone\n")

    def _is_known(self, request: web.Request) -> bool:
        return secrets.compare_digest(request.cookies.get(COOKIE, "").encode(), self._cookie.encode())

    def _first_visit(self, request: web.Request) -> web.StreamResponse:
        """The token for a cookie, once."""
        given = request.query.get("token", "")
        if self._token is None or not secrets.compare_digest(given.encode(), self._token.encode()):
            raise web.HTTPForbidden(text="this address is good once; start `factcheck serve` again\n")
        self._token = None
        response = web.HTTPFound("/")
        response.set_cookie(COOKIE, self._cookie, httponly=True, samesite="Strict", path="/")
        return response

    def _policy(self) -> dict[str, str]:
        here = f"ws://{HOST}:{self.port}"
        return {
            "Content-Security-Policy": (
                f"default-src 'self'; connect-src 'self' {here}; style-src 'self' 'unsafe-inline'; "
                "img-src 'self' data: blob:; frame-ancestors 'none'"
            ),
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-store",
        }
