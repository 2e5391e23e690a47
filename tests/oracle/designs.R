# Designs x statistics, by R's survey package: the oracle of test_designs.py.
#
#   apt-get install r-cran-survey r-cran-jsonlite r-cran-mass     (made with R 4.2.2, survey 4.1.1)
#   Rscript tests/oracle/designs.R > tests/oracle/designs.json
#
# Each case is one data set under one design. y (0/1) a yes-no question, x and z numbers, a a scale (up, same, down),
# g a group, h the stratum, c the cluster, w the weight, N the units (or clusters) in the stratum; NA for no answer.
# The house's rules: the base is who answered (subset after the design), t with degf() of that subset everywhere.
suppressMessages(library(survey))
library(jsonlite)
options(survey.lonely.psu = "fail")

D10 <- data.frame(
  h = rep(c("A", "B"), c(4, 6)), N = rep(c(10, 30), c(4, 6)), Nt = 40, Nc = 20, w = rep(c(2.5, 5), c(4, 6)),
  y = c(1, 1, 0, 1, 0, 0, 1, 0, 0, 1), x = c(12, 30, 45, 8, 5, 7, 9, 3, 4, 6), z = c(20, 41, 80, 15, 9, 11, 20, 4, 7, 10),
  g = c("u", "v", "u", "u", "u", "u", "v", "v", "v", "v"), c = c(1, 1, 2, 2, 3, 3, 3, 4, 4, 5),
  a = c("up", "up", "same", "down", "down", "down", "same", "down", "same", "up"),
  k = c("s", "s", "l", "l", "s", "s", "s", "l", "s", "s"))

# Reproducible numbers without a random generator, so that the file does not depend on R's version.
mixed <- function(n, seed) ((seq_len(n) * 7919 + seq_len(n)^2 * (31 + seed) + seed * 104729) %% 997) / 997
made <- function(n, seed, missing = 0.1) {
  h <- c("norr", "soder", "vast")[1 + (mixed(n, seed) > 0.4) + (mixed(n, seed) > 0.75)]
  y <- as.numeric(mixed(n, seed + 1) < 0.35)
  x <- round(exp(4 * mixed(n, seed + 2)), 1)
  z <- round(x * (1 + mixed(n, seed + 3)), 1)
  g <- c("liten", "stor")[1 + (mixed(n, seed + 4) > 0.55)]
  a <- c("down", "same", "up")[1 + (mixed(n, seed + 5) > 0.3) + (mixed(n, seed + 5) > 0.7)]
  y[mixed(n, seed + 6) < missing] <- NA
  x[mixed(n, seed + 7) < missing] <- NA
  a[mixed(n, seed + 8) < missing] <- NA
  sizes <- c(norr = 3 * n, soder = 2 * n, vast = n)
  data.frame(h = h, N = as.numeric(sizes[h]), Nt = 6 * n, Nc = 60, w = round(0.3 + 4 * mixed(n, seed + 9), 3), y = y,
             x = x, z = z, g = g, c = 1 + (seq_len(n) * 31 + seed) %% 17, a = a,
             k = c("l", "s")[1 + (mixed(n, seed + 10) > 0.4)])
}
take_all <- transform(D10, N = rep(c(4, 30), c(4, 6)))
blank <- D10; blank$y[9] <- NA; blank$x[3] <- NA; blank$a[5] <- NA

