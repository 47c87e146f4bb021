"""``rules check`` of 1,000 rules: reading, checking and the search for slow patterns.

The pack is made up: rules as the shipped ones are built (vocabularies of some dozen terms, phrases with
slots, gaps, choices and built-ins, an exclude, examples), every one with words of its own. CPU time, since
the machine is shared.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from time import process_time

from factcheck.rules import check_rules

RULES = 1_000
LISTS = 60
TERMS = 25
SEED = 20261122
MOST = 0.5
"""CPU seconds."""
_SOUNDS = ("ba", "co", "di", "fe", "gu", "ha", "ko", "le", "mi", "no", "pa", "ru", "sa", "te", "vi", "zo")
_SHAPES = (
    "[{{approx}}] {{number:how_many}} <0-3> {{{a}:what}} <0-4> {{{b}:harm}}",
    "{{{a}:what}} ({w}|{x}) [of] {{name:who}}",
    "{{{a}}} <0-6> [{{date:day}}] {w} [that] {{rest:claim}}",
    "the {w} {{{a}+{b}:what}} (was|were) {x}",
)


def pack(rules: int = RULES, seed: int = SEED) -> str:
    """The text of a pack of so many rules. The same seed gives the same text."""
    chance = random.Random(seed)

    def word() -> str:
        return "".join(chance.choice(_SOUNDS) for _ in range(chance.randint(2, 4)))

    lists = [f"list_{n}" for n in range(LISTS)]
    out = ["version: 1", "pack: made_up", "vocabularies:"]
    out += [f"  {name}: [{', '.join(sorted({word() for _ in range(TERMS)}))}]" for name in lists]
    out.append("rules:")
    for n in range(rules):
        a, b = lists[n % LISTS], lists[(n * 7 + 1) % LISTS]
        w, x = word(), word()
        shapes = chance.sample(_SHAPES, 2)
        out += [
            f"  - id: family{n % 40}.rule{n}",
            f"    title: Number {n} of {word()}",
            f"    kind: {('event', 'quantity', 'attribution')[n % 3]}",
            "    weight: 0.7",
            "    colour: blue",
            "    patterns:",
            *(f"      - '{shape.format(a=a, b=b, w=w, x=x)}'" for shape in shapes),
            f"    exclude: ['no {w} {{{a}}}']",
            "    examples:",
            f"      match: [{{text: The {w} {word()} {x}., count: 1}}, A {w} came to {word()}.]",
            f"      no_match: [Nothing {word()}., It was {word()}.]",
        ]
    return "\n".join(out) + "\n"


def main() -> bool:
    """Whether the time is missed."""
    with tempfile.TemporaryDirectory() as folder:
        took = []
        for run in range(5):
            # Another text each time: what was read is kept.
            path = Path(folder) / f"pack{run}.yaml"
            path.write_text(pack(seed=SEED + run), encoding="utf-8")
            before = process_time()
            problems = check_rules([path])
            took.append(process_time() - before)
            assert problems == (), [str(problem) for problem in problems[:5]]
    best = min(took)
    size = len(pack())
    print(f"{RULES:,} rules, {size:,} bytes: {best:.2f} s of CPU (best of {len(took)}; at most {MOST} s)")
    return best > MOST


if __name__ == "__main__":
    main()
