//! What an export is asked to contain.

use std::collections::{BTreeSet, HashSet};

use indexmap::IndexSet;
use jiff::civil::DateTime;

use crate::api::{Call, Refusal};
use crate::logic::{Logic, parse};
use crate::project::{LogKind, Project, RecordName, SortBy, status_field};
use crate::scope::Evaluation;

/// Rows and columns that are wanted. Absent parts do not limit anything.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Records.
    pub records: Option<BTreeSet<RecordName>>,
    /// Fields, in the order they were named.
    pub fields: Option<IndexSet<String>>,
    /// Instruments.
    pub forms: Option<IndexSet<String>>,
    /// Numbers of events.
    pub events: Option<HashSet<u64>>,
    /// Numbers of groups.
    pub dags: Option<HashSet<u64>>,
    /// Condition on each row.
    pub logic: Option<Logic>,
    /// A record that meets the condition in one row is there with all its rows.
    pub whole_records: bool,
    /// Order of the rows, if it is not that of the records.
    pub order: Vec<SortBy>,
    /// The columns have the order of `fields` and not that of the dictionary.
    pub columns_as_named: bool,
    /// The group of each record is wanted.
    pub dag_column: bool,
    /// Survey times and identifiers are wanted.
    pub survey_fields: bool,
}

impl Selection {
    /// The selection that the parameters of a record export make.
    ///
    /// # Errors
    /// When a field, instrument or event is not there, or the logic is not understood.
    pub fn of_call(call: &Call<'_>, project: &Project) -> Result<Selection, Refusal> {
        let mut selection = Selection {
            records: both(records(call), recent(call, project)),
            forms: forms(call, project)?,
            ..Selection::of_document(call, project)?
        };
        let id = project.record_id_field();
        if !call.since(6, 0, 0) && !selection.all_columns() {
            // Old servers add the record id to whatever was asked for.
            selection.fields.get_or_insert_default().shift_insert(0, id.to_owned());
        }
        Ok(selection)
    }

    /// The selection that the parameters make which record and project XML exports share.
    ///
    /// # Errors
    /// As for [`Selection::of_call`].
    pub fn of_document(call: &Call<'_>, project: &Project) -> Result<Selection, Refusal> {
        Ok(Selection {
            records: records(call),
            fields: fields(call, project)?,
            events: events(call, project)?,
            dag_column: dag_column(call)?,
            survey_fields: call.arguments.flag("exportSurveyFields"),
            logic: logic(call, project)?,
            ..Selection::default()
        })
    }

    /// True if all columns are wanted.
    pub fn all_columns(&self) -> bool {
        self.fields.is_none() && self.forms.is_none()
    }

    /// True if the columns of an instrument are wanted as a whole.
    pub fn takes_form(&self, form: &str) -> bool {
        self.all_columns() || self.forms.as_ref().is_some_and(|forms| forms.contains(form))
    }

    /// True if a field, or the status of an instrument, is wanted.
    pub fn takes(&self, field: &str, form: &str) -> bool {
        self.takes_form(form) || self.fields.as_ref().is_some_and(|fields| fields.contains(field))
    }
}

/// A list parameter; an empty one limits nothing.
fn named<'a>(call: &'a Call<'_>, parameter: &str) -> Option<&'a [String]> {
    call.arguments.list(parameter).filter(|items| !items.is_empty())
}

fn records(call: &Call<'_>) -> Option<BTreeSet<RecordName>> {
    Some(named(call, "records")?.iter().map(|name| RecordName::new(name.as_str())).collect())
}

/// The records that the log saw created or changed in the wanted time. Those that it never saw came with the project.
fn recent(call: &Call<'_>, project: &Project) -> Option<BTreeSet<RecordName>> {
    let limit = |parameter| {
        let time: DateTime = call.arguments.text(parameter)?.trim().parse().ok()?;
        Some(time.strftime("%Y-%m-%d %H:%M:%S").to_string())
    };
    let (begin, end) = (limit("dateRangeBegin"), limit("dateRangeEnd"));
    if begin.is_none() && end.is_none() {
        return None;
    }
    let wanted = |time: &String| {
        begin.as_ref().is_none_or(|begin| time >= begin) && end.as_ref().is_none_or(|end| time <= end)
    };
    let mut seen = BTreeSet::new();
    let mut recent = BTreeSet::new();
    for entry in call.history.iter().filter(|entry| !entry.record.is_empty()) {
        if matches!(entry.kind, LogKind::RecordAdd | LogKind::RecordEdit) {
            let name = RecordName::new(entry.record.as_str());
            if wanted(&entry.timestamp) {
                recent.insert(name.clone());
            }
            seen.insert(name);
        }
    }
    let created = &project.settings.creation_time;
    if !created.is_empty() && wanted(created) {
        recent.extend(project.records.keys().filter(|name| !seen.contains(name)).cloned());
    }
    Some(recent)
}

