//! `show`: all that the spec knows about one method.

mod page;
mod parts;

use redcap_generator::diagnostics::closest;
use redcap_generator::model::{Method, Model, Type};
use redcap_generator::pipeline::{SPEC, select};
use redcap_generator::view::{Selection, View};
use serde_json::{Value, json};

use super::args::{Format, ShowArgs};
use super::model_in;
use super::places::folder;
use super::reply::Reply;
use super::text::printable;

/// So many methods are named when several are like the one that was asked for.
const MOST_ALIKE: usize = 8;

pub fn run(args: &ShowArgs) -> Result<Reply, Reply> {
    let spec = folder(args.spec.spec.as_deref(), SPEC);
    let model = model_in(&spec)?;
    let view = select(&model, args.version.redcap_version.as_deref())
        .map_err(|error| Reply::failed(&printable(&error.to_string()), &error.help))?;
    let known = find(&model, &args.method).ok_or_else(|| unknown(&model, &args.method))?;
    let method = view.model.method(&known.id).ok_or_else(|| absent(known, &view))?;
    Ok(Reply::fine(match args.format {
        Format::Text => page::page(&view, method, &spec.shown),
        Format::Json => format!("{:#}\n", object(&view, method)),
    }))
}

/// The method with an id or title, however it is written.
fn find<'m>(model: &'m Model, name: &str) -> Option<&'m Method> {
    let name = key(name);
    model.methods.iter().find(|method| names(method).any(|one| key(one) == name))
}

fn names(method: &Method) -> impl Iterator<Item = &str> {
    let others = method.also_called.iter().map(String::as_str);
    [method.id.as_str(), method.title.as_str()].into_iter().chain(others)
}

/// A name without what is easily mistaken: `Export Arms`, `export-arms` and `export_arms` are alike.
fn key(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("_")
}

fn unknown(model: &Model, name: &str) -> Reply {
    let wanted = key(name);
    let keys: Vec<(String, &Method)> =
        model.methods.iter().flat_map(|method| names(method).map(move |one| (key(one), method))).collect();
    let close = closest(&wanted, keys.iter().map(|(key, _)| key.as_str()));
    let close = keys.iter().find(|(key, _)| Some(key.as_str()) == close).map(|(_, method)| method);
    let mut alike: Vec<&str> = keys
        .iter()
        .filter(|(key, _)| !wanted.is_empty() && key.contains(&wanted))
        .map(|(_, one)| one.id.as_str())
        .collect();
    alike.dedup();
    let help = match close {
        Some(method) => format!("did you mean `{}` ({})?", method.id, method.title),
        None if alike.is_empty() => "`cargo run -- list` shows all methods".to_owned(),
        None if alike.len() <= MOST_ALIKE => format!("these are like it: {}", alike.join(", ")),
        None => {
            let more = alike.len() - MOST_ALIKE;
            format!("these are like it: {} and {more} more", alike[..MOST_ALIKE].join(", "))
        }
    };
    Reply::failed(&format!("there is no method `{}`", printable(name)), &help)
}

/// A method that the wanted version does not have.
fn absent(method: &Method, view: &View) -> Reply {
    let version = match view.selection {
        Selection::At(version) => version,
        Selection::All => view.newest,
    };
    Reply::failed(
        &format!("REDCap {version} has no method `{}`", method.id),
        &format!("it exists {}; without --redcap-version it is shown as all versions have it", method.life),
    )
}

/// The method with the shapes and sets of values that it refers to.
fn object(view: &View, method: &Method) -> Value {
    let mut object = json!(method);
    if let Value::Object(map) = &mut object {
        let shapes = view.model.shapes.iter().filter(|shape| shapes_of(method).contains(&shape.id.as_str()));
        let shapes: Vec<_> = shapes.collect();
        let mut sets: Vec<&str> =
            method.parameters.iter().filter_map(|parameter| set_of(&parameter.type_)).collect();
        sets.extend(
            shapes.iter().flat_map(|shape| &shape.columns).filter_map(|column| set_of(&column.type_)),
        );
        let enums: Vec<_> = view.model.enums.iter().filter(|one| sets.contains(&one.id.as_str())).collect();
        map.insert("shapes".to_owned(), json!(shapes));
        map.insert("enums".to_owned(), json!(enums));
    }
    object
}

/// Ids of the shapes that a method takes or returns, each once, in the order in which they come.
fn shapes_of(method: &Method) -> Vec<&str> {
    let taken = method.parameters.iter().filter_map(|parameter| match &parameter.type_ {
        Type::Payload(shape) | Type::PayloadItem(shape) => Some(shape.as_str()),
        _ => None,
    });
    let returned = method.returns.iter().filter_map(|answer| answer.shape.as_deref());
    let mut shapes: Vec<&str> = Vec::new();
    for shape in taken.chain(returned) {
        if !shapes.contains(&shape) {
            shapes.push(shape);
        }
    }
    shapes
}

/// The set of values that a type draws on.
fn set_of(type_: &Type) -> Option<&str> {
    match type_ {
        Type::Enum(id) => Some(id),
        Type::List(of) | Type::Map(of) => set_of(of),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_has_a_page_and_an_object_in_every_version() {
        let Ok(model) = model_in(&folder(None, SPEC)) else { panic!("the spec has a problem: see `lint`") };
        let releases = model.releases.iter().map(|release| Some(release.version.to_string()));
        for version in releases.chain([None]) {
            let view = select(&model, version.as_deref()).unwrap();
            for method in &view.model.methods {
                let page = page::page(&view, method, "facts");
                for part in [
                    &*method.title,
                    &*method.id,
                    "Returns",
                    "Examples",
                    "\n      content=",
                    "\nWritten in facts/",
                ] {
                    assert!(page.contains(part), "{} at {version:?}: no {part:?}", method.id);
                }
                let object = object(&view, method);
                assert!(object["shapes"].is_array() && object["enums"].is_array());
            }
        }
    }
}
