"""Prints "fit,quantity,value" of statsmodels' and scikit-learn's answers for the course's data and for their own, one library per call."""
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


def own(name, columns, labels):
    put(name, "label", labels)
    for column, values in columns.items():
        put(name, f"column {column}", values)


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

    # Data that come with statsmodels; whole numbers of times that each row counts.
    spector = sm.datasets.spector.load_pandas()
    fair = sm.datasets.fair.load_pandas()
    for name, table, labels in [
        ("spector", spector.exog[["GPA", "TUCE", "PSI"]], spector.endog),
        ("fair", fair.exog[["rate_marriage", "age", "yrs_married", "religious"]][::9], (fair.endog > 0)[::9].astype(float)),
    ]:
        x, y = table.to_numpy(float), np.asarray(labels, float)
        own(name, dict(zip(table.columns, x.T)), y)
        for kind, weights in [("", np.ones(len(y))), ("weighted ", 1.0 + np.arange(len(y)) % 3)]:
            fit = sm.GLM(y, sm.add_constant(x), family=sm.families.Binomial(), freq_weights=weights).fit(tol=1e-14, maxiter=200)
            put(name, f"{kind}coefficient", fit.params)
            put(name, f"{kind}standard error", fit.bse)
            put(name, f"{kind}p value", fit.pvalues)
            put(name, f"{kind}deviance", fit.deviance)
            put(name, f"{kind}log-likelihood", fit.llf)
            put(name, f"{kind}AIC", fit.aic)
            put(name, f"{kind}Wald low", fit.conf_int()[:, 0])
            put(name, f"{kind}Wald high", fit.conf_int()[:, 1])
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

    # Data that come with scikit-learn.
    from sklearn import datasets
    cancer = datasets.load_breast_cancer()
    x, y = cancer.data[:, [0, 1, 4]], cancer.target.astype(float)
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    own("cancer", dict(zip(["radius", "texture", "smoothness"], x.T)), y)
    for name, options, weights in [("ridge", {}, None), ("balanced", dict(class_weight="balanced"), None), ("weighted", {}, 1.0 + np.arange(len(y)) % 3)]:
        fit = LogisticRegression(C=0.1, **tight, **options).fit(x, y, sample_weight=weights)
        put("cancer", f"{name} coefficient", [fit.intercept_[0], *fit.coef_[0]])
    p = np.round(fit.predict_proba(x)[:, 1], 2)
    put("cancer", "score", p)
    put("cancer", "AUC", metrics.roc_auc_score(y, p))
    put("cancer", "average precision", metrics.average_precision_score(y, p))
    put("cancer", "Brier", metrics.brier_score_loss(y, p))
    put("cancer", "confusion", metrics.confusion_matrix(y, p >= 0.3))
    put("cancer", "report", [metrics.precision_score(y, p >= 0.3), metrics.recall_score(y, p >= 0.3), metrics.f1_score(y, p >= 0.3)])
    wine = datasets.load_wine()
    own("wine", dict(zip(["alcohol", "acid", "ash"], wine.data[:, :3].T)), wine.target)
    fit = LogisticRegression(C=0.5, **tight).fit(wine.data[:, :3], wine.target)
    put("wine", "coefficient", np.column_stack([fit.intercept_, fit.coef_]))
