//! The larger parts of the page about a method.

use std::fmt::Write as _;

use redcap_generator::model::shape::{Column, ImportNeed, JsonForm, Presence};
use redcap_generator::model::{
    Example, ExampleValue, Lifespan, Method, Model, Need, Parameter, Return, Type,
};
use redcap_generator::spec::raw::{AnswerKind, Encoding};

use super::{set_of, shapes_of};
use crate::cli::list::notation;
use crate::cli::text::{bold, columns, labelled, wrapped};

/// Each parameter as a row of the table, with what it does below.
pub fn parameters(model: &Model, method: &Method) -> String {
    if method.parameters.is_empty() {
        return String::new();
    }
    let mut rows = vec![["NAME", "NEED", "TYPE", "DEFAULT", "SINCE"].map(str::to_owned).to_vec()];
    rows.extend(method.parameters.iter().map(|parameter| {
        let default = parameter.default.as_ref().map_or_else(String::new, |default| visible(default));
        let type_ = parameter.type_.notation();
        vec![
            parameter.name.clone(),
            need(parameter.need).to_owned(),
            type_,
            default,
            notation(&parameter.life),
        ]
    }));
    let lines = columns(&rows, 2);
    let mut text = format!("{}\n", bold(&lines[0]));
    for (parameter, line) in method.parameters.iter().zip(&lines[1..]) {
        let _ = writeln!(text, "{line}");
        text.push_str(&wrapped(&parameter.doc, 6));
        for remark in remarks(model, parameter) {
            text.push_str(&wrapped(&remark, 6));
        }
    }
    text
}

fn need(need: Need) -> &'static str {
    match need {
        Need::Required => "required",
        Need::Defaulted => "defaulted",
        Need::Optional => "optional",
        Need::Conditional => "conditional",
    }
}

/// What the row of a parameter has no column for.
fn remarks(model: &Model, parameter: &Parameter) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(when) = &parameter.when {
        let title = model.condition(when).map_or(when.as_str(), |condition| condition.title.as_str());
        remarks.push(format!("Required for: {title}."));
    }
    if let Some(absent) = &parameter.absent {
        remarks.push(format!("Left out: {absent}."));
    }
    if let Some(written) = written(parameter) {
        remarks.push(format!("Written {written}."));
    }
    if let Some(set) = set_of(&parameter.type_).and_then(|id| model.enumeration(id)) {
        let values = set.values.iter().filter(|value| value.life.overlaps(&parameter.life));
        let values =
            values.map(|value| format!("{}{}", visible(&value.value), limits(&value.life, &parameter.life)));
        remarks.push(format!("Values: {}.", values.collect::<Vec<_>>().join(", ")));
    }
    if let Some(most) = parameter.max_length {
        remarks.push(format!("At most {most} characters."));
    }
    for (set, remark) in [
        (parameter.undocumented, "REDCap's help page leaves it out."),
        (parameter.sensitive, "May hold patient data or a secret."),
    ] {
        if set {
            remarks.push(remark.to_owned());
        }
    }
    if let Some(note) = &parameter.deprecated {
        remarks.push(format!("Deprecated: {note}"));
    }
    remarks
}

/// What narrows the life of a value down within that of its parameter, in brackets.
fn limits(life: &Lifespan, owner: &Lifespan) -> String {
    let clipped = life.clip(owner);
    match (clipped.since > owner.since, clipped.until == owner.until) {
        (false, true) => String::new(),
        (true, _) => format!(" ({clipped})"),
        (false, false) => clipped.until.map_or_else(String::new, |until| format!(" (gone in {until})")),
    }
}

/// How a value is written, where its type does not tell.
fn written(parameter: &Parameter) -> Option<String> {
    let name = &parameter.name;
    match parameter.encoding {
        Encoding::Plain | Encoding::TrueFalse | Encoding::FilePart | Encoding::Payload => None,
        Encoding::Indexed => Some(format!("{name}[0]=…, {name}[1]=…")),
        Encoding::Comma => Some("as one text, with commas between the values".to_owned()),
        Encoding::ZeroOne => Some("0 or 1".to_owned()),
        Encoding::UpperTrueFalse => Some("TRUE or FALSE".to_owned()),
        Encoding::Presence => {
            Some("true to switch it on; any value does, so it is left out to switch it off".to_owned())
        }
        Encoding::Datetime => parameter.pattern.as_ref().map(|pattern| format!("as {pattern}")),
    }
}

