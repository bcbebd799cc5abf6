//! Lowers methods.

use std::collections::BTreeMap;

use crate::diagnostics::{FileId, Span, suggestion};
use crate::model::version::Lifespan;
use crate::model::{
    Change, ErrorCase, Method, MethodRight, Parameter, Requirement, Return, ReturnWhen, Type,
};
use crate::spec::loc::Loc;
use crate::spec::raw::{self, AnswerKind, Effect, Need, SpecFile};

use super::context::{Context, Kind, text, texts};
use super::parameter::Shared;
use super::{example, file_start, parameter, shared};

/// Longest summary, so that lists of methods stay readable.
const SUMMARY_CHARACTERS: usize = 100;

/// Shared errors by id.
type SharedErrors<'a> = BTreeMap<&'a str, &'a raw::ErrorCase>;

/// Methods of all files.
pub(super) fn methods(context: &mut Context<'_>, sections: &[(FileId, SpecFile)]) -> Vec<Method> {
    let shared_parameters = parameter::shared(sections.iter().map(|(_, spec)| spec));
    let shared_errors: SharedErrors<'_> =
        sections.iter().flat_map(|(_, spec)| &spec.errors).map(|case| (case.id.as_str(), case)).collect();
    let mut methods = Vec::new();
    for (file, spec) in sections {
        let group = match &spec.group {
            Some(group) => context.reference(Kind::Group, group),
            None if spec.methods.is_empty() => continue,
            None => {
                context
                    .report
                    .at(file_start(*file), "the file has methods but no group", "`group` is missing")
                    .help("add `group:` with the id of a group");
                continue;
            }
        };
        for raw in &spec.methods {
            methods.extend(method(context, raw, &group, &shared_parameters, &shared_errors));
        }
    }
    methods
}

fn method(
    context: &mut Context<'_>,
    raw: &Loc<raw::Method>,
    group: &str,
    shared_parameters: &Shared<'_>,
    shared_errors: &SharedErrors<'_>,
) -> Option<Method> {
    let known = context.known;
    let life = context.life(Some(&raw.since), raw.until.as_ref(), &known);
    check_summary(context, &raw.summary);
    let name = format!("the method `{}`", raw.id.value);
    let parameters: Vec<Parameter> = raw
        .parameters
        .iter()
        .filter_map(|written| parameter::parameter(context, written, shared_parameters, &life, &name))
        .collect();
    check_parameters(context, raw, &parameters);
    let all_read = parameters.len() == raw.parameters.len();
    let requires =
        raw.requires.iter().map(|written| requirement(context, written, &parameters, all_read)).collect();
    let returns: Vec<Return> =
        raw.returns.iter().map(|answer| returned(context, answer, &life, &parameters, all_read)).collect();
    check_returns(context, raw, &returns);
    // An example may name a parameter that could not be read; that is reported already.
    let any_name = raw.open || parameters.len() < raw.parameters.len();
    let examples =
        raw.examples.iter().map(|one| example::example(context, one, &life, &parameters, any_name)).collect();
    let mut history = changes(context, &raw.changes);
    for written in &raw.parameters {
        let own = changes(context, parameter::changes(&written.value, shared_parameters));
        // Two entries of one parameter may share what is said of both.
        history.extend(
            own.into_iter()
                .filter(|one| !history.iter().any(|known| known.note == one.note))
                .collect::<Vec<_>>(),
        );
    }
    let probe = example::values(context, &raw.probe, &parameters, any_name);
    check_probe(context, raw, &parameters, &returns);
    if raw.examples.is_empty() {
        context
            .report
            .at(
                raw.id.span,
                format!("{name} has no example"),
                "the first example documents it in every language",
            )
            .help("add `examples:` with at least one entry");
    }
    Some(Method {
        id: raw.id.value.clone(),
        title: raw.title.value.clone(),
        also_called: texts(&raw.also_called),
        group: group.to_owned(),
        summary: raw.summary.value.clone(),
        description: raw.description.value.trim_end().to_owned(),
        content: raw.wire.content.value.clone(),
        action: text(raw.wire.action.as_ref()),
        token: raw.token.value,
        rights: raw.rights.iter().map(|right| right_of(context, right, &life, &name)).collect(),
        rights_note: text(raw.rights_note.as_ref()),
        effect: raw.effect.value,
        idempotent: raw.idempotent.value,
        idempotent_why: raw.idempotent.why.value.clone(),
        destructive: raw.destructive,
        life,
        deprecated: raw.deprecated.as_ref().map(|end| (context.version(&end.since), end.note.value.clone())),
        conditions: raw.conditions.iter().map(|id| context.reference(Kind::Condition, id)).collect(),
        open: raw.open,
        parameters,
        requires,
        returns,
        errors: raw
            .errors
            .iter()
            .filter_map(|error| error_of(context, error, &life, shared_errors, raw.id.span))
            .collect(),
        examples,
        probe,
        changes: history,
        see_also: raw.see_also.iter().map(|id| context.reference(Kind::Method, id)).collect(),
        evidence: context.needed_evidence(&raw.evidence, &raw.id),
        disagreements: texts(&raw.disagreements),
        unsure: texts(&raw.unsure),
        origin: context.origin(raw.span),
    })
}

