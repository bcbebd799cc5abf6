//! Which folders are meant, and how they are shown.

use std::path::{Component, Path, PathBuf};

use redcap_generator::pipeline::Folder;

/// The repository in which the program was built.
const BUILT_IN: &str = env!("CARGO_MANIFEST_DIR");

/// The repository, so that every command works from a folder below it, too.
///
/// `cargo run` says which one it is. That counts more than where the program was built: two checkouts
/// that share a target folder share the program.
fn root() -> PathBuf {
    let said = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    said.filter(|root| root.join("spec").is_dir() && root.join("templates").is_dir())
        .unwrap_or_else(|| PathBuf::from(BUILT_IN))
}

/// The folder that was named, or the one of the repository.
pub fn folder(given: Option<&Path>, default: &str) -> Folder {
    match given {
        Some(path) => Folder { path: path.to_owned(), shown: path.display().to_string() },
        None => Folder { path: root().join(default), shown: default.to_owned() },
    }
}

/// Whether a folder is the one of the repository, as far as its name tells.
pub fn is_default(path: &Path, default: &str) -> bool {
    let Ok(absolute) = std::path::absolute(path) else { return false };
    plain(&absolute) == plain(&root().join(default))
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

/// An argument as a shell takes it.
pub fn quoted(argument: &str) -> String {
    let harmless = |c: char| c.is_alphanumeric() || "-_./,:=@+%".contains(c);
    if !argument.is_empty() && argument.chars().all(harmless) {
        argument.to_owned()
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_folder_is_recognised_however_it_is_written() {
        let root = root();
        for same in ["generated", "generated/", "./generated", "spec/../generated", "generated/rust/.."] {
            assert!(is_default(&root.join(same), "generated"), "{same}");
        }
        for other in ["generated2", "generated/rust", "../generated", "."] {
            assert!(!is_default(&root.join(other), "generated"), "{other}");
        }
    }

    #[test]
    fn arguments_survive_a_shell() {
        assert_eq!(quoted("../out-9.0.0"), "../out-9.0.0");
        assert_eq!(quoted("my out"), "'my out'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
