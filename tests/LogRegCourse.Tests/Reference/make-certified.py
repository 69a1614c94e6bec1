"""Writes certified.csv: fits of the shipped data by Newton's method in 60-digit arithmetic, printed to 20 digits.

Data are read as decimal strings, so 2.66 means 2.66. Needs mpmath. Run: python3 make-certified.py > certified.csv
"""
import csv
import os

import mpmath as mp

mp.mp.dps = 60
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "data")


def table(name):
    with open(os.path.join(DATA, name + ".csv")) as file:
        return list(csv.DictReader(file))


def numbers(rows, column):
    return [mp.mpf(row[column]) for row in rows]


def standardised(column):
    mean = mp.fsum(column) / len(column)
    deviation = mp.sqrt(mp.fsum((x - mean) ** 2 for x in column) / (len(column) - 1))
    return [(x - mean) / deviation for x in column]


def newton(columns, successes, trials, ridge=0, ridge_from=1):
    """Minimises sum of losses + ridge/2 * squares of the weights from ridge_from on; columns include the ones."""
    k, n = len(columns), len(successes)
    w = mp.matrix(k, 1)
    for _ in range(200):
        z = [mp.fsum(w[j] * columns[j][i] for j in range(k)) for i in range(n)]
        p = [1 / (1 + mp.exp(-v)) for v in z]
        gradient = mp.matrix([mp.fsum(columns[j][i] * (trials[i] * p[i] - successes[i]) for i in range(n)) for j in range(k)])
        hessian = mp.matrix(k, k)
        for a in range(k):
            for b in range(a + 1):
                hessian[a, b] = hessian[b, a] = mp.fsum(columns[a][i] * columns[b][i] * trials[i] * p[i] * (1 - p[i]) for i in range(n))
        for j in range(ridge_from, k):
            gradient[j] += ridge * w[j]
            hessian[j, j] += ridge
        step = mp.lu_solve(hessian, gradient)
        # Separated data take many steps; a step is shortened where it would run away.
        largest = max(abs(s) for s in step)
        w -= step * min(1, 2 / largest) if largest > 2 else step
        if largest < mp.mpf(10) ** -50:
            return w, hessian, z, p
    raise ValueError("no convergence")


def xlogy(x, y):
    return mp.mpf(0) if x == 0 else x * mp.log(y)


def loss(successes, trials, p):
    return -mp.fsum(xlogy(s, q) + xlogy(t - s, 1 - q) for s, t, q in zip(successes, trials, p))


def show(fit, quantity, value):
    print(f"{fit},{quantity},{mp.nstr(value, 20)}")


def binomial(fit, columns, successes, trials=None):
    grouped = trials is not None
    trials = trials or [mp.mpf(1)] * len(successes)
    for kind, used in (("raw", columns), ("standardised", [standardised(column) for column in columns])):
        w, hessian, _, p = newton([[mp.mpf(1)] * len(successes)] + used, successes, trials)
        covariance = hessian ** -1
        name = f"{fit} {kind}"
        for j in range(len(w)):
            show(name, f"coefficient {j}", w[j])
            show(name, f"standard error {j}", mp.sqrt(covariance[j, j]))
            for k in range(j + 1):
                show(name, f"covariance {j} {k}", covariance[j, k])
        saturated = loss(successes, trials, [s / t for s, t in zip(successes, trials)])
        mean = mp.fsum(successes) / mp.fsum(trials)
        coefficients = mp.fsum(mp.log(mp.binomial(t, s)) for s, t in zip(successes, trials)) if grouped else 0
        likelihood = coefficients - loss(successes, trials, p)
        show(name, "deviance", 2 * (loss(successes, trials, p) - saturated))
        show(name, "null deviance", 2 * (loss(successes, trials, [mean] * len(p)) - saturated))
        show(name, "log-likelihood", likelihood)
        show(name, "AIC", 2 * len(w) - 2 * likelihood)
        show(name, "Pearson chi squared", mp.fsum((s - t * q) ** 2 / (t * q * (1 - q)) for s, t, q in zip(successes, trials, p)))


def ridge(fit, columns, y, strength):
    w, _, _, p = newton([[mp.mpf(1)] * len(y)] + columns, y, [mp.mpf(1)] * len(y), ridge=mp.mpf(strength))
    for j in range(len(w)):
        show(fit, f"coefficient {j}", w[j])
    show(fit, "deviance", 2 * loss(y, [mp.mpf(1)] * len(y), p))


