"""Writes gradients.csv: gradients of each loss as 50-digit central difference quotients of the loss itself.

Rows and weights are those of GradientTests (n = 5, d = 2, K = 3). Needs mpmath. Run: python3 make-gradients.py > gradients.csv
"""
import mpmath as mp

mp.mp.dps = 120
X = [[mp.mpf(v) for v in row] for row in (("0.5", "-1.25"), ("2", "0.75"), ("-1.5", "3"), ("0.25", "0.5"), ("-3", "-2"))]
Y = [1, 0, 1, 1, 0]
CLASSES = [0, 2, 1, 2, 0]
W = [mp.mpf(v) for v in ("0.3", "-0.8", "1.1")]
SOFTMAX_W = [mp.mpf(v) for v in ("0.1", "-0.4", "0.9", "-0.7", "1.3", "0.2", "0.6", "-1.1", "0.35")]
STEP = mp.mpf(10) ** -30


def logits(w):
    return [w[0] + w[1] * x[0] + w[2] * x[1] for x in X]


def mean(values):
    return mp.fsum(values) / len(values)


def sigmoid(z):
    return 1 / (1 + mp.exp(-z))


LOSSES = {
    "logistic": lambda w: mean([mp.log(1 + mp.exp(z)) - y * z for z, y in zip(logits(w), Y)]),
    "squared error": lambda w: mean([(z - y) ** 2 / 2 for z, y in zip(logits(w), Y)]),
    "sigmoid squared error": lambda w: mean([(sigmoid(z) - y) ** 2 / 2 for z, y in zip(logits(w), Y)]),
    "probit": lambda w: mean([-mp.log(mp.ncdf(z if y else -z)) for z, y in zip(logits(w), Y)]),
    "softmax": lambda w: mean([
        mp.log(mp.fsum(mp.exp(w[3 * k] + w[3 * k + 1] * x[0] + w[3 * k + 2] * x[1]) for k in range(3)))
        - (w[3 * c] + w[3 * c + 1] * x[0] + w[3 * c + 2] * x[1]) for x, c in zip(X, CLASSES)]),
}

print("loss,weight,value")
for name, loss in LOSSES.items():
    w = SOFTMAX_W if name == "softmax" else W
    for j in range(len(w)):
        up, down = list(w), list(w)
        up[j] += STEP
        down[j] -= STEP
        print(f"{name},{j},{mp.nstr((loss(up) - loss(down)) / (2 * STEP), 20)}")
