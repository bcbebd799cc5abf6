# Import Project Information: Changes settings of the project, such as its title, purpose or
# modules.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 7.0.0 or earlier.
use v5.16;
use warnings;

use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "project_settings",
    # Format of the payload in `data`.
    "format" => "json",
    # The settings to change, in one item.
    "data" => '[{"project_title":"Headache Trial II","project_irb_number":"IRB-2026-014"}]',
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

# Number of settings taken from the item, unchanged ones included.
say $answer;
