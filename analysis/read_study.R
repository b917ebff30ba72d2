# Opens a merged study of ontkoker in R, names its dimensions, takes one difference and draws it.
#
#   Rscript analysis/read_study.R FILE.h5 OUTCOME[/PART] [AXIS] [PLOT.png|PLOT.svg]
#
# Debian: r-cran-ncdf4. R shows the dimensions in reverse order: (part,) time, replicate, scenario, point.
# Format: runs/README.md. Ratios must be added up as numerators and denominators; this page does not, and refuses them.

library(ncdf4)

words <- commandArgs(trailingOnly = TRUE)
if (length(words) < 2) stop("usage: read_study.R FILE.h5 OUTCOME[/PART] [AXIS] [PLOT.png|PLOT.svg]", call. = FALSE)
f <- nc_open(words[1])
# An attribute, or "" where it is not there. ncdf4 prints a warning for every 64-bit whole number; R's doubles hold these.
about <- function(name, var = 0) {
  capture.output(found <- ncatt_get(f, var, name))
  if (found$hasatt) found$value else ""
}
if (about("filetype") != "ontkoker-sweep" || about("format_version")[1] != 1)
  stop(words[1], ": not a merged study of format version 1", call. = FALSE)

# --- dimensions, axes and outcomes -------------------------------------------------------------------------------------
cat("dimensions:", paste(names(f$dim), sapply(f$dim, function(d) d$len), sep = " = ", collapse = ", "), "\n")
numbers <- unlist(sapply(names(f$var), function(name) if (about("axis_number", name) == "") NULL else about("axis_number", name)))
axes <- names(sort(numbers))
cat("axes:", paste(axes, collapse = ", "), "\n")
scenarios <- ncvar_get(f, "scenario")
cat("scenarios:", paste(scenarios, collapse = ", "), "\n")

# --- one difference: the last scenario less the first, over all years, replicate by replicate --------------------------
outcome <- strsplit(words[2], "/")[[1]]
rule <- about("aggregation", outcome[1])
if (!(rule %in% c("sum", "mean"))) stop(outcome[1], ": this page adds up sums and means only", call. = FALSE)
x <- ncvar_get(f, outcome[1], collapse_degen = FALSE)            # keeps dimensions of length one
split <- about("split", outcome[1])
if (split != "") {                                               # one part, or all of them together
  parts <- ncvar_get(f, split)
  wanted <- if (length(outcome) > 1) which(parts == outcome[2]) else seq_along(parts)
  if (length(wanted) == 0) stop(split, " has no part ", outcome[2], "; one of: ", paste(parts, collapse = ", "), call. = FALSE)
  x <- apply(x[wanted, , , , , drop = FALSE], 2:5, sum)
}
whole <- apply(x, 2:4, if (rule == "sum") sum else mean)         # replicate, scenario, point
pairs <- whole[, length(scenarios), , drop = FALSE] - whole[, 1, , drop = FALSE]
difference <- apply(pairs, 3, mean)                              # one number a point; NA where a run failed
unit <- about("units", outcome[1])
cat(sprintf("%s: %s less %s, mean over %d points: %.6g %s\n", words[2], scenarios[length(scenarios)], scenarios[1],
            sum(!is.na(difference)), mean(difference, na.rm = TRUE), unit))

# --- one plot: the difference against an axis --------------------------------------------------------------------------
if (length(words) > 2) {
  axis <- words[3]
  if (!(axis %in% axes)) stop("there is no axis ", axis, "; one of: ", paste(axes, collapse = ", "), call. = FALSE)
  plot_file <- if (length(words) > 3) words[4] else "difference.png"
  if (grepl("\\.svg$", plot_file)) svg(plot_file, width = 10, height = 6) else
    png(plot_file, width = 1280, height = 768, res = 120, type = if (capabilities("cairo")) "cairo" else "Xlib")
  plot(ncvar_get(f, axis), difference, pch = 19, col = "#0072b2", las = 1,
       xlab = paste0(about("long_name_nl", axis), " (", about("units", axis), ")"),
       ylab = paste0("verschil met ", scenarios[1], " (", unit, ")"),
       main = about("long_name_nl", outcome[1]), sub = paste("digest", about("digest")))
  abline(h = 0, lty = 3)
  invisible(dev.off())
  cat("drawn:", plot_file, "\n")
}
nc_close(f)
