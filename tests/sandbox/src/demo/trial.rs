//! A longitudinal project: two arms, repeats, surveys, randomization.

use indexmap::IndexMap;

use super::{Demo, fill};
use crate::project::{
    Allocation, ArmInput, EventInput, LogKind, MappingInput, Participant, Project, Randomization,
    RepeatingInput, Response, ResponseKey, Stratum, Survey, User,
};
use crate::server::OWNER;

/// Events by arm, and the instruments of each.
const EVENTS: [(u32, &str, i64, &[&str]); 6] = [
    (1, "Enrollment", 0, &["contact", "enrollment"]),
    (1, "Week 1", 7, &["visit", "diary", "adverse_event"]),
    (1, "Week 4", 28, &["visit", "diary"]),
    (1, "Unscheduled", 99, &["unscheduled"]),
    (2, "Enrollment", 0, &["contact", "enrollment"]),
    (2, "Week 1", 7, &["visit"]),
];

pub fn demo() -> Demo {
    let mut project = fill::project(2, "Headache Trial (demo)", include_bytes!("trial_dictionary.csv"));
    structure(&mut project);
    let berlin = project.add_dag("Berlin");
    let lyon = project.add_dag("Lyon");
    // The tests of the client RedcapLite look for this group and for the role `read`.
    project.add_dag("First group");
    fill::records(&mut project, include_bytes!("trial_records.csv"));
    surveys(&mut project);
    randomization(&mut project);
    project.settings.custom_record_label = "[enrollment_arm_1][severity]".into();

    let mut demo = Demo::new(project, "DEADC0DEDEADC0DEDEADC0DE00020000");
    demo.report("Scores", &["record_id", "score", "change"], "[score] > 40");
    let coordinator =
        demo.role("Coordinator", &["api_export", "api_import", "file_repository", "random_perform"]);
    demo.role("read", &["api_export"]);
    demo.file("protocol.txt", None);
    let forms = demo.folder("Case report forms", None, None, None, "visit.txt");
    demo.folder("2026", Some(forms), None, None, "diary.txt");
    demo.folder("Berlin only", None, Some(berlin), None, "contacts.csv");
    demo.user(
        "DEADC0DEDEADC0DEDEADC0DE00020001",
        "carl_coordinator",
        "is in the role Coordinator and may randomize",
        |user| user.role = Some(coordinator),
    );
    demo.user("DEADC0DEDEADC0DEDEADC0DE00020002", "berta_berlin", "is in the group Berlin", |user| {
        user.dag = Some(berlin);
    });
    let owner = User { switchable_dags: vec![berlin, lyon], ..User::new(OWNER) };
    demo.project.users.insert(OWNER.into(), owner);
    log(&mut demo);
    demo
}

fn structure(project: &mut Project) {
    project.settings.longitudinal = true;
    let arms = [(1, "Drug"), (2, "Observation")];
    let arms = arms.map(|(number, name)| ArmInput { number, name: name.into() });
    let events = EVENTS.map(|(arm, name, day, _)| EventInput {
        name: name.into(),
        arm: Some(arm),
        day_offset: Some(day),
        ..EventInput::default()
    });
    let unique = |arm: u32, name: &str| format!("{}_arm_{arm}", name.to_lowercase().replace(' ', "_"));
    let mappings: Vec<MappingInput> = EVENTS
        .iter()
        .flat_map(|(arm, event, _, forms)| forms.iter().map(|form| (*arm, unique(*arm, event), *form)))
        .map(|(arm, event, form)| MappingInput { arm: Some(arm), event, form: form.into() })
        .collect();
    let repeats = [
        ("week_1_arm_1", "diary", "[diary_day]"),
        ("week_1_arm_1", "adverse_event", "[ae_term]"),
        ("week_4_arm_1", "diary", "[diary_day]"),
        ("unscheduled_arm_1", "", ""),
    ];
    let repeats = repeats.map(|(event, form, label)| RepeatingInput {
        event: event.into(),
        form: form.into(),
        label: label.into(),
    });
    let done = project
        .import_arms(&arms, true)
        .and_then(|_| project.import_events(&events, true))
        .and_then(|_| project.import_mappings(&mappings))
        .and_then(|_| project.import_repeating(&repeats));
    done.expect("the structure fits together");
}

