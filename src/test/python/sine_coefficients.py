"""Prints the coefficients of TrigonometricFunctions and its digits of 2/pi and pi/2 (needs mpmath; some seconds).

Both are weighted minimax fits by Remez's exchange, computed with 60 digits and rounded to doubles at the end, by powers
of z = r * r for r from 0 to pi / 4:

- S0, S1, ...: (sin(r) / r - 1) / z; weight: what an error does to sin(r), relative to it;
- C0, C1, ...: (cos(r) - 1 + z / 2) / (z * z); weight: the same for cos(r).

The last lines give the largest error of each fit, rounded coefficients included, in units of 2^-53.
"""

from mpmath import cos, floor, mp, mpf, pi, sin, sqrt

from minimax import remez, show

SMALLEST = mpf("1e-4")


def sine_part(z):
    return (sin(sqrt(z)) / sqrt(z) - 1) / z if z > mpf("1e-12") else mpf(-1) / 6 + z / 120


def cosine_part(z):
    return (cos(sqrt(z)) - 1 + z / 2) / (z * z) if z > mpf("1e-12") else mpf(1) / 24 - z / 720


def sine_weight(z):
    return (z + SMALLEST) / (1 + z * sine_part(z))


def cosine_weight(z):
    return (z * z + SMALLEST) / (1 - z / 2 + z * z * cosine_part(z))


def leading(value, bits):
    """The value with so many bits behind the point."""
    return floor(value * mpf(2) ** bits) / mpf(2) ** bits


def words(value, count):
    """A fraction as 64-bit words."""
    for _ in range(count):
        value *= mpf(2) ** 64
        word = int(floor(value))
        value -= word
        yield f"0x{word:016x}L"


def main():
    end = (pi / 4) ** 2 * mpf("1.0001")
    show("S", remez(sine_part, sine_weight, mpf(0), end, 5), sine_part, sine_weight, mpf(0), end)
    show("C", remez(cosine_part, cosine_weight, mpf(0), end, 5), cosine_part, cosine_weight, mpf(0), end)
    mp.dps = 450
    first = leading(pi / 2, 32)
    second = leading(pi / 2 - first, 65)
    print(f"pi/2 = {float(first).hex()} + {float(second).hex()} + {float(pi / 2 - first - second).hex()}")
    print(f"2/pi = {float(2 / pi).hex()}")
    print("pi/4 =", ", ".join(words(pi / 4, 2)))
    print("2/pi =", ", ".join(words(2 / pi, 19)))


main()
