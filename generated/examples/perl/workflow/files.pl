# Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
#
#     perl workflow/files.pl [FILE [RECORD [FIELD [EVENT]]]]
use v5.16;
use warnings;

use File::Basename qw(basename);
use File::Temp;
use HTTP::Request::Common qw(POST);
use LWP::UserAgent;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}
my $file   = shift // 'workflow/scan.txt';
my $record = shift // '2';
my $field  = shift // 'scan';
my $event  = shift // 'week_1_arm_1';    # in longitudinal projects only

$HTTP::Request::Common::DYNAMIC_FILE_UPLOAD = 1;    # read piece by piece while it is sent
my $agent = LWP::UserAgent->new(
    timeout               => 300,
    ssl_opts              => { verify_hostname => 1 },
    requests_redirectable => [],    # the token goes to this address and to no other
);

# Sends a request; the body of the answer can be written to a file, piece by piece.
sub send_request {
    my ( $request, @target ) = @_;
    my $response = $agent->request( $request, @target );
    return $response if $response->is_success;
    warn 'REDCap answered with status ', $response->status_line, ': ', $response->content, "\n";
    exit 1;
}

send_request(
    POST $ENV{REDCAP_API_URL},
    Content_Type => 'form-data',
    Content      => [
        "token" => $ENV{REDCAP_API_TOKEN},
        "content" => "file",
        "action" => "import",
        "event" => $event,
        "field" => $field,
        "record" => $record,
        "returnFormat" => "json",
        'file' => [$file],
    ],
);
say "Uploaded $file";

-d 'downloads' or mkdir 'downloads' or die "downloads: $!\n";
my $part     = File::Temp->new( DIR => 'downloads' );
my $response = send_request(
    POST( $ENV{REDCAP_API_URL}, [
        "token" => $ENV{REDCAP_API_TOKEN},
        "content" => "file",
        "action" => "export",
        "event" => $event,
        "field" => $field,
        "record" => $record,
        "returnFormat" => "json",
    ] ),
    "$part",
);

# Content-Type: text/plain; name="scan.txt". No folder in the name counts.
my ($name) = $response->header('Content-Type') =~ /name="([^"]+)"/;
my $target = 'downloads/' . basename( $name // 'download' );
rename "$part", $target or die "$target: $!\n";
$part->unlink_on_destroy(0);
say "Downloaded $target";
