"""Prints the coefficients of ElementaryFunctions.erf: erf_coefficients.py (needs mpmath; about ten seconds).

Both are weighted minimax fits by Remez's exchange, computed with 60 digits and rounded to doubles at the end:

- E0, E1, ...: erf(x) / x - 1 by powers of z = x * x, for z from 0 to 1; weight: relative to erf(x);
- G0, G1, ...: -ln(erfc(1 + u) / erfc(1)) / u by powers of u, for u from 0 to 5; weight: what an error does to erf.

The last lines give the largest error of each fit, rounded coefficients included, in units of 2^-53.
"""

import sys

from mpmath import cos, erf, erfc, exp, log, lu_solve, matrix, mp, mpf, pi, sqrt

mp.dps = 60
POINTS = 900


def remez(function, weight, low, high, degree):
    """The polynomial with the smallest largest weight * |function - polynomial|, and that number."""
    step = pi / POINTS
    grid = [(low + high) / 2 - (high - low) / 2 * cos(i * step) for i in range(POINTS + 1)]
    values = [function(point) for point in grid]
    weights = [weight(point) for point in grid]
    chosen = [1 + i * (POINTS - 2) // (degree + 1) for i in range(degree + 2)]
    for _ in range(40):
        rows = matrix(degree + 2, degree + 2)
        right = matrix(degree + 2, 1)
        for row, index in enumerate(chosen):
            for power in range(degree + 1):
                rows[row, power] = grid[index] ** power
            rows[row, degree + 1] = (-1) ** row / weights[index]
            right[row] = values[index]
        solution = lu_solve(rows, right)
        coefficients = [solution[power] for power in range(degree + 1)]
        errors = [w * (v - polynomial(coefficients, g)) for g, v, w in zip(grid, values, weights)]
        largest = max(abs(error) for error in errors)
        if largest <= abs(solution[degree + 1]) * mpf("1.001"):
            break
        chosen = alternation(errors, degree + 2)
    return coefficients, largest


def alternation(errors, count):
    """The extremes of each sign in turn, the smaller ends left out."""
    extremes = []
    for index, error in enumerate(errors):
        if extremes and (errors[extremes[-1]] > 0) == (error > 0):
            if abs(error) > abs(errors[extremes[-1]]):
                extremes[-1] = index
        elif error != 0:
            extremes.append(index)
    while len(extremes) > count:
        del extremes[0 if abs(errors[extremes[0]]) < abs(errors[extremes[-1]]) else -1]
    return extremes


def polynomial(coefficients, argument):
    value = mpf(0)
    for coefficient in reversed(coefficients):
        value = value * argument + coefficient
    return value


def near_zero(z):
    return erf(sqrt(z)) / sqrt(z) - 1 if z > 0 else 2 / sqrt(pi) - 1


def tail(u):
    return -log(erfc(1 + u) / erfc(1)) / u if u > 0 else 2 / sqrt(pi) * exp(-1) / erfc(1)


def show(name, fit, function, weight, low, high):
    coefficients, _ = fit
    rounded = [float(coefficient) for coefficient in coefficients]
    for power, value in enumerate(rounded):
        print(f"{name}{power} = {value.hex()}")
    points = [low + (high - low) * i / mpf(3001) for i in range(1, 3001)]
    exact = [mpf(value) for value in rounded]
    error = max(weight(point) * abs(function(point) - polynomial(exact, point)) for point in points)
    print(f"error of {name}: {float(error * 2**53):.5f}", file=sys.stderr)


def main():
    first, second = (int(argument) for argument in sys.argv[1:3]) if len(sys.argv) > 2 else (13, 17)
    central_weight = lambda z: 1 / (1 + near_zero(z))
    tail_weight = lambda u: u * erfc(1 + u) / erf(1 + u)
    show("E", remez(near_zero, central_weight, mpf(0), mpf(1), first), near_zero, central_weight, mpf(0), mpf(1))
    print(f"erfc(1) = {float(erfc(1)).hex()}")
    show("G", remez(tail, tail_weight, mpf(0), mpf(5), second), tail, tail_weight, mpf(0), mpf(5))


main()
