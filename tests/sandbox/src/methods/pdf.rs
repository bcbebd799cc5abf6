//! PDFs of instruments.

use std::sync::Arc;

use redcap_generator::spec::raw::AnswerKind;

use super::pdf_writer;
use super::place::record;
use crate::api::{Call, Refusal, Reply, missing};
use crate::export::Access;
use crate::project::{
    Field, FieldType, Instrument, Project, ProjectError, Record, RowKey, Value, status_choices, status_field,
};

/// Makes a PDF of blank instruments, of one record or of all.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let document = Document {
        call,
        project,
        access: Access::of(&call.caller, project),
        compact: call.arguments.flag("compactDisplay"),
        event: wanted_event(call, project)?,
        instrument: wanted_instrument(call, project)?,
    };
    let sections = if call.arguments.flag("allRecords") || call.arguments.flag("allrecords") {
        Document { event: None, instrument: None, ..document }.all_records()
    } else if call.arguments.text("record").is_some() {
        document.one_record()?
    } else {
        document.blank()
    };
    let answer = call.method.returns.first().and_then(|answer| answer.media.as_deref());
    let media = answer.unwrap_or_else(|| call.media(AnswerKind::File, call.format()));
    Ok(Reply::new(media, pdf_writer::write(&sections)))
}

fn wanted_event(call: &Call<'_>, project: &Project) -> Result<Option<u64>, Refusal> {
    match call.arguments.text("event").filter(|_| project.is_longitudinal()) {
        Some(name) => match project.event(name) {
            Some(event) => Ok(Some(event.id)),
            None => Err(ProjectError::NoSuchEvent(name.to_owned()).into()),
        },
        None => Ok(None),
    }
}

fn wanted_instrument<'a>(call: &Call<'_>, project: &'a Project) -> Result<Option<&'a Instrument>, Refusal> {
    match call.arguments.text("instrument") {
        Some(name) => match project.instrument(name) {
            Some(instrument) => Ok(Some(instrument)),
            None => Err(ProjectError::NoSuchInstrument(name.to_owned()).into()),
        },
        None => Ok(None),
    }
}

/// What a call wants to see.
struct Document<'a> {
    call: &'a Call<'a>,
    project: &'a Project,
    access: Access,
    compact: bool,
    event: Option<u64>,
    instrument: Option<&'a Instrument>,
}

/// One instrument of one row.
#[derive(Clone, Copy)]
struct Filled<'a> {
    name: &'a str,
    record: &'a Record,
    key: &'a RowKey,
}

