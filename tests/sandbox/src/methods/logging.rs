//! The log.

use std::sync::Arc;

use crate::api::{Call, Refusal, Reply};
use crate::project::{LogEntry, LogKind, Project};

/// Lists what happened, newest first.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let kind = call.arguments.text("logtype");
    let user = call.arguments.text("user");
    let record = call.arguments.text("record");
    let dag = call.arguments.number("dag");
    let begin = call.arguments.text("beginTime").map(to_the_minute);
    let end = call.arguments.text("endTime").map(to_the_minute);
    let mut table = call.table("log_entry", project);
    for entry in call.history.iter().rev().filter(|entry| is_visible(call, entry)) {
        let minute = to_the_minute(&entry.timestamp);
        let passes = kind.is_none_or(|kind| is_kind(entry.kind, kind))
            && user.is_none_or(|user| entry.username == user)
            && record.is_none_or(|record| entry.record == record)
            && dag.is_none_or(|dag| entry.dag == Some(dag))
            && begin.as_ref().is_none_or(|begin| minute >= *begin)
            && end.as_ref().is_none_or(|end| minute <= *end);
        if !passes {
            continue;
        }
        table.row(|column| match column {
            "timestamp" => minute.as_str().into(),
            "username" => entry.username.as_str().into(),
            "action" => entry.action.as_str().into(),
            "details" => entry.details.replace(['\r', '\n'], " ").into(),
            _ => entry.record.as_str().into(),
        });
    }
    Ok(call.list(&table))
}

/// Members of a group see what concerns records of the group, and what they did themselves.
fn is_visible(call: &Call<'_>, entry: &LogEntry) -> bool {
    call.caller.dag.is_none() || entry.dag == call.caller.dag || entry.username == call.caller.username
}

/// `YYYY-MM-DD HH:MM` of a date with or without time.
fn to_the_minute(text: &str) -> String {
    let date = text.trim().replace('T', " ");
    match date.len() {
        0..=10 => format!("{date} 00:00"),
        _ => date.chars().take(16).collect(),
    }
}

/// True if an entry is of the kind that `logtype` names.
fn is_kind(kind: LogKind, name: &str) -> bool {
    match name {
        "export" => kind == LogKind::Export,
        "manage" => kind == LogKind::Manage,
        "user" => kind == LogKind::User,
        "record" => matches!(kind, LogKind::RecordAdd | LogKind::RecordEdit | LogKind::RecordDelete),
        "record_add" => kind == LogKind::RecordAdd,
        "record_edit" => kind == LogKind::RecordEdit,
        "record_delete" => kind == LogKind::RecordDelete,
        "lock_record" => kind == LogKind::LockRecord,
        "page_view" => kind == LogKind::PageView,
        _ => true,
    }
}
