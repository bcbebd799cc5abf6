// Made by `cargo run generate` from spec/methods/redcap.yaml.
// Do not edit: change the source and run it again.

//! REDCap
//!
//! Tells which version of REDCap the server runs.

use crate::runtime::{Async, CallOptions, Client, Life, Method, Mode, RawAnswer, Request};

impl<M: Mode> Client<M> {
    /// Tells the version number of the REDCap server.
    ///
    /// The version is three numbers with points between them, as bare text. It is a light call to test a token,
    /// and the one to make first when a client must know which methods and parameters the server has.
    ///
    /// A server older than the method refuses the value of `content`.
    ///
    /// - REDCap: since 6.0.0, there called "Export REDCap Version"
    /// - Token: of a project, or super token, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Changed (6.0.0): The method is new and was not added to older release lines.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `The value of the parameter "content" is not valid`: The server does not know the method. Usually its version is older than the method. Compare the version of the server with the first version of the method.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_redcap_version().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=version")]
    pub fn export_redcap_version(&self) -> ExportRedcapVersion<M> {
        ExportRedcapVersion::new(self)
    }
}

/// The method of [`Client::export_redcap_version`].
pub const EXPORT_REDCAP_VERSION: Method = Method::new("export_redcap_version", "version")
    .reads()
    .since(Life::since(6, 0, 0));
/// Request of [`Client::export_redcap_version`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportRedcapVersion<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportRedcapVersion<M> {
    fn new(client: &Client<M>) -> Self {
        let mut request = Request::new(client, &EXPORT_REDCAP_VERSION);
        request.set("format", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The version, such as 14.7.3, as bare text in every format.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
