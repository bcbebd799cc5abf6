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
            "[{\"data_access_group_name\":\"Berlin\",\"unique_group_name\":\"berlin\",\"data_access_group_id\":2008},{\"data_access_group_name\":\"Lyon\",\"unique_group_name\":\"lyon\",\"data_access_group_id\":2009},{\"data_access_group_name\":\"First group\",\"unique_group_name\":\"first_group\",\"data_access_group_id\":2010}]",
        ),
    );
    assert_eq!(answer.len(), 3);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_dags() {
    let call = |client: Client| {
        client
            .import_dags([
                redcap::data_access_groups::Dag::new("Paris").unique_group_name(""),
            ])
            .send()
    };
    sends(
        call,
        "content=dag&action=import&format=json&returnFormat=json&data=%5B%7B%22data_access_group_name%22%3A%22Paris%22%2C%22unique_group_name%22%3A%22%22%7D%5D",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn delete_dags() {
    let call = |client: Client| client.delete_dags(["lyon"]).send();
    sends(call, "content=dag&action=delete&returnFormat=json&dags%5B0%5D=lyon");
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn switch_dag() {
    let call = |client: Client| client.switch_dag("lyon").send();
    sends(call, "content=dag&action=switch&returnFormat=json&dag=lyon");
    let () = answered(call, Reply::text("1"));
}

#[test]
fn export_user_dag_assignments() {
    let call = |client: Client| client.export_user_dag_assignments().send();
    sends(call, "content=userDagMapping&format=json&returnFormat=json");
    let answer = answered(
        call,
        Reply::json(
            "[{\"username\":\"berta_berlin\",\"redcap_data_access_group\":\"berlin\"},{\"username\":\"carl_coordinator\",\"redcap_data_access_group\":\"\"},{\"username\":\"sandbox_owner\",\"redcap_data_access_group\":\"\"}]",
        ),
    );
    assert_eq!(answer.len(), 3);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_user_dag_assignments() {
    let call = |client: Client| {
        client
            .import_user_dag_assignments([
                redcap::data_access_groups::UserDagAssignment::new("carl_coordinator")
                    .redcap_data_access_group("lyon"),
            ])
            .send()
    };
    sends(
        call,
        "content=userDagMapping&action=import&format=json&returnFormat=json&data=%5B%7B%22username%22%3A%22carl_coordinator%22%2C%22redcap_data_access_group%22%3A%22lyon%22%7D%5D",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}
