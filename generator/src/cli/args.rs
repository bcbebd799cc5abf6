//! The arguments, and the help that describes them.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use redcap_generator::backend;

/// Name of the program.
pub const NAME: &str = "redcap-generator";

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  it failed: the spec has a problem, an argument is wrong, or a file cannot be read or written
  2  `check` found that the output is not what the spec makes
  3  `diff --breaking` found what breaks, `drift` or `probe` something other than the spec says";

const EXAMPLES: &str = "\
Examples:
  cargo run generate                              write generated/ from spec/
  cargo run check                                 tell whether generated/ is up to date
  cargo run lint                                  look for problems in spec/ only
  cargo run diff 9.0.0 17.4.1                     what moved between two REDCap versions
  cargo run drift help/ --redcap-version 18.0.0   what a release has that the spec lacks
  cargo run -- list --redcap-version 9.0.0        the methods of one REDCap version
  cargo run -- show export_records | less         all that is known about a method

Every command works from any folder of the repository.

Exit codes:
  0  all is well
  1  it failed: the spec has a problem, an argument is wrong, or a file cannot be read or written
  2  `check` found that the output is not what the spec makes
  3  `diff --breaking` found what breaks, `drift` or `probe` something other than the spec says";

const GENERATE_EXAMPLES: &str = "\
Examples:
  cargo run generate
  cargo run generate --dry-run
  cargo run generate --only rust,surface
  cargo run generate --redcap-version 14.0.5 --out ../client-for-14
  cargo run generate --format json

Files are written only where their bytes change. Removed are files of an earlier run that are no
longer made; a file that you put there yourself is never touched.

With --redcap-version, methods and parameters that this version does not have are left out. The
default folder holds the output for all versions, so --out must name another one then.";

const CHECK_EXAMPLES: &str = "\
Examples:
  cargo run check
  cargo run check --only schema
  cargo run check --format json

Nothing is written. Each file that differs is shown with the beginning of the difference, followed
by the command that brings it up to date.";

const DIFF_EXAMPLES: &str = "\
Examples:
  cargo run diff 9.0.0 17.4.1
  cargo run diff 9.0.0 17.4.1 --breaking
  cargo run diff 14.5.0 15.0.0 --format markdown

A change is breaking when a client written for the first version may fail with the second, or get
something other than it asked for. Such changes are marked with `!`.

Exit codes: 0, and with --breaking 3 when something breaks.";

const PROBE_EXAMPLES: &str = "\
Examples:
  REDCAP_API_TOKEN=… cargo run probe --url https://redcap.example.edu/api/
  cargo run probe --url https://redcap.example.edu/api/ --dry-run

The token is read from REDCAP_API_TOKEN and never shown. Only methods that read are called, each with as
little as possible; what is sent is told before. --redcap-version holds the server against that version
instead of its own.

Exit codes: 0, and 3 when the server is other than the spec says.";

const DRIFT_EXAMPLES: &str = "\
Examples:
  cargo run drift help.html --redcap-version 18.0.0
  cargo run drift saved-pages/ --redcap-version 18.0.0 --format markdown
  cargo run drift redcap-api-examples/ --redcap-version 18.0.0
  cargo run drift saved-pages/ --redcap-version 18.0.0 --scaffold new-in-18/

A source is a page of REDCap's API help, saved as HTML or copied as text or Markdown, or a folder of
them, or the folder of the unzipped official examples. A version newer than all that the spec knows
is compared with the newest.

Two things count as the whole API: a list of methods, such as the menu of the help pages, and a page
that describes several methods. Then what the spec has beyond that is told as missing; with
--partial, and where there are only single pages or examples, it is not.

A scaffold is a file for each new method and a list of edits for the rest. What has to be completed
is marked with TODO, which `lint` refuses; what was guessed is marked with check.

Exit codes: 0 when nothing differs, 3 when something does or could not be read.";

const SHOW_EXAMPLES: &str = "\
Examples:
  cargo run -- show export_records
  cargo run -- show 'Export Records' --redcap-version 6.0.0
  cargo run -- show import_arms --format json";

const LIST_EXAMPLES: &str = "\
Examples:
  cargo run -- list
  cargo run -- list --redcap-version 9.0.0
  cargo run -- list --format json

Without --redcap-version, all methods of all versions are listed.";

/// Turns the YAML spec of the REDCap API into a Rust client and everything else that speaks REDCap.
#[derive(Debug, Parser)]
#[command(name = NAME, version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the output, or compare it with what is there
    #[command(after_help = GENERATE_EXAMPLES)]
    Generate(GenerateArgs),
    /// Tell whether the output is up to date (the same as `generate --check`)
    #[command(after_help = CHECK_EXAMPLES, after_long_help = format!("{CHECK_EXAMPLES}\n\n{EXIT_CODES}"))]
    Check(CheckArgs),
    /// Look for problems in the spec, and count what is still open in it
    Lint(LintArgs),
    /// List the methods of the API
    #[command(after_help = LIST_EXAMPLES)]
    List(ListArgs),
    /// Tell what moved between two REDCap versions
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(DiffArgs),
    /// Hold the help pages or examples of a REDCap release against the spec
    #[command(after_help = DRIFT_EXAMPLES)]
    Drift(DriftArgs),
    /// Show all that the spec knows about a method
    #[command(after_help = SHOW_EXAMPLES)]
    Show(ShowArgs),
    /// Ask a live server which methods it has, by reads only
    #[command(after_help = PROBE_EXAMPLES)]
    Probe(ProbeArgs),
    /// Record the facts of all versions as published; refuses changes of published facts without a note
    Publish(PublishArgs),
    /// Write the JSON Schema of the spec, for editors (the same as `generate --only schema`)
    Schema(SchemaArgs),
    /// Print a script that completes commands in a shell
    #[command(
        after_help = "Example:\n  cargo run completions bash > ~/.local/share/bash-completion/completions/redcap-generator"
    )]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Args)]
