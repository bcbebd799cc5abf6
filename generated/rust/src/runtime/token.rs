// Made by `cargo run generate` from templates/rust-client/src/runtime/token.rs.
// Do not edit: change the source and run it again.

//! The API token, kept out of sight.

use std::fmt;

use zeroize::Zeroizing;

use super::error::{Error, ErrorKind};

/// An API token: 32 letters and digits for a project, 64 for a super token.
///
/// A token opens patient data, so it is never shown by `Debug`, has no `Display`, and its memory is wiped
/// when it is dropped. The copy inside a request on its way to the server belongs to the HTTP library and is
/// not wiped.
///
/// Nothing is trimmed or corrected: white space around a token is an error when the client is built.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// The token itself, for handing it to a keyring or another program.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Refuses what cannot be a token; the message does not repeat it.
    pub(super) fn check(&self) -> Result<(), Error> {
        let problem = if !self.0.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            "a token has only letters and digits; look for blanks, quotes or a line break around it"
        } else if self.0.is_empty() {
            "the token is empty"
        } else if self.0.len() != 32 && self.0.len() != 64 {
            "a token has 32 characters, a super token 64"
        } else {
            return Ok(());
        };
        Err(Error::new(ErrorKind::InvalidToken, problem))
    }
}

impl From<&str> for Token {
    fn from(text: &str) -> Token {
        Token(Zeroizing::new(text.to_owned()))
    }
}

impl From<String> for Token {
    fn from(text: String) -> Token {
        Token(Zeroizing::new(text))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(..)")
    }
}
