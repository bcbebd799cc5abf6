//! The record, kept in the output folder, of which backend made which file.
//!
//! It is the only source of what may be deleted, so whatever is doubtful in it is ignored.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::disk::MANIFEST;
use super::file_set::{FileSet, is_reserved};
use super::path::OutPath;

const NOTE: &str = "Made by `cargo run generate`: which backend made which file, so that a later run can \
                    remove those that are no longer made. Do not edit.";

/// Paths by backend.
type Paths = BTreeMap<String, BTreeSet<OutPath>>;

/// The content of `manifest.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The files that each backend made.
    pub files: Paths,
    /// What each backend leaves to other tools; needed by a check that runs without that backend.
    pub tolerated: Paths,
}

/// The manifest as it is written.
#[derive(Serialize)]
struct Document<'a> {
    note: &'static str,
    files: &'a Paths,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    tolerated: &'a Paths,
}

impl Manifest {
    /// Reads a manifest and keeps what is sound in it; the rest becomes warnings.
    pub fn read(bytes: &[u8], warnings: &mut Vec<String>) -> Manifest {
        let value = match serde_json::from_slice::<Value>(bytes) {
            Ok(value) => value,
            Err(error) => {
                warn(warnings, &format!("it is not JSON ({error}), so {FORGOTTEN}"));
                return Manifest::default();
            }
        };
        if !value.get("files").is_some_and(Value::is_object) {
            warn(warnings, &format!("it lists no `files`, so {FORGOTTEN}"));
        }
        let mut section = |key| read_section(key, value.get(key), warnings);
        Manifest { files: section("files"), tolerated: section("tolerated") }
    }

    /// The manifest of a file set alone.
    pub fn of(set: &FileSet) -> Manifest {
        let mut manifest = Manifest::default();
        for (path, file) in set.iter() {
            manifest.files.entry(file.backend().to_owned()).or_default().insert(path.clone());
        }
        for (path, backend) in set.tolerated() {
            manifest.tolerated.entry(backend.to_owned()).or_default().insert(path.clone());
        }
        manifest
    }

    /// Adds `files` of a backend, except those that another backend already has.
    pub fn add_files<'a>(&mut self, backend: &str, files: impl Iterator<Item = &'a OutPath>) {
        let free: BTreeSet<OutPath> =
            files.filter(|&file| !self.files.values().any(|taken| taken.contains(file))).cloned().collect();
        if !free.is_empty() {
            self.files.entry(backend.to_owned()).or_default().extend(free);
        }
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let document = Document { note: NOTE, files: &self.files, tolerated: &self.tolerated };
        let text = serde_json::to_string_pretty(&document);
        text.expect("maps from text to lists of text are always JSON") + "\n"
    }
}

const FORGOTTEN: &str = "files that an earlier run made and this one does not are not removed; \
                         `cargo run generate --check` lists them as extra";

fn warn(warnings: &mut Vec<String>, what: &str) {
    warnings.push(format!("{MANIFEST}: {what}"));
}

/// Reads one map from backends to paths.
fn read_section(key: &str, section: Option<&Value>, warnings: &mut Vec<String>) -> Paths {
    let mut paths = Paths::new();
    for (backend, entries) in section.and_then(Value::as_object).into_iter().flatten() {
        let Some(entries) = entries.as_array() else {
            warn(warnings, &format!("`{key}` of {backend:?} is not a list and is ignored"));
            continue;
        };
        let mut sound = BTreeSet::new();
        for entry in entries {
            match entry.as_str().map(OutPath::new) {
                Some(Ok(path)) if is_reserved(&path) => {
                    warn(warnings, &format!("{path} is the writer's own; this entry is ignored"));
                }
                Some(Ok(path)) => {
                    sound.insert(path);
                }
                Some(Err(error)) => warn(warnings, &format!("{error}; this entry is ignored")),
                None => warn(warnings, &format!("the entry {entry} is not a path and is ignored")),
            }
        }
        if !sound.is_empty() {
            paths.insert(backend.clone(), sound);
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Manifest, Vec<String>) {
        let mut warnings = Vec::new();
        let manifest = Manifest::read(text.as_bytes(), &mut warnings);
        (manifest, warnings)
    }

    #[test]
    fn what_is_written_is_read_again_and_sorted() {
        let mut set = FileSet::new("rust");
        for path in ["rust/b", "rust/a", "c"] {
            set.add_plain(path, String::new()).unwrap();
        }
        set.merge(FileSet::new("docs")).unwrap();
        let plain = Manifest::of(&set).text();
        assert!(plain.ends_with("\"files\": {\n    \"rust\": [\n      \"c\",\n      \"rust/a\",\n      \"rust/b\"\n    ]\n  }\n}\n"), "{plain}");
        set.tolerate("rust/target").unwrap();
        let manifest = Manifest::of(&set);
        assert_eq!(read(&manifest.text()), (manifest, Vec::new()));
    }

    #[test]
    fn whatever_is_doubtful_is_ignored_with_a_warning() {
        for text in
            ["", "{", "[]", "null", "{}", "{\"files\": []}", "{\"files\": {\"a\": [\"x\"]}} x", "\u{0}"]
        {
            let (manifest, warnings) = read(text);
            assert_eq!((manifest, warnings.len()), (Manifest::default(), 1), "{text:?}");
            assert!(warnings[0].starts_with("manifest.json: "), "{warnings:?}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(read(&deep).0, Manifest::default());
        let (manifest, warnings) = read(
            r#"{"files": {"a": ["ok", "../x", "/etc/x", 7, "manifest.json", ".tmp/x", "C:/x", "a\\b"], "b": "x"}}"#,
        );
        assert_eq!(manifest.files.len(), 1);
        assert_eq!(manifest.files["a"].iter().map(OutPath::as_str).collect::<Vec<_>>(), ["ok"]);
        assert_eq!(warnings.len(), 8, "{warnings:#?}");
    }
}
