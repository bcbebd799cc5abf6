//! What is made for a version holds nothing newer, whatever the backend.
//!
//! That crates for old versions compile is shown by `generated_crate.rs`.

mod support;

use std::collections::BTreeSet;

use redcap_generator::backend;
use redcap_generator::model::{Model, Version};
use redcap_generator::view::{Selection, View};
use support::{emit_view, real_model, version};

/// Ids of methods and names of parameters that exist, but not yet in a version, and that mean nothing else there.
fn newer(model: &Model, version: Version) -> BTreeSet<String> {
    let old = View::new(model, Selection::At(version)).model;
    let names = |model: &Model| -> BTreeSet<String> {
        let ids = model.methods.iter().map(|method| method.id.clone());
        let parameters = model.methods.iter().flat_map(|method| &method.parameters);
        ids.chain(parameters.map(|one| one.name.clone())).collect()
    };
    let columns = old.shapes.iter().flat_map(|shape| &shape.columns).map(|column| column.name.clone());
    let contents = old.methods.iter().map(|method| method.content.clone());
    let rights = model.rights.iter().map(|right| right.id.clone());
    let others: BTreeSet<String> = columns.chain(contents).chain(rights).chain(names(&old)).collect();
    // A single word, such as `users`, is a word of other things, too.
    let telling = |name: &&String| name.bytes().any(|byte| byte == b'_' || byte.is_ascii_uppercase());
    names(model).difference(&others).filter(telling).cloned().collect()
}

/// The half of the client that knows no method is the same for every version.
fn is_by_hand(path: &str) -> bool {
    ["rust/src/runtime/", "rust/src/helpers/", "rust/tests/", "rust/docs/"]
        .iter()
        .any(|part| path.starts_with(part))
}

/// Where a name stands as a name: between quotes or backticks, or as an identifier with a call.
fn names_in(text: &str, name: &str) -> bool {
    let quoted = ['"', '\''].iter().any(|quote| text.contains(&format!("{quote}{name}{quote}")));
    quoted || text.contains(&format!("fn {name}(")) || text.contains(&format!("&{name}="))
}

#[test]
fn nothing_newer_is_made_for_a_version() {
    let model = real_model();
    for release in ["5.8.2", "9.0.0", "14.5.0"] {
        let version = version(release);
        let newer = newer(&model, version);
        assert!(newer.len() > 5, "{release}: {newer:?}");
        let view = View::new(&model, Selection::At(version));
        let files = emit_view(&backend::all(), &model, &view);
        let mut wrong = Vec::new();
        for (path, text) in &files {
            // The format of the spec knows no versions.
            if path.starts_with("schema/") || is_by_hand(path) {
                continue;
            }
            for name in &newer {
                let in_path = path.split(['/', '.']).any(|part| part == name);
                if in_path || names_in(text, name) {
                    wrong.push(format!("{path}: {name}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{release}:\n{}", wrong.join("\n"));
        for made in ["rust/src/lib.rs", "openapi/", "postman/", "examples/python/", "surface/"] {
            assert!(files.iter().any(|(path, _)| path.starts_with(made)), "{release}: no {made}");
        }
    }
}
