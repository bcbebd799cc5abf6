//! Shapes of items as tables of columns.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::{is_plain, value_type};
use crate::model::names::type_name;
use crate::model::shape::{Column, ImportNeed, Presence, Shape};
use crate::model::{Lifespan, Type};

/// The table of one shape: what `new` takes, and a row for each column.
#[must_use]
pub fn shape(shape: &Shape) -> String {
    let mut text = format!(
        "\nshape! {{\n{}    {} {{\n",
        docs::comment(4, &docs::markdown(&shape.summary)),
        type_name(&shape.id)
    );
    if shape.is_imported() {
        text.push_str(&construction(shape));
    }
    for column in &shape.columns {
        text.push_str(&docs::comment(8, &column_doc(shape, column)));
        let hidden = if column.sensitive { ", hidden" } else { "" };
        text.push_str(&format!(
            "        {}: {} {} = {:?}{hidden};\n",
            column.ident,
            presence(shape, column),
            kind(&column.type_),
            column.name
        ));
    }
    text.push_str("    }\n}\n");
    text
}

/// `new(arm_num: value(i64), name: text(String));`, one argument a line when there are many.
fn construction(shape: &Shape) -> String {
    let required: Vec<String> = shape
        .columns
        .iter()
        .filter(|column| is_plain(shape, column))
        .map(|column| format!("{}: {}", column.ident, kind(&column.type_)))
        .collect();
    let many = match required.len() {
        0..8 => "",
        _ => "        #[expect(clippy::too_many_arguments, reason = \"every item needs them all\")]\n",
    };
    let line = format!("        new({});\n", required.join(", "));
    if line.len() <= 100 {
        return format!("{many}{line}");
    }
    format!("{many}        new(\n            {}\n        );\n", required.join(",\n            "))
}

fn presence(shape: &Shape, column: &Column) -> &'static str {
    if is_plain(shape, column) {
        "required"
    } else if !shape.is_imported() || column.import == ImportNeed::No {
        "read_only"
    } else if shape.import_whole {
        "blankable"
    } else {
        "optional"
    }
}

/// What the macro `shape` must know of a type: `map(FormRight)`.
fn kind(type_: &Type) -> String {
    match type_ {
        Type::Integer | Type::Boolean | Type::Enum(_) => format!("value({})", value_type(type_)),
        Type::Map(of) => format!("map({})", value_type(of)),
        _ => format!("text({})", value_type(type_)),
    }
}

fn column_doc(shape: &Shape, column: &Column) -> String {
    let mut doc = column.doc.trim_end().to_owned();
    if let Some(pattern) = &column.pattern {
        doc.push_str(&format!(" Written `{pattern}`."));
    }
    if column.ident != column.name {
        doc.push_str(&format!(" On the wire: {}.", docs::code(&column.name)));
    }
    if column.life != shape.life {
        doc.push_str(&format!(" *({})*", column.life));
    }
    if shape.is_imported() && column.import == ImportNeed::No {
        doc.push_str(" Not imported.");
    }
    if !column.export {
        doc.push_str(" Not exported.");
    }
    if column.presence == Presence::Conditional && column.export {
        doc.push_str(" Not always there.");
    }
    docs::markdown(&doc)
}

/// " *(since …)*" when the fact does not live as long as its owner.
#[must_use]
pub fn life_note(life: &Lifespan, owner: &Lifespan) -> String {
    if life == owner { String::new() } else { format!(" *({life})*") }
}

/// Type of an argument that takes the value.
#[must_use]
pub fn argument_type(type_: &Type) -> TokenStream {
    let value = value_type(type_);
    match type_ {
        Type::Integer | Type::Boolean | Type::Enum(_) => value,
        Type::Map(of) => {
            let of = value_type(of);
            quote! { impl IntoIterator<Item = (impl Into<String>, #of)> }
        }
        _ => quote! { impl Into<#value> },
    }
}
