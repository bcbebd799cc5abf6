//! Reads input folders. Together with the writer, the only code that touches the disk.
//!
//! # Invariants
//! - Files are read in the order of their paths, so nothing depends on the file system.
//! - Symbolic links are refused: a spec must not reach out of its folder.

// This is the room that reads the disk.
#![allow(clippy::disallowed_methods)]

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::diagnostics::{Report, SourceFile};

/// Reads every file below `folder` that `wanted` picks by its path relative to the folder.
///
/// `shown` is put before the relative path in messages and in the result. Problems go into the
/// report: a missing or unreadable folder or file, a symbolic link, text that is not UTF-8.
pub fn read_folder(
    folder: &Path,
    shown: &str,
    wanted: fn(&str) -> bool,
    report: &mut Report,
) -> Vec<SourceFile> {
    let mut files = Vec::new();
    walk(folder, shown, wanted, &mut files, report);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The path of an entry of a folder, as [`read_folder`] writes it.
#[must_use]
pub fn below(folder: &str, name: &str) -> String {
    format!("{}/{name}", folder.trim_end_matches('/'))
}

/// Reads files and folders that somebody put together elsewhere: saved pages, unzipped examples.
///
/// What is no text by its name is passed over, as are the folders with pictures and styles that browsers
/// put beside a page. Characters in another encoding than UTF-8 are replaced: the names that matter
/// are ASCII. Problems go into the report.
pub fn read_sources(sources: &[PathBuf], report: &mut Report) -> Vec<SourceFile> {
    let mut files = Vec::new();
    for source in sources {
        let shown = source.display().to_string();
        let found = if source.is_dir() { texts_below(source) } else { Ok(vec![source.clone()]) };
        let read = found.and_then(|paths| {
            paths
                .into_iter()
                .map(|path| fs::read(&path).map(|bytes| (path, bytes)))
                .collect::<Result<Vec<_>, _>>()
        });
        match read {
            Ok(read) => {
                files.extend(read.into_iter().map(|(path, bytes)| SourceFile {
                    path: path.display().to_string(),
                    text: text_of(&bytes),
                }))
            }
            Err(error) => report.general(
                format!("cannot read `{shown}`: {error}"),
                "check that it exists and may be read, or name another file or folder",
            ),
        }
    }
    files
}

/// The text files below a folder in the order of their paths.
fn texts_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    // Pictures and the like come along with saved pages and with archives.
    const NO_TEXT: [&str; 16] = [
        "css", "gif", "ico", "jpeg", "jpg", "json", "pdf", "png", "svg", "ttf", "woff", "woff2", "zip",
        "docx", "gz", "csv",
    ];
    let mut paths = Vec::new();
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let beside_page = path.is_dir() && (name.ends_with("_files") || name.ends_with("-dateien"));
        let ending = name.rsplit('.').next().unwrap_or_default();
        if name.starts_with('.') || name == "__macosx" || path.is_symlink() || beside_page {
            continue;
        }
        if path.is_dir() {
            paths.extend(texts_below(&path)?);
        } else if !NO_TEXT.contains(&ending) {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// Bytes as text. Windows also saves pages as UTF-16.
fn text_of(bytes: &[u8]) -> String {
    let wide = |swap: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| swap([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn walk(
    folder: &Path,
    shown: &str,
    wanted: fn(&str) -> bool,
    files: &mut Vec<SourceFile>,
    report: &mut Report,
) {
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(entries) => entries,
        Err(error) => {
            report.general(
                format!("cannot read the folder `{shown}`: {error}"),
                "check that it exists and may be read, or name another folder",
            );
            return;
        }
    };
    for entry in entries {
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            report.general(
                format!("a file name in `{shown}` is not UTF-8: {}", name.to_string_lossy()),
                "rename the file",
            );
            continue;
        };
        let path = below(shown, name);
        // `target` is where Cargo leaves what it builds; hidden files belong to editors and systems.
        if name.starts_with('.') || name == "target" {
            continue;
        }
        match entry.file_type() {
            Ok(kind) if kind.is_symlink() => {
                report.general(format!("`{path}` is a symbolic link"), "put the file itself there");
            }
            Ok(kind) if kind.is_dir() => walk(&entry.path(), &path, wanted, files, report),
            Ok(_) if !wanted(name) => {}
            Ok(_) => read_file(&entry.path(), path, files, report),
            Err(error) => report.general(format!("cannot read `{path}`: {error}"), "check its permissions"),
        }
    }
}

fn read_file(location: &Path, path: String, files: &mut Vec<SourceFile>, report: &mut Report) {
    let bytes = match fs::read(location) {
        Ok(bytes) => bytes,
        Err(error) => {
            report.general(format!("cannot read `{path}`: {error}"), "check its permissions");
            return;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => files.push(SourceFile { path, text }),
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = good.iter().filter(|&&byte| byte == b'\n').count() + 1;
            let start = good.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
            let column = String::from_utf8_lossy(&good[start..]).chars().count() + 1;
            report
                .general(format!("{path}:{line}:{column}: the text is not UTF-8"), "save the file as UTF-8");
        }
    }
}
