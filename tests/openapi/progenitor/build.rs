//! Makes the client. The document is for the generators that read all of OpenAPI 3.0; progenitor reads less, so what it
//! refuses is taken out here.

use std::path::PathBuf;
use std::{env, fs};

use progenitor::{GenerationSettings, Generator, InterfaceStyle};
use serde_json::{Value, json};

const DOCUMENT: &str = "../../../generated/openapi/latest/openapi-3.0.json";

fn main() {
    println!("cargo::rerun-if-changed={DOCUMENT}");
    let text = fs::read_to_string(DOCUMENT).expect("the document");
    let mut document: Value = serde_json::from_str(&text).expect("JSON");
    let paths = document["paths"].as_object_mut().expect("paths");
    paths.retain(|_, path| prepare(&mut path["post"]["requestBody"]["content"]));

    let mut settings = GenerationSettings::default();
    settings.with_interface(InterfaceStyle::Builder);
    let document = serde_json::from_value(document).expect("OpenAPI 3.0");
    let code = Generator::new(&settings).generate_tokens(&document).expect("a client");
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("a folder for the code"));
    fs::write(folder.join("client.rs"), code.to_string()).expect("the folder can be written");
}

/// Whether progenitor can make a method of this form, and makes it so.
fn prepare(content: &mut Value) -> bool {
    // A form with a file has another media type, which it does not know.
    let Some(form) = content.get_mut("application/x-www-form-urlencoded").and_then(Value::as_object_mut)
    else {
        return false;
    };
    // Only forms with lists have this. It says how a list is sent, which happens to be the default.
    if form.remove("encoding").is_some() {
        let schema = &mut form["schema"];
        // Its clients cannot send a list, but any further text: `records[0]`.
        schema["additionalProperties"] = json!({ "type": "string" });
        let required = schema["required"].as_array_mut().expect("names");
        required.retain(|name| !name.as_str().is_some_and(|name| name.ends_with("[]")));
    }
    true
}
