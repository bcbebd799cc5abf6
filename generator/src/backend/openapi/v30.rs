//! The document for tools that know no OpenAPI 3.1.

use serde_json::{Map, Value, json};

/// The document as 3.0.3: what that version does not know is taken out or said in its words.
pub fn converted(mut document: Value) -> Value {
    let Value::Object(root) = &mut document else { return document };
    root.insert("openapi".to_owned(), json!("3.0.3"));
    root.remove("webhooks");
    if let Some(Value::Object(info)) = root.get_mut("info") {
        info.remove("summary");
        info.insert(
            "license".to_owned(),
            json!({ "name": "MIT OR Apache-2.0", "url": "https://spdx.org/licenses/MIT" }),
        );
    }
    walk(&mut document);
    let schemas = document.pointer("/components/schemas").cloned().unwrap_or_default();
    inline_texts(&mut document, &schemas);
    super::schema::keep_used(&mut document);
    document
}

/// Puts texts without a set of values in the place of references to them. A reference beside which something else
/// stands needs `allOf`, and generators take that for an object and send it as JSON.
fn inline_texts(value: &mut Value, schemas: &Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| inline_texts(item, schemas)),
        Value::Object(map) => {
            map.values_mut().for_each(|inner| inline_texts(inner, schemas));
            let target = map.get("allOf").and_then(|all| all.pointer("/0/$ref")).and_then(Value::as_str);
            let named = target.and_then(|target| schemas.get(target.rsplit('/').next()?));
            if named.is_some_and(|named| named["type"] == "string" && named.get("enum").is_none()) {
                map.remove("allOf");
                map.insert("type".to_owned(), json!("string"));
            }
        }
        _ => {}
    }
}

fn walk(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(walk),
        Value::Object(map) => {
            map.values_mut().for_each(walk);
            simplify(map);
        }
        _ => {}
    }
}

/// Code samples would be most of the document, and tools that make code do not read them.
fn simplify(map: &mut Map<String, Value>) {
    for unknown in ["x-codeSamples", "contentMediaType", "contentSchema"] {
        map.remove(unknown);
    }
    // Of a schema; that of a media type is a map.
    if let Some(Value::Array(examples)) = map.get("examples") {
        let first = examples.first().cloned();
        map.remove("examples");
        map.extend(first.map(|first| ("example".to_owned(), first)));
    }
    if let Some(Value::Array(choice)) = map.remove("anyOf") {
        map.extend(widened(&choice));
    }
    if let Some(Value::Array(values)) = map.get("enum") {
        let wordless =
            |value: &Value| value.as_str().is_some_and(|text| !text.chars().any(char::is_alphanumeric));
        // A set of bare punctuation has no names for values, on which generators fail.
        if values.iter().any(wordless) {
            map.remove("enum");
        }
    }
}

/// One schema in the place of several, that all values of theirs fit: generators for typed languages make no code that
/// compiles of a choice with a list in it, and of any other a type that has to be unpacked.
fn widened(choice: &[Value]) -> Map<String, Value> {
    let rows = json!({ "type": "array", "items": super::schema::reference(super::schema::RECORD) });
    match rows {
        Value::Object(rows) if choice.contains(&Value::Object(rows.clone())) => rows,
        _ => Map::new(),
    }
}
