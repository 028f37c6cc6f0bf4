"""Writes the reference values of src/test/resources/metrics.

Needs scikit-learn 1.2. Run it from the repository's root:

    python3 src/test/python/metrics_reference.py

A row of outputs is separated from the next one by a bar; targets are class numbers, or rows of numbers.
"""

import csv
import warnings
from pathlib import Path

import numpy as np
from sklearn import metrics

FILE = Path("src/test/resources/metrics/reference.csv")
warnings.simplefilter("ignore")


def binary_cases():
    rng = np.random.RandomState(6)
    yield "ties", rng.randint(0, 2, 60), rng.randint(0, 11, 60) / 10
    yield "fine", rng.randint(0, 2, 101), np.round(rng.uniform(0, 1, 101), 9)
    yield "rare", (rng.uniform(0, 1, 80) < 0.06).astype(int), rng.randint(1, 40, 80) / 64
    yield "right", np.array([0, 0, 1, 1, 1]), np.array([0.1, 0.2, 0.7, 0.9, 1.0])
    yield "reversed", np.array([1, 1, 0, 0, 0]), np.array([0.1, 0.2, 0.7, 0.9, 1.0])
    yield "constant", np.array([0, 1, 1, 0, 1]), np.array([0.25] * 5)
    yield "all_positive_said", np.array([0, 1, 1, 0, 1]), np.array([0.75, 0.75, 0.875, 0.9, 1])
    yield "no_positive", np.array([0, 0, 0, 0]), np.array([0.25, 0.75, 0.875, 0.5])
    yield "no_negative", np.array([1, 1, 1]), np.array([0.25, 0.75, 0.875])


def class_metrics(targets, classes, average):
    of = dict(average=average, zero_division=0)
    yield "accuracy", metrics.accuracy_score(targets, classes)
    yield "balanced_accuracy", metrics.balanced_accuracy_score(targets, classes)
    yield "precision", metrics.precision_score(targets, classes, **of)
    yield "recall", metrics.recall_score(targets, classes, **of)
    yield "f1", metrics.f1_score(targets, classes, **of)
    yield "matthews_correlation", metrics.matthews_corrcoef(targets, classes)


def binary(targets, outputs):
    yield from class_metrics(targets, (outputs > 0.5).astype(int), "binary")
    if len(set(targets)) == 2:
        yield "roc_auc", metrics.roc_auc_score(targets, outputs)
    yield "average_precision", abs(metrics.average_precision_score(targets, outputs))
    yield "log_loss", metrics.log_loss(targets, outputs, labels=[0, 1])
    yield "brier_score", metrics.brier_score_loss(targets, outputs, pos_label=1)


def several_cases():
    """Class 3 of the second case is neither there nor predicted, class 2 of the third only predicted."""
    rng = np.random.RandomState(7)
    for name, size, classes, outputs in [("three", 50, 3, 3), ("gap", 30, 3, 4), ("extra", 40, 2, 3), ("ten", 120, 10, 10)]:
        targets = rng.randint(0, classes, size)
        raw = np.round(rng.uniform(0, 1, (size, outputs)), 3)
        raw[np.arange(size), targets] += 0.25
        if name == "gap":
            raw[:, 3] = 0
        yield name, targets, raw


def regression_cases():
    rng = np.random.RandomState(8)
    for name, size, columns in [("odd", 21, 1), ("even", 30, 1), ("two_outputs", 25, 2), ("one_sample_each", 2, 3)]:
        targets = np.round(rng.normal(0, 3, (size, columns)), 4)
        yield name, targets, np.round(targets + rng.normal(0.2, 1, (size, columns)), 4)


def regression(targets, outputs):
    yield "mean_absolute_error", metrics.mean_absolute_error(targets, outputs)
    yield "median_absolute_error", metrics.median_absolute_error(targets, outputs)
    yield "max_error", metrics.max_error(targets.ravel(), outputs.ravel())
    yield "mean_squared_error", metrics.mean_squared_error(targets, outputs)
    yield "root_mean_squared_error", metrics.mean_squared_error(targets.ravel(), outputs.ravel(), squared=False)
    yield "r2", metrics.r2_score(targets, outputs)


def text(rows):
    return "|".join(" ".join(repr(float(value)) for value in np.atleast_1d(row)) for row in rows)


def rows():
    for name, targets, outputs in binary_cases():
        for metric, value in binary(targets, outputs):
            yield name, "classes", text(targets), text(outputs), metric, repr(float(value))
    for name, targets, outputs in several_cases():
        for metric, value in class_metrics(targets, outputs.argmax(axis=1), "macro"):
            yield name, "classes", text(targets), text(outputs), metric, repr(float(value))
    for name, targets, outputs in regression_cases():
        for metric, value in regression(targets, outputs):
            yield name, "numbers", text(targets), text(outputs), metric, repr(float(value))


with FILE.open("w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["case", "kind", "targets", "outputs", "metric", "value"])
    writer.writerows(rows())
