// Delete DAGs: Deletes Data Access Groups by their unique names.
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

    // dags: Unique names of the groups to delete.
    let answer = client.delete_dags(["lyon"]).send().await?;

    // Number of groups deleted.
    println!("{answer}");
    Ok(())
}
