// Made by `cargo run generate` from spec/methods/projects.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn create_project() {
    let call = |client: Client| {
        client
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
    };
    sends(
        call,
        "content=project&format=json&returnFormat=json&data=%5B%7B%22project_title%22%3A%22Blood+Pressure+Study%22%2C%22purpose%22%3A%221%22%2C%22purpose_other%22%3A%22Method+comparison%22%2C%22is_longitudinal%22%3A1%2C%22record_autonumbering_enabled%22%3A0%7D%5D",
    );
    let answer = answered(call, Reply::text("PROJECTTOKENEXAMPLENOTAREALTOKEN"));
    assert_eq!(answer.as_str(), "PROJECTTOKENEXAMPLENOTAREALTOKEN");
}

#[test]
fn import_project_info() {
    let call = |client: Client| {
        client
            .import_project_info(
                redcap::projects::ProjectInfo::new()
                    .project_title("Blood Pressure Study II")
                    .surveys_enabled(true),
            )
            .send()
    };
    sends(
        call,
        "content=project_settings&format=json&returnFormat=json&data=%5B%7B%22project_title%22%3A%22Blood+Pressure+Study+II%22%2C%22surveys_enabled%22%3A1%7D%5D",
    );
    let answer = answered(call, Reply::text("2"));
    assert_eq!(answer, 2);
}

#[test]
fn export_project_info() {
    let call = |client: Client| client.export_project_info().send();
    sends(call, "content=project&format=json&returnFormat=json");
    let answer = answered(
        call,
        Reply::json(
            "{\"project_id\":1432,\"project_title\":\"Blood Pressure Study\",\"creation_time\":\"2025-11-03 09:15:42\", \"production_time\":\"\",\"in_production\":0,\"project_language\":\"English\",\"purpose\":2,\"purpose_other\":\"\", \"project_notes\":\"\",\"custom_record_label\":\"\",\"secondary_unique_field\":\"\",\"is_longitudinal\":1, \"has_repeating_instruments_or_events\":0,\"surveys_enabled\":1,\"scheduling_enabled\":0, \"record_autonumbering_enabled\":1,\"randomization_enabled\":0,\"ddp_enabled\":0, \"project_irb_number\":\"2025-117\",\"project_grant_number\":\"\",\"project_pi_firstname\":\"Alex\", \"project_pi_lastname\":\"Example\",\"project_pi_email\":\"pi@example.org\",\"display_today_now_button\":1, \"missing_data_codes\":\"\",\"external_modules\":\"\",\"bypass_branching_erase_field_prompt\":0}",
        ),
    );
    assert!(answer.other.is_empty());
}

#[test]
fn export_project_xml() {
    let call = |client: Client| {
        client.export_project_xml().return_metadata_only(true).send()
    };
    sends(call, "content=project_xml&returnFormat=json&returnMetadataOnly=true");
    let answer = answered(
        call,
        Reply::text(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" xmlns:redcap=\"https://projectredcap.org\" ODMVersion=\"1.3.1\" FileOID=\"000-00-0000\" FileType=\"Snapshot\" Description=\"Blood Pressure Study\" SourceSystem=\"REDCap\">\n<Study OID=\"Project.BloodPressureStudy\">\n<GlobalVariables>\n<StudyName>Blood Pressure Study</StudyName>\n<ProtocolName>Blood Pressure Study</ProtocolName>\n</GlobalVariables>\n<MetaDataVersion OID=\"Metadata.BloodPressureStudy\" Name=\"Blood Pressure Study\" redcap:RecordIdField=\"record_id\">\n<FormDef OID=\"Form.demographics\" Name=\"Demographics\" Repeating=\"No\" redcap:FormName=\"demographics\"/>\n</MetaDataVersion>\n</Study>\n</ODM>\n",
        ),
    );
    assert_eq!(
        answer.text(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" xmlns:redcap=\"https://projectredcap.org\" ODMVersion=\"1.3.1\" FileOID=\"000-00-0000\" FileType=\"Snapshot\" Description=\"Blood Pressure Study\" SourceSystem=\"REDCap\">\n<Study OID=\"Project.BloodPressureStudy\">\n<GlobalVariables>\n<StudyName>Blood Pressure Study</StudyName>\n<ProtocolName>Blood Pressure Study</ProtocolName>\n</GlobalVariables>\n<MetaDataVersion OID=\"Metadata.BloodPressureStudy\" Name=\"Blood Pressure Study\" redcap:RecordIdField=\"record_id\">\n<FormDef OID=\"Form.demographics\" Name=\"Demographics\" Repeating=\"No\" redcap:FormName=\"demographics\"/>\n</MetaDataVersion>\n</Study>\n</ODM>\n"
    );
}
