//! What most tests begin with.

use redcap::runtime::{Client, Error, Method, Request};

use crate::mock::{Mock, Reply};

/// A made-up token of the right length.
pub const TOKEN: &str = "EXAMPLEprojectTOKENexampleTOKENx";

pub const EXPORT: Method = Method { id: "records.export", content: "record", action: None, idempotent: true };

pub const IMPORT: Method =
    Method { id: "records.import", content: "record", action: None, idempotent: false };

pub const DELETE: Method =
    Method { id: "arms.delete", content: "arm", action: Some("delete"), idempotent: true };

pub fn client(mock: &Mock) -> Client {
    Client::new(&mock.url(), TOKEN).expect("a valid address and token")
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
