//! Which Rust type stands for which type of the model, and where it lives in the crate.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::model::names::type_name;
use crate::model::shape::{Column, ImportNeed, Presence, Shape};
use crate::model::{Enum, Method, Model, Type};
use crate::view::View;

/// Module of values that several groups share.
pub const VALUES: &str = "values";
/// Module of named texts.
pub const NAMES: &str = "names";

/// An identifier.
#[must_use]
pub fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The identifier of a type made from an id.
#[must_use]
pub fn type_ident(id: &str) -> Ident {
    ident(&type_name(id))
}

/// Where the types of a view live.
#[derive(Debug)]
pub struct Catalog<'v> {
    /// The view.
    pub view: &'v View,
    modules: BTreeMap<String, String>,
}

impl<'v> Catalog<'v> {
    /// Places every type: shapes and enums of one group live with it, all others in shared modules.
    #[must_use]
    pub fn new(view: &'v View) -> Catalog<'v> {
        let model = &view.model;
        let mut modules = BTreeMap::new();
        for scalar in &model.scalars {
            modules.insert(type_name(&scalar.id), NAMES.to_owned());
        }
        for shape in &model.shapes {
            let groups = groups_of(model, |method| method_uses_shape(method, &shape.id));
            modules.insert(type_name(&shape.id), only(groups));
        }
        for one in &model.enums {
            let groups = groups_of(model, |method| method_uses_enum(model, method, &one.id));
            modules.insert(type_name(&one.id), only(groups));
        }
        Catalog { view, modules }
    }

    /// Shapes that live in a module.
    pub fn shapes_in<'s>(&'s self, module: &'s str) -> impl Iterator<Item = &'v Shape> + 's {
        self.view.model.shapes.iter().filter(move |shape| self.module(&type_name(&shape.id)) == module)
    }

    /// Enums that live in a module. Those that only formats need are left out: the client chooses
    /// formats by itself.
    pub fn enums_in<'s>(&'s self, module: &'s str) -> impl Iterator<Item = &'v Enum> + 's {
        self.view.model.enums.iter().filter(move |one| {
            self.module(&type_name(&one.id)) == module && is_enum_exposed(&self.view.model, &one.id)
        })
    }

    /// Module of a type.
    #[must_use]
    pub fn module(&self, type_name: &str) -> &str {
        self.modules.get(type_name).map_or("runtime", String::as_str)
    }

    /// Path of a type for someone who uses the crate: `redcap::arms::Arm`.
    #[must_use]
    pub fn public_path(&self, id: &str) -> TokenStream {
        let name = type_ident(id);
        let module = ident(self.module(&type_name(id)));
        quote! { redcap::#module::#name }
    }

    /// `use` lines for the types of the crate that the tokens mention, apart from those of `module`.
    #[must_use]
    pub fn imports(&self, tokens: &TokenStream, module: &str) -> TokenStream {
        const RUNTIME: [&str; 14] = [
            "Cell",
            "Client",
            "DecodeError",
            "Error",
            "File",
            "FromRow",
            "Method",
            "Record",
            "Request",
            "Row",
            "ToRow",
            "Token",
            "Upload",
            "Value",
        ];
        let mut mentioned = BTreeSet::new();
        idents(tokens.clone(), &mut mentioned);
        let mut by_module: BTreeMap<&str, Vec<Ident>> = BTreeMap::new();
        for name in &mentioned {
            let home = match self.modules.get(name) {
                Some(home) => home.as_str(),
                None if RUNTIME.contains(&name.as_str()) => "runtime",
                None => continue,
            };
            if home != module {
                by_module.entry(home).or_default().push(ident(name));
            }
        }
        let std_map = mentioned.contains("BTreeMap").then(|| quote! { use std::collections::BTreeMap; });
        let std_fmt = mentioned.contains("fmt").then(|| quote! { use std::fmt; });
        let uses = by_module.iter().map(|(home, names)| {
            let home = ident(home);
            match names.as_slice() {
                [name] => quote! { use crate::#home::#name; },
                names => quote! { use crate::#home::{#(#names),*}; },
            }
        });
        quote! { #std_map #std_fmt #(#uses)* }
    }
}

/// Names that a file must import: not what stands behind `::`, and not the variants of an enum.
fn idents(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut colons = 0;
    let mut in_enum = false;
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                if colons < 2 {
                    found.insert(name.to_string());
                }
                in_enum |= name == "enum";
                colons = 0;
            }
            TokenTree::Group(group) => {
                if !(in_enum && group.delimiter() == Delimiter::Brace) {
                    idents(group.stream(), found);
                }
                in_enum = false;
                colons = 0;
            }
            TokenTree::Punct(punct) => colons = if punct.as_char() == ':' { colons + 1 } else { 0 },
            TokenTree::Literal(_) => colons = 0,
        }
    }
}

fn only(groups: BTreeSet<&str>) -> String {
    let mut groups = groups.into_iter();
    match (groups.next(), groups.next()) {
        (Some(group), None) => group.to_owned(),
        _ => VALUES.to_owned(),
    }
}

fn groups_of(model: &Model, uses: impl Fn(&Method) -> bool) -> BTreeSet<&str> {
    model.methods.iter().filter(|method| uses(method)).map(|method| method.group.as_str()).collect()
}

fn method_uses_shape(method: &Method, shape: &str) -> bool {
    method.returns.iter().any(|answer| answer.shape.as_deref() == Some(shape))
        || method.parameters.iter().any(|parameter| match &parameter.type_ {
            Type::Payload(id) | Type::PayloadItem(id) => id == shape,
            _ => false,
        })
}

fn method_uses_enum(model: &Model, method: &Method, one: &str) -> bool {
    let exposed = method.parameters.iter().filter(|parameter| parameter.role.is_none());
    exposed.clone().any(|parameter| mentions(&parameter.type_, one))
        || model.shapes.iter().any(|shape| {
            method_uses_shape(method, &shape.id)
                && shape.columns.iter().any(|column| mentions(&column.type_, one))
        })
}

/// False for enums that occur only as formats or in callbacks.
fn is_enum_exposed(model: &Model, one: &str) -> bool {
    model.methods.iter().any(|method| method_uses_enum(model, method, one))
}

fn mentions(type_: &Type, one: &str) -> bool {
    match type_ {
        Type::Enum(id) => id == one,
        Type::List(of) | Type::Map(of) => mentions(of, one),
        _ => false,
    }
}

/// The type of a value that stands alone.
#[must_use]
pub fn value_type(type_: &Type) -> TokenStream {
    match type_ {
        Type::Integer => quote! { i64 },
        Type::Boolean => quote! { bool },
        Type::Scalar(id) | Type::Enum(id) => {
            let name = type_ident(id);
            quote! { #name }
        }
        Type::Map(of) => {
            let of = value_type(of);
            quote! { BTreeMap<String, #of> }
        }
        _ => quote! { String },
    }
}

/// True when a column is always a value and never `None`.
#[must_use]
pub fn is_plain(shape: &Shape, column: &Column) -> bool {
    if shape.is_imported() {
        column.import == ImportNeed::Required
    } else {
        column.presence == Presence::Always
    }
}
