"""The model of the extra ``semantic``: vectors of words out of the wheel of wordllama, read offline.

Of that package only two files are used, the weights and the tokenizer. They are read once, their
SHA-256 is held against the pinned ones, and the vectors are made from the very bytes that were checked.
The package's own code is never imported: it can download, and it sets up logging for the whole process.
A word's vector is the mean of its tokens' vectors, as in the package itself.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.compare.facts.meanings import NEAR
from factcheck.problems import BadInput, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

PACKAGE = "wordllama"
WEIGHTS, WEIGHTS_SHA256 = (
    "weights/l2_supercat_256.safetensors",
    "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5",
)
TOKENIZER, TOKENIZER_SHA256 = (
    "tokenizers/l2_supercat_tokenizer_config.json",
    "93248f2a9ec36c7b35f700a033d5f36228aae48db61aee31007fa49062cdeb68",
)
STAMP = f"wordllama l2_supercat, 256 dimensions, SHA-256 {WEIGHTS_SHA256}"
"""What stands in a report that was ranked with it."""
INSTALL = 'pip install "factcheck-tui[semantic]", or ask without it'
LONGEST_WORD = 64
"""Letters of a word that are looked at: a text may hold a word of a million."""
DIGITS = 3
"""Decimals of a cosine: the last bits differ between processors, an order of near misses must not."""
_ROWS = 256
"""Words held against all others at a time, so that memory stays bounded."""


class WordVectors:
    """:class:`~factcheck.compare.facts.meanings.Meanings` from a table of token vectors."""

    def __init__(self, table: Any, tokenizer: Any) -> None:
        self._numpy: Any = import_module("numpy")
        self._table = table.astype("float32")
        self._tokenizer = tokenizer
        self._place: dict[str, int] = {}
        self._vectors = self._numpy.zeros((0, self._table.shape[1]), "float32")

    @property
    def stamp(self) -> str:
        return STAMP

    def near(self, words: Iterable[str], among: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        ours, theirs = list(dict.fromkeys(words)), list(dict.fromkeys(among))
        if not ours or not theirs:
            return {}
        self._learn([*ours, *theirs])
        columns = self._of(theirs).T
        found: dict[str, dict[str, float]] = {}
        for first in range(0, len(ours), _ROWS):
            rows = ours[first : first + _ROWS]
            cosines = self._of(rows) @ columns
            for at, to in zip(*self._numpy.nonzero(cosines > NEAR), strict=True):
                cosine = round(float(cosines[at, to]), DIGITS)
                if cosine > NEAR:
                    found.setdefault(rows[at], {})[theirs[to]] = cosine
        return found

    def _of(self, words: Sequence[str]) -> Any:
        return self._vectors[[self._place[word] for word in words]]

    def _learn(self, words: Sequence[str]) -> None:
        """Have the unit vectors of these words ready."""
        new = [word for word in dict.fromkeys(words) if word not in self._place]
        if not new:
            return
        rows = self.unit_vectors([word[:LONGEST_WORD] for word in new])
        self._place.update((word, len(self._vectors) + at) for at, word in enumerate(new))
        self._vectors = self._numpy.concatenate([self._vectors, rows])

    def unit_vectors(self, texts: Sequence[str]) -> Any:
        """A row of length one for each text, the mean of its tokens' vectors; zeros where it has none."""
        # A lone surrogate is no text to the tokenizer.
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        read = self._tokenizer.encode_batch(clean, add_special_tokens=False)
        rows = self._numpy.zeros((len(texts), self._table.shape[1]), "float32")
        for at, tokens in enumerate(read):
            if tokens.ids:
                rows[at] = self._table[tokens.ids].mean(axis=0)
        length = self._numpy.linalg.norm(rows, axis=1, keepdims=True)
        return rows / self._numpy.maximum(length, 1e-9)


@lru_cache(maxsize=1)
def model() -> WordVectors:
    """The installed model, read and checked once. Raises BadInput as :func:`load` does."""
    return load()


def load(folder: Path | None = None) -> WordVectors:
    """The model, from the installed package or from a ``folder`` that holds its two files.

    Raises BadInput where a package is not installed, or a file is missing or another than the pinned one.
    """
    home = folder or _installed()
    weights = _checked(home / WEIGHTS, WEIGHTS_SHA256)
    tokenizer = _checked(home / TOKENIZER, TOKENIZER_SHA256)
    try:
        tensors = import_module("safetensors.numpy").load(weights)
        reader = import_module("tokenizers").Tokenizer.from_str(tokenizer.decode())
        return WordVectors(tensors["embedding.weight"], reader)
    except ImportError as error:
        raise _missing(error.name or PACKAGE) from error


def _installed() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise _missing(PACKAGE)
    return Path(next(iter(spec.submodule_search_locations)))


def _missing(package: str) -> BadInput:
    what = "ranking by meaning was asked for, and its model is not installed"
    return BadInput(Problem("semantic", what, f"there is no package {package}", INSTALL))


def _checked(path: Path, pinned: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise BadInput(Problem(str(path), "the model cannot be read", why, INSTALL)) from error
    found = sha256(data).hexdigest()
    if found != pinned:
        why = f"its SHA-256 is {found[:12]}… and not {pinned[:12]}…"
        raise BadInput(Problem(str(path), "is not the model that results rest on", why, INSTALL))
    return data
