//! A Postman collection with its environment, and the same calls as plain text for editors that send HTTP.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Backend, BackendError, Emitted, Input, limit};
use crate::model::{Example, Group, Method, Need, Parameter, Type};
use crate::output::FileSet;
use crate::spec::raw::Token;
use crate::view::{Selection, View};

/// What collections of this format name as their schema.
const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// Emits `postman/`.
#[derive(Debug)]
pub struct Postman;

impl Backend for Postman {
    fn id(&self) -> &'static str {
        "postman"
    }

    fn emit(&self, input: &Input<'_>) -> Result<Emitted, BackendError> {
        let view = View::new(input.model, Selection::At(input.view.newest));
        let folder = limit(input.view).map_or("postman".to_owned(), |version| format!("postman/{version}"));
        let mut files = FileSet::new(self.id());
        files.add_plain(&format!("{folder}/collection.json"), pretty(&collection(&view)))?;
        files.add_plain(&format!("{folder}/environment.json"), pretty(&environment(&view)))?;
        files.add_plain(&format!("{folder}/redcap.http"), plain(&view))?;
        let mut uploads = BTreeSet::new();
        for method in &view.model.methods {
            let Some((_, name, content)) = upload(method) else { continue };
            if uploads.insert(name) {
                files.add_plain(&format!("{folder}/files/{name}"), content.to_owned())?;
            }
        }
        let methods = input.view.model.methods.iter().map(|method| method.id.clone()).collect();
        Ok(Emitted { files, methods: Some(methods) })
    }
}

fn pretty(document: &Value) -> String {
    serde_json::to_string_pretty(document).expect("texts, lists and maps by text are always JSON")
}

/// The example of a method that a collection sends: the first.
fn example(method: &Method) -> &Example {
    &method.examples[0]
}

/// The parameter for a file, with name and content of the example's.
fn upload(method: &Method) -> Option<(&Parameter, &str, &str)> {
    let parameter = method.parameters.iter().find(|one| one.type_ == Type::File)?;
    Some((parameter, example(method).value(&parameter.name)?, example(method).file_content.as_deref()?))
}

fn collection(view: &View) -> Value {
    let folders = view.model.groups.iter().map(|group| folder(view, group));
    json!({
        "info": {
            "name": format!("{} {}", view.model.api.title, view.newest),
            "description": format!(
                "{}\nChoose an environment with `redcap_url`, the address that ends with `/api/`, and `redcap_token`. Keep the token in its secret value, and never share a collection that holds one.",
                view.model.api.description
            ),
            "schema": SCHEMA,
        },
        "item": folders.collect::<Vec<_>>(),
    })
}

fn folder(view: &View, group: &Group) -> Value {
    let items = view.methods_of(&group.id).map(|method| item(view, method));
    json!({ "name": group.title, "description": group.summary, "item": items.collect::<Vec<_>>() })
}

fn item(view: &View, method: &Method) -> Value {
    let request = request(view, method);
    let answers = method.examples.iter().filter_map(|one| answer(&request, one)).collect::<Vec<_>>();
    json!({
        "name": method.title,
        "event": [{ "listen": "test", "script": { "type": "text/javascript", "exec": [
            format!("pm.test(\"{} succeeds\", () => pm.response.to.have.status({}));", method.title, example(method).status),
        ] } }],
        "request": request,
        "response": answers,
    })
}

fn request(view: &View, method: &Method) -> Value {
    let mut fields = vec![json!({
        "key": view.model.api.token_field,
        "value": format!("{{{{{}}}}}", token_variable(method)),
        "description": "Opens the project. A secret.",
        "type": "text",
    })];
    for field in method.form(&example(method).parameters) {
        let doc = field.parameter.map_or("Selects the method.", |one| one.doc.trim());
        fields.push(json!({ "key": field.name, "value": field.value, "description": doc, "type": "text" }));
    }
    if let Some((parameter, name, _)) = upload(method) {
        fields.push(json!({
            "key": parameter.name, "type": "file", "src": format!("files/{name}"), "description": parameter.doc.trim(),
        }));
    }
    let sent =
        |parameter: &&Parameter| example(method).parameters.iter().any(|(name, _)| *name == parameter.name);
    for parameter in method.parameters.iter().filter(|one| !sent(one) && one.type_ != Type::File) {
        let list = matches!(parameter.type_, Type::List(_));
        let key = if list { format!("{}[0]", parameter.name) } else { parameter.name.clone() };
        fields.push(json!({
            "key": key,
            "value": parameter.example.as_deref().unwrap_or_default(),
            "description": parameter.doc.trim(),
            "type": "text",
            // What is not always needed is there to be switched on.
            "disabled": parameter.need != Need::Required,
        }));
    }
    let mode = if upload(method).is_some() { "formdata" } else { "urlencoded" };
    json!({
        "method": "POST",
        "header": [],
        "body": { "mode": mode, mode: fields },
        "url": "{{redcap_url}}",
        "description": description(view, method),
    })
}

