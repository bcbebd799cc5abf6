# frozen_string_literal: true

# Import Project Information: Changes settings of the project, such as its title, purpose or
# modules.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 7.0.0 or earlier.
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "project_settings",
  # Format of the payload in `data`.
  "format" => "json",
  # The settings to change, in one item.
  "data" => '[{"project_title":"Headache Trial II","project_irb_number":"IRB-2026-014"}]',
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

# Number of settings taken from the item, unchanged ones included.
puts answer
