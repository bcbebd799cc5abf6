//! What templates see of a method.

use serde::Serialize;

use super::language::Language;
use crate::model::{Example, FormField, Method, Return, Type};
use crate::spec::raw::{AnswerKind, Effect, Token};
use crate::view::View;

/// A method with the example that documents it.
#[derive(Debug, Serialize)]
pub struct MethodContext {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Id of the group.
    pub group: String,
    /// Title of the group.
    pub group_title: String,
    /// Name of the file without its extension, in the style of the language.
    pub stem: String,
    /// Whether it takes the token of a project, of an administrator (`super`), or `either`.
    pub token: Token,
    /// What it does to the project.
    pub effect: Effect,
    /// Whether data can be lost for good.
    pub destructive: bool,
    /// Titles of the rights that it needs.
    pub rights: Vec<String>,
    /// Since when it is there, in words: `since 6.4.0`.
    pub since: String,
    /// What the example shows.
    pub example: String,
    /// Fields of the form but for the token, in order.
    pub fields: Vec<Field>,
    /// The file that is sent.
    pub file: Option<Upload>,
    /// What comes back.
    pub answer: Answer,
    /// The call by the Rust client that this repository generates, one statement, formatted.
    pub client_call: String,
}

/// A field of the form.
#[derive(Debug, Clone, Serialize)]
pub struct Field {
    /// Name on the wire.
    pub name: String,
    /// Value on the wire.
    pub value: String,
    /// What the parameter does, in a sentence; empty from the second item of a list on.
    pub doc: String,
    /// Whether servers refuse the call without it.
    pub required: bool,
}

/// A file that is sent.
#[derive(Debug, Clone, Serialize)]
pub struct Upload {
    /// Name of the form part.
    pub field: String,
    /// Name of the file.
    pub name: String,
    /// What is in it.
    pub content: String,
    /// What the parameter does, in a sentence.
    pub doc: String,
}

/// What comes back.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// How it is shown.
    pub kind: Shown,
    /// What it is in the spec, which tells more: `integer`, `done` and `odm` are shown as texts.
    pub what: Option<AnswerKind>,
    /// What it means, in a sentence.
    pub doc: String,
    /// Name under which a file is saved; empty for other answers.
    pub save_as: String,
}

/// How an answer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shown {
    /// A list of objects in JSON: a table.
    Rows,
    /// Other JSON.
    Json,
    /// A text, printed as it is.
    Text,
    /// A file, saved.
    File,
    /// An empty answer.
    Nothing,
}

/// The method as templates of a language see it. `client_call` is the call by the Rust client.
pub fn method(view: &View, language: &Language, method: &Method, client_call: &str) -> MethodContext {
    let example = &method.examples[0];
    let group = view.model.groups.iter().find(|group| group.id == method.group);
    let rights = method.rights.iter().filter_map(|needed| view.model.right(&needed.right));
    MethodContext {
        id: method.id.clone(),
        title: method.title.clone(),
        summary: method.summary.clone(),
        group: method.group.clone(),
        group_title: group.map(|group| group.title.clone()).unwrap_or_default(),
        stem: language.name.apply(&method.id),
        token: method.token,
        effect: method.effect,
        destructive: method.destructive,
        rights: rights.map(|right| right.title.clone()).collect(),
        since: method.life.to_string(),
        example: example.title.clone(),
        fields: fields(method.form(&example.parameters)),
        file: upload(method, example),
        answer: answer(method, example),
        client_call: client_call.to_owned(),
    }
}

/// Fields for templates. The items of a list share their explanation.
pub fn fields(form: Vec<FormField<'_>>) -> Vec<Field> {
    let mut explained = "";
    let mut fields = Vec::new();
    for FormField { name, value, parameter } in form {
        let doc = parameter.filter(|one| one.name != explained).map_or("", |one| &one.doc);
        explained = parameter.map_or("", |one| &one.name);
        let required = parameter.is_none_or(|one| one.need == crate::model::Need::Required);
        fields.push(Field { name, value, doc: first_sentence(doc), required });
    }
    fields
}

fn upload(method: &Method, example: &Example) -> Option<Upload> {
    let parameter = method.parameters.iter().find(|one| one.type_ == Type::File)?;
    Some(Upload {
        field: parameter.name.clone(),
        name: example.value(&parameter.name)?.to_owned(),
        content: example.file_content.clone().unwrap_or_default(),
        doc: first_sentence(&parameter.doc),
    })
}

fn answer(method: &Method, example: &Example) -> Answer {
    let format = example.value("format").unwrap_or("json");
    let asked = |one: &&Return| {
        let when = one.when.as_ref();
        one.in_format(format)
            && when.is_none_or(|when| example.value(&when.parameter) == Some(when.value.as_str()))
    };
    let returned = method.returns.iter().find(asked).or(method.returns.first());
    let what = returned.map(|one| one.answer);
    let kind = match what {
        Some(AnswerKind::List | AnswerKind::Records) if format == "json" => Shown::Rows,
        Some(AnswerKind::Object | AnswerKind::Texts | AnswerKind::Any) if format == "json" => Shown::Json,
        Some(AnswerKind::File) => Shown::File,
        Some(AnswerKind::Empty) => Shown::Nothing,
        _ => Shown::Text,
    };
    let save_as = if kind == Shown::File { saved_name(method, example) } else { String::new() };
    Answer { kind, what, doc: first_sentence(returned.map_or("", |one| &one.meaning)), save_as }
}

/// The name that the server gives the file of the example, or one made of the method's id.
#[must_use]
pub fn saved_name(method: &Method, example: &Example) -> String {
    let named = example.media.as_deref().and_then(|media| media.split_once("name=\"")?.1.split('"').next());
    let pdf = example.body.as_deref().is_some_and(|body| body.starts_with("%PDF"));
    let made = || format!("{}.{}", method.id.trim_start_matches("export_"), if pdf { "pdf" } else { "bin" });
    named.map_or_else(made, str::to_owned)
}

/// The first sentence of a text in Markdown, on one line.
#[must_use]
pub fn first_sentence(text: &str) -> String {
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = line.match_indices(". ").map(|(at, _)| at).find(|at| !line[..*at].ends_with("e.g"));
    end.map_or(line.clone(), |at| line[..=at].to_owned())
}
