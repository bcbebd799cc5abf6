//! What `Debug` shows of projects, forms and servers: no token and no data.

use std::collections::BTreeSet;

use redcap_sandbox::api::{Form, Upload};
use redcap_sandbox::project::Value;
use redcap_sandbox::{Options, Server, demo};

#[test]
fn neither_tokens_nor_data_are_shown() {
    let server = Server::new(Options::default()).expect("the newest version is known");
    server.store.add_super_token("5UPER70KEN", "creator");
    let mut shown = String::new();
    let mut secrets = BTreeSet::from(["5UPER70KEN".to_owned()]);
    for demo in demo::projects() {
        shown.push_str(&format!("{demo:?}{:?}", demo.project));
        secrets.insert(demo.token.to_owned());
        secrets.extend(demo.users.iter().map(|user| user.token.to_owned()));
        let records = demo.project.records.values();
        let values = records.flat_map(|record| record.rows.values()).flat_map(|row| row.values());
        let texts = values.filter_map(Value::as_text).filter(|text| text.len() > 10);
        secrets.extend(texts.map(str::to_owned));
        secrets.extend(
            demo.project.participants.iter().map(|one| one.email.clone()).filter(|mail| !mail.is_empty()),
        );
        server.seed_demo(demo);
    }
    let contents = server.store.contents();
    shown.push_str(&format!(
        "{contents:?}{:?}{:?}",
        server.store.projects(),
        server.store.access("5UPER70KEN")
    ));
    let mut form = Form::default();
    form.add("token", "5UPER70KEN".into());
    let upload =
        Upload { field: "file".into(), name: "5UPER70KEN".into(), mime: None, bytes: "5UPER70KEN".into() };
    form.uploads.push(upload);
    let result = redcap_sandbox::logic::Value::text("5UPER70KEN");
    shown.push_str(&format!("{form:?}{result:?}"));
    assert!(secrets.len() > 40, "there is something to hide");
    for secret in secrets {
        assert!(!shown.contains(&secret), "{secret}");
    }
}

#[test]
fn shapes_are_shown() {
    let values = [Value::text("Ärzte"), Value::checked(["1", "2"]), Value::File(7)];
    assert_eq!(format!("{values:?}"), "[Text(5 characters), Checked(2 options), File(7)]");
    let mut form = Form::default();
    form.add("content", "record".into());
    form.add("fields[0]", "age".into());
    assert_eq!(
        format!("{form:?}"),
        "Form { values: {\"content\": One(6 characters), \"fields\": Many(1 texts)}, uploads: [] }"
    );
}
