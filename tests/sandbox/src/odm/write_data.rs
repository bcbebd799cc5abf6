//! `ClinicalData`: records, with uploaded files.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::WriteOptions;
use super::write_metadata::form_oid;
use super::xml_out::Out;
use crate::project::{
    Field, FieldType, Instrument, Project, Record, RecordName, RowKey, Slot, Value, checkbox_column,
    status_field,
};

/// Writes a record, if it is wanted and has rows.
pub(super) fn subject(
    out: &mut Out,
    project: &Project,
    options: &WriteOptions,
    name: &RecordName,
    record: &Record,
) {
    let keys: Vec<RowKey> =
        project.row_keys(record).into_iter().filter(|key| has_event(project, options, key)).collect();
    if keys.is_empty() || options.records.as_ref().is_some_and(|set| !set.contains(name.as_str())) {
        return;
    }
    let attributes = [("SubjectKey", name.as_str()), ("redcap:RecordIdField", project.record_id_field())];
    out.open(1, "SubjectData", &attributes);
    // The group of the record stands once, in the first row.
    let mut dag = record.dag.filter(|_| options.dags).and_then(|id| project.dag_by_id(id));
    for key in &keys {
        let mut writer = RowWriter { project, options, name, record, key, dag: None };
        if let Some(dag) = dag.take() {
            writer.dag = Some((writer.place_of_dag().to_owned(), dag.unique_name.clone()));
        }
        writer.row(out);
    }
    out.close(1, "SubjectData");
}

fn has_event(project: &Project, options: &WriteOptions, key: &RowKey) -> bool {
    let Some(events) = options.events.as_ref().filter(|_| project.is_longitudinal()) else { return true };
    project.event_by_id(key.event).is_some_and(|event| events.contains(&event.unique_name))
}

struct RowWriter<'a> {
    project: &'a Project,
    options: &'a WriteOptions,
    name: &'a RecordName,
    record: &'a Record,
    key: &'a RowKey,
    /// The instrument that carries the record's group, and the group's unique name.
    dag: Option<(String, String)>,
}

