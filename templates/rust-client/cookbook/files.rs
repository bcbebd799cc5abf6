//! `files upload RECORD FIELD PATH` stores a file in a field of a record; `files download RECORD FIELD FOLDER` fetches it
//! under the name it was stored with. Neither holds the file in memory.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use redcap::{Client, Upload};

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
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let client = Client::from_env()?;
    match arguments[..] {
        ["upload", record, field, path] => {
            client.import_file(record, field, Upload::path(path)).send().await?;
            println!("stored");
        }
        ["download", record, field, folder] => {
            let download = client.export_file(record, field).download().await?;
            // A name without any folder, so that it cannot lead elsewhere.
            let name = download.name().ok_or("the file has no name")?.to_owned();
            let bytes = download.to_file(Path::new(folder).join(&name)).await?;
            println!("{name}: {bytes} bytes");
        }
        _ => return Err("usage: files upload|download RECORD FIELD PATH".into()),
    }
    Ok(())
}
