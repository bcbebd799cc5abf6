//! What was exported, imported into an empty copy, is exported the same: every kind of project, every format.

use proptest::prelude::*;
use redcap_sandbox::Server;
use redcap_sandbox::project::{FieldType, Project};

use crate::records_export::export;
use crate::support::{both, with};
use crate::worlds::{Builder, check, choices};

/// Instruments of every project: plain values, choices, and one that repeats where that is wanted.
const FORMS: [&str; 3] = ["plain", "chosen", "again"];

fn with_fields(mut world: Builder) -> Builder {
    world.field("plain", "t").fields("plain", "n", |field| field.kind = FieldType::Notes);
    world.fields("plain", "born", |field| field.validation = "date_dmy".into());
    world.fields("plain", "weight", |field| field.validation = "number".into());
    choices(&mut world, "chosen", "pick", "1, One | -9, Neither | Aa, Letters");
    check(&mut world, "chosen", "boxes", "1, One | -9, Neither | Aa, Letters");
    world.fields("chosen", "yes", |field| field.kind = FieldType::YesNo);
    world.fields("chosen", "hint", |field| field.kind = FieldType::Descriptive);
    world.field("again", "a");
    world
}

/// Projects of four kinds, with the events that have data.
fn world(kind: u8) -> (Builder, Vec<&'static str>) {
    let events = [("First", 1), ("Second", 1), ("Other", 2)];
    let mappings = [("First", "plain chosen again"), ("Second", "chosen again"), ("Other", "plain")];
    let mut world = match kind {
        0 | 1 => with_fields(Builder::classic(&FORMS)),
        _ => with_fields(Builder::longitudinal(&FORMS, &events, &mappings)),
    };
    match kind {
        0 | 2 => {}
        1 => {
            world.repeat("", "again");
        }
        _ => {
            world.repeat("first_arm_1", "again").repeat("second_arm_1", "");
        }
    }
    let names = if kind < 2 { vec![""] } else { vec!["first_arm_1", "second_arm_1", "other_arm_2"] };
    (world, names)
}

#[derive(Debug, Clone)]
struct Datum {
    record: String,
    event: usize,
    field: usize,
    instance: u32,
    text: String,
    choice: usize,
}

/// Texts that XML can hold and that no side trims.
fn datum() -> impl Strategy<Value = Datum> {
    let text = prop_oneof!["[!-~]{1,8}", "[a-z][ \"',;|<&>\\\\/\n\täß日]{0,6}[a-z]", "]]>|\\[\"x\"\\]"];
    let record = prop::sample::select(vec!["1", "2", "10", "007", "0", "b-1", "x y"]);
    (record, 0..3_usize, 0..9_usize, 1..4_u32, text, 0..3_usize).prop_map(
        |(record, event, field, instance, text, choice)| Datum {
            record: record.to_owned(),
            event,
            field,
            instance,
            text,
            choice,
        },
    )
}

fn fill(world: &mut Builder, events: &[&str], data: &[Datum]) {
    let codes = ["1", "-9", "Aa"];
    for datum in data {
        let code = codes[datum.choice];
        let (name, value) = match datum.field {
            0 => ("t", datum.text.as_str()),
            1 => ("n", datum.text.as_str()),
            2 => ("born", ["1999-12-31", "2024-02-29", "2000-01-01"][datum.choice]),
            3 => ("weight", ["70", "-1.5", "0.25"][datum.choice]),
            4 => ("pick", code),
            5 => ("boxes", ["1", "-9,Aa", "1,Aa"][datum.choice]),
            6 => ("yes", ["0", "1", "1"][datum.choice]),
            7 => ("a", datum.text.as_str()),
            _ => ("chosen_complete", ["0", "1", "2"][datum.choice]),
        };
        let event = events[datum.event % events.len()];
        let form = world.project.fields.get(name).map_or("chosen", |field| field.form.as_str()).to_owned();
        let number = world.event(event);
        if world.project.is_designated(number, &form) {
            let repeats =
                world.project.is_repeating_event(number) || world.project.is_repeating_form(number, &form);
            world.set(&datum.record, event, if repeats { datum.instance } else { 0 }, &[(name, value)]);
        }
    }
}

fn import(server: &Server, format: &str, kind: &str, data: &str) -> (u16, String) {
    let fields = [("content", "record"), ("format", format), ("type", kind), ("data", data)];
    both(server, &fields)
}

fn emptied(project: &Project) -> Project {
    Project { records: std::collections::BTreeMap::new(), ..project.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exports_survive_the_way_through_an_import(kind in 0..4_u8, data in prop::collection::vec(datum(), 1..16)) {
        let (mut world, events) = world(kind);
        fill(&mut world, &events, &data);
        let empty = emptied(&world.project);
        let source = with(world.project);
        for arrangement in ["flat", "eav"] {
            for format in ["csv", "json", "xml"] {
                let before = export(&source, &[("format", format), ("type", arrangement)]);
                if before == "\n" || before == "[]" || before.ends_with("<records></records>") {
                    // Data of events that do not have the instrument: there is nothing to import.
                    continue;
                }
                let copy = with(empty.clone());
                let (status, answer) = import(&copy, format, arrangement, &before);
                prop_assert_eq!(status, 200, "{} {}: {}\n{}", format, arrangement, answer, before);
                let after = export(&copy, &[("format", format), ("type", arrangement)]);
                prop_assert_eq!(after, before, "{} {} of kind {}", format, arrangement, kind);
            }
        }
        // Documents tell when they were made, so the records that came with one are compared as rows.
        let before = export(&source, &[("format", "csv")]);
        let copy = with(empty);
        let document = export(&source, &[("format", "odm")]);
        let (status, answer) = import(&copy, "odm", "flat", &document);
        prop_assert_eq!(status, 200, "{}\n{}", answer, document);
        prop_assert_eq!(export(&copy, &[("format", "csv")]), before, "{}", document);
    }
}
