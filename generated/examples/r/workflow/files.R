# Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
#
#     Rscript workflow/files.R [FILE [RECORD [FIELD [EVENT]]]]
library(httr2)

for (name in c("REDCAP_API_URL", "REDCAP_API_TOKEN")) {
  if (Sys.getenv(name) == "") stop("Set the environment variable ", name, ".", call. = FALSE)
}
given <- commandArgs(trailingOnly = TRUE)
argument <- \(number, default) if (length(given) >= number) given[number] else default
file <- argument(1, "workflow/scan.txt")
record <- argument(2, "2")
field <- argument(3, "scan")
event <- argument(4, "week_1_arm_1") # in longitudinal projects only

# Sends a form, whose body is set, and fails unless REDCap took it. A body can go straight to a file.
send <- function(request, path = NULL) {
  response <- request |>
    req_options(ssl_verifypeer = 1, ssl_verifyhost = 2, followlocation = 0) |>
    req_timeout(300) |>
    req_error(is_error = \(response) FALSE) |> # the status is checked below
    req_perform(path = path)
  if (resp_status(response) %/% 100 != 2) {
    body <- if (is.null(path)) response$body else readBin(path, "raw", file.size(path))
    stop("REDCap answered with status ", resp_status(response), ": ", rawToChar(body), call. = FALSE)
  }
  invisible(response)
}

fields <- list(
  content = "file",
  action = "import",
  event = event,
  field = field,
  record = record,
  returnFormat = "json",
  token = Sys.getenv("REDCAP_API_TOKEN"),
  file = curl::form_file(file)
)
send(request(Sys.getenv("REDCAP_API_URL")) |> req_body_multipart(!!!fields))
cat("Uploaded ", file, "\n", sep = "")

fields <- list(
  content = "file",
  action = "export",
  event = event,
  field = field,
  record = record,
  returnFormat = "json",
  token = Sys.getenv("REDCAP_API_TOKEN")
)
dir.create("downloads", showWarnings = FALSE)
part <- tempfile(tmpdir = "downloads")
response <- tryCatch(
  send(request(Sys.getenv("REDCAP_API_URL")) |> req_body_form(!!!fields), path = part),
  error = \(problem) {
    unlink(part)
    stop(problem)
  }
)

# Content-Type: text/plain; name="scan.txt". No folder in the name counts.
type <- c(resp_header(response, "content-type"), "")[1]
name <- regmatches(type, regexec('name="([^"]+)"', type))[[1]][2]
target <- file.path("downloads", if (is.na(name)) "download" else basename(name))
if (!file.rename(part, target)) stop("The file ", target, " cannot be written.", call. = FALSE)
cat("Downloaded ", target, "\n", sep = "")
