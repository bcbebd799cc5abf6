//! Methods: a function of the client that makes a request, and the request with its setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::answers::{CLIENT_FORMAT, chooses_answer, finish, finishes, is_managed, others};
use super::docs;
use super::method_docs;
use super::shapes::{argument_type, life_note};
use super::types::{Catalog, ident, type_ident, value_type};
use crate::model::shape::Column;
use crate::model::version::{Certainty, Lifespan, Version};
use crate::model::{Method, Model, Need, Parameter, Type};
use crate::spec::raw::{Effect, Encoding};

/// Everything of one method: the constant, the request and its functions.
#[must_use]
pub fn request(catalog: &Catalog<'_>, method: &Method) -> TokenStream {
    let name = type_ident(&method.id);
    let function = ident(&method.id);
    let constant = constant(method, &catalog.view.model);
    let allowing = clearing(method, &catalog.view.model).map(allowing);
    let setters = setters(method).map(|parameter| setter(method, parameter));
    let open = method.open.then(open_setter);
    let finishes = finishes(method, catalog.view.newest);
    let finishing = finishes.iter().map(|one| finish(one, &finish_note(method, one)));
    let others = others(method, &finishes);
    quote! {
        #constant

        request!(#function, #name);

        impl<M: Mode> #name<M> {
            #(#setters)*
            #(#allowing)*
            #open
            #(#finishing)*
            #(#others)*
        }
    }
}

