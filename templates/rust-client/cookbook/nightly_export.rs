//! Exports all records to a CSV file, in constant memory.
//!
//! `nightly_export FILE` asks for everything at once. `nightly_export FILE 500` asks for 500 records at a time, for
//! servers that cannot make the whole export. The file is replaced only by a complete one.

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::process::ExitCode;

use redcap::Client;
use redcap::runtime::Format;

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

async fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: nightly_export FILE [RECORDS AT A TIME]")?;
    let at_a_time = arguments.next().map(|number| number.parse()).transpose()?;
    let client = Client::from_env()?;
    match at_a_time {
        None => {
            let bytes = client.export_records().to_file(Format::Csv, &file).await?;
            println!("{bytes} bytes");
        }
        Some(records) => {
            let part = format!("{file}.part");
            let mut out = BufWriter::new(File::create(&part)?);
            let mut rows = client.export_records().batched(records).stream().await?;
            while let Some(record) = rows.next().await.transpose()? {
                if rows.count_so_far() == 1 {
                    line(&mut out, record.iter().map(|(name, _)| name))?;
                }
                line(&mut out, record.iter().map(|(_, value)| value))?;
            }
            out.into_inner()?.sync_all()?;
            fs::rename(&part, &file)?;
            println!("{} rows", rows.count_so_far());
        }
    }
    Ok(())
}

fn line<'a>(out: &mut impl Write, cells: impl Iterator<Item = &'a str>) -> std::io::Result<()> {
    for (place, cell) in cells.enumerate() {
        let comma = if place == 0 { "" } else { "," };
        if cell.contains([',', '"', '\n', '\r']) {
            write!(out, "{comma}\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            write!(out, "{comma}{cell}")?;
        }
    }
    writeln!(out)
}
