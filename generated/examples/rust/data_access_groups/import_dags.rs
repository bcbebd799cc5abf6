// Import DAGs: Creates Data Access Groups or renames existing ones.
// Rights needed: API Import/Update, Data Access Groups. In REDCap since 10.8.0 or earlier.
// Careful: what this deletes or replaces cannot be brought back.

use std::process::ExitCode;

use redcap::Client;

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
    // REDCAP_API_URL and REDCAP_API_TOKEN, which never stands in a program. The client checks certificates,
    // sends the token nowhere else, and gives up after five minutes without a sign of the server.
    let client = Client::from_env()?;

    // data: The groups to create or rename.
    let answer = client
        .import_dags([
            redcap::data_access_groups::Dag::new("Paris").unique_group_name(""),
        ])
        .send()
        .await?;

    // Number of groups added or updated.
    println!("{answer}");
    Ok(())
}
