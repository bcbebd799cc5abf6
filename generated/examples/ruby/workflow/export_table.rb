# frozen_string_literal: true

# Exports all records of a project into a table and saves it as CSV: a job for cron or the Task Scheduler.
#
#     ruby workflow/export_table.rb [FILE]
require "csv"
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
file = ARGV.fetch(0, "records.csv")

request = Net::HTTP::Post.new(url)
request.set_form_data(
  "content" => "record",
  "format" => "csv",
  "rawOrLabel" => "raw",
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
if !response.is_a?(Net::HTTPSuccess) || answer.start_with?('{"error":')
  abort "REDCap answered with status #{response.code}: #{answer}"
end

# A row is like a hash: row["record_id"] is a string, or nil where nothing is stored.
table = CSV.parse(answer, headers: true)
puts "#{table.size} rows with #{table.headers.size} columns"

# Whoever reads the file meanwhile sees the old one or the new one, whole.
File.write("#{file}.part", table.to_csv)
File.rename("#{file}.part", file)
puts "Saved as #{file}"
