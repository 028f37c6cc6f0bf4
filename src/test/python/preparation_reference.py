"""Writes golden/preparation: divisions and scalings as scikit-learn makes them.

Run with scikit-learn 1.2.1 and NumPy 1.24.2:
    python3 src/test/python/preparation_reference.py src/test/resources/golden/preparation
"""

import csv
import sys
from pathlib import Path

import numpy as np
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from sklearn.preprocessing import MinMaxScaler, StandardScaler


def labels(n, kind):
    i = np.arange(n)
    return {"mod3": i % 3, "mod3back": (n - i) % 3, "squares": (i * i) % 4 // 1 % 2 + (i % 7 == 0),
            "blocks": i * 4 // n}[kind]


def divisions(out):
    out.writerow(["function", "n", "labels", "test", "validation", "seed", "part", "indices"])
    for n, test, validation, seed in [(40, 0.25, 0.25, 1), (41, 7, 0.2, 2), (100, 0.1, 15, 3)]:
        for kind in ["none", "mod3", "squares", "blocks"]:
            y = np.zeros(n, int) if kind == "none" else labels(n, kind)
            rng = np.random.RandomState(seed)
            held = validation if isinstance(validation, int) else int(np.ceil(validation * n))
            first = np.arange(n)
            rest, tested = train_test_split(
                first, test_size=test, random_state=rng, stratify=None if kind == "none" else y)
            train, valid = train_test_split(
                rest, test_size=held, random_state=rng, stratify=None if kind == "none" else y[rest])
            for part, indices in [("train", train), ("validation", valid), ("test", tested)]:
                out.writerow(["split", n, kind, test, validation, seed, part, join(indices)])
        rest, tested = train_test_split(np.arange(n), test_size=test, shuffle=False)
        train, valid = train_test_split(rest, test_size=held, shuffle=False)
        for part, indices in [("train", train), ("validation", valid), ("test", tested)]:
            out.writerow(["split in order", n, "none", test, validation, "", part, join(indices)])
    for n, k, seed in [(30, 3, 0), (41, 5, 7), (100, 10, 42), (23, 2, 3)]:
        folds(out, n, k, seed, "none", "KFold", KFold(k, shuffle=True, random_state=seed))
        folds(out, n, k, "", "none", "KFold in order", KFold(k))
        for kind in ["mod3", "mod3back", "squares", "blocks"]:
            if np.bincount(labels(n, kind)).min() >= k:
                folds(out, n, k, seed, kind, "StratifiedKFold",
                      StratifiedKFold(k, shuffle=True, random_state=seed))
                folds(out, n, k, "", kind, "StratifiedKFold in order", StratifiedKFold(k))


def folds(out, n, k, seed, kind, name, splitter):
    y = np.zeros(n, int) if kind == "none" else labels(n, kind)
    for number, (train, test) in enumerate(splitter.split(np.arange(n), y), 1):
        out.writerow([name, n, kind, k, "", seed, number, join(test)])


def join(indices):
    return " ".join(str(i) for i in indices)


def scalings(out):
    out.writerow(["scaler", "parameters", "set", "row", "x1", "x2", "x3", "z1", "z2", "z3"])
    rng = np.random.RandomState(11)
    train = np.column_stack([
        rng.normal(1e6, 3, 9), rng.uniform(-1e-3, 1e-3, 9), np.full(9, 0.1)])
    test = np.column_stack([
        rng.normal(1e6, 5, 4), rng.uniform(-2e-3, 2e-3, 4), np.array([0.1, 0.2, -3, 0])])
    for name, parameters, scaler in [
        ("standard", "", StandardScaler()),
        ("standard", "without mean", StandardScaler(with_mean=False)),
        ("standard", "without std", StandardScaler(with_std=False)),
        ("min_max", "0 1", MinMaxScaler()),
        ("min_max", "-1 1", MinMaxScaler((-1, 1))),
        ("min_max", "0.1 0.9", MinMaxScaler((0.1, 0.9))),
    ]:
        scaler.fit(train)
        for part, x in [("train", train), ("test", test)]:
            for row, (before, after) in enumerate(zip(x, scaler.transform(x))):
                numbers = [repr(float(v)) for v in [*before, *after]]
                out.writerow([name, parameters, part, row, *numbers])


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, write in [("divisions", divisions), ("scalings", scalings)]:
        with open(folder / f"{name}.csv", "w", newline="") as file:
            write(csv.writer(file, lineterminator="\n"))
