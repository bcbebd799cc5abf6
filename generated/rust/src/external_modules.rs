// Made by `cargo run generate` from spec/methods/external_modules.yaml.
// Do not edit: change the source and run it again.

//! External Modules
//!
//! Calls actions that installed external modules offer through the API.

use crate::runtime::{Client, File, Life, Method, Mode, Request};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Passes a call on to an external module and returns what the module answers.
    ///
    /// An external module may offer actions of its own through the endpoint of the API. The parameters below select the
    /// module, the action and the formats; all other form fields and uploaded files are handed to the module.
    /// What an action takes, does and answers is decided by the module: read its documentation.
    ///
    /// Three actions are answered by the framework for every module that takes part: `__version`, `__actions` and
    /// `__info`. As JSON, `__info` is one object with the keys `redcap-version`, `framework-version`, `module-version`,
    /// `name`, `description`, `authors` (a list of `name`, `email` and `institution`), `auth-actions` and
    /// `no-auth-actions` (each an object from action to description).
    ///
    /// A module can also look at calls of any other method and refuse them with a text of its own (since 14.1.5).
    ///
    /// - REDCap: since 14.6.4, there called "Call an External Module action"
    /// - Token: of a project, or super token, with the rights External Modules API
    /// - Effect: changes, **can destroy data**; must not be repeated blindly: The module decides what a call does.
    /// - Needs: projects with the external module
    /// - Changed (15.5.2): More endpoints for modules are added; which ones is not told.
    ///
    /// # Errors
    ///
    /// - 400 `The value of the parameter "content" is not valid`: The server does not know the method. Usually its version is older than the method. Compare the version of the server with the first version of the method.
    /// - 501 `The requested method is not implemented.`: The call was not a POST, or it arrived without form fields. A redirect from http to https, or to the address with the trailing slash, may have turned the POST into a GET. Use the final address of the endpoint, with https and the trailing slash.
    /// - 400 `{message}`: The module refuses the call, or fails. Text and status are the module's own. Read the text, and the documentation of the module.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .call_external_module("sandbox_echo", "echo")
    ///     .field("record", "1")
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=externalModule")]
    pub fn call_external_module(
        &self,
        prefix: impl Into<String>,
        action: impl Into<String>,
    ) -> CallExternalModule<M> {
        let mut request = Request::new(self, &CALL_EXTERNAL_MODULE);
        request.set("prefix", prefix);
        request.set("action", action);
        CallExternalModule { request }
    }
}

/// The method of [`Client::call_external_module`].
pub const CALL_EXTERNAL_MODULE: Method = Method::new(
        "call_external_module",
        "externalModule",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .since(Life::since(14, 6, 4));
request!(call_external_module, CallExternalModule);

impl<M: Mode> CallExternalModule<M> {
    /// Character between the columns, for modules that answer with CSV. A word, unlike `csvDelimiter`.
    /// When left out: the delimiter in the profile of the token's owner, or a comma without a token. On the wire: `csvDelim`.
    pub fn csv_delim(mut self, value: CsvDelimiterWord) -> Self {
        self.request.set("csvDelim", value.as_str());
        self
    }

    /// Any other form field, passed on as it is.
    pub fn field(mut self, name: impl AsRef<str>, value: impl Into<String>) -> Self {
        self.request.set(name.as_ref(), value);
        self
    }

    /// Sends the request. Returns: The text or file that the module answers. Any other status than 200 is an error.
    pub fn send(self) -> M::Reply<File> {
        self.request.any()
    }
}
