//! Files as they come and go: names, media types, headers.

use crate::api::{Call, Refusal, Reply};
use crate::project::Document;

/// The uploaded file, ready to be stored.
pub fn uploaded(call: &Call<'_>) -> Result<Document, Refusal> {
    let upload = call.arguments.upload().ok_or_else(|| call.refuse("no_file_uploaded", &[]))?;
    let name = base_name(&upload.name);
    if name.is_empty() {
        return Err(call.refuse("no_file_uploaded", &[]));
    }
    // The server goes by the name, whatever type the client gave.
    let mime = mime_guess::from_path(&name).first_or_octet_stream();
    Ok(Document { mime: mime.to_string(), name, bytes: upload.bytes.to_vec() })
}

/// Answers with a file.
pub fn reply(document: &Document) -> Reply {
    Reply::new(header(document), document.bytes.clone())
}

/// `Content-Type` with the original name. PHP escapes nothing in it, but it ends a header at a line break,
/// so control characters are left out.
fn header(document: &Document) -> String {
    let name: String = document.name.chars().filter(|one| !one.is_control()).collect();
    let mime = document.mime.split(';').next().unwrap_or_default().trim();
    let mime: String = mime.chars().filter(|one| !one.is_control()).collect();
    let charset = if mime.starts_with("text/") { ";charset=UTF-8" } else { "" };
    format!("{mime}; name=\"{name}\"{charset}")
}

/// The name without folders, as PHP keeps it.
fn base_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().trim().to_owned()
}
