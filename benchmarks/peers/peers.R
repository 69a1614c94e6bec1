# Times R's glm.fit for the fit in the given folder. Prints "work,peer,milliseconds".
folder <- commandArgs(trailingOnly = TRUE)[1]
rows <- 100000
values <- matrix(readBin(file.path(folder, "rows-100000.bin"), "double", 21 * rows), nrow = rows)
x <- cbind(1, values[, 1:20])
y <- values[, 21]
fit <- function() glm.fit(x, y, family = binomial())
invisible(fit())
taken <- replicate(7, system.time(fit())[["elapsed"]] * 1000)
cat(sprintf("fit 100000 x 20,R glm.fit,%.3f\n", median(taken)))
