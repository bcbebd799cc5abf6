//! `MetaDataVersion`: events, instruments, fields.

use std::collections::HashMap;

use indexmap::IndexSet;

use super::read::{Identifiers, Target};
use super::read_globals;
use super::vocabulary::validation_from_odm;
use super::xml::{Element, OdmError, content_error};
use crate::project::{
    Arm, Choice, Event, Field, FieldType, Instrument, Project, checkbox_column, form_name, parse_choices,
    status_field, unique_event_name,
};

/// Columns of data that are not fields.
const DAG: &str = "redcap_data_access_group";
const SURVEY_IDENTIFIER: &str = "redcap_survey_identifier";

/// Reads instruments, fields, events and designations.
pub(super) fn read(project: &mut Project, metadata: &Element, text: &str) -> Result<Identifiers, OdmError> {
    let mut identifiers = Identifiers::default();
    read_forms(project, metadata, &mut identifiers);
    if project.fields.is_empty() {
        return Err(content_error(text, metadata.offset, "the metadata define no fields"));
    }
    if let Some(name) = metadata.attribute("RecordIdField")
        && let Some(index) = project.fields.get_index_of(name)
    {
        project.fields.move_index(index, 0);
    }
    read_events(project, metadata, &mut identifiers, text)?;
    if !project.settings.longitudinal {
        let event = project.first_event(None);
        project.mappings.insert(event, project.instruments.iter().map(|i| i.name.clone()).collect());
    }
    add_targets(project, &mut identifiers);
    Ok(identifiers)
}

/// The identifiers of a project's own documents.
pub(super) fn identifiers_of(project: &Project) -> Identifiers {
    let mut identifiers = Identifiers::default();
    for instrument in &project.instruments {
        identifiers.forms.insert(format!("Form.{}", instrument.name), instrument.name.clone());
    }
    for event in &project.events {
        identifiers.events.insert(format!("Event.{}", event.unique_name), event.id);
    }
    add_targets(project, &mut identifiers);
    identifiers
}

/// Completes the items with what every document may contain.
fn add_targets(project: &Project, identifiers: &mut Identifiers) {
    let items = &mut identifiers.items;
    for field in project.fields.values() {
        items.insert(field.name.clone(), Target::Field(field.name.clone()));
        if field.kind == FieldType::Checkbox {
            for choice in &field.choices {
                let target = Target::Option(field.name.clone(), choice.code.clone());
                items.insert(checkbox_column(&field.name, &choice.code), target);
            }
        }
    }
    for instrument in &project.instruments {
        items.insert(status_field(&instrument.name), Target::Status(instrument.name.clone()));
        let timestamp = format!("{}_timestamp", instrument.name);
        items.entry(timestamp).or_insert_with(|| Target::Timestamp(instrument.name.clone()));
    }
    items.insert(DAG.into(), Target::Dag);
    items.insert(SURVEY_IDENTIFIER.into(), Target::SurveyIdentifier);
    // Last: the record id wins over a field entry of the same name.
    let id = project.record_id_field().to_owned();
    for target in items.values_mut() {
        if *target == Target::Field(id.clone()) {
            *target = Target::RecordId;
        }
    }
}

/// Reads what only marks events and forms as repeating, once all is known.
pub(super) fn finish(project: &mut Project, metadata: &Element, globals: Option<&Element>) {
    if read_globals::lists_repeats(globals) {
        return;
    }
    let repeats = |element: &&Element| element.attribute("Repeating") == Some("Yes");
    let events = metadata.children_of("StudyEventDef").filter(repeats);
    let events: Vec<u64> = events
        .filter_map(|def| project.event(&def.text_of("UniqueEventName")).map(|event| event.id))
        .collect();
    let forms: Vec<String> = metadata.children_of("FormDef").filter(repeats).map(form_of).collect();
    read_globals::mark_repeats(project, &events, &forms);
}

fn form_of(def: &Element) -> String {
    let named = def.attribute("FormName").map(str::to_owned);
    named.unwrap_or_else(|| {
        let oid = def.text_of("OID");
        form_name(oid.strip_prefix("Form.").unwrap_or(&oid))
    })
}