impl Document<'_> {
    fn blank(&self) -> Vec<Vec<String>> {
        let forms = self.project.instruments.iter().filter(|form| self.wants(form));
        let forms =
            forms.filter(|form| self.event.is_none_or(|id| self.project.is_designated(id, &form.name)));
        let sections: Vec<Vec<String>> = forms.map(|form| self.section(form, None)).collect();
        if sections.is_empty() { vec![vec![self.project.title.clone()]] } else { sections }
    }

    fn one_record(&self) -> Result<Vec<Vec<String>>, Refusal> {
        let (name, record) = record(self.call, self.project)?;
        if self.instrument.is_some_and(|form| !self.access.keeps_form(self.project, &form.name)) {
            return Err(missing(self.call.catalogue(), self.call.method, "data_export"));
        }
        // An instance is asked for together with an instrument; a record alone shows all of them.
        let number = self.call.arguments.number("repeat_instance").unwrap_or(1);
        let one = (self.instrument.is_some() || number != 1).then_some(number);
        let sections = self.sections(name, record, one);
        if sections.is_empty() {
            let title = vec![self.project.title.clone(), format!("Record {}", self.shown(name))];
            return Ok(vec![title]);
        }
        Ok(sections)
    }

    fn all_records(&self) -> Vec<Vec<String>> {
        let records = self.project.records.iter().filter(|(_, record)| self.call.caller.sees(record.dag));
        let sections: Vec<Vec<String>> =
            records.flat_map(|(name, record)| self.sections(name.as_str(), record, None)).collect();
        if sections.is_empty() { vec![vec![self.project.title.clone()]] } else { sections }
    }

    /// The instruments of a record, row by row.
    fn sections(&self, name: &str, record: &Record, instance: Option<u64>) -> Vec<Vec<String>> {
        let mut sections = Vec::new();
        for key in self.project.row_keys(record) {
            let other = |asked| key.instance().is_some_and(|own| u64::from(own) != asked);
            if self.event.is_some_and(|event| event != key.event) || instance.is_some_and(other) {
                continue;
            }
            let filled = Filled { name, record, key: &key };
            let forms = self.project.instruments.iter().filter(|form| self.wants(form));
            let forms = forms.filter(|form| self.project.belongs(&key, &form.name));
            let forms = forms.filter(|form| self.access.keeps_form(self.project, &form.name));
            sections.extend(forms.map(|form| self.section(form, Some(filled))));
        }
        sections
    }

    /// A record id as the caller may see it.
    fn shown(&self, name: &str) -> String {
        self.access.shown(name, &mut String::new()).to_owned()
    }

    fn wants(&self, form: &Instrument) -> bool {
        self.instrument.is_none_or(|wanted| wanted.name == form.name)
    }

    fn section(&self, form: &Instrument, filled: Option<Filled<'_>>) -> Vec<String> {
        let mut lines = vec![self.project.title.clone()];
        if let Some(Filled { name, key, .. }) = filled {
            lines.push(format!("Record {}", self.shown(name)));
            if let Some(event) =
                self.project.event_by_id(key.event).filter(|_| self.project.is_longitudinal())
            {
                lines.push(format!("Event {}", event.name));
            }
            lines.extend(key.instance().map(|number| format!("Instance {number}")));
        }
        lines.push(form.label.clone());
        lines.push(String::new());
        for field in self.project.fields_of(&form.name) {
            self.field(&mut lines, field, filled);
        }
        if let Some(Filled { record, key, .. }) = filled {
            let code = record.value(key, &status_field(&form.name)).and_then(Value::as_text).unwrap_or("0");
            let label = status_choices().into_iter().find(|choice| choice.code == code);
            lines.push(format!("Complete? {}", label.map_or_else(|| code.to_owned(), |one| one.label)));
        }
        lines
    }

    fn field(&self, lines: &mut Vec<String>, field: &Field, filled: Option<Filled<'_>>) {
        let is_id = field.name == self.project.record_id_field();
        if filled.is_some() && !self.access.keeps(self.project, field) {
            return;
        }
        let value = filled.and_then(|one| one.record.value(one.key, &field.name));
        let shown = match (filled, value) {
            (Some(one), _) if is_id => Some(self.shown(one.name)),
            (_, Some(Value::File(id))) => self.project.documents.get(id).map(|file| file.name.clone()),
            (_, Some(Value::Text(text))) => Some(text.clone()),
            _ => None,
        };
        if self.compact && filled.is_some() && shown.is_none() && value.is_none() {
            return;
        }
        if !field.section_header.is_empty() {
            lines.push(plain(&field.section_header));
        }
        let choices = field.effective_choices();
        if choices.is_empty() || field.kind == FieldType::Slider {
            let shown = shown.unwrap_or_else(|| if filled.is_some() { String::new() } else { "____".into() });
            for (index, part) in shown.split('\n').enumerate() {
                let label = if index == 0 { format!("{}: ", plain(&field.label)) } else { "    ".into() };
                lines.push(format!("{label}{}", part.trim_end()));
            }
            return;
        }
        lines.push(plain(&field.label));
        for choice in &choices {
            let chosen = match value {
                Some(Value::Checked(codes)) => codes.contains(&choice.code),
                Some(Value::Text(code)) => *code == choice.code,
                _ => false,
            };
            if chosen || !self.compact {
                lines.push(format!("    [{}] {}", if chosen { 'x' } else { ' ' }, plain(&choice.label)));
            }
        }
        // A code for missing data is none of the choices.
        if let Some(code) = shown.filter(|code| choices.iter().all(|choice| choice.code != *code)) {
            lines.push(format!("    {code}"));
        }
    }
}

/// A label without its HTML.
fn plain(label: &str) -> String {
    let mut text = String::with_capacity(label.len());
    let mut inside = false;
    for character in label.chars() {
        match character {
            '<' => inside = true,
            '>' if inside => inside = false,
            '\n' | '\r' => text.push(' '),
            other if !inside => text.push(other),
            _ => {}
        }
    }
    text
}
