# Uploads a file to a field of a record, and downloads it again, under its name, into a folder:
# files.jl [FILE] [RECORD] [FIELD] [EVENT] [FOLDER]

using HTTP

function fail(message)
    println(stderr, message)
    exit(1)
end

url = get(ENV, "REDCAP_API_URL", "")
token = get(ENV, "REDCAP_API_TOKEN", "")  # a secret: never write it into a program
isempty(url) && fail("Set the environment variable REDCAP_API_URL.")
isempty(token) && fail("Set the environment variable REDCAP_API_TOKEN.")

file = get(ARGS, 1, "scan.txt")
record = get(ARGS, 2, "1")
field = get(ARGS, 3, "scan")
event = get(ARGS, 4, "week_1_arm_1")
folder = get(ARGS, 5, "downloads")

fields = [
    "token" => token,
    "content" => "file",
    "action" => "import",
    "event" => event,
    "field" => field,
    "record" => record,
    "returnFormat" => "json",
    "file" => HTTP.Multipart(basename(file), open(file)),
]
response = try
    HTTP.post(
        url, [], HTTP.Form(fields);
        connect_timeout=30, readtimeout=60, require_ssl_verification=true,
        redirect=false, retry=false, status_exception=false,
    )
catch problem
    # What is thrown holds the request with the token, so only its kind is shown.
    fail("The request failed: $(nameof(typeof(problem)))")
end
body = response.body
if !(200 <= response.status < 300) || startswith(String(copy(body)), "{\"error\":")
    fail("REDCap answered with status $(response.status): $(String(body))")
end

println(file, " is stored")

fields = [
    "token" => token,
    "content" => "file",
    "action" => "export",
    "event" => event,
    "field" => field,
    "record" => record,
    "returnFormat" => "json",
]
response = try
    HTTP.post(
        url, ["Content-Type" => "application/x-www-form-urlencoded"], HTTP.escapeuri(fields);
        connect_timeout=30, readtimeout=60, require_ssl_verification=true,
        redirect=false, retry=false, status_exception=false,
    )
catch problem
    # What is thrown holds the request with the token, so only its kind is shown.
    fail("The request failed: $(nameof(typeof(problem)))")
end
body = response.body
if !(200 <= response.status < 300)
    fail("REDCap answered with status $(response.status): $(String(body))")
end

# A name without any folder, so that it cannot lead elsewhere.
found = match(r"name=\"([^\"]+)\"", HTTP.header(response, "Content-Type"))
found === nothing && fail("The file has no name.")
target = joinpath(mkpath(folder), basename(replace(found[1], '\\' => '/')))
write(target, body)
println(target, ": ", length(body), " bytes")
