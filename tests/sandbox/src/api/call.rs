//! One call while it is worked on: what the methods need to know and how they answer.

use std::cell::RefCell;
use std::collections::HashSet;

use redcap_generator::model::{Method, Shape, Version};
use redcap_generator::spec::raw::AnswerKind;

use super::arguments::{Arguments, refusal};
use super::format::Format;
use super::payload::{self, Row};
use super::refusal::Refusal;
use super::reply::Reply;
use super::rights::{Caller, demand_development};
use super::table::Table;
use crate::catalogue::Catalogue;
use crate::project::{LogEntry, LogKind, Project};
use crate::server::{Server, SharedLog};

/// The media type of PHP where nothing else is set.
const PLAIN: &str = "text/html; charset=utf-8";

/// A call that has been checked.
pub struct Call<'a> {
    /// The server.
    pub server: &'a Server,
    /// The method.
    pub method: &'a Method,
    /// Its parameters.
    pub arguments: Arguments,
    /// Who calls.
    pub caller: Caller,
    /// The time of the call, `YYYY-MM-DD HH:MM:SS`.
    pub now: String,
    /// The log of the project before the call, for methods that read the project.
    pub history: SharedLog,
    log: RefCell<Vec<LogEntry>>,
    forgotten: RefCell<HashSet<String>>,
}

