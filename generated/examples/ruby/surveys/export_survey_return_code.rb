# frozen_string_literal: true

# Export a Survey Return Code for a Participant: Exports the code with which a participant resumes a
# survey that was left unfinished.
# Rights needed: API Export, Survey Distribution Tools. In REDCap since 6.4.0.
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "surveyReturnCode",
  # The record whose code is wanted.
  "record" => "1",
  # The instrument that is enabled as a survey.
  "instrument" => "contact",
  # Unique name of the event, not its label.
  "event" => "enrollment_arm_1",
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

answer = response.body.to_s.force_encoding("UTF-8")
if !response.is_a?(Net::HTTPSuccess) || answer.start_with?('{"error":')
  abort "REDCap answered with status #{response.code}: #{answer}"
end

# The bare code, without quotes in every format.
puts answer
