//! Which pages there are, and what is particular to each.

use minijinja::Value;
use minijinja::value::Serde;

use super::answers::{self, Answers};
use super::page::Page;
use super::versions::History;
use super::{slug, values};
use crate::backend::Input;
use crate::model::{ErrorCase, Group, Method, Model, Right, Shape, Type};

/// All pages but the playground, in the order in which lists have them.
pub fn all(input: &Input<'_>, history: &History, recorded: &Answers) -> Vec<Page> {
    let model = &input.view.model;
    let newest = input.view.newest;
    let start = format!(
        "Every method of the {} with parameters, answers, rights, errors and programs in many languages, up to {newest}.",
        model.api.title
    );
    let mut pages = vec![
        Page::new("index", &format!("{} reference", model.api.title), &start),
        Page::new(
            "versions",
            "Versions",
            "Which version has which methods, and what changed between any two.",
        )
        .with("columns", history.columns())
        .with("rows", history.rows(model)),
        Page::new("changes", "All changes", "What came, went and changed from each version to the next.")
            .with("steps", history.steps(model)),
        Page::new(
            "errors",
            "Errors and status codes",
            "All known messages and status codes, with cause and remedy.",
        )
        .with("errors", errors(model)),
        prose(
            "security",
            "Security and good practice",
            "How to keep a token, and how to call the API so that nothing is lost.",
        ),
        prose("clients", "Clients", "Ways to call the API without writing the calls yourself."),
        prose("sandbox", "Sandbox", "A server on your own machine that answers as REDCap does."),
        Page::new(
            "trigger",
            "Data Entry Trigger",
            "The call that REDCap makes when a form or survey page was saved.",
        ),
        Page::new("shapes", "Shapes", "What items hold that methods return or take."),
        Page::new("rights", "User rights", "Which rights methods ask for."),
        Page::new("sources", "Sources", "Where the facts come from, and how far each source is trusted."),
    ];
    for group in &model.groups {
        pages.push(group_page(input, group));
        pages.extend(input.view.methods_of(&group.id).map(|method| method_page(group, method, recorded)));
    }
    pages.extend(model.shapes.iter().map(|shape| shape_page(model, shape)));
    pages.extend(model.rights.iter().map(|right| right_page(model, right)));
    pages
}

/// A page that is written in Markdown.
fn prose(path: &'static str, title: &str, description: &str) -> Page {
    Page::new(path, title, description)
}

fn group_page(input: &Input<'_>, group: &Group) -> Page {
    let methods = || input.view.methods_of(&group.id);
    let uses = |shape: &&Shape| methods().any(|method| returns(method, shape) || takes(method, shape));
    let shapes = input.view.model.shapes.iter().filter(uses);
    Page {
        path: format!("groups/{}", group.id),
        group: group.id.clone(),
        sources: vec!["spec/groups.yaml".to_owned()],
        ..Page::new("group", &group.title, group.summary.trim())
    }
    .with("group", Value::from(Serde(group)))
    .with("methods", methods().map(values::listed).collect::<Value>())
    .with("shapes", shapes.map(|shape| Value::from(Serde(shape))).collect::<Value>())
}

fn method_page(group: &Group, method: &Method, recorded: &Answers) -> Page {
    let mut cut = false;
    let mut answers = Vec::new();
    for (format, answer) in recorded.get(&method.id).into_iter().flatten() {
        let (text, more) = answers::cut(&answers::laid_out(&answer.body));
        cut |= more;
        let title = if format == "any" { "As it comes".to_owned() } else { format.to_uppercase() };
        answers.push(Value::from_pairs([
            ("title", Value::from(title)),
            ("format", Value::from(format.clone())),
            ("media", Value::from(answer.media.clone())),
            ("html", Value::from_safe_string(answers::html(&text))),
            ("empty", Value::from(text.is_empty())),
            ("text", Value::from(text)),
        ]));
    }
    let example = method.examples.first();
    let form = example.map(|example| method.form(&example.parameters)).unwrap_or_default();
    let form = form.into_iter().map(|field| Value::from(vec![field.name, field.value]));
    Page {
        path: format!("methods/{}", method.id),
        group: group.id.clone(),
        sources: vec![method.origin.file.clone()],
        ..Page::new("method", &method.title, method.summary.trim())
    }
    .with("group", Value::from(Serde(group)))
    .with("method", Value::from(Serde(method)))
    .with("answers", Value::from(answers))
    .with("cut", cut)
    .with("form", form.collect::<Value>())
}

