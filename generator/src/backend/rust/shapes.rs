//! Shapes of items as structs that are read from and written to rows.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::{ident, is_plain, type_ident, value_type};
use crate::model::shape::{Column, ImportNeed, Presence, Shape};
use crate::model::{Lifespan, Type};

/// The struct of one shape with everything around it.
#[must_use]
pub fn shape(shape: &Shape) -> TokenStream {
    let name = type_ident(&shape.id);
    let doc = docs::text(&shape.summary);
    let fields = shape.columns.iter().map(|column| field(shape, column));
    let imported = shape.is_imported().then(|| construction(shape));
    let to_row = shape.is_imported().then(|| to_row(shape));
    let from_row = from_row(shape);
    let debug = debug(shape);
    quote! {
        #doc
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #[doc = " Columns that this crate does not know, by name."]
            pub other: BTreeMap<String, Value>,
        }

        #imported
        #from_row
        #to_row
        #debug
    }
}

fn field(shape: &Shape, column: &Column) -> TokenStream {
    let name = ident(&column.ident);
    let type_ = value_type(&column.type_);
    let doc = docs::text(&column_doc(shape, column));
    let type_ = if is_plain(shape, column) {
        type_
    } else {
        quote! { Option<#type_> }
    };
    quote! { #doc pub #name: #type_, }
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

fn construction(shape: &Shape) -> TokenStream {
    let name = type_ident(&shape.id);
    let (required, optional): (Vec<&Column>, Vec<&Column>) =
        shape.columns.iter().partition(|column| is_plain(shape, column));
    let arguments = required.iter().map(|column| {
        let name = ident(&column.ident);
        let type_ = argument_type(&column.type_);
        quote! { #name: #type_ }
    });
    let many = (required.len() > 7)
        .then(|| quote! { #[expect(clippy::too_many_arguments, reason = "every item needs them all")] });
    let given = required.iter().map(|column| {
        let name = ident(&column.ident);
        match &column.type_ {
            Type::Integer | Type::Boolean | Type::Enum(_) => quote! { #name, },
            other => {
                let value = into_value(other, quote! { #name });
                quote! { #name: #value, }
            }
        }
    });
    let empty = optional.iter().map(|column| {
        let name = ident(&column.ident);
        quote! { #name: None, }
    });
    let setters = optional
        .iter()
        .filter(|column| column.import == ImportNeed::Optional)
        .map(|column| setter(shape, column));
    // Clippy asks for `Default` beside a `new` without arguments.
    let default = required.is_empty().then(|| {
        quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    quote! {
        impl #name {
            #[doc = " An item to import, with what every item needs."]
            #[must_use]
            #many
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#given)* #(#empty)* other: BTreeMap::new() }
            }

            #(#setters)*
        }

        #default
    }
}

fn setter(shape: &Shape, column: &Column) -> TokenStream {
    let name = ident(&column.ident);
    let type_ = argument_type(&column.type_);
    let value = into_value(&column.type_, quote! { #name });
    let since = life_note(&column.life, &shape.life);
    let doc = docs::text(&format!("Sets [`{name}`](Self::{name}).{since}"));
    quote! {
        #doc
        #[must_use]
        pub fn #name(mut self, #name: #type_) -> Self {
            self.#name = Some(#value);
            self
        }
    }
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

/// The value made from an argument.
#[must_use]
pub fn into_value(type_: &Type, argument: TokenStream) -> TokenStream {
    match type_ {
        Type::Integer | Type::Boolean | Type::Enum(_) => argument,
        Type::Map(_) => quote! { #argument.into_iter().map(|(name, value)| (name.into(), value)).collect() },
        _ => quote! { #argument.into() },
    }
}

fn from_row(shape: &Shape) -> TokenStream {
    let name = type_ident(&shape.id);
    let reads = shape.columns.iter().map(|column| {
        let name = ident(&column.ident);
        let wire = &column.name;
        if is_plain(shape, column) {
            quote! { #name: row.required(#wire)?, }
        } else {
            quote! { #name: row.optional(#wire)?, }
        }
    });
    quote! {
        impl FromRow for #name {
            fn from_row(mut row: Row) -> Result<Self, DecodeError> {
                Ok(Self { #(#reads)* other: row.rest() })
            }
        }
    }
}

fn to_row(shape: &Shape) -> TokenStream {
    let name = type_ident(&shape.id);
    let writes = shape.columns.iter().filter(|column| column.import != ImportNeed::No).map(|column| {
        let name = ident(&column.ident);
        let wire = &column.name;
        match (is_plain(shape, column), shape.import_whole) {
            (true, _) => quote! { row.put(#wire, &self.#name); },
            (false, false) => quote! { row.put_optional(#wire, self.#name.as_ref()); },
            (false, true) => quote! {
                match &self.#name {
                    Some(value) => row.put(#wire, value),
                    None => row.put(#wire, &String::new()),
                }
            },
        }
    });
    quote! {
        impl ToRow for #name {
            fn to_row(&self) -> Row {
                let mut row = Row::new();
                #(#writes)*
                row
            }
        }
    }
}

/// `Debug` shows no column that may identify a person or hold a secret, and no unknown one.
fn debug(shape: &Shape) -> TokenStream {
    let name = type_ident(&shape.id);
    let label = name.to_string();
    let shown = shape.columns.iter().filter(|column| !column.sensitive).map(|column| {
        let name = ident(&column.ident);
        let label = &column.ident;
        quote! { .field(#label, &self.#name) }
    });
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.debug_struct(#label) #(#shown)* .finish_non_exhaustive()
            }
        }
    }
}
