"""Writes the reference values of src/test/resources/random.

Needs NumPy 1.24 or newer (2.4 gives the same). Run it from the repository's root:

    python3 src/test/python/random_reference.py

draws.csv has calls of which golden/random.csv has none: wide and narrow ranges of integers, choices of every kind,
seeds beyond 32 bits. digests.csv has SHA-256 digests of many draws, each one as eight bytes, the highest first; of
normal draws only those that need no logarithm are in it.
"""

import csv
import hashlib
import random
import struct
from pathlib import Path

import numpy as np

FOLDER = Path("src/test/resources/random")
SEEDS = [0, 3, 4294967296, 20230615123456, 9223372036854775807]


def pcg64(seed):
    yield "uniform 3", np.random.default_rng(seed).random(3)
    yield "integer -2147483648 2147483647 4", np.random.default_rng(seed).integers(-2**31, 2**31 - 1, 4)
    yield "integer 3 4 2", np.random.default_rng(seed).integers(3, 4, 2)
    yield "integer 0 1073741825 5", np.random.default_rng(seed).integers(0, 2**30 + 1, 5)
    rng = np.random.default_rng(seed)
    yield "integer 0 7 1 uniform 1 integer 0 7 2", [rng.integers(0, 7), rng.random(), *rng.integers(0, 7, 2)]
    for count, size in [(10, 4), (10, 10), (1, 1), (1, 0), (20000, 3), (20000, 400), (20000, 401), (10000, 300)]:
        chosen = np.random.default_rng(seed).choice(count, size, replace=False)
        yield f"choice {count} {size}", chosen[:12]
    yield "permutation 100", np.random.default_rng(seed).permutation(100)[:12]


def python(seed):
    def drawn(draw):
        return draw(random.Random(seed))

    yield "uniform 3", drawn(lambda r: [r.random() for _ in range(3)])
    yield "integer 3 4 2", drawn(lambda r: [r.randrange(3, 4) for _ in range(2)] + [r.random()])
    yield "integer 0 1073741825 5", drawn(lambda r: [r.randrange(2**30 + 1) for _ in range(5)])
    yield "integer -2147483648 2147483647 4", drawn(lambda r: [r.randrange(-2**31, 2**31 - 1) for _ in range(4)])
    yield "normal 1 uniform 1 normal 2", drawn(
        lambda r: [r.gauss(0, 1), r.random(), r.gauss(0, 1), r.gauss(0, 1)]
    )
    for count, size in [(10, 4), (10, 10), (1, 1), (1, 0), (20, 5), (21, 5), (22, 5), (85, 6), (86, 6), (5000, 40)]:
        yield f"choice {count} {size}", drawn(lambda r: r.sample(range(count), size)[:12])


def text(value):
    return str(int(value)) if isinstance(value, (int, np.integer)) else repr(float(value))


def digest(values):
    return hashlib.sha256(b"".join(struct.pack(">d", float(value)) for value in values)).hexdigest()


def central(values):
    return [value for value in values if abs(value) < 3.6541528853610088]


def digests():
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        yield "numpy_pcg64", seed, "normal 100000", digest(central(rng.standard_normal(100000)))
        yield "numpy_pcg64", seed, "uniform 1000", digest(np.random.default_rng(seed).random(1000))
        yield "python", seed, "uniform 1000", digest((lambda r: [r.random() for _ in range(1000)])(random.Random(seed)))


def write(name, header, rows):
    with open(FOLDER / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    draws = []
    for family, calls in [("numpy_pcg64", pcg64), ("python", python)]:
        for seed in SEEDS:
            for call, values in calls(seed):
                draws.append([family, seed, call, " ".join(text(value) for value in values)])
    write("draws.csv", ["rng", "seed", "call", "values"], draws)
    write("digests.csv", ["rng", "seed", "call", "sha256"], digests())


main()
