"""Times an epoch of training in NumPy: epoch_times.py PROGRAM SAMPLES EPOCHS UNITS...

Prints microseconds per epoch, of processor time and of the clock on the wall. Relu in the hidden layers, one sigmoid at
the end, binary cross-entropy; forward, backward, update and loss, with samples as rows. The first half of the epochs
warms up. PROGRAM is one of two ways to write it:

tutorial  every formula as a textbook prints it: both logarithms for each sample, the loss differentiated by itself and
          then the sigmoid (computed again), weighted sums kept, masks as floating-point numbers
careful   the least work that gives the same: one logarithm for each sample, loss and sigmoid differentiated together,
          signals instead of weighted sums, updates in place
"""

import sys
import time

import numpy as np

CLIP = 2.0**-52


class Tutorial:
    def __init__(self, layers):
        self.layers = layers

    @staticmethod
    def sigmoid(sums):
        return 1.0 / (1.0 + np.exp(-np.clip(sums, -500.0, 500.0)))

    @staticmethod
    def relu(sums):
        return np.maximum(0.0, sums)

    def forward(self, inputs):
        self.sums, self.signals = [], [inputs]
        for index, (weights, bias) in enumerate(self.layers):
            self.sums.append(np.matmul(self.signals[index], weights) + bias)
            activation = self.sigmoid if index == len(self.layers) - 1 else self.relu
            self.signals.append(activation(self.sums[index]))
        return self.signals[-1]

    def loss(self, outputs, targets):
        of_ones = np.matmul(targets.T, np.log(np.clip(outputs, CLIP, None)))
        of_zeros = np.matmul((1.0 - targets).T, np.log(np.clip(1.0 - outputs, CLIP, None)))
        return -(of_ones + of_zeros).item()

    def loss_derivative(self, outputs, targets):
        return (1.0 - targets) / np.clip(1.0 - outputs, CLIP, None) - targets / np.clip(outputs, CLIP, None)

    def sigmoid_derivative(self, sums):
        values = self.sigmoid(sums)
        return values * (1.0 - values)

    def backward(self, error, rate):
        for index in reversed(range(len(self.layers))):
            weights, bias = self.layers[index]
            if index == len(self.layers) - 1:
                error = error * self.sigmoid_derivative(self.sums[index])
            else:
                error = error * (self.sums[index] > 0.0).astype(float)
            weight_gradient = np.matmul(self.signals[index].T, error)
            bias_gradient = np.sum(error, axis=0, keepdims=True)
            error = np.matmul(error, weights.T)
            self.layers[index] = (weights - rate * weight_gradient, bias - rate * bias_gradient)

    def epoch(self, inputs, targets, rate):
        outputs = self.forward(inputs)
        loss = self.loss(outputs, targets)
        self.backward(self.loss_derivative(outputs, targets), rate)
        return loss


class Careful:
    def __init__(self, layers):
        self.layers = layers

    def epoch(self, inputs, targets, rate):
        layers = self.layers
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
        return loss


PROGRAMS = {"tutorial": Tutorial, "careful": Careful}


def microseconds(program, inputs, targets, epochs):
    processor = wall = 0.0
    for epoch in range(epochs):
        if epoch == epochs // 2:
            processor, wall = time.thread_time(), time.perf_counter()
        if not np.isfinite(program.epoch(inputs, targets, 1e-6)):
            sys.exit("the loss is not finite")
    counted = (epochs - epochs // 2) * 1e-6
    return (time.thread_time() - processor) / counted, (time.perf_counter() - wall) / counted


def main():
    name = sys.argv[1]
    samples, epochs, *units = map(int, sys.argv[2:])
    random = np.random.RandomState(1)
    layers = [
        (0.1 * random.randn(before, after), 0.1 * random.randn(1, after)) for before, after in zip(units, units[1:])
    ]
    inputs = random.randn(samples, units[0])
    targets = (random.rand(samples, 1) > 0.5).astype(float)
    print("%.2f %.2f" % microseconds(PROGRAMS[name](layers), inputs, targets, epochs))


main()
