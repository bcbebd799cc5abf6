# Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
# Careful: what this deletes or replaces cannot be brought back.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "repeatingFormsEvents",
  # Format of the payload in `data`.
  format = "json",
  # All repeating instruments and events that the project is to have.
  data = '[{"event_name":"week_1_arm_1","form_name":"diary","custom_form_label":"[diary_day]"},{"event_name":"week_1_arm_1","form_name":"adverse_event","custom_form_label":"[ae_term]"},{"event_name":"week_4_arm_1","form_name":"visit","custom_form_label":""}]',
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

# Number of repeating instruments and events imported.
cat(answer, "\n", sep = "")
