//! The table that a human reads: one row per stage, one column per size of the spec.

use std::time::Duration;

/// What was measured at one size.
pub struct Column {
    /// How many times the real spec.
    pub times: usize,
    /// How many methods that is.
    pub methods: usize,
    /// Rows in the order of the table; all columns have the same.
    pub rows: Vec<Row>,
}

/// A line of the table.
pub enum Row {
    /// What the rows below it have in common.
    Heading(&'static str),
    /// The median of a stage.
    Time(String, Duration),
    /// One time in terms of another.
    Ratio(&'static str, f64),
}

const LABEL: usize = 44;
const CELL: usize = 12;

/// Prints milliseconds at each size, and beside them what a method costs, so that it shows whether
/// the cost is linear.
pub fn print(columns: &[Column]) {
    let Some(first) = columns.first() else { return };
    let width = CELL * columns.len();
    println!("{:LABEL$}{:>width$}{:>width$}", "", "ms", "µs a method");
    print!("{:LABEL$}", "");
    for _ in 0..2 {
        for column in columns {
            print!("{:>CELL$}", format!("{}x", column.times));
        }
    }
    println!();
    for (index, row) in first.rows.iter().enumerate() {
        let line = match row {
            Row::Heading(text) => format!("\n{text}"),
            Row::Time(label, _) => {
                let milliseconds = columns.iter().map(|column| cell(column, index, 1e3, 1));
                let each = columns.iter().map(|column| cell(column, index, 1e6, column.methods));
                format!("  {label:<rest$}{}", milliseconds.chain(each).collect::<String>(), rest = LABEL - 2)
            }
            Row::Ratio(label, _) => {
                let ratios = columns.iter().map(|column| cell(column, index, 1.0, 1));
                format!("  {label:<rest$}{}", ratios.collect::<String>(), rest = LABEL - 2)
            }
        };
        println!("{line}");
    }
}

fn cell(column: &Column, index: usize, unit: f64, share: usize) -> String {
    match &column.rows[index] {
        Row::Heading(_) => String::new(),
        Row::Time(_, time) => format!("{:>CELL$.1}", time.as_secs_f64() * unit / share as f64),
        Row::Ratio(_, ratio) => format!("{:>CELL$}", format!("{ratio:.2} x")),
    }
}
