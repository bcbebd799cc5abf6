//! A parameter as YAML.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Material, quoted};
use crate::drift::page::Stated;
use crate::drift::values::{self, Values};
use crate::model::{Need, Parameter, Type};
use crate::spec::raw::{Encoding, Role};

/// A parameter, and the set of values that it needs, if any.
pub struct Written {
    /// The entry of the list `parameters`, each line after some blanks.
    pub entry: String,
    /// The entry of the list `enums`.
    pub values: Option<String>,
}

/// The method that gets a parameter.
pub struct Owner<'o> {
    /// Its id.
    pub id: &'o str,
    /// Id of its group, as far as it is known.
    pub group: &'o str,
    /// Whether the method is older than the parameter.
    pub is_older: bool,
}

/// Writes a parameter.
pub fn write(material: &Material<'_>, owner: &Owner<'_>, stated: &Stated) -> Written {
    let told = values::read(&stated.description);
    let mut values = None;
    let mut entry = format!("      - name: {}\n", stated.name);
    if let Some(known) = usual(material, owner.group, stated, &told) {
        take_over(&mut entry, known);
    } else {
        values = own(&mut entry, material, owner.id, stated, &told);
    }
    if owner.is_older {
        let _ = writeln!(entry, "        since: \"{}\"", material.version);
    }
    let _ = writeln!(entry, "        evidence: [{}]", material.source);
    Written { entry, values }
}

/// The parameter of this name as most methods have it, those of the group before others, unless the
/// page tells other values.
fn usual<'m>(material: &Material<'m>, group: &str, stated: &Stated, told: &Values) -> Option<&'m Parameter> {
    let fits = |one: &Parameter| {
        let values = allowed(material, one);
        let same_values = told.listed.is_empty()
            || (values.len() == told.listed.len()
                && told.listed.iter().all(|value| values.contains(&value.as_str())));
        let same_need = (one.need == Need::Optional) == (stated.required == Some(false));
        same_values && same_need && (told.default.is_none() || told.default == one.default)
    };
    let mut counts: BTreeMap<(String, &str), (bool, usize, &Parameter)> = BTreeMap::new();
    for method in &material.model.methods {
        let same = method.parameter(&stated.name).filter(|one| one.life.until.is_none() && !one.undocumented);
        if let Some(one) = same.filter(|one| fits(one)) {
            let count = counts.entry((one.type_.notation(), &one.doc)).or_insert((false, 0, one));
            *count = (count.0 || method.group == group, count.1 + 1, count.2);
        }
    }
    let most = counts.into_values().max_by_key(|(is_near, count, _)| (*is_near, *count));
    most.map(|(_, _, parameter)| parameter)
}

/// The values that a parameter takes today; none where there are too many to list.
fn allowed<'m>(material: &Material<'m>, parameter: &'m Parameter) -> Vec<&'m str> {
    match &parameter.type_ {
        Type::Boolean => parameter.encoding.boolean_values().to_vec(),
        Type::Enum(id) => {
            let sets = material.model.enums.iter().filter(|set| set.id == *id);
            let values = sets.flat_map(|set| &set.values).filter(|value| value.life.until.is_none());
            values.map(|value| value.value.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

fn take_over(entry: &mut String, known: &Parameter) {
    let mut key = |name: &str, value: &str| {
        let _ = writeln!(entry, "        {name}: {value}");
    };
    if known.ident != crate::model::names::ident_of(&known.name) {
        key("ident", &known.ident);
    }
    key("type", &format!("{} # check: as in other methods", known.type_.notation()));
    if let Some(encoding) = unusual(known) {
        key("encoding", encoding);
    }
    if let Some(pattern) = &known.pattern {
        key("pattern", &quoted(pattern));
    }
    key(
        "need",
        match known.need {
            Need::Required => "required",
            Need::Defaulted => "defaulted",
            Need::Optional => "optional",
            Need::Conditional => "conditional",
        },
    );
    for (name, value) in [("when", &known.when), ("default", &known.default), ("absent", &known.absent)] {
        if let Some(value) = value {
            key(name, &quoted(value));
        }
    }
    key("doc", &quoted(known.doc.trim()));
    match known.role {
        Some(Role::Format) => key("role", "format"),
        Some(Role::ReturnFormat) => key("role", "return_format"),
        None => {}
    }
    if known.sensitive {
        key("sensitive", "true");
    }
    if let Some(example) = &known.example {
        key("example", &quoted(example));
    }
}

/// The encoding of a boolean that is not written as `true` and `false`.
fn unusual(parameter: &Parameter) -> Option<&'static str> {
    match (&parameter.type_, parameter.encoding) {
        (Type::Boolean, Encoding::ZeroOne) => Some("zero_one"),
        (Type::Boolean, Encoding::UpperTrueFalse) => Some("upper_true_false"),
        (Type::Boolean, Encoding::Presence) => Some("presence"),
        (Type::List(_), Encoding::Comma) => Some("comma"),
        _ => None,
    }
}

/// Writes a parameter that no method has yet, from what the page tells. The set of its values comes back.
fn own(
    entry: &mut String,
    material: &Material<'_>,
    method: &str,
    stated: &Stated,
    told: &Values,
) -> Option<String> {
    let listed: Vec<&str> = told.listed.iter().map(String::as_str).collect();
    let is = |one: &str, other: &str| listed.len() == 2 && listed.contains(&one) && listed.contains(&other);
    let begins = stated.description.first().map(|block| block.text.to_lowercase()).unwrap_or_default();
    let mut key = |name: &str, value: &str| {
        let _ = writeln!(entry, "        {name}: {value}");
    };
    let mut values = None;
    let example = if is("true", "false") {
        key("type", "boolean");
        "true".to_owned()
    } else if is("0", "1") {
        key("type", "boolean # check: or a set of its own");
        key("encoding", "zero_one");
        "true".to_owned()
    } else if let Some(first) = listed.first() {
        let id = format!("{method}_{}", crate::model::names::ident_of(&stated.name));
        key("type", &format!("enum<{id}>"));
        values = Some(set(material, &id, &stated.name, &listed));
        quoted(first)
    } else if begins.starts_with("an array") || begins.starts_with("array") {
        key("type", "list<string> # check: a list of what?");
        "TODO".to_owned()
    } else {
        key("type", "string # check: or a number, a time, a name, a file, a payload?");
        "TODO".to_owned()
    };
    let need = match (stated.required, &told.default) {
        (Some(true), None) => "required",
        (Some(true), Some(_)) => "defaulted",
        (Some(false), _) => "optional",
        (None, _) => "TODO",
    };
    key("need", need);
    match &told.default {
        Some(default) => key("default", &quoted(default)),
        None if need == "optional" => key("absent", "TODO what its absence means"),
        None => {}
    }
    key("doc", "TODO what it does, in our own words");
    key("example", &example);
    values
}

fn set(material: &Material<'_>, id: &str, name: &str, listed: &[&str]) -> String {
    let mut set =
        format!("  - id: {id}\n    summary: TODO what the values of `{name}` choose.\n    values:\n");
    for value in listed {
        let _ = writeln!(set, "      - value: {}", quoted(value));
        if !value.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let _ = writeln!(set, "        ident: TODO");
        }
        let _ = writeln!(set, "        meaning: TODO");
    }
    let _ = writeln!(set, "    evidence: [{}]", material.source);
    set
}
