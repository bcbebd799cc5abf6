// Made by `cargo run generate` from spec/methods/user_roles.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_user_roles() {
    let call = |client: Client| client.export_user_roles().send();
    sends(call, "content=userRole&format=json&returnFormat=json");
    let answer = answered(
        call,
        Reply::json(
            "[{\"unique_role_name\":\"U-VPX4G1QNUK\",\"role_label\":\"Coordinator\",\"design\":\"0\",\"alerts\":\"0\",\"user_rights\":\"0\",\"data_access_groups\":\"0\",\"reports\":\"0\",\"stats_and_charts\":\"0\",\"manage_survey_participants\":\"0\",\"calendar\":\"0\",\"data_import_tool\":\"0\",\"data_comparison_tool\":\"0\",\"logging\":\"0\",\"email_logging\":\"0\",\"file_repository\":\"1\",\"data_quality_create\":\"0\",\"data_quality_execute\":\"0\",\"api_export\":\"1\",\"api_import\":\"1\",\"api_modules\":\"0\",\"mobile_app\":\"0\",\"mobile_app_download_data\":\"0\",\"record_create\":\"0\",\"record_rename\":\"0\",\"record_delete\":\"0\",\"lock_records_customization\":\"0\",\"lock_records\":\"0\",\"lock_records_all_forms\":\"0\",\"random_setup\":\"0\",\"random_dashboard\":\"0\",\"random_perform\":\"1\",\"forms\":{\"contact\":2,\"enrollment\":2,\"visit\":2,\"diary\":2,\"adverse_event\":2,\"unscheduled\":2},\"forms_export\":{\"contact\":1,\"enrollment\":1,\"visit\":1,\"diary\":1,\"adverse_event\":1,\"unscheduled\":1}},{\"unique_role_name\":\"U-HJIRO3NZV2\",\"role_label\":\"read\",\"design\":\"0\",\"alerts\":\"0\",\"user_rights\":\"0\",\"data_access_groups\":\"0\",\"reports\":\"0\",\"stats_and_charts\":\"0\",\"manage_survey_participants\":\"0\",\"calendar\":\"0\",\"data_import_tool\":\"0\",\"data_comparison_tool\":\"0\",\"logging\":\"0\",\"email_logging\":\"0\",\"file_repository\":\"0\",\"data_quality_create\":\"0\",\"data_quality_execute\":\"0\",\"api_export\":\"1\",\"api_import\":\"0\",\"api_modules\":\"0\",\"mobile_app\":\"0\",\"mobile_app_download_data\":\"0\",\"record_create\":\"0\",\"record_rename\":\"0\",\"record_delete\":\"0\",\"lock_records_customization\":\"0\",\"lock_records\":\"0\",\"lock_records_all_forms\":\"0\",\"random_setup\":\"0\",\"random_dashboard\":\"0\",\"random_perform\":\"0\",\"forms\":{\"contact\":2,\"enrollment\":2,\"visit\":2,\"diary\":2,\"adverse_event\":2,\"unscheduled\":2},\"forms_export\":{\"contact\":1,\"enrollment\":1,\"visit\":1,\"diary\":1,\"adverse_event\":1,\"unscheduled\":1}}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_user_roles() {
    let call = |client: Client| {
        client
            .import_user_roles([
                redcap::user_roles::UserRole::new()
                    .unique_role_name("")
                    .role_label("Data entry")
                    .calendar(true)
                    .record_create(true)
                    .forms([("visit", redcap::values::FormRight::OldEdit)]),
            ])
            .send()
    };
    sends(
        call,
        "content=userRole&format=json&returnFormat=json&data=%5B%7B%22unique_role_name%22%3A%22%22%2C%22role_label%22%3A%22Data+entry%22%2C%22calendar%22%3A1%2C%22record_create%22%3A1%2C%22forms%22%3A%7B%22visit%22%3A%221%22%7D%7D%5D",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn delete_user_roles() {
    let call = |client: Client| client.delete_user_roles(["U-HJIRO3NZV2"]).send();
    sends(
        call,
        "content=userRole&action=delete&returnFormat=json&roles%5B0%5D=U-HJIRO3NZV2",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}

#[test]
fn export_user_role_assignments() {
    let call = |client: Client| client.export_user_role_assignments().send();
    sends(call, "content=userRoleMapping&format=json&returnFormat=json");
    let answer = answered(
        call,
        Reply::json(
            "[{\"username\":\"berta_berlin\",\"unique_role_name\":\"\",\"data_access_group\":\"berlin\"},{\"username\":\"carl_coordinator\",\"unique_role_name\":\"U-VPX4G1QNUK\",\"data_access_group\":\"\"},{\"username\":\"sandbox_owner\",\"unique_role_name\":\"\",\"data_access_group\":\"\"}]",
        ),
    );
    assert_eq!(answer.len(), 3);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_user_role_assignments() {
    let call = |client: Client| {
        client
            .import_user_role_assignments([
                redcap::user_roles::UserRoleAssignment::new(
                    "berta_berlin",
                    "U-HJIRO3NZV2",
                ),
            ])
            .send()
    };
    sends(
        call,
        "content=userRoleMapping&action=import&format=json&returnFormat=json&data=%5B%7B%22username%22%3A%22berta_berlin%22%2C%22unique_role_name%22%3A%22U-HJIRO3NZV2%22%7D%5D",
    );
    let answer = answered(call, Reply::text("1"));
    assert_eq!(answer, 1);
}
