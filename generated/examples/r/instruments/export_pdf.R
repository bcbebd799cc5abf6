# Export PDF file of Data Collection Instruments (either as blank or with data): Exports instruments
# as a PDF file, blank or filled with the data of records.
# Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "pdf",
  # The record whose data fill the document.
  record = "1",
  # Unique name of the only event to show.
  event = "enrollment_arm_1",
  # Unique name of the only instrument to show.
  instrument = "enrollment",
  # Format of error messages.
  returnFormat = "json"
)

response <- request(Sys.getenv("REDCAP_API_URL")) |>
  req_body_form(!!!fields) |>
  req_options(ssl_verifypeer = 1, ssl_verifyhost = 2, followlocation = 0) |>
  req_timeout(60) |>
  req_error(is_error = \(response) FALSE) |> # the status is checked below
  req_perform()

if (resp_status(response) %/% 100 != 2) {
  stop(
    "REDCap answered with status ", resp_status(response), ": ", rawToChar(response$body),
    call. = FALSE
  )
}

# The document.
writeBin(response$body, "pdf.pdf")
cat("Saved as pdf.pdf", "\n", sep = "")
