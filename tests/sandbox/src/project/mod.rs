//! The model of a project: what it consists of, and how it changes.
//!
//! Nothing here knows about requests, formats or clocks. Times come in as
//! text, names and codes are made from counters, and every collection has a
//! fixed order, so equal histories give equal projects. A project can be
//! cloned and written to a state file as it is.

mod access;
mod data;
mod debug;
mod delete;
mod error;
mod event;
mod field;
mod generated;
mod names;
mod people;
mod repeats;
mod rows;
mod settings;
mod shared;
mod store;
mod structure;
mod survey;

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};
use serde::{Deserialize, Serialize};

pub use access::{DagInput, RoleInput, UserInput};
pub use data::{Record, Row, RowKey, Slot, Value};
pub(crate) use debug::Length;
pub use delete::DeleteRequest;
pub use error::ProjectError;
pub use event::{Arm, Event, Repeating};
pub use field::{
    Choice, Field, FieldType, checkbox_column, format_choices, parse_choices, status_choices, status_field,
};
pub use generated::Generated;
pub use names::{
    RecordName, code, form_name, label_of_form, natural_cmp, seed, unique_event_name, unique_group_name,
};
pub use people::{Dag, ExportRight, FormRight, Rights, Role, User};
pub use rows::Column;
pub use settings::{OtherGroup, Settings};
pub use shared::Shared;
pub use store::{
    Allocation, Document, Folder, LogEntry, LogKind, Randomization, Report, RepositoryFile, SortBy, Stratum,
};
pub use structure::{ArmInput, EventInput, MappingInput, RepeatingInput};
pub use survey::{Instrument, Participant, Response, ResponseKey, Survey};

/// A project.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Number.
    pub id: u64,
    /// Title.
    pub title: String,
    /// Attributes.
    pub settings: Settings,
    /// Instruments in dictionary order.
    pub instruments: Vec<Instrument>,
    /// Fields in dictionary order; the first is the record id.
    pub fields: Shared<IndexMap<String, Field>>,
    /// Arms by number.
    pub arms: BTreeMap<u32, Arm>,
    /// Events, arm by arm in their order. A classic project keeps one too.
    pub events: Vec<Event>,
    /// Instruments designated for each event.
    pub mappings: BTreeMap<u64, IndexSet<String>>,
    /// What repeats, by event.
    pub repeating: BTreeMap<u64, Repeating>,
    /// Groups.
    pub dags: Vec<Dag>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Users by name.
    pub users: IndexMap<String, User>,
    /// Records in natural order.
    pub records: BTreeMap<RecordName, Arc<Record>>,
    /// Further records, which are made when they are read; such a project cannot be changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generated: Option<Generated>,
    /// Stored files by number, of records and of the repository.
    pub documents: BTreeMap<u64, Arc<Document>>,
    /// Survey participants.
    pub participants: Vec<Participant>,
    /// Survey queue, by the names that project XML gives its settings.
    pub survey_queue: Vec<IndexMap<String, String>>,
    /// Hashes of survey queue links by record.
    pub queue_links: BTreeMap<String, String>,
    /// Folders of the file repository.
    pub folders: Vec<Folder>,
    /// Files of the file repository.
    pub repository: Vec<RepositoryFile>,
    /// Reports in their order.
    pub reports: Vec<Report>,
    /// Randomization models.
    pub randomizations: Vec<Randomization>,
    /// The last number given out; shared by everything that has a number.
    pub last_number: u64,
}

impl Project {
    /// An empty shell: no instrument, no field, arm 1 with one event.
    pub fn empty(id: u64, title: impl Into<String>) -> Project {
        let mut project = Project {
            id,
            title: title.into(),
            settings: Settings::default(),
            instruments: Vec::new(),
            fields: Shared::default(),
            arms: BTreeMap::new(),
            events: Vec::new(),
            mappings: BTreeMap::new(),
            repeating: BTreeMap::new(),
            dags: Vec::new(),
            roles: Vec::new(),
            users: IndexMap::new(),
            records: BTreeMap::new(),
            generated: None,
            documents: BTreeMap::new(),
            participants: Vec::new(),
            survey_queue: Vec::new(),
            queue_links: BTreeMap::new(),
            folders: Vec::new(),
            repository: Vec::new(),
            reports: Vec::new(),
            randomizations: Vec::new(),
            // Numbers of different projects should differ, as on a real server.
            last_number: id.saturating_mul(1000),
        };
        project.arms.insert(1, Arm { number: 1, name: "Arm 1".into() });
        let event = project.next_number();
        project.events.push(Event {
            id: event,
            name: "Event 1".into(),
            arm: 1,
            day_offset: 0,
            offset_min: 0,
            offset_max: 0,
            unique_name: "event_1_arm_1".into(),
            custom_label: String::new(),
        });
        project
    }

    /// A project as a server creates it: one instrument with the record id.
    pub fn new(id: u64, title: impl Into<String>) -> Project {
        let mut project = Project::empty(id, title);
        let form = "my_first_instrument";
        project.instruments.push(Instrument {
            name: form.into(),
            label: "My First Instrument".into(),
            survey: None,
        });
        let field = Field::new("record_id", form, FieldType::Text, "Record ID");
        project.fields.insert(field.name.clone(), field);
        let event = project.events[0].id;
        project.mappings.insert(event, IndexSet::from([form.to_owned()]));
        project
    }

    /// Gives out a number that nothing else in the project has.
    pub fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    /// A new code of upper-case letters and digits.
    pub fn next_code(&mut self, length: usize) -> String {
        let number = self.next_number();
        code(number ^ self.id.rotate_left(32), length)
    }

