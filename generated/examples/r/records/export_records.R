# Export Records: Exports the data of records as rows, as single values or as a CDISC ODM document.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "record",
  # Format of the answer.
  format = "json",
  # One row per record, event and instance (`flat`), or one row per stored value (`eav`).
  type = "flat",
  # Only these records.
  "records[0]" = "1",
  "records[1]" = "2",
  # Only these fields, in addition to those of `forms`.
  "fields[0]" = "record_id",
  "fields[1]" = "enrolled",
  "fields[2]" = "severity",
  # Only rows of these events, by unique name; longitudinal projects only.
  "events[0]" = "enrollment_arm_1",
  # Format of error messages, and of the count that an import of records answers.
  returnFormat = "json"
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

# One row per record, event and instance, with the project's fields as columns.
rows <- as.data.frame(jsonlite::fromJSON(answer, flatten = TRUE))
print(rows, row.names = FALSE, digits = 15, max = prod(dim(rows)))
