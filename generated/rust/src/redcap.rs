// Made by `cargo run generate` from spec/methods/redcap.yaml.
// Do not edit: change the source and run it again.

//! REDCap
//!
//! Tells which version of REDCap the server runs.

use crate::runtime::{Client, Life, Method, Mode, Request};

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
    /// - 400 `The value of the parameter "content" is not valid`: The server does not know the method. Usually its version is older than the method. Compare the version of the server with the first version of the method.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_redcap_version().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=version")]
    pub fn export_redcap_version(&self) -> ExportRedcapVersion<M> {
        ExportRedcapVersion {
            request: Request::new(self, &EXPORT_REDCAP_VERSION),
        }
    }
}

/// The method of [`Client::export_redcap_version`].
pub const EXPORT_REDCAP_VERSION: Method = Method::new("export_redcap_version", "version")
    .fixed(&[("format", "json")])
    .reads()
    .since(Life::since(6, 0, 0));
request!(export_redcap_version, ExportRedcapVersion);

impl<M: Mode> ExportRedcapVersion<M> {
    /// Sends the request. Returns: The version, such as 14.7.3, as bare text in every format.
    pub fn send(self) -> M::Reply<String> {
        self.request.text()
    }
}
