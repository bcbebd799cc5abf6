//! Spec to model: resolves references, applies defaults, and reports what contradicts itself.

mod context;
mod example;
mod example_check;
mod method;
mod parameter;
mod rules;
mod shape;
mod shared;
mod types;

use std::collections::BTreeMap;

use crate::diagnostics::{FileId, Report, SourceFile, Span};
use crate::model::version::{Certainty, Lifespan, Version};
use crate::model::{Enum, Method, Model, Origin, Shape};
use crate::spec::loc::Loc;
use crate::spec::raw::{self, SpecFile};
use context::{Context, Kind};

/// Lowers the sections of all files into one model. `None` when anything is wrong.
pub fn lower(files: &[SourceFile], sections: &[(FileId, SpecFile)], report: &mut Report) -> Option<Model> {
    let specs: Vec<&SpecFile> = sections.iter().map(|(_, spec)| spec).collect();
    let mut context = Context::new(files, report);
    register(&mut context, &specs);
    let releases = shared::releases(&mut context, &specs);
    let readable = releases.iter().map(|release| release.version).filter(|version| *version != UNREADABLE);
    let listed: Vec<Version> = readable.collect();
    let (Some(&oldest), Some(&newest)) = (listed.iter().min(), listed.iter().max()) else {
        if context.is_complete() && releases.is_empty() {
            context.report.general("the spec lists no version", "add `versions:` with at least one entry");
        }
        return None;
    };
    context.known = Lifespan { since: oldest, certainty: Certainty::AtLatest, until: None };
    context.newest = newest;
    context.listed = listed;
    let api = shared::api(&mut context, &specs);
    let mut shapes = shape::shapes(&mut context, &specs);
    let enums = shape::enums(&mut context, &specs);
    let groups = shared::groups(&mut context, &specs);
    let mut methods = method::methods(&mut context, sections);
    let order: BTreeMap<&str, usize> =
        groups.iter().enumerate().map(|(position, group)| (group.id.as_str(), position)).collect();
    methods.sort_by_key(|method| order.get(method.group.as_str()).copied());
    shape::clip_to_methods(&mut context, &mut shapes, &methods, &specs);
    let model = Model {
        api: api?,
        releases,
        sources: shared::sources(&specs),
        rights: shared::rights(&specs),
        conditions: shared::conditions(&specs),
        groups,
        scalars: shape::scalars(&context, &specs),
        enums,
        answers: shared::answers(&mut context, &specs),
        methods,
        shapes,
        callbacks: shape::callbacks(&mut context, &specs),
        omitted: shared::omitted(&mut context, &specs),
    };
    // With a file missing, these would report its absence in a hundred ways.
    if context.is_complete() {
        context.report_unused();
        rules::unique_selectors(&mut context, &model);
        rules::completeness(&mut context, &model);
        let index = Index::new(&model);
        for (method, raw) in pairs(&mut context, &model, &specs) {
            rules::answers_fit(&mut context, &index, method, raw);
            example_check::check(&mut context, &index, method, raw);
        }
    }
    if report.is_empty() { Some(model) } else { None }
}

/// Makes every id known before any reference is resolved.
fn register(context: &mut Context<'_>, specs: &[&SpecFile]) {
    for spec in specs {
        for source in &spec.sources {
            context.define_source(&source.id);
        }
        for (kind, ids) in [
            (Kind::Right, spec.rights.iter().map(|right| &right.id).collect::<Vec<_>>()),
            (Kind::Condition, spec.conditions.iter().map(|condition| &condition.id).collect()),
            (Kind::Group, spec.groups.iter().map(|group| &group.id).collect()),
            (Kind::Scalar, spec.scalars.iter().map(|scalar| &scalar.id).collect()),
            (Kind::Enum, spec.enums.iter().map(|one| &one.id).collect()),
            (Kind::Error, spec.errors.iter().map(|error| &error.id).collect()),
            (Kind::Parameter, spec.parameters.iter().map(|parameter| &parameter.id).collect()),
            (Kind::Method, spec.methods.iter().map(|method| &method.id).collect()),
            (Kind::Shape, spec.shapes.iter().map(|shape| &shape.id).collect()),
            (Kind::Callback, spec.callbacks.iter().map(|callback| &callback.id).collect()),
        ] {
            for id in ids {
                context.define(kind, id);
            }
        }
    }
    context.check_type_names();
}

/// What rules look up by id.
struct Index<'m> {
    enums: BTreeMap<&'m str, &'m Enum>,
    shapes: BTreeMap<&'m str, &'m Shape>,
}

impl<'m> Index<'m> {
    fn new(model: &'m Model) -> Self {
        Index {
            enums: model.enums.iter().map(|one| (one.id.as_str(), one)).collect(),
            shapes: model.shapes.iter().map(|shape| (shape.id.as_str(), shape)).collect(),
        }
    }
}

/// Methods with what is written of them. Found by place: an id may be there twice by mistake.
fn pairs<'m>(
    context: &mut Context<'_>,
    model: &'m Model,
    specs: &[&'m SpecFile],
) -> Vec<(&'m Method, &'m Loc<raw::Method>)> {
    let written = specs.iter().flat_map(|spec| &spec.methods);
    let written: BTreeMap<Origin, _> = written.map(|raw| (context.origin(raw.span), raw)).collect();
    model.methods.iter().filter_map(|method| Some((method, *written.get(&method.origin)?))).collect()
}

/// A version that stands in where the real one could not be read; the model is never used then.
const UNREADABLE: Version = Version(0, 0, 0);

/// A place at the very start of a file, for problems of a file as a whole.
fn file_start(file: FileId) -> Span {
    Span { file, start: 0, end: 0 }
}
