//! Deleting, renaming and randomizing records.

use std::sync::Arc;

use indexmap::IndexMap;
use redcap_generator::spec::raw::AnswerKind;

use crate::api::{Call, Cell, Refusal, Reply, Table};
use crate::project::{Allocation, DeleteRequest, LogKind, Project, ProjectError, Randomization, Value};

/// `delete_records`.
pub fn delete(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let arguments = &call.arguments;
    let records = arguments.list("records").unwrap_or_default().to_vec();
    if records.is_empty() {
        return Err(call.refuse("records_to_delete_missing", &[]));
    }
    // A record of another group does not exist for the caller.
    let unseen = |name: &&String| !project.record(name).is_some_and(|record| call.caller.sees(record.dag));
    let missing: Vec<&str> = records.iter().filter(unseen).map(String::as_str).collect();
    if !missing.is_empty() {
        return Err(call.refuse("records_to_delete_unknown", &[("records", &missing.join(", "))]));
    }
    let small = |name: &str| arguments.number(name).map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    let request = DeleteRequest {
        records,
        arm: small("arm"),
        event: arguments.text("event").map(str::to_owned),
        instrument: arguments.text("instrument").map(str::to_owned),
        instance: small("repeat_instance"),
    };
    let group = |name: &String| (name.clone(), project.record(name).and_then(|record| record.dag));
    let groups: IndexMap<String, Option<u64>> = request.records.iter().map(group).collect();
    let count = project.delete_records(&request)?;
    for (name, dag) in groups {
        deleted(call, project, &request, &name, dag);
    }
    Ok(call.count(count))
}

/// Notes in the log what was deleted of a record.
fn deleted(call: &Call<'_>, project: &mut Project, request: &DeleteRequest, name: &str, dag: Option<u64>) {
    if project.record(name).is_none() {
        let word = if call.since(12, 0, 0) { "Delete record" } else { "Deleted Record" };
        if call.arguments.flag("delete_logging") {
            call.forget(name);
        }
        let details = format!("{} = '{name}'", project.record_id_field());
        call.log_record(LogKind::RecordDelete, format!("{word} (API) {name}"), details, name, dag);
        return;
    }
    project.record_mut(name).modified.clone_from(&call.now);
    let arm = request.arm.map(|arm| format!("arm = '{arm}'"));
    let event = request.event.as_ref().map(|event| format!("event = '{event}'"));
    let instrument = request.instrument.as_ref().map(|form| format!("instrument = '{form}'"));
    let instance = request.instance.map(|number| format!("instance = '{number}'"));
    let parts: Vec<String> = [arm, event, instrument, instance].into_iter().flatten().collect();
    call.log_change(false, parts.join(", "), name, dag);
}

/// `rename_record`.
pub fn rename(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let arguments = &call.arguments;
    let (old, new) = (arguments.required("record"), arguments.required("new_record_name").trim());
    let dag = seen(call, project, old)?;
    let arm = arguments.number("arm").map(|arm| u32::try_from(arm).unwrap_or(u32::MAX));
    match arm.filter(|_| project.is_longitudinal()) {
        Some(arm) => project.rename_record_in_arm(old, new, arm)?,
        None => project.rename_record(old, new)?,
    }
    project.record_mut(new).modified.clone_from(&call.now);
    call.log_change(false, format!("{} = '{new}'", project.record_id_field()), new, dag);
    Ok(call.reply(AnswerKind::Done, call.format(), "1".to_owned()))
}

/// The group of a record that the caller may see.
fn seen(call: &Call<'_>, project: &Project, name: &str) -> Result<Option<u64>, ProjectError> {
    let record = project.record(name).filter(|record| call.caller.sees(record.dag));
    record.map(|record| record.dag).ok_or_else(|| ProjectError::NoSuchRecord(name.to_owned()))
}

/// `generate_next_record_name`.
pub fn next_name(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    Ok(call.text(project.next_record_name(call.caller.dag)))
}

/// `randomize_record`.
pub fn randomize(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let name = call.arguments.required("record");
    let number = call.arguments.number("randomization_id").unwrap_or_default();
    let model = project.randomizations.iter().position(|model| model.id == number);
    let model = model.filter(|_| project.settings.randomization_enabled);
    let model = model.ok_or_else(|| Refusal::not_valid("randomization_id"))?;
    let dag = seen(call, project, name)?;
    let row = free_allocation(project, &project.randomizations[model], name, dag)?;
    let randomization = &mut project.randomizations[model];
    let allocation = &mut randomization.allocations[row];
    allocation.record = Some(name.to_owned());
    let target = allocation.target.clone();
    // A concealed allocation shows nothing of the group.
    let alternative = if randomization.blinded { "*".to_owned() } else { allocation.alternative.clone() };
    let (field, event) = (randomization.target_field.clone(), randomization.target_event);
    let form = project.fields.get(&field).map(|field| field.form.clone()).unwrap_or_default();
    let event = event.unwrap_or_else(|| project.first_event(None));
    let key = project.row_of(event, &form, 1);
    let record = project.record_mut(name);
    record.put(key, &field, Value::text(target.as_str()));
    record.modified.clone_from(&call.now);
    call.log_change(false, format!("{field} = '{target}'"), name, dag);

    let mut shape = call.shape("randomization_result").clone();
    if !call.arguments.flag("returnAlt") {
        shape.columns.retain(|column| column.name != "target_field_alt");
    }
    let mut table = Table::new(&shape, |_| true);
    table.row(|column| match column {
        "randomization_id" => number.into(),
        "record" => name.into(),
        "target_field" => target.as_str().into(),
        "target_field_alt" => alternative.as_str().into(),
        _ => Cell::Absent,
    });
    Ok(call.object(&table))
}

/// The first free row of the allocation table that fits the record.
fn free_allocation(
    project: &Project,
    model: &Randomization,
    name: &str,
    dag: Option<u64>,
) -> Result<usize, Refusal> {
    if model.allocations.iter().any(|row| row.record.as_deref() == Some(name)) {
        return Err(Refusal::bad(format!("The record \"{name}\" has already been randomized")));
    }
    let mut strata = Vec::with_capacity(model.strata.len());
    let mut blank = Vec::new();
    for stratum in &model.strata {
        let form = project.fields.get(&stratum.field).map_or("", |field| field.form.as_str());
        let event = stratum.event.unwrap_or_else(|| project.first_event(None));
        let key = project.row_of(event, form, 1);
        match project.record(name).and_then(|record| record.value(&key, &stratum.field)?.as_text()) {
            Some(value) => strata.push(value),
            None => blank.push(stratum.field.as_str()),
        }
    }
    if model.by_dag && dag.is_none() {
        blank.push("redcap_data_access_group");
    }
    if !blank.is_empty() {
        return Err(Refusal::bad(format!(
            "The record \"{name}\" cannot be randomized because these strata have no value: {}",
            blank.join(", ")
        )));
    }
    let fits =
        |row: &Allocation| row.record.is_none() && row.strata == strata && (!model.by_dag || row.dag == dag);
    model.allocations.iter().position(fits).ok_or_else(|| {
        Refusal::bad(format!(
            "The record \"{name}\" cannot be randomized because the allocation table has no free row for it"
        ))
    })
}
