# Create a New Folder in the File Repository: Creates a folder in the File Repository and returns
# its id.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "fileRepository",
  action = "createFolder",
  # Name of the folder.
  name = "Signed in 2026",
  # Format of the answer.
  format = "json",
  # Id of the folder in which to create the new one.
  folder_id = "2025",
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

# One item with the id of the new folder.
rows <- as.data.frame(jsonlite::fromJSON(answer, flatten = TRUE))
print(rows, row.names = FALSE, digits = 15, max = prod(dim(rows)))
