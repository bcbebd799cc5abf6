# frozen_string_literal: true

# Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
# Careful: what this deletes or replaces cannot be brought back.
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "repeatingFormsEvents",
  # Format of the payload in `data`.
  "format" => "json",
  # All repeating instruments and events that the project is to have.
  "data" => '[{"event_name":"week_1_arm_1","form_name":"diary","custom_form_label":"[diary_day]"},{"event_name":"week_1_arm_1","form_name":"adverse_event","custom_form_label":"[ae_term]"},{"event_name":"week_4_arm_1","form_name":"visit","custom_form_label":""}]',
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

# Number of repeating instruments and events imported.
puts answer
