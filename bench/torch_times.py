"""Times an epoch of training in PyTorch, one thread: torch_times.py SAMPLES EPOCHS UNITS...

Prints microseconds per epoch, of processor time and of the clock on the wall. The work of epoch_times.py, in doubles, with
PyTorch's own layers, loss, gradients and optimizer. The first half of the epochs warms up.
"""

import math
import sys
import time

import torch


def network(units):
    layers = []
    for before, after in zip(units, units[1:]):
        layers += [torch.nn.Linear(before, after), torch.nn.ReLU()]
    layers[-1] = torch.nn.Sigmoid()
    return torch.nn.Sequential(*layers)


def main():
    samples, epochs, *units = map(int, sys.argv[1:])
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(1)
    model = network(units)
    inputs = torch.randn(samples, units[0])
    targets = (torch.rand(samples, 1) > 0.5).double()
    loss_function = torch.nn.BCELoss(reduction="sum")
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-6)
    processor = wall = 0.0
    for epoch in range(epochs):
        if epoch == epochs // 2:
            processor, wall = time.thread_time(), time.perf_counter()
        optimizer.zero_grad()
        loss = loss_function(model(inputs), targets)
        loss.backward()
        optimizer.step()
        if not math.isfinite(loss.item()):
            sys.exit("the loss is not finite")
    counted = (epochs - epochs // 2) * 1e-6
    print("%.2f %.2f" % ((time.thread_time() - processor) / counted, (time.perf_counter() - wall) / counted))


main()
