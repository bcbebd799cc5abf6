# Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
#
#     Rscript workflow/import_rows.R [FILE]
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}
arguments <- commandArgs(trailingOnly = TRUE)
file <- if (length(arguments) >= 1) arguments[1] else "workflow/rows.csv"

# A data frame of your own program can be sent in the same way. Text, so that 007 does not become 7.
rows <- read.csv(file, colClasses = "character", check.names = FALSE, fileEncoding = "UTF-8-BOM")
rows <- as.character(jsonlite::toJSON(rows, na = "string"))

fields <- list(
  content = "record",
  data = rows,
  format = "json",
  overwriteBehavior = "normal",
  returnContent = "count",
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
  # For each value that does not fit, a line with record, field, value and reason.
  reason <- tryCatch(jsonlite::fromJSON(answer)$error, error = \(problem) answer)
  message("REDCap refused the rows (status ", resp_status(response), ").\n", reason)
  quit(status = 1)
}
cat("Imported records: ", jsonlite::fromJSON(answer)$count, "\n", sep = "")
