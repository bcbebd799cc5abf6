# Create a New Folder in the File Repository: Creates a folder in the File Repository and returns
# its id.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
use v5.16;
use warnings;

use JSON::PP;
use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},    # a secret: never write it into a program
    "content" => "fileRepository",
    "action" => "createFolder",
    # Name of the folder.
    "name" => "Signed in 2026",
    # Format of the answer.
    "format" => "json",
    # Id of the folder in which to create the new one.
    "folder_id" => "2025",
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

# One item with the id of the new folder.
my $json = JSON::PP->new->utf8->canonical->pretty;
my $rows = eval { $json->decode($answer) } or die "The answer is not JSON: $answer\n";
print $json->encode($_) for @$rows;    # each row is a hash
