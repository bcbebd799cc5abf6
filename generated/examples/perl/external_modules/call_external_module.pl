# Call an External Module action: Passes a call on to an external module and returns what the module
# answers.
# Rights needed: External Modules API. In REDCap since 14.6.4.
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
    "content" => "externalModule",
    # Unique prefix of the module, a short name without blanks.
    "prefix" => "sandbox_echo",
    # An action that the module offers, or one of `__version`, `__actions` and `__info`.
    "action" => "echo",
    # Format in which the module should answer.
    "format" => "json",
    # Format in which errors should come.
    "returnFormat" => "json",
    "record" => "1",
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

# The text or file that the module answers.
my $json = JSON::PP->new->utf8->canonical->pretty;
my $data = eval { $json->decode($answer) } or die "The answer is not JSON: $answer\n";
print $json->encode($data);
