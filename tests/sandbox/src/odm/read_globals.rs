//! `GlobalVariables`: settings, groups, roles, surveys, reports.

use indexmap::IndexMap;

use super::vocabulary::right_of_attribute;
use super::xml::Element;
use crate::project::{
    OtherGroup, Project, Repeating, RepeatingInput, Report, Rights, Role, Settings, SortBy, Survey,
};

/// Reads everything but the repeating setup's events, which must be known.
pub(super) fn read(project: &mut Project, globals: &Element) {
    for element in &globals.children {
        match element.name.as_str() {
            "StudyName" | "StudyDescription" | "ProtocolName" => {}
            "RepeatingInstrumentsAndEvents" => read_repeating(project, element),
            "DataAccessGroupsGroup" => {
                for group in element.children_of("DataAccessGroups") {
                    project.add_dag(&group.text_of("group_name"));
                }
            }
            "SurveysGroup" => element.children_of("Surveys").for_each(|survey| read_survey(project, survey)),
            "SurveysQueueGroup" => {
                project.survey_queue.extend(element.children_of("SurveysQueue").map(attributes));
            }
            "UserRolesGroup" => {
                for role in element.children_of("UserRoles") {
                    let role = read_role(project, role);
                    project.roles.push(role);
                }
            }
            "ReportsGroup" => {
                for report in element.children_of("Reports") {
                    let report = read_report(project, report);
                    project.reports.push(report);
                }
            }
            _ if element.children.is_empty() => {
                read_setting(&mut project.settings, &element.name, &element.text);
            }
            _ => {
                let members = element.children.iter().map(|child| (child.name.clone(), attributes(child)));
                let group = OtherGroup { name: element.name.clone(), members: members.collect() };
                project.settings.other_groups.push(group);
            }
        }
    }
}

fn attributes(element: &Element) -> IndexMap<String, String> {
    element.attributes.iter().cloned().collect()
}

fn read_setting(settings: &mut Settings, name: &str, text: &str) {
    let on = text.trim() == "1";
    match name {
        "RecordAutonumberingEnabled" => settings.record_autonumbering_enabled = on,
        "CustomRecordLabel" => settings.custom_record_label = text.to_owned(),
        "SecondaryUniqueField" => settings.secondary_unique_field = text.trim().to_owned(),
        "SchedulingEnabled" => settings.scheduling_enabled = on,
        "SurveysEnabled" => settings.surveys_enabled = on,
        "RandomizationEnabled" => settings.randomization_enabled = on,
        "DisplayTodayNowButton" => settings.display_today_now_button = on,
        "Purpose" => settings.purpose = text.trim().parse().unwrap_or(0),
        "PurposeOther" => settings.purpose_other = text.to_owned(),
        "ProjectNotes" => settings.notes = text.to_owned(),
        "MissingDataCodes" => settings.missing_data_codes = text.to_owned(),
        _ => {
            settings.other.insert(name.to_owned(), text.to_owned());
        }
    }
}

fn read_repeating(project: &mut Project, group: &Element) {
    let mut entries = Vec::new();
    collect_repeating(group, &mut entries);
    let longitudinal = project.is_longitudinal();
    // What names an unknown event or instrument is passed over.
    entries.retain(|entry| {
        (!longitudinal || project.event(&entry.event).is_some())
            && (entry.form.is_empty() || project.instrument(&entry.form).is_some())
    });
    if project.import_repeating(&entries).is_err() {
        project.repeating.clear();
    }
}

fn collect_repeating(element: &Element, entries: &mut Vec<RepeatingInput>) {
    for child in &element.children {
        let event = child.text_of("UniqueEventName");
        match child.name.as_str() {
            "RepeatingEvent" => entries.push(RepeatingInput { event, ..RepeatingInput::default() }),
            "RepeatingInstrument" => entries.push(RepeatingInput {
                event,
                form: child.text_of("RepeatInstrument"),
                label: child.text_of("CustomLabel"),
            }),
            _ => collect_repeating(child, entries),
        }
    }
}

