"""Times what NumPy and scikit-learn need for the work in the given folder, and prints lines "work,peer,milliseconds".

The NumPy code is what one types first: sigmoid, predictions and gradients as matrix products, mini-batches in file order.
"""
import os
import statistics
import sys
import time
import warnings

import numpy as np


def read(folder, rows, columns):
    values = np.fromfile(f"{folder}/rows-{rows}-{columns}.bin").reshape(columns + 1, rows)
    return np.ascontiguousarray(values[:columns].T), values[columns].copy()


def median(times, work):
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def gradients(x, y, w, b):
    residual = sigmoid(x.dot(w) + b) - y
    return x.T.dot(residual) / len(y), residual.mean()


def epoch(x, y, w, b, rate, size):
    for start in range(0, len(y), size):
        dw, db = gradients(x[start:start + size], y[start:start + size], w, b)
        w = w - rate * dw
        b = b - rate * db
    return w, b


def report(work, peer, milliseconds):
    print(f"{work},{peer},{milliseconds:.3f}", flush=True)


folder = sys.argv[1]
x, y = read(folder, 1_000_000, 20)
w = np.linspace(0, 0.2, 20)
report("gradient 1000000 x 20", "NumPy", median(15, lambda: gradients(x, y, w, 0.1)))
x, y = read(folder, 100_000, 20)
report("epoch 100000 x 20 batch 16", "NumPy", median(9, lambda: epoch(x, y, np.zeros(20), 0.0, 0.1, 16)))
try:
    from sklearn.linear_model import LogisticRegression
except ImportError:
    sys.exit(0)
warnings.simplefilter("ignore")
for line in open(os.path.join(folder, "fits.csv")):
    rows, columns = map(int, line.split(","))
    x, y = read(folder, rows, columns)
    times = 31 if rows * columns ** 2 < 1e7 else 5
    for peer, options in [
        ("scikit-learn lbfgs (5 digits)", {}),
        ("scikit-learn lbfgs (12 digits)", dict(tol=1e-12, max_iter=10_000, penalty=None)),
        ("scikit-learn newton-cholesky (12 digits)", dict(solver="newton-cholesky", tol=1e-12, penalty=None)),
    ]:
        report(f"fit {rows} x {columns}", peer, median(times, lambda: LogisticRegression(**options).fit(x, y)))
