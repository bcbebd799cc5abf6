//! `lint`: is the spec sound, and what is still open in it?

use std::collections::BTreeSet;

use redcap_generator::model::{Certainty, Lifespan, Model};
use redcap_generator::pipeline::SPEC;

use super::args::LintArgs;
use super::model_in;
use super::places::folder;
use super::reply::Reply;
use super::text::count;

pub fn run(args: &LintArgs) -> Result<Reply, Reply> {
    let model = model_in(&folder(args.spec.spec.as_deref(), SPEC))?;
    let parameters: usize = model.methods.iter().map(|method| method.parameters.len()).sum();
    let columns: usize = model.shapes.iter().map(|shape| shape.columns.len()).sum();
    let sound = [
        count(model.methods.len(), "method"),
        count(parameters, "parameter"),
        count(model.shapes.len(), "shape"),
        count(columns, "column"),
        count(model.enums.len(), "set") + " of values",
        count(model.callbacks.len(), "callback"),
        count(model.releases.len(), "version"),
    ];
    let inferred = uncertain(&model, Certainty::About);
    let at_latest = uncertain(&model, Certainty::AtLatest);
    Ok(Reply::fine(format!(
        "{}: no problems\n{} (`unsure`)\n{} with an inferred first version (`~`), {} that may be older than theirs (`<=`)\n",
        sound.join(", "),
        count(questions(&model).len(), "open question"),
        count(inferred, "fact"),
        at_latest,
    )))
}

/// Open questions. Shared parameters and errors bring theirs to every method that uses them, so
/// equal ones count once.
fn questions(model: &Model) -> BTreeSet<&str> {
    let mut lists: Vec<&[String]> = vec![&model.api.unsure];
    for method in &model.methods {
        lists.push(&method.unsure);
        lists.extend(method.parameters.iter().map(|parameter| parameter.unsure.as_slice()));
        lists.extend(method.returns.iter().map(|answer| answer.unsure.as_slice()));
        lists.extend(method.errors.iter().map(|error| error.unsure.as_slice()));
    }
    lists.extend(model.enums.iter().map(|one| one.unsure.as_slice()));
    for shape in &model.shapes {
        lists.push(&shape.unsure);
        lists.extend(shape.columns.iter().map(|column| column.unsure.as_slice()));
    }
    lists.extend(model.callbacks.iter().map(|callback| callback.unsure.as_slice()));
    lists.into_iter().flatten().map(String::as_str).collect()
}

/// How many facts have a first version of this certainty that they do not owe to their owner.
fn uncertain(model: &Model, certainty: Certainty) -> usize {
    let mut lives: BTreeSet<(String, String)> = BTreeSet::new();
    let mut see = |name: String, life: &Lifespan, owner: Option<&Lifespan>| {
        let inherited =
            owner.is_some_and(|owner| (owner.since, owner.certainty) == (life.since, life.certainty));
        if life.certainty == certainty && !inherited {
            lives.insert((name, life.to_string()));
        }
    };
    for method in &model.methods {
        let (id, owner) = (&method.id, Some(&method.life));
        see(id.clone(), &method.life, None);
        for right in &method.rights {
            see(format!("{id} right {}", right.right), &right.life, owner);
        }
        for parameter in &method.parameters {
            see(format!("{id} parameter {}", parameter.name), &parameter.life, owner);
        }
        for (index, answer) in method.returns.iter().enumerate() {
            see(format!("{id} answer {index}"), &answer.life, owner);
        }
        for error in &method.errors {
            see(format!("error {}", error.id), &error.life, owner);
        }
        for (index, example) in method.examples.iter().enumerate() {
            see(format!("{id} example {index}"), &example.life, owner);
        }
    }
    // What belongs to no method is as old as the API unless it says otherwise.
    let always = Lifespan { since: model.oldest(), certainty: Certainty::AtLatest, until: None };
    for one in &model.enums {
        for value in &one.values {
            see(format!("value {} {}", one.id, value.value), &value.life, Some(&always));
        }
    }
    for shape in &model.shapes {
        for column in &shape.columns {
            see(format!("column {} {}", shape.id, column.name), &column.life, Some(&shape.life));
        }
    }
    for callback in &model.callbacks {
        see(format!("callback {}", callback.id), &callback.life, None);
        for field in &callback.fields {
            see(format!("field {} {}", callback.id, field.name), &field.life, Some(&callback.life));
        }
    }
    lives.len()
}
