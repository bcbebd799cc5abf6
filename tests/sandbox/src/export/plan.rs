//! An export that is ready to be written.

use std::collections::HashMap;
use std::sync::Arc;

use super::columns::{Builder, Columns};
use super::labels::{Shown, event_label};
use super::rights::Access;
use super::selection::Selection;
use crate::api::{Call, Format};
use crate::project::Project;

/// What an export consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// One row for each record, event and instance.
    Flat,
    /// One row for each value.
    Eav,
    /// An ODM document.
    Document(Extent),
}

/// What an ODM document contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Settings and dictionary.
    pub metadata: bool,
    /// Records.
    pub data: bool,
    /// Uploaded files.
    pub files: bool,
}

/// How an export looks.
#[derive(Debug, Clone)]
pub struct Style {
    /// Format.
    pub format: Format,
    /// What it consists of.
    pub body: Body,
    /// Delimiter of CSV.
    pub delimiter: char,
    /// What choices are shown as.
    pub shown: Shown,
    /// Events are shown by their labels.
    pub event_labels: bool,
    /// The header line holds labels.
    pub header_labels: bool,
    /// Checked options are shown by their labels and others not at all.
    pub checkbox_labels: bool,
    /// Decimal mark of all numbers.
    pub decimal: Option<char>,
    /// A status that was never stored is blank.
    pub blank_gray: bool,
    /// A checkbox has one column.
    pub combine: bool,
}

impl Style {
    /// The look that the parameters ask for which all exports of rows have.
    pub fn of_call(call: &Call<'_>) -> Style {
        let arguments = &call.arguments;
        let shown = Shown::parse(arguments.text("rawOrLabel"));
        let format = call.format();
        Style {
            format,
            body: Style::rows_or_document(format),
            delimiter: call.delimiter(),
            shown,
            event_labels: shown == Shown::Label,
            header_labels: format == Format::Csv && arguments.text("rawOrLabelHeaders") == Some("label"),
            // Before 6.0.0 labels were all there was.
            checkbox_labels: arguments.flag("exportCheckboxLabel") || !call.since(6, 0, 0),
            decimal: arguments.text("decimalCharacter").and_then(|text| text.chars().next()),
            blank_gray: false,
            combine: false,
        }
    }

    /// ODM has the records and nothing else.
    fn rows_or_document(format: Format) -> Body {
        match format {
            Format::Odm => Body::Document(Extent { metadata: false, data: true, files: false }),
            _ => Body::Flat,
        }
    }

    /// Project XML.
    pub fn of_project_xml(call: &Call<'_>) -> Style {
        Style {
            format: Format::Odm,
            body: Body::Document(Extent {
                metadata: true,
                data: !call.arguments.flag("returnMetadataOnly"),
                files: call.arguments.flag("exportFiles"),
            }),
            delimiter: ',',
            shown: Shown::Raw,
            event_labels: false,
            header_labels: false,
            checkbox_labels: false,
            decimal: None,
            blank_gray: false,
            combine: false,
        }
    }

    /// The look that the parameters of a record export ask for.
    pub fn of_records(call: &Call<'_>) -> Style {
        let mut style = Style::of_call(call);
        if style.body == Body::Flat && call.arguments.text("type") == Some("eav") {
            style.body = Body::Eav;
            style.header_labels = false;
        }
        style.blank_gray = call.arguments.flag("exportBlankForGrayFormStatus");
        style.combine = call.arguments.flag("combineCheckboxOptions");
        if !call.since(6, 0, 0) {
            style.event_labels = call.arguments.text("eventName") != Some("unique");
        }
        style
    }
}

/// An export with all it needs.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The project.
    pub project: Arc<Project>,
    /// Rows and columns that are wanted.
    pub selection: Selection,
    /// How they look.
    pub style: Style,
    /// What the caller may see.
    pub access: Access,
    /// Columns.
    pub columns: Columns,
    /// Rows can repeat.
    pub repeating: bool,
    /// What is shown for events, by number.
    pub event_names: HashMap<u64, String>,
    /// What is shown for instruments in rows that repeat, if not their names.
    pub form_labels: HashMap<String, String>,
    /// Version of the server.
    pub version: String,
    /// Time of the call.
    pub now: String,
    /// Who calls.
    pub username: String,
    /// Group of the caller.
    pub user_dag: Option<u64>,
}

impl Plan {
    /// Works out everything that does not depend on rows.
    pub fn new(call: &Call<'_>, project: &Arc<Project>, selection: Selection, style: Style) -> Plan {
        // Before 6.0.0 the rights on data did not apply to the API.
        let access = if call.since(6, 0, 0) { Access::of } else { Access::full }(&call.caller, project);
        let repeating = call.since(7, 0, 0) && project.has_repeating();
        let builder = Builder {
            project,
            selection: &selection,
            style: &style,
            access: &access,
            repeating,
            made: Columns::default(),
        };
        let columns = builder.build();
        let events = project.events.iter().map(|event| {
            let label = || event_label(project, event);
            (event.id, if style.event_labels { label() } else { event.unique_name.clone() })
        });
        let event_names = events.collect();
        let labelled = project.instruments.iter().filter(|_| style.shown == Shown::Label);
        let form_labels = labelled.map(|form| (form.name.clone(), form.label.clone())).collect();
        Plan {
            project: Arc::clone(project),
            selection,
            style,
            access,
            columns,
            repeating,
            event_names,
            form_labels,
            version: call.catalogue().version.to_string(),
            now: call.now.clone(),
            username: call.caller.username.clone(),
            user_dag: call.caller.dag,
        }
    }

    /// What is shown for an event.
    pub fn event_name(&self, event: u64) -> &str {
        self.event_names.get(&event).map_or("", String::as_str)
    }

    /// What is shown for an instrument in a row that repeats.
    pub fn form_name<'a>(&'a self, form: &'a str) -> &'a str {
        self.form_labels.get(form).map_or(form, String::as_str)
    }
}
