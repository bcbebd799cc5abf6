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

use crate::diagnostics::{FileId, Report, SourceFile, Span};
use crate::model::Model;
use crate::model::version::{Certainty, Lifespan, Version};
use crate::spec::raw::SpecFile;
use context::{Context, Kind};

/// Lowers the sections of all files into one model. `None` when anything is wrong.
pub fn lower(files: &[SourceFile], sections: &[(FileId, SpecFile)], report: &mut Report) -> Option<Model> {
    let specs: Vec<&SpecFile> = sections.iter().map(|(_, spec)| spec).collect();
    let mut context = Context::new(files, report);
    register(&mut context, &specs);
    let releases = shared::releases(&mut context, &specs);
    let (Some(oldest), Some(newest)) = (releases.first(), releases.last()) else {
        context.report.general("the spec lists no version", "add `versions:` with at least one entry");
        return None;
    };
    context.known = Lifespan { since: oldest.version, certainty: Certainty::AtLatest, until: None };
    context.newest = newest.version;
    let api = shared::api(&mut context, &specs)?;
    let mut shapes = shape::shapes(&mut context, &specs);
    let enums = shape::enums(&mut context, &specs);
    let groups = shared::groups(&mut context, &specs);
    let mut methods = method::methods(&mut context, sections);
    methods.sort_by_key(|method| groups.iter().position(|group| group.id == method.group));
    shape::clip_to_methods(&mut context, &mut shapes, &methods, &specs);
    let model = Model {
        api,
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
    context.report_unused();
    rules::unique_selectors(&mut context, &model);
    rules::completeness(&mut context, &model);
    example_check::check(&mut context, &model, &specs);
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

/// A version that stands in where the real one could not be read; the model is never used then.
const UNREADABLE: Version = Version(0, 0, 0);

/// A place at the very start of a file, for problems of a file as a whole.
fn file_start(file: FileId) -> Span {
    Span { file, start: 0, end: 0 }
}
