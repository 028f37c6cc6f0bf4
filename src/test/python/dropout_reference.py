"""Writes the reference losses of src/test/resources/dropout.

A network with inverted dropout, written with NumPy as tutorials do it: samples along the rows, one seed, masks by
rand(...) < keep. The experiment that must give the same losses stands beside them in numpy.yaml. Needs NumPy only. Run it
from the repository's root:

    python3 src/test/python/dropout_reference.py
"""

from pathlib import Path

import numpy as np

FILE = Path("src/test/resources/dropout/numpy.csv")
X = np.array([[-1, -1], [-1, 1], [1, -1], [1, 1], [0.5, 0.25], [-0.5, 0.75], [0.25, -0.75]])
Y = np.array([[0.0], [1], [1], [0], [0.5], [1], [0.25]])
RATE, KEPT = 0.1, [1 - 0.25, 1 - 0.5]
EPOCHS, SIZE = 30, 3


def forward(layers, x, masks=None):
    signals, outputs = [x], []
    for index, (weights, biases) in enumerate(layers):
        a = signals[-1] @ weights + biases
        if index < len(layers) - 1:
            a = np.tanh(a)
        outputs.append(a)
        drop = masks is not None and index < len(layers) - 1
        signals.append(a * masks[index](a) if drop else a)
    return signals, outputs


class Mask:
    """A mask that is drawn at its first use and kept for the way back."""

    def __init__(self, kept):
        self.kept, self.values = kept, None

    def __call__(self, a):
        if self.values is None:
            self.values = (np.random.rand(*a.shape) < self.kept) / self.kept
        return self.values


def update(layers, x, y):
    masks = [Mask(kept) for kept in KEPT]
    signals, outputs = forward(layers, x, masks)
    delta = 2 * (outputs[-1] - y) / y.size
    for index in reversed(range(len(layers))):
        weights, biases = layers[index]
        gradients = signals[index].T @ delta, delta.sum(axis=0)
        if index > 0:
            delta = (delta @ weights.T) * masks[index - 1](outputs[index - 1]) * (1 - outputs[index - 1] ** 2)
        weights -= RATE * gradients[0]
        biases -= RATE * gradients[1]


def losses():
    np.random.seed(3)
    sizes = [2, 6, 4, 1]
    layers = [[0.7 * np.random.randn(i, o), np.zeros(o)] for i, o in zip(sizes, sizes[1:])]
    yield np.mean((forward(layers, X)[0][-1] - Y) ** 2)
    for _ in range(EPOCHS):
        order = np.random.permutation(len(X))
        for start in range(0, len(X), SIZE):
            batch = order[start : start + SIZE]
            update(layers, X[batch], Y[batch])
        yield np.mean((forward(layers, X)[0][-1] - Y) ** 2)


def main():
    rows = ["epoch,loss"] + [f"{epoch},{loss!r}" for epoch, loss in enumerate(float(one) for one in losses())]
    FILE.write_text("\n".join(rows) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
