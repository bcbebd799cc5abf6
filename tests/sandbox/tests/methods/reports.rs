//! Export of reports.

use indexmap::IndexMap;
use redcap_sandbox::project::{Project, Report, SortBy};

use crate::support::{both, project, text, with};
use crate::worlds::{Builder, check, choices};

fn world() -> Builder {
    let mut world = Builder::longitudinal(
        &["one", "two"],
        &[("First", 1), ("Second", 1)],
        &[("First", "one two"), ("Second", "one")],
    );
    world.fields("one", "age", |field| field.validation = "integer".into());
    choices(&mut world, "one", "sex", "0, Female | 1, Male");
    check(&mut world, "two", "gym", "0, Monday | 1, Tuesday");
    let north = world.project.add_dag("North");
    for (record, first, second, sex) in [("1", "20", "70", "1"), ("2", "100", "9", "0"), ("3", "9", "9", "1")]
    {
        world.set(record, "first_arm_1", 0, &[("age", first), ("sex", sex), ("gym", "1")]);
        world.set(record, "second_arm_1", 0, &[("age", second)]);
    }
    world.project.record_mut("2").dag = Some(north);
    world
}

fn report(fields: &[&str]) -> Report {
    Report {
        id: 42,
        title: "Report".into(),
        unique_name: "R-0123456789".into(),
        description: String::new(),
        fields: fields.iter().map(|field| (*field).to_owned()).collect(),
        filter_logic: String::new(),
        filter_events: Vec::new(),
        filter_dags: Vec::new(),
        order: Vec::new(),
        other: IndexMap::new(),
    }
}

fn answer(change: impl FnOnce(&mut Report), fields: &[&str], more: &[(&str, &str)]) -> String {
    let mut project = world().project;
    let mut one = report(fields);
    change(&mut one);
    project.reports.push(one);
    let mut all = vec![("content", "report"), ("report_id", "42"), ("format", "csv")];
    all.extend(more);
    text(&with(project), &all)
}

#[test]
fn a_report_has_its_fields_in_its_order() {
    assert_eq!(
        answer(|_| (), &["sex", "age", "gym", "one_complete"], &[("type", "eav")]),
        "sex,age,gym___0,gym___1,one_complete\n1,20,0,1,0\n,70,,,0\n0,100,0,1,0\n,9,,,0\n1,9,0,1,0\n,9,,,0\n"
    );
    // The event comes along with the record id.
    assert_eq!(
        answer(|report| report.filter_events = vec!["second_arm_1".into()], &["age", "record_id"], &[]),
        "age,record_id,redcap_event_name\n70,1,second_arm_1\n9,2,second_arm_1\n9,3,second_arm_1\n"
    );
    assert_eq!(
        answer(
            |report| report.filter_logic = "[age] > 60".into(),
            &["record_id", "sex"],
            &[("format", "json"), ("rawOrLabel", "label")]
        ),
        r#"[{"record_id":"1","redcap_event_name":"Second","sex":""},{"record_id":"2","redcap_event_name":"First","sex":"Female"}]"#
    );
}

#[test]
fn reports_filter_whole_records_groups_and_sort() {
    let whole = |report: &mut Report| {
        report.filter_logic = "[age] > 60".into();
        report.other.insert("filter_type".into(), "RECORD".into());
    };
    assert_eq!(answer(whole, &["age"], &[]), "age\n20\n70\n100\n9\n");
    let by = |field: &str, descending| SortBy { field: field.into(), descending };
    let sorted = |report: &mut Report| report.order = vec![by("age", true), by("record_id", true)];
    assert_eq!(answer(sorted, &["age"], &[]), "age\n100\n70\n20\n9\n9\n9\n");
    let ties = |report: &mut Report| report.order = vec![by("age", false), by("record_id", true)];
    assert_eq!(
        answer(ties, &["record_id"], &[]),
        "record_id,redcap_event_name\n3,first_arm_1\n3,second_arm_1\n2,second_arm_1\n1,first_arm_1\n1,second_arm_1\n\
         2,first_arm_1\n"
    );
    let grouped = |report: &mut Report| {
        report.filter_dags = vec!["north".into()];
        report.other.insert("output_dags".into(), "1".into());
    };
    assert_eq!(answer(grouped, &["age"], &[]), "redcap_data_access_group,age\nnorth,100\nnorth,9\n");
    let combined = |report: &mut Report| {
        report.other.insert("combine_checkbox_values".into(), "1".into());
        report.filter_events = vec!["first_arm_1".into()];
    };
    assert_eq!(answer(combined, &["gym"], &[("rawOrLabel", "label")]), "gym\nTuesday\nTuesday\nTuesday\n");
}

#[test]
fn a_report_of_a_real_project_filters_its_records() {
    let project: Project = project("doctest_project");
    let id = project.reports[0].id.to_string();
    let server = with(project);
    let csv = text(&server, &[("content", "report"), ("report_id", &id), ("format", "csv")]);
    assert!(csv.starts_with(
        "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,checkbox_field___1,checkbox_field___2\n"
    ));
}

#[test]
fn unknown_reports_are_refused() {
    let server = with(world().project);
    let asked = [("content", "report"), ("report_id", "7"), ("format", "json")];
    let text = "{\"error\":\"The API request cannot complete because report_id=7 does not belong to this project.\"}";
    assert_eq!(both(&server, &asked), (400, text.to_owned()));
    assert_eq!(both(&server, &[("content", "report"), ("report_id", "R-1"), ("format", "json")]).0, 400);
    assert_eq!(both(&server, &[("content", "report"), ("format", "json")]).0, 400);
}
