# Export a File from the File Repository: Exports a file of the File Repository as bytes.
# Rights needed: API Export, File Repository. In REDCap since 13.1.0.
use v5.16;
use warnings;

use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "fileRepository",
    "action" => "export",
    # Id of the file, from the list of files and folders.
    "doc_id" => "2024",
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
open my $file, '>:raw', "protocol.txt" or die "The file cannot be written: $!\n";
print {$file} $answer;
close $file or die "The file cannot be written: $!\n";
say "Saved as protocol.txt";
