# Import User-DAG Assignments: Puts users into Data Access Groups or takes them out.
# Rights needed: API Import/Update, Data Access Groups. In REDCap since 10.8.0 or earlier.
use v5.16;
use warnings;

use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "userDagMapping",
    "action" => "import",
    # Format of the payload in `data`.
    "format" => "json",
    # The users with the groups they shall be in, at most one item for each user.
    "data" => '[{"username":"carl_coordinator","redcap_data_access_group":"lyon"}]',
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

# Number of assignments added or updated.
say $answer;