fn read_survey(project: &mut Project, element: &Element) {
    let form = element.text_of("form_name");
    let mut settings = attributes(element);
    settings.shift_remove("form_name");
    if let Some(instrument) = project.instruments.iter_mut().find(|i| i.name == form) {
        instrument.survey = Some(Survey { settings });
    }
}

fn read_role(project: &mut Project, element: &Element) -> Role {
    let mut rights = Rights::default();
    let mut export_all = None;
    let mut role = Role { unique_name: String::new(), label: String::new(), rights: Rights::default() };
    for (name, value) in &element.attributes {
        match name.as_str() {
            "role_name" => role.label.clone_from(value),
            "unique_role_name" => role.unique_name.clone_from(value),
            "data_entry" => rights.forms = form_list(value),
            "data_export_instruments" => rights.forms_export = form_list(value),
            // Older servers knew one export right for all instruments.
            "data_export_tool" => export_all = value.trim().parse::<u16>().ok(),
            _ => match (right_of_attribute(name), value.trim().parse::<u16>()) {
                (Some(right), Ok(number)) => rights.set(right, number),
                _ => {
                    rights.other.insert(name.clone(), value.clone());
                }
            },
        }
    }
    if let Some(right) = export_all.filter(|_| rights.forms_export.is_empty()) {
        rights.forms_export = project.instruments.iter().map(|i| (i.name.clone(), right)).collect();
    }
    if role.unique_name.is_empty() {
        role.unique_name = format!("U-{}", project.next_code(10));
    }
    role.rights = rights;
    role
}

/// Reads `[form_1,2][form_2,1]`.
fn form_list(text: &str) -> IndexMap<String, u16> {
    text.split('[')
        .filter_map(|part| part.trim().trim_end_matches(']').split_once(','))
        .filter_map(|(form, right)| Some((form.trim().to_owned(), right.trim().parse().ok()?)))
        .collect()
}

fn read_report(project: &mut Project, element: &Element) -> Report {
    let mut other = attributes(element);
    let mut take = |name: &str| other.shift_remove(name).unwrap_or_default();
    let list = |text: String| -> Vec<String> {
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let title = take("title");
    let mut unique_name = take("unique_report_name");
    let description = take("description");
    let fields = list(take("redcap_reports_fields"));
    let filter_logic = take("advanced_logic");
    let filter_events = list(take("redcap_reports_filter_events"));
    let filter_dags = list(take("redcap_reports_filter_dags"));
    let mut order = Vec::new();
    for number in 1..=3 {
        let field = take(&format!("orderby_field{number}"));
        let sort = take(&format!("orderby_sort{number}"));
        if !field.is_empty() {
            order.push(SortBy { field, descending: sort.eq_ignore_ascii_case("DESC") });
        }
    }
    let id = project.next_number();
    if unique_name.is_empty() {
        unique_name = format!("R-{}", project.next_code(10));
    }
    Report {
        id,
        title,
        unique_name,
        description,
        fields,
        filter_logic,
        filter_events,
        filter_dags,
        order,
        other,
    }
}

/// True if the document has its own list of what repeats.
pub(super) fn lists_repeats(globals: Option<&Element>) -> bool {
    globals.is_some_and(|globals| globals.child("RepeatingInstrumentsAndEvents").is_some())
}

/// Takes the repeats of a document that only marks events and forms.
pub(super) fn mark_repeats(project: &mut Project, events: &[u64], forms: &[String]) {
    for event in project.event_ids() {
        if events.contains(&event) {
            project.repeating.insert(event, Repeating::Event);
            continue;
        }
        let own: IndexMap<String, String> = forms
            .iter()
            .filter(|form| project.is_designated(event, form))
            .map(|form| (form.clone(), String::new()))
            .collect();
        if !own.is_empty() {
            project.repeating.insert(event, Repeating::Instruments(own));
        }
    }
}