/// The function of the client that starts the request.
#[must_use]
pub fn client_function(catalog: &Catalog<'_>, method: &Method, example: &[String]) -> TokenStream {
    let name = type_ident(&method.id);
    let function = ident(&method.id);
    let constant = constant_ident(method);
    let doc = docs::lines(method_docs::lines(&catalog.view.model, method, example));
    let alias = format!("content={}", method.content);
    let deprecated = method.deprecated.as_ref().map(|(_, note)| quote! { #[deprecated(note = #note)] });
    let declared = arguments(method).map(argument);
    let sets: Vec<TokenStream> = arguments(method)
        .map(|parameter| {
            let name = ident(&parameter.ident);
            set(quote! { request }, parameter, &quote! { #name })
        })
        .collect();
    let body = if sets.is_empty() {
        quote! { #name { request: Request::new(self, &#constant) } }
    } else {
        quote! {
            let mut request = Request::new(self, &#constant);
            #(#sets)*
            #name { request }
        }
    };
    quote! {
        #doc
        #[doc(alias = #alias)]
        #deprecated
        pub fn #function(&self #(, #declared)*) -> #name<M> { #body }
    }
}

fn constant_ident(method: &Method) -> proc_macro2::Ident {
    ident(&method.id.to_uppercase())
}

fn constant(method: &Method, model: &Model) -> TokenStream {
    let name = constant_ident(method);
    let (id, content) = (&method.id, &method.content);
    let action = method.action.as_ref().map(|action| quote! { .action(#action) });
    let repeat = if method.effect == Effect::Read {
        quote! { .reads() }
    } else if method.idempotent {
        quote! { .idempotent() }
    } else {
        quote! {}
    };
    let since = life(&method.life, &whole_life(model)).map(|life| quote! { .since(#life) });
    // What the client sends by itself is harmless where it is unknown.
    let parameters: Vec<TokenStream> = distinct(method)
        .filter(|parameter| !is_managed(parameter))
        .filter_map(|parameter| {
            let (name, life) = (&parameter.name, life(&parameter.life, &method.life)?);
            Some(quote! { (#name, #life) })
        })
        .collect();
    let parameters = (!parameters.is_empty()).then(|| quote! { .parameters(&[#(#parameters),*]) });
    let guards = guards(method, model);
    let guards = (!guards.is_empty()).then(|| quote! { .guards(&[#(#guards),*]) });
    let fixed = fixed(method).into_iter().map(|(parameter, value)| {
        let name = &parameter.name;
        quote! { (#name, #value) }
    });
    let doc = docs::lines([format!("The method of [`Client::{}`].", ident(&method.id))]);
    quote! {
        #doc
        pub const #name: Method =
            Method::new(#id, #content) #action .fixed(&[#(#fixed),*]) #repeat #guards #since #parameters;
    }
}

/// What the client refuses to send.
fn guards(method: &Method, model: &Model) -> Vec<TokenStream> {
    let company = method.requires.iter().map(|needed| {
        let (when, one_of) = (&needed.when, &needed.one_of);
        quote! { Guard::company(&[#(#when),*], &[#(#one_of),*]) }
    });
    let columns = clearing(method, model).map(|(column, clears)| {
        let (name, allow) = (&column.name, format!("allow_{clears}"));
        quote! { Guard::column(#name, #allow) }
    });
    company.chain(columns).collect()
}

/// Columns of the payload whose absence takes something away, each with the name of that.
fn clearing<'m>(method: &'m Method, model: &'m Model) -> impl Iterator<Item = (&'m Column, &'m str)> {
    let shape = method.payload().and_then(|payload| match &payload.type_ {
        Type::Payload(id) | Type::PayloadItem(id) => model.shape(id),
        _ => None,
    });
    let columns = shape.into_iter().flat_map(|shape| &shape.columns);
    columns.filter_map(|column| Some((column, column.absence_clears.as_deref()?)))
}

/// The call by which a caller says that it is meant.
fn allowing((column, clears): (&Column, &str)) -> TokenStream {
    let name = ident(&format!("allow_{clears}"));
    let wire = &column.name;
    let doc = docs::lines([
        format!("Sends also items that lack {}, which are refused otherwise.", docs::code(wire)),
        docs::markdown(&column.doc),
    ]);
    quote! {
        #doc
        pub fn #name(mut self) -> Self {
            self.request.allow(#wire);
            self
        }
    }
}

/// The time that the spec covers.
fn whole_life(model: &Model) -> Lifespan {
    Lifespan { since: model.oldest(), certainty: Certainty::AtLatest, until: None }
}

/// What is known of a life beyond that of the whole. Where the sources do not name the first version, the server
/// must decide.
fn life(own: &Lifespan, whole: &Lifespan) -> Option<TokenStream> {
    let begins = own.certainty == Certainty::Stated && own.since > whole.since;
    let until = own.until.filter(|_| own.until != whole.until);
    if !begins && until.is_none() {
        return None;
    }
    let version = |version: Version| {
        let [major, minor, patch] =
            [version.0, version.1, version.2].map(proc_macro2::Literal::u16_unsuffixed);
        quote! { #major, #minor, #patch }
    };
    let start = if begins {
        let since = version(own.since);
        quote! { Life::since(#since) }
    } else {
        quote! { Life::ALWAYS }
    };
    let until = until.map(|until| {
        let until = version(until);
        quote! { .until(#until) }
    });
    Some(quote! { #start #until })
}

/// Parameters that every call needs: arguments of the method.
pub fn arguments(method: &Method) -> impl Iterator<Item = &Parameter> {
    distinct(method).filter(|parameter| parameter.need == Need::Required && !is_managed(parameter))
}

/// Parameters that a call may have: setters of the request.
pub fn setters(method: &Method) -> impl Iterator<Item = &Parameter> {
    distinct(method).filter(|parameter| {
        parameter.need != Need::Required && !is_managed(parameter) && !chooses_answer(method, parameter)
    })
}

/// A parameter that lived twice has one place: the later one.
fn distinct(method: &Method) -> impl Iterator<Item = &Parameter> {
    method.parameters.iter().enumerate().filter_map(move |(index, parameter)| {
        let later = method.parameters[index + 1..].iter().any(|other| other.name == parameter.name);
        (!later).then_some(parameter)
    })
}

/// What a request holds from the start besides its selection: formats, and the usual value of a
/// parameter that chooses the answer and that the help page asks for.
#[must_use]
pub fn fixed(method: &Method) -> Vec<(&Parameter, &str)> {
    let value = |parameter: &'_ Parameter| {
        let chooses = chooses_answer(method, parameter) && parameter.type_ != Type::Boolean;
        is_managed(parameter) || chooses && parameter.need == Need::Defaulted
    };
    distinct(method)
        .filter(|parameter| value(parameter))
        .filter_map(|parameter| {
            let usual =
                if is_managed(parameter) { Some(CLIENT_FORMAT) } else { parameter.default.as_deref() };
            Some((parameter, usual?))
        })
        .collect()
}

fn argument(parameter: &Parameter) -> TokenStream {
    let name = ident(&parameter.ident);
    let type_ = parameter_type(&parameter.type_);
    quote! { #name: #type_ }
}

fn parameter_type(type_: &Type) -> TokenStream {
    match type_ {
        Type::List(of) => {
            let item = argument_type(of);
            quote! { impl IntoIterator<Item = #item> }
        }
        Type::Payload(shape) => {
            let shape = type_ident(shape);
            quote! { impl IntoIterator<Item = #shape> }
        }
        Type::PayloadItem(shape) => {
            let shape = type_ident(shape);
            quote! { #shape }
        }
        Type::PayloadRecords => quote! { impl IntoIterator<Item = Record> },
        Type::File => quote! { Upload },
        other => argument_type(other),
    }
}

/// The call that puts a value into the request.
fn set(request: TokenStream, parameter: &Parameter, value: &TokenStream) -> TokenStream {
    let wire = &parameter.name;
    match (&parameter.type_, parameter.encoding) {
        (Type::List(of), encoding) => {
            let items = texts(of, value);
            if encoding == Encoding::Comma {
                quote! { #request.set(#wire, #items.collect::<Vec<String>>().join(",")); }
            } else {
                quote! { #request.set_list(#wire, #items); }
            }
        }
        (Type::Payload(_) | Type::PayloadRecords, _) => quote! { #request.set_rows(#wire, #value); },
        (Type::PayloadItem(_), _) => quote! { #request.set_rows(#wire, [#value]); },
        (Type::File, _) => quote! { #request.set_file(#wire, #value); },
        (Type::Boolean, encoding) => {
            let (yes, no) = match encoding {
                Encoding::ZeroOne => ("1", "0"),
                Encoding::UpperTrueFalse => ("TRUE", "FALSE"),
                _ => ("true", "false"),
            };
            quote! { #request.set(#wire, if #value { #yes } else { #no }); }
        }
        (Type::Integer, _) => quote! { #request.set(#wire, #value.to_string()); },
        (Type::Enum(_), _) => quote! { #request.set(#wire, #value.as_str()); },
        (Type::Scalar(_), _) => quote! { #request.set(#wire, #value.into().into_string()); },
        _ => quote! { #request.set(#wire, #value); },
    }
}

/// The items of a list as texts.
fn texts(of: &Type, values: &TokenStream) -> TokenStream {
    let text = match of {
        Type::Scalar(_) => {
            let name = value_type(of);
            return quote! { #name::texts(#values) };
        }
        Type::Integer => quote! { item.to_string() },
        Type::Enum(_) => quote! { item.as_str().to_owned() },
        _ => quote! { item.into() },
    };
    quote! { #values.into_iter().map(|item| #text) }
}

fn setter(method: &Method, parameter: &Parameter) -> TokenStream {
    let name = ident(&parameter.ident);
    let doc = docs::lines(method_docs::parameter(parameter, &life_note(&parameter.life, &method.life)));
    let deprecated = parameter.deprecated.as_ref().map(|note| quote! { #[deprecated(note = #note)] });
    if parameter.encoding == Encoding::Presence {
        let wire = &parameter.name;
        return quote! {
            #doc
            #deprecated
            pub fn #name(mut self) -> Self {
                self.request.set(#wire, "true");
                self
            }
        };
    }
    let type_ = parameter_type(&parameter.type_);
    // Short, so that most setters need one line.
    let value = ident(if matches!(parameter.type_, Type::List(_)) { "values" } else { "value" });
    let set = set(quote! { self.request }, parameter, &quote! { #value });
    quote! {
        #doc
        #deprecated
        pub fn #name(mut self, #value: #type_) -> Self {
            #set
            self
        }
    }
}

fn open_setter() -> TokenStream {
    quote! {
        #[doc = " Any other form field, passed on as it is."]
        pub fn field(mut self, name: impl AsRef<str>, value: impl Into<String>) -> Self {
            self.request.set(name.as_ref(), value);
            self
        }
    }
}

fn finish_note(method: &Method, one: &super::answers::Finish<'_>) -> String {
    let Some(when) = &one.answer.when else { return String::new() };
    let life = method.parameter(&when.parameter).map(|parameter| life_note(&parameter.life, &method.life));
    let value = docs::code(&format!("{}={}", when.parameter, when.value));
    format!(" Asks for it with {value}.{}", life.unwrap_or_default())
}
