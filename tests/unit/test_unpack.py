"""A package from elsewhere is looked at before it is unpacked: names, links, doubles, sizes, damage."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.problems import BadInput
from factcheck.session import unpack as unpacking
from factcheck.session.unpack import is_package, unpack

if TYPE_CHECKING:
    from pathlib import Path


def refused(file: Path, folder: Path) -> str:
    """Why a package is not unpacked; nothing of it is left behind."""
    before = sorted(folder.parent.rglob("*"))
    with pytest.raises(BadInput) as caught:
        unpack(file, folder)
    assert sorted(folder.parent.rglob("*")) == before
    assert not os.path.lexists(folder)
    (problem,) = caught.value.problems
    assert "\n" not in str(problem)
    return f"{problem.what}; {problem.why}"


def zipped(tmp_path: Path, *members: str | zipfile.ZipInfo, data: bytes = b"x") -> Path:
    file = tmp_path / "sent.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("session.yaml", "title: t\n")
        for each in members:
            archive.writestr(each, data)
    return file


def linked(name: str, kind: int = stat.S_IFLNK) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (kind | 0o777) << 16
    return info


@pytest.mark.parametrize(
    ("member", "why"),
    [
        ("../evil.txt", "leads out"),
        ("articles/../../evil.txt", "leads out"),
        ("/etc/evil.txt", "leads out"),
        ("C:/evil.txt", "leads out"),
        ("articles\\..\\..\\evil.txt", "leads out"),
        ("articles/one.txt:stream", "leads out"),
        ("articles/\x1b[2J.txt", "leads out"),
        ("articles//one.txt", "keeps such a name"),
        ("./one.txt", "keeps such a name"),
        ("articles/one.txt. ", "keeps such a name"),
        ("articles/NUL", "device"),
        ("con/one.txt", "device"),
        ("Session.YAML", "stands twice"),
        (linked("articles/one.txt"), "link"),
        (linked("articles/pipe", stat.S_IFIFO), "link or a device"),
    ],
)
def test_a_name_that_leads_elsewhere_refuses_the_whole_package(
    tmp_path: Path, member: str | zipfile.ZipInfo, why: str
) -> None:
    (tmp_path / "in").mkdir()
    assert why in refused(zipped(tmp_path, member), tmp_path / "in" / "there")


def test_a_name_that_hides_its_end_is_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path, "articles/a.txtXexe")
    file.write_bytes(file.read_bytes().replace(b"a.txtXexe", b"a.txt\0exe"))
    assert "not safe" in refused(file, tmp_path / "there")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_stands_twice_is_refused(tmp_path: Path) -> None:
    assert "twice" in refused(zipped(tmp_path, "articles/a", "articles/a"), tmp_path / "there")


def test_a_package_that_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = zipped(tmp_path, "factcheck.db", data=bytes(unpacking.RATIO_FROM + 1))
    assert file.stat().st_size < 1_000_000
    assert "would become" in refused(file, tmp_path / "there")


def test_a_member_that_holds_more_than_it_says_is_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path, "factcheck.db", data=b"y" * 5_000)
    data = file.read_bytes()
    assert data.count(struct.pack("<L", 5_000)) == 2
    file.write_bytes(data.replace(struct.pack("<L", 5_000), struct.pack("<L", 10)))
    assert "damaged" in refused(file, tmp_path / "there")


def test_a_package_of_countless_members_is_refused_before_they_are_read(tmp_path: Path) -> None:
    file = zipped(tmp_path, "articles/a")
    data = bytearray(file.read_bytes())
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<L", unpacking.LARGEST_DIRECTORY + 1)
    file.write_bytes(bytes(data))
    assert "too many files" in refused(file, tmp_path / "there")


@pytest.mark.parametrize("spoil", [lambda d: d[:-30], lambda d: b"PK" + b"\0" * 60, lambda d: b""])
def test_what_is_no_zip_is_said_so(tmp_path: Path, spoil: Any) -> None:
    file = zipped(tmp_path, "articles/a", data=b"word " * 100)
    file.write_bytes(spoil(file.read_bytes()))
    assert "no package" in refused(file, tmp_path / "there")


def test_a_package_whose_bytes_were_changed_is_said_to_be_damaged(tmp_path: Path) -> None:
    file = zipped(tmp_path, "factcheck.db", data=os.urandom(2_000))
    data = bytearray(file.read_bytes())
    data[data.index(b"factcheck.db") + 500] ^= 0xFF
    file.write_bytes(bytes(data))
    assert "damaged" in refused(file, tmp_path / "there")


def test_a_zip_of_something_else_is_no_package(tmp_path: Path) -> None:
    file = tmp_path / "sent.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("holiday.jpg", b"x")
    assert "no package of a session" in refused(file, tmp_path / "there")
    assert is_package(file)
    assert not is_package(tmp_path)
