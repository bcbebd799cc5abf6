// Switch DAG: Moves the token owner to another of the Data Access Groups assigned to them.
// Rights needed: API Import/Update. In REDCap since 11.3.1.

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

    // dag: Unique name of the group to switch to.
    client.switch_dag("lyon").send().await?;

    // The token owner now works in the chosen group.
    println!("Done: REDCap answered 1.");
    Ok(())
}
