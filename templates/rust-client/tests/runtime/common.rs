//! What most tests begin with.

use redcap::runtime::{Client, Error, Method, Request, RetryPolicy};

use crate::mock::{Mock, Reply};

/// A made-up token of the right length.
pub const TOKEN: &str = "EXAMPLEprojectTOKENexampleTOKENx";

pub const EXPORT: Method = Method::new("records.export", "record").reads();

pub const IMPORT: Method = Method::new("records.import", "record");

pub const DELETE: Method = Method::new("arms.delete", "arm").action("delete").idempotent();

/// A client that repeats nothing; `repetition.rs` is about those that do.
pub fn client(mock: &Mock) -> Client {
    let builder = Client::builder().retry(RetryPolicy::none());
    builder.build(&mock.url(), TOKEN).expect("a valid address and token")
}

/// A request of an idempotent method and the server that will answer it.
pub fn request(reply: Reply) -> (Mock, Request) {
    let mock = Mock::start(vec![reply]);
    let request = Request::new(&client(&mock), &EXPORT);
    (mock, request)
}

/// The error of a result, which must not be a success.
pub fn failure<T>(result: Result<T, Error>) -> Error {
    match result {
        Ok(_) => panic!("this should have failed"),
        Err(error) => error,
    }
}

/// Everything an error shows without being asked for the text of REDCap,
/// including its causes.
pub fn shown(error: &Error) -> String {
    let mut text = format!("{error}\n{error:?}\n{error:#?}");
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        text.push_str(&format!("\n{error}\n{error:?}"));
        cause = error.source();
    }
    text
}
