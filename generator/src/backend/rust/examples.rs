//! Examples of the spec as calls of the client, and as the form that must then be sent.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::answers::{CLIENT_FORMAT, Finish, finishes};
use super::methods::{arguments, fixed, setters};
use super::types::{Catalog, ident, is_plain};
use crate::model::names::type_name;
use crate::model::shape::{ImportNeed, Shape};
use crate::model::{Example, ExampleValue, Method, Parameter, Role, Type};

/// The example that documents a method: the first that a client which talks JSON can send.
#[must_use]
pub fn documented(method: &Method) -> Option<&Example> {
    method.examples.iter().find(|example| {
        let asked = |role| method.role(role).and_then(|parameter| example.value(&parameter.name));
        asked(Role::Format).is_none_or(|format| format == CLIENT_FORMAT)
            && asked(Role::ReturnFormat).is_none_or(|format| format == CLIENT_FORMAT)
    })
}

/// The call, without `.await`: `client.export_arms().arms([1, 2]).send()`.
#[must_use]
pub fn call(catalog: &Catalog<'_>, method: &Method, example: &Example) -> TokenStream {
    let function = ident(&method.id);
    let value = |parameter: &Parameter| {
        example.parameters.iter().find(|(name, _)| *name == parameter.name).map(|(_, value)| value)
    };
    let passed = arguments(method).map(|parameter| match value(parameter) {
        Some(given) => argument(catalog, example, parameter, given),
        None => quote! { "" },
    });
    let set = setters(method).filter_map(|parameter| {
        let given = value(parameter)?;
        let name = ident(&parameter.ident);
        if parameter.encoding == crate::spec::raw::Encoding::Presence {
            return Some(quote! { .#name() });
        }
        let argument = argument(catalog, example, parameter, given);
        Some(quote! { .#name(#argument) })
    });
    let others = example.parameters.iter().filter(|(name, _)| method.parameter(name).is_none()).map(
        |(name, value)| {
            let value = one(value);
            quote! { .field(#name, #value) }
        },
    );
    let finish = chosen(method, example, catalog).map_or_else(|| ident("send"), |finish| finish.name);
    quote! { client.#function(#(#passed),*) #(#set)* #(#others)* .#finish() }
}

/// How the example ends: by the call whose answer its values choose.
#[must_use]
pub fn chosen<'m>(method: &'m Method, example: &Example, catalog: &Catalog<'_>) -> Option<Finish<'m>> {
    let mut finishes = finishes(method, catalog.view.newest);
    let picked = finishes.iter().position(|finish| {
        finish
            .answer
            .when
            .as_ref()
            .is_some_and(|when| example.value(&when.parameter) == Some(when.value.as_str()))
    });
    let index = picked.unwrap_or(0);
    if index < finishes.len() { Some(finishes.swap_remove(index)) } else { None }
}

/// The form fields that must be sent, after the token, in order. Files are left out.
#[must_use]
pub fn form(catalog: &Catalog<'_>, method: &Method, example: &Example) -> Vec<(String, String)> {
    let mut form = vec![("content".to_owned(), method.content.clone())];
    form.extend(method.action.iter().map(|action| ("action".to_owned(), action.clone())));
    let value = |name: &str| {
        example.parameters.iter().find(|(parameter, _)| parameter == name).map(|(_, value)| value)
    };
    form.extend(
        fixed(method).into_iter().map(|(parameter, value)| (parameter.name.clone(), value.to_owned())),
    );
    for parameter in arguments(method).chain(setters(method)) {
        if let Some(given) = value(&parameter.name) {
            push(catalog, &mut form, parameter, given);
        }
    }
    for (name, given) in &example.parameters {
        if method.parameter(name).is_none() {
            form.push((name.clone(), one(given).to_owned()));
        }
    }
    // A finishing call sets what chooses its answer: in place when it is there already.
    if let Some(when) = chosen(method, example, catalog).and_then(|finish| finish.answer.when.clone()) {
        match form.iter_mut().find(|(name, _)| *name == when.parameter) {
            Some((_, value)) => *value = when.value,
            None => form.push((when.parameter, when.value)),
        }
    }
    form
}

fn push(
    catalog: &Catalog<'_>,
    form: &mut Vec<(String, String)>,
    parameter: &Parameter,
    value: &ExampleValue,
) {
    let name = &parameter.name;
    match (&parameter.type_, value) {
        (Type::File, _) => {}
        (Type::List(_), ExampleValue::List(items))
            if parameter.encoding == crate::spec::raw::Encoding::Comma =>
        {
            form.push((name.clone(), items.join(",")));
        }
        (_, ExampleValue::List(items)) => {
            form.extend(
                items.iter().enumerate().map(|(index, item)| (format!("{name}[{index}]"), item.clone())),
            );
        }
        (Type::Payload(shape) | Type::PayloadItem(shape), ExampleValue::One(text)) => {
            form.push((name.clone(), canonical_rows(catalog, shape, text)));
        }
        (Type::PayloadRecords, ExampleValue::One(text)) => {
            let rows: Vec<Value> = rows(text)
                .iter()
                .map(|row| {
                    Value::Object(
                        row.iter().map(|(name, value)| (name.clone(), Value::String(plain(value)))).collect(),
                    )
                })
                .collect();
            form.push((name.clone(), Value::Array(rows).to_string()));
        }
        (_, ExampleValue::One(text)) => form.push((name.clone(), text.clone())),
    }
}

/// The payload as the client writes it: columns in the order of the shape, numbers as numbers,
/// flags as 0 and 1.
fn canonical_rows(catalog: &Catalog<'_>, shape: &str, text: &str) -> String {
    let Some(shape) = catalog.view.model.shape(shape) else { return text.to_owned() };
    let rows = rows(text).into_iter().map(|row| {
        let columns = shape.columns.iter().filter(|column| column.import != ImportNeed::No);
        let cells = columns.filter_map(|column| {
            let value = match row.get(&column.name) {
                Some(value) => canonical(&column.type_, value),
                None if shape.import_whole => Value::String(String::new()),
                None => return None,
            };
            Some((column.name.clone(), value))
        });
        Value::Object(cells.collect())
    });
    Value::Array(rows.collect()).to_string()
}

fn canonical(type_: &Type, value: &Value) -> Value {
    match type_ {
        Type::Integer | Type::Boolean => {
            plain(value).parse::<i64>().map_or_else(|_| value.clone(), Value::from)
        }
        Type::Map(of) => match value {
            // The client keeps maps sorted.
            Value::Object(map) => {
                let sorted: std::collections::BTreeMap<_, _> =
                    map.iter().map(|(key, value)| (key.clone(), canonical(of, value))).collect();
                Value::Object(sorted.into_iter().collect())
            }
            other => other.clone(),
        },
        _ => Value::String(plain(value)),
    }
}

fn rows(text: &str) -> Vec<serde_json::Map<String, Value>> {
    match serde_json::from_str(text) {
        Ok(Value::Array(items)) => items
            .into_iter()
            .filter_map(|item| match item {
                Value::Object(row) => Some(row),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn one(value: &ExampleValue) -> &str {
    match value {
        ExampleValue::One(text) => text,
        ExampleValue::List(items) => items.first().map_or("", String::as_str),
    }
}

fn argument(
    catalog: &Catalog<'_>,
    example: &Example,
    parameter: &Parameter,
    value: &ExampleValue,
) -> TokenStream {
    match (&parameter.type_, value) {
        (Type::List(of), ExampleValue::List(items)) => {
            let items = items.iter().map(|item| scalar(catalog, of, item));
            quote! { [#(#items),*] }
        }
        (Type::Payload(shape), ExampleValue::One(text)) => {
            let items = rows(text).into_iter().map(|row| item(catalog, shape, &row)).collect::<Vec<_>>();
            quote! { [#(#items),*] }
        }
        (Type::PayloadItem(shape), ExampleValue::One(text)) => {
            rows(text).first().map_or_else(TokenStream::new, |row| item(catalog, shape, row))
        }
        (Type::PayloadRecords, ExampleValue::One(text)) => {
            let records = rows(text).into_iter().map(|row| {
                let cells = row.iter().map(|(name, value)| {
                    let value = plain(value);
                    quote! { (#name, #value) }
                });
                quote! { redcap::Record::from([#(#cells),*]) }
            });
            quote! { [#(#records),*] }
        }
        (Type::File, _) => {
            let name = one(value);
            match example.file_content.as_deref() {
                Some(content) => quote! { redcap::Upload::new(#name, #content) },
                None => quote! { redcap::Upload::path(#name) },
            }
        }
        (type_, value) => scalar(catalog, type_, one(value)),
    }
}

fn scalar(catalog: &Catalog<'_>, type_: &Type, text: &str) -> TokenStream {
    match type_ {
        Type::Integer => text.parse::<i64>().map_or_else(
            |_| quote! { #text },
            |number| {
                let literal = Literal::i64_unsuffixed(number);
                quote! { #literal }
            },
        ),
        Type::Boolean => {
            if matches!(text, "1" | "true" | "TRUE") {
                quote! { true }
            } else {
                quote! { false }
            }
        }
        Type::Enum(id) => {
            let path = catalog.public_path(id);
            let known = catalog
                .view
                .model
                .enumeration(id)
                .and_then(|one| one.values.iter().find(|value| value.value == text));
            match known {
                Some(value) => {
                    let variant = ident(&type_name(&value.ident));
                    quote! { #path::#variant }
                }
                None => quote! { #path::from(#text) },
            }
        }
        _ => quote! { #text },
    }
}

/// An item of a payload: `redcap::arms::Arm::new(3, "Placebo")`.
fn item(catalog: &Catalog<'_>, id: &str, row: &serde_json::Map<String, Value>) -> TokenStream {
    let Some(shape) = catalog.view.model.shape(id) else { return TokenStream::new() };
    let path = catalog.public_path(id);
    let given = |shape: &Shape, plain_columns: bool| {
        shape
            .columns
            .iter()
            .filter(|column| is_plain(shape, column) == plain_columns && column.import != ImportNeed::No)
            .filter_map(|column| {
                row.get(&column.name).map(|value| (ident(&column.ident), cell(catalog, &column.type_, value)))
            })
            .collect::<Vec<_>>()
    };
    let required = given(shape, true).into_iter().map(|(_, value)| value);
    let optional = given(shape, false).into_iter().map(|(name, value)| quote! { .#name(#value) });
    quote! { #path::new(#(#required),*) #(#optional)* }
}

fn cell(catalog: &Catalog<'_>, type_: &Type, value: &Value) -> TokenStream {
    match (type_, value) {
        (Type::Map(of), Value::Object(map)) => {
            let entries = map.iter().map(|(name, value)| {
                let value = cell(catalog, of, value);
                quote! { (#name, #value) }
            });
            quote! { [#(#entries),*] }
        }
        (type_, value) => scalar(catalog, type_, &plain(value)),
    }
}
