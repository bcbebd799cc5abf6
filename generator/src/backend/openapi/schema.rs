//! Schemas of types, shapes and errors.

use std::collections::BTreeSet;

use heck::ToUpperCamelCase;
use serde_json::{Map, Value, json};

use crate::model::shape::{Column, Enum, ImportNeed, JsonForm, Presence, Shape};
use crate::model::{Model, Type};
use crate::view::View;

/// The schema of REDCap's errors.
pub const ERROR: &str = "Error";
/// The schema of rows of collected data.
pub const RECORD: &str = "Record";

/// A reference to a named schema.
#[must_use]
pub fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// The name of a schema by the id of what it describes.
#[must_use]
pub fn name(id: &str) -> String {
    id.to_upper_camel_case()
}

/// The name of the schema of a shape as an import takes it.
#[must_use]
pub fn import_name(id: &str) -> String {
    format!("{}Import", name(id))
}

/// All named schemas.
pub fn components(view: &View) -> Value {
    let model = &view.model;
    let mut all = Map::new();
    all.insert(ERROR.to_owned(), error());
    if model
        .methods
        .iter()
        .any(|method| method.returns.iter().any(|one| one.answer == crate::spec::raw::AnswerKind::Records))
    {
        all.insert(RECORD.to_owned(), record());
    }
    for one in &model.scalars {
        all.insert(name(&one.id), json!({ "type": "string", "description": one.meaning.trim() }));
    }
    for one in &model.enums {
        all.insert(name(&one.id), enumeration(one));
    }
    for shape in &model.shapes {
        if shape.columns.iter().any(|column| column.export) {
            all.insert(name(&shape.id), exported(model, shape));
        }
        if shape.is_imported() {
            all.insert(import_name(&shape.id), imported(model, shape));
        }
    }
    all.sort_keys();
    Value::Object(all)
}

fn error() -> Value {
    json!({
        "type": "object",
        "description": "An error of REDCap.",
        "required": ["error"],
        "properties": { "error": { "type": "string", "description": "What is wrong, in REDCap's words." } },
    })
}

fn record() -> Value {
    json!({
        "type": "object",
        "description": "One row of collected data. The columns are the project's own fields; all values are texts, but for the number of a repeating instance.",
        "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "integer" }] },
    })
}

fn enumeration(one: &Enum) -> Value {
    let values: Vec<&str> = one.values.iter().map(|value| value.value.as_str()).collect();
    let meanings: Map<String, Value> =
        one.values.iter().map(|value| (value.value.clone(), Value::from(value.meaning.trim()))).collect();
    let list: Vec<String> =
        one.values.iter().map(|value| format!("- `{}`: {}", value.value, flat(&value.meaning))).collect();
    json!({
        "type": "string",
        "description": format!("{}\n\n{}", one.summary.trim(), list.join("\n")),
        "enum": values,
        "x-enumDescriptions": meanings,
    })
}

/// A text on one line.
#[must_use]
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The schema of a value of a type, as a form field holds it.
#[must_use]
pub fn of_type(type_: &Type) -> Value {
    match type_ {
        Type::Integer => json!({ "type": "integer" }),
        Type::Scalar(id) | Type::Enum(id) => reference(&name(id)),
        Type::List(of) => json!({ "type": "array", "items": of_type(of) }),
        Type::Map(of) => json!({ "type": "object", "additionalProperties": of_type(of) }),
        Type::File => json!({ "type": "string", "format": "binary" }),
        Type::Boolean => json!({ "type": "boolean" }),
        _ => json!({ "type": "string" }),
    }
}

fn exported(model: &Model, shape: &Shape) -> Value {
    let columns = || shape.columns.iter().filter(|column| column.export);
    let properties: Map<String, Value> =
        columns().map(|column| (column.name.clone(), described(model, column, in_json(column)))).collect();
    let always = columns().filter(|column| column.presence == Presence::Always);
    let required: Vec<&str> = always.map(|column| column.name.as_str()).collect();
    let mut schema = Map::from_iter([
        ("type".to_owned(), json!("object")),
        ("description".to_owned(), json!(shape.summary.trim())),
    ]);
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema.insert("properties".to_owned(), Value::Object(properties));
    Value::Object(schema)
}

