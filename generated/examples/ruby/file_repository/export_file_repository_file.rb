# frozen_string_literal: true

# Export a File from the File Repository: Exports a file of the File Repository as bytes.
# Rights needed: API Export, File Repository. In REDCap since 13.1.0.
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "fileRepository",
  "action" => "export",
  # Id of the file, from the list of files and folders.
  "doc_id" => "2024",
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
File.binwrite("protocol.txt", answer)
puts "Saved as protocol.txt"
