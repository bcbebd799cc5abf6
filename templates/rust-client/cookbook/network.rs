//! Connects through a proxy (`REDCAP_PROXY`, such as `http://proxy.example.org:3128`) to a server whose certificate was
//! issued by the institution (`REDCAP_CA_FILE`, in PEM form), and tells the version of REDCap.

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use redcap::{Client, NEWEST_REDCAP, RetryPolicy};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            // What lies behind a failed connection.
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("  because: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut builder = Client::builder()
        .connect_timeout(Duration::from_secs(5))
        .retry(RetryPolicy::attempts(2))
        .user_agent("night-watch/1.0 (data-office@example.org)");
    if let Ok(proxy) = std::env::var("REDCAP_PROXY") {
        builder = builder.proxy(proxy);
    }
    if let Ok(file) = std::env::var("REDCAP_CA_FILE") {
        builder = builder.root_certificate(std::fs::read(file)?);
    }
    let client = builder.build_from_env()?;
    let version = client.export_redcap_version().send().await?;
    println!("REDCap {version}; versions up to {NEWEST_REDCAP} are known");
    Ok(())
}
