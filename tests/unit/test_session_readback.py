"""What is known of a YAML file is what reading it gives, and a file that changed is read again."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factcheck.session import readback
from factcheck.session.nodes import Table
from factcheck.session.yamlread import read, remember

if TYPE_CHECKING:
    from pathlib import Path

SAID = b"""# kept
title: "no: yes"
articles:
  - {path: a.txt, title: "Caf\xc3\xa9 ["}
  - path: b.txt
use: [core, own.yaml]
weight: {}
title: twice
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    monkeypatch.setenv("FACTCHECK_STATE_DIR", str(folder))
    return folder


def remembered(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    remember(path)
    return path


def test_what_is_known_is_what_is_read(tmp_path: Path) -> None:
    read_first = read(SAID, "session.yaml")
    assert readback.known(SAID) is None
    remembered(tmp_path / "session.yaml", SAID)
    assert readback.known(SAID) == read_first
    assert isinstance(read_first, Table)
    assert read(SAID, "session.yaml") == read_first


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    remembered(tmp_path / "session.yaml", SAID)
    changed = SAID.replace(b"twice", b"other")
    assert readback.known(changed) is None
    assert read(changed, "session.yaml") != read(SAID, "session.yaml")


@pytest.mark.parametrize("spoilt", [b"", b"[]", b"{", b'{"%s": 7}', b'{"%s": [1, 2]}', b'{"%s": [1, 2, {}]}'])
def test_a_state_file_that_somebody_spoilt_knows_nothing(spoilt: bytes, tmp_path: Path, state: Path) -> None:
    from hashlib import sha256

    remembered(tmp_path / "session.yaml", SAID)
    (state / "yaml.json").write_bytes(spoilt.replace(b"%s", sha256(SAID).hexdigest().encode()))
    assert readback.known(SAID) is None
    assert isinstance(read(SAID, "session.yaml"), Table)


def test_what_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    for number, data in enumerate((b"title: [", b"a: &x 1", b"\xff", b"")):
        remembered(tmp_path / f"{number}.yaml", data)
        assert readback.known(data) is None
    remember(tmp_path / "none.yaml")


def test_only_the_last_files_are_known(tmp_path: Path) -> None:
    for number in range(readback.MOST + 1):
        remembered(tmp_path / "session.yaml", b"title: %d\n" % number)
    assert readback.known(b"title: 0\n") is None
    assert readback.known(b"title: 1\n") is not None


def test_a_known_session_is_opened_without_the_reader_of_yaml(tmp_path: Path) -> None:
    (tmp_path / "session.yaml").write_bytes(b"title: A story\n")
    code = (
        f"import sys; from pathlib import Path; path = Path({str(tmp_path)!r});"
        "from factcheck.session import SessionFolder; folder = SessionFolder.open(path);"
        "from factcheck.session.yamlread import remember; remember(path / 'session.yaml');"
        "print(folder.title, 'yaml' in sys.modules)"
    )
    told = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert told == ["A story True\n", "A story False\n"]
