//! Where in a record a call points to: an event and an instance.

use redcap_generator::spec::raw::Effect;

use crate::api::{Call, Refusal};
use crate::project::{Project, ProjectError, Record};

/// The place of one instrument's data within any record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Event number.
    pub event: u64,
    /// Instance; 1 where nothing repeats.
    pub instance: u32,
}

/// The place that `event` and `repeat_instance` name for an instrument of a record.
pub fn place(call: &Call<'_>, project: &Project, record: &str, form: &str) -> Result<Place, Refusal> {
    let event = event(call, project, form)?;
    let repeats = project.is_repeating_event(event) || project.is_repeating_form(event, form);
    let instance = match call.arguments.text("repeat_instance").map(str::trim) {
        Some("new") if call.since(17, 4, 0) && call.method.effect == Effect::Update => {
            project.next_instance(record, event, form)
        }
        Some(text) => {
            let number = text.parse().ok().filter(|number| *number > 0);
            number.ok_or_else(|| Refusal::not_valid("repeat_instance"))?
        }
        None => 1,
    };
    // Clients send the parameter with every call, so it is no mistake where nothing repeats.
    Ok(Place { event, instance: if repeats { instance } else { 1 } })
}

/// The event that `event` names for an instrument. Classic projects have but one.
pub fn event(call: &Call<'_>, project: &Project, form: &str) -> Result<u64, Refusal> {
    if !project.is_longitudinal() {
        return Ok(project.first_event(None));
    }
    let name =
        call.arguments.text("event").ok_or_else(|| Refusal::bad("The parameter 'event' is missing"))?;
    let event = project.event(name).ok_or_else(|| ProjectError::NoSuchEvent(name.to_owned()))?;
    if !project.is_designated(event.id, form) {
        return Err(Refusal::bad(format!(
            "The instrument '{form}' is not designated for the event '{name}'"
        )));
    }
    Ok(event.id)
}

/// The record that `record` names, if it is there and the caller may see it.
pub fn record<'a>(call: &Call<'_>, project: &'a Project) -> Result<(&'a str, &'a Record), Refusal> {
    let name = call.arguments.required("record");
    let found = project.records.get_key_value(&crate::project::RecordName::new(name));
    found
        .filter(|(_, record)| call.caller.sees(record.dag))
        .map(|(name, record)| (name.as_str(), &**record))
        .ok_or_else(|| call.refuse("record_unknown", &[("record", name)]))
}
