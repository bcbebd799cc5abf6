//! The JSON Schema of the spec format, derived from the types in [`super::raw`].

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::raw::SpecFile;

/// The schema of a spec file (JSON Schema 2020-12).
///
/// A key that may be left out must not be there without value, so the `null` alternatives that
/// `Option` brings are taken out.
#[must_use]
pub fn schema() -> Value {
    let generated = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<SpecFile>();
    let mut schema = generated.to_value();
    without_null(&mut schema);
    unwrap_lines(&mut schema);
    schema
}

fn without_null(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::Array(types)) = map.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    map.insert("type".to_owned(), only);
                }
            }
            let is_null =
                |alternative: &Value| alternative.get("type").and_then(Value::as_str) == Some("null");
            if let Some(Value::Array(alternatives)) = map.get_mut("anyOf") {
                alternatives.retain(|alternative| !is_null(alternative));
                if let [Value::Object(only)] = alternatives.as_slice() {
                    let only = only.clone();
                    map.remove("anyOf");
                    map.extend(only);
                }
            }
            if map.get("default") == Some(&Value::Null) {
                map.remove("default");
            }
            map.values_mut().for_each(without_null);
        }
        Value::Array(items) => items.iter_mut().for_each(without_null),
        _ => {}
    }
}

/// Doc comments are wrapped at the width of the source; editors wrap by themselves.
fn unwrap_lines(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(description)) = map.get_mut("description") {
                *description = description.replace('\n', " ");
            }
            map.values_mut().for_each(unwrap_lines);
        }
        Value::Array(items) => items.iter_mut().for_each(unwrap_lines),
        _ => {}
    }
}
