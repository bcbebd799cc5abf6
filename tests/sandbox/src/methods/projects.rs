//! Projects.

use std::sync::Arc;

use redcap_generator::model::shape::ImportNeed;
use redcap_generator::spec::raw::AnswerKind;

use crate::api::payload::{cell, text};
use crate::api::{Call, Format, Refusal, Reply};
use crate::export::{Plan, Selection, Style, reply};
use crate::odm;
use crate::project::{LogEntry, LogKind, Project, User};
use crate::server::{creator_rights, new_token};

/// Creates a project, empty or from project XML, and answers the caller's token for it.
pub fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = call.item()?;
    let title = text(&item, "project_title").trim();
    if title.is_empty() {
        return Err(Refusal::bad("You must provide some text for 'project_title'."));
    }
    let purpose = text(&item, "purpose").trim();
    if !matches!(purpose, "0" | "1" | "2" | "3" | "4") {
        return Err(Refusal::bad("You must provide a value from 0 to 4 for 'purpose'."));
    }
    if purpose == "1" && text(&item, "purpose_other").trim().is_empty() {
        return Err(call.refuse("project_purpose_other_missing", &[]));
    }
    let id = call.server.store.next_project();
    let from_file = call.arguments.text("odm").is_some();
    let mut project = match call.arguments.text("odm") {
        None => Project::new(id, title),
        Some(document) => {
            let options = odm::ReadOptions::for_creation(id, &call.now);
            odm::read(document, &options)
                .map_err(|error| Refusal::bad(format!("The ODM document cannot be read: {error}")))?
        }
    };
    project.settings.creation_time.clone_from(&call.now);
    for column in &call.shape("new_project").columns {
        // Sample scripts spell one attribute differently.
        let other = (column.name == "project_notes").then(|| cell(&item, "project_note")).flatten();
        if let Some(value) = cell(&item, &column.name).or(other) {
            project.set_attribute(&column.name, value)?;
        }
    }
    let token = new_token(&mut project);
    let rights = creator_rights(call.catalogue(), &project);
    let owner = User { rights, tokens: vec![token.clone()], ..User::new(&call.caller.username) };
    project.users.insert(owner.username.clone(), owner);
    // One example of a client shows that the creation from a file is not the oldest entry.
    let steps = ["Create project (API)", "Create project using REDCap XML file (API)"];
    let entry = |details: &str| LogEntry {
        timestamp: call.now.clone(),
        username: call.caller.username.clone(),
        action: "Manage/Design ".to_owned(),
        details: details.to_owned(),
        record: String::new(),
        kind: LogKind::Manage,
        dag: None,
    };
    let steps = steps.into_iter().take(if from_file { 2 } else { 1 });
    call.server.store.insert(project, steps.map(entry).collect());
    Ok(call.text(token))
}

/// Changes the settings that the item holds and answers how many these are.
pub fn import_info(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let item = call.item()?;
    let mut count = 0;
    let settable = call.shape("project_info").columns.iter().filter(|one| one.import != ImportNeed::No);
    for column in settable {
        if let Some(value) = cell(&item, &column.name) {
            project.set_attribute(&column.name, value)?;
            count += 1;
        }
    }
    Ok(call.count(count))
}

/// Shows the settings.
pub fn export_info(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let mut table = call.table("project_info", project);
    if !call.since(9, 3, 6) {
        table.move_last("has_repeating_instruments_or_events");
    }
    table.row(|column| project.attribute(column).into());
    Ok(call.object(&table))
}

/// Writes the project as one ODM document.
pub fn export_xml(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let selection = Selection::of_document(call, project)?;
    let plan = Plan::new(call, project, selection, Style::of_project_xml(call));
    Ok(reply(plan, call.media(AnswerKind::Odm, Format::Odm)))
}
