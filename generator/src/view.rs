//! The model as one REDCap version sees it, or as a client for all versions does.
//!
//! # Invariants
//! - A view has the same types as the model, with fewer entries: backends need not know which it is.
//! - Under [`Selection::At`], everything that is left exists in that version.

use std::collections::BTreeSet;

use crate::model::{Example, Lifespan, Method, Model, Type, Version};

/// Which versions a view is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// One version.
    At(Version),
    /// All known versions: what ever existed, with `since` and `until` to tell.
    All,
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
        let mut selected = model.clone();
        let newest = match selection {
            Selection::All => model.newest(),
            Selection::At(version) => {
                restrict(&mut selected, version);
                version
            }
        };
        drop_unused(&mut selected);
        View { selection, newest, model: selected }
    }

    /// The methods of a group, in order.
    pub fn methods_of<'v>(&'v self, group: &'v str) -> impl Iterator<Item = &'v Method> {
        self.model.methods.iter().filter(move |method| method.group == group)
    }

    /// Spec files that the view draws on, sorted.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        let methods = self.model.methods.iter().map(|method| method.origin.file.clone());
        let shapes = self.model.shapes.iter().map(|shape| shape.origin.file.clone());
        methods.chain(shapes).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

fn restrict(model: &mut Model, version: Version) {
    let exists = |life: &Lifespan| life.contains(version);
    model.releases.retain(|release| release.version <= version);
    model.methods.retain(|method| exists(&method.life));
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
        let known = |name: &str| method.open || parameters.iter().any(|parameter| parameter.name == name);
        let fallback = method.examples.first().map(|example| trimmed(example, known));
        method.examples.retain(|example| exists(&example.life));
        if method.examples.is_empty() {
            method.examples.extend(fallback);
        }
    }
    model.shapes.retain(|shape| exists(&shape.life));
    for shape in &mut model.shapes {
        shape.columns.retain(|column| exists(&column.life));
        shape.changes.retain(|change| change.version <= version);
    }
    for one in &mut model.enums {
        one.values.retain(|value| exists(&value.life));
    }
    model.callbacks.retain(|callback| exists(&callback.life));
    for callback in &mut model.callbacks {
        callback.fields.retain(|field| exists(&field.life));
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

/// Shapes, enums, named texts and groups that nothing refers to any more.
fn drop_unused(model: &mut Model) {
    let mut shapes = BTreeSet::new();
    let mut types = Vec::new();
    for method in &model.methods {
        types.extend(method.parameters.iter().map(|parameter| &parameter.type_));
        types.extend(method.returns.iter().map(|answer| &answer.text));
        shapes.extend(method.returns.iter().filter_map(|answer| answer.shape.clone()));
    }
    for type_ in &types {
        if let Type::Payload(id) | Type::PayloadItem(id) = type_ {
            shapes.insert(id.clone());
        }
    }
    model.shapes.retain(|shape| shapes.contains(&shape.id));
    types.extend(model.shapes.iter().flat_map(|shape| &shape.columns).map(|column| &column.type_));
    types.extend(model.callbacks.iter().flat_map(|callback| &callback.fields).map(|field| &field.type_));
    let mut named = BTreeSet::new();
    for type_ in types {
        collect_names(type_, &mut named);
    }
    model.enums.retain(|one| named.contains(&one.id));
    model.scalars.retain(|scalar| named.contains(&scalar.id));
    let groups: BTreeSet<String> = model.methods.iter().map(|method| method.group.clone()).collect();
    model.groups.retain(|group| groups.contains(&group.id));
}

fn collect_names(type_: &Type, names: &mut BTreeSet<String>) {
    match type_ {
        Type::Enum(id) | Type::Scalar(id) => {
            names.insert(id.clone());
        }
        Type::List(of) | Type::Map(of) => collect_names(of, names),
        _ => {}
    }
}
