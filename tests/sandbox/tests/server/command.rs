//! The program, as a user starts it.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use crate::support::{TOKEN, fixture};
use crate::wire::{Heard, request};

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_redcap-sandbox"));
    command.args(["--listen", "127.0.0.1:0"]).args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A running program. It is killed when this is dropped.
struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
    address: SocketAddr,
    greeting: String,
}

impl Running {
    fn start(arguments: &[&str]) -> Running {
        let mut child = program(arguments).spawn().expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        let mut greeting = String::new();
        while !greeting.contains("Stop with Ctrl-C") && out.read_line(&mut greeting).expect("a line") > 0 {}
        let address = greeting.split("://").nth(1).and_then(|rest| rest.split('/').next()?.parse().ok());
        let address = address.unwrap_or_else(|| panic!("no address in: {greeting}"));
        Running { child, out, address, greeting }
    }

    fn post(&self, form: &str) -> Heard {
        let media = [("content-type", "application/x-www-form-urlencoded")];
        request(self.address, "POST /api/", &media, form)
    }

    /// Asks it to stop and gives its exit code and what it wrote to the standard error output.
    #[cfg(unix)]
    fn stop(mut self) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).expect("the end of its output");
        let mut errors = String::new();
        self.child.stderr.take().expect("its errors").read_to_string(&mut errors).expect("text");
        (self.child.wait().expect("it ends").code(), errors)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn failed(arguments: &[&str]) -> String {
    let Output { status, stderr, .. } = program(arguments).output().expect("the program runs");
    assert!(!status.success());
    String::from_utf8(stderr).expect("text")
}

#[test]
fn the_printed_line_works() {
    let running = Running::start(&[]);
    let line = running.greeting.lines().find(|line| line.contains("curl ")).expect("a first line to try");
    let form: Vec<&str> =
        line.split(" -d ").skip(1).map(|part| part.split(' ').next().unwrap_or_default()).collect();
    let heard = running.post(&form.join("&"));
    assert_eq!(heard.status(), 200, "{heard:?}");
    assert!(heard.text().lines().count() > 1, "{heard:?}");
}

