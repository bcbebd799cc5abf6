//! The floor: what no generator on the same libraries can do without.
//!
//! The same YAML bytes go through the same parser into nothing, the same Rust tokens through the
//! same formatter, and the same output bytes to the same folder.

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use proc_macro2::TokenStream;
use redcap_generator::diagnostics::SourceFile;
use redcap_generator::output::FileSet;

/// Parses YAML into events and drops them.
pub fn events(files: &[SourceFile]) -> usize {
    let parsed = files.iter().flat_map(|file| granit_parser::Parser::new_from_str(&file.text));
    parsed.filter(Result::is_ok).count()
}

/// Parses YAML into values that know no place.
pub fn values(files: &[SourceFile]) -> usize {
    let parsed = files.iter().map(|file| serde_yaml::from_str::<serde_yaml::Value>(&file.text));
    parsed.filter(|value| value.as_ref().is_ok_and(|value| !value.is_null())).count()
}

/// How long it takes to make syntax trees of the tokens of the Rust files, and text of the trees.
///
/// Files that are copied and not made of tokens do not count.
pub fn tokens(output: &FileSet) -> (Duration, Duration) {
    let (mut parsing, mut formatting) = (Duration::ZERO, Duration::ZERO);
    let made =
        |path: &str| path.ends_with(".rs") && !path.contains("/runtime/") && !path.contains("/support/");
    for (path, file) in output.iter().filter(|(path, _)| made(path.as_str())) {
        let tokens: TokenStream =
            file.text().and_then(|text| text.parse().ok()).expect("generated Rust has tokens");
        let start = Instant::now();
        let tree = syn::parse2::<syn::File>(tokens).unwrap_or_else(|error| panic!("{path}: {error}"));
        parsing += start.elapsed();
        let start = Instant::now();
        let text = prettyplease::unparse(&tree);
        drop(tree);
        formatting += start.elapsed();
        assert!(!text.is_empty() || file.bytes().is_empty(), "{path}");
    }
    (parsing, formatting)
}

/// Writes the output to a folder.
///
/// # Errors
/// When the folder cannot be written, or is full.
pub fn write(output: &FileSet, folder: &Path) -> io::Result<()> {
    for (path, file) in output.iter() {
        let place = folder.join(path.as_str());
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(place, file.bytes())?;
    }
    Ok(())
}

/// Reads the output back. True when it is what was written.
pub fn compare(output: &FileSet, folder: &Path) -> bool {
    output
        .iter()
        .all(|(path, file)| fs::read(folder.join(path.as_str())).is_ok_and(|bytes| bytes == file.bytes()))
}
