// Made by `cargo run generate` from spec/ (18 files).
// Do not edit: change the source and run it again.

//! Each method sends the example of the spec and reads the answer that the spec shows.

#![allow(dead_code, reason = "old versions have no uploads and no known answers")]

#[path = "../support/mock.rs"]
mod mock;
mod arms;
mod data_access_groups;
mod events;
mod field_names;
mod files;
mod file_repository;
mod instruments;
mod logging;
mod metadata;
mod projects;
mod records;
mod repeating;
mod reports;
mod redcap;
mod surveys;
mod users;
mod user_roles;
mod external_modules;
use ::redcap::runtime::Pending;
use ::redcap::{Client, Error, RetryPolicy};
use mock::{Captured, Mock, Part, Reply};

/// Not a token of any project.
const TOKEN: &str = "0123456789ABCDEF0123456789ABCDEF";

/// What the call sends, and what it makes of the answer.
fn run<T>(
    call: impl Fn(Client) -> Pending<T>,
    reply: Reply,
) -> (Captured, Result<T, Error>) {
    let mock = Mock::start(vec![reply]);
    let once = RetryPolicy::none();
    let client = Client::builder().retry(once).build(&mock.url(), TOKEN).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let result = runtime.block_on(call(client));
    (mock.request(), result)
}

/// What the call sends. What the empty answer is worth does not matter.
fn sent<T>(call: impl Fn(Client) -> Pending<T>) -> Captured {
    run(call, Reply::text("")).0
}

/// The call sends this form, with the token in front.
fn sends<T>(call: impl Fn(Client) -> Pending<T>, form: &str) {
    assert_eq!(sent(call).text(), format!("token={TOKEN}&{form}"));
}

/// The call sends these fields, with the token in front, and a file: name of the part, name of the file,
/// content.
fn uploads<T>(call: impl Fn(Client) -> Pending<T>, fields: &[&str], file: [&str; 3]) {
    let text = |part: &Part| String::from_utf8(part.bytes.clone()).unwrap();
    let (files, others): (Vec<Part>, Vec<Part>) = sent(call)
        .parts()
        .into_iter()
        .partition(|part| part.file_name.is_some());
    let others: Vec<String> = others
        .iter()
        .map(|part| format!("{}={}", part.name, text(part)))
        .collect();
    assert_eq!(others[0], format!("token={TOKEN}"));
    assert_eq!(others[1..], * fields);
    assert_eq!(files.len(), 1);
    let name = files[0].file_name.as_deref().unwrap();
    assert_eq!([files[0].name.as_str(), name, & text(& files[0])], file);
}

/// What the call makes of the answer.
fn answered<T>(call: impl Fn(Client) -> Pending<T>, reply: Reply) -> T {
    run(call, reply).1.unwrap()
}
