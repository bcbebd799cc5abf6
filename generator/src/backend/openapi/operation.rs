//! One operation for each method, and webhooks for what REDCap calls.

use serde_json::{Map, Value, json};

use super::responses;
use super::schema::{self, flat};
use super::scheme_name;
use crate::model::api::TokenKind;
use crate::model::shape::CallbackField;
use crate::model::{Callback, Certainty, Example, Method, Need, Parameter, Type};
use crate::spec::raw::{Effect, Encoding, Token};
use crate::view::View;

const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// The key of a method's path: the address, and behind `#` what selects the method.
#[must_use]
pub fn path(method: &Method) -> String {
    let (content, action, has_payload) = method.selector();
    let action = action.map(|action| format!("&action={action}")).unwrap_or_default();
    let payload = if has_payload && action.is_empty() { "&data" } else { "" };
    format!("/#content={content}{action}{payload}")
}

/// The operation of a method.
pub fn path_item(view: &View, method: &Method) -> Value {
    let group = view.model.groups.iter().find(|group| group.id == method.group);
    let mut operation = Map::new();
    let mut put = |name: &str, value: Value| operation.insert(name.to_owned(), value);
    put("operationId", json!(method.id));
    put("tags", json!([group.map_or(method.group.as_str(), |group| group.title.as_str())]));
    put("summary", json!(method.title));
    put("description", json!(description(view, method)));
    if method.deprecated.is_some() {
        put("deprecated", json!(true));
    }
    put("security", security(method));
    put("x-badges", badges(method));
    put("x-redcap-since", json!(method.life.certainty.words(method.life.since)));
    if let Some(until) = method.life.until {
        put("x-redcap-until", json!(until.to_string()));
    }
    let rights: Vec<&str> = method.rights.iter().map(|needed| needed.right.as_str()).collect();
    put("x-redcap-rights", json!(rights));
    put("x-redcap-effect", json!(method.effect));
    put("x-redcap-idempotent", json!(method.idempotent));
    put("x-redcap-destructive", json!(method.destructive));
    put("requestBody", request_body(view, method));
    put("responses", responses::of(view, method));
    json!({ "post": operation })
}

fn description(view: &View, method: &Method) -> String {
    let mut text = format!("{}\n\n{}", method.summary.trim(), method.description.trim());
    let rights: Vec<String> = method
        .rights
        .iter()
        .filter_map(|needed| view.model.right(&needed.right))
        .map(|right| right.title.clone())
        .collect();
    let mut facts = Vec::new();
    if !rights.is_empty() {
        facts.push(format!("**Rights:** {}.", rights.join(", ")));
    }
    if let Some(note) = &method.rights_note {
        facts.push(flat(note));
    }
    for condition in method.conditions.iter().filter_map(|id| view.model.condition(id)) {
        facts.push(format!("**Only:** {}.", condition.title));
    }
    facts.push(format!("**Effect:** {}.", effect(method)));
    facts.push(format!("**In REDCap** {}.", method.life));
    let calm = if method.idempotent {
        "A second call changes nothing more"
    } else {
        "A second call is not harmless"
    };
    facts.push(format!("**Repeating:** {calm}. {}", flat(&method.idempotent_why)));
    for needed in &method.requires {
        let names =
            |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        facts.push(format!(
            "**With {}** send one of {}: {}",
            names(&needed.when),
            names(&needed.one_of),
            flat(&needed.why)
        ));
    }
    text.push_str("\n\n");
    text.push_str(&facts.join("\n\n"));
    text
}

fn effect(method: &Method) -> &'static str {
    match (method.effect, method.destructive) {
        (Effect::Read, _) => "reads only",
        (Effect::Create, false) => "makes something new",
        (Effect::Create, true) => "makes something new; data can be lost for good",
        (Effect::Update, false) => "changes what is there",
        (Effect::Update, true) => "changes what is there; data can be lost for good",
        (Effect::Delete, false) => "removes",
        (Effect::Delete, true) => "removes for good",
        (Effect::Admin, _) => "changes the caller's own standing, or the project as a whole",
    }
}

