//! The model as one REDCap version sees it, or as a client for all versions does.
//!
//! # Invariants
//! - A view has the same types as the model, with fewer entries: backends need not know which it is.
//! - Under [`Selection::At`], everything that is left exists in that version.

use std::collections::BTreeSet;

use crate::model::{
    Callback, Enum, Example, Lifespan, Method, Model, Need, Parameter, ScalarType, Shape, Type, Version,
};

/// Which versions a view is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// One version.
    At(Version),
    /// All known versions: what ever existed, with `since` and `until` to tell.
    All,
}

impl Selection {
    /// True when a fact that lives so is selected.
    #[must_use]
    pub fn has(self, life: &Lifespan) -> bool {
        match self {
            Selection::At(version) => life.contains(version),
            Selection::All => true,
        }
    }

    /// True when what began in a version is selected.
    #[must_use]
    pub fn has_reached(self, since: Version) -> bool {
        match self {
            Selection::At(version) => since <= version,
            Selection::All => true,
        }
    }
}

/// What of a model is selected, without a copy: for those who read many versions. The entries are
/// as in the model, so what they hold (parameters, columns, values …) is still for all versions.
#[derive(Debug)]
pub struct Selected<'m> {
    /// What was selected.
    pub selection: Selection,
    /// The methods.
    pub methods: Vec<&'m Method>,
    /// Shapes that the methods return or take.
    pub shapes: Vec<&'m Shape>,
    /// Sets of values that the methods, shapes and callbacks refer to.
    pub enums: Vec<&'m Enum>,
    /// Named texts that they refer to.
    pub scalars: Vec<&'m ScalarType>,
    /// The callbacks.
    pub callbacks: Vec<&'m Callback>,
    used: BTreeSet<Name<'m>>,
}

impl<'m> Selected<'m> {
    /// Selects from the model.
    #[must_use]
    pub fn of(model: &'m Model, selection: Selection) -> Selected<'m> {
        let has = |life: &Lifespan| selection.has(life);
        let methods: Vec<&Method> = model.methods.iter().filter(|method| has(&method.life)).collect();
        let callbacks: Vec<&Callback> =
            model.callbacks.iter().filter(|callback| has(&callback.life)).collect();
        let mut used = BTreeSet::new();
        for method in &methods {
            let parameters = method.parameters.iter().filter(|parameter| has(&parameter.life));
            parameters.for_each(|parameter| add_names(&parameter.type_, &mut used));
            for answer in method.returns.iter().filter(|answer| has(&answer.life)) {
                add_names(&answer.text, &mut used);
                used.extend(answer.shape.as_deref().map(Name::Shape));
            }
        }
        let is_used = |shape: &&Shape| has(&shape.life) && used.contains(&Name::Shape(&shape.id));
        let shapes: Vec<&Shape> = model.shapes.iter().filter(is_used).collect();
        for column in shapes.iter().flat_map(|shape| &shape.columns).filter(|column| has(&column.life)) {
            add_names(&column.type_, &mut used);
        }
        for field in callbacks.iter().flat_map(|callback| &callback.fields).filter(|field| has(&field.life)) {
            add_names(&field.type_, &mut used);
        }
        let enums = model.enums.iter().filter(|one| used.contains(&Name::Enum(&one.id))).collect();
        let scalars =
            model.scalars.iter().filter(|scalar| used.contains(&Name::Scalar(&scalar.id))).collect();
        Selected { selection, methods, shapes, enums, scalars, callbacks, used }
    }

    /// True when the fact is selected.
    #[must_use]
    pub fn has(&self, life: &Lifespan) -> bool {
        self.selection.has(life)
    }

    /// True when the shape is selected.
    #[must_use]
    pub fn has_shape(&self, shape: &Shape) -> bool {
        self.has(&shape.life) && self.used.contains(&Name::Shape(&shape.id))
    }

    /// True when the set of values is selected.
    #[must_use]
    pub fn has_enum(&self, one: &Enum) -> bool {
        self.used.contains(&Name::Enum(&one.id))
    }

    /// Spec files that the methods and shapes come from, sorted.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        let methods = self.methods.iter().map(|method| method.origin.file.as_str());
        let shapes = self.shapes.iter().map(|shape| shape.origin.file.as_str());
        methods.chain(shapes).collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect()
    }
}

/// A name by which types and answers refer to a definition.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Name<'m> {
    Shape(&'m str),
    Enum(&'m str),
    Scalar(&'m str),
}

fn add_names<'m>(type_: &'m Type, names: &mut BTreeSet<Name<'m>>) {
    match type_ {
        Type::Payload(id) | Type::PayloadItem(id) => {
            names.insert(Name::Shape(id));
        }
        Type::Enum(id) => {
            names.insert(Name::Enum(id));
        }
        Type::Scalar(id) => {
            names.insert(Name::Scalar(id));
        }
        Type::List(of) | Type::Map(of) => add_names(of, names),
        _ => {}
    }
}

/// The API as selected.
#[derive(Debug, Clone)]
pub struct View {
    /// What was selected.
    pub selection: Selection,
    /// Newest version that the view covers.
    pub newest: Version,
    /// The selected part of the model.
    pub model: Model,
}

impl View {
    /// Selects from the model.
    #[must_use]
    pub fn new(model: &Model, selection: Selection) -> View {
        let selected = Selected::of(model, selection);
        let groups: BTreeSet<&str> = selected.methods.iter().map(|method| method.group.as_str()).collect();
        let mut model = Model {
            api: model.api.clone(),
            releases: model
                .releases
                .iter()
                .filter(|release| selection.has_reached(release.version))
                .cloned()
                .collect(),
            sources: model.sources.clone(),
            rights: model.rights.clone(),
            conditions: model.conditions.clone(),
            groups: model.groups.iter().filter(|group| groups.contains(group.id.as_str())).cloned().collect(),
            scalars: copies(&selected.scalars),
            enums: copies(&selected.enums),
            answers: model.answers.clone(),
            methods: copies(&selected.methods),
            shapes: copies(&selected.shapes),
            callbacks: copies(&selected.callbacks),
            omitted: model.omitted.clone(),
        };
        drop_corrections(&mut model);
        let newest = match selection {
            Selection::All => {
                model.methods.iter_mut().for_each(|method| unite(&mut method.parameters));
                model.newest()
            }
            Selection::At(version) => {
                restrict(&mut model, version);
                version
            }
        };
        View { selection, newest, model }
    }

    /// The methods of a group, in order.
    pub fn methods_of<'v>(&'v self, group: &'v str) -> impl Iterator<Item = &'v Method> {
        self.model.methods.iter().filter(move |method| method.group == group)
    }

    /// Spec files that the view draws on, sorted.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        Selected::of(&self.model, self.selection).files()
    }
}

