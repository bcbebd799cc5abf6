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
    /// former is written in Markdown.
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
    pub fn render(
        &self,
        template: &str,
        seen: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Result<String, BackendError> {
        let mut all = self.common.clone();
        all.extend(seen);
        let found = self.engine.get_template(template);
        let rendered = found.and_then(|found| found.render(Value::from_pairs(all)));
        rendered.map_err(|error| engine::failed(template, &error))
    }

    /// Adds a page in HTML alone. The template sees `page` too.
    ///
    /// # Errors
    /// When the template does not render.
    pub fn add(
        &self,
        files: &mut FileSet,
        page: &Page,
        template: &str,
        seen: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Result<(), BackendError> {
        let twin = self.has(&template.replace(".html.", ".md."));
        let own = [("page", page.value()), ("twin", Value::from(twin || template == PROSE))];
        let text = self.render(template, seen.into_iter().chain(own))?;
        let mut sources = page.sources.clone();
        sources.push(format!("templates/{FOLDER}{template}"));
        Ok(files.add(&format!("{FOLDER}{}.html", page.path), &sources, text)?)
    }

    /// Adds pages, each with its twin in Markdown.
    ///
    /// # Errors
    /// When a template does not render.
    pub fn add_all(&self, files: &mut FileSet, pages: &[Page]) -> Result<(), BackendError> {
        let made = parallel::map(pages, |page| {
            let mut files = FileSet::new("site");
            self.add_with_twin(&mut files, page).map(|()| files)
        });
        for made in made {
            files.merge(made?)?;
        }
        Ok(())
    }

    fn add_with_twin(&self, files: &mut FileSet, page: &Page) -> Result<(), BackendError> {
        let (html, twin) = (format!("{}.html.jinja", page.template), format!("{}.md.jinja", page.template));
        let mut seen = page.seen.clone();
        seen.insert("page", page.value());
        let text = self.render(&twin, seen.clone())?;
        if self.has(&html) {
            self.add(files, page, &html, seen)?;
        } else {
            // The Markdown is the page.
            seen.insert("text", Value::from_safe_string(markdown::page(&text)));
            self.add(files, page, PROSE, seen)?;
        }
        let mut sources = page.sources.clone();
        sources.push(format!("templates/{FOLDER}{twin}"));
        Ok(files.add(&format!("{FOLDER}{}.md", page.path), &sources, text)?)
    }

    fn has(&self, template: &str) -> bool {
        self.engine.get_template(template).is_ok()
    }
}
