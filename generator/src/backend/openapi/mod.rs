//! OpenAPI documents: one operation for each method, although REDCap has one address for all.
//!
//! The key of a path holds a fragment, which no client sends: `/#content=arm&action=import`. So each method has an
//! operation of its own, and all of them go to the one address.
//!
//! # Invariants
//! - A document says what one version does. The newest is there in full; of long-term support lines still in use, the
//!   YAML.
//! - YAML is for people, so the code samples, five times as long as all the rest, are in the JSON for tools only.
//! - What OpenAPI cannot say is in `x-redcap-…` fields, never in prose alone.

mod operation;
mod responses;
mod schema;
mod v30;

use serde_json::{Map, Value, json};

use super::samples::{Programs, Samples};
use super::{Backend, BackendError, Emitted, Input, limit};
use crate::output::FileSet;
use crate::view::{Selection, View};

/// Emits `openapi/`.
#[derive(Debug)]
pub struct OpenApi;

impl Backend for OpenApi {
    fn id(&self) -> &'static str {
        "openapi"
    }

    fn emit(&self, input: &Input<'_>) -> Result<Emitted, BackendError> {
        let mut files = FileSet::new(self.id());
        let samples = Samples::new(input)?;
        let newest = samples.view();
        let mut document = document(newest);
        let folder = match limit(input.view) {
            Some(version) => format!("openapi/{version}"),
            None => "openapi/latest".to_owned(),
        };
        files.add(&format!("{folder}/openapi.yaml"), &newest.files(), yaml(&document)?)?;
        show(&mut document, newest, &samples.all()?);
        files.add_plain(&format!("{folder}/openapi.json"), pretty(&document))?;
        files.add_plain(&format!("{folder}/openapi-3.0.json"), pretty(&v30::converted(document)))?;
        if limit(input.view).is_none() {
            files.add_plain("openapi/README.md", input.template("openapi/README.md")?.to_owned())?;
            for release in input.model.releases.iter().filter(|release| release.in_use) {
                let version = release.version;
                let view = View::new(input.model, Selection::At(version));
                let text = yaml(&self::document(&view))?;
                files.add(&format!("openapi/{version}.yaml"), &view.files(), text)?;
            }
        }
        let methods = input.view.model.methods.iter().map(|method| method.id.clone()).collect();
        Ok(Emitted { files, methods: Some(methods) })
    }
}

/// Adds to each operation its example in every language.
fn show(document: &mut Value, view: &View, samples: &[Programs]) {
    for (index, method) in view.model.methods.iter().enumerate() {
        let shown = samples.iter().map(|Programs { language, texts }| {
            json!({ "lang": language.id, "label": language.title, "source": texts[index] })
        });
        let Some(Value::Object(paths)) = document.get_mut("paths") else { return };
        let operation = paths.get_mut(&operation::path(method)).and_then(|path| path.get_mut("post"));
        if let Some(Value::Object(operation)) = operation {
            operation.insert("x-codeSamples".to_owned(), shown.collect());
        }
    }
}

fn pretty(document: &Value) -> String {
    let text = serde_json::to_string_pretty(document);
    text.expect("texts, numbers, lists and maps by text are always JSON")
}

fn yaml(document: &Value) -> Result<String, BackendError> {
    serde_yaml::to_string(document)
        .map_err(|error| BackendError::Template { path: "openapi".to_owned(), reason: error.to_string() })
}

/// The document of a view, as OpenAPI 3.1.
fn document(view: &View) -> Value {
    let model = &view.model;
    let mut paths = Map::new();
    for method in &model.methods {
        paths.insert(operation::path(method), operation::path_item(view, method));
    }
    let webhooks: Map<String, Value> =
        model.callbacks.iter().map(|one| (one.id.clone(), operation::webhook(view, one))).collect();
    let mut document = Map::from_iter([
        ("openapi".to_owned(), json!("3.1.0")),
        ("info".to_owned(), info(view)),
        ("externalDocs".to_owned(), json!({ "description": "REDCap", "url": "https://projectredcap.org" })),
        ("servers".to_owned(), servers(view)),
        ("tags".to_owned(), tags(view)),
        ("x-tagGroups".to_owned(), tag_groups(view)),
        ("paths".to_owned(), Value::Object(paths)),
    ]);
    if !webhooks.is_empty() {
        document.insert("webhooks".to_owned(), Value::Object(webhooks));
    }
    document.insert("components".to_owned(), components(view));
    let mut document = Value::Object(document);
    schema::keep_used(&mut document);
    document
}

fn info(view: &View) -> Value {
    let api = &view.model.api;
    let facts: Vec<String> =
        api.transport.iter().map(|fact| format!("- {}", fact.text.trim().replace('\n', "\n  "))).collect();
    let description = format!(
        "{}\nThis document is for REDCap {}. All operations go to one address; the part behind `#` in a path only tells them apart and is never sent.\n\n## Rules of the address\n\n{}\n",
        api.description,
        view.newest,
        facts.join("\n")
    );
    json!({
        "title": api.title,
        "version": view.newest.to_string(),
        "summary": "Data capture for research: records, files, project structure, users and log.",
        "description": description,
        "contact": { "name": "Maintainers of this description" },
        "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
    })
}

fn servers(view: &View) -> Value {
    let path = view.model.api.path.trim_end_matches('/');
    json!([
        {
            "url": format!("https://{{host}}/{path}"),
            "description": "The REDCap of an institution.",
            "variables": {
                "host": {
                    "default": "redcap.example.edu",
                    "description": "Name of the host, with the folder of the installation if it has one: `redcap.example.edu/redcap`.",
                },
            },
        },
        {
            "url": format!("http://127.0.0.1:{{port}}/{path}"),
            "description": "The sandbox of this repository, on the same machine.",
            "variables": { "port": { "default": "8085", "description": "The port that it listens on." } },
        },
    ])
}

fn tags(view: &View) -> Value {
    let groups = view.model.groups.iter();
    groups.map(|group| json!({ "name": group.title, "description": group.summary })).collect()
}

/// Everything is in some group of groups: tools hide the rest.
fn tag_groups(view: &View) -> Value {
    let named = |beyond: bool| {
        let groups = view.model.groups.iter().filter(move |group| group.beyond_help == beyond);
        groups.map(|group| Value::from(group.title.clone())).collect::<Vec<_>>()
    };
    let all = [("Methods of REDCap's help page", named(false)), ("Beyond the help page", named(true))];
    let groups = all.into_iter().filter(|(_, tags)| !tags.is_empty());
    groups.map(|(name, tags)| json!({ "name": name, "tags": tags })).collect()
}

fn components(view: &View) -> Value {
    json!({
        "securitySchemes": security_schemes(view),
        "schemas": schema::components(view),
        "responses": responses::components(view),
    })
}

/// The tokens. OpenAPI knows no key in a form, so the schemes only describe; the form has the field.
fn security_schemes(view: &View) -> Value {
    let field = &view.model.api.token_field;
    let schemes = view.model.api.tokens.iter().map(|token| {
        let note = format!(
            "{}\nIt is sent as the form field `{field}` of each call, never in a header or an address. OpenAPI has no word for that, so this scheme only describes it: the field is in each form, and nothing has to be entered here.",
            token.meaning
        );
        let scheme = json!({ "type": "apiKey", "in": "header", "name": field, "description": note, "x-redcap-in": "form", "x-redcap-length": token.length });
        (scheme_name(&token.id), scheme)
    });
    Value::Object(schemes.collect())
}

/// Name of the scheme of a token.
fn scheme_name(token: &str) -> String {
    format!("{token}Token")
}
