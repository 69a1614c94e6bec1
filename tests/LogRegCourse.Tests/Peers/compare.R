# compare.R FOLDER glm|profile|own: fits the course's data, or R's own, with glm and prints "fit,quantity,value" with all digits.
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
intervals <- function(name, fit) {
  profile <- suppressMessages(confint(fit))
  put(name, "profile low", profile[, 1])
  put(name, "profile high", profile[, 2])
}
# Data that come with R, printed column by column before what glm says of them.
own <- function(name, data, label, columns) {
  put(name, "label", data[[label]])
  for (column in columns) put(name, paste("column", column), as.numeric(data[[column]]))
  fit <- glm(reformulate(columns, label), binomial, data, control = tight)
  report(name, fit)
  put(name, "p value", summary(fit)$coefficients[, 4])
  put(name, "Wald low", confint.default(fit)[, 1])
  put(name, "Wald high", confint.default(fit)[, 2])
  put(name, "probability", fitted(fit))
  put(name, "likelihood ratio p value", anova(glm(reformulate("1", label), binomial, data, control = tight), fit, test = "LRT")[2, 5])
  intervals(name, fit)
}
if (arguments[2] == "own") {
  own("infert", infert, "case", c("age", "parity", "spontaneous", "induced"))
  own("mtcars", mtcars, "am", "wt")
  own("engines", mtcars, "vs", c("mpg", "am"))
  own("quakes", transform(quakes, strong = as.numeric(mag > 4.6)), "strong", c("lat", "long", "depth", "stations"))
  own("weather", transform(na.omit(airquality), high = as.numeric(Ozone > 31)), "high", c("Solar.R", "Wind", "Temp"))
  own("warpbreaks", transform(warpbreaks, many = as.numeric(breaks > 26), b = as.numeric(wool == "B")), "many", "b")
  own("tooth growth", transform(ToothGrowth, long = as.numeric(len > 19), juice = as.numeric(supp == "OJ")), "long", c("dose", "juice"))
  own("swiss", transform(swiss, high = as.numeric(Fertility > 70)), "high", c("Agriculture", "Education", "Infant.Mortality"))
} else if (arguments[2] == "glm") {
  report("challenger", glm(damage ~ temperature, binomial, read("challenger"), control = tight))
  report("bliss", glm(cbind(killed, insects - killed) ~ log10_dose, binomial, read("bliss"), control = tight))
  report("vaso", glm(constricted ~ log(volume) + log(rate), binomial, read("vaso"), control = tight))
} else {
  flights <- glm(damage ~ temperature, binomial, read("challenger"), control = tight)
  intervals("challenger", flights)
}
