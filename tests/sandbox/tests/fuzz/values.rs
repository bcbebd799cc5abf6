//! Values of parameters and columns: names that the projects know, values nearly right, and nonsense.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use redcap_generator::model::Type;
use redcap_generator::spec::raw::Encoding;
use redcap_sandbox::catalogue::model;
use redcap_sandbox::demo::{self, Demo};
use redcap_sandbox::odm::{WriteOptions, write};
use redcap_sandbox::{Options, Server};
use serde_json::Value;

use crate::support::ask_as;

/// Named cells.
pub type Row = Vec<(String, Value)>;

/// What a name of a parameter or column is about.
fn topic(name: &str) -> &'static str {
    const TOPICS: [(&str, &str); 24] = [
        ("report", "report"),
        ("doc_id", "document"),
        ("folder", "folder"),
        ("randomization", "randomization"),
        ("logic", "logic"),
        ("event", "event"),
        ("instance", "number"),
        ("instrument", "form"),
        ("form", "form"),
        ("field", "field"),
        ("record", "record"),
        ("study_id", "record"),
        ("dag", "dag"),
        ("group", "dag"),
        ("access", "dag"),
        ("role", "role"),
        ("user", "user"),
        ("arm", "number"),
        ("number", "number"),
        ("offset", "number"),
        ("_id", "number"),
        ("date", "time"),
        ("time", "time"),
        ("calculations", "logic"),
    ];
    let name = name.to_lowercase();
    TOPICS.iter().find(|(part, _)| name.contains(part)).map_or("text", |(_, topic)| topic)
}

/// A demo project, and what the strategies take from it.
pub struct World {
    /// Token of the owner.
    pub owner: &'static str,
    /// Tokens of the other users.
    pub users: Vec<&'static str>,
    /// Project XML.
    pub odm: String,
    /// Names and values by topic.
    pools: BTreeMap<&'static str, Vec<String>>,
    /// Rows that the API exports, by `content`.
    pub exported: BTreeMap<String, Vec<Row>>,
}

/// The demo projects.
pub static WORLDS: LazyLock<Vec<World>> = LazyLock::new(|| demo::projects().into_iter().map(world).collect());

fn world(demo: Demo) -> World {
    let project = &demo.project;
    let mut pools: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (topic, texts) in FIXED {
        pools.entry(topic).or_default().extend(texts.iter().map(|&text| text.to_owned()));
    }
    let mut add = |topic: &'static str, texts: Vec<String>| pools.entry(topic).or_default().extend(texts);
    add("field", project.fields.keys().cloned().collect());
    add("field", project.columns(false).iter().map(|column| column.name()).collect());
    add("form", project.instruments.iter().map(|form| form.name.clone()).collect());
    add("event", project.events.iter().map(|event| event.unique_name.clone()).collect());
    add("record", project.records.keys().map(ToString::to_string).collect());
    add("dag", project.dags.iter().map(|dag| dag.unique_name.clone()).collect());
    add("role", project.roles.iter().map(|role| role.unique_name.clone()).collect());
    add("user", project.users.keys().cloned().collect());
    add("report", project.reports.iter().map(|report| report.id.to_string()).collect());
    add("randomization", project.randomizations.iter().map(|one| one.id.to_string()).collect());
    add("folder", project.folders.iter().map(|folder| folder.id.to_string()).collect());
    add("document", project.repository.iter().map(|file| file.document.to_string()).collect());
    World {
        owner: demo.token,
        users: demo.users.iter().map(|user| user.token).collect(),
        odm: write(project, &WriteOptions { files: false, ..WriteOptions::default() }),
        exported: exported(&demo),
        pools,
    }
}

