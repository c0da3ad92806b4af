# Backpropagation with a column per sample, asked in the plain protocol: Rscript backprop.R
value <- list(identity = function(z) z, sigmoid = function(z) 1 / (1 + exp(-z)), tanh = tanh,
              relu = function(z) pmax(z, 0), softmax = function(z) sweep(exp(z), 2, colSums(exp(z)), "/"))
slope <- list(identity = function(a) a * 0 + 1, sigmoid = function(a) a * (1 - a),  # f'(z), told by a = f(z)
              tanh = function(a) 1 - a^2, relu = function(a) (a > 0) * 1)
answer <- function(line) {
  words <- strsplit(trimws(line), " +")[[1]][-1]
  take <- function(count) { taken <- head(words, count); words <<- tail(words, -count); taken }
  rows <- function(count, columns) matrix(as.numeric(take(count * columns)), count, columns, byrow = TRUE)
  head <- take(6)
  depth <- as.integer(head[1]); samples <- as.integer(head[2]); cost <- head[3]; width <- as.integer(head[6])
  f <- character(); biased <- integer(); W <- list(); b <- list()
  for (l in 1:depth) {
    layer <- take(3); inputs <- width; width <- as.integer(layer[1]); f[l] <- layer[2]; biased[l] <- as.integer(layer[3])
    W[[l]] <- rows(width, inputs)
    b[[l]] <- if (biased[l]) as.numeric(take(width)) else numeric(width)
  }
  cancels <- paste(f[depth], cost) %in% c("sigmoid binary-cross-entropy", "softmax cross-entropy")
  if (!all(f %in% names(value)) || !cancels && (f[depth] == "softmax" || !grepl("squared-error", cost)))
    return(paste("unsupported", cost, "of", f[depth]))
  data <- t(rows(samples, ncol(W[[1]]) + width))
  A <- list(data[seq_len(ncol(W[[1]])), , drop = FALSE])
  target <- data[-seq_len(ncol(W[[1]])), , drop = FALSE]
  for (l in 1:depth) A[[l + 1]] <- value[[f[l]]](W[[l]] %*% A[[l]] + b[[l]])
  Y <- A[[depth + 1]]
  factor <- switch(head[4], sum = 1, mean = 1 / samples, 1 / samples / width)
  if (f[depth] == "softmax") D <- sweep(Y, 2, colSums(target), "*") - target
  else D <- if (cancels) Y - target else (1 + (cost == "squared-error")) * (Y - target) * slope[[f[depth]]](Y)
  gradients <- list()
  for (l in depth:1) {
    gradients[[l]] <- c(t(factor * D %*% t(A[[l]])), if (biased[l]) factor * rowSums(D))
    if (l > 1) D <- (t(W[[l]]) %*% D) * slope[[f[l - 1]]](A[[l]])
  }
  paste(c("gradients ?", sprintf("%.17g", unlist(gradients))), collapse = " ")
}
if (sys.nframe() == 0) {
  input <- file("stdin", open = "r")
  while (length(line <- readLines(input, n = 1)) > 0) { cat(answer(line), "\n", sep = ""); flush(stdout()) }
}
