"""Times what the sources' own NumPy code and scikit-learn's default solver need for the work in the given folder.

Prints lines "work,peer,milliseconds". The NumPy code does what source 002 describes: sigmoid, predict, gradients as
matrix products, mini-batches in file order.
"""
import statistics
import sys
import time
import warnings

import numpy as np


def read(folder, rows):
    values = np.fromfile(f"{folder}/rows-{rows}.bin").reshape(21, rows)
    return np.ascontiguousarray(values[:20].T), values[20].copy()


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
x, y = read(folder, 1_000_000)
w = np.linspace(0, 0.2, 20)
report("gradient 1000000 x 20", "NumPy", median(15, lambda: gradients(x, y, w, 0.1)))
x, y = read(folder, 100_000)
report("epoch 100000 x 20 batch 16", "NumPy", median(9, lambda: epoch(x, y, np.zeros(20), 0.0, 0.1, 16)))
try:
    from sklearn.linear_model import LogisticRegression
except ImportError:
    sys.exit(0)
warnings.simplefilter("ignore")
report("fit 100000 x 20", "scikit-learn lbfgs (5 digits)", median(9, lambda: LogisticRegression().fit(x, y)))
