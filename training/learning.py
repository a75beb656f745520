"""Linear weights, step functions and trees, learned in floating point and written as integers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import lightgbm
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from converter.layout.lost_breaks.evidence.missing_stops import UNIT
from converter.layout.lost_breaks.evidence.weights import TREE_UNIT, Steps, Tree, Trees

SEED = 0
_CHUNK = 2_000_000


def linear(
    rows: Sequence[Sequence[int]], labels: Sequence[int], size: int, alpha: float, rounds: int
) -> tuple[Any, int]:
    """One weight a number (below ``size``) as an array of bytes, and the base."""
    numbers = np.concatenate([np.asarray(row, dtype=np.int64) for row in rows]) & (size - 1)
    ends = np.cumsum([0, *map(len, rows)])
    matrix = csr_matrix((np.ones(len(numbers), dtype=np.float32), numbers.astype(np.int32), ends), (len(rows), size))
    model = SGDClassifier(loss="log_loss", alpha=alpha, max_iter=rounds, tol=None, random_state=SEED, average=True)
    model.fit(matrix, np.asarray(labels))
    weights = np.clip(np.rint(model.coef_[0] * UNIT), -127, 127).astype(np.int8)
    return weights, round(float(model.intercept_[0]) * UNIT)


def boosted(
    rows: Sequence[Sequence[int]], labels: Sequence[int], trees: int, leaves: int, rate: float
) -> dict[str, Any]:
    """Boosted trees over dense facts, as LightGBM describes them."""
    model = lightgbm.LGBMClassifier(
        n_estimators=trees,
        num_leaves=leaves,
        learning_rate=rate,
        min_child_samples=20,
        subsample=0.8,
        subsample_freq=1,
        colsample_bytree=0.6,
        random_state=SEED,
        n_jobs=1,
        deterministic=True,
        force_row_wise=True,
        verbose=-1,
    )
    model.fit(np.asarray(rows, dtype=np.float64), np.asarray(labels))
    described: dict[str, Any] = model.booster_.dump_model()
    return described


def as_steps(described: dict[str, Any]) -> Steps:
    """Trees of one decision each as one step function a feature."""
    jumps: dict[int, dict[int, float]] = {}
    base = 0.0
    for info in described["tree_info"]:
        node = info["tree_structure"]
        if "leaf_value" in node:
            base += node["leaf_value"]
            continue
        low, high = node["left_child"]["leaf_value"], node["right_child"]["leaf_value"]
        at = int(np.floor(node["threshold"]))
        base += low
        row = jumps.setdefault(node["split_feature"], {})
        row[at] = row.get(at, 0.0) + high - low
    features = []
    for feature in sorted(jumps):
        row = jumps[feature]
        thresholds = sorted(row)
        values = np.rint(UNIT * np.cumsum([0.0, *(row[at] for at in thresholds)])).astype(int)
        features.append((feature, tuple(thresholds), tuple(int(value) for value in values)))
    return Steps(round(UNIT * base), tuple(features))


def as_trees(described: dict[str, Any]) -> Trees:
    """Trees with integer thresholds and leaves."""
    return Trees(0, tuple(_tree(info["tree_structure"]) for info in described["tree_info"]))


def _tree(node: dict[str, Any]) -> Tree:
    if "leaf_value" in node:
        return round(TREE_UNIT * node["leaf_value"])
    at = int(np.floor(node["threshold"]))
    mean = round(TREE_UNIT * node["internal_value"])
    return node["split_feature"], at, _tree(node["left_child"]), _tree(node["right_child"]), mean


def flattened(groups: Iterable[Sequence[Any]]) -> list[Any]:
    """The members of all ``groups``."""
    return [member for group in groups for member in group]
