//! Data of the demo projects, from CSV as a flat export has it.

use crate::dictionary;
use crate::project::{Column, Document, Project, RowKey, Value, checkbox_column};

/// A project with a dictionary.
///
/// # Panics
/// When the dictionary is not valid; a test reads all that are built in.
pub fn project(number: u64, title: &str, dictionary: &[u8]) -> Project {
    let mut project = Project::new(number, title);
    let fields = dictionary::read_csv(dictionary).unwrap_or_else(|all| panic!("{title}: {all:?}"));
    project.replace_metadata(fields).unwrap_or_else(|error| panic!("{title}: {error}"));
    project.settings.creation_time = "2026-01-02 09:00:00".into();
    project
}

/// Adds records. Groups, events and files are made or found by the names in the columns.
///
/// # Panics
/// When a column or event does not exist; a test reads all that is built in.
pub fn records(project: &mut Project, csv: &[u8]) {
    let mut reader = csv::Reader::from_reader(csv);
    let header = reader.headers().expect("the data have a header").clone();
    for row in reader.records() {
        let row = row.expect("every row has all columns");
        let cell = |name: &str| header.iter().position(|one| one == name).map_or("", |index| &row[index]);
        let name = cell(project.record_id_field()).to_owned();
        let key = key(
            project,
            cell("redcap_event_name"),
            cell("redcap_repeat_instrument"),
            cell("redcap_repeat_instance"),
        );
        let dag = project.dag(cell("redcap_data_access_group")).map(|dag| dag.id);
        let record = project.record_mut(&name);
        record.dag = dag;
        record.created = "2026-01-22 10:00:00".into();
        record.modified.clone_from(&record.created);
        record.touch(key.clone());
        for (column, value) in header.iter().zip(&row).filter(|(_, value)| !value.is_empty()) {
            put(project, &name, &key, column, value);
        }
    }
}

fn key(project: &Project, event: &str, form: &str, instance: &str) -> RowKey {
    let event = match event {
        "" => project.first_event(None),
        name => project.event(name).unwrap_or_else(|| panic!("no event {name}")).id,
    };
    match (form, instance.parse()) {
        ("", Ok(number)) => RowKey::event_instance(event, number),
        (form, Ok(number)) => RowKey::form_instance(event, form, number),
        (_, Err(_)) => RowKey::base(event),
    }
}

fn put(project: &mut Project, name: &str, key: &RowKey, column: &str, value: &str) {
    if column.starts_with("redcap_") || column == project.record_id_field() {
        return;
    }
    let columns = project.columns(false);
    let found = columns.iter().find(|one| one.name() == column);
    match found.unwrap_or_else(|| panic!("no column {column}")) {
        Column::Option(field, index) => {
            let (field, code) = (field.name.clone(), field.choices[*index].code.clone());
            debug_assert_eq!(column, checkbox_column(&field, &code));
            project.record_mut(name).check(key.clone(), &field, &code, value == "1");
        }
        Column::Field(field) if field.is_file() => {
            let id = project.add_document(document(value));
            project.record_mut(name).put(key.clone(), column, Value::File(id));
        }
        _ => project.record_mut(name).put(key.clone(), column, Value::text(value)),
    }
}

/// A small file that fits its name.
pub fn document(name: &str) -> Document {
    /// One white pixel.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\nIDAT\x78\x9c\x63\xf8\x0f\0\x01\x01\x01\0\x1b\xb6\xee\x56\0\0\0\0IEND\xae\x42\x60\x82";
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let bytes = match name.ends_with(".png") {
        true => PNG.to_vec(),
        false => format!("This is {name}, an invented file.\n").into_bytes(),
    };
    Document { name: name.into(), mime: mime.to_string(), bytes }
}
