//! Rights as columns: what the lists of users and of roles have in common.

use indexmap::IndexMap;
use redcap_generator::model::Type;
use redcap_generator::model::shape::ImportNeed;

use crate::api::payload::{Entry, Row};
use crate::api::{Call, Cell, Refusal};
use crate::project::{ExportRight, Project, Rights};

/// The cell of a right.
pub fn cell(call: &Call<'_>, project: &Project, rights: &Rights, column: &str) -> Cell {
    let by_form = |right: &dyn Fn(&str) -> u16| {
        let forms = project.instruments.iter().map(|form| (form.name.clone(), right(&form.name).to_string()));
        Cell::Map(forms.collect())
    };
    match column {
        // Two servers of 16.x were recorded with old numbers: what was stored comes back as it is.
        "forms" if call.since(15, 6, 0) => by_form(&|form| rights.forms.get(form).copied().unwrap_or(0)),
        "forms" => by_form(&|form| rights.form(form).old_code()),
        "forms_export" => by_form(&|form| rights.export(form).code()),
        // Servers with one export right for the whole project have it on every instrument here.
        "data_export" => {
            let first = project.instruments.first();
            let right = first.map_or(ExportRight::None, |form| rights.export(&form.name));
            u64::from(right.code()).into()
        }
        right => u64::from(rights.get(right)).into(),
    }
}

/// The rights that an imported row mentions. What is no right, or none that the version knows, is passed over.
pub fn read(call: &Call<'_>, project: &Project, shape: &str, row: &Row) -> Result<Rights, Refusal> {
    let mut rights = Rights::default();
    let columns = call.shape(shape).columns.iter().filter(|column| column.import != ImportNeed::No);
    for column in columns {
        let Some(entry) = row.get(&column.name) else { continue };
        match (&column.type_, column.name.as_str()) {
            (Type::Map(_), "forms") => rights.forms = by_form(project, &column.name, entry)?,
            (Type::Map(_), _) => rights.forms_export = by_form(project, &column.name, entry)?,
            (Type::Enum(_), "data_export") => {
                if let Some(right) = number(&column.name, entry.text())? {
                    let forms = project.instruments.iter().map(|form| (form.name.clone(), right));
                    rights.forms_export = forms.collect();
                }
            }
            (Type::Boolean | Type::Enum(_) | Type::Integer, name) => {
                if let Some(value) = number(name, entry.text())? {
                    rights.set(name, value);
                }
            }
            _ => {}
        }
    }
    Ok(rights)
}

/// The rights by instrument. One that the map leaves out gets no access, as tests against servers show.
fn by_form(project: &Project, column: &str, entry: &Entry) -> Result<IndexMap<String, u16>, Refusal> {
    let mut forms: IndexMap<String, u16> =
        project.instruments.iter().map(|form| (form.name.clone(), 0)).collect();
    for (form, value) in entry.map() {
        if let Some(value) = number(column, &value)? {
            forms.insert(form, value);
        }
    }
    Ok(forms)
}

/// The value of a right; none for a blank, which changes nothing.
fn number(column: &str, text: &str) -> Result<Option<u16>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = |_| Refusal::bad(format!("The value '{text}' is not valid for the user right '{column}'"));
    text.parse().map(Some).map_err(wrong)
}
