# Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
# Careful: what this deletes or replaces cannot be brought back.
use v5.16;
use warnings;

use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "repeatingFormsEvents",
    # Format of the payload in `data`.
    "format" => "json",
    # All repeating instruments and events that the project is to have.
    "data" => '[{"event_name":"week_1_arm_1","form_name":"diary","custom_form_label":"[diary_day]"},{"event_name":"week_1_arm_1","form_name":"adverse_event","custom_form_label":"[ae_term]"},{"event_name":"week_4_arm_1","form_name":"visit","custom_form_label":""}]',
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

# Number of repeating instruments and events imported.
say $answer;
