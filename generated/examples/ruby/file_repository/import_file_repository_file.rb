# frozen_string_literal: true

# Import a File into the File Repository: Stores a new file in the File Repository.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)
abort "There is no file protocol.txt here." unless File.file?("protocol.txt")

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "fileRepository",
  "action" => "import",
  # Id of the folder that gets the file.
  "folder_id" => "2025",
  # Format of error messages.
  "returnFormat" => "json",
  # The file, as a multipart part with a file name.
  "file" => File.open("protocol.txt", "rb")
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
