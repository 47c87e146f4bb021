"""Eight processes that judge in one session at once: none is turned away, nothing is lost."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.verdict_durability import raw_insert, timed
from factcheck.store import Store

ROOT = Path(__file__).parents[2]
PROCESSES, VERDICTS = 8, 1000
WRITER = """
import sys, time
from pathlib import Path
from benchmarks.reliability.world import anchors
from factcheck.review.events import Acts
from factcheck.review.state import State
from factcheck.store import Store

path, reviewer, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
where = anchors()
names = list(where)
with Store.open(path) as store:
    acts = Acts(store, State(), reviewer, where.get)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(times):
        begin = time.perf_counter()
        verdict = ("supported", "unsourced")[number // 59 % 2]
        (event,) = acts.judge([names[number % len(names)]], verdict).events
        print(event.id, time.perf_counter() - begin)
"""


def crowd(path: Path, processes: int, verdicts: int) -> tuple[list[str], list[float], list[str]]:
    """Ids that were acknowledged, seconds that each verdict took, and everything said on standard error."""
    Store.open(path, create=True).close()
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), f"r{number}", str(verdicts)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        )
        for number in range(processes)
    ]  # fmt: skip
    for writer in writers:
        assert writer.stdout is not None
        writer.stdout.readline()
    ended = [writer.communicate("go\n") for writer in writers] if processes == 1 else _all(writers)
    told = [line.split() for out, _ in ended for line in out.splitlines()]
    return [id_ for id_, _ in told], [float(took) for _, took in told], [err for _, err in ended if err]


def _all(writers: list[subprocess.Popen[str]]) -> list[tuple[str, str]]:
    """Start them together, then wait for each."""
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    return [writer.communicate() for writer in writers]


def main(processes: int = PROCESSES, verdicts: int = VERDICTS) -> bool:
    """True when a verdict was lost or a writer turned away."""
    with TemporaryDirectory() as folder:
        raw = raw_insert(Path(folder) / "raw.db")
        single = [timed(raw, number) for number in range(400)]
        begin = time.perf_counter()
        told, took, errors = crowd(Path(folder) / "factcheck.db", processes, verdicts)
        whole = time.perf_counter() - begin
        with Store.open(Path(folder) / "factcheck.db") as store:
            kept = {event.id for event in store.events()}
            damage = store.check()
    lost = len(set(told) - kept) + processes * verdicts - len(told)
    p95, raw95 = (statistics.quantiles(times, n=20)[-1] * 1000 for times in (took, single))
    print(
        f"{processes} processes x {verdicts} verdicts: {len(kept):,} kept, {lost} lost, "
        f"{len(errors)} turned away, {len(damage)} damaged; p95 of a verdict {p95:.1f} ms, longest "
        f"{max(took) * 1000:.0f} ms; p95 of a raw FULL insert by one process {raw95:.1f} ms; {whole:.0f} s"
    )
    for error in errors[:3]:
        print("  ", error.strip().splitlines()[-1])
    return bool(lost or errors or damage)


if __name__ == "__main__":
    sys.exit(main())
