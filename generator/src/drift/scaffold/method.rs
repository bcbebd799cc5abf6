//! A new method as a file of the spec.

use std::fmt::Write as _;

use super::parameter::{self, Owner, Written};
use super::{Material, quoted};
use crate::drift::difference::NewMethod;
use crate::drift::document::Place;
use crate::drift::page::Stated;

/// The file of a new method.
pub fn file(material: &Material<'_>, new: &NewMethod, id: &str) -> String {
    let nothing = Vec::new();
    let (title, content, action, permissions, place) = match new {
        NewMethod::Described(one) => (
            one.title.as_str(),
            one.content.as_deref(),
            one.action.as_deref(),
            one.permissions.as_str(),
            &one.place,
        ),
        NewMethod::Listed(one) => (one.title.as_str(), None, None, "", &one.place),
        NewMethod::Called(one) => ("", Some(one.content.as_str()), one.action.as_deref(), "", &one.place),
    };
    let stated = match new {
        NewMethod::Described(one) => &one.parameters,
        _ => &nothing,
    };
    let called: Vec<Stated> = match new {
        NewMethod::Called(request) => request
            .fields
            .iter()
            .map(|field| Stated {
                name: field.name.clone(),
                required: None,
                description: Vec::new(),
                place: Place { line: field.line, ..request.place.clone() },
            })
            .collect(),
        _ => Vec::new(),
    };
    let group = group_of(material, title);
    let owner = Owner { id, group: group.as_deref().unwrap_or_default(), is_older: false };
    let written: Vec<Written> =
        stated.iter().chain(&called).map(|stated| parameter::write(material, &owner, stated)).collect();
    let group = group.map_or_else(|| "TODO".to_owned(), |group| format!("{group} # check"));
    let verb = title.split_whitespace().next().unwrap_or_default().to_lowercase();
    let (effect, repeats) = match verb.as_str() {
        "export" | "list" => ("read # check", "true, why: It only reads."),
        "import" => ("update # check", "TODO, why: TODO"),
        "delete" => ("delete # check", "TODO, why: TODO"),
        "create" => ("create # check", "TODO, why: TODO"),
        _ => ("TODO", "TODO, why: TODO"),
    };
    let title = if title.is_empty() { "TODO".to_owned() } else { quoted(title) };
    let content = content.map_or_else(|| "TODO".to_owned(), word);
    let action = action.map_or_else(String::new, |action| format!(", action: {}", word(action)));
    let mut text = format!(
        "# yaml-language-server: $schema=../../generated/schema/spec.schema.json\n\
         # Scaffold from {place}. Complete what is marked TODO, look at what is marked check, then move it\n\
         # into the file of its group.\n\
         group: {group}\n\n\
         methods:\n  - id: {id} # check\n    title: {title}\n    summary: TODO one sentence.\n    \
         description: TODO what it does, in our own words\n    wire: {{ content: {content}{action} }}\n    \
         token: project # check\n",
        place = file_name(&place.file),
    );
    rights(&mut text, material, permissions);
    let _ = write!(
        text,
        "    effect: {effect}\n    idempotent: {{ value: {repeats} }}\n    since: \"{}\"\n",
        material.version
    );
    if !written.is_empty() {
        text.push_str("    parameters:\n");
        written.iter().for_each(|one| text.push_str(&one.entry));
    }
    text.push_str("    returns:\n      - answer: TODO\n        meaning: TODO\n");
    text.push_str("    errors:\n      - { use: no_api_permission } # check\n");
    text.push_str(
        "    examples:\n      - title: TODO\n        parameters: {} # check: what is required, at least\n",
    );
    text.push_str("        response:\n          body: TODO\n");
    let _ = writeln!(text, "    evidence: [{}]", material.source);
    text.push_str("    unsure:\n      - Known from its help page or an example only; no answer and no error of a server was recorded.\n");
    let sets: Vec<&String> = written.iter().filter_map(|one| one.values.as_ref()).collect();
    if !sets.is_empty() {
        text.push_str("\nenums:\n");
        sets.iter().for_each(|set| text.push_str(set));
    }
    text
}

/// The rights that the page names.
fn rights(text: &mut String, material: &Material<'_>, permissions: &str) {
    let named: Vec<&str> = material
        .model
        .rights
        .iter()
        .filter(|right| !right.title.is_empty() && permissions.contains(&right.title))
        .map(|right| right.id.as_str())
        .collect();
    if named.is_empty() {
        text.push_str("    rights:\n      - { right: TODO }\n");
        return;
    }
    text.push_str("    rights: # check\n");
    for right in named {
        let _ = writeln!(text, "      - {{ right: {right} }}");
    }
}

/// The group of the methods beside which the list has it.
fn group_of(material: &Material<'_>, title: &str) -> Option<String> {
    let listed = &material.reading.listed;
    let place = listed.iter().position(|entry| entry.title == title);
    let group = |title: &str| {
        let model = material.model;
        let heads = model.groups.iter().find(|group| group.title == title).map(|group| group.id.clone());
        let holds = || {
            let method =
                model.methods.iter().find(|method| crate::drift::matching::is_title_of(method, title));
            method.map(|method| method.group.clone())
        };
        heads.or_else(holds)
    };
    place.and_then(|place| listed[..place].iter().rev().find_map(|entry| group(&entry.title)))
}

/// A value on the wire as YAML.
fn word(value: &str) -> String {
    let is_word = value.starts_with(char::is_alphabetic) && value.chars().all(char::is_alphanumeric);
    if is_word { value.to_owned() } else { quoted(value) }
}

/// The name of a file, fit for a comment.
fn file_name(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.chars().filter(|character| !character.is_control()).collect()
}
