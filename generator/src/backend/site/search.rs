//! The index that the search of the site looks through: one entry for each thing with a place of its own.

use serde_json::{Value, json};

use super::page::Page;
use super::{pages, slug};
use crate::model::Model;

/// The script that hands over the index. An entry is its kind, what is shown, where that is, what is said beside it, and what
/// else finds it.
#[must_use]
pub fn script(model: &Model, pages: &[Page]) -> String {
    let mut entries: Vec<Value> = Vec::new();
    let mut add = |kind: &str, name: &str, path: String, beside: &str, more: &str| {
        entries.push(json!([kind, name, path, beside, more]));
    };
    for method in &model.methods {
        let wire = method.action.as_ref().map_or_else(
            || format!("content={}", method.content),
            |action| format!("content={} action={action}", method.content),
        );
        let more = format!("{wire} {} {}", method.id, method.also_called.join(" "));
        add("method", &method.title, format!("methods/{}.html", method.id), method.summary.trim(), &more);
    }
    for method in &model.methods {
        for one in &method.parameters {
            let path = format!("methods/{}.html#p-{}", method.id, slug(&one.name));
            add("parameter", &one.name, path, &method.title, "");
        }
    }
    for shape in &model.shapes {
        for one in &shape.columns {
            let path = format!("shapes/{}.html#c-{}", shape.id, slug(&one.name));
            add("column", &one.name, path, &pages::title(&shape.id), "");
        }
    }
    for callback in &model.callbacks {
        for one in &callback.fields {
            add("field", &one.name, format!("trigger.html#f-{}", slug(&one.name)), &callback.title, "");
        }
    }
    let errors = pages::distinct_errors(model);
    for (at, (case, methods)) in errors.iter().enumerate() {
        let beside = match methods.as_slice() {
            [only] => model.method(only).map_or("", |method| method.title.as_str()),
            _ => "several methods",
        };
        let anchor = pages::error_anchor(&errors, at);
        add("error", &case.message, format!("errors.html#e-{anchor}"), beside, &case.status.to_string());
    }
    for status in &model.api.statuses {
        let path = format!("errors.html#status-{}", status.code);
        add("status", &format!("{} {}", status.code, status.title), path, status.meaning.trim(), "");
    }
    for page in pages.iter().filter(|page| !page.path.starts_with("methods/")) {
        let kind = match page.path.split_once('/') {
            Some((folder, _)) => folder.trim_end_matches('s'),
            None => "page",
        };
        add(kind, &page.title, format!("{}.html", page.path), &page.description, "");
    }
    let lines: Vec<String> = entries.iter().map(ToString::to_string).collect();
    format!("site.index([\n{}\n]);\n", lines.join(",\n"))
}