impl RowWriter<'_> {
    fn row(&self, out: &mut Out) {
        let event = self.project.event_by_id(self.key.event);
        let unique_name = event.map_or("event_1_arm_1", |event| event.unique_name.as_str());
        let wrapped = self.project.is_longitudinal() || matches!(self.key.slot, Slot::EventInstance(_));
        if wrapped {
            let repeat_key = match self.key.slot {
                Slot::EventInstance(number) => number,
                Slot::Base | Slot::FormInstance(..) => 1,
            };
            let attributes = [
                ("StudyEventOID", &*format!("Event.{unique_name}")),
                ("StudyEventRepeatKey", &*repeat_key.to_string()),
                ("redcap:UniqueEventName", unique_name),
            ];
            out.open(2, "StudyEventData", &attributes);
        }
        for instrument in &self.project.instruments {
            self.form(out, instrument);
        }
        if let Some((_, dag)) = self.dag.as_ref().filter(|(place, _)| place.is_empty()) {
            out.open(3, "FormData", &[("FormOID", ""), ("FormRepeatKey", "1")]);
            let mut items = Out::default();
            item(&mut items, "redcap_data_access_group", dag);
            group(out, "", &items.text);
            out.close(3, "FormData");
        }
        if wrapped {
            out.close(2, "StudyEventData");
        }
    }

    /// The instrument under which this row can name the record's group: its
    /// own if it is an instance, the record id's, or any that has data. A
    /// plain row without data whose record id repeats has none.
    fn place_of_dag(&self) -> &str {
        if let Slot::FormInstance(own, _) = &self.key.slot {
            return own;
        }
        let id_form = self.project.fields.first().map_or("", |(_, id)| id.form.as_str());
        if !self.project.is_repeating_form(self.key.event, id_form) {
            return id_form;
        }
        let mut forms = self.project.instruments.iter().map(|i| i.name.as_str());
        forms.find(|form| self.has_data(form)).unwrap_or("")
    }

    /// The fields of an instrument that are written in this row.
    fn fields(&self, form: &str) -> Vec<&Field> {
        if !self.project.belongs(self.key, form) {
            return Vec::new();
        }
        let fields = self.project.fields.values().filter(|field| field.form == form);
        fields.filter(|field| self.wants(&field.name) && !self.is_id(field)).collect()
    }

    fn status(&self, form: &str) -> Option<&str> {
        let name = status_field(form);
        let shown = self.project.belongs(self.key, form) && self.wants(&name);
        self.record.value(self.key, &name).filter(|_| shown)?.as_text()
    }

    /// Identifier and timestamp of an instrument's survey response.
    fn survey(&self, form: &str) -> (&str, &str) {
        let shown = self.options.survey_fields && self.project.belongs(self.key, form);
        let response = self.record.responses.get(&self.project.response_key(self.key, form));
        response
            .filter(|_| shown)
            .map_or(("", ""), |response| (response.identifier.as_deref().unwrap_or(""), response.timestamp()))
    }

    fn has_data(&self, form: &str) -> bool {
        self.status(form).is_some()
            || self.survey(form) != ("", "")
            || self.fields(form).iter().any(|field| self.record.value(self.key, &field.name).is_some())
    }

    fn form(&self, out: &mut Out, instrument: &Instrument) {
        let form = instrument.name.as_str();
        let belongs = self.project.belongs(self.key, form);
        let own_instance = matches!(&self.key.slot, Slot::FormInstance(own, _) if own == form);
        let holds_id = self.project.fields.first().is_some_and(|(_, field)| field.form == form);
        let dag = self.dag.as_ref().filter(|(place, _)| place == form);
        let has_data = self.has_data(form);
        let writes_id =
            holds_id && ((belongs && self.wants(self.project.record_id_field())) || dag.is_some());
        if !(has_data || writes_id || dag.is_some() || own_instance) {
            return;
        }
        let (identifier, timestamp) = self.survey(form);
        let repeat_key = match &self.key.slot {
            Slot::FormInstance(_, number) => *number,
            Slot::Base | Slot::EventInstance(_) => 1,
        };
        let (oid, repeat_key) = (form_oid(form), repeat_key.to_string());
        out.open(3, "FormData", &[("FormOID", &oid), ("FormRepeatKey", &repeat_key)]);
        let mut items = Out::default();
        if writes_id {
            item(&mut items, self.project.record_id_field(), self.name.as_str());
        }
        if let Some((_, dag)) = dag {
            item(&mut items, "redcap_data_access_group", dag);
        }
        for (name, value) in
            [("redcap_survey_identifier".to_owned(), identifier), (format!("{form}_timestamp"), timestamp)]
        {
            if !value.is_empty() {
                item(&mut items, &name, value);
            }
        }
        if has_data {
            self.fields(form).into_iter().for_each(|field| self.field(&mut items, field));
        }
        let first_item = self.project.fields_of(form).next().map_or("", |field| field.name.as_str());
        group(out, &format!("{form}.{first_item}"), &items.text);
        if let Some(status) = self.status(form) {
            let name = status_field(form);
            let mut items = Out::default();
            item(&mut items, &name, status);
            group(out, &format!("{form}.{name}"), &items.text);
        }
        out.close(3, "FormData");
    }

    fn is_id(&self, field: &Field) -> bool {
        field.name == self.project.record_id_field()
    }

    fn wants(&self, field: &str) -> bool {
        self.options.fields.as_ref().is_none_or(|fields| fields.contains(field))
    }

    fn field(&self, out: &mut Out, field: &Field) {
        match (self.record.value(self.key, &field.name), field.kind) {
            // Left from the time before the field became one for files.
            (Some(Value::Text(_)), FieldType::File) => {}
            (Some(Value::Text(text)), _) => item(out, &field.name, text),
            (checked, FieldType::Checkbox) => {
                for choice in &field.choices {
                    let on = matches!(checked, Some(Value::Checked(codes)) if codes.contains(&choice.code));
                    let column = checkbox_column(&field.name, &choice.code);
                    item(out, &column, if on { "1" } else { "0" });
                }
            }
            (Some(Value::File(id)), _) if self.options.files => {
                let Some(document) = self.project.documents.get(id) else { return };
                let attributes = [
                    ("ItemOID", field.name.as_str()),
                    ("redcap:DocName", &document.name),
                    ("redcap:MimeType", &document.mime),
                ];
                out.start(5, "ItemDataBase64Binary", &attributes);
                let data = STANDARD.encode(&document.bytes);
                out.text.push_str(&format!("><![CDATA[{data}]]></ItemDataBase64Binary>\n"));
            }
            (Some(Value::File(_) | Value::Checked(_)) | None, _) => {}
        }
    }
}

fn item(out: &mut Out, oid: &str, value: &str) {
    out.empty(5, "ItemData", &[("ItemOID", oid), ("Value", value)]);
}

fn group(out: &mut Out, oid: &str, items: &str) {
    if !items.is_empty() {
        out.open(4, "ItemGroupData", &[("ItemGroupOID", oid), ("ItemGroupRepeatKey", "1")]);
        out.text.push_str(items);
        out.close(4, "ItemGroupData");
    }
}
