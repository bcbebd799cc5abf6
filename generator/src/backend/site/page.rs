//! A page, and the frame that all pages have in common.

use std::collections::BTreeMap;

use minijinja::{Environment, Value};

use super::{FOLDER, engine, values};
use crate::backend::{BackendError, Input};
use crate::output::FileSet;

/// A page of the site.
#[derive(Debug, Clone)]
pub struct Page {
    /// Path below the site without its ending: `methods/export_arms`.
    pub path: String,
    /// Title.
    pub title: String,
    /// One sentence, for search engines and lists.
    pub description: String,
    /// Id of the group whose methods the menu shows; empty for none.
    pub group: String,
    /// Files that the page is made from, besides its template.
    pub sources: Vec<String>,
}

impl Page {
    /// A page that draws on the spec as a whole.
    #[must_use]
    pub fn new(path: &str, title: &str, description: &str) -> Page {
        let text = str::to_owned;
        Page {
            path: text(path),
            title: text(title),
            description: text(description),
            group: String::new(),
            sources: vec![text("spec")],
        }
    }

    /// From the page to the root of the site: empty, or `../` for each folder.
    #[must_use]
    pub fn root(&self) -> String {
        "../".repeat(self.path.matches('/').count())
    }

    /// What templates see as `page`.
    fn value(&self) -> Value {
        Value::from_pairs([
            ("path", self.path.clone()),
            ("title", self.title.clone()),
            ("description", self.description.clone()),
            ("group", self.group.clone()),
            ("root", self.root()),
            ("file", self.path.rsplit('/').next().unwrap_or_default().to_owned()),
        ])
    }
}

/// What all pages are made with.
pub struct Frame<'i> {
    /// What the backend works from.
    pub input: &'i Input<'i>,
    engine: Environment<'i>,
    site: Value,
}

impl<'i> Frame<'i> {
    /// Reads the templates and collects what every page shows.
    ///
    /// # Errors
    /// When a template does not parse.
    pub fn new(input: &'i Input<'i>) -> Result<Frame<'i>, BackendError> {
        Ok(Frame { input, engine: engine::engine(input.templates)?, site: values::site(input) })
    }

    /// Renders a template, which sees `site` and what it is given.
    ///
    /// # Errors
    /// When it does not render.
    pub fn render(
        &self,
        template: &str,
        values: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Result<String, BackendError> {
        let mut seen: BTreeMap<&str, Value> = values.into_iter().collect();
        seen.insert("site", self.site.clone());
        let rendered =
            self.engine.get_template(template).and_then(|found| found.render(Value::from_pairs(seen)));
        rendered.map_err(|error| engine::failed(template, &error))
    }

    /// Adds a page in HTML. The template sees `site`, `page` and what it is given.
    ///
    /// # Errors
    /// When the template does not render.
    pub fn add(
        &self,
        files: &mut FileSet,
        page: &Page,
        template: &str,
        values: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Result<(), BackendError> {
        let values = values.into_iter().chain([("page", page.value())]);
        let text = self.render(template, values)?;
        let mut sources = page.sources.clone();
        sources.push(format!("templates/{FOLDER}{template}"));
        files.add(&format!("{FOLDER}{}.html", page.path), &sources, text)?;
        Ok(())
    }
}
