//! Neither the token nor anything of a record is in what ends up in logs: `Debug`, `Display`, sources of errors,
//! and what is traced, by this crate and those below it.

use std::error::Error as _;
use std::fmt::{Debug, Write as _};
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use redcap::{Client, Error, Record, Token, Upload};
use redcap_client_tests::{World, quick};
use redcap_sandbox::{Options, demo};
use tracing_subscriber::fmt::MakeWriter;

const TOKEN: &str = "5EC2E75EC2E75EC2E75EC2E75EC2E75E";
/// Name of a record, values of it and the name of a user; words without a digit, which no rule about digits hides.
const SECRETS: [&str; 5] = [TOKEN, "Quetzalrecord", "Quetzalvalue", "Quetzaluser", "Quetzalfile"];

/// What was shown, to be searched.
#[derive(Clone, Default)]
struct Shown(Arc<Mutex<String>>);

impl io::Write for Shown {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").push_str(&String::from_utf8_lossy(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Shown {
    type Writer = Shown;

    fn make_writer(&'a self) -> Shown {
        self.clone()
    }
}

impl Shown {
    fn debug(&self, what: &str, value: &impl Debug) {
        writeln!(self.0.lock().expect("no panic"), "{what}: {value:?} {value:#?}").expect("a text takes it");
    }

    fn error(&self, what: &str, error: &Error) {
        self.debug(what, error);
        let mut out = self.0.lock().expect("no panic");
        writeln!(out, "{error} {error:#}").expect("a text takes it");
        let mut source = error.source();
        while let Some(cause) = source {
            writeln!(out, "{cause} {cause:?}").expect("a text takes it");
            source = cause.source();
        }
    }

    fn result<T: Debug>(&self, what: &str, result: &Result<T, Error>) {
        match result {
            Ok(answer) => self.debug(what, answer),
            Err(error) => self.error(what, error),
        }
    }

    fn assert_clean(&self) {
        let shown = self.0.lock().expect("no panic");
        for secret in SECRETS {
            if let Some(place) = shown.find(secret) {
                let start = shown[..place].rfind('\n').map_or(0, |line| line + 1);
                let end = shown[place..].find('\n').map_or(shown.len(), |line| place + line);
                panic!("{secret} is shown: {}", &shown[start..end]);
            }
        }
    }
}

/// A world with a project that has the secrets in it.
fn world() -> World {
    let world = World::with(Options::default());
    let mut project = demo::projects().swap_remove(0).project;
    for user in project.users.values_mut() {
        user.tokens.clear();
    }
    world.sandbox.server().seed(project, Some(TOKEN));
    world
}

fn marked() -> Record {
    Record::from([("record_id", "Quetzalrecord"), ("first_name", "Quetzalvalue"), ("notes", "Quetzalvalue")])
}

fn client(world: &World) -> Client {
    let silence = Duration::from_millis(600);
    quick().silence_timeout(silence).build(&world.sandbox.url(), TOKEN).expect("a client")
}

/// Calls that answer with the secrets, or send them.
async fn calls(shown: &Shown, client: &Client, what: &str) {
    shown.result(what, &client.import_records([marked()]).send().await);
    shown.result(what, &client.import_records([marked()]).send_ids().await);
    let upload = Upload::new("Quetzalfile.txt", b"Quetzalvalue".to_vec());
    shown.debug(what, &upload);
    shown.result(what, &client.import_file("Quetzalrecord", "consent_form", upload).send().await);
    shown.result(what, &client.export_records().send().await);
    shown.result(what, &client.export_records().send_eav().await);
    shown.result(what, &client.export_records().csv().await);
    shown.result(what, &client.export_records().xml().await);
    shown.result(what, &client.export_records().odm().await);
    shown.result(what, &client.export_records().raw().await);
    shown.result(what, &client.export_project_xml().send().await);
    shown.result(what, &client.export_logging().send().await);
    shown.result(what, &client.export_users().send().await);
    shown.result(what, &client.export_user_dag_assignments().send().await);
    shown.result(what, &client.export_file("Quetzalrecord", "consent_form").send().await);
    shown.result(what, &client.export_pdf().record("Quetzalrecord").send().await);
    match client.export_file("Quetzalrecord", "consent_form").download().await {
        Ok(download) => {
            shown.debug(what, &download);
            shown.result(what, &download.bytes().await.map(|_| ()));
        }
        Err(error) => shown.error(what, &error),
    }
}

