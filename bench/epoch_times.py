"""Microseconds of processor time per epoch in NumPy: epoch_times.py SAMPLES EPOCHS UNITS...

Relu in the hidden layers, one sigmoid at the end, binary cross-entropy; forward, backward, update and loss, with
samples as rows and whole-array operations, as one writes it with NumPy. The first half of the epochs warms up.
"""

import sys
import time

import numpy as np

CLIP = 2.0**-52


def train(inputs, targets, layers, rate, epochs):
    started = 0.0
    for epoch in range(epochs):
        if epoch == epochs // 2:
            started = time.thread_time()
        signals = [inputs]
        for index, (weights, bias) in enumerate(layers):
            sums = signals[-1] @ weights
            sums += bias
            if index < len(layers) - 1:
                signals.append(np.maximum(sums, 0.0))
            else:
                signals.append(1.0 / (1.0 + np.exp(-sums)))
        outputs = signals[-1]
        chosen = np.where(targets == 1.0, outputs, 1.0 - outputs)
        loss = -np.log(np.maximum(chosen, CLIP)).sum()
        error = outputs - targets
        for index in reversed(range(len(layers))):
            weights, bias = layers[index]
            weight_gradient = signals[index].T @ error
            bias_gradient = error.sum(axis=0)
            if index > 0:
                error = error @ weights.T
                error *= signals[index] > 0.0
            weights -= rate * weight_gradient
            bias -= rate * bias_gradient
        if not np.isfinite(loss):
            sys.exit("the loss is not finite")
    return (time.thread_time() - started) / (epochs - epochs // 2)


def main():
    samples, epochs, *units = map(int, sys.argv[1:])
    random = np.random.RandomState(1)
    layers = [
        (0.1 * random.randn(before, after), 0.1 * random.randn(after)) for before, after in zip(units, units[1:])
    ]
    inputs = random.randn(samples, units[0])
    targets = (random.rand(samples, 1) > 0.5).astype(float)
    print(f"{train(inputs, targets, layers, 1e-6, epochs) * 1e6:.2f}")


main()
