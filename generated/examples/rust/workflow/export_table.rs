// Exports records into a CSV file and shows what is in it: export_table [FILE] [FIELD …]

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

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().unwrap_or_else(|| "records.csv".to_owned());
    let fields: Vec<String> = arguments.collect();
    let client = Client::from_env()?;

    // Without a list of fields all of them come.
    let mut export = client.export_records();
    if !fields.is_empty() {
        export = export.fields(fields);
    }
    // The file is written while rows arrive, and is there only if it is complete.
    let bytes = export.to_file(Format::Csv, &file).await?;
    println!("{file}: {bytes} bytes");

    // How many values each column has.
    let mut table = csv::Reader::from_path(&file)?;
    let names = table.headers()?.clone();
    let mut filled = vec![0; names.len()];
    let mut rows = 0;
    for row in table.records() {
        rows += 1;
        for (count, value) in filled.iter_mut().zip(&row?) {
            *count += usize::from(!value.is_empty());
        }
    }
    for (name, count) in names.iter().zip(filled) {
        println!("{name}: {count} of {rows}");
    }
    Ok(())
}
