# Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
#
#     perl workflow/import_rows.pl [FILE]
use v5.16;
use warnings;

use JSON::PP;
use LWP::UserAgent;
use Text::CSV;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}
my $file = shift // 'workflow/rows.csv';

# A row is a hash: a value for each field.
my $csv = Text::CSV->new( { binary => 1, auto_diag => 2 } );
open my $input, '<:encoding(UTF-8)', $file or die "$file: $!\n";
$csv->header( $input, { munge_column_names => 'none' } );    # also drops the mark that Excel writes
my $rows = $csv->getline_hr_all($input);

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},
    "content" => "record",
    "data" => encode_json($rows),
    "format" => "json",
    "overwriteBehavior" => "normal",
    "returnContent" => "count",
    "returnFormat" => "json",
    "type" => "flat",
);
my $agent = LWP::UserAgent->new(
    timeout               => 300,
    ssl_opts              => { verify_hostname => 1 },
    requests_redirectable => [],    # the token goes to this address and to no other
);
my $response = $agent->post( $ENV{REDCAP_API_URL}, \@fields );
my $answer = $response->decoded_content( charset => 'none' ) // '';
my $data = eval { decode_json($answer) };
if ( !$response->is_success || ref $data ne 'HASH' || !defined $data->{count} ) {

    # For each value that does not fit, a line with record, field, value and reason.
    my $reason = ref $data eq 'HASH' ? $data->{error} // $answer : $answer;
    utf8::encode($reason) if utf8::is_utf8($reason);
    warn 'REDCap refused the rows (status ', $response->code, ").\n$reason\n";
    exit 1;
}
say "Imported records: $data->{count}";
