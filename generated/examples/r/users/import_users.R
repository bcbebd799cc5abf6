# Import Users: Adds users to a project or changes the rights of users who are in it.
# Rights needed: API Import/Update, User Rights. In REDCap since 6.11.0.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "user",
  # Format of the payload in `data`.
  format = "json",
  # The users to add or change.
  data = '[{"username":"berta_berlin","expiration":"2027-06-30","data_access_group":"berlin","calendar":1,"api_export":1}]',
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

# Number of users added or changed.
cat(answer, "\n", sep = "")