/// The empty alternative says that no tool has to send more than the form.
fn security(method: &Method) -> Value {
    let mut all = vec![json!({})];
    all.extend(
        token_ids(method).iter().map(|id| Value::Object(Map::from_iter([(scheme_name(id), json!([]))]))),
    );
    Value::Array(all)
}

/// Words without a space, which fit beside a title in a menu; the description has the sentences.
fn badges(method: &Method) -> Value {
    // What is there in 4.0.0 or earlier is there from 4.0.0 on.
    let about = if method.life.certainty == Certainty::About { "~" } else { "" };
    let since = format!("{about}{}+", method.life.since);
    let mut badges = vec![
        json!({ "name": method.effect, "color": if method.destructive { "#b42318" } else { "#3b5b92" } }),
        json!({ "name": since, "color": "#667085" }),
    ];
    if let Some(until) = method.life.until {
        badges.push(json!({ "name": format!("<{until}"), "color": "#b42318" }));
    }
    Value::Array(badges)
}

fn request_body(view: &View, method: &Method) -> Value {
    let upload = method.parameters.iter().any(|parameter| parameter.type_ == Type::File);
    let media = if upload { MULTIPART } else { URLENCODED };
    let mut properties = Map::new();
    let mut required = vec![view.model.api.token_field.clone(), "content".to_owned()];
    properties.insert(view.model.api.token_field.clone(), token(view, method));
    properties.insert("content".to_owned(), fixed(&method.content, "Selects the resource."));
    if let Some(action) = &method.action {
        properties.insert("action".to_owned(), fixed(action, "Selects what is done with it."));
        required.push("action".to_owned());
    }
    let mut encoding = Map::new();
    for parameter in &method.parameters {
        let name = field_name(parameter);
        if parameter.need == Need::Required {
            required.push(name.clone());
        }
        if is_list(parameter) {
            encoding.insert(name.clone(), json!({ "style": "form", "explode": true }));
        }
        if parameter.type_ == Type::File {
            encoding.insert(name.clone(), json!({ "contentType": "application/octet-stream" }));
        }
        properties.insert(name, property(view, parameter));
    }
    let mut schema = Map::from_iter([
        ("type".to_owned(), json!("object")),
        ("required".to_owned(), json!(required)),
        ("properties".to_owned(), Value::Object(properties)),
    ]);
    if method.open {
        schema.insert("additionalProperties".to_owned(), json!({ "type": "string" }));
    }
    let mut content = Map::from_iter([("schema".to_owned(), Value::Object(schema))]);
    if !encoding.is_empty() {
        content.insert("encoding".to_owned(), Value::Object(encoding));
    }
    let examples: Map<String, Value> = method
        .examples
        .iter()
        .enumerate()
        .map(|(index, example)| {
            let value = example_value(view, method, example);
            (format!("example{}", index + 1), json!({ "summary": example.title, "value": value }))
        })
        .collect();
    content.insert("examples".to_owned(), Value::Object(examples));
    json!({ "required": true, "content": { media: content } })
}

/// Lists go by `name[]`, once for each item, which every server takes. OpenAPI cannot number the items.
fn field_name(parameter: &Parameter) -> String {
    if is_list(parameter) { format!("{}[]", parameter.name) } else { parameter.name.clone() }
}

fn is_list(parameter: &Parameter) -> bool {
    matches!(parameter.type_, Type::List(_)) && parameter.encoding != Encoding::Comma
}

/// The tokens that open a method.
fn tokens<'v>(view: &'v View, method: &Method) -> impl Iterator<Item = &'v TokenKind> {
    let ids = token_ids(method);
    view.model.api.tokens.iter().filter(move |kind| ids.contains(&kind.id.as_str()))
}

fn token_ids(method: &Method) -> &'static [&'static str] {
    match method.token {
        Token::Project => &["project"],
        Token::Super => &["super"],
        Token::Either => &["project", "super"],
    }
}

