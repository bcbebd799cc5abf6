//! Lowers shapes, sets of values, named texts and callbacks.

use std::collections::BTreeMap;

use crate::model::names;
use crate::model::shape::{Callback, CallbackField, Column, Enum, EnumValue, ImportNeed, ScalarType, Shape};
use crate::model::version::Lifespan;
use crate::model::{Method, Type};
use crate::spec::loc::Loc;
use crate::spec::raw::{self, JsonForm, SpecFile};

use super::context::{Context, Kind, text, texts};
use super::{method, parameter};

/// Named texts.
pub(super) fn scalars(context: &Context<'_>, specs: &[&SpecFile]) -> Vec<ScalarType> {
    specs
        .iter()
        .flat_map(|spec| &spec.scalars)
        .map(|raw| ScalarType {
            id: raw.id.value.clone(),
            meaning: raw.meaning.value.clone(),
            example: raw.example.value.clone(),
            sensitive: raw.sensitive,
            origin: context.origin(raw.id.span),
        })
        .collect()
}

/// Sets of values.
pub(super) fn enums(context: &mut Context<'_>, specs: &[&SpecFile]) -> Vec<Enum> {
    let mut enums = Vec::new();
    for raw in specs.iter().flat_map(|spec| &spec.enums) {
        let values: Vec<EnumValue> = raw.values.iter().map(|value| enum_value(context, value)).collect();
        for (index, value) in values.iter().enumerate() {
            for earlier in &values[..index] {
                let span = raw.values[index].value.span;
                if earlier.value == value.value {
                    let message = format!("the value `{}` is there twice", value.value);
                    context
                        .report
                        .at(span, message, "second occurrence")
                        .help("keep one, or give them one lifespan");
                } else if names::type_name(&earlier.ident) == names::type_name(&value.ident) {
                    let message = format!("`{}` and `{}` become the same name", earlier.value, value.value);
                    let reason = format!("both give `{}` in code", names::type_name(&value.ident));
                    context.report.at(span, message, reason).help("add `ident:` to one of them");
                }
            }
        }
        enums.push(Enum {
            id: raw.id.value.clone(),
            summary: raw.summary.value.clone(),
            values,
            changes: method::changes(context, &raw.changes),
            evidence: context.needed_evidence(&raw.evidence, &raw.id),
            unsure: texts(&raw.unsure),
            origin: context.origin(raw.id.span),
        });
    }
    enums
}

fn enum_value(context: &mut Context<'_>, raw: &raw::EnumValue) -> EnumValue {
    let known = context.known;
    let (ident, span) = match &raw.ident {
        Some(ident) => (ident.value.clone(), ident.span),
        None => (names::ident_of(&raw.value), raw.value.span),
    };
    // Values become type-like names (`CsvDelimiter::Tab`), so keywords are no problem here.
    let name = names::type_name(&ident);
    let starts_well = name.starts_with(|first: char| first.is_ascii_uppercase());
    let taken = name == "Self" || name == "Other";
    if taken || !starts_well || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let reason = if taken { "generated clients use this name for themselves" } else { "not a word" };
        context
            .report
            .at(span, format!("the value `{}` gives no name for code", raw.value.value), reason)
            .help("add `ident:` with a lower_snake_case word");
    }
    EnumValue {
        value: raw.value.value.clone(),
        ident,
        meaning: raw.meaning.value.clone(),
        life: context.life(raw.since.as_ref(), raw.until.as_ref(), &known),
        evidence: context.evidence(&raw.evidence),
    }
}

/// Shapes. Their lifespan is set by [`clip_to_methods`].
pub(super) fn shapes(context: &mut Context<'_>, specs: &[&SpecFile]) -> Vec<Shape> {
    let known = context.known;
    let mut shapes = Vec::new();
    for raw in specs.iter().flat_map(|spec| &spec.shapes) {
        let columns: Vec<Column> =
            raw.columns.iter().map(|column| column_of(context, column, &known)).collect();
        for (index, column) in columns.iter().enumerate() {
            if let Some(earlier) = columns[..index].iter().find(|earlier| earlier.ident == column.ident) {
                let message = if earlier.name == column.name {
                    format!("the column `{}` is there twice", column.name)
                } else {
                    format!("`{}` and `{}` become the same name", earlier.name, column.name)
                };
                let reason = format!("both give `{}` in code", column.ident);
                context.report.at(raw.columns[index].span, message, reason).help("keep one, or add `ident:`");
            }
        }
        shapes.push(Shape {
            id: raw.id.value.clone(),
            summary: raw.summary.value.clone(),
            xml_root: text(raw.xml_root.as_ref()),
            import_whole: raw.import_whole,
            columns,
            life: known,
            evidence: context.needed_evidence(&raw.evidence, &raw.id),
            changes: method::changes(context, &raw.changes),
            disagreements: texts(&raw.disagreements),
            unsure: texts(&raw.unsure),
            origin: context.origin(raw.span),
        });
    }
    shapes
}

