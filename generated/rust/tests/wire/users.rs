// Made by `cargo run generate` from spec/methods/users.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_users() {
    let call = |client: Client| client.export_users().send();
    sends(call, "content=user&format=json&returnFormat=json");
    let answer = answered(
        call,
        Reply::json(
            "[{\"username\":\"jdoe\",\"email\":\"jane.doe@example.org\",\"firstname\":\"Jane\",\"lastname\":\"Doe\", \"expiration\":\"2027-06-30\",\"data_access_group\":\"north_clinic\",\"data_access_group_id\":\"101\", \"data_access_group_label\":\"North Clinic\",\"design\":0,\"alerts\":1,\"user_rights\":2,\"data_access_groups\":0, \"reports\":1,\"stats_and_charts\":1,\"manage_survey_participants\":1,\"calendar\":1,\"data_import_tool\":1, \"data_comparison_tool\":1,\"logging\":1,\"email_logging\":0,\"file_repository\":1,\"data_quality_create\":0, \"data_quality_execute\":0,\"api_export\":1,\"api_import\":0,\"api_modules\":0,\"mobile_app\":1, \"mobile_app_download_data\":0,\"record_create\":1,\"record_rename\":0,\"record_delete\":0, \"lock_records_all_forms\":0,\"lock_records\":0,\"lock_records_customization\":0,\"forms\":{\"demographics\":130, \"baseline\":129},\"forms_export\":{\"demographics\":1,\"baseline\":2}}]",
        ),
    );
    assert_eq!(answer.len(), 1);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_users() {
    let call = |client: Client| {
        client
            .import_users([
                redcap::users::User::new("jdoe")
                    .expiration("2027-06-30")
                    .data_access_group("north_clinic")
                    .calendar(true)
                    .api_export(true),
            ])
            .send()
    };
    sends(
        call,
        "content=user&format=json&returnFormat=json&data=%5B%7B%22username%22%3A%22jdoe%22%2C%22expiration%22%3A%222027-06-30%22%2C%22data_access_group%22%3A%22north_clinic%22%2C%22calendar%22%3A1%2C%22api_export%22%3A1%7D%5D",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn delete_users() {
    let call = |client: Client| client.delete_users(["jdoe"]).send();
    sends(call, "content=user&action=delete&returnFormat=json&users%5B0%5D=jdoe");
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}
