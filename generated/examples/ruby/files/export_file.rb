# frozen_string_literal: true

# Export a File: Exports the file that a record holds in a file upload or signature field.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "file",
  "action" => "export",
  # Name of the record that holds the file.
  "record" => "1",
  # Name of the file upload or signature field.
  "field" => "scan",
  # Unique name of the event, not its label.
  "event" => "week_1_arm_1",
  # Format of error messages.
  "returnFormat" => "json"
}

request = Net::HTTP::Post.new(url)
request.set_form_data(fields)
options = { use_ssl: url.scheme == "https", verify_mode: OpenSSL::SSL::VERIFY_PEER, read_timeout: 60 }
begin
  # No redirect is followed.
  response = Net::HTTP.start(url.hostname, url.port, **options) { |http| http.request(request) }
rescue SystemCallError, SocketError, IOError, Timeout::Error, OpenSSL::SSL::SSLError => e
  abort "The request failed: #{e.message}"
end

answer = response.body.to_s
unless response.is_a?(Net::HTTPSuccess)
  abort "REDCap answered with status #{response.code}: #{answer}"
end

# The file, with its media type and original name.
File.binwrite("scan_1.txt", answer)
puts "Saved as scan_1.txt"
