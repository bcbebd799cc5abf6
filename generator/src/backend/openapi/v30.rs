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
    super::schema::keep_used(&mut document);
    document
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
    if let Some(Value::Array(values)) = map.get("enum") {
        let wordless =
            |value: &Value| value.as_str().is_some_and(|text| !text.chars().any(char::is_alphanumeric));
        // A set of bare punctuation has no names for values, on which generators fail.
        if values.iter().any(wordless) {
            map.remove("enum");
        }
    }
}
