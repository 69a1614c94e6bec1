# compare.R FOLDER glm|profile: fits the course's data with glm and prints "fit,quantity,value" with all digits.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
read <- function(name) read.csv(file.path(folder, paste0(name, ".csv")))
put <- function(fit, quantity, values) for (j in seq_along(values)) cat(sprintf("%s,%s %d,%.17g\n", fit, quantity, j - 1, values[j]))
tight <- glm.control(epsilon = 1e-14, maxit = 100)
report <- function(name, fit) {
  put(name, "coefficient", coef(fit))
  put(name, "standard error", sqrt(diag(vcov(fit))))
  put(name, "deviance", deviance(fit))
  put(name, "null deviance", fit$null.deviance)
  put(name, "AIC", AIC(fit))
  put(name, "BIC", BIC(fit))
  put(name, "leverage", hatvalues(fit))
  put(name, "Cook's distance", cooks.distance(fit))
  put(name, "deviance residual", residuals(fit, "deviance"))
  put(name, "Pearson residual", residuals(fit, "pearson"))
}
if (arguments[2] == "glm") {
  report("challenger", glm(damage ~ temperature, binomial, read("challenger"), control = tight))
  report("bliss", glm(cbind(killed, insects - killed) ~ log10_dose, binomial, read("bliss"), control = tight))
  report("vaso", glm(constricted ~ log(volume) + log(rate), binomial, read("vaso"), control = tight))
} else {
  flights <- glm(damage ~ temperature, binomial, read("challenger"), control = tight)
  profile <- suppressMessages(confint(flights))
  put("challenger", "profile low", profile[, 1])
  put("challenger", "profile high", profile[, 2])
}