/// A read that could answer with records or a file says how to ask for as little as possible.
fn check_probe(
    context: &mut Context<'_>,
    raw: &Loc<raw::Method>,
    parameters: &[Parameter],
    returns: &[Return],
) {
    let heavy =
        |answer: &Return| matches!(answer.answer, AnswerKind::Records | AnswerKind::Odm | AnswerKind::File);
    let fails_bare = parameters.iter().any(|parameter| parameter.need == Need::Required);
    if raw.effect.value == Effect::Read && returns.iter().any(heavy) && !fails_bare && raw.probe.is_empty() {
        context
            .report
            .at(
                raw.id.span,
                "a probe of this method would answer with records or a file",
                "nothing is required, so a bare call succeeds",
            )
            .help("add `probe:` with parameters under which it answers with as little as possible");
    }
}

fn check_summary(context: &mut Context<'_>, summary: &Loc<String>) {
    let length = summary.chars().count();
    let problem = if length > SUMMARY_CHARACTERS {
        Some(format!("it has {length} characters, at most {SUMMARY_CHARACTERS} fit"))
    } else if !summary.ends_with('.') {
        Some("it does not end with a full stop".to_owned())
    } else if summary.contains('\n') {
        Some("it has more than one line".to_owned())
    } else if !summary.starts_with(char::is_uppercase) {
        Some("it does not start with a capital letter".to_owned())
    } else {
        None
    };
    if let Some(problem) = problem {
        context
            .report
            .at(summary.span, "the summary is not one short sentence", problem)
            .help("start with a verb, end with a full stop; details belong into `description`");
    }
}

/// Two entries of the same wire name are one parameter over time: they must not overlap, and
/// their type must not change, because a client for several versions has one setter for both.
fn check_parameters(context: &mut Context<'_>, raw: &raw::Method, parameters: &[Parameter]) {
    for (index, parameter) in parameters.iter().enumerate() {
        // `raw.parameters` can be longer when some could not be read; the place is then the method.
        let same_length = raw.parameters.len() == parameters.len();
        let span =
            raw.parameters.get(index).filter(|_| same_length).map_or(raw.id.span, |written| written.span);
        for earlier in &parameters[..index] {
            if earlier.name == parameter.name {
                if earlier.type_ != parameter.type_ {
                    let message = format!("the parameter `{}` changes its type", parameter.name);
                    let reason =
                        format!("{} before, {} here", earlier.type_.notation(), parameter.type_.notation());
                    context
                        .report
                        .at(span, message, reason)
                        .help("a client for several versions needs one type: give one of them another `name`, or widen the type");
                }
                if earlier.life.overlaps(&parameter.life) {
                    let message = format!("the parameter `{}` is there twice in one version", parameter.name);
                    let since = earlier.life.since.max(parameter.life.since);
                    context
                        .report
                        .at(span, message, format!("both hold in {since}"))
                        .help("end the earlier one with `until` where this one starts, or delete one");
                }
            } else if earlier.ident == parameter.ident {
                let message = format!("`{}` and `{}` become the same name", earlier.name, parameter.name);
                let reason = format!("both give `{}` in code", parameter.ident);
                context.report.at(span, message, reason).help("add `ident:` to one of them");
            }
        }
    }
    let fixed: Vec<&str> =
        if raw.wire.action.is_some() { vec!["content", "action"] } else { vec!["content"] };
    for (parameter, written) in parameters.iter().zip(&raw.parameters) {
        if fixed.contains(&parameter.name.as_str()) {
            let message = format!("`{}` belongs to `wire`", parameter.name);
            context
                .report
                .at(written.span, message, "the method is selected by it")
                .help("delete it here, and write its value under `wire:`");
        }
    }
    let payloads = || parameters.iter().filter(|parameter| parameter.type_.is_payload());
    if payloads().count() > 1 {
        let names: Vec<&str> = payloads().map(|payload| payload.name.as_str()).collect();
        let message = format!("several parameters are payloads: {}", names.join(", "));
        context
            .report
            .at(raw.id.span, message, "a method imports one document")
            .help("make two methods of it, or give the others another type");
    }
    for payload in payloads().filter(|payload| payload.need != Need::Required) {
        let message = format!("the payload `{}` is not required", payload.name);
        context
            .report
            .at(raw.id.span, message, "its presence selects the method")
            .help("write `need: required`");
    }
}

