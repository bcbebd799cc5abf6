//! The JSON Schema of the spec format, for editors.

use serde_json::{Value, json};

use super::{Backend, BackendError, Emitted, Input};
use crate::output::FileSet;

/// Emits `schema/spec.schema.json`.
#[derive(Debug)]
pub struct Schema;

impl Backend for Schema {
    fn id(&self) -> &'static str {
        "schema"
    }

    fn emit(&self, _: &Input<'_>) -> Result<Emitted, BackendError> {
        let mut files = FileSet::new(self.id());
        let mut schema = crate::spec::schema::schema();
        if let Value::Object(map) = &mut schema {
            map.insert(
                "$comment".to_owned(),
                json!(
                    "Made by `cargo run schema` from the types in generator/src/spec/raw. \
                     Do not edit: change the types and run it again."
                ),
            );
        }
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        files.add_plain("schema/spec.schema.json", text)?;
        Ok(Emitted { files, methods: None })
    }
}
