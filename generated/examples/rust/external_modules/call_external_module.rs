// Call an External Module action: Passes a call on to an external module and returns what the
// module answers.
// Rights needed: External Modules API. In REDCap since 14.6.4.
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

    // prefix: Unique prefix of the module, a short name without blanks.
    // action: An action that the module offers, or one of `__version`, `__actions` and `__info`.
    let answer = client
        .call_external_module("sandbox_echo", "echo")
        .field("record", "1")
        .send()
        .await?;

    // The text or file that the module answers.
    println!("{}", String::from_utf8_lossy(answer.bytes()));
    Ok(())
}