def softmax(fit, columns, classes, count, strength=None):
    """Reference class 0 without a penalty; with one, all classes, intercepts summing to 0."""
    columns = [[mp.mpf(1)] * len(classes)] + columns
    d, n = len(columns), len(classes)
    first = 1 if strength is None else 0
    free = count - first
    w = mp.matrix(free * d, 1)
    for _ in range(60):
        probabilities = []
        for i in range(n):
            z = [mp.mpf(0)] * first + [mp.fsum(w[c * d + j] * columns[j][i] for j in range(d)) for c in range(free)]
            e = [mp.exp(v) for v in z]
            total = mp.fsum(e)
            probabilities.append([v / total for v in e])
        gradient, hessian = mp.matrix(free * d, 1), mp.matrix(free * d, free * d)
        for c in range(free):
            residual = [probabilities[i][c + first] - (classes[i] == c + first) for i in range(n)]
            for j in range(d):
                gradient[c * d + j] = mp.fsum(columns[j][i] * residual[i] for i in range(n))
            for c2 in range(c + 1):
                weight = [probabilities[i][c + first] * ((c == c2) - probabilities[i][c2 + first]) for i in range(n)]
                for a in range(d):
                    weighted = [weight[i] * columns[a][i] for i in range(n)]
                    for b in range(a + 1):
                        h = mp.fdot(weighted, columns[b])
                        for r, s in ((c * d + a, c2 * d + b), (c * d + b, c2 * d + a)):
                            hessian[r, s] = hessian[s, r] = h
        if strength is not None:
            for c in range(free):
                for j in range(1, d):
                    gradient[c * d + j] += strength * w[c * d + j]
                    hessian[c * d + j, c * d + j] += strength
                # Nothing but the sum of the intercepts is undetermined; this holds it at 0.
                for c2 in range(free):
                    hessian[c * d, c2 * d] += 1
        step = mp.lu_solve(hessian, gradient)
        w -= step
        if max(abs(s) for s in step) < mp.mpf(10) ** -45:
            break
    covariance = hessian ** -1 if strength is None else None
    for c in range(free):
        for j in range(d):
            show(fit, f"coefficient {c + first} {j}", w[c * d + j])
            if covariance is not None:
                show(fit, f"standard error {c + first} {j}", mp.sqrt(covariance[c * d + j, c * d + j]))
    show(fit, "deviance", -2 * mp.fsum(mp.log(probabilities[i][classes[i]]) for i in range(n)))


print("fit,quantity,value")
flights = table("challenger")
temperature, six = numbers(flights, "temperature"), [mp.mpf(6)] * len(flights)
damage = numbers(flights, "damage")
binomial("challenger damage", [temperature], damage)
binomial("challenger erosion", [temperature], [mp.mpf(e > 0) for e in numbers(flights, "erosion")])
binomial("challenger erosion of 6", [temperature], numbers(flights, "erosion"), six)
binomial("challenger erosion or blow-by of 6", [temperature], numbers(flights, "erosion_or_blowby"), six)
binomial("challenger incidents of 6", [temperature], numbers(flights, "incidents"), six)
binomial("challenger damage ~ temperature + pressure", [temperature, numbers(flights, "pressure")], damage)
beetles = table("bliss")
binomial("bliss", [numbers(beetles, "log10_dose")], numbers(beetles, "killed"), numbers(beetles, "insects"))
girls = table("menarche")
binomial("menarche", [numbers(girls, "age")], numbers(girls, "menarche"), numbers(girls, "girls"))
vaso = table("vaso")
binomial("vaso logs", [[mp.log(v) for v in numbers(vaso, c)] for c in ("volume", "rate")], numbers(vaso, "constricted"))
binomial("vaso", [numbers(vaso, "volume"), numbers(vaso, "rate")], numbers(vaso, "constricted"))
cars = table("mtcars")
binomial("mtcars am ~ wt", [numbers(cars, "wt")], numbers(cars, "am"))
binomial("mtcars am ~ hp + wt", [numbers(cars, "hp"), numbers(cars, "wt")], numbers(cars, "am"))
iris = table("iris")
two = [row for row in iris if row["species"] != "setosa"]
binomial("iris virginica vs versicolor", [numbers(two, "petal_width")], [mp.mpf(row["species"] == "virginica") for row in two])
binomial("iris virginica vs rest", [numbers(iris, "petal_width")], [mp.mpf(row["species"] == "virginica") for row in iris])
for strength in (1, 10):
    ridge(f"challenger ridge {strength}", [standardised(temperature)], damage, strength)
four = [numbers(iris, c) for c in ("sepal_length", "sepal_width", "petal_length", "petal_width")]
for strength in ("1", "0.1", "0.01", "0.001", "1e-6"):
    ridge(f"iris setosa ridge {strength}", four, [mp.mpf(row["species"] == "setosa") for row in iris], strength)
softmax("iris softmax ridge 1", four, [("setosa", "versicolor", "virginica").index(row["species"]) for row in iris], 3, strength=1)
anes = table("anes96")
anes_columns = [[mp.log(v + mp.mpf("0.1")) for v in numbers(anes, "popul")]] + [numbers(anes, c) for c in ("selfLR", "age", "educ", "income")]
party = [int(row["PID"]) for row in anes]
softmax("anes96", anes_columns, party, 7)
softmax("anes96 standardised", [standardised(c) for c in anes_columns], party, 7)