/// Calls that REDCap refuses, with what was sent in the words of the refusal.
async fn refusals(shown: &Shown, client: &Client) {
    let row = |name: &str, value: &str| [Record::from([("record_id", "Quetzalrecord"), (name, value)])];
    for (what, result) in [
        ("a choice", client.import_records(row("sex", "Quetzalvalue")).send().await.map(|_| ())),
        (
            "a number",
            client.import_records(row("heart_rate", "Quetzalvalue \"x\", 'y'")).send().await.map(|_| ()),
        ),
        ("a field", client.import_records(row("shoe_size", "Quetzalvalue")).send().await.map(|_| ())),
        (
            "a unique value",
            client.import_records(row("email", "ada.sample@example.org")).send().await.map(|_| ()),
        ),
        ("a deletion", client.delete_records(["Quetzalvalue", "1"]).send().await.map(|_| ())),
        ("a name", client.rename_record("1", "Quetzalrecord").send().await),
        ("another name", client.rename_record("Quetzalvalue", "2").send().await),
        ("a user", client.delete_users(["Quetzaluser"]).send().await.map(|_| ())),
        ("a filter", client.export_records().filter_logic("[Quetzalvalue").send().await.map(|_| ())),
        ("a file", client.export_file("Quetzalvalue", "consent_form").send().await.map(|_| ())),
        ("a field of files", client.export_file("Quetzalrecord", "sex").send().await.map(|_| ())),
        ("a link", client.export_survey_link("Quetzalrecord", "visit").send().await.map(|_| ())),
        ("a PDF", client.export_pdf().record("Quetzalvalue").instrument("visit").send().await.map(|_| ())),
        ("an allocation", client.randomize_record("Quetzalrecord", 1).send().await.map(|_| ())),
        ("a group", client.switch_dag("north").send().await),
    ] {
        shown.result(what, &result);
        if let Err(error) = &result {
            shown.debug(what, &error.refused_cells());
        }
    }
}

fn values(shown: &Shown, client: &Client, world: &World) {
    shown.debug("the client", client);
    shown.debug("the token", &Token::from(TOKEN));
    shown.debug("the builder", &quick());
    shown.debug("a record", &marked());
    shown.debug("an import", &client.import_records([marked()]));
    shown.debug(
        "an export",
        &client.export_records().records(["Quetzalrecord"]).filter_logic("[a] = 'Quetzalvalue'"),
    );
    shown.debug("a name", &redcap::names::RecordId::from("Quetzalrecord"));
    shown.debug("a user", &redcap::users::User::new("Quetzaluser"));
    shown.debug("a value", &redcap::records::RecordEav::new("Quetzalrecord", "sex", "Quetzalvalue"));
    shown.debug("options", &redcap::CallOptions::new().field("x", "Quetzalvalue"));
    shown.debug("a value", &redcap::Value::Text("Quetzalvalue".into()));
    let url = format!("{}?token={TOKEN}", world.sandbox.url());
    shown.error("an address", &Client::new(&url, TOKEN).expect_err("a token in the address"));
    let url = world.sandbox.url().replace("127", &format!("{TOKEN}:{TOKEN}@127"));
    shown.error("an address", &Client::new(&url, TOKEN).expect_err("a token in the address"));
    shown.error("a token", &Client::new(&world.sandbox.url(), format!("{TOKEN}\n")).expect_err("no token"));
    shown.error("a version", &"Quetzalvalue".parse::<redcap::ServerVersion>().expect_err("no version"));
}

// One thread for all that the client does, so that all it traces is caught; the sandbox has its own.
#[tokio::test]
async fn nothing_that_is_shown_or_traced_has_a_secret_in_it() {
    let shown = Shown::default();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(shown.clone()).finish();
    let _traced = tracing::subscriber::set_default(subscriber);
    let world = world();
    let client = client(&world);
    calls(&shown, &client, "no fault").await;
    assert!(world.requests().iter().all(|request| request.status == Some(200)), "{:?}", world.requests());
    for fault in [
        "reset-before",
        "reset-after",
        "500",
        "503",
        "429",
        "504-after",
        "login-page",
        "memory-exhausted",
        "unknown-error",
        "database-down",
        "too-large",
        "empty",
        "rate-limit",
        "redirect=302",
        "redirect=307,to=https://elsewhere.example.org/api/",
        "reset-inside",
        "truncated",
        "short-body",
        "latin1",
        "gzip",
        "oversize=100KB",
        "debug-text",
    ] {
        world.calm();
        world.arm(fault);
        calls(&shown, &client, fault).await;
    }
    world.calm();
    refusals(&shown, &client).await;
    values(&shown, &client, &world);
    let stranger = quick().build(&world.sandbox.url(), "0".repeat(32)).expect("a client");
    shown.result("a wrong token", &stranger.export_records().send().await);
    let traced = shown.0.lock().expect("no panic").contains("export_records");
    assert!(traced, "what is traced is caught");
    shown.assert_clean();
}
