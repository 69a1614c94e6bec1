"""Writes awkward.csv: answers for data of which tools give wrong numbers without a word, in 60-digit arithmetic.

Data are doubles, as the library gets them: 2.001 means the double nearest to it. Needs mpmath.
Run: python3 make-awkward.py > awkward.csv
"""
import csv
import os

import mpmath as mp

mp.mp.dps = 60
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "data")


def fit(rows, successes, trials, ridge=0, start=None, intercept=True):
    """Newton's method on raw columns, halved where the loss does not fall."""
    x = [([mp.mpf(1)] if intercept else []) + [mp.mpf(v) for v in row] for row in rows]
    k, n = len(x[0]), len(x)
    w = mp.matrix(start) if start else mp.matrix(k, 1)
    for _ in range(2000):
        gradient, hessian = derivatives(x, successes, trials, w)
        for j in range(1 if intercept else 0, k):
            gradient[j] += ridge * w[j]
            hessian[j, j] += ridge
        step = mp.lu_solve(hessian, gradient)
        change = max(abs(mp.fdot(row, step)) for row in x)
        w -= step * (2 / change if change > 2 else 1)
        if change < mp.mpf(10) ** -40:
            return x, w, hessian ** -1
    raise ValueError("no convergence")


def derivatives(x, successes, trials, w):
    k = len(x[0])
    gradient, hessian = mp.matrix(k, 1), mp.matrix(k, k)
    for row, s, t in zip(x, successes, trials):
        p = 1 / (1 + mp.exp(-mp.fdot(row, w)))
        for a in range(k):
            gradient[a] += row[a] * (t * p - s)
            for b in range(k):
                hessian[a, b] += row[a] * row[b] * t * p * (1 - p)
    return gradient, hessian


def loss(x, successes, trials, w):
    total = mp.mpf(0)
    for row, s, t in zip(x, successes, trials):
        z = mp.fdot(row, w)
        total += t * mp.log(1 + mp.exp(z)) - s * z
    return total


def profile_end(x, y, w, covariance, index, side, rise):
    """Where twice the loss, all else refitted, has risen by the rise: bisection on the coefficient, after steps of a standard error."""
    ones = [mp.mpf(1)] * len(y)
    least = loss(x, y, ones, w)
    held, state = w[index], [w[j] for j in range(len(w))]

    def risen(value, state):
        state = list(state)
        state[index] = value
        for _ in range(500):
            gradient, hessian = derivatives(x, y, ones, mp.matrix(state))
            free = [j for j in range(len(state)) if j != index]
            g = mp.matrix([gradient[j] for j in free])
            h = mp.matrix(len(free), len(free))
            for a, j in enumerate(free):
                for b, l in enumerate(free):
                    h[a, b] = hessian[j, l]
            step = mp.lu_solve(h, g)
            change = max(abs(sum(row[j] * step[a] for a, j in enumerate(free))) for row in x)
            for a, j in enumerate(free):
                state[j] -= step[a] * (2 / change if change > 2 else 1)
            if change < mp.mpf(10) ** -25:
                return 2 * (loss(x, y, ones, mp.matrix(state)) - least) - rise, state
        raise ValueError("no convergence")

    reach = mp.sqrt(covariance[index, index])
    low, high = mp.mpf(0), reach
    while True:
        excess, state = risen(held + side * high, state)
        if excess > 0:
            break
        low, high = high, high + reach
    for _ in range(90):
        middle = (low + high) / 2
        excess, state = risen(held + side * middle, state)
        if excess > 0:
            high = middle
        else:
            low = middle
    return held + side * (low + high) / 2


def show(name, quantity, value):
    print(f"{name},{quantity},{mp.nstr(value, 20)}")


def report(name, result):
    _, w, covariance = result
    for j in range(len(w)):
        show(name, f"coefficient {j}", w[j])
        show(name, f"standard error {j}", mp.sqrt(covariance[j, j]))


def profiles(name, rows, y, level=0.95, indices=None):
    x, w, covariance = fit(rows, y, [1] * len(y))
    quantile = mp.sqrt(2) * mp.erfinv(mp.mpf(level))
    for j in indices or range(len(w)):
        show(name, f"profile low {j}", profile_end(x, y, w, covariance, j, -1, quantile ** 2))
        show(name, f"profile high {j}", profile_end(x, y, w, covariance, j, 1, quantile ** 2))


print("case,quantity,value")
two = list(zip([1, 6, 7, 0, 1, 1, 3, 9], [1, 2, 4, 7, 2, 2, 9, 2]))
profiles("two columns", two, [1, 1, 0, 1, 1, 1, 1, 1])
profiles("two columns level 0.999999", two, [1, 1, 0, 1, 1, 1, 1, 1], 0.999999)
profiles("two columns level 1e-6", two, [1, 1, 0, 1, 1, 1, 1, 1], 1e-6, [1])
with open(os.path.join(DATA, "iris.csv")) as file:
    iris = [row for row in csv.DictReader(file) if row["species"] != "setosa"]
four = [[float(row[c]) for c in ("sepal_length", "sepal_width", "petal_length", "petal_width")] for row in iris]
profiles("iris", four, [int(row["species"] == "virginica") for row in iris], indices=[0])

eight = [0, 0, 1, 0, 1, 0, 1, 1]
x, w, covariance = fit([[1e9 + i] for i in range(1, 9)], eight, [1] * 8, start=[0, 0])
report("offset", (x, w, covariance))
row = mp.matrix([1, mp.mpf(1e9) + mp.mpf(4.5)])
z, reach = mp.fdot(row, w), mp.sqrt(2) * mp.erfinv(mp.mpf(0.95)) * mp.sqrt((row.T * covariance * row)[0])
show("offset", "probability low", 1 / (1 + mp.exp(reach - z)))
show("offset", "probability high", 1 / (1 + mp.exp(-reach - z)))
report("plain", fit([[i] for i in range(1, 9)], eight, [1] * 8))

labels = [0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1]
for power in (3, 6, 7, 8, 10):
    noise = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]
    report(f"collinear {power}", fit([[float(i), i + noise[i] * 10.0 ** -power] for i in range(12)], labels, [1] * 12))
years = [float(2000 + i) for i in range(21)]
outcome = [0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1]
report("cubic of years", fit([[v, v * v, v * v * v] for v in years], outcome, [1] * 21))
unit = [i / 40 for i in range(41)]
waves = [int(i * i % 7 < 3) for i in range(41)]
report("degree 8", fit([[float(mp.mpf(v) ** p) for p in range(1, 9)] for v in unit], waves, [1] * 41))

counts = [10 ** 9, 15 * 10 ** 8, 22 * 10 ** 8]
x, w, covariance = fit([[1], [2], [3]], [mp.mpf(c) for c in counts], [mp.mpf(3 * 10 ** 9)] * 3)
report("counts", (x, w, covariance))
binomials = sum(mp.loggamma(3 * 10 ** 9 + 1) - mp.loggamma(c + 1) - mp.loggamma(3 * 10 ** 9 - c + 1) for c in counts)
show("counts", "log-likelihood", binomials - loss(x, counts, [3 * 10 ** 9] * 3, w))
# p - y keeps few of its digits where the classes are all but separated.
with mp.workdps(200):
    report("tiny ridge", fit([[1], [2], [3], [4]], [0, 0, 1, 1], [1] * 4, ridge=mp.mpf(1e-60)))
    report("class weights", fit([[1], [2], [3], [4]], [0, 1, 0, 1], [mp.mpf(1e-17), 1, mp.mpf(1e-17), 1]))
