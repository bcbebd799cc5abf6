//! What of a project logs and messages may show: its shape, and neither data of people nor anything secret.

use std::fmt::{Debug, Formatter, Result};

use super::{
    Allocation, Document, Generated, LogEntry, Participant, Project, Record, RecordName, Response, User,
    Value,
};

/// Shows a text by its length.
pub(crate) struct Length<'a>(pub &'a str);

impl Debug for Length<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        write!(out, "{} characters", self.0.chars().count())
    }
}

impl Debug for Project {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.debug_struct("Project")
            .field("id", &self.id)
            .field("instruments", &self.instruments.len())
            .field("fields", &self.fields.len())
            .field("events", &self.events.len())
            .field("users", &self.users.len())
            .field("records", &self.records)
            .field("generated", &self.generated)
            .field("documents", &self.documents)
            .finish_non_exhaustive()
    }
}

impl Debug for User {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.debug_struct("User")
            .field("username", &self.username)
            .field("role", &self.role)
            .field("dag", &self.dag)
            .field("tokens", &self.tokens.len())
            .finish_non_exhaustive()
    }
}

impl Debug for RecordName {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        write!(out, "RecordName({:?})", Length(self.as_str()))
    }
}

impl Debug for Record {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.debug_struct("Record")
            .field("dag", &self.dag)
            .field("rows", &self.rows)
            .field("responses", &self.responses)
            .finish_non_exhaustive()
    }
}

impl Debug for Value {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            Value::Text(text) => write!(out, "Text({:?})", Length(text)),
            Value::Checked(codes) => write!(out, "Checked({} options)", codes.len()),
            Value::File(id) => write!(out, "File({id})"),
        }
    }
}

impl Debug for Response {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.debug_struct("Response")
            .field("started", &self.started)
            .field("completed", &self.completed.is_some())
            .finish_non_exhaustive()
    }
}

impl Debug for Participant {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.debug_struct("Participant")
            .field("instrument", &self.instrument)
            .field("event", &self.event)
            .field("invitation_sent", &self.invitation_sent)
            .finish_non_exhaustive()
    }
}

impl Debug for Document {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        write!(out, "Document({}, {} bytes)", self.mime, self.bytes.len())
    }
}

impl Debug for LogEntry {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.debug_struct("LogEntry")
            .field("timestamp", &self.timestamp)
            .field("username", &self.username)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl Debug for Allocation {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.debug_struct("Allocation").field("dag", &self.dag).finish_non_exhaustive()
    }
}

impl Debug for Generated {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        write!(out, "Generated({} records of {} templates)", self.records, self.pool.len())
    }
}
