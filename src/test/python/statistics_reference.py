"""Writes the reference values of src/test/resources/statistics.

Needs SciPy and mpmath. Run it from the repository's root:

    python3 src/test/python/statistics_reference.py
"""

import csv
import itertools
import warnings
from fractions import Fraction
from pathlib import Path

import mpmath
import numpy as np
from scipy import stats

FOLDER = Path("src/test/resources/statistics")
mpmath.mp.dps = 40
warnings.simplefilter("ignore")


def rounded(rng, size, middle, places):
    return np.round(rng.normal(middle, 1, size), places)


def samples():
    """Few places make ties and, in pairs, zeros; twelve places make neither."""
    rng = np.random.RandomState(4)
    return {
        "a5": rounded(rng, 5, 0, 12), "b5": rounded(rng, 5, 1, 12),
        "a3": rounded(rng, 3, 0, 12), "b7": rounded(rng, 7, 1, 12),
        "a8": rounded(rng, 8, 0, 12), "b20": rounded(rng, 20, 0.7, 12),
        "a50": rounded(rng, 50, 0, 12), "b50": rounded(rng, 50, 0.4, 12),
        "a51": rounded(rng, 51, 0, 12), "b51": rounded(rng, 51, 0.4, 12),
        "ties9": rng.randint(0, 9, 9) / 4, "ties9b": rng.randint(2, 12, 9) / 4,
        "zeros12": np.array([3, 5, 2, 8, 8, 1, 4, 4, 6, 7, 9, 2]) / 8,
        "zeros12b": np.array([3, 4, 2, 5, 9, 1, 2, 1, 6, 3, 4, 0]) / 8,
        "zeros30": rng.randint(0, 20, 30) / 4, "zeros30b": rng.randint(2, 22, 30) / 4,
        "few4": np.array([1, 1, 2, 3.0]), "few6": np.array([2, 3, 3, 3, 4, 1.0]),
        "a1000": rounded(rng, 1000, 0, 4), "b1000": rounded(rng, 1000, 0.08, 4),
        "grid1000": rng.randint(0, 25, 1000) / 4, "grid1000b": rng.randint(1, 26, 1000) / 4,
    }


PAIRS = [("a5", "b5"), ("a50", "b50"), ("a51", "b51"), ("ties9", "ties9b"), ("zeros12", "zeros12b"),
         ("zeros30", "zeros30b"), ("a1000", "b1000"), ("grid1000", "grid1000b")]
UNPAIRED = PAIRS + [("a3", "b7"), ("a8", "b20"), ("b20", "a8"), ("few4", "few6"), ("ties9", "few6")]
ENUMERATED = 14  # up to so many values all arrangements are tried
RATIO = Fraction(1, 9)


def exact_signed_rank(differences):
    """Twice the part of all signs whose positive rank sum is at most the smaller one seen."""
    kept = differences[differences != 0]
    ranks = [int(2 * rank) for rank in stats.rankdata(abs(kept))]
    plus = sum(rank for rank, value in zip(ranks, kept) if value > 0)
    seen = min(plus, sum(ranks) - plus)
    sums = [sum(itertools.compress(ranks, signs))
            for signs in itertools.product((0, 1), repeat=len(ranks))]
    return min(1.0, 2 * sum(each <= seen for each in sums) / len(sums))


def exact_rank_sum(a, b):
    """Twice the smaller of the parts of all choices with at most, or at least, the sum seen."""
    ranks = [int(2 * rank) for rank in stats.rankdata(np.concatenate([a, b]))]
    seen = sum(ranks[: len(a)])
    sums = [sum(choice) for choice in itertools.combinations(ranks, len(a))]
    below = sum(each <= seen for each in sums)
    above = sum(each >= seen for each in sums)
    return float(min(Fraction(1), Fraction(2 * min(below, above), len(sums))))


def precise(values):
    return [mpmath.mpf(float(value)) for value in values]


