//! Paths below the output folder that mean the same file on every system.

use std::fmt;

use serde::Serialize;
use thiserror::Error;

/// Longest name of a file or folder, in bytes. Archives and some file systems cut longer ones.
const LONGEST_NAME: usize = 100;

/// Names that Windows keeps for devices, whatever the extension and the case.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// A path below the output folder: relative, with `/` between its parts, spelled in the only possible way,
/// and storable on Linux, macOS and Windows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct OutPath(String);

/// A path that cannot be part of the output.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the output path {path:?} cannot be used: {reason}")]
pub struct PathError {
    /// The path as it was given.
    pub path: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl OutPath {
    /// Checks a path and takes it over unchanged.
    pub fn new(path: &str) -> Result<OutPath, PathError> {
        match objection(path) {
            None => Ok(OutPath(path.to_owned())),
            Some(reason) => Err(PathError { path: path.to_owned(), reason }),
        }
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part of the path.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The text after the last dot of the file name: `rs` of `src/lib.rs`, `gitignore` of `.gitignore`.
    pub fn extension(&self) -> Option<&str> {
        self.file_name().rsplit_once('.').map(|(_, extension)| extension)
    }

    /// The folders that hold this path, outermost first: `a` and `a/b` for `a/b/c`.
    pub fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        folders_of(&self.0)
    }

    /// Whether this is `folder` itself or lies somewhere below it.
    pub fn is_within(&self, folder: &OutPath) -> bool {
        self.0.strip_prefix(&folder.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The folders that hold a `/`-separated path, outermost first.
pub(super) fn folders_of(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

/// The spelling under which a system that ignores case finds a path. Going through upper case first makes
/// letters equal that only some systems tell apart.
pub(super) fn fold_case(path: &str) -> String {
    path.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

/// Why a path cannot be used, if it cannot.
fn objection(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("it is empty");
    }
    if path.contains('\\') {
        return Some("it has a backslash; `/` goes between folders");
    }
    if path.starts_with('/') {
        return Some("it is absolute; it must be relative to the output folder");
    }
    if path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic() {
        return Some("it starts with a drive letter; it must be relative to the output folder");
    }
    path.split('/').find_map(objection_to_name)
}

/// Why one part of a path cannot be used, if it cannot.
fn objection_to_name(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("it has an empty part (`//`, or `/` at the end)");
    }
    if name == "." || name == ".." {
        return Some("it has a `.` or `..` part; only plain names are allowed");
    }
    if name.len() > LONGEST_NAME {
        return Some("one of its names is longer than 100 bytes");
    }
    if name.chars().any(char::is_control) {
        return Some("it has a control character");
    }
    if name.contains(['<', '>', ':', '"', '|', '?', '*']) {
        return Some("it has one of the characters < > : \" | ? *, which Windows cannot store");
    }
    if name.ends_with(['.', ' ']) {
        return Some("one of its names ends with a dot or a space, which Windows drops");
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_uppercase();
    if DEVICES.contains(&stem.as_str()) || is_port(&stem) {
        return Some("one of its names is a device name on Windows");
    }
    None
}

/// Whether an upper-case name is that of a serial or parallel port: `COM1`, `LPT9`, `COM²`.
fn is_port(stem: &str) -> bool {
    let number = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let mut digits = number.unwrap_or_default().chars();
    matches!((digits.next(), digits.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_are_taken_unchanged() {
        for path in [
            "a",
            "rust/src/lib.rs",
            ".gitignore",
            "docs/.well-known/x",
            "a b/c-d_e+f.txt",
            "é/ü.md",
            "console.rs",
            "com10",
            "aux1.md",
            "...x",
            "a..b",
        ] {
            assert_eq!(OutPath::new(path).map(|made| made.to_string()).as_deref(), Ok(path));
        }
        assert!(OutPath::new(&"x".repeat(100)).is_ok());
    }

    #[test]
    fn other_paths_are_refused_with_the_reason() {
        let long = "x".repeat(101);
        for (path, reason) in [
            ("", "empty"),
            ("/", "absolute"),
            ("/etc/passwd", "absolute"),
            ("//server/share", "absolute"),
            ("C:/x", "drive letter"),
            ("c:x", "drive letter"),
            ("a\\b", "backslash"),
            ("\\\\server\\share", "backslash"),
            ("..", "`..`"),
            ("../x", "`..`"),
            ("a/../b", "`..`"),
            ("a/..", "`..`"),
            (".", "`.`"),
            ("./a", "`.`"),
            ("a/./b", "`.`"),
            ("a//b", "empty part"),
            ("a/", "empty part"),
            ("a\0b", "control"),
            ("a\nb", "control"),
            ("a/\u{7f}", "control"),
            ("a\u{85}b", "control"),
            ("a./b", "dot or a space"),
            ("a.", "dot or a space"),
            ("a /b", "dot or a space"),
            ("a/b ", "dot or a space"),
            ("file:stream", "Windows"),
            ("a?b", "Windows"),
            ("con", "device"),
            ("a/NUL.txt", "device"),
            ("Aux.tar.gz", "device"),
            ("prn/x", "device"),
            ("com1", "device"),
            ("LPT9.md", "device"),
            ("com².x", "device"),
            ("nul .txt", "device"),
            (long.as_str(), "100 bytes"),
        ] {
            let error = OutPath::new(path).expect_err(path);
            assert!(error.to_string().contains(reason), "{error} should mention {reason}");
        }
    }

    #[test]
    fn parts_of_a_path() {
        let path = OutPath::new("a/b/c.tar.gz").unwrap();
        assert_eq!(path.folders().collect::<Vec<_>>(), ["a", "a/b"]);
        assert_eq!((path.file_name(), path.extension()), ("c.tar.gz", Some("gz")));
        assert_eq!(OutPath::new(".gitignore").unwrap().extension(), Some("gitignore"));
        assert_eq!(OutPath::new("a.b/LICENSE").unwrap().extension(), None);
        assert!(path.is_within(&OutPath::new("a/b").unwrap()) && path.is_within(&path));
        assert!(!OutPath::new("ab/c").unwrap().is_within(&OutPath::new("a").unwrap()));
    }

    #[test]
    fn case_folding_is_the_careful_kind() {
        assert_eq!(fold_case("Docs/README.md"), fold_case("docs/ReadMe.MD"));
        assert_eq!(fold_case("Straße"), fold_case("STRASSE"));
        assert_eq!(fold_case("ΟΔΟΣ"), fold_case("οδος"));
        assert_ne!(fold_case("a/b"), fold_case("a-b"));
    }
}