/// A value of which nothing may be overlooked.
fn visible(value: &str) -> String {
    if value.is_empty() || value.chars().any(|c| c.is_whitespace() || c.is_control()) || value.len() == 1 {
        format!("{value:?}")
    } else {
        value.to_owned()
    }
}

/// Each answer with the circumstances under which it comes.
pub fn returns(model: &Model, method: &Method) -> String {
    let mut text = String::new();
    for answer in &method.returns {
        let mut line = kind(answer);
        if !answer.formats.is_empty() {
            let _ = write!(line, " in {}", answer.formats.join(", "));
        }
        if let Some(when) = &answer.when {
            let _ = write!(line, ", when {}={}", when.parameter, when.value);
        }
        let _ = write!(line, ", status {}", answer.status);
        if answer.life != method.life {
            let _ = write!(line, ", {}", answer.life);
        }
        text.push_str(&wrapped(&line, 2));
        text.push_str(&wrapped(&answer.meaning, 6));
        let known = model.answers.iter().find(|known| known.id == answer.answer);
        let formats = known.map_or(&[][..], |known| known.formats.as_slice());
        // `any` is how an answer comes that does not depend on the format.
        let named = |name: &str| answer.formats.iter().any(|format| format == name);
        let has_any = formats.iter().any(|format| format.format == "any");
        let depends = formats.iter().any(|format| named(&format.format));
        let fits = |name: &str| if depends { named(name) } else { name == "any" || !has_any };
        for format in formats.iter().filter(|format| fits(&format.format)) {
            let media = answer.media.as_ref().unwrap_or(&format.media);
            let empty = format.empty.as_ref().map_or_else(String::new, |empty| format!("; empty: {empty:?}"));
            let name = if format.format == "any" { String::new() } else { format!("{}: ", format.format) };
            text.push_str(&wrapped(&format!("- {name}{media}{empty}"), 6));
        }
    }
    text
}

fn kind(answer: &Return) -> String {
    let of = answer.shape.as_ref().map_or_else(String::new, |shape| format!("<{shape}>"));
    match answer.answer {
        AnswerKind::List => format!("list{of}"),
        AnswerKind::Object => format!("object{of}"),
        AnswerKind::Records => "rows of project fields".to_owned(),
        AnswerKind::Texts => format!("list<{}>", answer.text.notation()),
        AnswerKind::Integer => "whole number".to_owned(),
        AnswerKind::Text if answer.text == Type::String => "text".to_owned(),
        AnswerKind::Text => format!("text, {}", answer.text.notation()),
        AnswerKind::Done => "the text 1".to_owned(),
        AnswerKind::File => "file".to_owned(),
        AnswerKind::Odm => "CDISC ODM document".to_owned(),
        AnswerKind::Empty => "nothing".to_owned(),
        AnswerKind::Any => "whatever the called module answers".to_owned(),
    }
}

