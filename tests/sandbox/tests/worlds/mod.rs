//! Small projects, built in code.

// Every test is a crate of its own and uses a part of this module.
#![allow(dead_code)]

use indexmap::{IndexMap, IndexSet};
use redcap_sandbox::project::{
    EventInput, Field, FieldType, Instrument, Project, Repeating, Response, ResponseKey, RowKey, Survey,
    Value, parse_choices,
};

/// A project in the making. The first instrument has the record id.
pub struct Builder {
    /// What was built so far.
    pub project: Project,
}

impl Builder {
    /// A classic project with these instruments.
    pub fn classic(forms: &[&str]) -> Builder {
        let mut project = Project::empty(1, "World");
        for form in forms {
            project.instruments.push(Instrument {
                name: (*form).into(),
                label: (*form).into(),
                survey: None,
            });
        }
        let id = Field::new("record_id", forms[0], FieldType::Text, "Record ID");
        project.fields.insert(id.name.clone(), id);
        Builder { project }
    }

    /// A longitudinal project: events with their arms, and the instruments of each event.
    pub fn longitudinal(forms: &[&str], events: &[(&str, u32)], mappings: &[(&str, &str)]) -> Builder {
        let mut world = Builder::classic(forms);
        for (_, arm) in events {
            let name = format!("Arm {arm}");
            world.project.arms.entry(*arm).or_insert(redcap_sandbox::project::Arm { number: *arm, name });
        }
        let inputs: Vec<EventInput> = events
            .iter()
            .map(|(name, arm)| EventInput { name: (*name).into(), arm: Some(*arm), ..EventInput::default() })
            .collect();
        world.project.import_events(&inputs, true).expect("events");
        world.project.set_longitudinal(true);
        world.project.mappings.clear();
        for (name, forms) in mappings {
            let event = world.project.events.iter().find(|event| event.name == *name).expect("an event").id;
            let forms: IndexSet<String> = forms.split(' ').map(str::to_owned).collect();
            world.project.mappings.insert(event, forms);
        }
        world
    }

    /// Adds a text field.
    pub fn field(&mut self, form: &str, name: &str) -> &mut Builder {
        self.fields(form, name, |_| {})
    }

    /// Adds a field and changes it.
    pub fn fields(&mut self, form: &str, name: &str, change: impl FnOnce(&mut Field)) -> &mut Builder {
        let mut field = Field::new(name, form, FieldType::Text, name);
        change(&mut field);
        self.project.fields.insert(name.into(), field);
        self
    }

    /// Gives an instrument a label.
    pub fn label(&mut self, form: &str, label: &str) -> &mut Builder {
        let form = self.project.instruments.iter_mut().find(|one| one.name == form).expect("an instrument");
        form.label = label.into();
        self
    }

    /// Makes an instrument a survey.
    pub fn survey(&mut self, form: &str) -> &mut Builder {
        self.project.settings.surveys_enabled = true;
        let form = self.project.instruments.iter_mut().find(|one| one.name == form).expect("an instrument");
        form.survey = Some(Survey::default());
        self
    }

    /// Makes an instrument repeat in an event, or the event for a blank instrument.
    pub fn repeat(&mut self, event: &str, form: &str) -> &mut Builder {
        let event = self.event(event);
        if form.is_empty() {
            self.project.repeating.insert(event, Repeating::Event);
            return self;
        }
        let setup = self.project.repeating.entry(event);
        if let Repeating::Instruments(forms) = setup.or_insert(Repeating::Instruments(IndexMap::new())) {
            forms.insert(form.into(), String::new());
        }
        self
    }

    /// The number of an event; a blank name is the event of a classic project.
    pub fn event(&self, name: &str) -> u64 {
        let event = self.project.event(name).map(|event| event.id);
        event.filter(|_| !name.is_empty()).unwrap_or_else(|| self.project.first_event(None))
    }

    /// Stores values in the instance of an event that the first of them belongs to, 0 for none. A checkbox takes
    /// its codes with commas between.
    pub fn set(&mut self, record: &str, event: &str, instance: u32, values: &[(&str, &str)]) -> &mut Builder {
        let event = self.event(event);
        for (name, value) in values {
            let field = self.project.fields.get(*name);
            let form = field.map(|field| field.form.as_str()).or_else(|| name.strip_suffix("_complete"));
            let form = form.expect("a field or a status");
            let key =
                if instance == 0 { RowKey::base(event) } else { self.project.row_of(event, form, instance) };
            let value = match field.map(|field| field.kind) {
                Some(FieldType::Checkbox) => Value::checked(value.split(',')),
                _ => Value::text(*value),
            };
            self.project.record_mut(record).put(key, name, value);
        }
        self
    }

    /// Makes a record with an empty row.
    pub fn touch(&mut self, record: &str, event: &str) -> &mut Builder {
        let event = self.event(event);
        self.project.record_mut(record).touch(RowKey::base(event));
        self
    }

    /// Marks a survey as completed.
    pub fn completed(&mut self, record: &str, form: &str, time: &str) -> &mut Builder {
        let key = ResponseKey { event: self.event(""), instrument: form.into(), instance: 1 };
        let response = Response { started: true, completed: Some(time.into()), ..Response::default() };
        self.project.record_mut(record).responses.insert(key, response);
        self
    }
}

/// Adds a checkbox.
pub fn check(world: &mut Builder, form: &str, name: &str, options: &str) {
    world.fields(form, name, |field| {
        field.kind = FieldType::Checkbox;
        field.choices = parse_choices(options);
    });
}

/// Adds a field with choices.
pub fn choices(world: &mut Builder, form: &str, name: &str, options: &str) {
    world.fields(form, name, |field| {
        field.kind = FieldType::Radio;
        field.choices = parse_choices(options);
    });
}
