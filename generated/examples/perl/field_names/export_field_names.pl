# Export List of Export Field Names (i.e. variables used during exports and imports): Exports the
# column names that record exports and imports use for each field.
# Rights needed: API Export. In REDCap since 6.4.0.
use v5.16;
use warnings;

use JSON::PP;
use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "exportFieldNames",
    # Format of the answer.
    "format" => "json",
    # Only the columns of this one field.
    "field" => "diary_meds",
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

# One item for each export column, of all fields or of the field asked for.
my $json = JSON::PP->new->utf8->canonical->pretty;
my $rows = eval { $json->decode($answer) } or die "The answer is not JSON: $answer\n";
print $json->encode($_) for @$rows;    # each row is a hash
