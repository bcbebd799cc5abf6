# frozen_string_literal: true

# Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
#
#     ruby workflow/import_rows.rb [FILE]
require "csv"
require "json"
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
file = ARGV.fetch(0, "workflow/rows.csv")

# A row is a hash: a string for each field, empty where the file has nothing.
rows = CSV.read(file, headers: true, encoding: "BOM|UTF-8").map { |row| row.to_h.transform_values(&:to_s) }

request = Net::HTTP::Post.new(url)
request.set_form_data(
  "content" => "record",
  "data" => JSON.generate(rows),
  "format" => "json",
  "overwriteBehavior" => "normal",
  "returnContent" => "count",
  "returnFormat" => "json",
  "type" => "flat",
  "token" => token
)
options = { use_ssl: url.scheme == "https", verify_mode: OpenSSL::SSL::VERIFY_PEER, read_timeout: 300 }
begin
  # No redirect is followed.
  response = Net::HTTP.start(url.hostname, url.port, **options) { |http| http.request(request) }
rescue SystemCallError, SocketError, IOError, Timeout::Error, OpenSSL::SSL::SSLError => e
  abort "The request failed: #{e.message}"
end

answer = response.body.to_s.force_encoding("UTF-8")
begin
  data = JSON.parse(answer)
rescue JSON::ParserError
  data = { "error" => answer }
end
unless response.is_a?(Net::HTTPSuccess) && data["count"]
  # For each value that does not fit, a line with record, field, value and reason.
  abort "REDCap refused the rows (status #{response.code}).\n#{data['error']}"
end
puts "Imported records: #{data['count']}"
