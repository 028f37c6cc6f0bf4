"""Writes the reference values of src/test/resources/generators.

Needs scikit-learn 1.2 and NumPy 1.24. Run it from the repository's root:

    python3 src/test/python/generator_reference.py

index.csv names, for each table, the seed and the section `data` of an experiment file that makes the same; the tables
hold the inputs x1, x2, ... and the targets y, or y1, y2, ...
"""

import csv
from pathlib import Path

import numpy as np
from sklearn import datasets

FOLDER = Path("src/test/resources/generators")

CASES = [
    ("circles-sizes", 4, "generator: circles, samples: [7, 20], factor: 0.25, noise: 0.3",
     lambda s: datasets.make_circles((7, 20), factor=0.25, noise=0.3, random_state=s)),
    ("moons-sizes", 4, "generator: moons, samples: [20, 5], noise: 0.1, shuffle: false",
     lambda s: datasets.make_moons((20, 5), noise=0.1, shuffle=False, random_state=s)),
    ("blobs-box", 12, "generator: blobs, samples: 12, centers: 3, features: 1, center_box: [-1, 4], std: 0.1, shuffle: false",
     lambda s: datasets.make_blobs(12, n_features=1, centers=3, center_box=(-1, 4), cluster_std=0.1, shuffle=False,
                                   random_state=s)),
    ("classification-one", 2, "generator: classification, samples: 9, features: 1, informative: 1, redundant: 0, "
     "classes: 1, clusters_per_class: 1",
     lambda s: datasets.make_classification(9, n_features=1, n_informative=1, n_redundant=0, n_classes=1,
                                            n_clusters_per_class=1, random_state=s)),
    ("classification-all", 3, "generator: classification, samples: 31, features: 12, informative: 4, redundant: 3, "
     "repeated: 3, classes: 3, clusters_per_class: 2, weights: [0.5, 0.3], flip_y: 0.3, class_sep: 0.7, "
     "hypercube: false, shift: drawn, scale: drawn",
     lambda s: datasets.make_classification(31, n_features=12, n_informative=4, n_redundant=3, n_repeated=3, n_classes=3,
                                            n_clusters_per_class=2, weights=[0.5, 0.3], flip_y=0.3, class_sep=0.7,
                                            hypercube=False, shift=None, scale=None, random_state=s)),
    ("classification-fixed", 5, "generator: classification, samples: 25, features: 4, informative: 3, redundant: 1, "
     "weights: [0.1, 0.9], flip_y: 0, class_sep: -2, shift: [1, 2, 3, 4], scale: [0.5, 1, -2, 0], shuffle: false",
     lambda s: datasets.make_classification(25, n_features=4, n_informative=3, n_redundant=1, weights=[0.1, 0.9], flip_y=0,
                                            class_sep=-2, shift=np.array([1, 2, 3, 4]),
                                            scale=np.array([0.5, 1, -2, 0]), shuffle=False, random_state=s)),
    ("classification-few-corners", 6, "generator: classification, samples: 20, features: 13, informative: 12, "
     "redundant: 0, flip_y: 1, shift: 0.5, scale: 3",
     lambda s: datasets.make_classification(20, n_features=13, n_informative=12, n_redundant=0, flip_y=1, shift=0.5, scale=3,
                                            random_state=s)),
    ("classification-some-corners", 7, "generator: classification, samples: 20, features: 5, informative: 5, redundant: 0, "
     "classes: 5, clusters_per_class: 4",
     lambda s: datasets.make_classification(20, n_features=5, n_informative=5, n_redundant=0, n_classes=5,
                                            n_clusters_per_class=4, random_state=s)),
    ("classification-wide", 8, "generator: classification, samples: 12, features: 40, informative: 33, redundant: 2",
     lambda s: datasets.make_classification(12, n_features=40, n_informative=33, random_state=s)),
    ("quantiles-mean", 9, "generator: gaussian_quantiles, samples: 23, classes: 4, mean: [1, -2, 3], cov: 2.5, "
     "shuffle: false",
     lambda s: datasets.make_gaussian_quantiles(mean=[1, -2, 3], cov=2.5, n_samples=23, n_features=3, n_classes=4,
                                                shuffle=False, random_state=s)),
    ("quantiles-features", 10, "generator: gaussian_quantiles, samples: 10, features: 5, classes: 3",
     lambda s: datasets.make_gaussian_quantiles(n_samples=10, n_features=5, n_classes=3, random_state=s)),
    ("regression-plain", 11, "generator: regression, samples: 10, features: 3, informative: 7, noise: 2, shuffle: false",
     lambda s: datasets.make_regression(10, n_features=3, n_informative=7, noise=2, shuffle=False, random_state=s)),
    ("regression-low-rank", 12, "generator: regression, samples: 20, features: 6, informative: 4, targets: 2, bias: -3, "
     "effective_rank: 2, tail_strength: 0.2, noise: 0.5",
     lambda s: datasets.make_regression(20, n_features=6, n_informative=4, n_targets=2, bias=-3, effective_rank=2,
                                        tail_strength=0.2, noise=0.5, random_state=s)),
    ("regression-low-rank-wide", 13, "generator: regression, samples: 5, features: 9, effective_rank: 3",
     lambda s: datasets.make_regression(5, n_features=9, effective_rank=3, random_state=s)),
    ("regression-low-rank-square", 14, "generator: regression, samples: 6, features: 6, effective_rank: 1, "
     "tail_strength: 1",
     lambda s: datasets.make_regression(6, n_features=6, effective_rank=1, tail_strength=1, random_state=s)),
    ("friedman1-five", 15, "generator: friedman1, samples: 8, features: 5",
     lambda s: datasets.make_friedman1(8, n_features=5, random_state=s)),
    ("friedman2-plain", 16, "generator: friedman2, samples: 8", lambda s: datasets.make_friedman2(8, random_state=s)),
    ("friedman3-plain", 17, "generator: friedman3, samples: 8", lambda s: datasets.make_friedman3(8, random_state=s)),
    ("swiss-roll-hole", 18, "generator: swiss_roll, samples: 20, noise: 0.2, hole: true",
     lambda s: datasets.make_swiss_roll(20, noise=0.2, hole=True, random_state=s)),
    ("s-curve-plain", 19, "generator: s_curve, samples: 12", lambda s: datasets.make_s_curve(12, random_state=s)),
    ("hastie", 20, "generator: hastie_10_2, samples: 15", lambda s: datasets.make_hastie_10_2(15, random_state=s)),
]


def write(name, header, rows):
    with open(FOLDER / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    for name, seed, _, make in CASES:
        inputs, targets = make(seed)
        targets = targets.reshape(len(inputs), -1).astype(float)
        header = [f"x{i + 1}" for i in range(inputs.shape[1])]
        header += ["y"] if targets.shape[1] == 1 else [f"y{i + 1}" for i in range(targets.shape[1])]
        write(f"{name}.csv", header, np.hstack([inputs, targets]).tolist())
    write("index.csv", ["file", "seed", "data"], [[f"{name}.csv", seed, data] for name, seed, data, _ in CASES])


main()
