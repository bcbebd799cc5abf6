# Export Records: Exports the data of records as rows, as single values or as a CDISC ODM document.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.
use v5.16;
use warnings;

use JSON::PP;
use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "record",
    # Format of the answer.
    "format" => "json",
    # One row per record, event and instance (`flat`), or one row per stored value (`eav`).
    "type" => "flat",
    # Only these records.
    "records[0]" => "1",
    "records[1]" => "2",
    # Only these fields, in addition to those of `forms`.
    "fields[0]" => "record_id",
    "fields[1]" => "enrolled",
    "fields[2]" => "severity",
    # Only rows of these events, by unique name; longitudinal projects only.
    "events[0]" => "enrollment_arm_1",
    # Format of error messages, and of the count that an import of records answers.
    "returnFormat" => "json",
);

my $agent = LWP::UserAgent->new(
    timeout               => 60,
    ssl_opts              => { verify_hostname => 1 },
    requests_redirectable => [],    # the token goes to this address and to no other
);
my $response = $agent->post( $ENV{REDCAP_API_URL}, \@fields );
my $answer = $response->decoded_content( charset => 'none' ) // '';
if ( !$response->is_success || $answer =~ /^\{"error":/ ) {
    warn 'REDCap answered with status ', $response->status_line, ": $answer\n";
    exit 1;
}

# One row per record, event and instance, with the project's fields as columns.
my $json = JSON::PP->new->utf8->canonical->pretty;
my $rows = eval { $json->decode($answer) } or die "The answer is not JSON: $answer\n";
print $json->encode($_) for @$rows;    # each row is a hash
