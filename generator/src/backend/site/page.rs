//! A page, and the frame that all pages have in common.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::Serde;
use minijinja::{Environment, Value};

use super::samples::Shown;
use super::{FOLDER, engine, markdown, values};
use crate::backend::samples::Samples;
use crate::backend::{BackendError, Input};
use crate::output::FileSet;
use crate::parallel;

/// Values that a template sees under a name.
pub type Seen = BTreeMap<&'static str, Value>;

/// Layout of pages that are written in Markdown.
const PROSE: &str = "prose.html.jinja";

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
    /// Path of its templates without their endings: `method` for `method.html.jinja` and `method.md.jinja`. A page without the
    /// former is written in Markdown, one without the latter has no twin.
    pub template: &'static str,
    /// What the templates see besides what all see.
    pub seen: Seen,
}

impl Page {
    /// A page that draws on the spec as a whole, with the template of the same name.
    #[must_use]
    pub fn new(path: &'static str, title: &str, description: &str) -> Page {
        Page {
            path: path.to_owned(),
            title: title.to_owned(),
            description: description.to_owned(),
            group: String::new(),
            sources: vec!["spec".to_owned()],
            template: path,
            seen: Seen::new(),
        }
    }

    /// The page, and a value that its templates see.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Page {
        self.seen.insert(name, value.into());
        self
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
    /// The examples.
    pub shown: Arc<Shown>,
    engine: Environment<'i>,
    common: Seen,
}

impl<'i> Frame<'i> {
    /// Reads the templates and collects what every page can show.
    ///
    /// # Errors
    /// When a template or the examples are not as they must be.
    pub fn new(input: &'i Input<'i>) -> Result<Frame<'i>, BackendError> {
        let samples = Samples::new(input)?;
        let methods: Vec<&str> =
            samples.view().model.methods.iter().map(|method| method.id.as_str()).collect();
        let shown = Arc::new(Shown::new(&samples.all()?, &methods));
        let model = &input.view.model;
        let common = Seen::from([
            ("site", values::site(input, &shown)),
            ("api", Value::from(Serde(model))),
            ("by", values::by_id(model)),
        ]);
        Ok(Frame { input, engine: engine::engine(input, &shown)?, shown, common })
    }

    /// Renders a template, which sees `site`, `api`, `by` and what it is given.
    ///
    /// # Errors
    /// When it does not render.
    pub fn render(&self, template: &str, seen: &Seen) -> Result<String, BackendError> {
        let all: Seen = self.common.iter().chain(seen).map(|(name, value)| (*name, value.clone())).collect();
        let found = self.engine.get_template(template);
        let rendered = found.and_then(|found| found.render(Value::from_pairs(all)));
        rendered.map_err(|error| engine::failed(template, &error))
    }

    /// Adds pages, each with its twin in Markdown. Their templates see `page` too.
    ///
    /// # Errors
    /// When a template does not render.
    pub fn add(&self, files: &mut FileSet, pages: &[Page]) -> Result<(), BackendError> {
        for (page, made) in pages.iter().zip(parallel::map(pages, |page| self.both(page))) {
            for (ending, template, text) in made? {
                let mut sources = page.sources.clone();
                sources.push(format!("templates/{FOLDER}{template}"));
                files.add(&format!("{FOLDER}{}.{ending}", page.path), &sources, text)?;
            }
        }
        Ok(())
    }

    /// A page in HTML and in Markdown, each with the template that it is from.
    fn both(&self, page: &Page) -> Result<Vec<(&'static str, String, String)>, BackendError> {
        let mut seen = page.seen.clone();
        seen.insert("page", page.value());
        let (html, twin) = (format!("{}.html.jinja", page.template), format!("{}.md.jinja", page.template));
        let has = |name: &str| self.engine.get_template(name).is_ok();
        let mut made = Vec::new();
        if has(&twin) {
            made.push(("md", twin.clone(), self.render(&twin, &seen)?));
        }
        seen.insert("twin", Value::from(!made.is_empty()));
        if has(&html) {
            made.push(("html", html.clone(), self.render(&html, &seen)?));
        } else {
            let text = made.first().map(|(_, _, text)| markdown::page(text)).unwrap_or_default();
            seen.insert("text", Value::from_safe_string(text));
            made.push(("html", twin, self.render(PROSE, &seen)?));
        }
        Ok(made)
    }
}
