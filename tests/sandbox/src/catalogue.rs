//! The spec as the server of one REDCap version sees it: which methods there are, and which of them a
//! request means.

use std::sync::OnceLock;

use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::model::{AnswerFormat, ErrorCase, Method, Model, Shape, Version};
use redcap_generator::pipeline::{VersionError, select};
use redcap_generator::spec::raw::AnswerKind;
use redcap_generator::view::View;

use crate::api::Refusal;

include!(concat!(env!("OUT_DIR"), "/spec.rs"));

/// The whole spec, read once.
pub fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        let file = |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), text: (*text).into() };
        let files: Vec<SourceFile> = FILES.iter().map(file).collect();
        match redcap_generator::model_of(&files, Report::default()) {
            Ok(model) => model,
            // The spec is checked by the tests of the generator before it can get here.
            Err(report) => panic!("the built-in spec is not valid:\n{}", report.render(&files, false)),
        }
    })
}

/// What one REDCap version knows.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// The version.
    pub version: Version,
    view: View,
}

impl Catalogue {
    /// The catalogue of a version; of the newest one for `None`.
    ///
    /// # Errors
    /// When the text is no version, or one that the spec does not cover.
    pub fn at(version: Option<&str>) -> Result<Catalogue, VersionError> {
        let newest = model().newest().to_string();
        let view = select(model(), Some(version.unwrap_or(&newest)))?;
        Ok(Catalogue { version: view.newest, view })
    }

    /// The methods of the version, in the order of the spec.
    pub fn methods(&self) -> &[Method] {
        &self.view.model.methods
    }

    /// The spec of the version.
    pub fn model(&self) -> &Model {
        &self.view.model
    }

    /// True if the version is `version` or newer: for behaviour that changed then.
    pub fn since(&self, version: Version) -> bool {
        self.version >= version
    }

    /// The shape of an item.
    ///
    /// # Panics
    /// If the spec has no such shape: shapes are named in code only.
    pub fn shape(&self, id: &str) -> &Shape {
        let shape = self.view.model.shape(id).or_else(|| model().shape(id));
        shape.unwrap_or_else(|| panic!("the spec has no shape `{id}`"))
    }

    /// How a kind of answer looks in a format.
    pub fn answer(&self, kind: AnswerKind, format: &str) -> Option<&AnswerFormat> {
        let answer = self.view.model.answers.iter().find(|answer| answer.id == kind)?;
        let named = |wanted: &str| answer.formats.iter().find(|one| one.format == wanted);
        named(format).or_else(|| named("any"))
    }

    /// Finds the method that `content`, `action` and the presence of `data` select.
    ///
    /// # Errors
    /// When the version knows no such content or action.
    pub fn method(&self, content: &str, action: Option<&str>, data: bool) -> Result<&Method, Refusal> {
        let candidates: Vec<&Method> = self.methods().iter().filter(|one| one.content == content).collect();
        if candidates.is_empty() {
            return Err(Refusal::not_valid("content"));
        }
        let open = candidates.iter().find(|one| one.open);
        let named = || candidates.iter().find(|one| action.is_some() && one.action.as_deref() == action);
        let importing = || candidates.iter().find(|one| one.payload().is_some());
        let plain = || candidates.iter().find(|one| one.action.is_none() && one.payload().is_none());
        let found = open.or_else(named).or_else(|| match action {
            Some("import") => importing(),
            // Clients send a redundant action, such as `export` for records.
            None | Some("export") if data => importing().or_else(plain),
            None | Some("export") => plain().or_else(|| importing().filter(|one| one.action.is_none())),
            Some(_) => None,
        });
        found.copied().ok_or_else(|| Refusal::not_valid("action"))
    }

    /// A known error by its id, as a method lists it or, failing that, any other method.
    pub fn error(&self, method: Option<&Method>, id: &str) -> Option<&ErrorCase> {
        let own = method.and_then(|method| self.view.model.method(&method.id));
        let all = own.into_iter().chain(self.methods());
        all.flat_map(|method| &method.errors).find(|error| error.id == id)
    }
}