fn shape_page(model: &Model, shape: &Shape) -> Page {
    let users = |verb: &'static str, uses: &dyn Fn(&Method) -> bool| {
        let methods: Vec<Value> =
            model.methods.iter().filter(|&method| uses(method)).map(values::listed).collect();
        (!methods.is_empty())
            .then(|| Value::from_pairs([("verb", Value::from(verb)), ("methods", Value::from(methods))]))
    };
    let uses = [
        users("Returned by", &|method| returns(method, shape)),
        users("Taken by", &|method| takes(method, shape)),
    ];
    Page {
        path: format!("shapes/{}", shape.id),
        sources: vec![shape.origin.file.clone()],
        ..Page::new("shape", &title(&shape.id), shape.summary.trim())
    }
    .with("shape", Value::from(Serde(shape)))
    .with("uses", uses.into_iter().flatten().collect::<Value>())
}

fn right_page(model: &Model, right: &Right) -> Page {
    let needs = |method: &&Method| method.rights.iter().any(|needed| needed.right == right.id);
    let summary = right.meaning.split_whitespace().collect::<Vec<_>>().join(" ");
    Page {
        path: format!("rights/{}", right.id),
        sources: vec!["spec/rights.yaml".to_owned()],
        ..Page::new("right", &right.title, &summary)
    }
    .with("right", Value::from(Serde(right)))
    .with("methods", model.methods.iter().filter(needs).map(values::listed).collect::<Value>())
}

fn returns(method: &Method, shape: &Shape) -> bool {
    method.returns.iter().any(|answer| answer.shape.as_deref() == Some(shape.id.as_str()))
}

fn takes(method: &Method, shape: &Shape) -> bool {
    method.parameters.iter().any(|parameter| match &parameter.type_ {
        Type::Payload(id) | Type::PayloadItem(id) => *id == shape.id,
        _ => false,
    })
}

/// A name on the wire as a title: `event_mapping` is Event mapping.
pub fn title(id: &str) -> String {
    let words = id.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Each known error once, with the methods that answer it.
pub fn distinct_errors(model: &Model) -> Vec<(&ErrorCase, Vec<&str>)> {
    let mut distinct: Vec<(&ErrorCase, Vec<&str>)> = Vec::new();
    for method in &model.methods {
        for case in &method.errors {
            let same = |(known, _): &&mut (&ErrorCase, Vec<&str>)| {
                (&known.id, &known.message, known.life) == (&case.id, &case.message, case.life)
            };
            match distinct.iter_mut().find(same) {
                Some((_, methods)) => methods.push(&method.id),
                None => distinct.push((case, vec![&method.id])),
            }
        }
    }
    distinct
}

/// The name of the place of an error in the list of all.
pub fn error_anchor(distinct: &[(&ErrorCase, Vec<&str>)], at: usize) -> String {
    let id = &distinct[at].0.id;
    let earlier = distinct[..at].iter().filter(|(case, _)| case.id == *id).count();
    if earlier == 0 { slug(id) } else { format!("{}-{}", slug(id), earlier + 1) }
}

fn errors(model: &Model) -> Value {
    let distinct = distinct_errors(model);
    let listed = distinct.iter().enumerate().map(|(at, (case, methods))| {
        Value::from_pairs([
            ("case", Value::from(Serde(case))),
            ("anchor", Value::from(error_anchor(&distinct, at))),
            ("methods", methods.iter().copied().collect::<Value>()),
        ])
    });
    listed.collect()
}