pub struct GenerateArgs {
    #[command(flatten)]
    pub mode: ModeArgs,
    #[command(flatten)]
    pub choice: ChoiceArgs,
    #[command(flatten)]
    pub folders: FolderArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub choice: ChoiceArgs,
    #[command(flatten)]
    pub folders: FolderArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Args)]
pub struct SchemaArgs {
    #[command(flatten)]
    pub mode: ModeArgs,
    #[command(flatten)]
    pub folders: FolderArgs,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Args)]
pub struct LintArgs {
    #[command(flatten)]
    pub spec: SpecArgs,
}

#[derive(Debug, Args)]
pub struct ProbeArgs {
    /// Address of the API, such as https://redcap.example.edu/api/
    #[arg(long, value_hint = ValueHint::Url)]
    pub url: String,
    /// Tell what would be sent, and send nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Hold the server against this REDCap version instead of its own
    #[arg(long, value_name = "VERSION")]
    pub redcap_version: Option<String>,
    /// Text for people, Markdown for pages, or an object for programs
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    #[command(flatten)]
    pub spec: SpecArgs,
}

#[derive(Debug, Args)]
pub struct PublishArgs {
    /// Where the record is [default: `tests/published` of the repository]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub record: Option<PathBuf>,
    #[command(flatten)]
    pub spec: SpecArgs,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    #[command(flatten)]
    pub version: VersionArgs,
    /// A table for people, or an array of objects for programs
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
    #[command(flatten)]
    pub spec: SpecArgs,
}

#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The version that a client was written for, e.g. 9.0.0
    pub from: String,
    /// The version that it will meet, e.g. 17.4.1
    pub to: String,
    /// Tell only what breaks such a client, and exit with 3 when there is any
    #[arg(long)]
    pub breaking: bool,
    /// Text for people, Markdown for pages, or an object for programs
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    #[command(flatten)]
    pub spec: SpecArgs,
}

#[derive(Debug, Args)]
pub struct DriftArgs {
    /// Saved help pages, copies of their text, folders of them, or the folder of unzipped examples
    #[arg(required = true, value_name = "SOURCE", value_hint = ValueHint::AnyPath)]
    pub sources: Vec<PathBuf>,
    /// The version of the release, e.g. 18.0.0
    #[arg(long, value_name = "VERSION")]
    pub redcap_version: String,
    /// The sources show a part of the API only: what they lack is not missing
    #[arg(long)]
    pub partial: bool,
    /// Also write YAML for what the spec lacks into this new folder
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub scaffold: Option<PathBuf>,
    /// Text for people, Markdown for pages, or an object for programs
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    #[command(flatten)]
    pub spec: SpecArgs,
}

#[derive(Debug, Args)]
pub struct ShowArgs {
    /// Id or title of the method, as in `list`
    pub method: String,
    #[command(flatten)]
    pub version: VersionArgs,
    /// A page for people, or an object for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    #[command(flatten)]
    pub spec: SpecArgs,
}

#[derive(Debug, Args)]
pub struct ModeArgs {
    /// Write nothing; exit with 2 when the output is not up to date
    #[arg(long, conflicts_with = "dry_run")]
    pub check: bool,
    /// Write nothing; list what would be written and removed
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct ChoiceArgs {
    #[command(flatten)]
    pub version: VersionArgs,
    /// Run these backends only, and leave the files of the others alone
    #[arg(long, value_name = "BACKEND", value_delimiter = ',', value_parser = backends())]
    pub only: Option<Vec<String>>,
}

#[derive(Debug, Args)]
pub struct VersionArgs {
    /// The API as this REDCap version has it, e.g. 14.0.5; without it, all versions
    #[arg(long, value_name = "VERSION")]
    pub redcap_version: Option<String>,
}

#[derive(Debug, Args)]
pub struct FolderArgs {
    /// Where the files go [default: `generated` of the repository]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub spec: SpecArgs,
    /// Where the templates are [default: `templates` of the repository]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub templates: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct SpecArgs {
    /// Where the spec is [default: `spec` of the repository]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub spec: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct AnswerArgs {
    /// Print nothing when all is well
    #[arg(long)]
    pub quiet: bool,
    /// Text for people, or an object for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How a command answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

/// How comparisons are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Text,
    Markdown,
    Json,
}

/// How `list` answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Table,
    Json,
}

fn backends() -> PossibleValuesParser {
    PossibleValuesParser::new(backend::all().iter().map(|backend| backend.id()).collect::<Vec<_>>())
}
