//! The playground: a page that composes calls, and sends them when it is told to.

mod data;

use super::page::{Frame, Page};
use crate::backend::BackendError;
use crate::backend::samples::Samples;
use crate::output::{Comment, FileSet};

/// Folder of the page's own files, in the templates as in the site.
const FOLDER: &str = "site/playground/";
/// Folder of what others made.
const VENDOR: &str = "site/vendor/";

/// Adds the page and what it loads.
///
/// # Errors
/// When a template does not render.
pub fn add(frame: &Frame<'_>, files: &mut FileSet) -> Result<(), BackendError> {
    let samples = Samples::new(frame.input)?;
    let page = Page::new(
        "playground",
        "Playground",
        "Compose any call of the REDCap API, copy it as code, and send it.",
    );
    frame.add(files, &page, "playground/playground.html.jinja", [])?;
    let comment = Comment::block("/*", "*/");
    let mut script =
        |path: &str, sources: &[String], text: String| files.add_with_comment(path, sources, &comment, text);
    let spec = ["spec".to_owned()];
    script("site/playground/api.js", &spec, data::script("api", &data::api(frame.input, &samples))?)?;
    let examples = ["spec".to_owned(), "templates/examples".to_owned()];
    script("site/playground/code.js", &examples, data::script("code", &data::code(frame.input, &samples))?)?;
    for file in frame.input.templates {
        if file.path.starts_with(FOLDER) && !file.path.ends_with(".jinja") {
            script(&file.path, &[format!("templates/{}", file.path)], file.text.clone())?;
        }
    }
    for file in frame.input.templates.iter().filter(|file| file.path.starts_with(VENDOR)) {
        files.add_plain(&file.path, file.text.clone())?;
    }
    Ok(())
}