def mean(values):
    return mpmath.fsum(values) / len(values)


def variance(values):
    middle = mean(values)
    return mpmath.fsum((value - middle) ** 2 for value in values) / (len(values) - 1)


def student_p(t, df):
    t, df = mpmath.mpf(t), mpmath.mpf(df)
    return mpmath.betainc(df / 2, mpmath.mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def paired_rows(a, b):
    # The differences are rounded to doubles first, as in every program that tests doubles.
    d = precise(a - b)
    t = mean(d) / mpmath.sqrt(variance(d) / len(d))
    yield "paired_t.statistic", t
    yield "paired_t.p", student_p(t, len(d) - 1)
    q = mpmath.mpf(RATIO.numerator) / RATIO.denominator
    t = mean(d) / mpmath.sqrt((mpmath.mpf(1) / len(d) + q) * variance(d))
    yield "corrected_t.statistic", t
    yield "corrected_t.p", student_p(t, len(d) - 1)
    yield "cohens_dz", mean(d) / mpmath.sqrt(variance(d))
    approximate = stats.wilcoxon(a, b, method="approx")
    yield "wilcoxon.statistic", approximate.statistic
    yield "wilcoxon_normal.p", approximate.pvalue
    kept = (a - b)[a != b]
    if len(kept) <= ENUMERATED:
        yield "wilcoxon_exact.p", exact_signed_rank(a - b)
    elif len(a) <= 50 and len(np.unique(abs(kept))) == len(a):
        yield "wilcoxon_exact.p", stats.wilcoxon(a, b, method="exact").pvalue


def unpaired_rows(a, b):
    x, y = precise(a), precise(b)
    v, w = variance(x) / len(x), variance(y) / len(y)
    t = (mean(x) - mean(y)) / mpmath.sqrt(v + w)
    df = (v + w) ** 2 / (v * v / (len(x) - 1) + w * w / (len(y) - 1))
    yield "welch_t.statistic", t
    yield "welch_t.df", df
    yield "welch_t.p", student_p(t, df)
    m = len(x) + len(y) - 2
    pooled = ((len(x) - 1) * variance(x) + (len(y) - 1) * variance(y)) / m
    d = (mean(x) - mean(y)) / mpmath.sqrt(pooled)
    half = mpmath.mpf(1) / 2
    yield "cohens_d", d
    yield "hedges_g", d * mpmath.gamma(m * half) / mpmath.sqrt(m * half) / mpmath.gamma((m - 1) * half)
    larger = sum(int(np.sum(value > b)) - int(np.sum(value < b)) for value in a)
    yield "rank_biserial", mpmath.mpf(larger) / (len(a) * len(b))
    approximate = stats.mannwhitneyu(a, b, method="asymptotic")
    yield "mann_whitney.U1", approximate.statistic
    yield "mann_whitney_normal.p", approximate.pvalue
    if len(a) + len(b) <= ENUMERATED:
        yield "mann_whitney_exact.p", exact_rank_sum(a, b)
    elif max(len(a), len(b)) <= 50 and len(np.unique(np.concatenate([a, b]))) == len(a) + len(b):
        yield "mann_whitney_exact.p", stats.mannwhitneyu(a, b, method="exact").pvalue


def student_rows():
    for df in ("1", "2", "2.5", "4", "11", "30", "999", "1998.25"):
        for t in ("1e-8", "0.001", "0.5", "0.999999", "1", "2.5", "12", "40"):
            yield "p", df, t, student_p(t, df)
    for df in (1, 2, 4, 9, 29, 99, 1000):
        for confidence in ("0.5", "0.9", "0.95", "0.99", "0.999999"):
            # The double that the program is given is not the decimal number exactly.
            outside = 1 - mpmath.mpf(float(confidence))
            start = float(stats.t.isf(float(outside) / 2, df))
            bracket = (mpmath.mpf(start) * (1 - mpmath.mpf(10) ** -6),
                       mpmath.mpf(start) * (1 + mpmath.mpf(10) ** -6))
            value = mpmath.findroot(lambda t: student_p(t, df) - outside, bracket, solver="anderson")
            yield "quantile", df, confidence, value


def noncentral_power(df, delta, alpha):
    """P(|T| > t) by integration of its definition T = (Z + delta) / s, s = sqrt(chi^2 / df)."""
    start = float(stats.t.isf(alpha / 2, df))
    critical = mpmath.findroot(lambda t: student_p(t, df) - mpmath.mpf(alpha), (start, start * 1.000001))
    df, delta = mpmath.mpf(df), mpmath.mpf(delta)
    log_scale = mpmath.log(2) + df / 2 * mpmath.log(df / 2) - mpmath.loggamma(df / 2)

    def integrand(s):
        density = mpmath.exp(log_scale + (df - 1) * mpmath.log(s) - df * s * s / 2)
        return density * (mpmath.ncdf(critical * s - delta) - mpmath.ncdf(-critical * s - delta))

    spread = 15 / mpmath.sqrt(2 * df)
    low = max(mpmath.mpf(10) ** -30, 1 - spread)
    points = [low + (1 + spread - low) * k / 24 for k in range(25)]
    return 1 - mpmath.quad(integrand, points)


def power_rows():
    mpmath.mp.dps = 25
    for alpha in (0.05, 0.01):
        for effect in (0.0, 0.2, 0.8, 3.0):
            for size in (2, 3, 10, 34, 200):
                root = mpmath.sqrt(size)
                yield "pairs", alpha, effect, size, noncentral_power(size - 1, effect * root, alpha)
                half = mpmath.sqrt(mpmath.mpf(size) / 2)
                yield "samples", alpha, effect, size, noncentral_power(2 * size - 2, effect * half, alpha)
    mpmath.mp.dps = 40


def scipy_power(df, delta, alpha):
    critical = stats.t.isf(alpha / 2, df)
    return stats.ncf.sf(critical**2, 1, df, delta**2) if delta else alpha


def needed(alpha, power, power_of):
    return next(size for size in itertools.count(2) if power_of(size) >= power)


def size_rows():
    for alpha, power in ((0.05, 0.8), (0.05, 0.95), (0.01, 0.9), (0.001, 0.8)):
        for effect in (0.05, 0.2, 0.5, 0.8, 1.3, 3.0, 20.0):
            yield "pairs", alpha, power, effect, needed(
                alpha, power, lambda n: scipy_power(n - 1, effect * n**0.5, alpha))
            yield "samples", alpha, power, effect, needed(
                alpha, power, lambda n: scipy_power(2 * n - 2, effect * (n / 2) ** 0.5, alpha))


def text(value):
    return str(value) if isinstance(value, int) else repr(float(value))


def write(name, header, rows):
    with open(FOLDER / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    every = samples()
    write("samples.csv", ["sample", "values"],
          ([name, " ".join(repr(float(value)) for value in values)] for name, values in every.items()))
    write("tests.csv", ["first", "second", "quantity", "value"],
          [[a, b, quantity, text(value)]
           for pairs, rows in ((PAIRS, paired_rows), (UNPAIRED, unpaired_rows))
           for a, b in pairs
           for quantity, value in rows(every[a], every[b])])
    write("student_t.csv", ["quantity", "degrees_of_freedom", "argument", "value"],
          [[*row[:-1], text(row[-1])] for row in student_rows()])
    write("power.csv", ["design", "significance_level", "effect_size", "size", "power"],
          [[*row[:-1], text(row[-1])] for row in power_rows()])
    write("sizes.csv", ["design", "significance_level", "power", "effect_size", "size"],
          [[*row[:-1], text(row[-1])] for row in size_rows()])


if __name__ == "__main__":
    main()
