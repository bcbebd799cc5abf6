//! `MetaDataVersion`: events, instruments, fields.

use super::WriteOptions;
use super::vocabulary::validation_to_odm;
use super::xml_out::Out;
use crate::project::{
    Choice, Field, FieldType, Instrument, Project, checkbox_column, format_choices, status_choices,
    status_field,
};

/// One item: its identifier, its variable, what it is.
struct Item<'a> {
    oid: String,
    variable: String,
    content: Content<'a>,
}

enum Content<'a> {
    /// A pseudo-field: data type and label.
    Pseudo(&'static str, &'static str),
    /// A field, or one option of a checkbox field.
    Field(&'a Field),
    /// An instrument's status.
    Status,
}

/// A run of items under one heading.
struct Group<'a> {
    name: String,
    items: Vec<Item<'a>>,
}

/// Writes the element.
pub(super) fn write(out: &mut Out, project: &Project, options: &WriteOptions, oid: &str) {
    let attributes =
        [("OID", oid), ("Name", &project.title), ("redcap:RecordIdField", project.record_id_field())];
    out.open(0, "MetaDataVersion", &attributes);
    if project.is_longitudinal() {
        write_events(out, project);
    }
    let forms: Vec<(&Instrument, Vec<Group<'_>>)> =
        project.instruments.iter().map(|i| (i, groups(project, i, options))).collect();
    for (instrument, groups) in &forms {
        let oid = form_oid(&instrument.name);
        let attributes = [
            ("OID", oid.as_str()),
            ("Name", &instrument.label),
            ("Repeating", "No"),
            ("redcap:FormName", &instrument.name),
        ];
        out.open(1, "FormDef", &attributes);
        for group in groups {
            let oid = group_oid(&instrument.name, group);
            out.empty(2, "ItemGroupRef", &[("ItemGroupOID", &oid), ("Mandatory", "No")]);
        }
        out.close(1, "FormDef");
    }
    for (instrument, groups) in &forms {
        for group in groups {
            let oid = group_oid(&instrument.name, group);
            let attributes = [("OID", oid.as_str()), ("Name", &group.name), ("Repeating", "No")];
            out.open(1, "ItemGroupDef", &attributes);
            for item in &group.items {
                let required = matches!(item.content, Content::Field(field) if field.required);
                let attributes = [
                    ("ItemOID", item.oid.as_str()),
                    ("Mandatory", if required { "Yes" } else { "No" }),
                    ("redcap:Variable", &item.variable),
                ];
                out.empty(2, "ItemRef", &attributes);
            }
            out.close(1, "ItemGroupDef");
        }
    }
    let items = || forms.iter().flat_map(|(_, groups)| groups).flat_map(|group| &group.items);
    items().for_each(|item| write_item(out, item));
    items().for_each(|item| write_code_list(out, item));
    out.close(0, "MetaDataVersion");
}

/// The identifier of an instrument.
pub(super) fn form_oid(form: &str) -> String {
    format!("Form.{form}")
}

fn group_oid(form: &str, group: &Group<'_>) -> String {
    format!("{form}.{}", group.items.first().map_or("", |item| item.oid.as_str()))
}

fn write_events(out: &mut Out, project: &Project) {
    let multiple_arms = project.used_arms().count() > 1;
    out.open(1, "Protocol", &[]);
    for (number, event) in (1..).zip(&project.events) {
        let oid = format!("Event.{}", event.unique_name);
        let order = u32::to_string(&number);
        let attributes = [("StudyEventOID", oid.as_str()), ("OrderNumber", &order), ("Mandatory", "No")];
        out.empty(2, "StudyEventRef", &attributes);
    }
    out.close(1, "Protocol");
    for event in &project.events {
        let arm_name = project.arms.get(&event.arm).map_or("", |arm| arm.name.as_str());
        let name = match multiple_arms {
            true => format!("{} (Arm {}: {arm_name})", event.name, event.arm),
            false => event.name.clone(),
        };
        let repeating = if project.is_repeating_event(event.id) { "Yes" } else { "No" };
        let attributes = [
            ("OID", &*format!("Event.{}", event.unique_name)),
            ("Name", &name),
            ("Type", "Common"),
            ("Repeating", repeating),
            ("redcap:EventName", &event.name),
            ("redcap:CustomEventLabel", &event.custom_label),
            ("redcap:UniqueEventName", &event.unique_name),
            ("redcap:ArmNum", &event.arm.to_string()),
            ("redcap:ArmName", arm_name),
            ("redcap:DayOffset", &event.day_offset.to_string()),
            ("redcap:OffsetMin", &event.offset_min.to_string()),
            ("redcap:OffsetMax", &event.offset_max.to_string()),
        ];
        out.open(1, "StudyEventDef", &attributes);
        for (number, instrument) in (1..).zip(project.instruments_of_event(event.id)) {
            let attributes = [
                ("FormOID", &*form_oid(&instrument.name)),
                ("OrderNumber", &u32::to_string(&number)),
                ("Mandatory", "No"),
                ("redcap:FormName", &instrument.name),
            ];
            out.empty(2, "FormRef", &attributes);
        }
        out.close(1, "StudyEventDef");
    }
}

/// The groups of an instrument. A field with a heading stands alone under it,
/// what follows goes on under the instrument's label; the status comes last.
fn groups<'a>(project: &'a Project, instrument: &'a Instrument, options: &WriteOptions) -> Vec<Group<'a>> {
    let pseudo = |name: &str, kind: &'static str, label: &'static str| Item {
        oid: name.to_owned(),
        variable: name.to_owned(),
        content: Content::Pseudo(kind, label),
    };
    let labelled = |items: Vec<Item<'a>>| Group { name: instrument.label.clone(), items };
    let mut groups: Vec<Group<'a>> = Vec::new();
    // True while the last group takes further fields.
    let mut open = false;
    if options.survey_fields && project.settings.surveys_enabled && instrument.survey.is_some() {
        let name = format!("{}_timestamp", instrument.name);
        groups.push(labelled(vec![pseudo(&name, "datetime", "Survey Timestamp")]));
        open = true;
    }
    for field in project.fields_of(&instrument.name) {
        let mut items = field_items(field);
        if field.name == project.record_id_field() {
            // The record id and what describes the whole record stand before all else.
            if options.dags && !project.dags.is_empty() {
                items.push(pseudo("redcap_data_access_group", "text", "Data Access Group"));
            }
            if options.survey_fields && project.has_surveys() {
                items.push(pseudo("redcap_survey_identifier", "text", "Survey Identifier"));
            }
            // Servers name the timestamp of the record id's own survey here too.
            if let Some(Content::Pseudo(kind, label)) = groups.first().map(|group| &group.items[0].content) {
                items.push(pseudo(&format!("{}_timestamp", instrument.name), kind, label));
            }
            groups.insert(0, labelled(items));
            open = true;
        } else if !field.section_header.is_empty() {
            groups.push(Group { name: field.section_header.clone(), items });
            open = false;
        } else if let Some(group) = groups.last_mut().filter(|_| open) {
            group.items.extend(items);
        } else {
            groups.push(labelled(items));
            open = true;
        }
    }
    let status = status_field(&instrument.name);
    let item = Item { oid: status.clone(), variable: status, content: Content::Status };
    groups.push(Group { name: "Form Status".into(), items: vec![item] });
    groups
}

fn field_items(field: &Field) -> Vec<Item<'_>> {
    let item = |oid: String| Item { oid, variable: field.name.clone(), content: Content::Field(field) };
    match field.kind {
        FieldType::Checkbox if !field.choices.is_empty() => {
            field.choices.iter().map(|choice| item(checkbox_column(&field.name, &choice.code))).collect()
        }
        _ => vec![item(field.name.clone())],
    }
}

