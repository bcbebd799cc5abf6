//! Tests of the generated crate: each method sends its example to a local server, byte for byte as
//! the spec says, and reads the answer that the spec shows.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::answers::Finish;
use super::examples;
use super::methods::setters;
use super::types::{Catalog, ident};
use crate::model::{Example, Method, Type};
use crate::spec::raw::AnswerKind;

/// Tests of one group; `None` when no method has an example.
#[must_use]
pub fn group(catalog: &Catalog<'_>, methods: &[&Method]) -> Option<TokenStream> {
    let tests: Vec<TokenStream> = methods.iter().filter_map(|method| method_tests(catalog, method)).collect();
    if tests.is_empty() {
        return None;
    }
    let tests = quote! { #(#tests)* };
    let text = tests.to_string();
    let helpers =
        ["answered", "sends", "uploads"].into_iter().filter(|helper| text.contains(&format!("{helper} (")));
    let helpers = helpers.map(ident);
    let reply = text.contains("Reply ::").then(|| quote! { use crate::mock::Reply; });
    Some(quote! {
        use redcap::Client;

        #reply
        use crate::{#(#helpers),*};

        #tests
    })
}

fn method_tests(catalog: &Catalog<'_>, method: &Method) -> Option<TokenStream> {
    let example = examples::documented(method)?;
    let call = examples::call(catalog, method, example);
    let finish = examples::chosen(method, example, catalog)?;
    let old = uses_deprecated(method, example)
        .then(|| quote! { #[expect(deprecated, reason = "what is deprecated must still work")] });
    let name = ident(&method.id);
    let sends = sends(catalog, method, example);
    let reads = example.body.as_deref().map(|body| reads(example, &finish, body));
    Some(quote! {
        #[test]
        #old
        fn #name() {
            let call = |client: Client| #call;
            #sends
            #reads
        }
    })
}

fn uses_deprecated(method: &Method, example: &Example) -> bool {
    let given = |name: &str| example.parameters.iter().any(|(parameter, _)| parameter == name);
    let by_setter = setters(method).any(|parameter| parameter.deprecated.is_some() && given(&parameter.name));
    method.deprecated.is_some() || by_setter
}

fn sends(catalog: &Catalog<'_>, method: &Method, example: &Example) -> TokenStream {
    let form = examples::form(catalog, method, example);
    let Some(upload) = method.parameters.iter().find(|parameter| parameter.type_ == Type::File) else {
        let expected = encode(&form);
        return quote! { sends(call, #expected); };
    };
    let fields = form.iter().map(|(name, value)| format!("{name}={value}"));
    let (part, file) = (&upload.name, example.value(&upload.name).unwrap_or_default());
    let content = example.file_content.as_deref().unwrap_or_default();
    quote! {
        uploads(call, &[#(#fields),*], [#part, #file, #content]);
    }
}

/// `application/x-www-form-urlencoded`, written here on its own so that the client is held against
/// a second opinion.
fn encode(form: &[(String, String)]) -> String {
    let escape = |text: &str| {
        let mut out = String::new();
        for byte in text.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                    out.push(char::from(byte))
                }
                b' ' => out.push('+'),
                other => out.push_str(&format!("%{other:02X}")),
            }
        }
        out
    };
    let pairs: Vec<String> =
        form.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect();
    pairs.join("&")
}

fn reads(example: &Example, finish: &Finish<'_>, body: &str) -> TokenStream {
    let json = matches!(
        finish.answer.answer,
        AnswerKind::List | AnswerKind::Object | AnswerKind::Records | AnswerKind::Texts
    );
    let media = example.media.as_deref().or(finish.answer.media.as_deref());
    let reply = match (media, example.status) {
        (None, 200) if json => quote! { Reply::json(#body) },
        (None, 200) => quote! { Reply::text(#body) },
        (media, status) => {
            let status = proc_macro2::Literal::u16_unsuffixed(status);
            let media = media.unwrap_or("text/html; charset=UTF-8");
            quote! { Reply::new(#status, #media, #body) }
        }
    };
    let asserts = asserts(finish, body);
    let bind = if asserts.is_empty() {
        quote! { let () = }
    } else {
        quote! { let answer = }
    };
    quote! {
        #bind answered(call, #reply);
        #asserts
    }
}

/// What must hold of the answer: nothing lost, and nothing unknown left over.
fn asserts(finish: &Finish<'_>, body: &str) -> TokenStream {
    let parsed = serde_json::from_str::<Value>(body).ok();
    let items = parsed.as_ref().and_then(Value::as_array).map_or(0, Vec::len);
    let items = proc_macro2::Literal::usize_unsuffixed(items);
    match finish.answer.answer {
        AnswerKind::List => quote! {
            assert_eq!(answer.len(), #items);
            assert!(answer.iter().all(|item| item.other.is_empty()));
        },
        AnswerKind::Object => quote! { assert!(answer.other.is_empty()); },
        AnswerKind::Records => {
            let cells =
                parsed.iter().flat_map(Value::as_array).flatten().flat_map(Value::as_object).enumerate();
            let checks = cells.flat_map(|(index, row)| {
                row.iter()
                    .map(|(name, value)| {
                        let text = match value {
                            Value::String(text) => text.clone(),
                            other => other.to_string(),
                        };
                        let index = proc_macro2::Literal::usize_unsuffixed(index);
                        quote! { assert_eq!(answer[#index].get(#name), Some(#text)); }
                    })
                    .collect::<Vec<_>>()
            });
            let checks: Vec<TokenStream> = checks.collect();
            quote! { assert_eq!(answer.len(), #items); #(#checks)* }
        }
        AnswerKind::Texts => quote! { assert_eq!(answer.len(), #items); },
        AnswerKind::Integer => {
            let number = proc_macro2::Literal::u64_unsuffixed(body.trim().parse().unwrap_or(0));
            quote! { assert_eq!(answer, #number); }
        }
        AnswerKind::Text => match finish.answer.text {
            Type::Scalar(_) | Type::Enum(_) => quote! { assert_eq!(answer.as_str(), #body); },
            _ => quote! { assert_eq!(answer, #body); },
        },
        AnswerKind::File | AnswerKind::Any => quote! { assert_eq!(answer.bytes(), #body.as_bytes()); },
        AnswerKind::Odm => quote! { assert_eq!(answer.text(), #body); },
        AnswerKind::Done | AnswerKind::Empty => TokenStream::new(),
    }
}

/// The entry of the test binary.
#[must_use]
pub fn main(groups: &[String]) -> TokenStream {
    let modules = groups.iter().map(|group| {
        let name = ident(group);
        quote! { mod #name; }
    });
    quote! {
        #![doc = " Each method sends the example of the spec and reads the answer that the spec shows."]
        #![allow(dead_code, reason = "old versions have no uploads and no known answers")]
        #[path = "../support/mock.rs"]
        mod mock;
        #(#modules)*

        use ::redcap::runtime::Pending;
        use ::redcap::{Client, Error, RetryPolicy};
        use mock::{Captured, Mock, Part, Reply};

        #[doc = " Not a token of any project."]
        const TOKEN: &str = "0123456789ABCDEF0123456789ABCDEF";

        #[doc = " What the call sends, and what it makes of the answer."]
        fn run<T>(call: impl Fn(Client) -> Pending<T>, reply: Reply) -> (Captured, Result<T, Error>) {
            let mock = Mock::start(vec![reply]);
            let once = RetryPolicy::none();
            let client = Client::builder().retry(once).build(&mock.url(), TOKEN).unwrap();
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let result = runtime.block_on(call(client));
            (mock.request(), result)
        }

        #[doc = " What the call sends. What the empty answer is worth does not matter."]
        fn sent<T>(call: impl Fn(Client) -> Pending<T>) -> Captured {
            run(call, Reply::text("")).0
        }

        #[doc = " The call sends this form, with the token in front."]
        fn sends<T>(call: impl Fn(Client) -> Pending<T>, form: &str) {
            assert_eq!(sent(call).text(), format!("token={TOKEN}&{form}"));
        }

        #[doc = " The call sends these fields, with the token in front, and a file: name of the part, name of the file,"]
        #[doc = " content."]
        fn uploads<T>(call: impl Fn(Client) -> Pending<T>, fields: &[&str], file: [&str; 3]) {
            let text = |part: &Part| String::from_utf8(part.bytes.clone()).unwrap();
            let (files, others): (Vec<Part>, Vec<Part>) =
                sent(call).parts().into_iter().partition(|part| part.file_name.is_some());
            let others: Vec<String> = others.iter().map(|part| format!("{}={}", part.name, text(part))).collect();
            assert_eq!(others[0], format!("token={TOKEN}"));
            assert_eq!(others[1..], *fields);
            assert_eq!(files.len(), 1);
            let name = files[0].file_name.as_deref().unwrap();
            assert_eq!([files[0].name.as_str(), name, &text(&files[0])], file);
        }

        #[doc = " What the call makes of the answer."]
        fn answered<T>(call: impl Fn(Client) -> Pending<T>, reply: Reply) -> T {
            run(call, reply).1.unwrap()
        }
    }
}
