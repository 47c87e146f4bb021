"""The app in a browser: one browser of this machine is let in, and sees the articles."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import aiohttp
import pytest

from factcheck.cli import main
from factcheck.filling import fill_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST_BYTES = 60.0
"""Seconds for a process of Python to draw its first screen, on a loaded machine."""


@pytest.fixture
def session(tmp_path: Path) -> Path:
    (tmp_path / "post.txt").write_text("Storm\n\nNine barges sank in Halden on Monday, the port said.\n")
    fill_session(tmp_path / "story", [str(tmp_path / "post.txt")])
    return tmp_path / "story"


@pytest.fixture
def url(session: Path) -> Iterator[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "serve", str(session)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.terminate()
    process.wait(timeout=30)


async def test_the_address_is_good_once_and_only_for_this_machine(url: str) -> None:
    parts = urlsplit(url)
    home = f"http://{parts.netloc}/"
    assert parts.hostname == "127.0.0.1"
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as mine:
        assert (await mine.get(home)).status == 403
        assert (await mine.get(url, headers={"Host": "evil.example"})).status == 403
        assert (await mine.get(url, headers={"Origin": "http://evil.example"})).status == 403
        page = await mine.get(url)
        assert page.status == 200
        text = await page.text()
        assert "https://" not in text
        assert "default-src 'self'" in page.headers["Content-Security-Policy"]
        assert (await mine.get(home)).status == 200
    async with aiohttp.ClientSession() as other:
        assert (await other.get(url)).status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await other.ws_connect(f"ws://{parts.netloc}/ws")


async def test_the_browser_gets_the_app_and_its_keys_act(url: str) -> None:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as mine:
        await mine.get(url)
        socket = await mine.ws_connect(f"ws://{urlsplit(url).netloc}/ws?width=100&height=30")
        seen = b""

        async def until(words: bytes) -> None:
            nonlocal seen
            while words not in seen:
                message = await socket.receive()
                assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
                seen += message.data if isinstance(message.data, bytes) else b""

        await asyncio.wait_for(until(b"barges"), FIRST_BYTES)
        # The very first bytes of the text are no sign yet that keys are taken; nobody is that quick.
        await asyncio.sleep(0.5)
        await socket.send_json(["stdin", "s"])
        await asyncio.wait_for(until(b"judged 1"), FIRST_BYTES)
        await socket.close()


def test_a_port_in_use_and_a_folder_that_is_no_session_are_one_line(
    session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as left:
            main(["serve", str(session), "--port", str(port)])
        assert left.value.code == 2
        assert "cannot be used" in capsys.readouterr().err
    with pytest.raises(SystemExit) as left:
        main(["serve", str(tmp_path)])
    assert left.value.code == 2
    assert "is no session" in capsys.readouterr().err
