//! Every example of every language against the sandbox; see the library of this crate.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::Arguments;
use redcap_examples_tests::matrix::Matrix;
use redcap_examples_tests::trials;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let matrix = Arc::new(Matrix::default());
    // Set by Cargo when this is built; a copy of this program can be told another place.
    let target = std::env::var_os("CARGO_TARGET_TMPDIR").map(PathBuf::from);
    let folder = target.unwrap_or_else(|| env!("CARGO_TARGET_TMPDIR").into()).join("examples");
    let conclusion = libtest_mimic::run(&arguments, trials::all(&folder, &matrix));
    println!("{}", matrix.show());
    conclusion.exit_code()
}
