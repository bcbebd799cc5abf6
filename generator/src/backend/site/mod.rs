//! The reference site: static pages that open from a disk as from any web server.
//!
//! # Invariants
//! - Layout and wording are in `templates/site/`, facts in the spec; here is what pages there are and what they see.
//! - Every page is made once, for all versions: what a version does not have is marked in it, and the browser hides it.
//! - Every page has a twin in Markdown beside it.

mod engine;
mod markdown;
mod page;
mod playground;
mod values;

use super::{Backend, BackendError, Emitted, Input};
use crate::output::{Comment, FileSet};

use page::{Frame, Page};

/// Folder of the templates, and of the files.
const FOLDER: &str = "site/";
/// Folder of what pages load: copied, or rendered where the name ends with `.jinja`.
const STATIC: &str = "static/";

/// Emits `site/`.
#[derive(Debug)]
pub struct Site;

impl Backend for Site {
    fn id(&self) -> &'static str {
        "site"
    }

    fn emit(&self, input: &Input<'_>) -> Result<Emitted, BackendError> {
        let frame = Frame::new(input)?;
        let mut files = FileSet::new(self.id());
        add_static_files(&frame, &mut files)?;
        let start =
            Page::new("index", "REDCap API reference", "Every method of the REDCap API, for every version.");
        frame.add(&mut files, &start, "index.html.jinja", [])?;
        playground::add(&frame, &mut files)?;
        let methods = input.view.model.methods.iter().map(|method| method.id.clone()).collect();
        Ok(Emitted { files, methods: Some(methods) })
    }
}

fn add_static_files(frame: &Frame<'_>, files: &mut FileSet) -> Result<(), BackendError> {
    for file in frame.input.templates {
        let Some(name) = file.path.strip_prefix(FOLDER) else { continue };
        if !name.starts_with(STATIC) {
            continue;
        }
        let target = name.strip_suffix(".jinja").unwrap_or(name);
        let text = if target == name { file.text.clone() } else { frame.render(name, [])? };
        let path = format!("{FOLDER}{target}");
        let source = [format!("templates/{}", file.path)];
        match target.rsplit('.').next() {
            Some("js" | "css") => {
                files.add_with_comment(&path, &source, &Comment::block("/*", "*/"), text)?;
            }
            _ => files.add_plain(&path, text)?,
        }
    }
    Ok(())
}
