"""Running the command line on a session, and what its log then holds."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from factcheck.cli.incoming import unpacked
from factcheck.store import Store
from tests.cli.shell import a_claim, ok, scanned

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Event


CANARY = "heron 4418 under the bridge"
REVIEWER = "Ottoline Zzyzx"
LOGIN = "quillfeather"


def events(session: Path) -> tuple[Event, ...]:
    with Store.open(session / "factcheck.db", create=True) as store:
        return store.events()


def append(session: Path, *drafts: Event) -> None:
    with Store.open(session / "factcheck.db", create=True) as store:
        store.append(drafts)


def acts(session: Path) -> tuple[Event, ...]:
    """What people did, without the record of what came in."""
    return tuple(event for event in events(session) if event.type not in ("merge", "import"))


def ids(session: Path) -> list[str]:
    return [claim["id"] for claim in scanned(session)["claims"]]


def injured(session: Path) -> str:
    """The id of the claim on which the tests' reviewers judge."""
    return str(a_claim(session, "12 people")["id"])


def mark(session: Path, verdict: str, reviewer: str, *more: str) -> None:
    ok("mark", session, injured(session), verdict, "--reviewer", reviewer, *more)


def fingerprint(path: Path) -> dict[str, tuple[str, int]]:
    """Every file beneath a path by what is in it and when it was written."""
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    return {str(f): (sha256(f.read_bytes()).hexdigest(), f.stat().st_mtime_ns) for f in files}


def exported(session: Path, *words: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ok("export", session, "--format", "json", *words))
    del found["session"]["exported_at"]
    return found


def second(session: Path, tmp_path: Path, reviewer: str = "bo") -> Path:
    """A blind package of the session, unpacked and judged by somebody else, and packed again."""
    out, back = tmp_path / f"for-{reviewer}.zip", tmp_path / f"from-{reviewer}.zip"
    ok("package", session, "-o", out, "--blind")
    there = unpacked(out)
    first, other, *_ = ids(there)
    ok("mark", there, first, "unsourced", "--reviewer", reviewer, "--note", "nobody is named")
    ok("mark", there, other, "supported", "--reviewer", reviewer)
    ok("package", there, "-o", back)
    return back
