"""Writes logistic-reference.csv: the functions of Logistic at chosen doubles, in 50-digit arithmetic.

Each value is given as the nearest double and what is missing from it, in units of its last place, so that a test can
tell an error of a fraction of a unit. Needs mpmath. Run: python3 make-logistic-reference.py > logistic-reference.csv
"""
import math
import random
from fractions import Fraction

import mpmath as mp

# 50 digits are kept of every result; the intermediate 400 are for 1 - p and 1 + e^z far from 1.
mp.mp.dps = 400
random.seed(1)


def sigmoid(z): return 1 / (1 + mp.exp(-z))
def slope(z): return mp.exp(-z) / (1 + mp.exp(-z)) ** 2
def softplus(z): return mp.log1p(mp.exp(z))


FUNCTIONS = {
    "Sigmoid": sigmoid,
    "SigmoidDerivative": slope,
    "LogSigmoid": lambda z: -softplus(-z),
    "Softplus": softplus,
    "Logit": lambda p: mp.log(p / (1 - p)),
    "Odds": lambda p: p / (1 - p),
}


def z_values():
    yield from (0.0, 5e-324, -5e-324, 1e-300, 1e-17, -1e-17, 1e-8, -1e-8)
    yield from (float(z) for z in range(-745, 746, 5))
    yield from (-745.13, -744.44, -709.79, -709.78, -708.39, 708.39, 709.78, 709.79, 745.13)
    yield from (36.7, 36.8, 37.0, -36.7, -36.8, -37.0, 0.6931471805599453, -0.6931471805599453)
    yield from (random.uniform(-745, 745) for _ in range(40))
    yield from (random.uniform(-40, 40) for _ in range(120))
    yield from (random.uniform(-2, 2) for _ in range(60))


def p_values():
    half = [0.5 + sign * 2.0 ** -k for k in range(2, 54) for sign in (1, -1)]
    yield from (0.5, math.nextafter(0.5, 0), math.nextafter(0.5, 1), 0.25, 0.75, math.nextafter(0.75, 1), math.nextafter(0.25, 0))
    yield from half
    yield from (10.0 ** -k for k in range(1, 301, 7))
    yield from (1 - 2.0 ** -k for k in range(1, 54))
    yield from (random.random() for _ in range(120))
    yield from (random.uniform(0.45, 0.55) for _ in range(60))


def nearest_and_rest(exact):
    nearest = float(exact)  # mpmath rounds to nearest, subnormal numbers included
    unit = Fraction(math.ulp(nearest))
    rest = (exact - mp.mpf(nearest)) / (mp.mpf(unit.numerator) / unit.denominator)
    return nearest, float(rest)


print("function,input,nearest,rest_in_ulp")
for name, function in FUNCTIONS.items():
    for x in dict.fromkeys(p_values() if name in ("Logit", "Odds") else z_values()):
        nearest, rest = nearest_and_rest(function(mp.mpf(x)))
        print(f"{name},{x!r},{nearest!r},{rest:.4f}")
