# Exports all records of a project into a data frame and saves it as CSV: a job for cron.
#
#     Rscript workflow/export_table.R [FILE]
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}
arguments <- commandArgs(trailingOnly = TRUE)
file <- if (length(arguments) >= 1) arguments[1] else "records.csv"

fields <- list(
  content = "record",
  format = "csv",
  rawOrLabel = "raw",
  returnFormat = "json",
  type = "flat",
  token = Sys.getenv("REDCAP_API_TOKEN")
)
response <- request(Sys.getenv("REDCAP_API_URL")) |>
  req_body_form(!!!fields) |>
  req_options(ssl_verifypeer = 1, ssl_verifyhost = 2, followlocation = 0) |>
  req_timeout(300) |>
  req_error(is_error = \(response) FALSE) |> # the status is checked below
  req_perform()

answer <- rawToChar(response$body) # resp_body_string() refuses an empty body
Encoding(answer) <- "UTF-8"
if (resp_status(response) %/% 100 != 2 || startsWith(answer, '{"error":')) {
  stop("REDCap answered with status ", resp_status(response), ": ", answer, call. = FALSE)
}

# Everything stays text, as REDCap stores it: the record 007 does not become 7. Turn the columns that
# you need into numbers or dates: table$score <- as.numeric(table$score). A blank cell is NA.
table <- if (trimws(answer) == "") {
  data.frame()
} else {
  read.csv(text = answer, colClasses = "character", na.strings = "", check.names = FALSE)
}
cat(nrow(table), "rows with", ncol(table), "columns\n")

# Whoever reads the file meanwhile sees the old one or the new one, whole.
part <- paste0(file, ".part")
write.csv(table, part, row.names = FALSE, na = "", fileEncoding = "UTF-8")
if (!file.rename(part, file)) stop("The file ", file, " cannot be written.", call. = FALSE)
cat("Saved as ", file, "\n", sep = "")
