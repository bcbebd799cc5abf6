# frozen_string_literal: true

# Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
#
#     ruby workflow/files.rb [FILE [RECORD [FIELD [EVENT]]]]
require "fileutils"
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
file = ARGV.fetch(0, "workflow/scan.txt")
record = ARGV.fetch(1, "2")
field = ARGV.fetch(2, "scan")
event = ARGV.fetch(3, "week_1_arm_1") # in longitudinal projects only

# Sends a request and hands the answer to a block, which can read its body piece by piece.
def send_request(request)
  url = request.uri
  options = { use_ssl: url.scheme == "https", verify_mode: OpenSSL::SSL::VERIFY_PEER, read_timeout: 300 }
  Net::HTTP.start(url.hostname, url.port, **options) do |http|
    # No redirect is followed.
    http.request(request) do |response|
      unless response.is_a?(Net::HTTPSuccess)
        abort "REDCap answered with status #{response.code}: #{response.read_body}"
      end
      yield response
    end
  end
rescue SocketError, IOError, Timeout::Error, OpenSSL::SSL::SSLError, SystemCallError => e
  abort "The request failed: #{e.message}"
end

upload = {
  "content" => "file",
  "action" => "import",
  "event" => event,
  "field" => field,
  "record" => record,
  "returnFormat" => "json",
  "token" => token,
  "file" => File.open(file, "rb")
}
request = Net::HTTP::Post.new(url)
request.set_form(upload, "multipart/form-data")
send_request(request) { puts "Uploaded #{file}" }

download = {
  "content" => "file",
  "action" => "export",
  "event" => event,
  "field" => field,
  "record" => record,
  "returnFormat" => "json",
  "token" => token
}
request = Net::HTTP::Post.new(url)
request.set_form_data(download)
FileUtils.mkdir_p("downloads")
send_request(request) do |response|
  # Content-Type: text/plain; name="scan.txt". No folder in the name counts.
  name = response["Content-Type"].to_s[/name="([^"]+)"/, 1] || "download"
  target = File.join("downloads", File.basename(name))
  File.open(target, "wb") { |output| response.read_body { |piece| output.write(piece) } }
  puts "Downloaded #{target}"
end