    /// The record id field, or a stand-in for a project without fields.
    pub fn record_id_field(&self) -> &str {
        self.fields.first().map_or("record_id", |(name, _)| name.as_str())
    }

    /// True if the switch is on and there are events.
    pub fn is_longitudinal(&self) -> bool {
        self.settings.longitudinal && !self.events.is_empty()
    }

    /// Turns the longitudinal switch. The first event takes all instruments
    /// if no event has any yet.
    pub fn set_longitudinal(&mut self, on: bool) {
        self.settings.longitudinal = on;
        if on && self.mappings.values().all(IndexSet::is_empty) {
            let forms = self.instruments.iter().map(|i| i.name.clone()).collect();
            if let Some(event) = self.events.first() {
                self.mappings.insert(event.id, forms);
            }
        }
    }

    /// True if anything repeats in the events that exports know.
    pub fn has_repeating(&self) -> bool {
        self.event_ids().iter().any(|event| match self.repeating.get(event) {
            Some(Repeating::Event) => true,
            Some(Repeating::Instruments(forms)) => !forms.is_empty(),
            None => false,
        })
    }

    /// True if at least one instrument is a survey and surveys are in use.
    pub fn has_surveys(&self) -> bool {
        self.settings.surveys_enabled && self.instruments.iter().any(|i| i.survey.is_some())
    }

    /// An instrument.
    pub fn instrument(&self, name: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|i| i.name == name)
    }

    /// The fields of an instrument in dictionary order.
    pub fn fields_of<'a>(&'a self, form: &'a str) -> impl Iterator<Item = &'a Field> {
        self.fields.values().filter(move |field| field.form == form)
    }

    /// An event by its unique name.
    pub fn event(&self, unique_name: &str) -> Option<&Event> {
        self.events.iter().find(|event| event.unique_name == unique_name)
    }

    /// An event by its number.
    pub fn event_by_id(&self, id: u64) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// The number of the first event of an arm, or of the project; 0 if a
    /// classic project lost its event.
    pub fn first_event(&self, arm: Option<u32>) -> u64 {
        let mut events = self.events.iter().filter(|event| arm.is_none_or(|number| event.arm == number));
        events.next().map_or(0, |event| event.id)
    }

    /// The events that exports know: all of a longitudinal project, the one
    /// hidden event of a classic project.
    pub fn event_ids(&self) -> Vec<u64> {
        if self.is_longitudinal() {
            self.events.iter().map(|event| event.id).collect()
        } else {
            vec![self.first_event(None)]
        }
    }

    /// True if an instrument may hold data in an event.
    pub fn is_designated(&self, event: u64, form: &str) -> bool {
        if self.is_longitudinal() {
            self.mappings.get(&event).is_some_and(|forms| forms.contains(form))
        } else {
            event == self.first_event(None) && self.instrument(form).is_some()
        }
    }

    /// The instruments of an event, in dictionary order.
    pub fn instruments_of_event(&self, event: u64) -> impl Iterator<Item = &Instrument> {
        self.instruments.iter().filter(move |i| self.is_designated(event, &i.name))
    }

    /// True if the whole event repeats.
    pub fn is_repeating_event(&self, event: u64) -> bool {
        matches!(self.repeating.get(&event), Some(Repeating::Event))
    }

    /// True if the instrument repeats on its own in the event.
    pub fn is_repeating_form(&self, event: u64, form: &str) -> bool {
        match self.repeating.get(&event) {
            Some(Repeating::Instruments(forms)) => forms.contains_key(form),
            Some(Repeating::Event) | None => false,
        }
    }

    /// The arms that own an event: the ones that are exported.
    pub fn used_arms(&self) -> impl Iterator<Item = &Arm> {
        self.arms.values().filter(|arm| self.events.iter().any(|event| event.arm == arm.number))
    }

    /// A group by its unique name.
    pub fn dag(&self, unique_name: &str) -> Option<&Dag> {
        self.dags.iter().find(|dag| dag.unique_name == unique_name)
    }

    /// A group by its number.
    pub fn dag_by_id(&self, id: u64) -> Option<&Dag> {
        self.dags.iter().find(|dag| dag.id == id)
    }

    /// A role by its unique name.
    pub fn role(&self, unique_name: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.unique_name == unique_name)
    }

    /// The rights that count for a user: those of the role, if there is one.
    pub fn effective_rights<'a>(&'a self, user: &'a User) -> &'a Rights {
        let role = user.role.as_deref().and_then(|name| self.role(name));
        role.map_or(&user.rights, |role| &role.rights)
    }

    /// A record.
    pub fn record(&self, name: &str) -> Option<&Record> {
        let stored = self.records.get(&RecordName::new(name));
        let generated = || self.generated.as_ref().and_then(|generated| generated.named(name));
        stored.or_else(generated).map(|record| &**record)
    }

    /// A record, created if it is not there. A classic project's record has
    /// its plain row from the start.
    pub fn record_mut(&mut self, name: &str) -> &mut Record {
        let base = (!self.is_longitudinal()).then(|| RowKey::base(self.first_event(None)));
        let record = Arc::make_mut(self.records.entry(RecordName::new(name)).or_default());
        if let Some(key) = base.filter(|_| record.rows.is_empty()) {
            record.touch(key);
        }
        record
    }

    /// Stores a document and gives its number.
    pub fn add_document(&mut self, document: Document) -> u64 {
        let id = self.next_number();
        self.documents.insert(id, Arc::new(document));
        id
    }
}
