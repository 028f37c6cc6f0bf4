"""Prints the coefficients of ElementaryFunctions.erf: erf_coefficients.py (needs mpmath; about ten seconds).

Both are weighted minimax fits by Remez's exchange, computed with 60 digits and rounded to doubles at the end:

- E0, E1, ...: erf(x) / x - 1 by powers of z = x * x, for z from 0 to 1; weight: relative to erf(x);
- G0, G1, ...: -ln(erfc(1 + u) / erfc(1)) / u by powers of u, for u from 0 to 5; weight: what an error does to erf.

The last lines give the largest error of each fit, rounded coefficients included, in units of 2^-53.
"""

import sys

from mpmath import erf, erfc, exp, log, mpf, pi, sqrt

from minimax import remez, show


def near_zero(z):
    return erf(sqrt(z)) / sqrt(z) - 1 if z > 0 else 2 / sqrt(pi) - 1


def tail(u):
    return -log(erfc(1 + u) / erfc(1)) / u if u > 0 else 2 / sqrt(pi) * exp(-1) / erfc(1)


def main():
    first, second = (int(argument) for argument in sys.argv[1:3]) if len(sys.argv) > 2 else (13, 17)
    central_weight = lambda z: 1 / (1 + near_zero(z))
    tail_weight = lambda u: u * erfc(1 + u) / erf(1 + u)
    show("E", remez(near_zero, central_weight, mpf(0), mpf(1), first), near_zero, central_weight, mpf(0), mpf(1))
    print(f"erfc(1) = {float(erfc(1)).hex()}")
    show("G", remez(tail, tail_weight, mpf(0), mpf(5), second), tail, tail_weight, mpf(0), mpf(5))


main()
