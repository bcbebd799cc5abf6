//! The reference site: static pages that open from a disk as from any web server.
//!
//! # Invariants
//! - Layout and wording are in `templates/site/`, facts in the spec; here is what pages there are and what they see.
//! - Every page is made once, for all versions: what a version does not have is marked in it, and the browser hides it.
//! - Every page has a twin in Markdown beside it.

mod answers;
mod engine;
mod highlight;
mod markdown;
mod page;
mod pages;
mod playground;
mod samples;
mod search;
mod values;
mod versions;

use minijinja::Value;

use super::{Backend, BackendError, Emitted, Input};
use crate::output::{Comment, FileSet, FileSetError};

use page::{Frame, Page};

/// Folder of the templates, and of the files.
const FOLDER: &str = "site/";
/// Folder of what pages load: copied, or rendered where the name ends with `.jinja`.
const STATIC: &str = "static/";
/// What crawlers look for, beside the pages.
const ROBOTS: &str = "robots.txt";
/// Template of the list of pages for machines that read.
const LIST: &str = "llms.txt.jinja";

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
        let history = versions::History::new(input);
        let mut pages = pages::all(input, &history, &answers::read(input)?);
        frame.add_all(&mut files, &pages)?;
        playground::add(&frame, &mut files)?;
        pages.insert(1, playground::page());
        add_static_files(&frame, &mut files)?;
        for (language, script) in &frame.shown.scripts {
            add_script(&mut files, &format!("programs/{language}"), "templates/examples", script.clone())?;
        }
        add_script(&mut files, "changes", "spec", history.script())?;
        add_script(&mut files, "index", "spec", search::script(&input.view.model, &pages))?;
        files.add_plain(&format!("{FOLDER}llms.txt"), frame.render(LIST, [("pages", listed(&pages))])?)?;
        let methods = input.view.model.methods.iter().map(|method| method.id.clone()).collect();
        Ok(Emitted { files, methods: Some(methods) })
    }
}

fn add_static_files(frame: &Frame<'_>, files: &mut FileSet) -> Result<(), BackendError> {
    for file in frame.input.templates {
        let Some(name) = file.path.strip_prefix(FOLDER) else { continue };
        if !name.starts_with(STATIC) && name != ROBOTS {
            continue;
        }
        let target = name.strip_suffix(".jinja").unwrap_or(name);
        let text = if target == name { file.text.clone() } else { frame.render(name, [])? };
        let path = format!("{FOLDER}{target}");
        if target.ends_with(".js") || target.ends_with(".css") {
            let source = [format!("templates/{}", file.path)];
            files.add_with_comment(&path, &source, &Comment::block("/*", "*/"), text)?;
        } else {
            files.add_plain(&path, text)?;
        }
    }
    Ok(())
}

/// Adds a script that hands over data.
fn add_script(files: &mut FileSet, name: &str, source: &str, text: String) -> Result<(), FileSetError> {
    let path = format!("{FOLDER}{STATIC}{name}.js");
    files.add_with_comment(&path, &[source.to_owned()], &Comment::block("/*", "*/"), text)
}

/// Pages as lists show them.
fn listed(pages: &[Page]) -> Value {
    let listed = pages.iter().map(|page| {
        Value::from_pairs([
            ("path", page.path.clone()),
            ("title", page.title.clone()),
            ("description", page.description.clone()),
            ("folder", page.path.split_once('/').map_or("", |(folder, _)| folder).to_owned()),
        ])
    });
    listed.collect()
}

/// A text as the name of a place in a page: case counts, as it does in names on the wire.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for one in text.chars() {
        if one.is_ascii_alphanumeric() || one == '_' {
            slug.push(one);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}
