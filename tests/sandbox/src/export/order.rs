//! Rows in the order of a report.

use std::cmp::Ordering;

use super::plan::Plan;
use crate::project::{Record, RecordName, RowKey, Value, natural_cmp};

/// A row with its record.
type Row<'p> = (RecordName, &'p Record, RowKey);

/// Sorts rows by the values of fields; equal ones stay as they are.
pub fn sorted<'p>(plan: &Plan, rows: Vec<Row<'p>>) -> Vec<Row<'p>> {
    let id = plan.project.record_id_field();
    let mut keyed: Vec<(Vec<String>, Row<'p>)> = rows
        .into_iter()
        .map(|(name, record, key)| {
            let text = |field: &str| match record.value(&key, field) {
                _ if field == id => name.as_str().to_owned(),
                Some(Value::Text(text)) => text.clone(),
                Some(Value::Checked(codes)) => codes.iter().map(String::as_str).collect::<Vec<_>>().join(","),
                Some(Value::File(document)) => document.to_string(),
                None => String::new(),
            };
            let texts = plan.selection.order.iter().map(|by| text(&by.field)).collect();
            (texts, (name, record, key))
        })
        .collect();
    keyed.sort_by(|(left, _), (right, _)| {
        let columns = left.iter().zip(right).zip(&plan.selection.order);
        columns.fold(Ordering::Equal, |order, ((left, right), by)| {
            let own = compare(left, right);
            order.then(if by.descending { own.reverse() } else { own })
        })
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// Numbers by their size, everything else as people count.
fn compare(left: &str, right: &str) -> Ordering {
    match (left.parse::<f64>(), right.parse::<f64>()) {
        (Ok(left), Ok(right)) => left.total_cmp(&right),
        _ => natural_cmp(left, right),
    }
}
