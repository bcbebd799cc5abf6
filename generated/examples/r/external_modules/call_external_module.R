# Call an External Module action: Passes a call on to an external module and returns what the module
# answers.
# Rights needed: External Modules API. In REDCap since 14.6.4.
# Careful: what this deletes or replaces cannot be brought back.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "externalModule",
  # Unique prefix of the module, a short name without blanks.
  prefix = "sandbox_echo",
  # An action that the module offers, or one of `__version`, `__actions` and `__info`.
  action = "echo",
  # Format in which the module should answer.
  format = "json",
  # Format in which errors should come.
  returnFormat = "json",
  record = "1"
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

# The text or file that the module answers.
print(jsonlite::fromJSON(answer))
