//! YAML for what a release has and the spec lacks, ready but for the places marked with `TODO`.
//!
//! `lint` refuses a spec in which such a mark is left, so nothing is forgotten. What was taken over from
//! the rest of the spec or follows from a name is marked with `# check`: it is a guess, and it says so.

mod edits;
mod method;
mod parameter;

use super::Reading;
use super::difference::{Drift, NewMethod};
use crate::model::names::ident_of;
use crate::model::{Model, Version};

/// What a scaffold is made from.
struct Material<'m> {
    reading: &'m Reading,
    drift: &'m Drift,
    model: &'m Model,
    version: Version,
    /// Id of the source that the facts have.
    source: String,
}

/// The files of a scaffold: their paths and texts.
#[must_use]
pub fn files(reading: &Reading, drift: &Drift, model: &Model, version: Version) -> Vec<(String, String)> {
    let material = Material { reading, drift, model, version, source: format!("help{version}") };
    let mut files: Vec<(String, String)> = Vec::new();
    for new in &drift.new_methods {
        let id = id_of(new);
        let is_made = files.iter().any(|(path, _)| *path == path_of(&id));
        if !is_made && model.method(&id).is_none() {
            files.push((path_of(&id), method::file(&material, new, &id)));
        }
    }
    files.push(("edits.md".to_owned(), edits::text(&material)));
    files
}

fn path_of(id: &str) -> String {
    format!("methods/{id}.yaml")
}

/// An id for a new method: from its title, or from what selects it.
fn id_of(new: &NewMethod) -> String {
    let name = match new {
        NewMethod::Described(described) if !described.title.is_empty() => described.title.clone(),
        NewMethod::Described(described) => [described.action.as_deref(), described.content.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        NewMethod::Listed(listed) => listed.title.clone(),
        NewMethod::Called(request) => {
            format!("{} {}", request.action.as_deref().unwrap_or_default(), request.content)
        }
    };
    // What is in brackets explains the title.
    let name = name.split('(').next().unwrap_or(&name);
    let words =
        name.split_whitespace().filter(|word| !["a", "an", "the"].contains(&word.to_lowercase().as_str()));
    let id = ident_of(&words.collect::<Vec<_>>().join(" "));
    let id: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(60).collect();
    let id = id.trim_matches('_');
    if id.is_empty() { "new_method".to_owned() } else { id.to_owned() }
}

/// A text as YAML.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
