# Export a File: Exports the file that a record holds in a file upload or signature field.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.
use v5.16;
use warnings;

use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "file",
    "action" => "export",
    # Name of the record that holds the file.
    "record" => "1",
    # Name of the file upload or signature field.
    "field" => "scan",
    # Unique name of the event, not its label.
    "event" => "week_1_arm_1",
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
if ( !$response->is_success ) {
    warn 'REDCap answered with status ', $response->status_line, ": $answer\n";
    exit 1;
}

# The file, with its media type and original name.
open my $file, '>:raw', "scan_1.txt" or die "The file cannot be written: $!\n";
print {$file} $answer;
close $file or die "The file cannot be written: $!\n";
say "Saved as scan_1.txt";