fn requirement(
    context: &mut Context<'_>,
    raw: &Loc<raw::Requirement>,
    parameters: &[Parameter],
    all_read: bool,
) -> Requirement {
    for name in raw.when.iter().chain(&raw.one_of).filter(|_| all_read) {
        check_known(context, name, parameters);
    }
    Requirement {
        when: texts(&raw.when),
        one_of: texts(&raw.one_of),
        why: raw.why.value.clone(),
        evidence: context.needed_evidence(&raw.evidence, &raw.why),
    }
}

fn check_known(context: &mut Context<'_>, name: &Loc<String>, parameters: &[Parameter]) {
    let known = || parameters.iter().map(|parameter| parameter.name.as_str());
    if !known().any(|known| known == name.value) {
        let help = suggestion(name, known());
        let message = format!("the method has no parameter `{}`", name.value);
        context.report.at(name.span, message, "not a parameter of this method").help(help);
    }
}

fn returned(
    context: &mut Context<'_>,
    raw: &Loc<raw::Return>,
    owner: &Lifespan,
    parameters: &[Parameter],
    all_read: bool,
) -> Return {
    let wants_shape = matches!(raw.answer.value, AnswerKind::List | AnswerKind::Object);
    match &raw.shape {
        Some(shape) => {
            context.reference(Kind::Shape, shape);
            if !wants_shape {
                context
                    .report
                    .at(shape.span, "this kind of answer has no shape", "only lists and objects have one")
                    .help("leave `shape` out, or correct `answer`");
            }
        }
        None if wants_shape => {
            context
                .report
                .at(raw.answer.span, "a list or object needs a shape", "`shape` is missing")
                .help("add `shape:` with the id of a shape");
        }
        None => {}
    }
    if let Some(when) = raw.when.as_ref().filter(|_| all_read) {
        check_known(context, &when.parameter, parameters);
    }
    Return {
        answer: raw.answer.value,
        shape: text(raw.shape.as_ref()),
        text: raw.text.as_ref().map_or(Type::String, |text| context.type_of(text)),
        formats: texts(&raw.formats),
        when: raw.when.as_ref().map(|when| ReturnWhen {
            parameter: when.parameter.value.clone(),
            value: when.value.value.clone(),
        }),
        status: raw.status.unwrap_or(200),
        media: text(raw.media.as_ref()),
        meaning: raw.meaning.value.clone(),
        life: context.life_within(raw.since.as_ref(), raw.until.as_ref(), owner, "the method"),
        evidence: context.evidence(&raw.evidence),
        unsure: texts(&raw.unsure),
    }
}

fn check_returns(context: &mut Context<'_>, raw: &raw::Method, returns: &[Return]) {
    let usual = returns.iter().any(|answer| answer.when.is_none() && answer.life.until.is_none());
    if !usual && raw.until.is_none() {
        context
            .report
            .at(
                raw.id.span,
                "nothing says what the method returns today",
                "every entry of `returns` has `when` or `until`",
            )
            .help("add an entry without both");
    }
}

fn right_of(context: &mut Context<'_>, raw: &raw::MethodRight, owner: &Lifespan, name: &str) -> MethodRight {
    MethodRight {
        right: context.reference(Kind::Right, &raw.right),
        life: context.life_within(raw.since.as_ref(), raw.until.as_ref(), owner, name),
        evidence: context.evidence(&raw.evidence),
    }
}

fn error_of(
    context: &mut Context<'_>,
    raw: &raw::MethodError,
    owner: &Lifespan,
    shared_errors: &SharedErrors<'_>,
    span: Span,
) -> Option<ErrorCase> {
    match (&raw.shared, &raw.case) {
        (Some(id), None) => {
            context.reference(Kind::Error, id);
            let case = shared_errors.get(id.as_str())?;
            let mut case = shared::error_case(context, case, &context.known.clone());
            case.life = case.life.clip(owner);
            Some(case)
        }
        (None, Some(case)) => Some(shared::error_case(context, case, owner)),
        _ => {
            context
                .report
                .at(span, "an error needs either `use` or `case`", "one entry of `errors` has both or none")
                .help("write `use:` with the id of a shared error, or `case:` with an error of this method alone");
            None
        }
    }
}

/// Dated changes of a method or shape.
pub(super) fn changes(context: &mut Context<'_>, raw: &[raw::Change]) -> Vec<Change> {
    raw.iter()
        .map(|change| {
            let (version, certainty) = context.since(&change.version);
            Change {
                version,
                certainty,
                note: change.note.value.clone(),
                breaks: change.breaks.as_ref().map(|breaks| breaks.value.clone()),
                correction: change.correction,
                evidence: context.needed_evidence(&change.evidence, &change.note),
            }
        })
        .collect()
}
