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
    Some(quote! {
        use crate::mock::{Mock, Reply};
        use crate::{TOKEN, client};

        #(#tests)*
    })
}

fn method_tests(catalog: &Catalog<'_>, method: &Method) -> Option<TokenStream> {
    let example = examples::documented(method)?;
    let call = examples::call(catalog, method, example);
    let finish = examples::chosen(method, example, catalog)?;
    let old = uses_deprecated(method, example)
        .then(|| quote! { #[expect(deprecated, reason = "what is deprecated must still work")] });
    let sends = sends(catalog, method, example, &call);
    let reads = example.body.as_deref().map(|body| {
        let reads = reads(method, example, &finish, body, &call);
        quote! { #old #reads }
    });
    Some(quote! { #old #sends #reads })
}

fn uses_deprecated(method: &Method, example: &Example) -> bool {
    let given = |name: &str| example.parameters.iter().any(|(parameter, _)| parameter == name);
    let by_setter = setters(method).any(|parameter| parameter.deprecated.is_some() && given(&parameter.name));
    method.deprecated.is_some() || by_setter
}

fn sends(catalog: &Catalog<'_>, method: &Method, example: &Example, call: &TokenStream) -> TokenStream {
    let name = ident(&format!("{}_sends_its_example", method.id));
    let form = examples::form(catalog, method, example);
    let upload = method.parameters.iter().find(|parameter| parameter.type_ == Type::File);
    let send = quote! {
        let mock = Mock::start(vec![Reply::text("")]);
        let client = client(&mock);
        // What the empty answer is worth does not matter here.
        let _ = #call.await;
    };
    match upload {
        None => {
            let expected = encode(&form);
            quote! {
                #[tokio::test]
                async fn #name() {
                    #send
                    assert_eq!(mock.request().text(), format!("token={TOKEN}&{}", #expected));
                }
            }
        }
        Some(parameter) => {
            let fields = form.iter().map(|(name, value)| quote! { (#name.to_owned(), #value.to_owned()) });
            let (part, file) = (&parameter.name, example.value(&parameter.name).unwrap_or_default());
            let content = example.file_content.as_deref().unwrap_or_default();
            quote! {
                #[tokio::test]
                async fn #name() {
                    #send
                    let request = mock.request();
                    let (files, fields): (Vec<_>, Vec<_>) =
                        request.parts().into_iter().partition(|part| part.file_name.is_some());
                    let fields: Vec<(String, String)> = fields
                        .into_iter()
                        .map(|part| (part.name, String::from_utf8(part.bytes).unwrap()))
                        .collect();
                    assert_eq!(fields, [("token".to_owned(), TOKEN.to_owned()), #(#fields),*]);
                    assert_eq!(files.len(), 1);
                    assert_eq!(files[0].name, #part);
                    assert_eq!(files[0].file_name.as_deref(), Some(#file));
                    assert_eq!(files[0].bytes, #content.as_bytes());
                }
            }
        }
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

fn reads(
    method: &Method,
    example: &Example,
    finish: &Finish<'_>,
    body: &str,
    call: &TokenStream,
) -> TokenStream {
    let name = ident(&format!("{}_reads_its_answer", method.id));
    let status = example.status;
    let media = example.media.as_deref().unwrap_or(match finish.answer.answer {
        AnswerKind::List | AnswerKind::Object | AnswerKind::Records | AnswerKind::Texts => {
            "application/json; charset=utf-8"
        }
        _ => "text/html; charset=UTF-8",
    });
    let asserts = asserts(finish, body);
    let media = match finish.answer.media.as_deref() {
        Some(special) if example.media.is_none() => special,
        _ => media,
    };
    let bind = if asserts.is_empty() {
        quote! { let () = }
    } else {
        quote! { let answer = }
    };
    quote! {
        #[tokio::test]
        async fn #name() {
            let mock = Mock::start(vec![Reply::new(#status, #media, #body)]);
            let client = client(&mock);
            #bind #call.await.unwrap();
            #asserts
        }
    }
}

/// What must hold of the answer: nothing lost, and nothing unknown left over.
fn asserts(finish: &Finish<'_>, body: &str) -> TokenStream {
    let parsed = serde_json::from_str::<Value>(body).ok();
    let items = parsed.as_ref().and_then(Value::as_array).map_or(0, Vec::len);
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
        #[path = "../support/mock.rs"]
        mod mock;
        #(#modules)*

        #[doc = " Not a token of any project."]
        const TOKEN: &str = "0123456789ABCDEF0123456789ABCDEF";

        fn client(mock: &mock::Mock) -> ::redcap::Client {
            let once = ::redcap::RetryPolicy::none();
            ::redcap::Client::builder().retry(once).build(&mock.url(), TOKEN).unwrap()
        }
    }
}
