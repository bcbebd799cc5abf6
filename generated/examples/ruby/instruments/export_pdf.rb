# frozen_string_literal: true

# Export PDF file of Data Collection Instruments (either as blank or with data): Exports instruments
# as a PDF file, blank or filled with the data of records.
# Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "pdf",
  # The record whose data fill the document.
  "record" => "1",
  # Unique name of the only event to show.
  "event" => "enrollment_arm_1",
  # Unique name of the only instrument to show.
  "instrument" => "enrollment",
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

# The document.
File.binwrite("pdf.pdf", answer)
puts "Saved as pdf.pdf"
