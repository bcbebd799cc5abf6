# Export a Survey Return Code for a Participant: Exports the code with which a participant resumes a
# survey that was left unfinished.
# Rights needed: API Export, Survey Distribution Tools. In REDCap since 6.4.0.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "surveyReturnCode",
  # The record whose code is wanted.
  record = "1",
  # The instrument that is enabled as a survey.
  instrument = "contact",
  # Unique name of the event, not its label.
  event = "enrollment_arm_1",
  # Format of error messages.
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

# The bare code, without quotes in every format.
cat(answer, "\n", sep = "")
