//! Survey links, codes and participants.
//!
//! Codes that nothing stored are made from what they belong to, so that a read gives the same code every
//! time and changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::place::{event, place, record};
use crate::api::{Call, Cell, Refusal, Reply};
use crate::project::{
    Instrument, Participant, Project, ProjectError, Record, Response, ResponseKey, Survey, Value, code, seed,
};

/// The link to one survey of a record.
pub fn link(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let response = Asked::of(call, project)?;
    Ok(call.text(page(call, "s", &response.link(project))))
}

/// The link to the survey queue of a record.
pub fn queue_link(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let (name, _) = record(call, project)?;
    if project.survey_queue.is_empty() {
        return Err(Refusal::bad("The Survey Queue is not enabled in this project"));
    }
    Ok(call.text(queue_page(call, project, name)))
}

/// The code to go on with an unfinished survey.
pub fn return_code(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let response = Asked::of(call, project)?;
    if !response.survey.has_return_code() {
        return Err(Refusal::bad(format!(
            "The survey '{}' does not have Save & Return Later enabled",
            response.key.instrument
        )));
    }
    Ok(call.text(response.return_code(project)))
}

/// The code to type instead of following the link.
pub fn access_code(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    Ok(call.text(Asked::of(call, project)?.access_code(project)))
}

/// The participants of a survey: those invited, then the records that take part without an invitation.
pub fn participants(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let (instrument, survey) = survey(call, project)?;
    let event = event(call, project, &instrument.name)?;
    let mut table = call.table("survey_participant", project);
    let mut known = BTreeSet::new();
    let mut uses: BTreeMap<String, u32> = BTreeMap::new();
    let invited = project.participants.iter();
    for one in invited.filter(|one| one.instrument == instrument.name && one.event == event) {
        let record = one.record.as_deref().and_then(|name| project.record(name));
        known.extend(one.record.clone());
        if record.is_some_and(|record| !call.caller.sees(record.dag)) {
            continue;
        }
        let key = ResponseKey { event, instrument: instrument.name.clone(), instance: 1 };
        let name = one.record.as_deref().unwrap_or_default();
        let status = record.map_or(0, |record| Asked { name, record, survey, key }.status());
        uses.insert(one.email.clone(), one.email_occurrence);
        table.row(|column| participant_cell(call, project, one, status, column));
    }
    for (name, record) in &project.records {
        let there = record.rows.keys().any(|key| key.event == event);
        if !there || known.contains(name.as_str()) || !call.caller.sees(record.dag) {
            continue;
        }
        for instance in instances(project, record, event, &instrument.name) {
            let key = ResponseKey { event, instrument: instrument.name.clone(), instance };
            let response = Asked { name: name.as_str(), record, survey, key };
            let mut one = response.participant(project);
            let uses = uses.entry(one.email.clone()).or_default();
            // Who has no address does not use it for a second time.
            *uses = if one.email.is_empty() { 1 } else { *uses + 1 };
            one.email_occurrence = *uses;
            table.row(|column| participant_cell(call, project, &one, response.status(), column));
        }
    }
    Ok(call.list(&table))
}

fn participant_cell(
    call: &Call<'_>,
    project: &Project,
    one: &Participant,
    status: u64,
    column: &str,
) -> Cell {
    let record = one.record.as_deref();
    match column {
        "email" => one.email.as_str().into(),
        "email_occurrence" => u64::from(one.email_occurrence).into(),
        "identifier" => one.identifier.as_str().into(),
        "record" => record.unwrap_or_default().into(),
        "invitation_sent_status" => one.invitation_sent.into(),
        "invitation_send_time" => one.invitation_send_time.as_str().into(),
        "response_status" => status.into(),
        "survey_access_code" => one.access_code.as_str().into(),
        "survey_link" => page(call, "s", &one.link).into(),
        "survey_queue_link" => record.map(|name| queue_page(call, project, name)).unwrap_or_default().into(),
        _ => Cell::Absent,
    }
}

