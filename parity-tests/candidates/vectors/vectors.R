# Holds a program against the vendored vectors, without a JDK: Rscript vectors.R
sys.source("backprop.R", environment())
path <- Sys.getenv("VECTORS", "golden-plain.txt")
lines <- readLines(path)
numbers <- function(line) as.numeric(strsplit(line, " ")[[1]][-(1:2)])  # after the cost
compared <- 0
for (n in seq(1, length(lines), 3)) {
  found <- answer(lines[n])
  if (startsWith(found, "gradients")) {
    f <- numbers(found); e <- numbers(lines[n + 1]); a <- numbers(lines[n + 2])
    if (length(f) != length(e) || !all(abs(f - e) <= a)) stop("case ", (n + 2) / 3, " disagrees")
    compared <- compared + 1
  }
}
stopifnot(compared > 0)
cat(compared, "cases agree\n")
