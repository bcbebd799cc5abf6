# frozen_string_literal: true

# Call an External Module action: Passes a call on to an external module and returns what the module
# answers.
# Rights needed: External Modules API. In REDCap since 14.6.4.
# Careful: what this deletes or replaces cannot be brought back.
require "json"
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "externalModule",
  # Unique prefix of the module, a short name without blanks.
  "prefix" => "sandbox_echo",
  # An action that the module offers, or one of `__version`, `__actions` and `__info`.
  "action" => "echo",
  # Format in which the module should answer.
  "format" => "json",
  # Format in which errors should come.
  "returnFormat" => "json",
  "record" => "1"
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

# The text or file that the module answers.
begin
  data = JSON.parse(answer)
rescue JSON::ParserError
  abort "The answer is not JSON: #{answer}"
end
puts JSON.pretty_generate(data)
