//! The released PyCap, unchanged, against the sandbox: `pycap/driver.py` creates projects and calls every
//! public method of its `Project`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use redcap_sandbox::{Options, Sandbox};

const SUPER_TOKEN: &str = "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789";

/// The Python that has PyCap: named by `PYCAP_PYTHON`, or from the folder that `install.sh` fills.
fn python() -> Option<PathBuf> {
    let named = std::env::var_os("PYCAP_PYTHON").map(PathBuf::from);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/pycap-venv/bin/python3");
    let python = named.unwrap_or(folder);
    let imports = Command::new(&python).args(["-c", "import redcap, pandas"]).output();
    imports.is_ok_and(|done| done.status.success()).then_some(python)
}

async fn drive(options: Options) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let Some(python) = python() else {
        assert!(
            std::env::var_os("CI").is_none(),
            "PyCap is missing; run tests/sandbox/tests/pycap/install.sh"
        );
        // Not `println!`, whose output the test runner keeps to itself.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: PyCap is missing; run tests/sandbox/tests/pycap/install.sh"
        );
        return;
    };
    let sandbox = Sandbox::start(options).await.expect("a free port");
    sandbox.server().store.add_super_token(SUPER_TOKEN, "site_admin");
    let mut driver = Command::new(python);
    driver.arg(folder.join("pycap/driver.py")).args([&sandbox.url(), SUPER_TOKEN]);
    driver.arg(folder.join("fixtures/pycap")).env("PYTHONWARNINGS", "ignore");
    let done = tokio::task::spawn_blocking(move || driver.output()).await.expect("a result");
    let done = done.expect("python runs");
    assert!(
        done.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn pycap_is_content_with_the_newest_version() {
    drive(Options::default()).await;
}

/// The demo server had a version between 15.1 and 15.5 when PyCap's examples were recorded.
#[tokio::test(flavor = "multi_thread")]
async fn pycap_is_content_with_the_version_of_its_examples() {
    drive(Options::default().version("15.1.0")).await;
}
