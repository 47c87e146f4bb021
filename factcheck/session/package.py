"""A session as one file: a zip of what session.yaml names, the rules it uses and a copy of the database.

Nothing else that lies in the folder goes along. A blind package is for a second reviewer: its database
is one without any act (the caller makes it), and its session.yaml says so and names nobody.
"""

from __future__ import annotations

import os
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import yaml

from factcheck.problems import BadInput, Problem
from factcheck.session.config import ARTICLE_KEYS, SESSION_KEYS, inside
from factcheck.session.contents import DATABASE, YAML
from factcheck.session.files import CLEANED, LARGEST, is_reserved, write_atomic
from factcheck.session.folder import SessionFolder, is_session
from factcheck.session.nodes import Listing, Node, Table, Text
from factcheck.session.yamlread import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.session.config import Blind

SUFFIX = ".zip"
WAL = f"{DATABASE}-wal"
_KEEP = 0o100644 << 16
"""Every member is a plain file with the same rights: nothing of the machine it was made on."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_BLIND_HEADER = "# A package for another reviewer, who sees nobody's verdicts before the reveal.\n"


def pack(
    folder: SessionFolder,
    file: Path,
    *,
    database: Path,
    texts: Mapping[str, str] | None = None,
    blind: Blind | None = None,
) -> tuple[str, ...]:
    """Write the package ``file``, whole or not at all, and return its members' names in their order.

    ``database`` is a snapshot made for this package, put in as it is. ``texts`` are the cleaned texts
    by the articles' paths. Raises BadInput where an article or a rule file that session.yaml names is
    missing, and where ``file`` is a part of the session.
    """
    parts = _parts(folder, texts or {}, blind)
    target = file.resolve()
    own = {(folder.path / name).resolve() for name in (*parts, DATABASE, WAL, f"{DATABASE}-shm")}
    if target in own:
        what = "is a part of the session itself"
        raise BadInput(Problem(str(file), what, "it would be overwritten", "choose another -o FILE"))
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(_member(name), data)
        archive.writestr(_member(DATABASE), database.read_bytes())
    write_atomic(target, stream.getvalue())
    return (*parts, DATABASE)


def session_beside(file: Path) -> Path:
    """Where a package is unpacked: ``NAME/`` beside ``NAME.zip``, or here where that cannot be written.

    A session that is there already is meant; anything else of that name is stepped round with a number.
    """
    beside = file.parent if os.access(file.parent, os.W_OK) else Path()
    stem = file.stem if file.suffix.lower() == SUFFIX else f"{file.name}-session"
    path, number = beside / stem, 1
    while os.path.lexists(path) and not is_session(path):
        number += 1
        path = beside / f"{stem}-{number}"
    return path


def unsafe_name(name: str) -> str:
    """Why a member may not be called so, on this or any other system; empty where it may."""
    parts = PurePosixPath(name).parts
    if not inside(name) or "\\" in name or ":" in name:
        return "the name leads out of the session"
    if name != "/".join(parts) or any(part != part.rstrip(". ") for part in parts):
        return "not every system keeps such a name as it stands"
    return "it is the name of a device" if any(map(is_reserved, parts)) else ""


def folded(name: str) -> str:
    """Names that are one name on some disk are the same here."""
    return unicodedata.normalize("NFC", name).casefold()


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _KEEP
    info.create_system = 3  # the one whose rights external_attr holds, on whatever system it is made
    return info


def _parts(folder: SessionFolder, texts: Mapping[str, str], blind: Blind | None) -> dict[str, bytes]:
    """Every member but the database: session.yaml first, then articles and rules, each in file order."""
    originals, problems = folder.originals()
    rules, missing = folder.rule_paths()
    if problems or missing:
        raise BadInput(*problems, *missing)
    path = folder.path / YAML
    said = path.read_bytes()
    parts = {YAML: blinded(said, str(path), blind) if blind else said}
    for entry, data in originals:
        parts[entry.path] = data
        if entry.path in texts:
            parts[entry.path + CLEANED] = texts[entry.path].encode()
    for name, rule in _own_rules(folder, rules):
        parts[name] = _rule_bytes(rule)
    _bearable(folder, parts)
    return {YAML: parts[YAML], **{name: parts[name] for name in sorted(parts)}}


def _bearable(folder: SessionFolder, names: Iterable[str]) -> None:
    """A package that could not be unpacked everywhere is better refused by whom can rename the files."""
    taken: set[str] = set()
    for name in names:
        why = unsafe_name(name) or ("it differs from another only in case" if folded(name) in taken else "")
        if why:
            where = str(folder.path / name)
            raise BadInput(Problem(where, "cannot go into a package", why, "rename it, in session.yaml too"))
        taken.add(folded(name))


def _own_rules(folder: SessionFolder, rules: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    """Rule files that lie in the session, and the word lists beside them; shipped packs are everywhere."""
    home = folder.path.resolve()
    for rule in rules:
        if not rule.resolve().is_relative_to(home):
            continue
        for path in (rule, *sorted(rule.parent.glob("lists/*.txt"))):
            if path.resolve().is_relative_to(home):
                yield path.relative_to(folder.path).as_posix(), path


def _rule_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise BadInput(Problem(str(path), "is too large for a rule file", f"more than {LARGEST:,} bytes"))
        return path.read_bytes()
    except OSError as error:
        raise BadInput(Problem(str(path), "cannot be read", error.strerror or str(error))) from error


# --- a session.yaml that names nobody -------------------------------------------------------


def blinded(data: bytes, name: str, blind: Blind) -> bytes:
    """session.yaml for a second reviewer: no reviewer, ``blind`` set, and nobody's remarks.

    Comments and unknown keys are left out too: they are where the first reviewer's opinion may stand.
    """
    node = read(data, name)
    said = _table(node, SESSION_KEYS) if isinstance(node, Table) else {}
    said = {key: value for key, value in said.items() if key not in ("reviewer", "blind")}
    said["blind"] = "suggestions" if blind == "suggestions" else True
    text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=4096)
    return (_BLIND_HEADER + text).encode()


def _table(table: Table, known: tuple[str, ...]) -> dict[str, object]:
    """The known keys of session.yaml with plain values; of a doubled key the first counts, as in reading."""
    found: dict[str, object] = {}
    for key, value in table.pairs:
        if key.text in known and key.text not in found:
            found[key.text] = _articles(value) if key.text == "articles" else _plain(value)
    return found


def _articles(node: Node) -> object:
    if not isinstance(node, Listing):
        return _plain(node)
    return [_table(item, ARTICLE_KEYS) if isinstance(item, Table) else _plain(item) for item in node.items]


def _plain(node: Node) -> object:
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    return {key.text: _plain(value) for key, value in node.pairs}
