// Made by `cargo run generate` from templates/rust-client/src/runtime/method.rs.
// Do not edit: change the source and run it again.

//! What the runtime must know of an API method.

use super::error::{Error, ErrorKind};
use super::guard::Guard;
use super::version::{Life, ServerVersion};

/// The fixed part of an API method; one constant per method.
///
/// ```
/// use redcap::runtime::{Life, Method};
///
/// const IMPORT_ARMS: Method =
///     Method::new("import_arms", "arm").action("import").idempotent().since(Life::since(6, 11, 0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Method {
    pub(super) id: &'static str,
    pub(super) content: &'static str,
    pub(super) action: Option<&'static str>,
    pub(super) fixed: &'static [(&'static str, &'static str)],
    pub(super) reads: bool,
    pub(super) idempotent: bool,
    pub(super) guards: &'static [Guard],
    life: Life,
    parameters: &'static [(&'static str, Life)],
}

impl Method {
    /// A method with a name for error messages and its value of the form field `content`. Unless said
    /// otherwise it may change something and must not be repeated.
    pub const fn new(id: &'static str, content: &'static str) -> Method {
        Method {
            id,
            content,
            action: None,
            fixed: &[],
            reads: false,
            idempotent: false,
            guards: &[],
            life: Life::ALWAYS,
            parameters: &[],
        }
    }

    /// With a value of the form field `action`.
    #[must_use]
    pub const fn action(mut self, action: &'static str) -> Method {
        self.action = Some(action);
        self
    }

    /// With parameters that a request has from the start.
    #[must_use]
    pub const fn fixed(mut self, fixed: &'static [(&'static str, &'static str)]) -> Method {
        self.fixed = fixed;
        self
    }

    /// It changes nothing, and so may be repeated.
    #[must_use]
    pub const fn reads(mut self) -> Method {
        self.reads = true;
        self.idempotent = true;
        self
    }

    /// Doing it twice leaves the project as doing it once does.
    #[must_use]
    pub const fn idempotent(mut self) -> Method {
        self.idempotent = true;
        self
    }

    /// What every request must hold.
    #[must_use]
    pub const fn guards(mut self, guards: &'static [Guard]) -> Method {
        self.guards = guards;
        self
    }

    /// Which versions of REDCap have it.
    #[must_use]
    pub const fn since(mut self, life: Life) -> Method {
        self.life = life;
        self
    }

    /// The parameters that not all of these versions have.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [(&'static str, Life)]) -> Method {
        self.parameters = parameters;
        self
    }

    /// The name of the method, such as `export_records`.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Whether a server of this version has the method, as far as is known.
    pub fn is_in(&self, version: ServerVersion) -> bool {
        self.life.lacking(version).is_none()
    }

    /// Refuses a call that the server cannot understand.
    pub(super) fn check<'a>(
        &self,
        version: ServerVersion,
        mut sent: impl Iterator<Item = &'a str>,
    ) -> Result<(), Error> {
        let unsupported = |what: &str, why: String| {
            let problem = format!("{what} {why}; this server has {version}, and nothing was sent");
            Err(Error::new(ErrorKind::Unsupported, problem))
        };
        if let Some(why) = self.life.lacking(version) {
            return unsupported("the method", why);
        }
        let lacking = sent.find_map(|name| {
            let (_, life) = self.parameters.iter().find(|(known, _)| *known == name)?;
            Some((name, life.lacking(version)?))
        });
        match lacking {
            Some((name, why)) => unsupported(&format!("the parameter `{name}`"), why),
            None => Ok(()),
        }
    }
}