impl<'a> Call<'a> {
    /// A call.
    pub fn new(
        server: &'a Server,
        method: &'a Method,
        arguments: Arguments,
        caller: Caller,
        now: String,
        history: SharedLog,
    ) -> Call<'a> {
        Call {
            server,
            method,
            arguments,
            caller,
            now,
            history,
            log: RefCell::default(),
            forgotten: RefCell::default(),
        }
    }

    /// The spec of the server's version.
    pub fn catalogue(&self) -> &'a Catalogue {
        &self.server.catalogue
    }

    /// True if the server's version is this one or newer.
    pub fn since(&self, major: u16, minor: u16, patch: u16) -> bool {
        self.catalogue().since(Version(major, minor, patch))
    }

    /// The format of the answer or of the payload.
    pub fn format(&self) -> Format {
        let named = self.arguments.format();
        named.and_then(Format::parse).unwrap_or(Format::Xml)
    }

    /// The format of import results: `returnFormat`, else `format`.
    pub fn return_format(&self) -> Format {
        let named = self.arguments.return_format();
        named.and_then(Format::parse).unwrap_or_else(|| self.format())
    }

    /// The delimiter of CSV.
    pub fn delimiter(&self) -> char {
        match self.arguments.delimiter() {
            Some("tab") => '\t',
            Some(text) => text.chars().next().unwrap_or(','),
            None => ',',
        }
    }

    /// An error that the spec knows, with its variable parts filled in.
    ///
    /// # Panics
    /// In debug builds if the spec knows no such error in any version.
    pub fn refuse(&self, id: &str, parts: &[(&str, &str)]) -> Refusal {
        let known = refusal(self.catalogue(), Some(self.method), id, parts);
        known.unwrap_or_else(|| {
            // The error is newer than the server; the nearest thing it could say.
            let known = crate::catalogue::model().methods.iter().flat_map(|method| &method.errors);
            debug_assert!(known.into_iter().any(|error| error.id == id), "the spec has no error `{id}`");
            Refusal::bad("An unknown error occurred")
        })
    }

    /// A shape of the spec.
    pub fn shape(&self, id: &str) -> &'a Shape {
        self.catalogue().shape(id)
    }

    /// An empty table of a shape, with the columns that the project has.
    pub fn table(&self, shape: &str, project: &Project) -> Table<'a> {
        Table::new(self.shape(shape), |condition| meets(project, condition))
    }

    /// Answers with a list.
    pub fn list(&self, table: &Table<'_>) -> Reply {
        let format = self.format();
        self.reply(AnswerKind::List, format, table.list(format, self.delimiter()))
    }

    /// Answers with one item.
    pub fn object(&self, table: &Table<'_>) -> Reply {
        let format = self.format();
        self.reply(AnswerKind::Object, format, table.object(format, self.delimiter()))
    }

    /// Answers with a bare number, which is the same in every format.
    pub fn count(&self, count: usize) -> Reply {
        let answer = self.catalogue().answer(AnswerKind::Integer, "any");
        Reply::new(answer.map_or(PLAIN, |one| one.media.as_str()), count.to_string())
    }

    /// Answers with a bare text.
    pub fn text(&self, text: impl Into<String>) -> Reply {
        self.reply(AnswerKind::Text, self.format(), text.into())
    }

    /// Answers `1`.
    pub fn done(&self) -> Reply {
        self.reply(AnswerKind::Done, self.format(), "1".to_owned())
    }

    /// Answers with nothing, or with the word that old servers had for it.
    pub fn empty(&self) -> Reply {
        match self.method.returns.iter().find(|one| one.answer == AnswerKind::Text) {
            Some(word) => Reply { status: word.status, ..self.text("success") },
            None => self.reply(AnswerKind::Empty, self.format(), String::new()),
        }
    }

    /// An answer with the media type that the spec gives its kind.
    pub fn reply(&self, kind: AnswerKind, format: Format, body: String) -> Reply {
        Reply::new(self.media(kind, format), body)
    }

    /// The media type of a kind of answer.
    pub fn media(&self, kind: AnswerKind, format: Format) -> &'a str {
        let answer = self.catalogue().answer(kind, format.name());
        answer.map_or(PLAIN, |one| one.media.as_str())
    }

    /// True if an import is to replace what is there, which only projects in development allow.
    ///
    /// # Errors
    /// When it is to replace in a project that is in production.
    pub fn overrides(&self, project: &Project) -> Result<bool, Refusal> {
        let replace = self.arguments.flag("override");
        if replace {
            demand_development(project)?;
        }
        Ok(replace)
    }

    /// The rows of the imported document.
    ///
    /// # Errors
    /// When it is not in the format that was named.
    pub fn rows(&self) -> Result<Vec<Row>, Refusal> {
        let rows = payload::rows(self.arguments.required("data"), self.format(), self.delimiter());
        rows.ok_or_else(|| self.not_in_format())
    }

    /// The one item of the imported document.
    ///
    /// # Errors
    /// When it is not in the format that was named.
    pub fn item(&self) -> Result<Row, Refusal> {
        let item = payload::item(self.arguments.required("data"), self.format(), self.delimiter());
        item.ok_or_else(|| self.not_in_format())
    }

    fn not_in_format(&self) -> Refusal {
        // One live server sent this text without any envelope; see the spec's `data_not_in_format`.
        Refusal { bare: true, ..self.refuse("data_not_in_format", &[]) }
    }

    /// Adds a line to the project's log, for when the call succeeds.
    pub fn log(&self, kind: LogKind, action: impl Into<String>, details: impl Into<String>) {
        self.log_record(kind, action, details, "", None);
    }

    /// Adds a line about a record.
    pub fn log_record(
        &self,
        kind: LogKind,
        action: impl Into<String>,
        details: impl Into<String>,
        record: &str,
        dag: Option<u64>,
    ) {
        self.log.borrow_mut().push(LogEntry {
            timestamp: self.now.clone(),
            username: self.caller.username.clone(),
            action: action.into(),
            details: details.into(),
            record: record.to_owned(),
            kind,
            dag,
        });
    }

    /// What the log calls the method: its title, but for two that were recorded otherwise.
    fn logged_title(&self) -> &str {
        match self.method.id.as_str() {
            "export_instruments" => "Export instruments",
            "export_project_info" => "Export project information",
            _ => self.method.title.split(" (").next().unwrap_or_default(),
        }
    }

    /// Adds the line for a record that was created or changed. Versions word it differently.
    pub fn log_change(&self, created: bool, details: impl Into<String>, record: &str, dag: Option<u64>) {
        let (kind, word) = match (created, self.since(12, 0, 0)) {
            (true, true) => (LogKind::RecordAdd, "Create record"),
            (true, false) => (LogKind::RecordAdd, "Created Record"),
            (false, true) => (LogKind::RecordEdit, "Update record"),
            (false, false) => (LogKind::RecordEdit, "Updated Record"),
        };
        self.log_record(kind, format!("{word} (API) {record}"), details, record, dag);
    }

    /// Lets the lines about a record that the log has so far disappear, when the call succeeds.
    pub fn forget(&self, record: &str) {
        self.forgotten.borrow_mut().insert(record.to_owned());
    }

    /// The records whose lines disappear.
    pub fn take_forgotten(&self) -> HashSet<String> {
        self.forgotten.take()
    }

    /// The new lines of the log; a call that wrote none gets a general one.
    pub fn take_log(&self) -> Vec<LogEntry> {
        if self.log.borrow().is_empty() {
            self.log(LogKind::Manage, "Manage/Design ", format!("{} (API)", self.logged_title()));
        }
        self.log.take()
    }
}

/// True if a project meets a condition of the spec.
pub fn meets(project: &Project, condition: &str) -> bool {
    match condition {
        "longitudinal" => project.is_longitudinal(),
        "several_arms" => project.is_longitudinal() && project.used_arms().count() > 1,
        "repeating" | "repeating_instrument" => project.has_repeating(),
        "scheduling" => project.settings.scheduling_enabled,
        "development" => !project.settings.in_production,
        "survey_instrument" => project.has_surveys(),
        "survey_queue" => !project.survey_queue.is_empty(),
        "randomization" => project.settings.randomization_enabled,
        "several_dags" => !project.dags.is_empty(),
        "mycap" => project.settings.other.get("MyCapEnabled").is_some_and(|on| on == "1"),
        "data_resolution" => {
            project.settings.other.get("DataResolutionEnabled").is_some_and(|level| level == "2")
        }
        _ => true,
    }
}