fn read_forms(project: &mut Project, metadata: &Element, identifiers: &mut Identifiers) {
    let by_oid = |name: &'static str| -> HashMap<&str, &Element> {
        metadata.children_of(name).filter_map(|def| Some((def.attribute("OID")?, def))).collect()
    };
    let groups = by_oid("ItemGroupDef");
    let items = by_oid("ItemDef");
    let lists = by_oid("CodeList");
    for form_def in metadata.children_of("FormDef") {
        let form = form_of(form_def);
        identifiers.forms.insert(form_def.text_of("OID"), form.clone());
        if project.instrument(&form).is_none() {
            let label = form_def.text_of("Name");
            project.instruments.push(Instrument { name: form.clone(), label, survey: None });
        }
        let refs = form_def.children_of("ItemGroupRef").filter_map(|r| r.attribute("ItemGroupOID"));
        let item_refs = refs.filter_map(|oid| groups.get(oid)).flat_map(|group| group.children_of("ItemRef"));
        for item_ref in item_refs {
            let Some(def) = item_ref.attribute("ItemOID").and_then(|oid| items.get(oid)) else { continue };
            let name = variable(def);
            let is_field = def.attribute("FieldType").is_some() || !name.ends_with("_timestamp");
            if name == status_field(&form) || name == DAG || name == SURVEY_IDENTIFIER || !is_field {
                continue;
            }
            identifiers.items.entry(def.text_of("OID")).or_insert_with(|| Target::Field(name.clone()));
            if !project.fields.contains_key(&name) {
                let mut field = read_field(def, &name, &form, &lists);
                field.required |= item_ref.attribute("Mandatory") == Some("Yes");
                project.fields.insert(name, field);
            }
        }
    }
}

/// The variable name of an item; documents of other systems have only a name.
fn variable(def: &Element) -> String {
    let named = def.attribute("Variable").map(str::to_owned);
    named.unwrap_or_else(|| form_name(def.attribute("Name").or(def.attribute("OID")).unwrap_or_default()))
}

fn read_field(def: &Element, name: &str, form: &str, lists: &HashMap<&str, &Element>) -> Field {
    let data_type = def.attribute("DataType").unwrap_or("text");
    let list = def
        .child("CodeListRef")
        .and_then(|reference| reference.attribute("CodeListOID"))
        .and_then(|oid| lists.get(oid));
    let named = def.attribute("FieldType").and_then(FieldType::parse);
    let kind = named.unwrap_or(match (list, data_type) {
        (Some(_), _) => FieldType::Radio,
        (None, "boolean") => FieldType::YesNo,
        _ => FieldType::Text,
    });
    let label = def.child("Question").map_or_else(String::new, label_of);
    let mut field = Field::new(name, form, kind, &label);
    field.section_header = def.text_of("SectionHeader");
    field.note = def.text_of("FieldNote");
    field.identifier = def.attribute("Identifier") == Some("y");
    field.branching_logic = def.text_of("BranchingLogic");
    field.required = def.attribute("RequiredField") == Some("y");
    field.alignment = def.text_of("CustomAlignment");
    field.question_number = def.text_of("QuestionNumber");
    field.matrix_group = def.text_of("MatrixGroupName");
    field.matrix_ranking = def.attribute("MatrixRanking") == Some("y");
    field.annotation = def.text_of("FieldAnnotation");
    let validation = def.text_of("TextValidationType");
    field.validation = match kind {
        FieldType::Text if named.is_none() => plain_validation(data_type).to_owned(),
        FieldType::Text => validation_from_odm(&validation).to_owned(),
        _ => validation,
    };
    for check in def.children_of("RangeCheck") {
        let value = check.child("CheckValue").map_or_else(String::new, |value| value.text.trim().to_owned());
        match check.attribute("Comparator") {
            Some("GE" | "GT") => field.validation_min = value,
            Some("LE" | "LT") => field.validation_max = value,
            _ => {}
        }
    }
    match kind {
        FieldType::Checkbox => {
            let choices = list.and_then(|list| list.attribute("CheckboxChoices"));
            field.choices = choices.map(parse_choices).unwrap_or_default();
        }
        FieldType::Radio | FieldType::Dropdown => {
            field.choices = list.map(|list| choices_of(list)).unwrap_or_default();
        }
        FieldType::Slider => field.formula = def.text_of("SliderLabels"),
        FieldType::Calc | FieldType::Sql => field.formula = def.text_of("Calculation"),
        _ => {}
    }
    field
}

