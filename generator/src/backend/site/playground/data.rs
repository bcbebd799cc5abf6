//! What the playground's scripts know of the API, and what they need to write code in every language.

use serde::Serialize;

use crate::backend::rust::{CallFacts, call_facts};
use crate::backend::samples::{self, Language, LineComment, METHOD, Naming, Samples, Style, first_sentence};
use crate::backend::{BackendError, Input};
use crate::diagnostics::SourceFile;
use crate::model::version::Lifespan;
use crate::model::{Example, ExampleValue, Method, Need, Parameter, Return, Role, Shape, Type};
use crate::spec::raw::{AnswerKind, Effect, Encoding, ImportNeed, Token};

/// What the form is made from.
#[derive(Debug, Serialize)]
pub struct ApiData<'m> {
    newest: String,
    token_field: &'m str,
    tokens: Vec<(&'m str, u32)>,
    rights: Vec<(&'m str, &'m str)>,
    conditions: Vec<(&'m str, &'m str, &'m str)>,
    groups: Vec<GroupData<'m>>,
    enums: Vec<EnumData<'m>>,
    scalars: Vec<ScalarData<'m>>,
    shapes: Vec<ShapeData<'m>>,
    /// Each once, since many methods have the same.
    parameters: Vec<ParameterData<'m>>,
    methods: Vec<MethodData<'m>>,
}

#[derive(Debug, Serialize)]
struct GroupData<'m> {
    id: &'m str,
    title: &'m str,
}

#[derive(Debug, Serialize)]
struct EnumData<'m> {
    id: &'m str,
    values: Vec<ValueData<'m>>,
}

#[derive(Debug, Serialize)]
struct ValueData<'m> {
    value: &'m str,
    meaning: String,
    life: Life,
}

#[derive(Debug, Serialize)]
struct ScalarData<'m> {
    id: &'m str,
    meaning: &'m str,
    example: &'m str,
    sensitive: bool,
}

#[derive(Debug, Serialize)]
struct ShapeData<'m> {
    id: &'m str,
    #[serde(skip_serializing_if = "Option::is_none")]
    root: Option<&'m str>,
    columns: Vec<ColumnData<'m>>,
}

/// A column that an import takes.
#[derive(Debug, Serialize)]
struct ColumnData<'m> {
    name: &'m str,
    required: bool,
    life: Life,
}

#[derive(Debug, Serialize)]
struct MethodData<'m> {
    id: &'m str,
    title: &'m str,
    summary: &'m str,
    group: &'m str,
    content: &'m str,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<&'m str>,
    token: Token,
    effect: Effect,
    destructive: bool,
    idempotent: bool,
    open: bool,
    rights: Vec<(&'m str, Life)>,
    conditions: &'m [String],
    life: Life,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<&'m str>,
    /// Places in the list of all parameters.
    parameters: Vec<usize>,
    requires: Vec<RequirementData<'m>>,
    returns: Vec<ReturnData<'m>>,
    examples: Vec<ExampleData<'m>>,
    /// Name under which a file is saved that comes back.
    save_as: String,
}

#[derive(Debug, PartialEq, Serialize)]
struct ParameterData<'m> {
    name: &'m str,
    #[serde(rename = "type")]
    type_: &'m Type,
    encoding: Encoding,
    need: Need,
    doc: &'m str,
    /// What stands in comments of programs.
    short: String,
    life: Life,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    absent: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    sensitive: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<&'m str>,
}

#[derive(Debug, Serialize)]
struct RequirementData<'m> {
    when: &'m [String],
    one_of: &'m [String],
    why: &'m str,
}

#[derive(Debug, Serialize)]
struct ReturnData<'m> {
    answer: AnswerKind,
    formats: &'m [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<(&'m str, &'m str)>,
    meaning: String,
    life: Life,
}

#[derive(Debug, Serialize)]
struct ExampleData<'m> {
    title: &'m str,
    parameters: &'m [(String, ExampleValue)],
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'m str>,
    life: Life,
}

/// Versions: the first, the first without it, and both in words.
#[derive(Debug, PartialEq, Serialize)]
struct Life {
    since: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    words: String,
}

impl From<&Lifespan> for Life {
    fn from(life: &Lifespan) -> Life {
        Life {
            since: life.since.to_string(),
            until: life.until.map(|until| until.to_string()),
            words: life.to_string(),
        }
    }
}

/// What code is written from.
#[derive(Debug, Serialize)]
pub struct CodeData<'m> {
    languages: Vec<LanguageData<'m>>,
    rust: CallFacts,
}

#[derive(Debug, Serialize)]
struct LanguageData<'m> {
    id: &'m str,
    title: &'m str,
    extension: &'m str,
    name: Naming,
    library: &'m str,
    install: &'m [String],
    run: &'m str,
    line_comment: &'m LineComment,
    strings: &'m [Style],
    /// By name, without the folder of the language.
    templates: Vec<(&'m str, &'m str)>,
}

