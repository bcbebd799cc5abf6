// Made by `cargo run generate` from spec/methods/logging.yaml.
// Do not edit: change the source and run it again.

//! Logging
//!
//! Reads the log of what happened in a project.

use crate::names::{RecordId, Username};
use crate::runtime::{Client, Error, Method, Request};

mod types;

pub use types::*;

impl Client {
    /// Exports the log of who changed, exported or viewed what in the project, and when.
    ///
    /// Lists the entries of the log, newest first. Without `beginTime` the whole log comes, which can run into
    /// the time limit of the server in a large project.
    ///
    /// Filters are combined. A user or record that does not exist gives an empty list, not an error.
    /// Calls of the API are logged as well, marked with `(API)`, so an export shows the exports before it.
    /// CSV always uses commas, whatever delimiter other methods are told to use.
    ///
    /// - REDCap: since 10.8.0, there called "Export Logging"
    /// - Token: of a project, with the rights API Export + Logging
    /// - Effect: reads only; may be repeated: It only reads; the call itself adds an entry to the log.
    /// - Changed (about 12.0.0): The wording of actions changes, for example from "Created Record (API)" to "Create record (API)".
    /// - Changed (about 13.4.0): Entries gain the column `record`.
    /// - Changed (15.2.0): Records of a project that was deleted no longer appear as deleted.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_logging()
    ///     .logtype(redcap::logging::LogType::Record)
    ///     .begin_time("2024-03-01 00:00")
    ///     .end_time("2024-03-31 23:59")
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=log")]
    pub fn export_logging(&self) -> ExportLogging {
        ExportLogging::new(self)
    }
}

const EXPORT_LOGGING: Method = Method {
    id: "export_logging",
    content: "log",
    action: None,
    idempotent: true,
};

/// Request of [`Client::export_logging`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportLogging {
    request: Request,
}

impl ExportLogging {
    fn new(client: &Client) -> Self {
        let mut request = Request::new(client, &EXPORT_LOGGING);
        request.set("format", "json");
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Only entries of this kind. An empty value means all kinds, too.
    ///
    /// When left out: entries of all kinds. On the wire: `logtype`.
    pub fn logtype(mut self, logtype: LogType) -> Self {
        self.request.set("logtype", logtype.as_str());
        self
    }

    /// Only what this user did.
    ///
    /// When left out: all users. On the wire: `user`.
    pub fn user(mut self, user: impl Into<Username>) -> Self {
        let user: Username = user.into();
        self.request.set("user", user.into_string());
        self
    }

    /// Only entries about this record. Leaves only entries that concern records.
    ///
    /// When left out: all records. On the wire: `record`.
    pub fn record(mut self, record: impl Into<RecordId>) -> Self {
        let record: RecordId = record.into();
        self.request.set("record", record.into_string());
        self
    }

    /// Only entries of this Data Access Group. This is the number of the group, not its unique name.
    ///
    /// When left out: all groups. On the wire: `dag`.
    pub fn dag(mut self, dag: i64) -> Self {
        self.request.set("dag", dag.to_string());
        self
    }

    /// Only entries after this time, in the time zone of the server.
    ///
    /// Written `YYYY-MM-DD HH:MM`. When left out: no lower limit. On the wire: `beginTime`.
    pub fn begin_time(mut self, begin_time: impl Into<String>) -> Self {
        self.request.set("beginTime", begin_time);
        self
    }

    /// Only entries before this time, in the time zone of the server.
    ///
    /// Written `YYYY-MM-DD HH:MM`. When left out: now. On the wire: `endTime`.
    pub fn end_time(mut self, end_time: impl Into<String>) -> Self {
        self.request.set("endTime", end_time);
        self
    }

    /// Sends the request.
    ///
    /// Returns: The entries that pass all filters, newest first.
    ///
    /// # Errors
    ///
    /// When the server cannot be reached, refuses the request, or answers something else; see [`Error`].
    pub async fn send(self) -> Result<Vec<LogEntry>, Error> {
        self.request.list().await
    }
}
