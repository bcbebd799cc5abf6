# Delete a File from the File Repository: Moves a file of the File Repository to the recycle bin.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
# Careful: what this deletes or replaces cannot be brought back.
use v5.16;
use warnings;

use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "fileRepository",
    "action" => "delete",
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
if ( !$response->is_success || $answer =~ /^\{"error":/ ) {
    warn 'REDCap answered with status ', $response->status_line, ": $answer\n";
    exit 1;
}

# The file is in the recycle bin.
say 'Done.';