/// What the form is made from. Where the newest version has a method, its examples come first.
#[must_use]
pub fn api<'m>(input: &'m Input<'_>, samples: &'m Samples<'_>) -> ApiData<'m> {
    let model = &input.view.model;
    let mut parameters = Vec::new();
    let methods = model.methods.iter().map(|one| method(one, samples, &mut parameters)).collect();
    ApiData {
        newest: samples.view().newest.to_string(),
        token_field: &model.api.token_field,
        tokens: model.api.tokens.iter().map(|token| (token.id.as_str(), token.length)).collect(),
        rights: model.rights.iter().map(|right| (right.id.as_str(), right.title.as_str())).collect(),
        conditions: model
            .conditions
            .iter()
            .map(|one| (one.id.as_str(), one.title.as_str(), one.meaning.as_str()))
            .collect(),
        groups: model.groups.iter().map(|one| GroupData { id: &one.id, title: &one.title }).collect(),
        enums: model
            .enums
            .iter()
            .map(|one| EnumData {
                id: &one.id,
                values: one
                    .values
                    .iter()
                    .map(|value| ValueData {
                        value: &value.value,
                        meaning: first_sentence(&value.meaning),
                        life: Life::from(&value.life),
                    })
                    .collect(),
            })
            .collect(),
        scalars: model
            .scalars
            .iter()
            .map(|one| ScalarData {
                id: &one.id,
                meaning: &one.meaning,
                example: &one.example,
                sensitive: one.sensitive,
            })
            .collect(),
        shapes: model.shapes.iter().filter(|shape| shape.is_imported()).map(shape).collect(),
        parameters,
        methods,
    }
}

fn shape(shape: &Shape) -> ShapeData<'_> {
    let taken = shape.columns.iter().filter(|column| column.import != ImportNeed::No);
    let columns = taken.map(|column| ColumnData {
        name: &column.name,
        required: column.import == ImportNeed::Required,
        life: Life::from(&column.life),
    });
    ShapeData { id: &shape.id, root: shape.xml_root.as_deref(), columns: columns.collect() }
}

fn method<'m>(
    method: &'m Method,
    samples: &'m Samples<'_>,
    parameters: &mut Vec<ParameterData<'m>>,
) -> MethodData<'m> {
    // The newest version may have a first example of its own.
    let current = samples.view().model.method(&method.id).unwrap_or(method);
    let documented = &current.examples[0];
    let others = method.examples.iter().filter(|one| one.title != documented.title);
    MethodData {
        id: &method.id,
        title: &method.title,
        summary: &method.summary,
        group: &method.group,
        content: &method.content,
        action: method.action.as_deref(),
        token: method.token,
        effect: method.effect,
        destructive: method.destructive,
        idempotent: method.idempotent,
        open: method.open,
        rights: method.rights.iter().map(|one| (one.right.as_str(), Life::from(&one.life))).collect(),
        conditions: &method.conditions,
        life: Life::from(&method.life),
        deprecated: method.deprecated.as_ref().map(|(_, note)| note.as_str()),
        parameters: method.parameters.iter().map(|one| place(parameter(one), parameters)).collect(),
        requires: method
            .requires
            .iter()
            .map(|one| RequirementData { when: &one.when, one_of: &one.one_of, why: &one.why })
            .collect(),
        returns: method.returns.iter().map(returned).collect(),
        examples: std::iter::once(documented).chain(others).map(example).collect(),
        save_as: samples::saved_name(current, documented),
    }
}

/// The place of a parameter among all, where it is put if it is new.
fn place<'m>(wanted: ParameterData<'m>, all: &mut Vec<ParameterData<'m>>) -> usize {
    all.iter().position(|one| *one == wanted).unwrap_or_else(|| {
        all.push(wanted);
        all.len() - 1
    })
}

fn parameter(one: &Parameter) -> ParameterData<'_> {
    ParameterData {
        name: &one.name,
        type_: &one.type_,
        encoding: one.encoding,
        need: one.need,
        doc: one.doc.trim(),
        short: first_sentence(&one.doc),
        life: Life::from(&one.life),
        pattern: one.pattern.as_deref(),
        max_length: one.max_length,
        when: one.when.as_deref(),
        default: one.default.as_deref(),
        absent: one.absent.as_deref(),
        role: one.role,
        sensitive: one.sensitive,
        example: one.example.as_deref(),
        deprecated: one.deprecated.as_deref(),
    }
}

fn returned(one: &Return) -> ReturnData<'_> {
    ReturnData {
        answer: one.answer,
        formats: &one.formats,
        when: one.when.as_ref().map(|when| (when.parameter.as_str(), when.value.as_str())),
        meaning: first_sentence(&one.meaning),
        life: Life::from(&one.life),
    }
}

fn example(one: &Example) -> ExampleData<'_> {
    ExampleData {
        title: &one.title,
        parameters: &one.parameters,
        file: one.file_content.as_deref(),
        life: Life::from(&one.life),
    }
}

/// What code is written from: the very templates and data of the examples.
#[must_use]
pub fn code<'m>(input: &'m Input<'_>, samples: &'m Samples<'_>) -> CodeData<'m> {
    let languages = samples.languages.iter().map(|one| language(one, input.templates));
    CodeData { languages: languages.collect(), rust: call_facts(samples.view()) }
}

fn language<'m>(language: &'m Language, templates: &'m [SourceFile]) -> LanguageData<'m> {
    let folder = format!("{}{}/", samples::FOLDER, language.id);
    let needed = templates.iter().filter_map(|file| {
        let name = file.path.strip_prefix(&folder)?;
        let called = name.starts_with('_') && name.ends_with(".jinja") && !name.contains('/');
        (name == METHOD || called).then_some((name, file.text.as_str()))
    });
    LanguageData {
        id: &language.id,
        title: &language.title,
        extension: &language.extension,
        name: language.name,
        library: &language.library,
        install: &language.install,
        run: &language.run,
        line_comment: &language.line_comment,
        strings: &language.strings,
        templates: needed.collect(),
    }
}

/// A script that puts data where the other scripts find them.
///
/// # Errors
/// When the data cannot be written as JSON, which is a defect.
pub fn script(name: &str, data: &impl Serialize) -> Result<String, BackendError> {
    let json = serde_json::to_string(data).map_err(|error| BackendError::Template {
        path: format!("site/playground ({name})"),
        reason: error.to_string(),
    })?;
    Ok(format!("(globalThis.playground ??= {{}}).{name} = {json};"))
}
