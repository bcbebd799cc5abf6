# frozen_string_literal: true

# Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
# status.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
# Careful: what this deletes or replaces cannot be brought back.
require "net/http"

url = URI(ENV.fetch("REDCAP_API_URL") { abort "Set the environment variable REDCAP_API_URL." })
token = ENV.fetch("REDCAP_API_TOKEN") { abort "Set the environment variable REDCAP_API_TOKEN." }
abort "REDCAP_API_URL must begin with https://." unless url.is_a?(URI::HTTP)

fields = {
  "token" => token, # a secret: never write it into a program
  "content" => "metadata",
  # Format of the payload in `data`.
  "format" => "json",
  # The complete new dictionary, with all columns, in the order in which the fields shall stand.
  "data" => '[{"field_name":"record_id","form_name":"contact","section_header":"","field_type":"text", "field_label":"Record ID","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"severity","form_name":"enrollment","section_header":"","field_type":"radio", "field_label":"Severity","select_choices_or_calculations":"1, Mild | 2, Severe","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"score","form_name":"visit","section_header":"","field_type":"text", "field_label":"Score of the visit","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"integer","text_validation_min":"0","text_validation_max":"100", "identifier":"","branching_logic":"","required_field":"y","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}]',
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

# Number of fields imported.
puts answer