/// The instances of an instrument that a record has in an event; at least the first.
fn instances(project: &Project, record: &Record, event: u64, form: &str) -> BTreeSet<u32> {
    let own = record.rows.keys().filter(|key| key.event == event && project.belongs(key, form));
    let mut all: BTreeSet<u32> = own.map(|key| key.instance().unwrap_or(1)).collect();
    if all.is_empty() {
        all.insert(1);
    }
    all
}

/// The survey that `instrument` names.
fn survey<'a>(call: &Call<'_>, project: &'a Project) -> Result<(&'a Instrument, &'a Survey), Refusal> {
    let name = call.arguments.required("instrument");
    let instrument =
        project.instrument(name).ok_or_else(|| ProjectError::NoSuchInstrument(name.to_owned()))?;
    let survey = instrument.survey.as_ref().filter(|_| project.settings.surveys_enabled);
    let survey =
        survey.ok_or_else(|| Refusal::bad(format!("The instrument '{name}' is not enabled as a survey")))?;
    Ok((instrument, survey))
}

/// One survey of one record.
struct Asked<'a> {
    name: &'a str,
    record: &'a Record,
    survey: &'a Survey,
    key: ResponseKey,
}

impl<'a> Asked<'a> {
    /// What a call asks about.
    fn of(call: &Call<'_>, project: &'a Project) -> Result<Asked<'a>, Refusal> {
        let (name, record) = record(call, project)?;
        let (instrument, survey) = survey(call, project)?;
        let at = place(call, project, name, &instrument.name)?;
        let instrument = instrument.name.clone();
        let key = ResponseKey { event: at.event, instrument, instance: at.instance };
        Ok(Asked { name, record, survey, key })
    }

    fn response(&self) -> Option<&Response> {
        self.record.responses.get(&self.key)
    }

    /// 0 none, 1 partial, 2 complete.
    fn status(&self) -> u64 {
        match self.response() {
            Some(response) if response.completed.is_some() => 2,
            Some(response) if response.started => 1,
            _ => 0,
        }
    }

    fn link(&self, project: &Project) -> String {
        let stored = self.response().and_then(|response| response.link.clone());
        stored.unwrap_or_else(|| self.made(project, "link", 16))
    }

    fn access_code(&self, project: &Project) -> String {
        let stored = self.response().and_then(|response| response.access_code.clone());
        stored.unwrap_or_else(|| self.made(project, "access code", 9))
    }

    fn return_code(&self, project: &Project) -> String {
        let stored = self.response().and_then(|response| response.return_code.clone());
        stored.unwrap_or_else(|| self.made(project, "return code", 8))
    }

    fn made(&self, project: &Project, what: &str, length: usize) -> String {
        let ResponseKey { event, instrument, instance } = &self.key;
        let numbers = [project.id.to_string(), event.to_string(), instance.to_string()];
        code(seed(&[what, &numbers[0], self.name, &numbers[1], instrument, &numbers[2]]), length)
    }

    /// The record as a participant.
    fn participant(&self, project: &Project) -> Participant {
        let response = self.response();
        let identifier = response.and_then(|response| response.identifier.clone());
        Participant {
            instrument: self.key.instrument.clone(),
            event: self.key.event,
            email: address(project, self.record),
            email_occurrence: 1,
            identifier: identifier.unwrap_or_default(),
            record: Some(self.name.to_owned()),
            invitation_sent: false,
            invitation_send_time: String::new(),
            access_code: self.access_code(project),
            link: self.link(project),
        }
    }
}

/// The mail address in the field that the project designates for invitations.
fn address(project: &Project, record: &Record) -> String {
    let field = project.settings.other.get("SurveyInvitationEmailField");
    let values = field.into_iter().flat_map(|field| record.rows.values().filter_map(|row| row.get(field)));
    values.filter_map(Value::as_text).next().unwrap_or_default().to_owned()
}

fn queue_page(call: &Call<'_>, project: &Project, record: &str) -> String {
    let stored = project.queue_links.get(record).cloned();
    let made = || code(seed(&["queue", &project.id.to_string(), record]), 16);
    page(call, "sq", &stored.unwrap_or_else(made))
}

/// The address of a survey page.
fn page(call: &Call<'_>, parameter: &str, hash: &str) -> String {
    format!("{}surveys/?{parameter}={hash}", call.server.base_url())
}
