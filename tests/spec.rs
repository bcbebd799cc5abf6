//! The files of the spec as files, and what must hold for the model whatever the code says.

mod support;

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use redcap_generator::diagnostics::{FileId, Report, SourceFile};
use redcap_generator::model::{Need, Type};
use redcap_generator::spec::raw::Effect;
use redcap_generator::spec::schema::schema;
use redcap_generator::spec::tree::{self, Kind, Node, Reading};
use serde_json::{Map, Value};
use support::{at, real_files, real_model, tiny_files};

/// Longest line that a review tool shows without trouble.
const LONGEST_LINE: usize = 400;

#[test]
fn another_yaml_parser_reads_the_same() {
    for file in real_files().iter().chain(&tiny_files()) {
        let theirs: Value =
            serde_yaml::from_str(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        assert_eq!(value_of(&tree_of(file)), theirs, "{}", file.path);
    }
}

#[test]
fn every_file_names_its_schema_in_the_first_line() {
    let tiny = tiny_files().into_iter().map(|file| (file, "tests/fixtures/tiny"));
    for (file, folder) in real_files().into_iter().map(|file| (file, "spec")).chain(tiny) {
        let line = file.text.lines().next().unwrap_or_default();
        let target = line.strip_prefix("# yaml-language-server: $schema=");
        let target = target.unwrap_or_else(|| panic!("{}: the first line names no schema", file.path));
        let place = Path::new(&file.path.replacen("spec", folder, 1)).parent().unwrap().join(target);
        assert_eq!(without_dots(&place), Path::new("generated/schema/spec.schema.json"), "{}", file.path);
    }
}

#[test]
fn lines_are_not_too_long_to_review() {
    for file in real_files() {
        for (index, line) in file.text.lines().enumerate() {
            let length = line.chars().count();
            assert!(length <= LONGEST_LINE, "{}:{}: {length} characters", file.path, index + 1);
            assert_eq!(line.trim_end(), line, "{}:{}: white space at the end", file.path, index + 1);
        }
        assert!(
            file.text.ends_with('\n') && !file.text.ends_with("\n\n"),
            "{}: ends without one line break",
            file.path
        );
    }
}

#[test]
fn nothing_in_the_spec_looks_like_a_real_token() {
    for file in real_files() {
        let hex = |found: char| found.is_ascii_digit() || ('A'..='F').contains(&found);
        for word in file.text.split(|found: char| !found.is_ascii_alphanumeric()) {
            let token = [32, 64].contains(&word.len()) && word.chars().all(hex);
            assert!(!token, "{}: {word}", file.path);
        }
    }
}

#[test]
fn the_small_spec_uses_every_key_of_the_format() {
    let schema = schema();
    let mut used = BTreeSet::new();
    for file in tiny_files() {
        collect_keys(&value_of(&tree_of(&file)), &schema, &schema, &mut used);
    }
    let definitions =
        schema["$defs"].as_object().unwrap().iter().map(|(name, definition)| (name.as_str(), definition));
    let keys = definitions.chain([("", &schema)]).flat_map(|(name, definition)| {
        let properties = definition.get("properties").and_then(Value::as_object).into_iter().flatten();
        properties.map(move |(key, _)| (name.to_owned(), key.clone()))
    });
    let unused: Vec<_> = keys.filter(|key| !used.contains(key)).collect();
    assert!(unused.is_empty(), "add to tests/fixtures/tiny: {unused:?}");
}

#[test]
fn every_method_is_documented() {
    let model = real_model();
    let newest = model.newest();
    for method in &model.methods {
        let id = &method.id;
        assert!(!method.evidence.is_empty(), "{id}: no evidence");
        assert!(!method.returns.is_empty(), "{id}: no answer");
        assert!(!method.description.trim().is_empty(), "{id}: no description");
        assert!(!method.errors.is_empty(), "{id}: no error");
        assert_ne!(method.description.trim(), method.summary, "{id}: the description repeats the summary");
        if method.life.contains(newest) {
            let example = method.examples.first().unwrap_or_else(|| panic!("{id}: no example"));
            assert!(example.life.contains(newest), "{id}: the first example does not work in {newest}");
            assert!(example.body.is_some(), "{id}: the first example shows no answer");
        }
        for parameter in &method.parameters {
            assert!(!parameter.doc.trim().is_empty(), "{id}: {} is not documented", parameter.name);
            assert!(!parameter.evidence.is_empty(), "{id}: {} has no evidence", parameter.name);
        }
    }
}

#[test]
fn effects_agree_with_what_they_imply() {
    for method in &real_model().methods {
        let (id, verb) = (&method.id, method.id.split('_').next().unwrap_or_default());
        if method.effect == Effect::Read {
            assert!(method.idempotent && !method.destructive, "{id}: reading changes nothing");
            assert!(method.payload().is_none(), "{id}: reading takes no payload");
            assert!(
                !method.rights.iter().any(|right| right.right == "design"),
                "{id}: reading needs no design right"
            );
        }
        assert_eq!(verb == "delete", method.effect == Effect::Delete, "{id}");
        assert!(method.effect != Effect::Delete || method.destructive, "{id}: deleting loses data");
        assert!(verb != "export" || method.effect == Effect::Read, "{id}: an export reads");
    }
}

#[test]
fn parameters_agree_with_what_they_imply() {
    let model = real_model();
    for method in &model.methods {
        for parameter in &method.parameters {
            let place = format!("{}.{}", method.id, parameter.name);
            assert_ne!(parameter.name, "token", "{place}: the token is no parameter");
            assert!(
                parameter.need != Need::Conditional || parameter.when.is_some(),
                "{place}: conditional without when"
            );
            assert!(
                !parameter.type_.is_payload() || parameter.sensitive,
                "{place}: a payload may hold patient data"
            );
            if let (Type::Enum(id), Some(default)) = (&parameter.type_, &parameter.default) {
                let values = &model.enumeration(id).unwrap().values;
                assert!(
                    values.iter().any(|value| value.value == *default),
                    "{place}: the default {default:?} is no value"
                );
            }
        }
        let payload_at = method.parameters.iter().position(|parameter| parameter.type_.is_payload());
        assert!(
            payload_at.is_none() || method.role(redcap_generator::model::Role::Format).is_some(),
            "{}",
            method.id
        );
    }
}

#[test]
fn methods_can_be_told_apart_in_every_version() {
    let model = real_model();
    for release in &model.releases {
        let view = at(&model, &release.version.to_string());
        let (mut wires, mut titles) = (BTreeSet::new(), BTreeSet::new());
        for method in &view.model.methods {
            let wire = (method.content.clone(), method.action.clone(), method.payload().is_some());
            assert!(wires.insert(wire.clone()), "{}: {wire:?}", release.version);
            for title in method.also_called.iter().chain([&method.title]) {
                assert!(titles.insert(title.clone()), "{}: {title:?}", release.version);
            }
        }
    }
}

#[test]
fn versions_are_listed_oldest_first_and_dated_facts_lie_between() {
    let model = real_model();
    assert!(model.releases.windows(2).all(|pair| pair[0].version < pair[1].version));
    let (oldest, newest) = (model.oldest(), model.newest());
    for method in &model.methods {
        let parameters = method.parameters.iter().map(|parameter| &parameter.life);
        let returns = method.returns.iter().map(|answer| &answer.life);
        for life in parameters.chain(returns) {
            assert!(oldest <= life.since && life.since <= newest, "{}: {life}", method.id);
            assert!(life.within(&method.life), "{}: {life}", method.id);
        }
    }
}

fn tree_of(file: &SourceFile) -> Node {
    let mut report = Report::default();
    let tree = tree::parse(FileId(0), &file.text, &mut report);
    assert!(report.is_empty(), "{}", report.render(std::slice::from_ref(file), false));
    tree.unwrap()
}

/// A tree as plain data, with scalars as our reader takes them.
fn value_of(node: &Node) -> Value {
    match (&node.kind, node.reading()) {
        (Kind::List(items), _) => items.iter().map(value_of).collect(),
        (Kind::Map(entries), _) => {
            let pairs = entries.iter().map(|entry| (entry.name().to_owned(), value_of(&entry.value)));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
        (Kind::Scalar { .. }, Some(Reading::Null)) => Value::Null,
        (Kind::Scalar { .. }, Some(Reading::Boolean(value))) => value.into(),
        (Kind::Scalar { .. }, Some(Reading::Integer(value))) => value.into(),
        (Kind::Scalar { text, .. }, Some(Reading::Float)) => text.parse::<f64>().unwrap().into(),
        (Kind::Scalar { text, .. }, _) => text.as_str().into(),
    }
}

/// Collects the keys that a value uses, each with the name of its definition in the schema.
fn collect_keys(value: &Value, schema: &Value, root: &Value, keys: &mut BTreeSet<(String, String)>) {
    let reference = schema.get("$ref").and_then(Value::as_str).unwrap_or_default();
    let name = reference.trim_start_matches("#/$defs/");
    let schema = if name.is_empty() { schema } else { &root["$defs"][name] };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if let Some(property) = schema.get("properties").and_then(|properties| properties.get(key)) {
                    keys.insert((name.to_owned(), key.clone()));
                    collect_keys(value, property, root, keys);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_keys(item, &schema["items"], root, keys)),
        _ => {}
    }
}

/// Resolves `..` by text alone: the schema need not exist yet.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => assert!(plain.pop(), "{} leaves the repository", path.display()),
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    plain
}
