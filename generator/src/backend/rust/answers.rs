//! How a request is finished: one call per kind of answer that the method can give in JSON.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs;
use super::types::{ident, type_ident, value_type};
use crate::model::names::ident_of;
use crate::model::{Method, Parameter, Return, Role, Type, Version};
use crate::spec::raw::AnswerKind;

/// The format in which the client talks.
pub const CLIENT_FORMAT: &str = "json";

/// One way to finish a request.
#[derive(Debug)]
pub struct Finish<'m> {
    /// The answer.
    pub answer: &'m Return,
    /// `send`, or `send_ids` for an answer that a parameter value chooses.
    pub name: Ident,
}

/// The ways to finish a request of the method. The usual one comes first.
#[must_use]
pub fn finishes(method: &Method, newest: Version) -> Vec<Finish<'_>> {
    let current = |answer: &&Return| answer.in_format(CLIENT_FORMAT) && answer.life.contains(newest);
    // A method that is gone in the newest version keeps the answers it had.
    let gone = !method.life.contains(newest);
    let answers =
        method.returns.iter().filter(|answer| current(answer) || gone && answer.in_format(CLIENT_FORMAT));
    let mut finishes: Vec<Finish<'_>> = Vec::new();
    for answer in answers {
        let name = match &answer.when {
            None => "send".to_owned(),
            Some(when) => {
                let boolean =
                    method.parameter(&when.parameter).is_some_and(|chosen| chosen.type_ == Type::Boolean);
                format!("send_{}", ident_of(if boolean { &when.parameter } else { &when.value }))
            }
        };
        if finishes.iter().all(|finish| finish.name != name) {
            finishes.push(Finish { answer, name: ident(&name) });
        }
    }
    finishes.sort_by_key(|finish| finish.answer.when.is_some());
    finishes
}

/// True when the parameter chooses the answer, so that finishing calls set it, not the caller.
#[must_use]
pub fn chooses_answer(method: &Method, parameter: &Parameter) -> bool {
    method
        .returns
        .iter()
        .any(|answer| answer.when.as_ref().is_some_and(|when| when.parameter == parameter.name))
}

/// True when the client sets the parameter by itself.
#[must_use]
pub fn is_managed(parameter: &Parameter) -> bool {
    matches!(parameter.role, Some(Role::Format | Role::ReturnFormat))
}

/// The Rust type of an answer.
#[must_use]
pub fn answer_type(answer: &Return) -> TokenStream {
    let shape = answer.shape.as_deref().map(type_ident);
    let text = value_type(&answer.text);
    match answer.answer {
        AnswerKind::List => quote! { Vec<#shape> },
        AnswerKind::Object => quote! { #shape },
        AnswerKind::Records => quote! { Vec<Record> },
        AnswerKind::Texts => quote! { Vec<#text> },
        AnswerKind::Integer => quote! { u64 },
        AnswerKind::Text => quote! { #text },
        AnswerKind::Done | AnswerKind::Empty => quote! { () },
        AnswerKind::File | AnswerKind::Any => quote! { File },
        AnswerKind::Odm => quote! { String },
    }
}

/// The finishing function.
#[must_use]
pub fn finish(finish: &Finish<'_>, note: &str) -> TokenStream {
    let answer = finish.answer;
    let name = &finish.name;
    let type_ = answer_type(answer);
    let decode = ident(match answer.answer {
        AnswerKind::List => "list",
        AnswerKind::Object => "object",
        AnswerKind::Records => "records",
        AnswerKind::Texts => "texts",
        AnswerKind::Integer => "integer",
        AnswerKind::Text => "text",
        AnswerKind::Done => "done",
        AnswerKind::Empty => "empty",
        AnswerKind::File => "file",
        AnswerKind::Any => "any",
        AnswerKind::Odm => "odm",
    });
    let meaning = docs::one_line(&answer.meaning);
    let doc = docs::lines([
        "Sends the request.",
        "",
        &format!("Returns: {meaning}{note}"),
        "",
        "# Errors",
        "",
        ERRORS,
    ]);
    match &answer.when {
        None => quote! {
            #doc
            pub async fn #name(self) -> Result<#type_, Error> {
                self.request.#decode().await
            }
        },
        Some(when) => {
            let (parameter, value) = (&when.parameter, &when.value);
            quote! {
                #doc
                pub async fn #name(mut self) -> Result<#type_, Error> {
                    self.request.set(#parameter, #value);
                    self.request.#decode().await
                }
            }
        }
    }
}

const ERRORS: &str =
    "When the server cannot be reached, refuses the request, or answers something else; see [`Error`].";