/// The validation that a data type of another system amounts to.
fn plain_validation(data_type: &str) -> &'static str {
    match data_type {
        "integer" => "integer",
        "float" | "double" => "number",
        "date" => "date_ymd",
        "datetime" => "datetime_seconds_ymd",
        "time" => "time",
        _ => "",
    }
}

/// The text of a question or decode; a formatted version wins.
fn label_of(element: &Element) -> String {
    let texts = ["FormattedTranslatedText", "TranslatedText"];
    texts.iter().find_map(|name| element.child(name)).map_or_else(String::new, |child| child.text.clone())
}

fn choices_of(list: &Element) -> Vec<Choice> {
    let items = list.children.iter().filter(|c| c.name == "CodeListItem" || c.name == "EnumeratedItem");
    items
        .map(|item| {
            let code = item.text_of("CodedValue");
            let label = item.child("Decode").map_or_else(|| code.clone(), label_of);
            Choice::new(code, label)
        })
        .collect()
}

fn read_events(
    project: &mut Project,
    metadata: &Element,
    identifiers: &mut Identifiers,
    text: &str,
) -> Result<(), OdmError> {
    let mut defs: Vec<&Element> = metadata.children_of("StudyEventDef").collect();
    if defs.is_empty() {
        return Ok(());
    }
    if let Some(protocol) = metadata.child("Protocol") {
        let refs = protocol.children_of("StudyEventRef").filter_map(|r| r.attribute("StudyEventOID"));
        let order: IndexSet<&str> = refs.collect();
        let rank = |def: &&Element| {
            def.attribute("OID").and_then(|oid| order.get_index_of(oid)).unwrap_or(usize::MAX)
        };
        defs.sort_by_key(rank);
    }
    project.settings.longitudinal = true;
    project.arms.clear();
    project.events.clear();
    for def in defs {
        let number = |name: &str| def.attribute(name).and_then(|value| value.trim().parse::<i64>().ok());
        let arm = u32::try_from(number("ArmNum").unwrap_or(1))
            .map_err(|_| content_error(text, def.offset, "ArmNum is not a whole number"))?;
        let arm_name = def.attribute("ArmName").map_or_else(|| format!("Arm {arm}"), str::to_owned);
        project.arms.entry(arm).or_insert(Arm { number: arm, name: arm_name });
        let name = def.attribute("EventName").or(def.attribute("Name")).unwrap_or_default().to_owned();
        let unique = def.attribute("UniqueEventName").filter(|name| project.event(name).is_none());
        let unique_name = unique.map_or_else(
            || unique_event_name(&name, arm, |taken| project.event(taken).is_some()),
            str::to_owned,
        );
        let id = project.next_number();
        identifiers.events.insert(def.text_of("OID"), id);
        project.events.push(Event {
            id,
            name,
            arm,
            day_offset: number("DayOffset").unwrap_or(0),
            offset_min: number("OffsetMin").unwrap_or(0),
            offset_max: number("OffsetMax").unwrap_or(0),
            unique_name,
            custom_label: def.text_of("CustomEventLabel"),
        });
        let forms: IndexSet<String> = def
            .children_of("FormRef")
            .filter_map(|r| identifiers.forms.get(&r.text_of("FormOID")).cloned())
            .collect();
        if !forms.is_empty() {
            project.mappings.insert(id, forms);
        }
    }
    // Exports list arm after arm, whatever the document's order.
    project.events.sort_by_key(|event| event.arm);
    Ok(())
}
