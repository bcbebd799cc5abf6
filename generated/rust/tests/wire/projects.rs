// Made by `cargo run generate` from spec/methods/projects.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn create_project_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .create_project(
            redcap::projects::NewProject::new(
                    "Blood Pressure Study",
                    redcap::projects::ProjectPurpose::OtherPurpose,
                )
                .purpose_other("Method comparison")
                .is_longitudinal(true)
                .record_autonumbering_enabled(false),
        )
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=project&format=json&returnFormat=json&data=%5B%7B%22project_title%22%3A%22Blood+Pressure+Study%22%2C%22purpose%22%3A%221%22%2C%22purpose_other%22%3A%22Method+comparison%22%2C%22is_longitudinal%22%3A1%2C%22record_autonumbering_enabled%22%3A0%7D%5D")
    );
}

#[tokio::test]
async fn create_project_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "text/html; charset=UTF-8",
            "PROJECTTOKENEXAMPLENOTAREALTOKEN")
        ],
    );
    let client = client(&mock);
    let answer = client
        .create_project(
            redcap::projects::NewProject::new(
                    "Blood Pressure Study",
                    redcap::projects::ProjectPurpose::OtherPurpose,
                )
                .purpose_other("Method comparison")
                .is_longitudinal(true)
                .record_autonumbering_enabled(false),
        )
        .send()
        .await
        .unwrap();
    assert_eq!(answer.as_str(), "PROJECTTOKENEXAMPLENOTAREALTOKEN");
}

#[tokio::test]
async fn import_project_info_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_project_info(
            redcap::projects::ProjectInfo::new()
                .project_title("Blood Pressure Study II")
                .surveys_enabled(true),
        )
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=project_settings&format=json&returnFormat=json&data=%5B%7B%22project_title%22%3A%22Blood+Pressure+Study+II%22%2C%22surveys_enabled%22%3A1%7D%5D")
    );
}

#[tokio::test]
async fn import_project_info_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "2")]);
    let client = client(&mock);
    let answer = client
        .import_project_info(
            redcap::projects::ProjectInfo::new()
                .project_title("Blood Pressure Study II")
                .surveys_enabled(true),
        )
        .send()
        .await
        .unwrap();
    assert_eq!(answer, 2);
}

#[tokio::test]
async fn export_project_info_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_project_info().send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=project&format=json&returnFormat=json")
    );
}

#[tokio::test]
async fn export_project_info_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "{\"project_id\":1432,\"project_title\":\"Blood Pressure Study\",\"creation_time\":\"2025-11-03 09:15:42\", \"production_time\":\"\",\"in_production\":0,\"project_language\":\"English\",\"purpose\":2,\"purpose_other\":\"\", \"project_notes\":\"\",\"custom_record_label\":\"\",\"secondary_unique_field\":\"\",\"is_longitudinal\":1, \"has_repeating_instruments_or_events\":0,\"surveys_enabled\":1,\"scheduling_enabled\":0, \"record_autonumbering_enabled\":1,\"randomization_enabled\":0,\"ddp_enabled\":0, \"project_irb_number\":\"2025-117\",\"project_grant_number\":\"\",\"project_pi_firstname\":\"Alex\", \"project_pi_lastname\":\"Example\",\"project_pi_email\":\"pi@example.org\",\"display_today_now_button\":1, \"missing_data_codes\":\"\",\"external_modules\":\"\",\"bypass_branching_erase_field_prompt\":0}")
        ],
    );
    let client = client(&mock);
    let answer = client.export_project_info().send().await.unwrap();
    assert!(answer.other.is_empty());
}

#[tokio::test]
async fn export_project_xml_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_project_xml().return_metadata_only(true).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=project_xml&returnFormat=json&returnMetadataOnly=true")
    );
}

#[tokio::test]
async fn export_project_xml_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "text/html; charset=UTF-8",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" xmlns:redcap=\"https://projectredcap.org\" ODMVersion=\"1.3.1\" FileOID=\"000-00-0000\" FileType=\"Snapshot\" Description=\"Blood Pressure Study\" SourceSystem=\"REDCap\">\n<Study OID=\"Project.BloodPressureStudy\">\n<GlobalVariables>\n<StudyName>Blood Pressure Study</StudyName>\n<ProtocolName>Blood Pressure Study</ProtocolName>\n</GlobalVariables>\n<MetaDataVersion OID=\"Metadata.BloodPressureStudy\" Name=\"Blood Pressure Study\" redcap:RecordIdField=\"record_id\">\n<FormDef OID=\"Form.demographics\" Name=\"Demographics\" Repeating=\"No\" redcap:FormName=\"demographics\"/>\n</MetaDataVersion>\n</Study>\n</ODM>\n")
        ],
    );
    let client = client(&mock);
    let answer = client
        .export_project_xml()
        .return_metadata_only(true)
        .send()
        .await
        .unwrap();
    assert_eq!(
        answer.text(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" xmlns:redcap=\"https://projectredcap.org\" ODMVersion=\"1.3.1\" FileOID=\"000-00-0000\" FileType=\"Snapshot\" Description=\"Blood Pressure Study\" SourceSystem=\"REDCap\">\n<Study OID=\"Project.BloodPressureStudy\">\n<GlobalVariables>\n<StudyName>Blood Pressure Study</StudyName>\n<ProtocolName>Blood Pressure Study</ProtocolName>\n</GlobalVariables>\n<MetaDataVersion OID=\"Metadata.BloodPressureStudy\" Name=\"Blood Pressure Study\" redcap:RecordIdField=\"record_id\">\n<FormDef OID=\"Form.demographics\" Name=\"Demographics\" Repeating=\"No\" redcap:FormName=\"demographics\"/>\n</MetaDataVersion>\n</Study>\n</ODM>\n"
    );
}
