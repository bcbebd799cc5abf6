//! Arms, events, instruments, the dictionary, repetition and the project as a whole.

use std::collections::BTreeSet;

use redcap::arms::Arm;
use redcap::events::Event;
use redcap::instruments::InstrumentEventMapping;
use redcap::metadata::{FieldType, MetadataField};
use redcap::projects::{NewProject, ProjectInfo, ProjectPurpose};
use redcap::repeating::RepeatingSetup;
use redcap_client_tests::{CLINIC, SUPER, TRIAL, World, call};

pub async fn calls() -> BTreeSet<String> {
    let world = World::new();
    arms(&world).await;
    events(&world).await;
    mappings(&world).await;
    repetition(&world).await;
    dictionary(&world).await;
    project(&world).await;
    creation(&world).await;
    world.calls()
}

async fn arms(world: &World) {
    let client = world.client(TRIAL);
    let arms = call!(world, send: client.export_arms());
    assert_eq!(arms, [Arm::new(1, "Drug"), Arm::new(2, "Observation")]);
    let csv = call!(world, csv: client.export_arms().arms([2]));
    assert_eq!(csv.text(), "arm_num,name\n2,\"Observation\"");
    assert!(call!(world, xml: client.export_arms()).text().contains("<arm_num>1</arm_num>"));
    let raw = call!(world, raw: client.export_arms().arms([1]));
    assert_eq!((raw.status(), &*raw.text()), (200, r#"[{"arm_num":1,"name":"Drug"}]"#));

    assert_eq!(call!(world, send: client.import_arms([Arm::new(3, "Placebo")])), 1);
    let raw = call!(world, raw: client.import_arms([Arm::new(4, "Nothing"), Arm::new(3, "Sugar")]));
    assert_eq!(&*raw.text(), "2");
    let names: Vec<String> =
        call!(world, send: client.export_arms()).into_iter().map(|arm| arm.name).collect();
    assert_eq!(names, ["Drug", "Observation"], "arms without events are not exported");
    assert_eq!(call!(world, send: client.delete_arms([3])), 1);
    assert_eq!(&*call!(world, raw: client.delete_arms([4])).text(), "1");
}

async fn events(world: &World) {
    let client = world.client(TRIAL);
    let events = call!(world, send: client.export_events().arms([1]));
    assert_eq!(events.len(), 4);
    assert_eq!(events[1].unique_event_name.as_ref().map(|name| name.as_str()), Some("week_1_arm_1"));
    assert_eq!((&*events[1].event_name, events[1].arm_num), ("Week 1", 1));
    assert!(call!(world, csv: client.export_events()).text().starts_with("event_name,arm_num,"));
    assert!(call!(world, xml: client.export_events()).text().contains("<events>"));
    assert_eq!(call!(world, raw: client.export_events()).status(), 200);

    assert_eq!(call!(world, send: client.import_events([Event::new("Month 12", 1).day_offset(365)])), 1);
    let raw = call!(world, raw: client.import_events([Event::new("Month 24", 1).day_offset(730)]));
    assert_eq!(&*raw.text(), "1");
    assert_eq!(call!(world, send: client.export_events()).len(), 8);
    assert_eq!(call!(world, send: client.delete_events(["month_12_arm_1"])), 1);
    assert_eq!(&*call!(world, raw: client.delete_events(["month_24_arm_1"])).text(), "1");
}

async fn mappings(world: &World) {
    let client = world.client(TRIAL);
    let mappings = call!(world, send: client.export_instrument_event_mappings().arms([2]));
    let forms: Vec<&str> = mappings.iter().map(|mapping| mapping.form.as_str()).collect();
    assert_eq!(forms, ["contact", "enrollment", "visit"]);
    let csv = call!(world, csv: client.export_instrument_event_mappings());
    assert!(csv.text().starts_with("arm_num,unique_event_name,form\n"));
    assert!(call!(world, xml: client.export_instrument_event_mappings()).text().contains("<form>"));
    assert_eq!(call!(world, raw: client.export_instrument_event_mappings()).status(), 200);

    let mut all = call!(world, send: client.export_instrument_event_mappings());
    all.push(InstrumentEventMapping::new(2, "week_1_arm_2", "diary"));
    assert_eq!(call!(world, send: client.import_instrument_event_mappings(all.clone())), 12);
    assert_eq!(call!(world, send: client.export_instrument_event_mappings()), all);
    assert_eq!(&*call!(world, raw: client.import_instrument_event_mappings(all)).text(), "12");

    let instruments = call!(world, send: client.export_instruments());
    assert_eq!(instruments[4].instrument_name.as_str(), "adverse_event");
    assert_eq!(instruments[4].instrument_label, "Adverse Event");
    assert!(call!(world, csv: client.export_instruments()).text().starts_with("instrument_name,"));
    assert!(call!(world, xml: client.export_instruments()).text().contains("instrument_label"));
    assert_eq!(call!(world, raw: client.export_instruments()).status(), 200);
}

async fn repetition(world: &World) {
    let client = world.client(TRIAL);
    let setup = call!(world, send: client.export_repeating_instruments_events());
    assert_eq!(setup.len(), 4);
    assert_eq!(setup[0].custom_form_label.as_deref(), Some("[diary_day]"));
    assert_eq!(setup[3].form_name.as_str(), "", "an event that repeats as a whole");
    let csv = call!(world, csv: client.export_repeating_instruments_events());
    assert!(csv.text().starts_with("event_name,form_name,custom_form_label\n"));
    assert!(call!(world, xml: client.export_repeating_instruments_events()).text().contains("form_name"));
    assert_eq!(call!(world, raw: client.export_repeating_instruments_events()).status(), 200);

    let mut more = setup.clone();
    more.push(RepeatingSetup::new("visit").event_name("week_4_arm_1").custom_form_label("[score]"));
    assert_eq!(call!(world, send: client.import_repeating_instruments_events(more)), 5);
    assert_eq!(&*call!(world, raw: client.import_repeating_instruments_events(setup)).text(), "4");
}

async fn dictionary(world: &World) {
    let client = world.client(CLINIC);
    let fields = call!(world, send: client.export_metadata().fields(["sex", "bmi"]));
    assert_eq!(fields[0].field_type, FieldType::Radio);
    assert_eq!(fields[0].select_choices_or_calculations.as_deref(), Some("0, Female | 1, Male | 2, Other"));
    assert_eq!((fields[1].field_type.clone(), fields[1].form_name.as_str()), (FieldType::Calc, "visit"));
    assert!(call!(world, csv: client.export_metadata()).text().starts_with("field_name,form_name,"));
    assert!(call!(world, xml: client.export_metadata().forms(["visit"])).text().contains("<field_name>"));
    assert_eq!(call!(world, raw: client.export_metadata()).status(), 200);

    let mut all = call!(world, send: client.export_metadata());
    assert_eq!(call!(world, send: client.import_metadata(all.clone())), all.len() as u64);
    assert_eq!(call!(world, send: client.export_metadata()), all, "what comes out goes in again");
    all.push(MetadataField::new("shoe_size", "documents", FieldType::Text).field_label("Size of shoes"));
    assert_eq!(&*call!(world, raw: client.import_metadata(all.clone())).text(), all.len().to_string());
    assert_eq!(call!(world, send: client.export_metadata()).len(), all.len());

    let names = call!(world, send: client.export_field_names().field("symptoms"));
    let columns: Vec<&str> = names.iter().map(|name| name.export_field_name.as_str()).collect();
    assert_eq!(columns, ["symptoms___1", "symptoms___2", "symptoms___3", "symptoms___99"]);
    assert_eq!(names[3].choice_value.as_deref(), Some("99"));
    assert!(call!(world, csv: client.export_field_names()).text().starts_with("original_field_name,"));
    assert!(call!(world, xml: client.export_field_names()).text().contains("export_field_name"));
    assert_eq!(call!(world, raw: client.export_field_names()).status(), 200);
}

async fn project(world: &World) {
    let client = world.client(CLINIC);
    let info = call!(world, send: client.export_project_info());
    assert_eq!((info.project_id, info.is_longitudinal), (Some(1), Some(false)));
    assert_eq!(info.purpose, Some(ProjectPurpose::Research));
    assert_eq!(info.secondary_unique_field.as_ref().map(|field| field.as_str()), Some("email"));
    assert!(call!(world, csv: client.export_project_info()).text().starts_with("project_id,"));
    assert!(call!(world, xml: client.export_project_info()).text().contains("<project_title>"));
    assert_eq!(call!(world, raw: client.export_project_info()).status(), 200);

    let change = ProjectInfo::new().project_title("Sleep Clinic II").project_irb_number("IRB-7");
    assert_eq!(call!(world, send: client.import_project_info(change.clone())), 2);
    assert_eq!(call!(world, raw: client.import_project_info(change)).status(), 200);
    let info = call!(world, send: client.export_project_info());
    assert_eq!(info.project_title.as_deref(), Some("Sleep Clinic II"));
    assert_eq!(info.project_irb_number.as_deref(), Some("IRB-7"));

    let xml = call!(world, send: client.export_project_xml().records(["2"]));
    assert!(xml.text().contains("Björn") && !xml.text().contains("ada.sample"));
    let raw = call!(world, raw: client.export_project_xml().return_metadata_only(true));
    assert!(raw.text().contains("<ODM") && !raw.text().contains("Björn"));

    assert_eq!(call!(world, send: client.export_redcap_version()), redcap::NEWEST_REDCAP);
    assert_eq!(&*call!(world, raw: client.export_redcap_version()).text(), redcap::NEWEST_REDCAP);
}

async fn creation(world: &World) {
    let xml = call!(world, send: world.client(CLINIC).export_project_xml());
    let creator = world.client(SUPER);
    let wanted = NewProject::new("Copy", ProjectPurpose::Practice).project_notes("A copy");
    let token = call!(world, send: creator.create_project(wanted.clone()).odm(xml.text()));
    let copy = world.client(token.as_str());
    let info = call!(world, send: copy.export_project_info());
    assert_eq!(info.project_title.as_deref(), Some("Copy"));
    assert_eq!(call!(world, send: copy.export_records()).len(), 6);
    let raw = call!(world, raw: creator.create_project(wanted));
    assert_eq!((raw.status(), raw.text().len()), (200, 32));
}
