//! All examples in one archive, with the same bytes wherever and whenever it is made.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::FOLDER;
use crate::backend::BackendError;
use crate::output::FileSet;

/// The archive. REDCap's own has this name.
const ARCHIVE: &str = "examples/redcap-api-examples.zip";

/// Adds the archive of the files that are there.
///
/// # Errors
/// When it cannot be added.
pub fn add(files: &mut FileSet) -> Result<(), BackendError> {
    let bytes = archive(files).map_err(|error| BackendError::Template {
        path: FOLDER.to_owned(),
        reason: format!("cannot be put into {ARCHIVE}: {error}"),
    })?;
    Ok(files.add_bytes(ARCHIVE, bytes)?)
}

/// What a compressor makes depends on its version, which `Cargo.lock` fixes, and on its implementation, of which
/// `Cargo.toml` allows one.
fn archive(files: &FileSet) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default());
    for (path, file) in files.iter() {
        let name = path.as_str().strip_prefix(FOLDER).unwrap_or(path.as_str());
        let script = file.bytes().starts_with(b"#!");
        let mode = if script { 0o755 } else { 0o644 };
        writer.start_file(format!("redcap-api-examples/{name}"), options.unix_permissions(mode))?;
        writer.write_all(file.bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}
