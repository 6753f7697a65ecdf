# A result in R: alternatives compared, paired by replication, and the time series as a data frame.
# usage: Rscript results.R RESULT.h5 [METRIC]                              (Debian: r-base-core r-cran-hdf5r)
suppressMessages(library(hdf5r))

arguments <- commandArgs(trailingOnly = TRUE)
metric <- if (length(arguments) > 1) arguments[2] else "fill_rate"
file <- H5File$new(arguments[1], mode = "r")

# R counts axes the other way round: [replication, alternative] is one column an alternative.
values <- file[[metric]][, , drop = FALSE]
colnames(values) <- file[["alternative"]][]
cat(sprintf("%s [%s], %d replications\n", metric, h5attr(file[[metric]], "units"), nrow(values)))

half_width <- function(x) qt(0.975, length(x) - 1) * sd(x) / sqrt(length(x))
for (name in colnames(values)) {
  line <- sprintf("%-24s %.6g ± %.3g", name, mean(values[, name]), half_width(values[, name]))
  if (name != "base") {
    difference <- values[, name] - values[, "base"]
    line <- paste0(line, sprintf("   against base %+.6g ± %.3g", mean(difference), half_width(difference)))
  }
  cat(line, "\n", sep = "")
}

if ("timeseries" %in% names(file)) {
  start <- as.Date(substr(h5attr(file, "start"), 1, 10))
  on_hand <- file[["timeseries/on_hand"]]
  level <- array(on_hand$read(), dim = on_hand$dims)  # of the whole network: [time, alternative]
  series <- data.frame(date = start + file[["timeseries/time"]][], on_hand = level[seq_len(dim(level)[1])])
  cat("\non hand in base, mean over replications\n")
  print(head(series, 5), row.names = FALSE)
}
file$close_all()
