"""A sweep of learning rates as a NumPy user writes it, timed.

usage: sweep_times.py TRIALS PROCESSES   prints how many trials a second
The tutorial's 2-4-3-1 network on 1,000 samples, 150 epochs, loss and accuracy of every epoch kept in memory.
"""
import multiprocessing
import sys
import time

import numpy as np

EPS = np.finfo(float).eps
EPOCHS = 150


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def circles(samples=1000, factor=0.5, noise=0.1):
    r = np.random.RandomState(0)
    half = samples // 2
    angles = np.linspace(0, 2 * np.pi, half, endpoint=False)
    ring = np.c_[np.cos(angles), np.sin(angles)]
    x = np.r_[ring, factor * ring] + noise * r.randn(samples, 2)
    y = np.r_[np.zeros((half, 1)), np.ones((half, 1))]
    order = r.permutation(samples)
    return x[order], y[order]


def trial(rate):
    x, y = trial.data
    r = np.random.RandomState(42)
    sizes = [2, 4, 3, 1]
    weights = [r.randn(i, o) * 0.1 for i, o in zip(sizes, sizes[1:])]
    biases = [r.randn(1, o) * 0.1 for o in sizes[1:]]
    history = []
    for _ in range(EPOCHS):
        activations = [x]
        for layer, (w, b) in enumerate(zip(weights, biases)):
            z = activations[-1] @ w + b
            activations.append(sigmoid(z) if layer == 2 else np.maximum(z, 0))
        a = activations[-1]
        loss = -(y * np.log(a.clip(EPS)) + (1 - y) * np.log((1 - a).clip(EPS))).sum()
        history.append((loss, ((a > 0.5) == y).mean()))
        delta = 2 * (a - y)
        for layer in (2, 1, 0):
            dw, db = activations[layer].T @ delta, delta.mean(axis=0, keepdims=True)
            if layer:
                delta = (delta @ weights[layer].T) * (activations[layer] > 0)
            weights[layer] -= rate * dw
            biases[layer] -= rate * db
    return history


def main(args):
    trials, processes = int(args[0]), int(args[1])
    trial.data = circles()
    np.seterr(over="ignore")
    start = time.perf_counter()
    with multiprocessing.Pool(processes) as pool:
        pool.map(trial, np.logspace(-4, 0, trials), chunksize=5)
    print(f"{trials / (time.perf_counter() - start):.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