number <- function(value) if (length(value) == 0 || is.nan(value) || is.na(value)) NULL else as.numeric(value)
# A subset of a calibrated design keeps the other rows with weight 0, and a NA in them makes everything NaN.
answered <- function(d, name) {
  d <- d[!is.na(d$variables[[name]]), ]
  gone <- is.na(d$variables[[name]])
  d$variables[[name]][gone] <- d$variables[[name]][!gone][1]
  d
}
share <- function(d) {
  d <- answered(d, "y"); p <- svymean(~y, d, deff = TRUE)
  interval <- confint(svyciprop(~y, d, method = "beta")); xlogit <- confint(svyciprop(~y, d, method = "xlogit"))
  list(value = as.numeric(coef(p)), se = as.numeric(SE(p)), df = degf(d), deff = number(deff(p)),
       low = interval[1], high = interval[2], xlogit = as.numeric(xlogit))
}
average <- function(d) {
  d <- answered(d, "x"); m <- svymean(~x, d, deff = TRUE); t <- svytotal(~x, d)
  interval <- confint(m, df = degf(d)); sum_interval <- confint(t, df = degf(d))
  list(value = as.numeric(coef(m)), se = as.numeric(SE(m)), df = degf(d), deff = number(deff(m)),
       low = interval[1], high = interval[2],
       total = list(value = as.numeric(coef(t)), se = as.numeric(SE(t)), low = sum_interval[1], high = sum_interval[2]))
}
ratio <- function(d) {
  d <- answered(d, "x"); r <- svyratio(~z, ~x, d); interval <- confint(r, df = degf(d))
  list(value = as.numeric(coef(r)), se = as.numeric(SE(r)), low = interval[1], high = interval[2])
}
balance <- function(d) {
  d <- answered(d, "a"); d <- update(d, s = (a == "up") - (a == "down")); m <- svymean(~s, d)
  interval <- confint(m, df = degf(d))
  list(value = as.numeric(coef(m)), se = as.numeric(SE(m)), df = degf(d), low = interval[1], high = interval[2])
}
quantiles <- function(d) {
  d <- answered(d, "x"); q <- svyquantile(~x, d, c(0.25, 0.5, 0.75), qrule = "math", ci = TRUE)$x
  lapply(seq_len(3), function(i) list(value = q[i, 1], low = number(q[i, 2]), high = number(q[i, 3])))
}
difference <- function(d) {
  d <- answered(d, "y"); groups <- sort(unique(d$variables$g)); first <- groups[1]
  m <- svyby(~y, ~g, d, svymean, covmat = TRUE)
  k <- svycontrast(m, setNames(list(c(1, -1)), "k"))
  list(value = as.numeric(coef(k)), se = as.numeric(SE(k)), df = degf(d),
       p = 2 * pt(-abs(as.numeric(coef(k) / SE(k))), degf(d)))
}
domain <- function(d, group) list(group = group, share = share(d), mean = average(d), ratio = ratio(d),
                                  balance = balance(d), quantiles = quantiles(d))
alone <- rbind(D10, data.frame(h = "C", N = 5, Nt = 45, Nc = 20, w = 5, y = 1, x = 11, z = 13, g = "v", c = 6, a = "up",
                              k = "s"))
half <- function(data) sum(unique(sets[[data]][c("h", "N")])$N) * c(0.45, 0.55)
post_stratified <- function(d, data) postStratify(d, ~k, data.frame(k = c("l", "s"), Freq = half(data)))
raked <- function(d, data) {  # regression on all margins; rake() is the same for equal weights only
  second <- paste0("g", sort(unique(sets[[data]]$g))[2])
  totals <- c(sum(half(data)), half(data)[2], half(data)[1])
  calibrate(d, ~k + g, setNames(totals, c("(Intercept)", "ks", second)), calfun = "raking", epsilon = 1e-13, maxit = 1000)
}
case <- function(data, kind, ..., adjust = NULL) {
  d <- svydesign(data = sets[[data]], ...)
  if (!is.null(adjust)) d <- adjust(d, data)
  groups <- lapply(sort(unique(sets[[data]]$g)), function(of) domain(subset(d, g == of), of))
  list(name = paste(data, kind, sep = ", "), half = half(data), kind = kind, data = data, domains = c(list(domain(d, NULL)), groups),
       difference = if (is.null(adjust)) difference(d))
}
every_design <- function(data) list(
  case(data, "srs", ids = ~1, fpc = ~Nt),
  case(data, "stratified", ids = ~1, strata = ~h, fpc = ~N),
  case(data, "stratified_weights", ids = ~1, strata = ~h, weights = ~w),
  case(data, "stratified_weights_fpc", ids = ~1, strata = ~h, weights = ~w, fpc = ~N),
  case(data, "weights", ids = ~1, weights = ~w),
  case(data, "clusters", ids = ~c, fpc = ~Nc),
  case(data, "cluster_weights", ids = ~c, weights = ~w),
  case(data, "post_stratified", ids = ~1, fpc = ~Nt, adjust = post_stratified),
  case(data, "raked", ids = ~1, fpc = ~Nt, adjust = raked),
  case(data, "stratified_weights_raked", ids = ~1, strata = ~h, weights = ~w, adjust = raked),
  case(data, "cluster_weights_raked", ids = ~c, weights = ~w, adjust = raked))
with_policy <- function(policy) {
  options(survey.lonely.psu = policy); on.exit(options(survey.lonely.psu = "fail"))
  case("alone", paste("lonely", policy, sep = "_"), ids = ~1, strata = ~h, fpc = ~N)
}

sets <- list(D10 = D10, blanks = blank, made120 = made(120, 1), made400 = made(400, 40), take_all = take_all, alone = alone)
cases <- c(every_design("D10"), every_design("blanks"), every_design("made120"), every_design("made400"),
           list(case("take_all", "stratified", ids = ~1, strata = ~h, fpc = ~N)),
           lapply(c("certainty", "adjust", "average"), with_policy))
cat(toJSON(list(made_with = list(R = as.character(getRversion()), survey = as.character(packageVersion("survey"))),
                data = sets, cases = cases),
           auto_unbox = TRUE, digits = 15, null = "null", na = "null", dataframe = "columns"))
