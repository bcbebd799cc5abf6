//! Surveys.

use std::collections::BTreeSet;

use redcap::surveys::ResponseStatus;
use redcap_client_tests::{TRIAL, World, call};

pub async fn calls() -> BTreeSet<String> {
    let world = World::new();
    let (world, client) = (&world, world.client(TRIAL));
    let event = "enrollment_arm_1";
    let base = world.sandbox.url().replace("api/", "surveys/?");

    let link = call!(world, send: client.export_survey_link("1", "contact").event(event));
    assert_eq!(link.len(), base.len() + "s=".len() + 16);
    assert!(link.starts_with(&format!("{base}s=")), "{link}");
    assert_eq!(&*call!(world, raw: client.export_survey_link("1", "contact").event(event)).text(), link);
    let queue = call!(world, send: client.export_survey_queue_link("1"));
    assert!(queue.starts_with(&format!("{base}sq=")), "{queue}");
    assert_eq!(&*call!(world, raw: client.export_survey_queue_link("1")).text(), queue);
    let code = call!(world, send: client.export_survey_return_code("1", "contact").event(event));
    assert_eq!(code.len(), 8);
    assert_eq!(
        &*call!(world, raw: client.export_survey_return_code("1", "contact").event(event)).text(),
        code
    );
    let code = call!(world, send: client.export_survey_access_code("1", "contact").event(event));
    assert_eq!(code.len(), 9);
    assert_eq!(
        &*call!(world, raw: client.export_survey_access_code("1", "contact").event(event)).text(),
        code
    );

    let list = call!(world, send: client.export_survey_participants("contact").event(event));
    let iris = list.iter().find(|one| one.email.as_deref() == Some("iris@example.org")).expect("Iris");
    assert_eq!(iris.record.as_ref().map(|record| record.as_str()), Some("1"));
    assert_eq!((iris.response_status.clone(), iris.invitation_sent_status), (ResponseStatus::Complete, true));
    let csv = call!(world, csv: client.export_survey_participants("contact").event(event));
    assert!(csv.text().starts_with("email,email_occurrence,identifier,"));
    let xml = call!(world, xml: client.export_survey_participants("contact").event(event));
    assert!(xml.text().contains("mia.nobody@example.org"));
    let raw = call!(world, raw: client.export_survey_participants("contact").event(event));
    assert_eq!(raw.status(), 200);
    world.calls()
}
