// Made by `cargo run generate` from spec/methods/data_access_groups.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_dags() {
    let call = |client: Client| client.export_dags().send();
    sends(call, "content=dag&format=json&returnFormat=json");
    let answer = answered(
        call,
        Reply::json(
            "[{\"data_access_group_name\":\"North Clinic\",\"unique_group_name\":\"north_clinic\",\"data_access_group_id\":2210},{\"data_access_group_name\":\"South Clinic\",\"unique_group_name\":\"south_clinic\",\"data_access_group_id\":2211}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_dags() {
    let call = |client: Client| {
        client
            .import_dags([
                redcap::data_access_groups::Dag::new("East Clinic").unique_group_name(""),
            ])
            .send()
    };
    sends(
        call,
        "content=dag&action=import&format=json&returnFormat=json&data=%5B%7B%22data_access_group_name%22%3A%22East+Clinic%22%2C%22unique_group_name%22%3A%22%22%7D%5D",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn delete_dags() {
    let call = |client: Client| client.delete_dags(["east_clinic"]).send();
    sends(call, "content=dag&action=delete&returnFormat=json&dags%5B0%5D=east_clinic");
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn switch_dag() {
    let call = |client: Client| client.switch_dag("south_clinic").send();
    sends(call, "content=dag&action=switch&returnFormat=json&dag=south_clinic");
    let () = answered(call, Reply::text("1"));
}

#[test]
fn export_user_dag_assignments() {
    let call = |client: Client| client.export_user_dag_assignments().send();
    sends(call, "content=userDagMapping&format=json&returnFormat=json");
    let answer = answered(
        call,
        Reply::json(
            "[{\"username\":\"coordinator_a\",\"redcap_data_access_group\":\"north_clinic\"},{\"username\":\"statistician_b\",\"redcap_data_access_group\":\"\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_user_dag_assignments() {
    let call = |client: Client| {
        client
            .import_user_dag_assignments([
                redcap::data_access_groups::UserDagAssignment::new("coordinator_a")
                    .redcap_data_access_group("south_clinic"),
            ])
            .send()
    };
    sends(
        call,
        "content=userDagMapping&action=import&format=json&returnFormat=json&data=%5B%7B%22username%22%3A%22coordinator_a%22%2C%22redcap_data_access_group%22%3A%22south_clinic%22%7D%5D",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}