fn surveys(project: &mut Project) {
    project.settings.surveys_enabled = true;
    project.settings.other.insert("SurveyInvitationEmailField".into(), "contact_email".into());
    for (form, title) in [("contact", "About you"), ("diary", "Headache diary")] {
        let settings = [
            ("title", title),
            ("survey_enabled", "1"),
            ("save_and_return", "1"),
            ("question_auto_numbering", "1"),
        ];
        let settings: IndexMap<String, String> =
            settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let instrument = project.instruments.iter_mut().find(|one| one.name == form);
        instrument.expect("the dictionary has the instrument").survey = Some(Survey { settings });
    }
    let queue = [
        ("active", "1"),
        ("auto_start", "0"),
        ("condition_surveycomplete_survey_id", "contact"),
        ("condition_surveycomplete_event_id", "enrollment_arm_1"),
        ("condition_andor", "AND"),
        ("condition_logic", ""),
        ("event_id", "week_1_arm_1"),
        ("survey_id", "diary"),
    ];
    project.survey_queue.push(queue.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect());
    let enrollment = project.first_event(Some(1));
    for (record, email, name, completed) in [
        (Some("1"), "iris@example.org", "Iris Invented", Some("2026-01-05 18:20:31")),
        (Some("2"), "jean@example.org", "Jean Imaginaire", Some("2026-01-07 07:02:11")),
        (None, "mia.nobody@example.org", "", None),
    ] {
        let (access_code, link) = (project.next_code(9), project.next_code(16));
        let instrument = "contact".to_owned();
        if let Some(record) = record {
            let response = Response {
                started: true,
                completed: completed.map(str::to_owned),
                link: Some(link.clone()),
                access_code: Some(access_code.clone()),
                return_code: Some(project.next_code(8)),
                identifier: Some(name.to_owned()),
            };
            let key = ResponseKey { event: enrollment, instrument: instrument.clone(), instance: 1 };
            project.record_mut(record).responses.insert(key, response);
        }
        project.participants.push(Participant {
            instrument,
            event: enrollment,
            email: email.into(),
            email_occurrence: 1,
            identifier: name.into(),
            record: record.map(str::to_owned),
            invitation_sent: true,
            invitation_send_time: String::new(),
            access_code,
            link,
        });
    }
}

/// How some of the data came into the project.
fn log(demo: &mut Demo) {
    let (carl, berta) = ("carl_coordinator", "berta_berlin");
    for (time, user, kind, record, details) in [
        ("2026-01-05 09:12:40", berta, LogKind::RecordAdd, "1", "record_id = '1', contact_complete = '2'"),
        ("2026-01-05 09:20:03", berta, LogKind::RecordEdit, "1", "enrolled = '2026-01-05', severity = '2'"),
        ("2026-01-07 10:31:18", carl, LogKind::RecordAdd, "2", "record_id = '2', contact_complete = '2'"),
        ("2026-01-12 14:02:55", berta, LogKind::RecordEdit, "1", "score = '54', visit_complete = '2'"),
        ("2026-01-14 11:47:29", carl, LogKind::RecordEdit, "2", "score = '61', visit_complete = '2'"),
    ] {
        demo.logged(time, user, kind, record, details);
    }
}

/// Records 1 and 2 have had their rows of the table; record 3 waits.
fn randomization(project: &mut Project) {
    project.settings.randomization_enabled = true;
    let event = Some(project.first_event(Some(1)));
    let row = |target: &str, severity: &str, record: Option<&str>| Allocation {
        target: target.into(),
        alternative: String::new(),
        strata: vec![severity.into()],
        dag: None,
        record: record.map(str::to_owned),
    };
    let allocations = vec![
        row("P", "1", Some("2")),
        row("A", "1", None),
        row("A", "2", Some("1")),
        row("P", "2", None),
        row("P", "1", None),
        row("A", "2", None),
    ];
    let id = project.next_number();
    project.randomizations.push(Randomization {
        id,
        target_field: "arm_given".into(),
        target_event: event,
        strata: vec![Stratum { field: "severity".into(), event }],
        by_dag: false,
        blinded: false,
        allocations,
    });
}
