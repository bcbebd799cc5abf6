//! `GlobalVariables`: settings, groups, roles, surveys, reports.

use indexmap::IndexMap;

use super::groups::dags_in_order;
use super::vocabulary::{RIGHTS, SETTINGS};
use super::xml_out::Out;
use crate::project::{Project, Repeating, Report, Role, Settings};

/// Writes the element.
pub(super) fn write(out: &mut Out, project: &Project) {
    out.open(0, "GlobalVariables", &[]);
    out.line(1, "StudyName", &project.title);
    let description = format!(
        "This file contains the metadata, events, and data for REDCap project \"{}\".",
        project.title
    );
    out.line(1, "StudyDescription", &description);
    out.line(1, "ProtocolName", &project.title);
    let settings = &project.settings;
    for name in SETTINGS {
        if let Some(value) = setting(settings, name) {
            out.line(1, &format!("redcap:{name}"), &value);
        }
    }
    for (name, value) in settings.other.iter().filter(|(name, _)| !SETTINGS.contains(&name.as_str())) {
        out.line(1, &format!("redcap:{name}"), value);
    }
    write_repeating(out, project);
    let dags = dags_in_order(project);
    let dags = dags.iter().map(|dag| vec![("group_name", dag.name.as_str())]);
    write_group(out, "DataAccessGroups", dags.collect());
    let surveys = project.instruments.iter().filter_map(|instrument| {
        let mut attributes = vec![("form_name", instrument.name.as_str())];
        attributes.extend(pairs(&instrument.survey.as_ref()?.settings));
        Some(attributes)
    });
    write_group(out, "Surveys", surveys.collect());
    write_group(out, "SurveysQueue", project.survey_queue.iter().map(pairs).collect());
    if !project.roles.is_empty() {
        out.open(1, "redcap:UserRolesGroup", &[]);
        project.roles.iter().for_each(|role| write_role(out, role));
        out.close(1, "redcap:UserRolesGroup");
    }
    if !project.reports.is_empty() {
        out.open(1, "redcap:ReportsGroup", &[]);
        project.reports.iter().for_each(|report| write_report(out, report));
        out.close(1, "redcap:ReportsGroup");
    }
    for group in &settings.other_groups {
        let tag = format!("redcap:{}", group.name);
        out.open(1, &tag, &[]);
        for (name, attributes) in &group.members {
            out.empty(2, &format!("redcap:{name}"), &pairs(attributes));
        }
        out.close(1, &tag);
    }
    out.close(0, "GlobalVariables");
}

