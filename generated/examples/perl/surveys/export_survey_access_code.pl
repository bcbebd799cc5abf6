# Export a Survey Access Code for a Participant: Exports the short code with which one record opens
# one survey.
# Rights needed: API Export, Survey Distribution Tools. In REDCap since 15.1.0.
use v5.16;
use warnings;

use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "surveyAccessCode",
    # The record whose code is wanted.
    "record" => "1",
    # The instrument that is enabled as a survey.
    "instrument" => "contact",
    # Unique name of the event, not its label.
    "event" => "enrollment_arm_1",
    # Format of error messages.
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

# The bare code, without quotes in every format.
say $answer;
