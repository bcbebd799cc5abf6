// Made by `cargo run generate` from spec/methods/logging.yaml.
// Do not edit: change the source and run it again.

//! Logging
//!
//! Reads the log of what happened in a project.

use crate::names::{RecordId, Username};
use crate::runtime::{
    Async, CallOptions, Client, Document, Format, Life, Method, Mode, RawAnswer, Request,
};

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
    pub fn export_logging(&self) -> ExportLogging<M> {
        ExportLogging::new(self)
    }
}

/// The method of [`Client::export_logging`].
pub const EXPORT_LOGGING: Method = Method::new("export_logging", "log")
    .reads()
    .since(Life::since(10, 8, 0));
/// Request of [`Client::export_logging`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportLogging<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportLogging<M> {
    fn new(client: &Client<M>) -> Self {
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

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The entries that pass all filters, newest first.
    pub fn send(self) -> M::Reply<Vec<LogEntry>> {
        self.request.list()
    }

    /// Sends the request. Returns: the same as CSV.
    pub fn csv(self) -> M::Reply<Document> {
        self.request.document(Format::Csv)
    }

    /// Sends the request. Returns: the same as XML.
    pub fn xml(self) -> M::Reply<Document> {
        self.request.document(Format::Xml)
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