fn column_of(context: &mut Context<'_>, raw: &Loc<raw::Column>, owner: &Lifespan) -> Column {
    parameter::check_wire_name(context, &raw.name);
    let type_ = context.type_of(&raw.type_);
    let is_map = matches!(type_, Type::Map(_));
    if is_map != (raw.json.value == JsonForm::Object) {
        let reason = format!("the type is {}", type_.notation());
        context
            .report
            .at(raw.json.span, "type and JSON form do not fit", reason)
            .help("maps, and only they, are objects");
    }
    if matches!(type_, Type::List(_) | Type::File | Type::Odm) || type_.is_payload() {
        let message = format!("a column cannot be a `{}`", type_.notation());
        context
            .report
            .at(raw.type_.span, message, "not a type of columns")
            .help("write a type of a single value, or map<…> of one");
    }
    if let Some(clears) = &raw.absence_clears {
        check_clears(context, raw, clears);
    }
    Column {
        ident: parameter::ident(context, &raw.name, raw.ident.as_ref()),
        name: raw.name.value.clone(),
        type_,
        pattern: text(raw.pattern.as_ref()),
        doc: raw.doc.value.clone(),
        json: raw.json.value,
        presence: raw.presence.value,
        when: raw.when.as_ref().map(|when| context.reference(Kind::Condition, when)),
        import: raw.import.as_ref().map_or(ImportNeed::No, |import| import.value),
        absence_clears: text(raw.absence_clears.as_ref()),
        export: raw.export,
        sensitive: raw.sensitive,
        life: context.life(raw.since.as_ref(), raw.until.as_ref(), owner),
        evidence: context.evidence(&raw.evidence),
        unsure: texts(&raw.unsure),
    }
}

fn check_clears(context: &mut Context<'_>, raw: &raw::Column, clears: &Loc<String>) {
    if let Some(reason) = names::bad_ident(clears) {
        let message = format!("`{}` cannot be a part of a name", clears.value);
        context.report.at(clears.span, message, reason).help("write a lower_snake_case name");
    }
    if raw.import.as_ref().is_none_or(|import| import.value != ImportNeed::Optional) {
        context
            .report
            .at(clears.span, "items cannot lack this column", "only `import: optional` may be absent")
            .help("leave `absence_clears` out, or write `import: optional`");
    }
}

/// A shape lives as long as the methods that return or take it; its columns live inside it.
pub(super) fn clip_to_methods(
    context: &mut Context<'_>,
    shapes: &mut [Shape],
    methods: &[Method],
    specs: &[&SpecFile],
) {
    let mut lives: BTreeMap<&str, Lifespan> = BTreeMap::new();
    for method in methods {
        let returned = method.returns.iter().filter_map(|answer| answer.shape.as_deref());
        let taken = method.parameters.iter().filter_map(|parameter| match &parameter.type_ {
            Type::Payload(id) | Type::PayloadItem(id) => Some(id.as_str()),
            _ => None,
        });
        for id in returned.chain(taken) {
            let life = lives.entry(id).or_insert(method.life);
            *life = life.with(&method.life);
        }
    }
    let written: Vec<&Loc<raw::Shape>> = specs.iter().flat_map(|spec| &spec.shapes).collect();
    for (shape, raw) in shapes.iter_mut().zip(written) {
        let Some(&life) = lives.get(shape.id.as_str()) else { continue };
        shape.life = life;
        for (column, raw) in shape.columns.iter_mut().zip(&raw.columns) {
            // A method that has the shape earlier may be in a file that could not be read.
            let older = column.life.since < life.since && context.is_complete();
            if let Some(since) = raw.since.as_ref().filter(|_| older) {
                let message = format!("{} is older than the shape `{}`", column.life.since, shape.id);
                context
                    .report
                    .at(since.span, message, format!("no method has the shape before {}", life.since))
                    .help("leave `since` out when the column is as old as the shape");
            }
            column.life = column.life.clip(&life);
        }
    }
}

/// Callbacks.
pub(super) fn callbacks(context: &mut Context<'_>, specs: &[&SpecFile]) -> Vec<Callback> {
    let known = context.known;
    let mut callbacks = Vec::new();
    for raw in specs.iter().flat_map(|spec| &spec.callbacks) {
        let life = context.life(Some(&raw.since), None, &known);
        for (index, field) in raw.fields.iter().enumerate() {
            if raw.fields[..index].iter().any(|earlier| earlier.name == field.name) {
                let message = format!("the field `{}` is there twice", field.name.value);
                context.report.at(field.name.span, message, "second occurrence").help("keep one of the two");
            }
        }
        let fields = raw
            .fields
            .iter()
            .map(|field| CallbackField {
                name: field.name.value.clone(),
                type_: context.type_of(&field.type_),
                doc: field.doc.value.clone(),
                when: field.when.as_ref().map(|when| context.reference(Kind::Condition, when)),
                sensitive: field.sensitive,
                life: context.life_within(field.since.as_ref(), None, &life, "the callback"),
                evidence: context.evidence(&field.evidence),
            })
            .collect();
        callbacks.push(Callback {
            id: raw.id.value.clone(),
            title: raw.title.value.clone(),
            summary: raw.summary.value.clone(),
            description: raw.description.value.trim_end().to_owned(),
            fields,
            life,
            example: raw.example.value.clone(),
            changes: method::changes(context, &raw.changes),
            evidence: context.needed_evidence(&raw.evidence, &raw.id),
            unsure: texts(&raw.unsure),
            origin: context.origin(raw.span),
        });
    }
    callbacks
}
