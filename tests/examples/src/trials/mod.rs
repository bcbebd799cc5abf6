//! The trials of all languages.

mod checked;
mod failures;
mod literals;
mod methods;
mod workflows;

use std::path::Path;
use std::sync::Arc;

use libtest_mimic::{Completion, Failed, Trial};
use redcap_generator::backend::samples::Language;
use redcap_generator::model::Method;

use crate::generated::GENERATED;
use crate::matrix::{Matrix, Outcome};
use crate::process;
use crate::vector::Vector;
use crate::workshop::Workshop;

/// What a trial found: nothing, or everything that is wrong.
type Verdict = Result<(), String>;

/// All trials. They work below a folder, and the matrix hears of each.
pub fn all(folder: &Path, matrix: &Arc<Matrix>) -> Vec<Trial> {
    GENERATED.languages.iter().flat_map(|language| of_language(language, folder, matrix)).collect()
}

fn of_language(language: &Arc<Language>, folder: &Path, matrix: &Arc<Matrix>) -> Vec<Trial> {
    let list = List {
        shop: Arc::new(Workshop::new(Arc::clone(language), folder)),
        missing: process::missing(&language.test.tools),
        matrix: Arc::clone(matrix),
        trials: Vec::new(),
    };
    list.fill()
}

/// The trials of a language while they are collected.
struct List {
    shop: Arc<Workshop>,
    missing: Vec<String>,
    matrix: Arc<Matrix>,
    trials: Vec<Trial>,
}

impl List {
    fn fill(mut self) -> Vec<Trial> {
        let shop = Arc::clone(&self.shop);
        for method in GENERATED.methods() {
            if shop.language.is_executed() {
                self.add(&method.group, &method.id, move |shop, name| methods::run(shop, method, name));
            } else {
                self.add_without_tools(&method.group, &method.id, move |shop, _| {
                    checked::method(shop, method)
                });
            }
        }
        if shop.language.is_executed() {
            self.add("ready", "ready", |shop, _| shop.ready());
            for (name, run) in failures::all() {
                self.add("failures", &format!("failures::{name}"), move |shop, name| run(shop, name));
            }
            for (name, run) in workflows::ALL {
                self.add("workflows", &format!("workflows::{name}"), run);
            }
        }
        if shop.language.is_executed() || shop.language.test.echo.is_some() {
            self.add("literals", "literals::listed", literals::listed);
            self.add("literals", "literals::generated", literals::generated);
        }
        if !shop.language.test.lint.is_empty() {
            self.add("lint", "lint", |shop, _| shop.ready().and_then(|()| shop.lint()));
        }
        self.trials
    }

    /// Adds a trial that needs the tools of the language.
    fn add(&mut self, row: &str, name: &str, run: impl FnOnce(&Workshop, &str) -> Verdict + Send + 'static) {
        let missing = self.missing.clone();
        self.push(row, name, missing, run);
    }

    fn add_without_tools(
        &mut self,
        row: &str,
        name: &str,
        run: impl FnOnce(&Workshop, &str) -> Verdict + Send + 'static,
    ) {
        self.push(row, name, Vec::new(), run);
    }

    fn push(
        &mut self,
        row: &str,
        name: &str,
        missing: Vec<String>,
        run: impl FnOnce(&Workshop, &str) -> Verdict + Send + 'static,
    ) {
        let (shop, matrix) = (Arc::clone(&self.shop), Arc::clone(&self.matrix));
        let (row, name) = (row.to_owned(), name.to_owned());
        let title = format!("{}::{name}", shop.language.id);
        self.trials.push(Trial::ignorable_test(title, move || {
            let note = |outcome| matrix.note(&shop.language.id, &row, outcome);
            if !missing.is_empty() {
                let reason = format!("not on the PATH: {}", missing.join(", "));
                // There everything must be, so that nothing goes untested unnoticed.
                if std::env::var_os("CI").is_some() {
                    note(Outcome::Failed);
                    return Err(Failed::from(reason));
                }
                note(Outcome::Ignored);
                return Ok(Completion::ignored_with(reason));
            }
            let verdict = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| run(&shop, &name)));
            let verdict = verdict.unwrap_or_else(|_| Err("the test itself panicked, see above".to_owned()));
            note(if verdict.is_ok() { Outcome::Passed } else { Outcome::Failed });
            verdict.map(|()| Completion::Completed).map_err(Failed::from)
        }));
    }
}

/// The vector of a method.
fn vector(method: &Method) -> Vector {
    Vector::of(method, &GENERATED.view.model.api.token_field)
}

/// An error of all that is wrong; none if nothing is.
fn verdict(wrong: Vec<String>) -> Verdict {
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}
