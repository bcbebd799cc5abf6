# frozen_string_literal: true

# Import Records: Creates records or changes values of existing ones.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.
require "json"
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "record",
  # Format of the payload in `data`.
  "format" => "json",
  # Whether `data` holds one row per record, event and instance (`flat`) or one row per value
  # (`eav`).
  "type" => "flat",
  # Whether blank cells are passed over or erase what is stored.
  "overwriteBehavior" => "normal",
  # The rows, in the format that `format` names: a JSON array of objects, CSV with a header line,
  # XML with the root `records` and one `item` per row, or an ODM document.
  "data" => '[{"record_id":"1","redcap_event_name":"week_4_arm_1","score":"35"},{"record_id":"2","redcap_event_name":"week_4_arm_1","score":"58"}]',
  # Format of error messages, and of the count that an import of records answers.
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

answer = response.body.to_s.force_encoding("UTF-8")
if !response.is_a?(Net::HTTPSuccess) || answer.start_with?('{"error":')
  abort "REDCap answered with status #{response.code}: #{answer}"
end

# Number of different records in the data, not of rows.
begin
  data = JSON.parse(answer)
rescue JSON::ParserError
  abort "The answer is not JSON: #{answer}"
end
puts JSON.pretty_generate(data)
