# Import Records: Creates records or changes values of existing ones.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.
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

# Number of different records in the data, not of rows.
my $json = JSON::PP->new->utf8->canonical->pretty;
my $data = eval { $json->decode($answer) } or die "The answer is not JSON: $answer\n";
print $json->encode($data);
