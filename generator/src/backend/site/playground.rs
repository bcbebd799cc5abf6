//! The playground: a page that composes calls, and sends them when it is told to.

mod data;

use minijinja::Value;

use super::page::{Frame, Page};
use crate::backend::BackendError;
use crate::backend::samples::Samples;
use crate::output::{Comment, FileSet};

/// Folder of the page's own files, in the templates as in the site.
const FOLDER: &str = "site/playground/";
/// Folder of what others made.
const VENDOR: &str = "site/vendor/";
/// Scripts of the page, in order.
const SCRIPTS: [&str; 15] = [
    "api",
    "code",
    "dom",
    "engine",
    "model",
    "xml",
    "payload",
    "rust",
    "program",
    "highlight",
    "form",
    "link",
    "send",
    "answer",
    "page",
];
/// Stands where the sandbox, which serves the site too, tells its address and demo tokens.
const NO_SANDBOX: &str =
    "// The sandbox answers this path with its address and its demo tokens. This is no sandbox.";

/// The page, for lists.
#[must_use]
pub fn page() -> Page {
    Page::new(
        "playground",
        "Playground",
        "Compose any call of the REDCap API, copy it as code in any language, and send it.",
    )
}

/// Adds the page and what it loads.
///
/// # Errors
/// When a template does not render.
pub fn add(frame: &Frame<'_>, files: &mut FileSet) -> Result<(), BackendError> {
    let samples = Samples::new(frame.input)?;
    frame.add(
        files,
        &page(),
        "playground/playground.html.jinja",
        [("scripts", Value::from(SCRIPTS.to_vec()))],
    )?;
    let comment = Comment::block("/*", "*/");
    let mut script = |path: &str, sources: &[&str], text: String| {
        let sources: Vec<String> = sources.iter().map(|&source| source.to_owned()).collect();
        files.add_with_comment(path, &sources, &comment, text)
    };
    script("site/playground/api.js", &["spec"], data::script("api", &data::api(frame.input, &samples))?)?;
    let code = data::script("code", &data::code(frame.input, &samples))?;
    script("site/playground/code.js", &["spec", "templates/examples"], code)?;
    for file in frame.input.templates {
        if file.path.starts_with(FOLDER) && !file.path.ends_with(".jinja") {
            script(&file.path, &[&format!("templates/{}", file.path)], file.text.clone())?;
        }
    }
    for file in frame.input.templates.iter().filter(|file| file.path.starts_with(VENDOR)) {
        files.add_plain(&file.path, file.text.clone())?;
    }
    files.add_plain("site/sandbox.js", NO_SANDBOX.to_owned())?;
    files.add_plain("site/playground.md", frame.render("playground/playground.md.jinja", [])?)?;
    Ok(())
}