fn write_item(out: &mut Out, item: &Item<'_>) {
    let mut attributes: Vec<(&str, &str)> = vec![("OID", &item.oid), ("Name", &item.oid)];
    match &item.content {
        Content::Pseudo(kind, label) => {
            attributes.extend([("DataType", *kind), ("Length", "999"), ("redcap:Variable", &item.variable)]);
            out.open(1, "ItemDef", &attributes);
            out.translated(2, "Question", label);
        }
        Content::Status => {
            attributes.extend([
                ("DataType", "text"),
                ("Length", "1"),
                ("redcap:Variable", &item.variable),
                ("redcap:FieldType", "select"),
                ("redcap:SectionHeader", "Form Status"),
            ]);
            out.open(1, "ItemDef", &attributes);
            out.translated(2, "Question", "Complete?");
            let oid = format!("{}.choices", item.oid);
            out.empty(2, "CodeListRef", &[("CodeListOID", &oid)]);
        }
        Content::Field(field) => write_field(out, item, field),
    }
    out.close(1, "ItemDef");
}

fn write_field(out: &mut Out, item: &Item<'_>, field: &Field) {
    let choices = has_code_list(field);
    let length = match field.kind {
        FieldType::Checkbox | FieldType::YesNo | FieldType::TrueFalse => "1".to_owned(),
        _ if choices => field.choices.iter().map(|c| c.code.chars().count()).max().unwrap_or(1).to_string(),
        _ => "999".to_owned(),
    };
    let mut attributes: Vec<(&str, &str)> =
        vec![("OID", &item.oid), ("Name", &item.oid), ("DataType", data_type(field)), ("Length", &length)];
    if field.kind == FieldType::Text && field.validation == "number" {
        attributes.push(("SignificantDigits", "1"));
    }
    attributes.push(("redcap:Variable", &field.name));
    attributes.push(("redcap:FieldType", field.kind.odm_name()));
    let validation = match field.kind {
        FieldType::Text => validation_to_odm(&field.validation),
        _ => &field.validation,
    };
    let formula = |kinds: &[FieldType]| if kinds.contains(&field.kind) { field.formula.as_str() } else { "" };
    let flag = |on: bool| if on { "y" } else { "" };
    let optional = [
        ("redcap:Calculation", formula(&[FieldType::Calc, FieldType::Sql])),
        ("redcap:SliderLabels", formula(&[FieldType::Slider])),
        ("redcap:TextValidationType", validation),
        ("redcap:FieldNote", &field.note),
        ("redcap:SectionHeader", &field.section_header),
        ("redcap:Identifier", flag(field.identifier)),
        ("redcap:BranchingLogic", &field.branching_logic),
        ("redcap:RequiredField", flag(field.required)),
        ("redcap:CustomAlignment", &field.alignment),
        ("redcap:QuestionNumber", &field.question_number),
        ("redcap:MatrixGroupName", &field.matrix_group),
        ("redcap:MatrixRanking", flag(field.matrix_ranking)),
        ("redcap:FieldAnnotation", &field.annotation),
    ];
    attributes.extend(optional.into_iter().filter(|(_, value)| !value.is_empty()));
    out.open(1, "ItemDef", &attributes);
    out.translated(2, "Question", &field.label);
    if choices {
        let oid = format!("{}.choices", item.oid);
        out.empty(2, "CodeListRef", &[("CodeListOID", &oid)]);
    }
    let limit = |text: &str| if text.is_empty() { "no limit".to_owned() } else { text.to_owned() };
    let (min, max) = (&field.validation_min, &field.validation_max);
    let message = format!(
        "The value you provided is outside the suggested range ({} - {}). \
         This value is admissible, but you may wish to double check it.",
        limit(min),
        limit(max)
    );
    for (comparator, value) in [("GE", min), ("LE", max)].into_iter().filter(|(_, value)| !value.is_empty()) {
        out.open(2, "RangeCheck", &[("Comparator", comparator), ("SoftHard", "Soft")]);
        out.line(3, "CheckValue", value);
        out.translated(3, "ErrorMessage", &message);
        out.close(2, "RangeCheck");
    }
}