/// The rows of every method that exports without further parameters.
fn exported(demo: &Demo) -> BTreeMap<String, Vec<Row>> {
    let server = Server::new(Options::default()).expect("the newest version is known");
    server.seed(demo.project.clone(), Some(demo.token));
    let mut all = BTreeMap::new();
    for method in model().methods.iter().filter(|method| method.payload().is_some()) {
        let answer = ask_as(&server, demo.token, &[("content", &method.content), ("format", "json")]);
        let json = serde_json::from_slice(&answer.bytes).unwrap_or_default();
        let rows = match json {
            Value::Array(rows) if answer.status == 200 => rows,
            Value::Object(row) if answer.status == 200 => vec![Value::Object(row)],
            _ => Vec::new(),
        };
        let rows = rows.into_iter().filter_map(|row| match row {
            Value::Object(cells) => Some(cells.into_iter().collect()),
            _ => None,
        });
        all.insert(method.content.clone(), rows.collect());
    }
    all
}

const FIXED: [(&str, &[&str]); 13] = [
    ("report", &["1"]),
    ("document", &["1"]),
    ("folder", &["1"]),
    ("randomization", &["1"]),
    ("number", &["0", "1", "2", "3", "-1", "01", "1.5", "4294967295", "4294967296", "99999999999999999999"]),
    ("time", &["2026-01-02", "2026-01-02 03:04", "2026-02-30", "0000-00-00", "9999-12-31 23:59:59", "12:00"]),
    ("record", &["new", "1", "2-1", "1001"]),
    ("event", &["event_1_arm_1", "enrollment_arm_1"]),
    ("field", &["redcap_event_name", "redcap_repeat_instance", "redcap_data_access_group", "record_id"]),
    ("form", &["new_form"]),
    ("user", &["sandbox_owner", "somebody"]),
    (
        "logic",
        &["[age] > 40", "[score] = ''", "datediff([dob],'today','y')", "1, One | 2, Two", "[age] >", "(("],
    ),
    ("text", &["x", "Ärzte & <b>\"x\"</b>", "1", "0"]),
];

/// Texts that are seldom right.
pub fn nonsense() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "",
        " ",
        ",",
        ";",
        "|",
        "\t",
        "\n",
        "\r\n",
        "\"",
        "'",
        "\\",
        "]]>",
        "</item>",
        "&amp;",
        "{value}",
        "\0",
        "\u{1b}",
        "\u{feff}",
        "\u{fffe}",
        "é",
        "😀",
        "[",
        "null",
        "-0",
        "1e400",
        "NaN",
        "18446744073709551615",
        "../../etc/passwd",
        "a_field_with_a_name_that_is_longer_than_any_that_anybody_would_give_to_a_field_of_theirs_or_so",
    ]);
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => ".{0,12}", 1 => "[ -~]{0,20}"]
}

/// How far values stray from what is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Not at all, as far as single values go.
    Earnest,
    /// Often.
    Wild,
}

impl World {
    /// A value for a parameter or column of this name.
    pub fn named(&self, name: &str, mood: Mood) -> BoxedStrategy<String> {
        let own = prop::sample::select(self.pools[topic(name)].clone());
        if mood == Mood::Earnest {
            return own.boxed();
        }
        let other = prop::sample::select(self.pools.values().flatten().cloned().collect::<Vec<_>>());
        prop_oneof![4 => own, 2 => other, 2 => nonsense()].boxed()
    }

    /// A value of a type.
    pub fn of_type(&self, name: &str, type_: &Type, encoding: Encoding, mood: Mood) -> BoxedStrategy<String> {
        let known: Vec<String> = match type_ {
            Type::Enum(id) => {
                let values = model().enumeration(id).map(|one| &one.values);
                values.into_iter().flatten().map(|one| one.value.clone()).collect()
            }
            Type::Boolean => encoding.boolean_values().iter().map(|&text| text.to_owned()).collect(),
            Type::Integer => self.pools["number"].clone(),
            Type::Datetime => self.pools["time"].clone(),
            Type::List(of) => return self.of_type(name, of, encoding, mood),
            _ => Vec::new(),
        };
        if known.is_empty() {
            return self.named(name, mood);
        }
        let known = prop::sample::select(known);
        if mood == Mood::Earnest {
            return known.boxed();
        }
        prop_oneof![10 => known, 1 => self.named(name, mood), 1 => nonsense()].boxed()
    }
}
