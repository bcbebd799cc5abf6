//! `ClinicalData`: records, with uploaded files.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::ReadOptions;
use super::read::{Identifiers, Target};
use super::xml::{Element, OdmError, content_error};
use crate::project::{
    Document, FieldType, Project, Record, RecordName, Response, ResponseKey, RowKey, Value, status_field,
};

/// Reads all subjects of one `ClinicalData` element.
pub(super) fn read(
    project: &mut Project,
    data: &Element,
    identifiers: &Identifiers,
    options: &ReadOptions,
    text: &str,
) -> Result<(), OdmError> {
    let mut reader = Reader { project, identifiers, options, text };
    for subject in data.children_of("SubjectData") {
        let name = subject.attribute("SubjectKey").map(str::trim).filter(|name| !name.is_empty());
        let name = name.ok_or_else(|| content_error(text, subject.offset, "a subject has no SubjectKey"))?;
        reader.subject(name, subject)?;
    }
    Ok(())
}

struct Reader<'a> {
    project: &'a mut Project,
    identifiers: &'a Identifiers,
    options: &'a ReadOptions,
    text: &'a str,
}

impl Reader<'_> {
    fn subject(&mut self, name: &str, subject: &Element) -> Result<(), OdmError> {
        let name = RecordName::new(name);
        let known = self.project.records.remove(&name).map(Arc::unwrap_or_clone);
        let mut record = known.unwrap_or_else(|| Record {
            created: self.options.now.clone(),
            modified: self.options.now.clone(),
            ..Record::default()
        });
        let classic = !self.project.is_longitudinal();
        let first = self.project.first_event(None);
        if classic {
            record.touch(RowKey::base(first));
        }
        for form in subject.children_of("FormData") {
            self.form(&mut record, first, None, form)?;
        }
        for event_data in subject.children_of("StudyEventData") {
            let event = self.event(event_data)?;
            let instance = repeat_key(event_data, "StudyEventRepeatKey");
            let mut forms = event_data.children_of("FormData").peekable();
            if forms.peek().is_none() {
                record.touch(self.plain_row(event, Some(instance)));
            }
            for form in forms {
                self.form(&mut record, event, Some(instance), form)?;
            }
        }
        self.project.records.insert(name, Arc::new(record));
        Ok(())
    }

    fn event(&self, element: &Element) -> Result<u64, OdmError> {
        let by_oid = element.attribute("StudyEventOID").and_then(|oid| self.identifiers.events.get(oid));
        let by_name = || self.project.event(element.attribute("UniqueEventName")?).map(|event| event.id);
        match by_oid.copied().or_else(by_name) {
            Some(event) => Ok(event),
            None if !self.project.is_longitudinal() => Ok(self.project.first_event(None)),
            None => {
                let oid = element.text_of("StudyEventOID");
                Err(content_error(self.text, element.offset, format!("the event '{oid}' is not defined")))
            }
        }
    }

    /// The row of an event's non-repeating instruments.
    fn plain_row(&self, event: u64, instance: Option<u32>) -> RowKey {
        match instance {
            Some(number) if self.project.is_repeating_event(event) => RowKey::event_instance(event, number),
            _ => RowKey::base(event),
        }
    }

    fn form(
        &mut self,
        record: &mut Record,
        event: u64,
        event_instance: Option<u32>,
        element: &Element,
    ) -> Result<(), OdmError> {
        let oid = element.text_of("FormOID");
        let form = self.identifiers.forms.get(&oid).cloned().unwrap_or_default();
        let instance = repeat_key(element, "FormRepeatKey");
        let key = if self.project.is_repeating_form(event, &form) {
            RowKey::form_instance(event, &form, instance)
        } else {
            self.plain_row(event, event_instance)
        };
        let items: Vec<&Element> = element
            .children
            .iter()
            .flat_map(|child| if child.name == "ItemGroupData" { child.children.iter() } else { [].iter() })
            .filter(|item| item.name.starts_with("ItemData"))
            .collect();
        record.touch(key.clone());
        for item in items {
            self.item(record, &key, &form, item)?;
        }
        Ok(())
    }

    fn item(
        &mut self,
        record: &mut Record,
        key: &RowKey,
        form: &str,
        item: &Element,
    ) -> Result<(), OdmError> {
        let oid = item.text_of("ItemOID");
        // Items that the metadata do not define are passed over.
        let Some(target) = self.identifiers.items.get(&oid) else { return Ok(()) };
        if item.name == "ItemDataBase64Binary" {
            return self.file(record, key, target, item);
        }
        // Typed items of other systems carry their value as text.
        let value = item.attribute("Value").unwrap_or(item.text.trim());
        match target {
            Target::RecordId => {}
            Target::Dag => {
                if let Some(dag) = self.project.dag(value) {
                    record.dag = Some(dag.id);
                }
            }
            Target::Status(form) => record.put(key.clone(), &status_field(form), Value::text(value)),
            Target::Option(field, code) => {
                if value == "1" {
                    record.check(key.clone(), field, code, true);
                }
            }
            Target::Field(field) => {
                let kind = self.project.fields.get(field).map(|field| field.kind);
                let skipped = match kind {
                    Some(FieldType::Calc) => !self.options.calculated_values,
                    // A file is more than its name.
                    Some(FieldType::File | FieldType::Descriptive) => true,
                    _ => false,
                };
                if !skipped {
                    record.put(key.clone(), field, Value::text(value));
                }
            }
            Target::Timestamp(form) if self.options.survey_fields && !value.is_empty() => {
                let response = self.response(record, key, form);
                response.started = true;
                if !value.starts_with('[') {
                    response.completed = Some(value.replace('T', " "));
                }
            }
            Target::SurveyIdentifier if self.options.survey_fields && !value.is_empty() => {
                self.response(record, key, form).identifier = Some(value.to_owned());
            }
            Target::Timestamp(_) | Target::SurveyIdentifier => {}
        }
        Ok(())
    }

    fn response<'r>(&self, record: &'r mut Record, key: &RowKey, form: &str) -> &'r mut Response {
        let key: ResponseKey = self.project.response_key(key, form);
        record.responses.entry(key).or_default()
    }

    fn file(
        &mut self,
        record: &mut Record,
        key: &RowKey,
        target: &Target,
        item: &Element,
    ) -> Result<(), OdmError> {
        let Target::Field(field) = target else { return Ok(()) };
        let text: String = item.text.split_whitespace().collect();
        let bytes = STANDARD
            .decode(&text)
            .map_err(|error| content_error(self.text, item.offset, format!("bad base64 data: {error}")))?;
        let document = Document { name: item.text_of("DocName"), mime: item.text_of("MimeType"), bytes };
        let id = self.project.add_document(document);
        record.put(key.clone(), field, Value::File(id));
        Ok(())
    }
}

/// A repeat key; other systems use keys that are not numbers.
fn repeat_key(element: &Element, name: &str) -> u32 {
    element.attribute(name).and_then(|key| key.trim().parse().ok()).filter(|key| *key > 0).unwrap_or(1)
}