fn imported(model: &Model, shape: &Shape) -> Value {
    let columns = || shape.columns.iter().filter(|column| column.import != ImportNeed::No);
    let properties: Map<String, Value> = columns()
        .map(|column| {
            let any = json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }] });
            let schema = match &column.type_ {
                Type::Integer | Type::Boolean => any,
                Type::Map(_) => json!({ "type": "object", "additionalProperties": any }),
                _ => json!({ "type": "string" }),
            };
            (column.name.clone(), described(model, column, schema))
        })
        .collect();
    let needed = columns().filter(|column| column.import == ImportNeed::Required);
    let required: Vec<&str> = needed.map(|column| column.name.as_str()).collect();
    let mut schema = Map::from_iter([
        ("type".to_owned(), json!("object")),
        ("description".to_owned(), json!(format!("{} As an import takes it.", shape.summary.trim()))),
    ]);
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema.insert("properties".to_owned(), Value::Object(properties));
    Value::Object(schema)
}

/// How a column arrives in JSON. Blank stands for no value whatever the type, so sets of values are told in words.
fn in_json(column: &Column) -> Value {
    match (column.json, column.presence) {
        (JsonForm::Integer, Presence::Always) => json!({ "type": "integer" }),
        (JsonForm::Integer, _) => {
            json!({ "anyOf": [{ "type": "integer" }, { "type": "string", "maxLength": 0 }] })
        }
        (JsonForm::String, _) => json!({ "type": "string" }),
        // PHP writes an empty map as an empty list.
        (JsonForm::Object, _) => json!({ "anyOf": [
            { "type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "integer" }] } },
            { "type": "array", "maxItems": 0, "items": {} },
        ] }),
    }
}

fn described(model: &Model, column: &Column, schema: Value) -> Value {
    let Value::Object(mut schema) = schema else { return schema };
    let mut doc = flat(&column.doc);
    let of = match &column.type_ {
        Type::Enum(id) => model.enumeration(id),
        Type::Map(of) | Type::List(of) => match of.as_ref() {
            Type::Enum(id) => model.enumeration(id),
            _ => None,
        },
        _ => None,
    };
    if let Some(of) = of {
        let values: Vec<String> = of
            .values
            .iter()
            .map(|value| format!("`{}` ({})", value.value, flat(&value.meaning).trim_end_matches('.')))
            .collect();
        doc.push_str(&format!(" Values: {}.", values.join("; ")));
    }
    schema.insert("description".to_owned(), json!(doc));
    if column.sensitive {
        schema.insert("x-redcap-sensitive".to_owned(), json!(true));
    }
    if column.life.since > crate::model::Version(0, 0, 0) {
        schema.insert("x-redcap-since".to_owned(), json!(column.life.certainty.words(column.life.since)));
    }
    Value::Object(schema)
}

/// Takes out the named schemas that nothing refers to, and those that only they referred to.
pub fn keep_used(document: &mut Value) {
    loop {
        let mut used = BTreeSet::new();
        references(document, &mut used);
        let Some(Value::Object(schemas)) = document.pointer_mut("/components/schemas") else { return };
        let before = schemas.len();
        schemas.retain(|name, _| used.contains(name));
        if schemas.len() == before {
            return;
        }
    }
}

fn references(value: &Value, used: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| references(item, used)),
        Value::Object(map) => {
            if let Some(Value::String(target)) = map.get("$ref") {
                used.extend(target.strip_prefix("#/components/schemas/").map(str::to_owned));
            }
            map.values().for_each(|inner| references(inner, used));
        }
        _ => {}
    }
}
