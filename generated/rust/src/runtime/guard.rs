// Made by `cargo run generate` from templates/rust-client/src/runtime/guard.rs.
// Do not edit: change the source and run it again.

//! Incomplete requests that servers do not refuse, but do harm with.

use super::error::{Error, ErrorKind};
use super::form::Form;

/// What a request must hold so that it does no more than was meant. Without it the request fails with
/// [`InvalidRequest`](ErrorKind::InvalidRequest), and nothing is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guard(Rule);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    Company { when: &'static [&'static str], one_of: &'static [&'static str] },
    Column { name: &'static str, allow: &'static str },
}

impl Guard {
    /// When all parameters of `when` are there, one of `one_of` must be, too.
    pub const fn company(when: &'static [&'static str], one_of: &'static [&'static str]) -> Guard {
        Guard(Rule::Company { when, one_of })
    }

    /// Every row to import must have the column, be it blank, unless the function `allow` of the request was
    /// called, which calls [`Request::allow`](super::Request::allow).
    pub const fn column(name: &'static str, allow: &'static str) -> Guard {
        Guard(Rule::Column { name, allow })
    }

    pub(super) fn check(&self, form: &Form) -> Result<(), Error> {
        let problem = match self.0 {
            Rule::Company { when, one_of } => {
                let has = |name: &&str| form.names().any(|known| known == *name);
                if !when.iter().all(has) || one_of.iter().any(has) {
                    return Ok(());
                }
                format!(
                    "`{}` without `{}` may reach more than was meant",
                    when.join("` and `"),
                    one_of.join("` or `")
                )
            }
            Rule::Column { name, allow } => {
                let rows = form.rows().filter(|_| !form.allows(name));
                let lacks = |(_, rows): (&str, std::sync::Arc<Vec<super::Row>>)| {
                    rows.iter().position(|row| row.cells().iter().all(|(column, _)| column != name))
                };
                let Some(index) = rows.and_then(lacks) else { return Ok(()) };
                format!("item {} lacks the column `{name}`, which clears it; see `{allow}`", index + 1)
            }
        };
        Err(Error::new(ErrorKind::InvalidRequest, problem))
    }
}
