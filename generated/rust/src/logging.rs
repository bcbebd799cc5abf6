// Made by `cargo run generate` from spec/methods/logging.yaml.
// Do not edit: change the source and run it again.

//! Logging
//!
//! Reads the log of what happened in a project.

use crate::names::{RecordId, Username};
use crate::runtime::{Client, Life, Method, Mode, Request};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
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
    /// - Changed (15.2.0): Records of a project that was deleted no longer appear as deleted.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_logging()
    ///     .logtype(redcap::logging::LogType::Record)
    ///     .begin_time("2026-01-01 00:00")
    ///     .end_time("2026-01-15 23:59")
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=log")]
    pub fn export_logging(&self) -> ExportLogging<M> {
        ExportLogging {
            request: Request::new(self, &EXPORT_LOGGING),
        }
    }
}

/// The method of [`Client::export_logging`].
pub const EXPORT_LOGGING: Method = Method::new("export_logging", "log")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads()
    .since(Life::since(10, 8, 0));
request!(export_logging, ExportLogging);

impl<M: Mode> ExportLogging<M> {
    /// Only entries of this kind. An empty value means all kinds, too. When left out: entries of all kinds.
    pub fn logtype(mut self, value: LogType) -> Self {
        self.request.set("logtype", value.as_str());
        self
    }

    /// Only what this user did. When left out: all users.
    pub fn user(mut self, value: impl Into<Username>) -> Self {
        self.request.set("user", value.into().into_string());
        self
    }

    /// Only entries about this record. Leaves only entries that concern records. When left out: all records.
    pub fn record(mut self, value: impl Into<RecordId>) -> Self {
        self.request.set("record", value.into().into_string());
        self
    }

    /// Only entries of this Data Access Group. This is the number of the group, not its unique name.
    /// When left out: all groups.
    pub fn dag(mut self, value: i64) -> Self {
        self.request.set("dag", value.to_string());
        self
    }

    /// Only entries after this time, in the time zone of the server.
    /// Written `YYYY-MM-DD HH:MM`. When left out: no lower limit. On the wire: `beginTime`.
    pub fn begin_time(mut self, value: impl Into<String>) -> Self {
        self.request.set("beginTime", value);
        self
    }

    /// Only entries before this time, in the time zone of the server.
    /// Written `YYYY-MM-DD HH:MM`. When left out: now. On the wire: `endTime`.
    pub fn end_time(mut self, value: impl Into<String>) -> Self {
        self.request.set("endTime", value);
        self
    }

    /// Sends the request. Returns: The entries that pass all filters, newest first.
    pub fn send(self) -> M::Reply<Vec<LogEntry>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}
