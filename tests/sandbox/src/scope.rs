//! REDCap logic against the records of a project: what a reference means in a row.

use crate::logic::{EventReference, InstanceReference, Logic, Moment, Part, Reference, Scope};
use crate::project::{
    Event, Field, FieldType, Project, Record, RecordName, RowKey, Slot, Value, parse_choices, status_choices,
};

/// What all rows of a project share when logic is evaluated.
#[derive(Debug, Clone)]
pub struct Evaluation<'p> {
    project: &'p Project,
    now: Moment,
    missing_data_codes: Vec<String>,
    username: String,
    user_dag: Option<u64>,
}

impl<'p> Evaluation<'p> {
    /// For logic that a user lets evaluate at a time, `YYYY-MM-DD HH:MM:SS`.
    pub fn new(project: &'p Project, now: &str, username: &str, user_dag: Option<u64>) -> Evaluation<'p> {
        let codes = parse_choices(&project.settings.missing_data_codes);
        Evaluation {
            project,
            now: moment(now).unwrap_or(Moment::from_seconds(0)),
            missing_data_codes: codes.into_iter().map(|choice| choice.code).collect(),
            username: username.to_owned(),
            user_dag,
        }
    }

    /// One row of a record. The row need not exist.
    pub fn row<'r>(&'r self, name: &'r RecordName, record: &'r Record, key: &'r RowKey) -> RecordScope<'r> {
        RecordScope { shared: self, name, record, key }
    }

    /// What logic refers to that the project does not have, in order of appearance: fields, then events.
    pub fn unknown(&self, logic: &Logic) -> Vec<String> {
        let references = logic.references();
        let fields = references.iter().filter(|one| self.kind(&one.field).is_none());
        let mut unknown: Vec<String> = fields.map(|one| one.field.clone()).collect();
        for reference in &references {
            if let Some(EventReference::Named(name)) = &reference.event
                && self.project.event(name).is_none()
            {
                unknown.push(name.clone());
            }
        }
        unknown.dedup();
        unknown
    }

    fn kind(&self, name: &str) -> Option<Kind<'p>> {
        if let Some(field) = self.project.fields.get(name) {
            return Some(Kind::Field(field));
        }
        let form = name.strip_suffix("_complete")?;
        self.project.instrument(form).map(|form| Kind::Status(&form.name))
    }
}

/// `YYYY-MM-DD HH:MM:SS` as a moment.
fn moment(text: &str) -> Option<Moment> {
    let mut numbers = text.split(['-', ' ', ':']).map(|part| part.parse::<i64>().ok());
    let mut next = || numbers.next().flatten();
    Moment::new(next()?, next()?, next()?, next()?, next()?, next()?)
}

/// What a name in brackets can be.
enum Kind<'p> {
    Field(&'p Field),
    Status(&'p str),
}

impl Kind<'_> {
    fn form(&self) -> &str {
        match self {
            Kind::Field(field) => &field.form,
            Kind::Status(form) => form,
        }
    }
}

/// A row of a record, for logic.
#[derive(Debug, Clone, Copy)]
pub struct RecordScope<'r> {
    shared: &'r Evaluation<'r>,
    name: &'r RecordName,
    record: &'r Record,
    key: &'r RowKey,
}

impl RecordScope<'_> {
    fn project(&self) -> &Project {
        self.shared.project
    }

    fn event(&self, reference: &EventReference) -> Option<u64> {
        let project = self.project();
        let current = project.event_by_id(self.key.event);
        let arm: Vec<&Event> =
            project.events.iter().filter(|event| current.is_none_or(|own| own.arm == event.arm)).collect();
        let position = || arm.iter().position(|event| event.id == self.key.event);
        let event = match reference {
            EventReference::Named(name) => return project.event(name).map(|event| event.id),
            EventReference::Current => return Some(self.key.event),
            EventReference::Previous => arm.get(position()?.checked_sub(1)?),
            EventReference::Next => arm.get(position()? + 1),
            EventReference::First => arm.first(),
            EventReference::Last => arm.last(),
        };
        event.map(|event| event.id)
    }

    /// The row that a reference to an instrument means. A plain reference from outside a repeating instrument
    /// means no instance of it.
    fn target(&self, event: u64, form: &str, instance: Option<InstanceReference>) -> Option<RowKey> {
        let project = self.project();
        let whole_event = project.is_repeating_event(event);
        if !whole_event && !project.is_repeating_form(event, form) {
            return Some(RowKey::base(event));
        }
        let own = match &self.key.slot {
            Slot::EventInstance(number) if whole_event => Some(*number),
            Slot::FormInstance(own, number) if own == form => Some(*number),
            // Instances of different events belong together by their number only if one is named.
            _ => None,
        };
        let stored = || {
            let rows = self.record.rows.keys().filter(|key| key.event == event);
            rows.filter(|key| whole_event || key.repeat_instrument() == form).filter_map(RowKey::instance)
        };
        let number = match instance {
            None | Some(InstanceReference::Current) => own.filter(|_| event == self.key.event)?,
            Some(InstanceReference::Number(number)) => number,
            Some(InstanceReference::Previous) => own?.checked_sub(1)?,
            Some(InstanceReference::Next) => own?.checked_add(1)?,
            Some(InstanceReference::First) => stored().min()?,
            Some(InstanceReference::Last) => stored().max()?,
        };
        Some(project.row_of(event, form, number))
    }

    /// The value of a field in a row, blank if there is none.
    fn value(&self, kind: &Kind<'_>, reference: &Reference, key: &RowKey) -> String {
        let label = |code: &str| match kind {
            Kind::Field(field) => field.choice_label(code),
            Kind::Status(_) => {
                status_choices().into_iter().find(|choice| choice.code == code).map(|choice| choice.label)
            }
        };
        let shown = |code: &str| match reference.part {
            Part::Label => label(code).unwrap_or_else(|| code.to_owned()),
            Part::Value => code.to_owned(),
        };
        if reference.field == self.project().record_id_field() {
            return self.name.as_str().to_owned();
        }
        let stored = self.record.value(key, &reference.field);
        if let Some(code) = &reference.code {
            let checked = match stored {
                Some(Value::Checked(codes)) => codes.contains(code),
                Some(Value::Text(text)) => text == code,
                Some(Value::File(_)) | None => false,
            };
            return if checked { "1" } else { "0" }.to_owned();
        }
        match stored {
            Some(Value::Text(text)) if is_comma_decimal(kind) => text.replacen(',', ".", 1),
            Some(Value::Text(text)) => shown(text),
            Some(Value::Checked(codes)) => codes.iter().map(|code| shown(code)).collect::<Vec<_>>().join(","),
            Some(Value::File(id)) => id.to_string(),
            None => match kind {
                // A status that was never stored is shown as incomplete where the instrument belongs.
                Kind::Status(form) if self.project().belongs(key, form) => shown("0"),
                _ => String::new(),
            },
        }
    }
}

