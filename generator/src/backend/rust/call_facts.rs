//! How calls of the client are written, as data: for the playground, which writes them in a browser.

use std::collections::BTreeMap;

use serde::Serialize;

use super::answers::{finishes, others_in};
use super::methods::{arguments, setters};
use super::types::{Catalog, is_plain};
use crate::model::names::type_name;
use crate::model::shape::ImportNeed;
use crate::model::{Enum, Method, Parameter, Shape, Type};
use crate::spec::raw::AnswerKind;
use crate::view::View;

/// What there is to know about calls.
#[derive(Debug, Serialize)]
pub struct CallFacts {
    /// The calls, by id of the method.
    pub methods: BTreeMap<String, MethodCall>,
    /// Paths of types, by id of the enum or shape.
    pub paths: BTreeMap<String, String>,
    /// Names of values, by id of the enum.
    pub variants: BTreeMap<String, BTreeMap<String, String>>,
    /// Columns that an import takes, by id of the shape.
    pub columns: BTreeMap<String, Vec<ColumnCall>>,
}

/// The call of a method.
#[derive(Debug, Serialize)]
pub struct MethodCall {
    /// Wire names of the parameters that are arguments, in order.
    pub arguments: Vec<String>,
    /// Wire name and function of those that are set, in order.
    pub setters: Vec<(String, String)>,
    /// How the call can end, the usual one first.
    pub finishes: Vec<FinishCall>,
    /// Formats that come as documents: each is the name of its function.
    pub documents: Vec<String>,
}

/// An end of a call.
#[derive(Debug, Serialize)]
pub struct FinishCall {
    /// The function.
    pub name: String,
    /// Parameter and value that choose it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<(String, String)>,
    /// Whether there is nothing to keep.
    pub silent: bool,
}

/// A column of an item.
#[derive(Debug, Serialize)]
pub struct ColumnCall {
    /// Wire name.
    pub name: String,
    /// Name of the function that sets it; none for an argument of `new`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setter: Option<String>,
    /// Its type.
    #[serde(rename = "type")]
    pub type_: Type,
}

/// The facts of all methods of a view.
#[must_use]
pub fn call_facts(view: &View) -> CallFacts {
    let catalog = Catalog::new(view);
    let model = &view.model;
    let path = |id: &String| (id.clone(), catalog.public_path(id).to_string().replace(' ', ""));
    let imported = || model.shapes.iter().filter(|shape| shape.is_imported());
    CallFacts {
        methods: model.methods.iter().map(|method| (method.id.clone(), method_call(view, method))).collect(),
        paths: model
            .enums
            .iter()
            .map(|one| path(&one.id))
            .chain(imported().map(|shape| path(&shape.id)))
            .collect(),
        variants: model.enums.iter().map(|one| (one.id.clone(), variants(one))).collect(),
        columns: imported().map(|shape| (shape.id.clone(), columns(shape))).collect(),
    }
}

fn method_call(view: &View, method: &Method) -> MethodCall {
    let setter = |one: &Parameter| (one.name.clone(), one.ident.clone());
    let ends = finishes(method, view.newest).into_iter().map(|finish| FinishCall {
        name: finish.name.to_string(),
        when: finish.answer.when.as_ref().map(|when| (when.parameter.clone(), when.value.clone())),
        silent: matches!(finish.answer.answer, AnswerKind::Empty | AnswerKind::Done),
    });
    MethodCall {
        arguments: arguments(method).map(|one| one.name.clone()).collect(),
        setters: setters(method).map(setter).collect(),
        finishes: ends.collect(),
        documents: others_in(method).map(|(format, _)| format.to_owned()).collect(),
    }
}

fn variants(one: &Enum) -> BTreeMap<String, String> {
    one.values.iter().map(|value| (value.value.clone(), type_name(&value.ident))).collect()
}

fn columns(shape: &Shape) -> Vec<ColumnCall> {
    let taken = shape.columns.iter().filter(|column| column.import != ImportNeed::No);
    let call = |column: &crate::model::Column| ColumnCall {
        name: column.name.clone(),
        setter: (!is_plain(shape, column)).then(|| column.ident.clone()),
        type_: column.type_.clone(),
    };
    taken.map(call).collect()
}