fn token(view: &View, method: &Method) -> Value {
    let doc = match method.token {
        Token::Super => "Token of a user who may create projects. A secret.",
        Token::Project => "Token of a user in a project. A secret.",
        Token::Either => "Token of a user in a project, or of one who may create projects. A secret.",
    };
    let forms: Vec<String> =
        tokens(view, method).map(|kind| format!("[0-9A-Fa-f]{{{}}}", kind.length)).collect();
    let pattern = match forms.as_slice() {
        [form] => format!("^{form}$"),
        forms => format!("^({})$", forms.join("|")),
    };
    json!({ "type": "string", "format": "password", "pattern": pattern, "description": doc })
}

fn fixed(value: &str, doc: &str) -> Value {
    json!({ "type": "string", "enum": [value], "default": value, "description": doc })
}

fn property(view: &View, parameter: &Parameter) -> Value {
    let mut doc = flat(&parameter.doc);
    if let Some(when) = parameter.when.as_deref().and_then(|id| view.model.condition(id)) {
        doc.push_str(&format!(" Only for {}.", when.title.trim_end_matches(" only")));
    }
    if let Some(absent) = &parameter.absent {
        doc.push_str(&format!(" Left out: {}.", flat(absent).trim_end_matches('.')));
    }
    let described = |mut schema: Map<String, Value>| {
        schema.insert("description".to_owned(), json!(doc));
        // A flag that works by presence has no value that stands for its absence.
        if let Some(default) = parameter.default.as_ref().filter(|_| parameter.encoding != Encoding::Presence)
        {
            schema.insert("default".to_owned(), typed(parameter, default));
        }
        if let Some(example) = parameter.example.as_ref().filter(|_| parameter.type_ != Type::File) {
            let value = typed(parameter, example);
            let value = if is_list(parameter) { json!([value]) } else { value };
            schema.insert("examples".to_owned(), json!([value]));
        }
        if parameter.deprecated.is_some() {
            schema.insert("deprecated".to_owned(), json!(true));
        }
        if let Some(length) = parameter.max_length {
            schema.insert("maxLength".to_owned(), json!(length));
        }
        schema
            .insert("x-redcap-since".to_owned(), json!(parameter.life.certainty.words(parameter.life.since)));
        if parameter.sensitive {
            schema.insert("x-redcap-sensitive".to_owned(), json!(true));
        }
        Value::Object(schema)
    };
    let schema = match (&parameter.type_, parameter.encoding) {
        (Type::Boolean, Encoding::TrueFalse) => json!({ "type": "boolean" }),
        (Type::Boolean, Encoding::ZeroOne) => json!({ "type": "integer", "enum": [0, 1] }),
        (Type::Boolean, encoding) => json!({ "type": "string", "enum": encoding.boolean_values() }),
        (Type::List(_), Encoding::Comma) => json!({ "type": "string" }),
        (Type::Payload(shape), _) => {
            payload(json!({ "type": "array", "items": schema::reference(&schema::import_name(shape)) }))
        }
        (Type::PayloadItem(shape), _) => payload(json!({
            "type": "array", "maxItems": 1, "items": schema::reference(&schema::import_name(shape)),
        })),
        (Type::PayloadRecords, _) => {
            payload(json!({ "type": "array", "items": schema::reference(schema::RECORD) }))
        }
        (type_, _) => schema::of_type(type_),
    };
    match schema {
        // Beside a reference nothing counts in 3.0, so it goes one level down.
        Value::Object(reference) if reference.contains_key("$ref") => {
            described(Map::from_iter([("allOf".to_owned(), json!([reference]))]))
        }
        Value::Object(schema) => described(schema),
        other => other,
    }
}

/// A document in a form field. Its schema is that of JSON, which most calls use.
fn payload(schema: Value) -> Value {
    json!({ "type": "string", "contentMediaType": "application/json", "contentSchema": schema })
}