fn token_variable(method: &Method) -> &'static str {
    if method.token == Token::Super { "redcap_super_token" } else { "redcap_token" }
}

fn description(view: &View, method: &Method) -> String {
    let rights = method.rights.iter().filter_map(|needed| view.model.right(&needed.right));
    let rights: Vec<&str> = rights.map(|right| right.title.as_str()).collect();
    let needs = if rights.is_empty() { String::new() } else { format!("\nRights: {}.\n", rights.join(", ")) };
    format!("{}\n\n{}{needs}\nIn REDCap {}.", method.summary.trim(), method.description, method.life)
}

fn answer(request: &Value, example: &Example) -> Option<Value> {
    let body = example.body.as_ref()?;
    let json = serde_json::from_str::<Value>(body).is_ok_and(|value| value.is_array() || value.is_object());
    Some(json!({
        "name": example.title,
        "originalRequest": request,
        "code": example.status,
        "_postman_previewlanguage": if json { "json" } else { "text" },
        "body": body,
    }))
}

fn environment(view: &View) -> Value {
    let value = |key: &str, value: &str, kind: &str| json!({ "key": key, "value": value, "type": kind, "enabled": true });
    json!({
        "name": format!("REDCap {}", view.newest),
        "values": [
            value("redcap_url", "https://redcap.example.edu/api/", "default"),
            value("redcap_token", "", "secret"),
            value("redcap_super_token", "", "secret"),
        ],
        "_postman_variable_scope": "environment",
    })
}

/// The calls as the HTTP files that editors send: tokens come from variables of the environment.
fn plain(view: &View) -> String {
    let mut text = format!(
        "# {} {}. Each request can be sent from an editor that knows HTTP files.\n# The token comes from the environment of the editor; never write it in here.\n@redcap_url = {{{{$processEnv REDCAP_API_URL}}}}\n@redcap_token = {{{{$processEnv REDCAP_API_TOKEN}}}}\n@redcap_super_token = {{{{$processEnv REDCAP_SUPER_TOKEN}}}}\n",
        view.model.api.title, view.newest
    );
    for method in &view.model.methods {
        text.push_str(&format!("\n### {}\n# {}\n", method.title, method.summary.trim()));
        let token = format!("{}={{{{{}}}}}", view.model.api.token_field, token_variable(method));
        if let Some((parameter, name, _)) = upload(method) {
            text.push_str("POST {{redcap_url}}\nContent-Type: multipart/form-data; boundary=redcap\n\n");
            let part = |name: &str, value: &str| {
                format!("--redcap\nContent-Disposition: form-data; name=\"{name}\"\n\n{value}\n")
            };
            text.push_str(&part(&view.model.api.token_field, &format!("{{{{{}}}}}", token_variable(method))));
            for field in method.form(&example(method).parameters) {
                text.push_str(&part(&field.name, &field.value));
            }
            text.push_str(&format!(
                "--redcap\nContent-Disposition: form-data; name=\"{}\"; filename=\"{name}\"\n\n< ./files/{name}\n--redcap--\n",
                parameter.name
            ));
            continue;
        }
        text.push_str("POST {{redcap_url}}\nContent-Type: application/x-www-form-urlencoded\n\n");
        text.push_str(&token);
        for field in method.form(&example(method).parameters) {
            let encoded: String = form_urlencoded::byte_serialize(field.value.as_bytes()).collect();
            text.push_str(&format!("\n&{}={encoded}", field.name));
        }
        text.push('\n');
    }
    text
}