/// The columns of what is imported or returned.
pub fn shapes(model: &Model, method: &Method) -> String {
    let mut text = String::new();
    for shape in shapes_of(method).into_iter().filter_map(|id| model.shape(id)) {
        text.push_str(&wrapped(&format!("{}: {}", shape.id, shape.summary), 2));
        let rows: Vec<Vec<String>> =
            shape.columns.iter().map(|column| column_row(column, shape.is_imported())).collect();
        for line in columns(&rows, 6) {
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

fn column_row(column: &Column, imported: bool) -> Vec<String> {
    let json = match column.json {
        JsonForm::String => "",
        JsonForm::Integer => "number in JSON",
        JsonForm::Object => "object in JSON",
    };
    let presence = match column.presence {
        Presence::Always => "",
        Presence::Nullable => "may be empty",
        Presence::Conditional => "may be missing",
    };
    let import = match (imported, column.import) {
        (false, _) => "",
        (true, ImportNeed::Required) => "import: required",
        (true, ImportNeed::Optional) => "import: optional",
        (true, ImportNeed::No) => "import: no",
    };
    let cells =
        [column.name.as_str(), &column.type_.notation(), json, presence, import, &notation(&column.life)];
    cells.map(str::to_owned).to_vec()
}

/// Each error with its cause and remedy.
pub fn errors(method: &Method) -> String {
    let mut text = String::new();
    for error in &method.errors {
        let when = if error.life == method.life { String::new() } else { format!(" ({})", error.life) };
        text.push_str(&labelled(&format!("  {}", error.status), &format!("{}{when}", error.message), 7));
        text.push_str(&wrapped(&error.cause, 7));
        text.push_str(&wrapped(&format!("→ {}", error.remedy), 7));
    }
    text
}

/// Each example as the lines of its form and what the server answers.
pub fn examples(method: &Method) -> String {
    let mut text = String::new();
    for example in &method.examples {
        let when = if example.life == method.life { String::new() } else { format!(" ({})", example.life) };
        text.push_str(&wrapped(&format!("{}{when}", example.title), 2));
        for line in form(method, example) {
            let _ = writeln!(text, "      {line}");
        }
        if let Some(content) = &example.file_content {
            push_block(&mut text, "content of the file", content);
        }
        let media = example.media.as_ref().map_or_else(String::new, |media| format!(" {media}"));
        match &example.body {
            Some(body) => push_block(&mut text, &format!("→ {}{media}", example.status), body),
            None => {
                let _ = writeln!(text, "    → {}{media}", example.status);
            }
        }
        if let Some(note) = &example.note {
            text.push_str(&wrapped(note, 4));
        }
    }
    text
}

fn push_block(text: &mut String, heading: &str, content: &str) {
    let _ = writeln!(text, "    {heading}");
    for line in content.lines() {
        let _ = writeln!(text, "{}", format!("      {line}").trim_end());
    }
}

/// The form fields of an example, one per line and not percent-encoded. The token is left out.
fn form(method: &Method, example: &Example) -> Vec<String> {
    let mut lines = vec![format!("content={}", method.content)];
    lines.extend(method.action.iter().map(|action| format!("action={action}")));
    for (name, value) in &example.parameters {
        let encoding = method.parameter(name).map(|parameter| parameter.encoding);
        match value {
            ExampleValue::One(text) if encoding == Some(Encoding::FilePart) => {
                lines.push(format!("{name}=@{text}"))
            }
            ExampleValue::One(text) => {
                let mut parts = text.lines();
                lines.push(format!("{name}={}", parts.next().unwrap_or_default()));
                lines.extend(parts.map(|part| format!("  {part}")));
            }
            ExampleValue::List(items) if encoding == Some(Encoding::Comma) => {
                lines.push(format!("{name}={}", items.join(",")));
            }
            ExampleValue::List(items) => {
                lines.extend(items.iter().enumerate().map(|(index, item)| format!("{name}[{index}]={item}")));
            }
        }
    }
    lines
}

/// What changed, oldest first.
pub fn history(method: &Method) -> String {
    let mut changes: Vec<_> = method.changes.iter().collect();
    changes.sort_by_key(|change| change.version);
    let changes = changes.into_iter().map(|change| {
        let sources = change.evidence.join(", ");
        wrapped(&format!("- {}: {} [{sources}]", change.when(), change.note.trim_end()), 2)
    });
    changes.collect()
}

/// All open questions that bear on the method.
pub fn questions(method: &Method) -> Vec<String> {
    let mut questions = method.unsure.clone();
    for parameter in &method.parameters {
        questions.extend(parameter.unsure.iter().map(|text| format!("{}: {text}", parameter.name)));
    }
    for answer in &method.returns {
        questions.extend(answer.unsure.iter().map(|text| format!("The answer: {text}")));
    }
    for error in &method.errors {
        questions.extend(error.unsure.iter().map(|text| format!("The error {}: {text}", error.id)));
    }
    questions
}