/// A value as its schema has it: numbers and booleans are no texts.
fn typed(parameter: &Parameter, text: &str) -> Value {
    match (&parameter.type_, parameter.encoding) {
        (Type::Boolean, Encoding::TrueFalse) => json!(matches!(text, "true" | "1")),
        (Type::Integer, _) | (Type::Boolean, Encoding::ZeroOne) => {
            text.parse::<i64>().map_or_else(|_| json!(text), |number| json!(number))
        }
        (Type::List(of), _) if **of == Type::Integer => {
            text.parse::<i64>().map_or_else(|_| json!(text), |number| json!(number))
        }
        _ => json!(text),
    }
}

fn example_value(view: &View, method: &Method, example: &Example) -> Value {
    let mut value = Map::new();
    let length = tokens(view, method).next().map_or(0, |kind| kind.length);
    let token: String = (0..length).map(|_| '0').collect();
    value.insert(view.model.api.token_field.clone(), json!(token));
    value.insert("content".to_owned(), json!(method.content));
    if let Some(action) = &method.action {
        value.insert("action".to_owned(), json!(action));
    }
    for (name, given) in &example.parameters {
        let Some(parameter) = method.parameter(name) else {
            value.insert(name.clone(), serde_json::to_value(given).unwrap_or_default());
            continue;
        };
        let given = match given {
            crate::model::ExampleValue::One(text) if parameter.type_ == Type::File => {
                json!(example.file_content.as_deref().unwrap_or(text))
            }
            crate::model::ExampleValue::One(text) if is_list(parameter) => json!([typed(parameter, text)]),
            crate::model::ExampleValue::One(text) => typed(parameter, text),
            crate::model::ExampleValue::List(items) if is_list(parameter) => {
                items.iter().map(|item| typed(parameter, item)).collect()
            }
            crate::model::ExampleValue::List(items) => json!(items.join(",")),
        };
        value.insert(field_name(parameter), given);
    }
    Value::Object(value)
}

/// The example of a call as an object.
fn form(callback: &Callback) -> Value {
    let fields = form_urlencoded::parse(callback.example.as_bytes()).map(|(name, value)| {
        let integer = callback.fields.iter().any(|field| field.name == name && field.type_ == Type::Integer);
        let number = value.parse::<i64>().ok().filter(|_| integer);
        (name.into_owned(), number.map_or_else(|| Value::from(value.into_owned()), Value::from))
    });
    Value::Object(fields.collect())
}

/// A call that REDCap makes.
pub fn webhook(view: &View, callback: &Callback) -> Value {
    // A name such as `<instrument>_complete` stands for many.
    let (named, patterned): (Vec<_>, Vec<_>) =
        callback.fields.iter().partition(|field| !field.name.starts_with('<'));
    let described = |field: &CallbackField, name: String| {
        let mut doc = flat(&field.doc);
        if let Some(when) = field.when.as_deref().and_then(|id| view.model.condition(id)) {
            doc.push_str(&format!(" When: {}.", when.title));
        }
        (name, json!({ "description": doc, "allOf": [schema::of_type(&field.type_)] }))
    };
    let properties: Map<String, Value> =
        named.into_iter().map(|field| described(field, field.name.clone())).collect();
    let patterns: Map<String, Value> = patterned
        .into_iter()
        .map(|field| {
            let end = field.name.split_once('>').map_or("", |(_, end)| end);
            described(field, format!("^.+{end}$"))
        })
        .collect();
    json!({
        "post": {
            "operationId": callback.id,
            "summary": callback.title,
            "description": format!("{}\n\n{}", callback.summary.trim(), callback.description.trim()),
            "security": [],
            "x-redcap-since": callback.life.certainty.words(callback.life.since),
            "requestBody": {
                "content": {
                    URLENCODED: {
                        "schema": { "type": "object", "properties": properties, "patternProperties": patterns },
                        "examples": { "example1": { "summary": callback.title, "value": form(callback) } },
                    },
                },
            },
            "responses": { "200": { "description": "Received. REDCap does not look at the answer." } },
        },
    })
}
