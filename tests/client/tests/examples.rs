//! The cookbook of the client, as programs against the sandbox.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use redcap_client_tests::{CLINIC, TRIAL, World};

/// The folder of the built examples.
static EXAMPLES: LazyLock<PathBuf> = LazyLock::new(|| {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let package = repository.join("generated/rust");
    // The versions of dependencies that the repository was tested with.
    fs::copy(repository.join("Cargo.lock"), package.join("Cargo.lock")).expect("a lock file");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--examples", "--features", "blocking"])
        .current_dir(package)
        .env("CARGO_TARGET_DIR", target)
        .status();
    assert!(built.expect("cargo").success(), "the examples do not compile");
    target.join("debug/examples")
});

/// What a program did.
struct Ran {
    success: bool,
    out: String,
    errors: String,
}

fn example(world: &World, token: &str, name: &str) -> Command {
    let mut command = Command::new(EXAMPLES.join(name));
    command.env("REDCAP_API_URL", world.sandbox.url()).env("REDCAP_API_TOKEN", token);
    command.env_remove("REDCAP_PROXY").env_remove("REDCAP_CA_FILE");
    command
}

fn run(command: &mut Command, input: &str) -> Ran {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().expect("the example");
    // Most examples read nothing.
    let _ = running.stdin.take().expect("its input").write_all(input.as_bytes());
    let output = running.wait_with_output().expect("its end");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    let ran = Ran { success: output.status.success(), out: text(output.stdout), errors: text(output.stderr) };
    let shown = format!("{}{}", ran.out, ran.errors);
    assert!(!shown.contains("panicked") && !shown.contains(CLINIC) && !shown.contains(TRIAL), "{shown}");
    ran
}

#[test]
fn exports_at_once_and_in_batches_hold_the_same() {
    let (world, folder) = (World::new(), tempfile::tempdir().expect("a folder"));
    let path = |name: &str| folder.path().join(name).to_str().expect("a path").to_owned();
    let (whole, batched) = (path("whole.csv"), path("batched.csv"));
    assert!(run(example(&world, TRIAL, "nightly_export").args([&whole]), "").success);
    let ran = run(example(&world, TRIAL, "nightly_export").args([&batched, "2"]), "");
    assert_eq!(ran.out, "14 rows\n");
    let read = |path| fs::read_to_string(path).expect("the file").replace('"', "");
    assert_eq!(read(whole), read(batched), "but for quotes");
    world.arm("login-page");
    let ran = run(example(&world, TRIAL, "nightly_export").args([&path("broken.csv")]), "");
    assert!(!ran.success && ran.errors.contains("web page"), "{}", ran.errors);
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2);
}

#[test]
fn columns_have_types_and_forms_are_counted() {
    let world = World::new();
    let ran = run(&mut example(&world, CLINIC, "columns"), "");
    for line in ["age: number, 6 of 6", "heart_rate: integer, 4 of 6", "0 values that do not fit"] {
        assert!(ran.out.contains(line), "{}", ran.out);
    }
    let ran = run(&mut example(&world, TRIAL, "script"), "");
    assert!(ran.out.contains("diary: 2 complete"), "{}", ran.out);
}

#[test]
fn an_import_tells_what_became_of_each_record() {
    let (world, folder) = (World::new(), tempfile::tempdir().expect("a folder"));
    let file = folder.path().join("rows.csv");
    let file_name = file.to_str().expect("a path");
    let header = "\u{feff}record_id,first_name,last_name,heart_rate\n";
    fs::write(&file, format!("{header}50,Eve,Test,70\n51,Bob,\"Te,st\",\n")).expect("a file");
    let ran = run(example(&world, CLINIC, "import_report").args([file_name]), "");
    assert_eq!((ran.success, ran.out.as_str()), (true, "2 records imported\n"));
    fs::write(&file, format!("{header}52,Ann,Test,fast\n")).expect("a file");
    let ran = run(example(&world, CLINIC, "import_report").arg(file_name), "");
    assert!(!ran.success && ran.out.starts_with("1 records refused"), "{}", ran.out);
    assert!(ran.out.contains("52 heart_rate \"fast\""), "{}", ran.out);
}

#[test]
fn files_go_up_and_come_down_under_their_names() {
    let (world, folder) = (World::new(), tempfile::tempdir().expect("a folder"));
    let (up, down) = (folder.path().join("scan ä.txt"), folder.path().join("down"));
    fs::create_dir(&down).expect("a folder");
    fs::write(&up, "signed").expect("a file");
    let text = |path: &Path| path.to_str().expect("a path").to_owned();
    assert!(
        run(example(&world, CLINIC, "files").args(["upload", "3", "consent_form", &text(&up)]), "").success
    );
    assert!(
        run(example(&world, CLINIC, "files").args(["download", "3", "consent_form", &text(&down)]), "")
            .success
    );
    assert_eq!(fs::read_to_string(down.join("scan ä.txt")).expect("the file"), "signed");
    assert!(
        !run(example(&world, CLINIC, "files").args(["download", "99", "consent_form", &text(&down)]), "")
            .success
    );
}

#[test]
fn every_record_gets_its_survey_link() {
    let world = World::new();
    let ran = run(example(&world, TRIAL, "survey_links").args(["contact", "enrollment_arm_1"]), "");
    assert_eq!(ran.out.lines().count(), 3);
    assert!(ran.out.starts_with("1,http"), "{}", ran.out);
}

#[test]
fn a_trigger_leads_to_what_was_saved() {
    let world = World::new();
    let call = "project_id=1&instrument=visit&record=1&visit_complete=2";
    let ran = run(&mut example(&world, CLINIC, "trigger"), call);
    assert!(ran.success && ran.out.starts_with("Content-Type: text/plain"), "{}", ran.errors);
    assert_eq!(ran.errors, "visit was saved, as Some(Complete): 1 rows\n");
    assert!(!run(&mut example(&world, TRIAL, "trigger"), call).success, "it is about the other project");
    assert!(!run(&mut example(&world, CLINIC, "trigger"), "record=1").success);
}

#[test]
fn several_projects_are_counted_although_one_fails() {
    let world = World::new();
    let counted = |tokens: &str| {
        let ran = run(example(&world, CLINIC, "several_projects").env("REDCAP_API_TOKENS", tokens), "");
        (ran.success, ran.out.lines().count())
    };
    assert_eq!(counted(&format!("{CLINIC} {TRIAL}")), (true, 2));
    assert_eq!(counted(&format!("{CLINIC} {}", "X".repeat(32))), (false, 1));
}

#[test]
fn the_network_is_chosen_and_failures_are_explained() {
    let world = World::new();
    let ran = run(&mut example(&world, CLINIC, "network"), "");
    assert!(ran.out.ends_with("are known\n"), "{}", ran.out);
    let ran = run(example(&world, CLINIC, "network").env_remove("REDCAP_API_URL"), "");
    assert_eq!(ran.errors, "the environment variable REDCAP_API_URL is not set\n");
}
