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
            "[{\"username\":\"berta_berlin\",\"email\":\"berta_berlin@example.org\",\"firstname\":\"Berta\",\"lastname\":\"Berlin\",\"expiration\":\"\",\"data_access_group\":\"berlin\",\"data_access_group_id\":\"2008\",\"data_access_group_label\":\"Berlin\",\"design\":0,\"alerts\":0,\"user_rights\":0,\"data_access_groups\":0,\"reports\":1,\"stats_and_charts\":1,\"manage_survey_participants\":1,\"calendar\":1,\"data_import_tool\":0,\"data_comparison_tool\":0,\"logging\":0,\"email_logging\":0,\"file_repository\":1,\"data_quality_create\":0,\"data_quality_execute\":0,\"api_export\":1,\"api_import\":1,\"api_modules\":0,\"mobile_app\":0,\"mobile_app_download_data\":0,\"record_create\":1,\"record_rename\":0,\"record_delete\":0,\"lock_records_all_forms\":0,\"lock_records\":0,\"lock_records_customization\":0,\"random_setup\":0,\"random_dashboard\":0,\"random_perform\":0,\"forms\":{\"contact\":1,\"enrollment\":1,\"visit\":1,\"diary\":1,\"adverse_event\":1,\"unscheduled\":1},\"forms_export\":{\"contact\":1,\"enrollment\":1,\"visit\":1,\"diary\":1,\"adverse_event\":1,\"unscheduled\":1}},{\"username\":\"carl_coordinator\",\"email\":\"carl_coordinator@example.org\",\"firstname\":\"Carl\",\"lastname\":\"Coordinator\",\"expiration\":\"\",\"data_access_group\":\"\",\"data_access_group_id\":\"\",\"data_access_group_label\":\"\",\"design\":0,\"alerts\":0,\"user_rights\":0,\"data_access_groups\":0,\"reports\":0,\"stats_and_charts\":0,\"manage_survey_participants\":0,\"calendar\":0,\"data_import_tool\":0,\"data_comparison_tool\":0,\"logging\":0,\"email_logging\":0,\"file_repository\":1,\"data_quality_create\":0,\"data_quality_execute\":0,\"api_export\":1,\"api_import\":1,\"api_modules\":0,\"mobile_app\":0,\"mobile_app_download_data\":0,\"record_create\":0,\"record_rename\":0,\"record_delete\":0,\"lock_records_all_forms\":0,\"lock_records\":0,\"lock_records_customization\":0,\"random_setup\":0,\"random_dashboard\":0,\"random_perform\":1,\"forms\":{\"contact\":2,\"enrollment\":2,\"visit\":2,\"diary\":2,\"adverse_event\":2,\"unscheduled\":2},\"forms_export\":{\"contact\":1,\"enrollment\":1,\"visit\":1,\"diary\":1,\"adverse_event\":1,\"unscheduled\":1}},{\"username\":\"sandbox_owner\",\"email\":\"\",\"firstname\":\"\",\"lastname\":\"\",\"expiration\":\"\",\"data_access_group\":\"\",\"data_access_group_id\":\"\",\"data_access_group_label\":\"\",\"design\":1,\"alerts\":1,\"user_rights\":1,\"data_access_groups\":1,\"reports\":1,\"stats_and_charts\":1,\"manage_survey_participants\":1,\"calendar\":1,\"data_import_tool\":1,\"data_comparison_tool\":1,\"logging\":1,\"email_logging\":1,\"file_repository\":1,\"data_quality_create\":1,\"data_quality_execute\":1,\"api_export\":1,\"api_import\":1,\"api_modules\":1,\"mobile_app\":1,\"mobile_app_download_data\":1,\"record_create\":1,\"record_rename\":1,\"record_delete\":1,\"lock_records_all_forms\":1,\"lock_records\":2,\"lock_records_customization\":1,\"random_setup\":1,\"random_dashboard\":1,\"random_perform\":1,\"forms\":{\"contact\":1,\"enrollment\":1,\"visit\":1,\"diary\":1,\"adverse_event\":1,\"unscheduled\":1},\"forms_export\":{\"contact\":1,\"enrollment\":1,\"visit\":1,\"diary\":1,\"adverse_event\":1,\"unscheduled\":1}}]",
        ),
    );
    assert_eq!(answer.len(), 3);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_users() {
    let call = |client: Client| {
        client
            .import_users([
                redcap::users::User::new("berta_berlin")
                    .expiration("2027-06-30")
                    .data_access_group("berlin")
                    .calendar(true)
                    .api_export(true),
            ])
            .send()
    };
    sends(
        call,
        "content=user&format=json&returnFormat=json&data=%5B%7B%22username%22%3A%22berta_berlin%22%2C%22expiration%22%3A%222027-06-30%22%2C%22data_access_group%22%3A%22berlin%22%2C%22calendar%22%3A1%2C%22api_export%22%3A1%7D%5D",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn delete_users() {
    let call = |client: Client| client.delete_users(["berta_berlin"]).send();
    sends(
        call,
        "content=user&action=delete&returnFormat=json&users%5B0%5D=berta_berlin",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}
