# Import a File: Stores a file in a file upload field of a record.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "file",
  action = "import",
  # Name of the record that gets the file.
  record = "2",
  # Name of the file upload field; not a signature field.
  field = "scan",
  # Unique name of the event, not its label.
  event = "week_1_arm_1",
  # Format of error messages.
  returnFormat = "json",
  # The file, as a multipart part with a file name.
  file = curl::form_file("scan_2.txt")
)

response <- request(Sys.getenv("REDCAP_API_URL")) |>
  req_body_multipart(!!!fields) |>
  req_options(ssl_verifypeer = 1, ssl_verifyhost = 2, followlocation = 0) |>
  req_timeout(60) |>
  req_error(is_error = \(response) FALSE) |> # the status is checked below
  req_perform()

answer <- rawToChar(response$body) # resp_body_string() refuses an empty body
Encoding(answer) <- "UTF-8"
if (resp_status(response) %/% 100 != 2 || startsWith(answer, '{"error":')) {
  stop("REDCap answered with status ", resp_status(response), ": ", answer, call. = FALSE)
}

# The file is stored.
cat("Done.\n")
