"""Prints "fit,quantity,value" of statsmodels' and scikit-learn's answers for the course's data, one library per call."""
import csv
import os
import sys

import numpy as np

library, folder = sys.argv[1:3]


def read(name, columns):
    with open(os.path.join(folder, name + ".csv")) as file:
        rows = list(csv.DictReader(file))
    return [np.array([row[c] if c == "species" else float(row[c]) for row in rows]) for c in columns]


def put(fit, quantity, values):
    for j, value in enumerate(np.ravel(values)):
        print(f"{fit},{quantity} {j},{float(value)!r}")


temperature, damage = read("challenger", ["temperature", "damage"])
if library == "statsmodels":
    import statsmodels.api as sm
    fit = sm.Logit(damage, sm.add_constant(temperature)).fit(disp=0, tol=1e-14, maxiter=100)
    put("challenger", "coefficient", fit.params)
    put("challenger", "standard error", fit.bse)
    put("challenger", "p value", fit.pvalues)
    put("challenger", "log-likelihood", fit.llf)
    put("challenger", "McFadden", fit.prsquared)
    put("challenger", "Wald low", fit.conf_int()[:, 0])
else:
    from sklearn import metrics
    from sklearn.linear_model import LogisticRegression
    p = 1 / (1 + np.exp(-(15.042901647702441 - 0.23216274421859647 * temperature)))
    put("challenger", "log loss", metrics.log_loss(damage, p))
    put("challenger", "Brier", metrics.brier_score_loss(damage, p))
    put("challenger", "AUC", metrics.roc_auc_score(damage, p))
    put("challenger", "average precision", metrics.average_precision_score(damage, p))
    put("challenger", "F1", metrics.f1_score(damage, p >= 0.5))
    standard = ((temperature - temperature.mean()) / temperature.std(ddof=1)).reshape(-1, 1)
    tight = dict(solver="newton-cg", tol=1e-8, max_iter=1000)
    fit = LogisticRegression(C=1, **tight).fit(standard, damage)
    put("challenger ridge", "coefficient", [fit.intercept_[0], fit.coef_[0][0]])
    fit = LogisticRegression(C=1, class_weight="balanced", **tight).fit(standard, damage)
    put("challenger balanced", "coefficient", [fit.intercept_[0], fit.coef_[0][0]])
    columns = ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"]
    *four, species = read("iris", columns)
    x = np.column_stack(four)
    keep = species != "setosa"
    fit = LogisticRegression(penalty="elasticnet", solver="saga", l1_ratio=0.5, C=0.5, tol=1e-6, max_iter=5000)
    fit.fit(x[keep] - x[keep].mean(axis=0), species[keep] == "virginica")
    put("iris elastic net", "slope", fit.coef_[0])
    fit = LogisticRegression(C=1, **tight).fit(x, species)
    put("iris softmax", "coefficient", np.column_stack([fit.intercept_, fit.coef_]))
