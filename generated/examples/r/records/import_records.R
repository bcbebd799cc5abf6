# Import Records: Creates records or changes values of existing ones.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "record",
  # Format of the payload in `data`.
  format = "json",
  # Whether `data` holds one row per record, event and instance (`flat`) or one row per value
  # (`eav`).
  type = "flat",
  # Whether blank cells are passed over or erase what is stored.
  overwriteBehavior = "normal",
  # The rows, in the format that `format` names: a JSON array of objects, CSV with a header line,
  # XML with the root `records` and one `item` per row, or an ODM document.
  data = '[{"record_id":"1","redcap_event_name":"week_4_arm_1","score":"35"},{"record_id":"2","redcap_event_name":"week_4_arm_1","score":"58"}]',
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

# Number of different records in the data, not of rows.
print(jsonlite::fromJSON(answer))
