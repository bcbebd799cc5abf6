//! The playground writes code in a browser. Here its scripts run in Node.js, on far more than the examples of the spec, and must
//! write what the generator writes.

// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use redcap_generator::backend::samples::Samples;
use redcap_generator::backend::{Backend, Input, site::Site};
use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::model::{Example, ExampleValue, Method, Model, Role, Type};
use redcap_generator::spec::load::read_folder;
use redcap_generator::view::{Selection, View};
use serde_json::{Value, json};
use support::{real_model, repository};

/// What no language may take for anything but text.
const HARD: [&str; 4] = [
    "it's \"50 %\" of $x, `y` & \\z \\n <b>{{ a }} {% b %} #{c} ${d} </script> -- /* e */ //",
    "é ü 漢字 🎉 \u{202e}abc\u{200b} \u{feff}x ''' \"\"\" %s %{s} @{u} !v",
    "'",
    "ends with a backslash \\",
];

fn templates() -> Vec<SourceFile> {
    let mut report = Report::default();
    let mut files = read_folder(&repository("templates"), "templates", |_| true, &mut report);
    assert!(report.is_empty(), "{}", report.render(&files, false));
    for file in &mut files {
        file.path = file.path.trim_start_matches("templates/").to_owned();
    }
    files
}

/// Puts another example first. A file that comes back keeps its name: the playground knows that of the first.
fn turned(model: &Model, by: usize) -> Model {
    let mut model = model.clone();
    for method in &mut model.methods {
        let (media, body) = (method.examples[0].media.clone(), method.examples[0].body.clone());
        let count = method.examples.len();
        method.examples.rotate_left(by % count);
        (method.examples[0].media, method.examples[0].body) = (media, body);
    }
    model
}

/// Puts a text wherever the examples have a text that anybody may choose.
fn with_text(model: &Model, hard: &str) -> Model {
    let mut model = model.clone();
    for method in &mut model.methods {
        let types: Vec<(String, Type)> =
            method.parameters.iter().map(|one| (one.name.clone(), one.type_.clone())).collect();
        for (name, value) in method.examples.iter_mut().flat_map(|example| &mut example.parameters) {
            let type_ = types.iter().find(|(other, _)| other == name).map(|(_, type_)| type_);
            harden(value, type_, hard);
        }
    }
    model
}

fn harden(value: &mut ExampleValue, type_: Option<&Type>, hard: &str) {
    match (type_, value) {
        (None | Some(Type::String | Type::Scalar(_)), ExampleValue::One(text)) => hard.clone_into(text),
        (Some(Type::List(of)), ExampleValue::List(items))
            if matches!(**of, Type::String | Type::Scalar(_)) =>
        {
            items.push(hard.to_owned());
        }
        (Some(Type::PayloadRecords), ExampleValue::One(text)) => {
            let Ok(Value::Array(mut rows)) = serde_json::from_str(text) else { return };
            let cells = rows.iter_mut().filter_map(Value::as_object_mut).flat_map(|row| row.values_mut());
            cells.for_each(|cell| *cell = json!(hard));
            *text = Value::Array(rows).to_string();
        }
        _ => {}
    }
}

/// Whether the Rust client can send the example, which talks JSON.
fn in_json(method: &Method, example: &Example) -> bool {
    let asked = |role| method.role(role).and_then(|parameter| example.value(&parameter.name));
    [Role::Format, Role::ReturnFormat]
        .into_iter()
        .all(|role| asked(role).is_none_or(|format| format == "json"))
}

/// The programs of the first examples of a model, each with the values that make it.
fn programs(name: &str, model: &Model, templates: &[SourceFile]) -> Vec<Value> {
    let view = View::new(model, Selection::All);
    let input = Input { model, view: &view, templates };
    let samples = Samples::new(&input).unwrap();
    let mut made = Vec::new();
    for programs in samples.all().unwrap() {
        for (method, text) in samples.view().model.methods.iter().zip(programs.texts) {
            let example = &method.examples[0];
            // The Rust backend shows another example then, and the playground this one.
            if programs.language.id == "rust" && !in_json(method, example) {
                continue;
            }
            made.push(json!({
                "case": name,
                "language": programs.language.id,
                "method": method.id,
                "values": example.parameters,
                "program": text,
            }));
        }
    }
    made
}

/// Writes the site, as far as the playground's scripts need it.
fn write_site(folder: &Path, model: &Model, templates: &[SourceFile]) {
    let view = View::new(model, Selection::All);
    let emitted = Site.emit(&Input { model, view: &view, templates }).unwrap();
    for (path, file) in emitted.files.iter() {
        if path.as_str().starts_with("site/playground/") || path.as_str().starts_with("site/vendor/") {
            let target = folder.join(path.as_str());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, file.bytes()).unwrap();
        }
    }
}

#[test]
fn browsers_write_what_the_generator_writes() {
    if Command::new("node").arg("--version").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "there is no Node.js");
        eprintln!("skipped: there is no Node.js");
        return;
    }
    let (model, templates) = (real_model(), templates());
    let most = model.methods.iter().map(|method| method.examples.len()).max().unwrap();
    assert!(most > 1, "methods have further examples");
    let mut cases = Vec::new();
    for by in 0..most {
        cases.extend(programs(&format!("example {}", by + 1), &turned(&model, by), &templates));
    }
    for hard in HARD {
        cases.extend(programs(hard, &with_text(&model, hard), &templates));
    }
    let folder = tempfile::tempdir().unwrap();
    write_site(folder.path(), &model, &templates);
    let file = folder.path().join("cases.json");
    fs::write(&file, serde_json::to_string(&cases).unwrap()).unwrap();
    let mut node = Command::new("node");
    node.arg(repository("tests/site/cases.cjs")).arg(folder.path().join("site")).arg(&file);
    let ran = node.output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(said.contains(&format!("{} programs are equal", cases.len())), "{said}");
}