fn is_comma_decimal(kind: &Kind<'_>) -> bool {
    matches!(kind, Kind::Field(field)
        if field.kind == FieldType::Text && field.validation.ends_with("comma_decimal"))
}

impl Scope for RecordScope<'_> {
    fn field(&self, reference: &Reference) -> Option<String> {
        let kind = self.shared.kind(&reference.field)?;
        let event = match &reference.event {
            Some(named) => self.event(named),
            None => Some(self.key.event),
        };
        let key = event.and_then(|event| self.target(event, kind.form(), reference.instance));
        Some(key.map_or_else(String::new, |key| self.value(&kind, reference, &key)))
    }

    fn smart(&self, name: &str, _arguments: &[String]) -> Option<String> {
        let project = self.project();
        let event = project.event_by_id(self.key.event).filter(|_| project.is_longitudinal());
        let unique = |reference| {
            let event = self.event(&reference).and_then(|id| project.event_by_id(id));
            event.filter(|_| project.is_longitudinal()).map(|event| event.unique_name.clone())
        };
        let dag = |id: Option<u64>| id.and_then(|id| project.dag_by_id(id));
        let user = project.users.get(&self.shared.username);
        let role = user.and_then(|user| project.role(user.role.as_deref()?));
        let instances = || {
            let rows = self.record.rows.keys().filter(|key| key.event == self.key.event);
            rows.filter(|key| key.repeat_instrument() == self.key.repeat_instrument())
                .filter_map(RowKey::instance)
        };
        let value = match name {
            "record-name" => Some(self.name.as_str().to_owned()),
            "event-name" => unique(EventReference::Current),
            "previous-event-name" => unique(EventReference::Previous),
            "next-event-name" => unique(EventReference::Next),
            "first-event-name" => unique(EventReference::First),
            "last-event-name" => unique(EventReference::Last),
            "event-label" => event.map(|event| event.name.clone()),
            "event-id" => event.map(|event| event.id.to_string()),
            "arm-number" => event.map(|event| event.arm.to_string()),
            "arm-label" => event.and_then(|event| project.arms.get(&event.arm)).map(|arm| arm.name.clone()),
            "instrument-name" => Some(self.key.repeat_instrument().to_owned()),
            "current-instance" => self.key.instance().map(|number| number.to_string()),
            "previous-instance" => {
                self.key.instance().and_then(|number| number.checked_sub(1)).map(|n| n.to_string())
            }
            "next-instance" => self.key.instance().map(|number| number.saturating_add(1).to_string()),
            "first-instance" => instances().min().map(|number| number.to_string()),
            "last-instance" => instances().max().map(|number| number.to_string()),
            "user-name" => Some(self.shared.username.clone()),
            "user-fullname" => user.map(|user| format!("{} {}", user.firstname, user.lastname)),
            "user-email" => user.map(|user| user.email.clone()),
            "user-dag-name" => dag(self.shared.user_dag).map(|dag| dag.unique_name.clone()),
            "user-dag-id" => dag(self.shared.user_dag).map(|dag| dag.id.to_string()),
            "user-dag-label" => dag(self.shared.user_dag).map(|dag| dag.name.clone()),
            "user-role-name" => role.map(|role| role.unique_name.clone()),
            "user-role-label" => role.map(|role| role.label.clone()),
            "record-dag-name" => dag(self.record.dag).map(|dag| dag.unique_name.clone()),
            "record-dag-id" => dag(self.record.dag).map(|dag| dag.id.to_string()),
            "record-dag-label" => dag(self.record.dag).map(|dag| dag.name.clone()),
            "project-id" => Some(project.id.to_string()),
            "is-survey" | "is-form" => Some("0".to_owned()),
            _ => return None,
        };
        Some(value.unwrap_or_default())
    }

    fn now(&self) -> Moment {
        self.shared.now
    }

    fn missing_data_codes(&self) -> &[String] {
        &self.shared.missing_data_codes
    }
}