#[test]
fn projects_come_from_files_with_their_tokens() {
    let folder = tempfile::tempdir().expect("a folder");
    let (xml, csv) = (folder.path().join("a=b.xml"), folder.path().join("dictionary.csv"));
    fs::write(&xml, fixture("test_simple_project")).expect("a file is written");
    fs::write(&csv, "field_name,form_name,field_type,field_label\nid,f,text,Id\n")
        .expect("a file is written");
    let (first, second) = (format!("{}={TOKEN}", xml.display()), format!("{}=F00D", csv.display()));
    let running = Running::start(&["--project", &first, "--project", &second, "--redcap-version", "13.7.3"]);
    assert_eq!(running.post(&format!("token={TOKEN}&content=version")).text(), "13.7.3");
    let info = running.post("token=F00D&content=project&format=json").text();
    assert!(info.contains("\"project_title\":\"dictionary\""), "{info}");
    assert!(
        running.greeting.contains("Project 2: dictionary\n  token F00D  sandbox_owner may do everything\n")
    );
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let xml = folder.path().join("broken.xml");
    fs::write(&xml, "<ODM>\n  <Study>\n</ODM>").expect("a file is written");
    let said = failed(&[
        "--project",
        "/nowhere.xml",
        "--project",
        xml.to_str().expect("text"),
        "--redcap-version",
        "13",
        "--public-url",
        "x",
    ]);
    for part in [
        "/nowhere.xml: No such file",
        "broken.xml:3:",
        "versions from 4.0.0 to",
        "nearest:",
        "--public-url: `x`",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_wrong_argument_is_explained() {
    assert!(failed(&["--fault", "resett"]).contains("did you mean `reset`?"));
    assert!(failed(&["--latency", "5"]).contains("is no duration"));
    assert!(failed(&["--generate-records", "5"]).contains("10000x50"));
    let file = env!("CARGO_MANIFEST_DIR").to_owned() + "/tests/fixtures/pycap/test_simple_project.xml=AA";
    let said = failed(&["--project", &file, "--project", &file]);
    assert!(said.contains("is that of another project") && !said.contains("AA "), "{said}");
}

#[test]
fn a_taken_port_is_explained() {
    let running = Running::start(&[]);
    let output = Command::new(env!("CARGO_BIN_EXE_redcap-sandbox"))
        .args(["--listen", &running.address.to_string()])
        .output();
    let said = String::from_utf8(output.expect("the program runs").stderr).expect("text");
    assert!(said.contains("--listen 127.0.0.1:0 takes a free port"), "{said}");
}

#[test]
fn a_super_token_creates_projects() {
    let token = "S".repeat(64);
    let running = Running::start(&["--super-token", &token]);
    let data = "%5B%7B%22project_title%22%3A%22New%22%2C%22purpose%22%3A0%7D%5D";
    let created = running.post(&format!("token={token}&content=project&format=json&data={data}"));
    assert_eq!((created.status(), created.body.len()), (200, 32), "{created:?}");
}

#[test]
fn generated_records_are_exported() {
    let running = Running::start(&["--generate-records", "20x3"]);
    let token =
        running.greeting.split("token ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a token");
    let heard = running.post(&format!("token={token}&content=record&format=csv"));
    assert!(heard.text().contains("\n20,"), "{heard:?}");
}

#[cfg(unix)]
#[test]
fn the_log_has_a_line_for_each_request_and_no_secret() {
    let running = Running::start(&["--log", "--fault", "503,times=1", "--project", &{
        format!("{}/tests/fixtures/pycap/test_simple_project.xml={TOKEN}", env!("CARGO_MANIFEST_DIR"))
    }]);
    let form = format!("token={TOKEN}&content=record&format=json&filterLogic=SECRET");
    running.post(&format!("token={TOKEN}&content=version"));
    running.post(&form);
    request(running.address, &format!("GET /api/{TOKEN}"), &[], "");
    request(running.address, &format!("GET /_sandbox/empty?token={TOKEN}"), &[], "");
    let (code, log) = running.stop();
    assert_eq!(code, Some(0));
    let lines: Vec<&str> = log.lines().collect();
    assert!(lines[0].starts_with("POST /api/ export_redcap_version 503 503-before "), "{log}");
    assert!(lines[1].starts_with("POST /api/ export_records "), "{log}");
    assert!(lines[2].starts_with("GET (no such path) - 404 "), "{log}");
    assert!(lines[3].starts_with("GET /_sandbox/empty - 200 ") && lines.len() == 4, "{log}");
    assert!(!log.contains(TOKEN) && !log.contains("SECRET"), "{log}");
}

#[test]
fn the_authority_is_written_to_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ca.pem");
    let running = Running::start(&["--tls", "--ca-file", file.to_str().expect("text")]);
    assert!(running.greeting.contains(" at https://127.0.0.1:"));
    assert!(fs::read_to_string(&file).expect("the file").starts_with("-----BEGIN CERTIFICATE-----"));
}

/// Imports record after record until the program is killed, which hits a save sooner or later. Whatever
/// was saved last must be there, whole.
#[test]
fn a_kill_while_saving_leaves_a_whole_state() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("state.json");
    let state = file.to_str().expect("text");
    let seed = format!("{}/tests/fixtures/pycap/test_simple_project.xml={TOKEN}", env!("CARGO_MANIFEST_DIR"));
    let mut saved = 3;
    for round in 1..=6 {
        let mut running = Running::start(&["--state", state, "--project", &seed]);
        let heard = running.post(&format!("token={TOKEN}&content=record&format=csv&fields=record_id"));
        let records = heard.text().lines().count() - 1;
        assert!(records >= saved, "round {round}: {records} of {saved} records");
        saved = records;
        let address = running.address;
        let writer = std::thread::spawn(move || {
            let media = "content-type: application/x-www-form-urlencoded\r\n";
            for record in 0.. {
                let comments = "x".repeat(20_000);
                let form = format!(
                    "token={TOKEN}&content=record&format=csv&data=record_id%2Ccomments%0A{}%2C{comments}",
                    100 + record % 40
                );
                let text = format!(
                    "POST /api/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{media}content-length: {}\r\n\r\n{form}",
                    form.len()
                );
                let Ok(mut stream) = std::net::TcpStream::connect(address) else { return };
                if std::io::Write::write_all(&mut stream, text.as_bytes()).is_err() {
                    return;
                }
                let mut answer = String::new();
                if stream.read_to_string(&mut answer).is_err() || answer.is_empty() {
                    return;
                }
            }
        });
        // Different rounds hit different moments.
        while !writer.is_finished() && fs::metadata(&file).is_ok_and(|file| file.len() < 20_000 * round) {
            std::thread::yield_now();
        }
        running.child.kill().expect("it is killed");
        running.child.wait().expect("it ends");
        writer.join().expect("no panic");
    }
}

#[test]
fn the_site_can_be_elsewhere_and_must_be_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().display().to_string();
    let errors = failed(&["--site", &path]);
    assert!(errors.contains("has no index.html") && errors.contains("cargo run generate"), "{errors}");
    fs::write(folder.path().join("index.html"), "start").expect("a file is written");
    let running = Running::start(&["--site", &path]);
    let root = format!("Reference and playground at http://{}/\n", running.address);
    assert!(running.greeting.contains(&root), "{}", running.greeting);
    assert_eq!(request(running.address, "GET /", &[], "").text(), "start");
}