fn has_code_list(field: &Field) -> bool {
    matches!(field.kind, FieldType::YesNo | FieldType::TrueFalse) || !field.choices.is_empty()
}

fn data_type(field: &Field) -> &'static str {
    match field.kind {
        FieldType::YesNo | FieldType::TrueFalse | FieldType::Checkbox => "boolean",
        FieldType::Calc => "float",
        FieldType::Slider => "integer",
        FieldType::Text => match field.validation.as_str() {
            "integer" => "integer",
            name if name.starts_with("number") => "float",
            name if name.starts_with("datetime") => "datetime",
            name if name.starts_with("date") => "date",
            "time" | "time_hh_mm_ss" => "time",
            _ => "text",
        },
        _ => "text",
    }
}

fn write_code_list(out: &mut Out, item: &Item<'_>) {
    let (choices, kind, boxes): (Vec<Choice>, &str, Option<String>) = match &item.content {
        Content::Pseudo(..) => return,
        Content::Status => (status_choices(), "text", None),
        Content::Field(field) if !has_code_list(field) => return,
        Content::Field(field) if field.kind == FieldType::Checkbox => (
            vec![Choice::new("1", "Checked"), Choice::new("0", "Unchecked")],
            "boolean",
            Some(format_choices(&field.choices, "|")),
        ),
        Content::Field(field) => (field.effective_choices(), data_type(field), None),
    };
    let oid = format!("{}.choices", item.oid);
    let mut attributes: Vec<(&str, &str)> =
        vec![("OID", &oid), ("Name", &item.oid), ("DataType", kind), ("redcap:Variable", &item.variable)];
    if let Some(boxes) = &boxes {
        attributes.push(("redcap:CheckboxChoices", boxes));
    }
    out.open(1, "CodeList", &attributes);
    for choice in &choices {
        out.start(2, "CodeListItem", &[("CodedValue", &choice.code)]);
        out.text.push_str("><Decode><TranslatedText>");
        out.content(&choice.label);
        out.text.push_str("</TranslatedText></Decode></CodeListItem>\n");
    }
    out.close(1, "CodeList");
}
