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
        AnswerKind::Odm => quote! { Document },
    }
}

/// The finishing function.
#[must_use]
pub fn finish(finish: &Finish<'_>, note: &str) -> TokenStream {
    let answer = finish.answer;
    let name = &finish.name;
    let type_ = answer_type(answer);
    let meaning = docs::one_line(&answer.meaning);
    let doc = docs::lines([format!("Sends the request. Returns: {meaning}{note}")]);
    let decode = match answer.answer {
        AnswerKind::List => quote! { list() },
        AnswerKind::Object => quote! { object() },
        AnswerKind::Records => quote! { records() },
        AnswerKind::Texts => quote! { texts() },
        AnswerKind::Integer => quote! { integer() },
        AnswerKind::Text => quote! { text() },
        AnswerKind::Done => quote! { done() },
        AnswerKind::Empty => quote! { empty() },
        AnswerKind::File => quote! { file() },
        AnswerKind::Any => quote! { any() },
        AnswerKind::Odm => quote! { document(Format::Odm) },
    };
    let (receiver, chosen) = match &answer.when {
        None => (quote! { self }, None),
        Some(when) => {
            let (parameter, value) = (&when.parameter, &when.value);
            (quote! { mut self }, Some(quote! { self.request.set(#parameter, #value); }))
        }
    };
    quote! {
        #doc
        pub fn #name(#receiver) -> M::Reply<#type_> {
            #chosen
            self.request.#decode
        }
    }
}

/// The formats in which the answer also comes as a document, with their titles.
pub fn others_in(method: &Method) -> impl Iterator<Item = (&'static str, &'static str)> {
    // Where data are sent, the format says what these are and not what comes back.
    let chosen = method.role(Role::Format).is_some() && method.payload().is_none();
    let in_format = move |format: &str| {
        let data = |answer: &AnswerKind| {
            matches!(answer, AnswerKind::List | AnswerKind::Object | AnswerKind::Records | AnswerKind::Odm)
        };
        let fits =
            |answer: &Return| answer.when.is_none() && data(&answer.answer) && answer.in_format(format);
        chosen && method.returns.iter().any(fits)
    };
    let formats = [("csv", "CSV"), ("xml", "XML"), ("odm", "CDISC ODM")];
    formats.into_iter().filter(move |(format, _)| in_format(format))
}

/// The finishing functions beside the typed ones: documents, and files part by part.
pub fn others<'m>(method: &'m Method, finishes: &'m [Finish<'m>]) -> impl Iterator<Item = TokenStream> {
    let documents = others_in(method).map(|(format, title)| {
        let (name, variant) = (ident(format), type_ident(format));
        quote! { document!(#name, #variant, #title); }
    });
    let is_file = finishes.iter().any(|finish| finish.answer.answer == AnswerKind::File);
    let download = is_file.then(|| {
        quote! {
            #[doc = " Sends the request. Returns: the file part by part, as it arrives."]
            pub fn download(self) -> M::Reply<Download<M>> {
                self.request.download()
            }
        }
    });
    let records = finishes.iter().any(|finish| finish.answer.answer == AnswerKind::Records);
    let streams = records.then(streams);
    let batched = (records && method.parameter("records").is_some()).then(|| {
        quote! {
            #[doc = " An export of so many records at a time, for projects that are too large for one call."]
            pub fn batched(self, records: usize) -> BatchedExport<M> {
                self.request.batched_export(records)
            }
        }
    });
    let imports = method.payload().is_some_and(|payload| payload.type_ == Type::PayloadRecords).then(|| {
        quote! {
            #[doc = " An import of so many records at a time, with a report of what became of each."]
            pub fn batched(self, records: usize) -> BatchedImport<M> {
                self.request.batched_import(records)
            }
        }
    });
    documents.chain(download).chain(streams).chain(batched).chain(imports)
}

/// Rows of records as they arrive.
fn streams() -> TokenStream {
    quote! {
        #[doc = " Sends the request. Returns: the rows in a type of your own, see [`Record::decode`]."]
        pub fn send_as<T: DeserializeOwned + Send + 'static>(self) -> M::Reply<Vec<T>> {
            self.request.records_as()
        }

        #[doc = " Sends the request. Returns: the rows one after another, as they arrive."]
        pub fn stream(self) -> M::Reply<Rows<Record, M>> {
            self.request.rows()
        }

        #[doc = " Sends the request. Returns: the rows one after another, in a type of your own."]
        pub fn stream_as<T: DeserializeOwned + Send + 'static>(self) -> M::Reply<Rows<T, M>> {
            self.request.rows_as()
        }

        #[doc = " Writes the answer to a file as it arrives. Returns: its length in bytes. The file is only there when the"]
        #[doc = " answer was complete."]
        pub fn to_file(self, format: Format, path: impl AsRef<Path>) -> M::Reply<u64> {
            self.request.save(format, path)
        }
    }
}
