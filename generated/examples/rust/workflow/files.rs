// Uploads a file to a field of a record and downloads it again, under its name, into a folder:
// files [FILE] [RECORD] [FIELD] [EVENT] [FOLDER]. An empty EVENT is for projects without events.

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

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let argument = |place: usize, usual| arguments.get(place).map_or(usual, String::as_str);
    let (file, record, field) = (argument(1, "scan.txt"), argument(2, "1"), argument(3, "scan"));
    let (event, folder) = (argument(4, "week_1_arm_1"), Path::new(argument(5, "downloads")));
    let client = Client::from_env()?;

    // The file goes out as it is read, and comes back as it arrives: neither is held in memory.
    let mut upload = client.import_file(record, field, Upload::path(file));
    let mut download = client.export_file(record, field);
    if !event.is_empty() {
        upload = upload.event(event);
        download = download.event(event);
    }
    upload.send().await?;
    println!("{file} is stored");

    let download = download.download().await?;
    // A name without any folder, so that it cannot lead elsewhere.
    let name = download.name().ok_or("the file has no name")?.to_owned();
    std::fs::create_dir_all(folder)?;
    let bytes = download.to_file(folder.join(&name)).await?;
    println!("{}: {bytes} bytes", folder.join(name).display());
    Ok(())
}
