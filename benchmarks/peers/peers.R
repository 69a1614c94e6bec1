# Times R's glm.fit for each fit in the given folder, prints "work,peer,milliseconds".
folder <- commandArgs(trailingOnly = TRUE)[1]
fits <- read.csv(file.path(folder, "fits.csv"), header = FALSE)
for (k in seq_len(nrow(fits))) {
  rows <- fits[k, 1]
  columns <- fits[k, 2]
  # Beyond this a fit takes R many seconds.
  if (rows * columns^2 > 2e8) next
  values <- matrix(readBin(file.path(folder, sprintf("rows-%d-%d.bin", rows, columns)), "double", (columns + 1) * rows), nrow = rows)
  x <- cbind(1, values[, seq_len(columns)])
  y <- values[, columns + 1]
  # What is short is repeated until the clock can see it.
  times <- max(1, round(4e4 / (rows * columns^2)))
  fit <- function() for (time in seq_len(times)) glm.fit(x, y, family = binomial())
  fit()
  taken <- replicate(if (rows * columns^2 < 1e8) 7 else 3, system.time(fit())[["elapsed"]] * 1000 / times)
  cat(sprintf("fit %d x %d,R glm.fit,%.3f\n", rows, columns, median(taken)))
}