fn both(
    one: Option<BTreeSet<RecordName>>,
    other: Option<BTreeSet<RecordName>>,
) -> Option<BTreeSet<RecordName>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.intersection(&other).cloned().collect()),
        (one, other) => one.or(other),
    }
}

fn fields(call: &Call<'_>, project: &Project) -> Result<Option<IndexSet<String>>, Refusal> {
    let Some(names) = named(call, "fields") else { return Ok(None) };
    let is_status = |name: &str| project.instruments.iter().any(|form| status_field(&form.name) == name);
    let is_field = |name: &str| project.fields.contains_key(name) || is_status(name);
    // Columns that exports add by themselves could once be named without harm.
    let passes = |name: &str| is_field(name) || (!call.since(13, 4, 10) && is_added_column(project, name));
    let unknown: Vec<&String> = names.iter().filter(|name| !passes(name)).collect();
    if unknown.is_empty() {
        return Ok(Some(names.iter().filter(|name| is_field(name)).cloned().collect()));
    }
    Err(not_valid(call, "fields", &unknown))
}

/// True for the columns that are no fields.
fn is_added_column(project: &Project, name: &str) -> bool {
    let timestamp = || name.strip_suffix("_timestamp").is_some_and(|form| project.instrument(form).is_some());
    let fixed = [
        "redcap_event_name",
        "redcap_repeat_instrument",
        "redcap_repeat_instance",
        "redcap_data_access_group",
        "redcap_survey_identifier",
    ];
    fixed.contains(&name) || timestamp()
}

fn forms(call: &Call<'_>, project: &Project) -> Result<Option<IndexSet<String>>, Refusal> {
    let Some(names) = named(call, "forms") else { return Ok(None) };
    let is_form = |name: &&String| project.instrument(name).is_some();
    let unknown: Vec<&String> = names.iter().filter(|name| !is_form(name)).collect();
    if unknown.is_empty() {
        return Ok(Some(names.iter().cloned().collect()));
    }
    if call.since(13, 4, 3) {
        return Err(not_valid(call, "forms", &unknown));
    }
    // Servers of 9.5 passed over what they did not know, and gave everything if nothing was left.
    let known: IndexSet<String> = names.iter().filter(is_form).cloned().collect();
    Ok(Some(known).filter(|known| !known.is_empty()))
}

fn events(call: &Call<'_>, project: &Project) -> Result<Option<HashSet<u64>>, Refusal> {
    let Some(names) = named(call, "events").filter(|_| project.is_longitudinal()) else { return Ok(None) };
    let unknown: Vec<&String> = names.iter().filter(|name| project.event(name).is_none()).collect();
    if !unknown.is_empty() && call.since(13, 4, 3) {
        return Err(not_valid(call, "events", &unknown));
    }
    Ok(Some(names.iter().filter_map(|name| project.event(name)).map(|event| event.id).collect()))
}

fn not_valid(call: &Call<'_>, parameter: &str, values: &[&String]) -> Refusal {
    let values: Vec<String> = values.iter().map(|value| format!("'{value}'")).collect();
    let refusal = call.refuse("records_fields_not_valid", &[("values", &values.join(", "))]);
    let message = refusal.message.replacen("\"fields\"", &format!("\"{parameter}\""), 1);
    Refusal { message, ..refusal }
}

/// Whether the group of each record is wanted, for a caller who may ask for it.
fn dag_column(call: &Call<'_>) -> Result<bool, Refusal> {
    let wanted = call.arguments.flag("exportDataAccessGroups");
    if wanted && call.since(14, 0, 5) && !call.caller.rights.has("data_access_groups") {
        return Err(call.refuse("dag_right_missing", &[]));
    }
    Ok(wanted)
}

fn logic(call: &Call<'_>, project: &Project) -> Result<Option<Logic>, Refusal> {
    call.arguments.text("filterLogic").map(|text| understood(call, project, text)).transpose()
}

/// Reads logic whose fields and events are all there.
pub fn understood(call: &Call<'_>, project: &Project, text: &str) -> Result<Logic, Refusal> {
    let wrong = |reason: String| {
        Refusal::bad(format!(
            "The value of the parameter \"filterLogic\" is not valid REDCap logic: {reason}"
        ))
    };
    let logic = parse(text).map_err(|error| wrong(error.to_string()))?;
    let evaluation = Evaluation::new(project, &call.now, &call.caller.username, call.caller.dag);
    let unknown = evaluation.unknown(&logic);
    if unknown.is_empty() {
        return Ok(logic);
    }
    let names: Vec<String> = unknown.iter().map(|name| format!("[{name}]")).collect();
    Err(wrong(format!("the project has no {}", names.join(", "))))
}