fn copies<T: Clone>(selected: &[&T]) -> Vec<T> {
    selected.iter().copied().cloned().collect()
}

/// Corrections are about the spec. What is made from a view tells of REDCap.
fn drop_corrections(model: &mut Model) {
    let methods = model.methods.iter_mut().map(|one| &mut one.changes);
    let shapes = model.shapes.iter_mut().map(|one| &mut one.changes);
    let enums = model.enums.iter_mut().map(|one| &mut one.changes);
    let callbacks = model.callbacks.iter_mut().map(|one| &mut one.changes);
    for changes in methods.chain(shapes).chain(enums).chain(callbacks) {
        changes.retain(|change| !change.correction);
    }
}

/// Makes one parameter of those that share a name and follow each other: as the newest one, but for the whole time.
fn unite(parameters: &mut Vec<Parameter>) {
    let mut united: Vec<Parameter> = Vec::with_capacity(parameters.len());
    for parameter in parameters.drain(..) {
        match united.iter_mut().find(|one| one.name == parameter.name) {
            None => united.push(parameter),
            Some(other) => {
                let is_newer = parameter.life.since > other.life.since;
                let (old, new) = if is_newer { (&*other, &parameter) } else { (&parameter, &*other) };
                let mut whole = new.clone();
                whole.life = new.life.with(&old.life);
                whole.doc =
                    format!("{}\n\nBefore {}: {}.", new.doc.trim_end(), new.life.since, former(old, new));
                *other = whole;
            }
        }
    }
    *parameters = united;
}

/// What was otherwise before, in words.
fn former(old: &Parameter, new: &Parameter) -> String {
    let mut words = Vec::new();
    if old.default != new.default {
        words
            .push(old.default.as_ref().map_or("no default".to_owned(), |value| format!("default `{value}`")));
    }
    if old.need != new.need {
        let need = if old.need == Need::Required { "required" } else { "not required" };
        words.push(need.to_owned());
    }
    if old.type_ != new.type_ {
        words.push(format!("`{}`", old.type_.notation()));
    }
    if words.is_empty() { old.doc.trim().trim_end_matches('.').replace('\n', " ") } else { words.join(", ") }
}

/// Takes out of the entries what they do not hold in the version.
fn restrict(model: &mut Model, version: Version) {
    let exists = |life: &Lifespan| life.contains(version);
    let ids: BTreeSet<String> = model.methods.iter().map(|method| method.id.clone()).collect();
    for method in &mut model.methods {
        method.rights.retain(|right| exists(&right.life));
        method.parameters.retain(|parameter| exists(&parameter.life));
        method.returns.retain(|answer| exists(&answer.life));
        method.errors.retain(|error| exists(&error.life));
        method.changes.retain(|change| change.version <= version);
        method.see_also.retain(|id| ids.contains(id));
        method.deprecated = method.deprecated.take().filter(|(since, _)| *since <= version);
        let parameters = &method.parameters;
        let sent = |name: &String| parameters.iter().any(|parameter| parameter.name == *name);
        method.requires.iter_mut().for_each(|needed| needed.one_of.retain(sent));
        method.requires.retain(|needed| needed.when.iter().all(sent) && !needed.one_of.is_empty());
        let known = |name: &str| method.open || parameters.iter().any(|parameter| parameter.name == name);
        let fallback = method.examples.first().map(|example| trimmed(example, known));
        method.examples.retain(|example| exists(&example.life));
        if method.examples.is_empty() {
            method.examples.extend(fallback);
        }
    }
    for shape in &mut model.shapes {
        shape.columns.retain(|column| exists(&column.life));
        shape.changes.retain(|change| change.version <= version);
    }
    for one in &mut model.enums {
        one.values.retain(|value| exists(&value.life));
        one.changes.retain(|change| change.version <= version);
    }
    for callback in &mut model.callbacks {
        callback.fields.retain(|field| exists(&field.life));
        callback.changes.retain(|change| change.version <= version);
    }
    model.api.statuses.retain(|status| status.until.is_none_or(|until| version < until));
}

/// An example without the parameters that the version does not have. Its answer is left out: it
/// belongs to a newer server.
fn trimmed(example: &Example, known: impl Fn(&str) -> bool) -> Example {
    let mut example = example.clone();
    example.parameters.retain(|(name, _)| known(name));
    example.body = None;
    example
}
