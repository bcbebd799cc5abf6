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
                        "Migraine Diary",
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
        "content=project&format=json&returnFormat=json&data=%5B%7B%22project_title%22%3A%22Migraine+Diary%22%2C%22purpose%22%3A%221%22%2C%22purpose_other%22%3A%22Method+comparison%22%2C%22is_longitudinal%22%3A1%2C%22record_autonumbering_enabled%22%3A0%7D%5D",
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
                    .project_title("Headache Trial II")
                    .project_irb_number("IRB-2026-014"),
            )
            .send()
    };
    sends(
        call,
        "content=project_settings&format=json&returnFormat=json&data=%5B%7B%22project_title%22%3A%22Headache+Trial+II%22%2C%22project_irb_number%22%3A%22IRB-2026-014%22%7D%5D",
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
            "{\"project_id\":2,\"project_title\":\"Headache Trial (demo)\",\"creation_time\":\"2026-01-02 09:00:00\",\"production_time\":\"\",\"in_production\":0,\"project_language\":\"English\",\"purpose\":0,\"purpose_other\":\"\",\"project_notes\":\"\",\"custom_record_label\":\"[enrollment_arm_1][severity]\",\"secondary_unique_field\":\"\",\"is_longitudinal\":1,\"has_repeating_instruments_or_events\":1,\"surveys_enabled\":1,\"scheduling_enabled\":0,\"record_autonumbering_enabled\":1,\"randomization_enabled\":1,\"ddp_enabled\":0,\"project_irb_number\":\"\",\"project_grant_number\":\"\",\"project_pi_firstname\":\"\",\"project_pi_lastname\":\"\",\"project_pi_email\":\"\",\"display_today_now_button\":1,\"missing_data_codes\":\"\",\"external_modules\":\"\",\"bypass_branching_erase_field_prompt\":0}",
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
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" xmlns:redcap=\"https://projectredcap.org\" ODMVersion=\"1.3.1\" FileOID=\"000-00-0000\" FileType=\"Snapshot\" Description=\"Headache Trial (demo)\" AsOfDateTime=\"2026-02-03T04:05:06\" CreationDateTime=\"2026-02-03T04:05:06\" SourceSystem=\"REDCap\" SourceSystemVersion=\"17.4.1\">\n<Study OID=\"Project.HeadacheTrialDemo\">\n<GlobalVariables>\n\t<StudyName>Headache Trial (demo)</StudyName>\n\t<ProtocolName>Headache Trial (demo)</ProtocolName>\n\t<redcap:SurveysEnabled>1</redcap:SurveysEnabled>\n</GlobalVariables>\n<MetaDataVersion OID=\"Metadata.HeadacheTrialDemo_2026-02-03_0405\" Name=\"Headache Trial (demo)\" redcap:RecordIdField=\"record_id\">\n\t<FormDef OID=\"Form.visit\" Name=\"Visit\" Repeating=\"No\" redcap:FormName=\"visit\">\n\t\t<ItemGroupRef ItemGroupOID=\"visit.score\" Mandatory=\"No\"/>\n\t\t<ItemGroupRef ItemGroupOID=\"visit.visit_complete\" Mandatory=\"No\"/>\n\t</FormDef>\n\t<ItemDef OID=\"severity\" Name=\"severity\" DataType=\"text\" Length=\"1\" redcap:Variable=\"severity\" redcap:FieldType=\"radio\">\n\t\t<Question><TranslatedText>Severity</TranslatedText></Question>\n\t\t<CodeListRef CodeListOID=\"severity.choices\"/>\n\t</ItemDef>\n</MetaDataVersion>\n</Study>\n</ODM>",
        ),
    );
    assert_eq!(
        answer.text(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" xmlns:redcap=\"https://projectredcap.org\" ODMVersion=\"1.3.1\" FileOID=\"000-00-0000\" FileType=\"Snapshot\" Description=\"Headache Trial (demo)\" AsOfDateTime=\"2026-02-03T04:05:06\" CreationDateTime=\"2026-02-03T04:05:06\" SourceSystem=\"REDCap\" SourceSystemVersion=\"17.4.1\">\n<Study OID=\"Project.HeadacheTrialDemo\">\n<GlobalVariables>\n\t<StudyName>Headache Trial (demo)</StudyName>\n\t<ProtocolName>Headache Trial (demo)</ProtocolName>\n\t<redcap:SurveysEnabled>1</redcap:SurveysEnabled>\n</GlobalVariables>\n<MetaDataVersion OID=\"Metadata.HeadacheTrialDemo_2026-02-03_0405\" Name=\"Headache Trial (demo)\" redcap:RecordIdField=\"record_id\">\n\t<FormDef OID=\"Form.visit\" Name=\"Visit\" Repeating=\"No\" redcap:FormName=\"visit\">\n\t\t<ItemGroupRef ItemGroupOID=\"visit.score\" Mandatory=\"No\"/>\n\t\t<ItemGroupRef ItemGroupOID=\"visit.visit_complete\" Mandatory=\"No\"/>\n\t</FormDef>\n\t<ItemDef OID=\"severity\" Name=\"severity\" DataType=\"text\" Length=\"1\" redcap:Variable=\"severity\" redcap:FieldType=\"radio\">\n\t\t<Question><TranslatedText>Severity</TranslatedText></Question>\n\t\t<CodeListRef CodeListOID=\"severity.choices\"/>\n\t</ItemDef>\n</MetaDataVersion>\n</Study>\n</ODM>"
    );
}
