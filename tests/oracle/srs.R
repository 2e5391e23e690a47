# Estimates under simple random sampling, by R's survey package: the oracle of test_srs.py.
#
#   apt-get install r-cran-survey r-cran-jsonlite     (made with R 4.2.2, survey 4.1.1)
#   Rscript tests/oracle/srs.R > tests/oracle/srs.json
#
# Each case is one survey: y (0/1) a yes-no question, x a number, g a group, NA for no answer. Each domain is the
# whole survey or one group; its base are those who answered. Intervals: svyciprop(method = "beta") for shares, for
# 0 and 100 percent binom.test; t with degf() for means. Empty where R gives none.
suppressMessages(library(survey))
library(jsonlite)

share <- function(design) {
  d <- subset(design, !is.na(y))
  n <- nrow(d)
  if (n == 0) return(NULL)
  yes <- sum(d$variables$y)
  out <- list(base = n, n = yes, value = yes / n, df = degf(d))
  if (yes == 0 || yes == n) {
    out$interval <- as.numeric(binom.test(yes, n)$conf.int)
    out$method <- "exact_boundary"
  } else {
    out$value <- as.numeric(coef(svymean(~y, d)))
    out$se <- as.numeric(SE(svymean(~y, d)))
    out$interval <- as.numeric(confint(svyciprop(~y, d, method = "beta")))
    out$method <- "korn_graubard"
  }
  out
}

average <- function(design) {
  d <- subset(design, !is.na(x))
  n <- nrow(d)
  if (n == 0) return(NULL)
  values <- d$variables$x
  out <- list(n = n, total = sum(values), squares = sum(values^2), value = mean(values), df = degf(d))
  if (n > 1) {
    m <- svymean(~x, d)
    out$value <- as.numeric(coef(m))
    out$se <- as.numeric(SE(m))
    out$interval <- as.numeric(confint(m, df = degf(d)))
  }
  out
}

domain <- function(design, group) {
  units <- nrow(design)
  list(group = group, units = units, share = share(design), mean = average(design))
}

case <- function(name, population, y, x, g) {
  data <- data.frame(y = y, x = x, g = g, N = population)
  design <- svydesign(~1, data = data, fpc = ~N)
  groups <- lapply(sort(unique(g)), function(of) domain(subset(design, g == of), of))
  list(name = name, population = population, sampled = length(y), domains = c(list(domain(design, NULL)), groups))
}

# Reproducible numbers without a random generator, so that the file does not depend on R's version.
mixed <- function(n, seed) ((seq_len(n) * 7919 + seed * 104729) %% 997) / 997
answers <- function(n, seed, p, missing) {
  y <- as.numeric(mixed(n, seed) < p)
  y[mixed(n, seed + 50) < missing] <- NA
  y
}
numbers <- function(n, seed, missing) {
  x <- round(exp(5 * mixed(n, seed)), 1)
  x[mixed(n, seed + 60) < missing] <- NA
  x
}
groups <- function(n, seed) c("liten", "mellan", "stor")[1 + (mixed(n, seed) > 0.45) + (mixed(n, seed) > 0.85)]

cases <- list(
  case("D10 of statistics.md", 40,
       c(1, 1, 0, 1, 0, 0, 1, 0, 0, 1), c(12, 30, 45, 8, 5, 7, 9, 3, 4, 6),
       c("u", "v", "u", "u", "u", "u", "v", "v", "v", "v")),
  case("54 of 62", 62, answers(54, 1, 0.6, 0.1), numbers(54, 2, 0.1), groups(54, 3)),
  case("54 of 180", 180, answers(54, 4, 0.3, 0.05), numbers(54, 5, 0.2), groups(54, 6)),
  case("54 of 310, all said no", 310, rep(0, 54), numbers(54, 7, 0), groups(54, 8)),
  case("714 of 4000", 4000, answers(714, 9, 0.02, 0.02), numbers(714, 10, 0.02), groups(714, 11)),
  case("a group of one and a group of two", 30, c(1, 0, 1, 1, 0, 1, 0, 1), c(1, 2, 4, 8, 16, 32, 64, NA),
       c("en", "tva", "tva", "fler", "fler", "fler", "fler", "fler"))
)
cat(toJSON(list(made_with = list(R = as.character(getRversion()), survey = as.character(packageVersion("survey"))),
                cases = cases), auto_unbox = TRUE, digits = 15, null = "null", pretty = TRUE))
