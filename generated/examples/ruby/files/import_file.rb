# frozen_string_literal: true

# Import a File: Stores a file in a file upload field of a record.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)
abort "There is no file scan_2.txt here." unless File.file?("scan_2.txt")

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "file",
  "action" => "import",
  # Name of the record that gets the file.
  "record" => "2",
  # Name of the file upload field; not a signature field.
  "field" => "scan",
  # Unique name of the event, not its label.
  "event" => "week_1_arm_1",
  # Format of error messages.
  "returnFormat" => "json",
  # The file, as a multipart part with a file name.
  "file" => File.open("scan_2.txt", "rb")
}

request = Net::HTTP::Post.new(url)
request.set_form(fields, "multipart/form-data")
options = { use_ssl: url.scheme == "https", verify_mode: OpenSSL::SSL::VERIFY_PEER, read_timeout: 60 }
begin
  # No redirect is followed.
  response = Net::HTTP.start(url.hostname, url.port, **options) { |http| http.request(request) }
rescue SystemCallError, SocketError, IOError, Timeout::Error, OpenSSL::SSL::SSLError => e
  abort "The request failed: #{e.message}"
end

answer = response.body.to_s.force_encoding("UTF-8")
if !response.is_a?(Net::HTTPSuccess) || answer.start_with?('{"error":')
  abort "REDCap answered with status #{response.code}: #{answer}"
end

# The file is stored.
puts "Done."
