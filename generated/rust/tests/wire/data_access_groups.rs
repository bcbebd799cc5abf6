// Made by `cargo run generate` from spec/methods/data_access_groups.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_dags_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_dags().send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=dag&format=json&returnFormat=json")
    );
}

#[tokio::test]
async fn export_dags_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"data_access_group_name\":\"North Clinic\",\"unique_group_name\":\"north_clinic\",\"data_access_group_id\":2210},{\"data_access_group_name\":\"South Clinic\",\"unique_group_name\":\"south_clinic\",\"data_access_group_id\":2211}]")
        ],
    );
    let client = client(&mock);
    let answer = client.export_dags().send().await.unwrap();
    assert_eq!(answer.len(), 2usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn import_dags_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_dags([
            redcap::data_access_groups::Dag::new("East Clinic").unique_group_name(""),
        ])
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=dag&action=import&format=json&returnFormat=json&data=%5B%7B%22data_access_group_name%22%3A%22East+Clinic%22%2C%22unique_group_name%22%3A%22%22%7D%5D")
    );
}

#[tokio::test]
async fn import_dags_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let answer = client
        .import_dags([
            redcap::data_access_groups::Dag::new("East Clinic").unique_group_name(""),
        ])
        .send()
        .await
        .unwrap();
    assert_eq!(answer, 1);
}

#[tokio::test]
async fn delete_dags_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.delete_dags(["east_clinic"]).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=dag&action=delete&returnFormat=json&dags%5B0%5D=east_clinic")
    );
}

#[tokio::test]
async fn delete_dags_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let answer = client.delete_dags(["east_clinic"]).send().await.unwrap();
    assert_eq!(answer, 1);
}

#[tokio::test]
async fn switch_dag_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.switch_dag("south_clinic").send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=dag&action=switch&returnFormat=json&dag=south_clinic")
    );
}

#[tokio::test]
async fn switch_dag_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let () = client.switch_dag("south_clinic").send().await.unwrap();
}

#[tokio::test]
async fn export_user_dag_assignments_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_user_dag_assignments().send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=userDagMapping&format=json&returnFormat=json")
    );
}

#[tokio::test]
async fn export_user_dag_assignments_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"username\":\"coordinator_a\",\"redcap_data_access_group\":\"north_clinic\"},{\"username\":\"statistician_b\",\"redcap_data_access_group\":\"\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client.export_user_dag_assignments().send().await.unwrap();
    assert_eq!(answer.len(), 2usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn import_user_dag_assignments_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_user_dag_assignments([
            redcap::data_access_groups::UserDagAssignment::new("coordinator_a")
                .redcap_data_access_group("south_clinic"),
        ])
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=userDagMapping&action=import&format=json&returnFormat=json&data=%5B%7B%22username%22%3A%22coordinator_a%22%2C%22redcap_data_access_group%22%3A%22south_clinic%22%7D%5D")
    );
}

#[tokio::test]
async fn import_user_dag_assignments_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "1")]);
    let client = client(&mock);
    let answer = client
        .import_user_dag_assignments([
            redcap::data_access_groups::UserDagAssignment::new("coordinator_a")
                .redcap_data_access_group("south_clinic"),
        ])
        .send()
        .await
        .unwrap();
    assert_eq!(answer, 1);
}
