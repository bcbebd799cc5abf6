# Create A New Project: Creates a project with a super token and returns a token for it.
# In REDCap since 6.11.0.
use v5.16;
use warnings;

use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "project",
    # Format of the payload in `data`.
    "format" => "json",
    # Title, purpose and first settings of the project.
    "data" => '[{"project_title":"Migraine Diary","purpose":1,"purpose_other":"Method comparison","is_longitudinal":1,"record_autonumbering_enabled":0}]',
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

# The token of the caller for the new project, 32 characters in every format.
say $answer;
