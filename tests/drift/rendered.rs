//! The whole API of several versions, written as help pages of every structure: nothing differs.

use std::fmt::Write as _;

use redcap_generator::model::{Method, Need, Parameter, Type};
use redcap_generator::view::View;

use crate::support::{at, real_model};
use crate::{assert_same, drift_of, file};

/// How a page writes a heading, a line of text and a parameter with its description.
struct Structure {
    name: &'static str,
    file: &'static str,
    start: &'static str,
    heading: fn(&str) -> String,
    text: fn(&str) -> String,
    open: &'static str,
    parameter: fn(&str, &str) -> String,
    close: &'static str,
}

const STRUCTURES: [Structure; 8] = [
    Structure {
        name: "definition lists",
        file: "help.html",
        start: "<html><body>",
        heading: |text| format!("<h3>{text}</h3>\n"),
        text: |text| format!("<p>{text}</p>\n"),
        open: "<dl>",
        parameter: |name, text| format!("<dt>{name}<dd>{text}\n"),
        close: "</dl>",
    },
    Structure {
        name: "lists",
        file: "help.html",
        start: "<html><body>",
        heading: |text| format!("<h3>{text}:</h3>\n"),
        text: |text| format!("<p><strong>{text}</strong></p>\n"),
        open: "<ul>",
        parameter: |name, text| format!("<li><strong>{name}</strong><br/><div>{text}</div></li>\n"),
        close: "</ul>",
    },
    Structure {
        name: "tables",
        file: "help.html",
        start: "<!DOCTYPE html><table><tr><td>",
        heading: |text| format!("<b>{text}</b><br>"),
        text: |text| format!("{text}<br>"),
        open: "<table>",
        parameter: |name, text| format!("<tr><td>{name}</td><td>{text}</td></tr>\n"),
        close: "</table>",
    },
    Structure {
        name: "paragraphs",
        file: "help.html",
        start: "<body>",
        heading: |text| format!("<h4>{text}</h4>"),
        text: |text| format!("<p>{text}"),
        open: "",
        parameter: |name, text| format!("<p><b>{name}</b> - {text}</p>"),
        close: "",
    },
    Structure {
        name: "Markdown headings",
        file: "help.md",
        start: "",
        heading: |text| format!("\n## {text}\n\n"),
        text: |text| format!("{text}\n"),
        open: "",
        parameter: |name, text| format!("#### {name}\n{text}\n\n"),
        close: "",
    },
    Structure {
        name: "Markdown lists",
        file: "help.md",
        start: "",
        heading: |text| format!("\n**{text}**\n\n"),
        text: |text| format!("{text}\n"),
        open: "",
        parameter: |name, text| format!("- `{name}`: {text}\n"),
        close: "",
    },
    Structure {
        name: "lines",
        file: "help.txt",
        start: "",
        heading: |text| format!("{text}\n"),
        text: |text| format!("{text}\n"),
        open: "",
        parameter: |name, text| format!("{name}\n{text}\n"),
        close: "",
    },
    Structure {
        name: "items without marks",
        file: "help.txt",
        start: "",
        heading: |text| format!("{text}\n\n"),
        text: |text| format!("{text}\n\n"),
        open: "",
        parameter: |name, text| format!("  • {name} - {text}\n"),
        close: "",
    },
];

fn page(structure: &Structure, view: &View) -> String {
    let mut page = structure.start.to_owned();
    for method in view.model.methods.iter().filter(|method| !is_beyond(view, method)) {
        page += &description(structure, view, method);
    }
    page
}

fn is_beyond(view: &View, method: &Method) -> bool {
    view.model.groups.iter().any(|group| group.id == method.group && group.beyond_help)
}

fn description(structure: &Structure, view: &View, method: &Method) -> String {
    let Structure { heading, text, parameter, .. } = *structure;
    let mut page = heading("Method Name") + &text(&method.title);
    page += &(heading("Description") + &text("It does what its title says, and no more than that."));
    page += &(heading("URL") + &text("https://registry.example.org/api/"));
    page += &heading("Parameters (case sensitive)");
    let fixed = [
        ("token", Some("the secret")),
        ("content", Some(method.content.as_str())),
        ("action", method.action.as_deref()),
    ];
    let (mut required, mut optional) = (String::new(), String::new());
    for (name, value) in fixed {
        required += &value.map_or_else(String::new, |value| parameter(name, value));
    }
    for one in method.parameters.iter().filter(|one| !one.undocumented && one.deprecated.is_none()) {
        let section = if one.need == Need::Optional { &mut optional } else { &mut required };
        *section += &parameter(&one.name, &told(view, one));
    }
    for (title, rows) in [("Required", required), ("Optional", optional)] {
        if !rows.is_empty() {
            let _ = write!(page, "{}{}{rows}{}", heading(title), structure.open, structure.close);
        }
    }
    page + &heading("Returns") + &text("What was asked for.")
}

/// A description with values and default, as help pages write them.
fn told(view: &View, parameter: &Parameter) -> String {
    let values: Vec<&str> = match &parameter.type_ {
        Type::Enum(id) => {
            let one = view.model.enums.iter().find(|one| one.id == *id).expect("it is in the view");
            one.values.iter().map(|value| value.value.as_str()).collect()
        }
        Type::Boolean if parameter.encoding.boolean_values().len() > 1 => {
            parameter.encoding.boolean_values().to_vec()
        }
        _ => Vec::new(),
    };
    let marked = |value: &&str| {
        let mark = if parameter.default.as_deref() == Some(*value) { " [default]" } else { "" };
        (value.to_string(), mark)
    };
    let is_odd = values.iter().any(|value| !value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
    let list: Vec<String> = values
        .iter()
        .map(marked)
        .map(|(value, mark)| if is_odd { format!("'{value}'{mark}") } else { format!("{value}{mark}") })
        .collect();
    match (list.is_empty(), is_odd, &parameter.default) {
        (true, _, None) => "What it says, as it says it.".to_owned(),
        (true, _, Some(default)) => format!("What it says. The default value is '{default}'."),
        (false, true, _) => format!("What parts it. Options include: {}.", list.join(", ")),
        (false, false, _) => format!("{} - which one", list.join(", ")),
    }
}

#[test]
fn whatever_the_structure_the_same_facts_are_read() {
    let model = real_model();
    for version in ["4.0.0", "6.0.0", "6.12.0", "9.0.0", "11.3.3", "13.1.0", "15.6.0", "17.4.1"] {
        let view = at(&model, version);
        let methods = view.model.methods.iter().filter(|method| !is_beyond(&view, method)).count();
        for structure in &STRUCTURES {
            let drift = drift_of(&model, &[file(structure.file, page(structure, &view))], version);
            let what = format!("{version} in {}", structure.name);
            assert_eq!(drift.compared.len(), methods, "{what}");
            assert_same(&drift, &what);
        }
    }
}
