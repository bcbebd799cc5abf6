// Import User-DAG Assignments: Puts users into Data Access Groups or takes them out.
// Rights needed: API Import/Update, Data Access Groups. In REDCap since 10.8.0 or earlier.

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

    // data: The users with the groups they shall be in, at most one item for each user.
    let answer = client
        .import_user_dag_assignments([
            redcap::data_access_groups::UserDagAssignment::new("carl_coordinator")
                .redcap_data_access_group("lyon"),
        ])
        .send()
        .await?;

    // Number of assignments added or updated.
    println!("{answer}");
    Ok(())
}