fn pairs(map: &IndexMap<String, String>) -> Vec<(&str, &str)> {
    map.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn setting(settings: &Settings, name: &str) -> Option<String> {
    let flag = |on: bool| if on { "1" } else { "0" }.to_owned();
    Some(match name {
        "RecordAutonumberingEnabled" => flag(settings.record_autonumbering_enabled),
        "CustomRecordLabel" => settings.custom_record_label.clone(),
        "SecondaryUniqueField" => settings.secondary_unique_field.clone(),
        "SchedulingEnabled" => flag(settings.scheduling_enabled),
        "SurveysEnabled" => flag(settings.surveys_enabled),
        "RandomizationEnabled" => flag(settings.randomization_enabled),
        "DisplayTodayNowButton" => flag(settings.display_today_now_button),
        "Purpose" => settings.purpose.to_string(),
        "PurposeOther" => settings.purpose_other.clone(),
        "ProjectNotes" => settings.notes.clone(),
        "MissingDataCodes" => settings.missing_data_codes.clone(),
        _ => return settings.other.get(name).cloned(),
    })
}

fn write_group(out: &mut Out, name: &str, members: Vec<Vec<(&str, &str)>>) {
    if members.is_empty() {
        return;
    }
    let tag = format!("redcap:{name}Group");
    out.open(1, &tag, &[]);
    for attributes in members {
        out.empty(2, &format!("redcap:{name}"), &attributes);
    }
    out.close(1, &tag);
}

fn write_repeating(out: &mut Out, project: &Project) {
    if !project.has_repeating() {
        return;
    }
    let unique_name = |id: u64| project.event_by_id(id).map_or("event_1_arm_1", |e| e.unique_name.as_str());
    let visible = project.event_ids();
    let instruments = || {
        visible.iter().filter_map(|event| match project.repeating.get(event)? {
            Repeating::Instruments(forms) => Some((unique_name(*event), forms)),
            Repeating::Event => None,
        })
    };
    out.open(1, "redcap:RepeatingInstrumentsAndEvents", &[]);
    for event in visible.iter().filter(|event| project.is_repeating_event(**event)) {
        out.empty(2, "redcap:RepeatingEvent", &[("redcap:UniqueEventName", unique_name(*event))]);
    }
    if instruments().next().is_some() {
        out.open(2, "redcap:RepeatingInstruments", &[]);
        for (event, forms) in instruments() {
            for (form, label) in forms {
                let attributes = [
                    ("redcap:UniqueEventName", event),
                    ("redcap:RepeatInstrument", form.as_str()),
                    ("redcap:CustomLabel", label.as_str()),
                ];
                out.empty(3, "redcap:RepeatingInstrument", &attributes);
            }
        }
        out.close(2, "redcap:RepeatingInstruments");
    }
    out.close(1, "redcap:RepeatingInstrumentsAndEvents");
}

fn form_list(forms: &IndexMap<String, u16>) -> String {
    forms.iter().map(|(form, right)| format!("[{form},{right}]")).collect()
}

fn write_role(out: &mut Out, role: &Role) {
    let rights = &role.rights;
    let mut attributes: Vec<(&str, String)> =
        vec![("role_name", role.label.clone()), ("unique_role_name", role.unique_name.clone())];
    for (name, right) in RIGHTS {
        let known = right.and_then(|right| rights.flags.get(right)).map(u16::to_string);
        if let Some(value) = known.or_else(|| rights.other.get(name).cloned()) {
            attributes.push((name, value));
        }
        match name {
            "lock_record_customize" => {
                attributes.push(("data_export_tool", String::new()));
                attributes.push(("data_export_instruments", form_list(&rights.forms_export)));
            }
            "calendar" => attributes.push(("data_entry", form_list(&rights.forms))),
            _ => {}
        }
    }
    let unlisted = rights.other.iter().filter(|(name, _)| RIGHTS.iter().all(|(known, _)| known != name));
    attributes.extend(unlisted.map(|(name, value)| (name.as_str(), value.clone())));
    let attributes: Vec<(&str, &str)> = attributes.iter().map(|(n, v)| (*n, v.as_str())).collect();
    out.empty(2, "redcap:UserRoles", &attributes);
}

fn write_report(out: &mut Out, report: &Report) {
    let mut attributes: Vec<(String, String)> = vec![
        ("title".into(), report.title.clone()),
        ("unique_report_name".into(), report.unique_name.clone()),
        ("description".into(), report.description.clone()),
    ];
    for index in 0..3 {
        let sort = report.order.get(index);
        let direction = sort.map_or("", |sort| if sort.descending { "DESC" } else { "ASC" });
        let field = sort.map_or(String::new(), |sort| sort.field.clone());
        attributes.push((format!("orderby_field{}", index + 1), field));
        attributes.push((format!("orderby_sort{}", index + 1), direction.to_owned()));
    }
    attributes.push(("advanced_logic".into(), report.filter_logic.clone()));
    attributes.extend(report.other.iter().map(|(name, value)| (name.clone(), value.clone())));
    attributes.push(("redcap_reports_fields".into(), report.fields.join(",")));
    attributes.push(("redcap_reports_filter_dags".into(), report.filter_dags.join(",")));
    attributes.push(("redcap_reports_filter_events".into(), report.filter_events.join(",")));
    let attributes: Vec<(&str, &str)> = attributes.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    out.empty(2, "redcap:Reports", &attributes);
}
