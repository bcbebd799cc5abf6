//! The examples, made in memory from the spec and the templates of the repository.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use redcap_generator::backend::{Backend, Input};
use redcap_generator::backend::{
    examples::Examples,
    samples::{Language, languages},
};
use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::load_spec;
use redcap_generator::model::Method;
use redcap_generator::output::FileSet;
use redcap_generator::spec::load::read_folder;
use redcap_generator::view::{Selection, View};

/// What the generator makes of the repository.
#[derive(Debug)]
pub struct Generated {
    /// The newest version of the API.
    pub view: View,
    /// The languages, in the order of lists.
    pub languages: Vec<Arc<Language>>,
    /// Files below `templates/`.
    pub templates: Vec<SourceFile>,
    files: FileSet,
}

/// Made once.
pub static GENERATED: LazyLock<Generated> =
    LazyLock::new(|| Generated::read(&root()).unwrap_or_else(|problem| panic!("{problem}")));

/// The root of the repository. The variable is set by Cargo also when the test runs, so that a copy of the test can be told
/// another one.
pub fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    own.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into()).join("../..")
}

impl Generated {
    /// Reads spec and templates below a folder and makes the examples.
    ///
    /// # Errors
    /// Everything that is wrong with them, as a text.
    pub fn read(root: &Path) -> Result<Generated, String> {
        let spec = load_spec(&root.join("spec"), "spec");
        let model = spec.outcome.map_err(|report| report.render(&spec.files, false))?;
        let mut report = Report::default();
        let mut templates = read_folder(&root.join("templates"), "templates", |_| true, &mut report);
        if !report.is_empty() {
            return Err(report.render(&templates, false));
        }
        for template in &mut templates {
            template.path = template.path.trim_start_matches("templates/").to_owned();
        }
        let view = View::new(&model, Selection::All);
        let input = Input { model: &model, view: &view, templates: &templates };
        let files = Examples.emit(&input).map_err(|error| error.to_string())?.files;
        let languages = languages(&templates).map_err(|error| error.to_string())?;
        let view = View::new(&model, Selection::At(view.newest));
        Ok(Generated { view, languages, templates, files })
    }

    /// The files of a language, with their paths below its folder.
    pub fn files(&self, language: &Language) -> Vec<(String, Vec<u8>)> {
        let folder = format!("examples/{}/", language.id);
        let own = |path: &str| path.strip_prefix(&folder).map(str::to_owned);
        self.files
            .iter()
            .filter_map(|(path, file)| Some((own(path.as_str())?, file.bytes().to_vec())))
            .collect()
    }

    /// The methods.
    pub fn methods(&self) -> &[Method] {
        &self.view.model.methods
    }
}

/// The path of a method's file below the folder of its language.
pub fn path(language: &Language, method: &Method) -> String {
    format!("{}/{}", method.group, language.file_name(&method.id))
}
