//! The OpenAPI documents: what readers see of an operation, and that a document tells of one version only.
//!
//! That tools accept them is proved by `tests/openapi/run`.

mod support;

use std::collections::BTreeSet;

use insta::assert_snapshot;
use redcap_generator::backend::openapi::OpenApi;
use redcap_generator::backend::{Backend, Input};
use redcap_generator::diagnostics::Report;
use redcap_generator::model::{Model, Version};
use redcap_generator::spec::load::read_folder;
use redcap_generator::view::{Selection, View};
use serde_json::Value;
use support::{real_model, repository};

/// The 3.1 document of a selection.
fn document(model: &Model, selection: Selection) -> Value {
    let mut report = Report::default();
    let mut templates = read_folder(&repository("templates"), "templates", |_| true, &mut report);
    for file in &mut templates {
        file.path = file.path.replacen("templates/", "", 1);
    }
    let view = View::new(model, selection);
    let emitted = OpenApi.emit(&Input { model, view: &view, templates: &templates }).expect("documents");
    let found = emitted.files.iter().find(|(path, _)| path.as_str().ends_with("/openapi.json"));
    let text = found.and_then(|(_, file)| file.text()).expect("openapi.json");
    serde_json::from_str(text).expect("JSON")
}

fn operations(document: &Value) -> impl Iterator<Item = &Value> {
    document["paths"].as_object().expect("paths").values().map(|path| &path["post"])
}

#[test]
fn an_operation_is_readable() {
    let mut document = document(&real_model(), Selection::All);
    let path = document["paths"]["/#content=record&data"]["post"].as_object_mut().expect("import_records");
    path.remove("x-codeSamples");
    assert_snapshot!("import_records", serde_yaml::to_string(path).expect("YAML"));
    let paths: Vec<&str> = document["paths"].as_object().expect("paths").keys().map(String::as_str).collect();
    assert_snapshot!("paths", paths.join("\n"));
}

#[test]
fn each_method_is_one_operation() {
    let model = real_model();
    let document = document(&model, Selection::All);
    let ids: Vec<&str> = operations(&document).filter_map(|one| one["operationId"].as_str()).collect();
    let methods: Vec<&str> = model.methods.iter().map(|method| method.id.as_str()).collect();
    assert_eq!(ids, methods);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn a_document_of_a_version_has_nothing_newer() {
    let model = real_model();
    let version = Version(9, 0, 0);
    let document = document(&model, Selection::At(version));
    let mut later = 0;
    for operation in operations(&document) {
        let method = model.methods.iter().find(|method| operation["operationId"] == method.id.as_str());
        let method = method.expect("a method of the spec");
        assert!(method.life.since <= version, "{}", method.id);
        let body =
            operation["requestBody"]["content"].as_object().and_then(|content| content.values().next());
        let fields = body.expect("a form")["schema"]["properties"].as_object().expect("fields");
        for parameter in method.parameters.iter().filter(|parameter| parameter.life.since > version) {
            later += 1;
            assert!(!fields.contains_key(&parameter.name), "{}: {}", method.id, parameter.name);
            assert!(
                !fields.contains_key(&format!("{}[]", parameter.name)),
                "{}: {}",
                method.id,
                parameter.name
            );
        }
    }
    assert!(later > 0, "no parameter is newer, so nothing was tested");
}
