# Exports all records of a project into a table and saves it as CSV: a job for cron or the Task Scheduler.
#
#     perl workflow/export_table.pl [FILE]
use v5.16;
use warnings;

use LWP::UserAgent;
use Text::CSV;

for my $name (qw(REDCAP_API_URL REDCAP_API_TOKEN)) {
    $ENV{$name} or die "Set the environment variable $name.\n";
}
my $file = shift // 'records.csv';

my @fields = (
    "token" => $ENV{REDCAP_API_TOKEN},
    "content" => "record",
    "format" => "csv",
    "rawOrLabel" => "raw",
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
if ( !$response->is_success || $answer =~ /^\{"error":/ ) {
    warn 'REDCap answered with status ', $response->status_line, ": $answer\n";
    exit 1;
}

# A row is a hash: a value for each field.
my $csv = Text::CSV->new( { binary => 1, decode_utf8 => 0, auto_diag => 2, eol => "\n" } );
open my $input, '<', \$answer or die "The answer cannot be read: $!\n";
my @columns = @{ $csv->getline($input) // [] };
$csv->column_names(@columns);
my @rows = @columns ? @{ $csv->getline_hr_all($input) } : ();
say scalar(@rows), ' rows with ', scalar(@columns), ' columns';

# Whoever reads the file meanwhile sees the old one or the new one, whole.
open my $output, '>:raw', "$file.part" or die "$file.part: $!\n";
$csv->print( $output, \@columns );
$csv->print( $output, [ @{$_}{@columns} ] ) for @rows;
close $output or die "$file.part: $!\n";
rename "$file.part", $file or die "$file: $!\n";
say "Saved as $file";
