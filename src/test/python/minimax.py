"""Weighted minimax polynomials by Remez's exchange, for the coefficients of functions (needs mpmath)."""

import sys

from mpmath import cos, lu_solve, matrix, mp, mpf, pi

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


def show(name, fit, function, weight, low, high):
    coefficients, _ = fit
    rounded = [float(coefficient) for coefficient in coefficients]
    for power, value in enumerate(rounded):
        print(f"{name}{power} = {value.hex()}")
    points = [low + (high - low) * i / mpf(3001) for i in range(1, 3001)]
    exact = [mpf(value) for value in rounded]
    error = max(weight(point) * abs(function(point) - polynomial(exact, point)) for point in points)
    print(f"error of {name}: {float(error * 2**53):.5f}", file=sys.stderr)
