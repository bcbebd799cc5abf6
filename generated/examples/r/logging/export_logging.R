# Export Logging: Exports the log of who changed, exported or viewed what in the project, and when.
# Rights needed: API Export, Logging. In REDCap since 10.8.0.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "log",
  # Format of the answer.
  format = "json",
  # Format of error messages, and of the count that an import of records answers.
  returnFormat = "json",
  # Only entries of this kind.
  logtype = "record",
  # Only entries after this time, in the time zone of the server.
  beginTime = "2026-01-01 00:00",
  # Only entries before this time, in the time zone of the server.
  endTime = "2026-01-15 23:59"
)

response <- request(Sys.getenv("REDCAP_API_URL")) |>
  req_body_form(!!!fields) |>
  req_options(ssl_verifypeer = 1, ssl_verifyhost = 2, followlocation = 0) |>
  req_timeout(60) |>
  req_error(is_error = \(response) FALSE) |> # the status is checked below
  req_perform()

answer <- rawToChar(response$body) # resp_body_string() refuses an empty body
Encoding(answer) <- "UTF-8"
if (resp_status(response) %/% 100 != 2 || startsWith(answer, '{"error":')) {
  stop("REDCap answered with status ", resp_status(response), ": ", answer, call. = FALSE)
}

# The entries that pass all filters, newest first.
rows <- as.data.frame(jsonlite::fromJSON(answer, flatten = TRUE))
print(rows, row.names = FALSE, digits = 15, max = prod(dim(rows)))
