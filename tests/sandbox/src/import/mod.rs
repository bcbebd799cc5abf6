//! Imports of records: from a document in any format to changed records.
//!
//! ```text
//! data ─► rows ─► columns ─► plan: place + values ─► store: changes + log ─► calc
//! ```
//!
//! Everything is worked out on the project as it is. Only when nothing is wrong do the changed records take
//! their places.

mod calc;
mod columns;
mod numbering;
mod place;
mod plan;
mod problems;
mod rows;
mod store;
mod values;

use crate::api::{Call, Format, Refusal};
use crate::odm::{ReadOptions, read_records};
use crate::project::Project;

use plan::Manner;
use rows::{Document, Unreadable};
use values::DateOrder;

/// A record that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Its name in the project.
    pub name: String,
    /// Its name in the data.
    pub sent: String,
}

/// The document of a call.
///
/// # Errors
/// When it is not in the format that was named, or has columns that the project does not have.
pub fn read(call: &Call<'_>, project: &Project) -> Result<Document, Refusal> {
    let not_in_format = || Refusal { bare: true, ..call.refuse("data_not_in_format", &[]) };
    let document = if call.format() == Format::Odm {
        let text = call.arguments.required("data");
        let options = ReadOptions { survey_fields: false, ..ReadOptions::default() };
        let read = read_records(text.trim(), project, &options).map_err(|_| not_in_format())?;
        rows::odm(&read, project)
    } else if call.arguments.text("type") == Some("eav") {
        rows::eav(&call.rows()?, project)
    } else {
        rows::flat(call.rows()?, project, call.since(7, 0, 0))
    };
    document.map_err(|reason| match reason {
        Unreadable::Columns(names) => {
            call.refuse("records_columns_unknown", &[("fields", &names.join(", "))])
        }
        Unreadable::Lacks(column) => {
            Refusal::bad(format!("The data have no column '{column}', which every row needs"))
        }
    })
}

/// Imports a document and tells which records it held, in the order in which they came.
///
/// # Errors
/// When any cell is wrong; the project then stays as it is.
pub fn run(call: &Call<'_>, project: &mut Project, document: &Document) -> Result<Vec<Imported>, Refusal> {
    let arguments = &call.arguments;
    let manner = Manner {
        overwrite: arguments.text("overwriteBehavior") == Some("overwrite"),
        // Where records are not numbered automatically, one server kept the names that were sent.
        renumber: arguments.flag("forceAutoNumber") && project.settings.record_autonumbering_enabled,
        dates: DateOrder::parse(arguments.text("dateFormat")),
        new_instances: arguments.text("type") != Some("eav"),
    };
    let plans = plan::plan(call, project, document, manner)?;
    let imported =
        plans.iter().map(|(sent, plan)| Imported { name: plan.name.to_string(), sent: sent.clone() });
    let imported = imported.collect();
    let records = store::changed(call, project, plans.values());
    drop(plans);
    project.records.extend(records);
    Ok(imported)
}
