//! Records that exist only as a number and a small pool of templates, for tests of size.

use std::sync::Arc;

use indexmap::IndexSet;
use serde::{Deserialize, Serialize};

use super::{Choice, Field, FieldType, Instrument, Project, Record, RecordName, RowKey, Value, status_field};

/// Records named `1` to some number, each with the values of one of a few templates.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generated {
    /// How many there are.
    pub records: u64,
    /// What they hold, in turn.
    pub pool: Vec<Arc<Record>>,
}

impl Generated {
    /// The values of a record, by its number.
    pub fn at(&self, number: u64) -> Option<&Arc<Record>> {
        let size = u64::try_from(self.pool.len()).ok().filter(|size| *size > 0)?;
        let index = usize::try_from(number.checked_sub(1)? % size).ok()?;
        self.pool.get(index).filter(|_| number <= self.records)
    }

    /// The values of a record, by its name.
    pub fn named(&self, name: &str) -> Option<&Arc<Record>> {
        // Leading zeros would make a name of its own.
        let number = name.parse().ok().filter(|number: &u64| number.to_string() == name)?;
        self.at(number)
    }
}

/// How many templates a generated project has. A prime, so that no other period falls together with it.
const POOL: u64 = 61;

/// How many fields an instrument of a generated project has.
const FIELDS_PER_FORM: usize = 25;

impl Project {
    /// A classic project of generated records. The record id counts as one of the fields.
    pub fn generate(records: u64, fields: usize) -> Project {
        let mut project = Project::empty(1, format!("{records} records of {fields} fields"));
        let event = project.events[0].id;
        for index in 0..fields.max(1) {
            let number = index / FIELDS_PER_FORM + 1;
            let form = format!("form_{number}");
            if project.instrument(&form).is_none() {
                let label = format!("Form {number}");
                project.instruments.push(Instrument { name: form.clone(), label, survey: None });
            }
            let field = if index == 0 {
                Field::new("record_id", &form, FieldType::Text, "Record ID")
            } else {
                generated_field(index, &form)
            };
            project.fields.insert(field.name.clone(), field);
        }
        let forms: IndexSet<String> = project.instruments.iter().map(|form| form.name.clone()).collect();
        let mut pool = Vec::new();
        for template in 0..POOL.min(records) {
            let mut record = Record::default();
            record.touch(RowKey::base(event));
            for (index, field) in project.fields.values().enumerate().skip(1) {
                let seed = template.wrapping_mul(1_000_003).wrapping_add(index as u64);
                record.put(RowKey::base(event), &field.name, generated_value(field, seed));
            }
            for form in &forms {
                record.put(RowKey::base(event), &status_field(form), Value::text("2"));
            }
            pool.push(Arc::new(record));
        }
        project.mappings.insert(event, forms);
        project.generated = Some(Generated { records, pool });
        project
    }

    /// How many records there are, stored and generated.
    pub fn record_count(&self) -> u64 {
        let generated = self.generated.as_ref().map_or(0, |generated| generated.records);
        generated + self.records.len() as u64
    }

    /// All records, stored and generated, in natural order.
    pub fn all_records(&self) -> impl Iterator<Item = (RecordName, &Arc<Record>)> {
        let stored = self.records.iter().map(|(name, record)| (name.clone(), record));
        let generated = self.generated.iter().flat_map(|generated| {
            (1..=generated.records)
                .filter_map(|number| Some((RecordName::new(number.to_string()), generated.at(number)?)))
        });
        stored.chain(generated)
    }
}

/// A field of one of the types that data sets mostly have.
fn generated_field(index: usize, form: &str) -> Field {
    let kind = match index % 7 {
        3 => FieldType::Radio,
        4 => FieldType::YesNo,
        6 => FieldType::Notes,
        _ => FieldType::Text,
    };
    let mut field = Field::new(&format!("field_{index}"), form, kind, &format!("Field {index}"));
    match index % 7 {
        0 => field.validation = "integer".into(),
        1 => field.validation = "date_ymd".into(),
        2 => field.validation = "number".into(),
        3 => {
            field.choices =
                (1..=4).map(|code| Choice::new(code.to_string(), format!("Choice {code}"))).collect()
        }
        _ => {}
    }
    field
}

fn generated_value(field: &Field, seed: u64) -> Value {
    let pick =
        |from: u64| super::code(seed, 8).bytes().fold(0_u64, |sum, sign| sum * 31 + u64::from(sign)) % from;
    Value::text(match (field.kind, field.validation.as_str()) {
        (FieldType::Radio, _) => (pick(4) + 1).to_string(),
        (FieldType::YesNo, _) => pick(2).to_string(),
        (FieldType::Notes, _) => format!("Note {}, written \"at\" visit {}", pick(1000), pick(9) + 1),
        (_, "integer") => pick(10_000).to_string(),
        (_, "date_ymd") => format!("20{:02}-{:02}-{:02}", pick(25), pick(12) + 1, pick(28) + 1),
        (_, "number") => format!("{}.{}", pick(200), pick(10)),
        _ => super::code(seed, 10),
    })
}
