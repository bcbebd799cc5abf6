//! A classic project: every type of field, groups, roles, and a user for each kind of rights.

use super::{Demo, fill};

pub fn demo() -> Demo {
    let mut project = fill::project(1, "Sleep Clinic (demo)", include_bytes!("clinic_dictionary.csv"));
    let north = project.add_dag("North");
    let south = project.add_dag("South");
    fill::records(&mut project, include_bytes!("clinic_records.csv"));
    let settings = &mut project.settings;
    settings.purpose = 2;
    settings.purpose_other = "1".into();
    settings.notes = "Invented patients of an invented clinic.".into();
    settings.pi_firstname = "Pat".into();
    settings.pi_lastname = "Principal".into();
    settings.irb_number = "IRB-000".into();
    settings.custom_record_label = "[first_name]".into();
    settings.secondary_unique_field = "email".into();
    settings.missing_data_codes = "NI, No information | INV, Invalid | UNK, Unknown".into();

    let mut demo = Demo::new(project, "DEADC0DEDEADC0DEDEADC0DE00010000");
    demo.report("Snorers", &["record_id", "age", "sex", "symptoms", "bmi"], "[symptoms(1)] = '1'");
    demo.report("Contacts", &["record_id", "last_name", "first_name", "email", "phone"], "");
    demo.role("Data entry", &["api_export", "api_import", "record_create"]);
    let monitor = demo.role("Monitor", &["api_export", "logging", "file_repository"]);
    demo.file("readme.txt", None);
    let templates = demo.folder("Templates", None, None, None, "consent_template.txt");
    demo.folder("Old versions", Some(templates), None, None, "consent_template_2024.txt");
    demo.folder("South only", None, Some(south), None, "rota.csv");
    demo.folder("Monitors only", None, None, Some(&monitor), "findings.txt");
    users(&mut demo, north, south, &monitor);
    demo
}

/// The users, most of them by what they may not do.
fn users(demo: &mut Demo, north: u64, south: u64, monitor: &str) {
    demo.user(
        "DEADC0DEDEADC0DEDEADC0DE00010001",
        "nora_north",
        "is in the group North and may switch to South",
        |user| {
            user.dag = Some(north);
            user.switchable_dags.extend([north, south]);
            user.rights.set("data_access_groups", 1);
        },
    );
    demo.user("DEADC0DEDEADC0DEDEADC0DE00010002", "sol_south", "is in the group South", |user| {
        user.dag = Some(south);
    });
    demo.user(
        "DEADC0DEDEADC0DEDEADC0DE00010003",
        "eva_expired",
        "has expired, so the token opens nothing",
        |user| user.expiration = "2020-12-31".into(),
    );
    demo.user("DEADC0DEDEADC0DEDEADC0DE00010004", "ina_importer", "may import and not export", |user| {
        user.rights.set("api_export", 0);
    });
    demo.user(
        "DEADC0DEDEADC0DEDEADC0DE00010005",
        "dee_deidentified",
        "gets de-identified data, and no documents at all",
        |user| {
            user.rights.set("api_import", 0);
            user.rights.forms_export.values_mut().for_each(|right| *right = 2);
            user.rights.forms_export.insert("documents".into(), 0);
        },
    );
    demo.user(
        "DEADC0DEDEADC0DEDEADC0DE00010006",
        "rob_reader",
        "reads everything, users and the log too, and changes nothing",
        |user| {
            user.rights.set("api_import", 0);
            user.rights.set("user_rights", 2);
            user.rights.set("logging", 1);
            user.rights.forms.values_mut().for_each(|right| *right = 2);
        },
    );
    demo.user(
        "DEADC0DEDEADC0DEDEADC0DE00010007",
        "mona_monitor",
        "is in the role Monitor, which hides her own rights",
        |user| user.role = Some(monitor.into()),
    );
}
