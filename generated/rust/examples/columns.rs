// Made by `cargo run generate` from templates/rust-client/cookbook/columns.rs.
// Do not edit: change the source and run it again.

//! Exports all records as typed columns, ready to be written as Parquet or Arrow.
//!
//! The data dictionary says what each column is. A number that is none becomes a null; whatever does not fit its field,
//! such as a choice that was deleted, is counted.

use std::process::ExitCode;

use redcap::codebook::TypedValue;
use redcap::{Client, Error};

/// One column; every row has a place in it.
enum Values {
    Integers(Vec<Option<i64>>),
    Numbers(Vec<Option<f64>>),
    Truths(Vec<Option<bool>>),
    Texts(Vec<Option<String>>),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Error> {
    let client = Client::from_env()?;
    let codebook = client.codebook().await?;
    let mut columns: Vec<(&str, Values)> =
        codebook.columns().map(|column| (column.name, empty(&column))).collect();
    let mut misfits = 0;
    let mut rows = client.export_records().stream().await?;
    while let Some(record) = rows.next().await.transpose()? {
        for (name, values) in &mut columns {
            let text = record.get(name).unwrap_or_default();
            let value = codebook.typed_text(name, text);
            misfits += u32::from(matches!(value, TypedValue::Other(_)));
            values.push(value, text);
        }
    }
    for (name, values) in &columns {
        println!("{name}: {}", values.summary());
    }
    println!("{} rows, {misfits} values that do not fit", rows.count_so_far());
    Ok(())
}

fn empty(column: &redcap::codebook::Column<'_>) -> Values {
    use redcap::validation::Kind;
    let Some(field) = column.field else { return Values::Texts(Vec::new()) };
    match (field.field_type.as_str(), field.validation.as_ref().map(|validation| validation.kind())) {
        ("checkbox" | "yesno" | "truefalse", _) => Values::Truths(Vec::new()),
        ("slider", _) | ("text", Some(Kind::Integer)) => Values::Integers(Vec::new()),
        ("calc", _) | ("text", Some(Kind::Number)) => Values::Numbers(Vec::new()),
        _ => Values::Texts(Vec::new()),
    }
}

impl Values {
    /// Adds a value, or a null if there is none or it does not fit.
    fn push(&mut self, value: TypedValue<'_>, text: &str) {
        match self {
            Values::Integers(values) => values.push(match value {
                TypedValue::Integer { value, .. } => Some(value),
                _ => None,
            }),
            Values::Numbers(values) => values.push(match value {
                TypedValue::Number { value, .. } => Some(value),
                _ => None,
            }),
            Values::Truths(values) => values.push(match value {
                TypedValue::Bool(truth) | TypedValue::Checked(truth) => Some(truth),
                _ => None,
            }),
            Values::Texts(values) => values.push((!text.is_empty()).then(|| text.to_owned())),
        }
    }

    fn summary(&self) -> String {
        let (kind, there, all) = match self {
            Values::Integers(values) => ("integer", values.iter().flatten().count(), values.len()),
            Values::Numbers(values) => ("number", values.iter().flatten().count(), values.len()),
            Values::Truths(values) => ("truth", values.iter().flatten().count(), values.len()),
            Values::Texts(values) => ("text", values.iter().flatten().count(), values.len()),
        };
        format!("{kind}, {there} of {all}")
    }
}
