//! Which Rust type stands for which type of the model, and where it lives in the crate.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::model::names::type_name;
use crate::model::shape::{Column, ImportNeed, Presence, Shape};
use crate::model::{Enum, Model, Type};
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
    shapes: BTreeMap<&'v str, Vec<&'v Shape>>,
    enums: BTreeMap<&'v str, Vec<&'v Enum>>,
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
        let homes = Homes::new(model);
        let (mut shapes, mut enums) = (BTreeMap::new(), BTreeMap::new());
        for shape in &model.shapes {
            let home = homes.of_shape(&shape.id);
            modules.insert(type_name(&shape.id), home.to_owned());
            shapes.entry(home).or_insert_with(Vec::new).push(shape);
        }
        for one in &model.enums {
            let home = homes.of_enum(&one.id);
            if homes.is_exposed(&one.id) {
                modules.insert(type_name(&one.id), home.to_owned());
                enums.entry(home).or_insert_with(Vec::new).push(one);
            }
        }
        Catalog { view, modules, shapes, enums }
    }

    /// Shapes that live in a module.
    pub fn shapes_in(&self, module: &str) -> impl Iterator<Item = &'v Shape> {
        self.shapes.get(module).into_iter().flatten().copied()
    }

    /// Enums that live in a module. Those that only formats need are left out: the client chooses
    /// formats by itself.
    pub fn enums_in(&self, module: &str) -> impl Iterator<Item = &'v Enum> {
        self.enums.get(module).into_iter().flatten().copied()
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
        const RUNTIME: [&str; 15] = [
            "BatchedExport",
            "Guard",
            "BatchedImport",
            "Rows",
            "Client",
            "Document",
            "Download",
            "File",
            "Life",
            "Method",
            "Mode",
            "Record",
            "Request",
            "Upload",
            "Format",
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
        let uses = by_module.iter().map(|(home, names)| {
            let home = ident(home);
            match names.as_slice() {
                [name] => quote! { use crate::#home::#name; },
                names => quote! { use crate::#home::{#(#names),*}; },
            }
        });
        let std_path = mentioned.contains("Path").then(|| quote! { use std::path::Path; });
        let serde =
            mentioned.contains("DeserializeOwned").then(|| quote! { use serde::de::DeserializeOwned; });
        quote! { #std_path #serde #(#uses)* }
    }
}

/// Names that a file must import: not what stands behind `::`, and not the rows of `choices!`.
fn idents(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut colons = 0;
    let mut in_choices = false;
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                if colons < 2 {
                    found.insert(name.to_string());
                }
                in_choices |= name == "choices";
                colons = 0;
            }
            TokenTree::Group(group) => {
                if !(in_choices && group.delimiter() == Delimiter::Brace) {
                    idents(group.stream(), found);
                }
                in_choices = false;
                colons = 0;
            }
            TokenTree::Punct(punct) => colons = if punct.as_char() == ':' { colons + 1 } else { 0 },
            TokenTree::Literal(_) => colons = 0,
        }
    }
}

/// Which groups have methods that use a shape or an enum.
struct Homes<'v> {
    shapes: BTreeMap<&'v str, BTreeSet<&'v str>>,
    enums: BTreeMap<&'v str, BTreeSet<&'v str>>,
}

impl<'v> Homes<'v> {
    fn new(model: &'v Model) -> Homes<'v> {
        let mut homes = Homes { shapes: BTreeMap::new(), enums: BTreeMap::new() };
        for method in &model.methods {
            let group = method.group.as_str();
            let returned = method.returns.iter().filter_map(|answer| answer.shape.as_deref());
            let taken = method.parameters.iter().filter_map(|parameter| match &parameter.type_ {
                Type::Payload(id) | Type::PayloadItem(id) => Some(id.as_str()),
                _ => None,
            });
            for shape in returned.chain(taken) {
                homes.shapes.entry(shape).or_default().insert(group);
            }
            // The client chooses formats by itself.
            for parameter in method.parameters.iter().filter(|parameter| parameter.role.is_none()) {
                if let Some(id) = enum_of(&parameter.type_) {
                    homes.enums.entry(id).or_default().insert(group);
                }
            }
        }
        for shape in &model.shapes {
            let Some(groups) = homes.shapes.get(shape.id.as_str()) else { continue };
            for id in shape.columns.iter().filter_map(|column| enum_of(&column.type_)) {
                homes.enums.entry(id).or_default().extend(groups);
            }
        }
        homes
    }

    fn of_shape(&self, id: &str) -> &'v str {
        only(self.shapes.get(id))
    }

    fn of_enum(&self, id: &str) -> &'v str {
        only(self.enums.get(id))
    }

    /// False for enums that occur only as formats or in callbacks.
    fn is_exposed(&self, id: &str) -> bool {
        self.enums.contains_key(id)
    }
}

/// The group, when there is only one.
fn only<'v>(groups: Option<&BTreeSet<&'v str>>) -> &'v str {
    let mut groups = groups.into_iter().flatten();
    match (groups.next(), groups.next()) {
        (Some(group), None) => group,
        _ => VALUES,
    }
}

fn enum_of(type_: &Type) -> Option<&str> {
    match type_ {
        Type::Enum(id) => Some(id),
        Type::List(of) | Type::Map(of) => enum_of(of),
        _ => None,
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
