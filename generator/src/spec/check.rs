//! Holds a tree against the schema of the spec format, and reports every difference.
//!
//! The schema is derived from the types in [`super::raw`] (see [`super::schema`]), so what an
//! editor underlines and what `lint` reports is the same rule. serde would stop at the first
//! difference; this walks on, because a maintainer wants to see all of them at once.

use serde_json::{Map, Value};

use super::tree::{Entry, Kind, Node, Reading};
use crate::diagnostics::{Report, Span, closest, suggestion};

/// Keys whose text is a version, as [`Checker::node`] names them.
const VERSION_KEYS: [&str; 3] = ["`since`", "`until`", "`version`"];

/// Reports every difference between the tree and the schema.
pub fn check(root: &Node, schema: &Value, report: &mut Report) {
    let definitions = schema.get("$defs").and_then(Value::as_object);
    Checker { definitions, report }.node(root, schema, "the file");
}

struct Checker<'a> {
    definitions: Option<&'a Map<String, Value>>,
    report: &'a mut Report,
}

impl<'a> Checker<'a> {
    fn node(&mut self, node: &Node, schema: &'a Value, name: &str) {
        let schema = self.resolve(schema);
        if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
            self.choice(node, choices, name);
            return;
        }
        if let Some(alternatives) = schema.get("anyOf").and_then(Value::as_array) {
            let wanted = alternatives.iter().find(|alternative| {
                let is_list = self.resolve(alternative).get("type").and_then(Value::as_str) == Some("array");
                is_list == matches!(node.kind, Kind::List(_))
            });
            if let Some(wanted) = wanted {
                self.node(node, wanted, name);
            }
            return;
        }
        let types = type_names(schema);
        if !types.is_empty() && !types.iter().any(|wanted| fits(node, wanted)) {
            self.wrong_type(node, &types, name);
            return;
        }
        match &node.kind {
            Kind::Map(entries) => self.map(node.span, entries, schema, name),
            Kind::List(items) => {
                if let Some(item_schema) = schema.get("items") {
                    let item_name = format!("an entry of {name}");
                    for item in items {
                        self.node(item, item_schema, &item_name);
                    }
                }
            }
            Kind::Scalar { text, .. } if text == "TODO" || text.starts_with("TODO ") => {
                let message = format!("{name} is not completed yet");
                self.report.at(node.span, message, "a scaffold left it open").help("write what is missing");
            }
            Kind::Scalar { .. } => self.range(node, schema, name),
        }
    }

    fn map(&mut self, span: Span, entries: &[Entry], schema: &'a Value, name: &str) {
        let none = Map::new();
        let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
        for required in
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
        {
            if !entries.iter().any(|entry| entry.name() == required) {
                let help = properties
                    .get(required)
                    .and_then(|property| property.get("description"))
                    .and_then(Value::as_str)
                    .map_or_else(|| format!("add `{required}:`"), |doc| format!("add `{required}:` — {doc}"));
                self.report
                    .at(span, format!("the key `{required}` is missing"), format!("in {name}"))
                    .help(help);
            }
        }
        for entry in entries {
            let key = entry.name();
            match schema.get("properties").and_then(|properties| properties.get(key)) {
                Some(property) => self.node(&entry.value, property, &format!("`{key}`")),
                None => match schema.get("additionalProperties") {
                    Some(Value::Bool(false)) => {
                        let known = properties.keys().map(String::as_str);
                        let help = suggestion(key, known);
                        let message = format!("the key `{key}` is not known");
                        self.report.at(entry.key.span, message, format!("in {name}")).help(help);
                    }
                    Some(values) => self.node(&entry.value, values, &format!("`{key}`")),
                    None => {}
                },
            }
        }
    }

    fn choice(&mut self, node: &Node, choices: &[Value], name: &str) {
        let known: Vec<&str> = choices.iter().filter_map(|choice| choice.get("const")?.as_str()).collect();
        match &node.kind {
            Kind::Scalar { text, .. } if known.contains(&text.as_str()) => {}
            Kind::Scalar { text, .. } => {
                let close = closest(text, known.iter().copied());
                let guess = close.map_or_else(String::new, |close| format!("did you mean `{close}`? "));
                let message = format!("`{text}` is not an allowed value of {name}");
                let help = format!("{guess}allowed: {}", known.join(", "));
                self.report.at(node.span, message, "not allowed here").help(help);
            }
            Kind::List(_) | Kind::Map(_) => self.wrong_type(node, &["string"], name),
        }
    }

    fn wrong_type(&mut self, node: &Node, types: &[&str], name: &str) {
        let wanted: Vec<&str> = types.iter().map(|wanted| words(wanted)).collect();
        let wanted = wanted.join(" or ");
        let message = format!("{name} must be {wanted}");
        let reason = format!("this is {}", node.describe());
        let help = match (&node.kind, types) {
            (Kind::Scalar { .. }, ["string", ..]) if node.reading() == Some(Reading::Null) => {
                "write a value, or leave the key out".to_owned()
            }
            // As a number, 9.10 would be 9.1: an older version.
            (Kind::Scalar { .. }, ["string", ..]) if VERSION_KEYS.contains(&name) => {
                "write a version with all three numbers in quotes, like \"9.10.0\"".to_owned()
            }
            (Kind::Scalar { text, .. }, ["string", ..]) => {
                format!("write it in quotes: \"{text}\" (YAML reads the bare word as {})", node.describe())
            }
            (Kind::Scalar { .. }, ["array", ..]) => "write a list: [a, b], or one `- item` a line".to_owned(),
            _ => format!("write {wanted}"),
        };
        self.report.at(node.span, message, reason).help(help);
    }

    fn range(&mut self, node: &Node, schema: &Value, name: &str) {
        let Some(Reading::Integer(number)) = node.reading() else { return };
        let largest = match schema.get("format").and_then(Value::as_str) {
            Some("uint16") => i64::from(u16::MAX),
            Some("uint32") => i64::from(u32::MAX),
            _ => return,
        };
        if !(0..=largest).contains(&number) {
            let message = format!("{name} is out of range");
            let reason = format!("{number} is not between 0 and {largest}");
            self.report.at(node.span, message, reason).help("correct the number");
        }
    }

    fn resolve(&self, schema: &'a Value) -> &'a Value {
        let target = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| reference.strip_prefix("#/$defs/"))
            .and_then(|name| self.definitions?.get(name));
        target.unwrap_or(schema)
    }
}

fn type_names(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn fits(node: &Node, wanted: &str) -> bool {
    match (&node.kind, wanted) {
        (Kind::Map(_), "object") | (Kind::List(_), "array") => true,
        (Kind::Scalar { .. }, "string") => node.reading() == Some(Reading::Text),
        (Kind::Scalar { .. }, "boolean") => matches!(node.reading(), Some(Reading::Boolean(_))),
        (Kind::Scalar { .. }, "integer") => matches!(node.reading(), Some(Reading::Integer(_))),
        (Kind::Scalar { .. }, "number") => {
            matches!(node.reading(), Some(Reading::Integer(_) | Reading::Float))
        }
        _ => false,
    }
}

fn words(wanted: &str) -> &str {
    match wanted {
        "object" => "a mapping",
        "array" => "a list",
        "string" => "text",
        "boolean" => "true or false",
        "integer" => "a whole number",
        "number" => "a number",
        other => other,
    }
}
