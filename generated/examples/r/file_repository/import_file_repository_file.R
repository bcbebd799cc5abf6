# Import a File into the File Repository: Stores a new file in the File Repository.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}

fields <- list(
  # A secret: never write it into a program.
  token = Sys.getenv("REDCAP_API_TOKEN"),
  content = "fileRepository",
  action = "import",
  # Id of the folder that gets the file.
  folder_id = "2025",
  # Format of error messages.
  returnFormat = "json",
  # The file, as a multipart part with a file name.
  file = curl::form_file("protocol.txt")
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
