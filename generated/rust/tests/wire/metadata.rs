// Made by `cargo run generate` from spec/methods/metadata.yaml.
// Do not edit: change the source and run it again.

use redcap::Client;
use crate::mock::Reply;
use crate::{answered, sends};

#[test]
fn export_metadata() {
    let call = |client: Client| {
        client.export_metadata().fields(["severity", "score"]).send()
    };
    sends(
        call,
        "content=metadata&format=json&returnFormat=json&fields%5B0%5D=severity&fields%5B1%5D=score",
    );
    let answer = answered(
        call,
        Reply::json(
            "[{\"field_name\":\"severity\",\"form_name\":\"enrollment\",\"section_header\":\"\",\"field_type\":\"radio\",\"field_label\":\"Severity\",\"select_choices_or_calculations\":\"1, Mild | 2, Severe\",\"field_note\":\"\",\"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\",\"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\",\"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"},\n{\"field_name\":\"score\",\"form_name\":\"visit\",\"section_header\":\"\",\"field_type\":\"text\",\"field_label\":\"Score of the visit\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\",\"text_validation_type_or_show_slider_number\":\"integer\",\"text_validation_min\":\"0\",\"text_validation_max\":\"100\",\"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\",\"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"}]",
        ),
    );
    assert_eq!(answer.len(), 2);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[test]
fn import_metadata() {
    let call = |client: Client| {
        client
            .import_metadata([
                redcap::metadata::MetadataField::new(
                        "record_id",
                        "contact",
                        redcap::metadata::FieldType::Text,
                    )
                    .section_header("")
                    .field_label("Record ID")
                    .select_choices_or_calculations("")
                    .field_note("")
                    .text_validation_type_or_show_slider_number("")
                    .text_validation_min("")
                    .text_validation_max("")
                    .identifier(redcap::metadata::DictionaryFlag::from(""))
                    .branching_logic("")
                    .required_field(redcap::metadata::DictionaryFlag::from(""))
                    .custom_alignment(redcap::metadata::CustomAlignment::from(""))
                    .question_number("")
                    .matrix_group_name("")
                    .matrix_ranking(redcap::metadata::DictionaryFlag::from(""))
                    .field_annotation(""),
                redcap::metadata::MetadataField::new(
                        "severity",
                        "enrollment",
                        redcap::metadata::FieldType::Radio,
                    )
                    .section_header("")
                    .field_label("Severity")
                    .select_choices_or_calculations("1, Mild | 2, Severe")
                    .field_note("")
                    .text_validation_type_or_show_slider_number("")
                    .text_validation_min("")
                    .text_validation_max("")
                    .identifier(redcap::metadata::DictionaryFlag::from(""))
                    .branching_logic("")
                    .required_field(redcap::metadata::DictionaryFlag::from(""))
                    .custom_alignment(redcap::metadata::CustomAlignment::from(""))
                    .question_number("")
                    .matrix_group_name("")
                    .matrix_ranking(redcap::metadata::DictionaryFlag::from(""))
                    .field_annotation(""),
                redcap::metadata::MetadataField::new(
                        "score",
                        "visit",
                        redcap::metadata::FieldType::Text,
                    )
                    .section_header("")
                    .field_label("Score of the visit")
                    .select_choices_or_calculations("")
                    .field_note("")
                    .text_validation_type_or_show_slider_number("integer")
                    .text_validation_min("0")
                    .text_validation_max("100")
                    .identifier(redcap::metadata::DictionaryFlag::from(""))
                    .branching_logic("")
                    .required_field(redcap::metadata::DictionaryFlag::Yes)
                    .custom_alignment(redcap::metadata::CustomAlignment::from(""))
                    .question_number("")
                    .matrix_group_name("")
                    .matrix_ranking(redcap::metadata::DictionaryFlag::from(""))
                    .field_annotation(""),
            ])
            .send()
    };
    sends(
        call,
        "content=metadata&format=json&returnFormat=json&data=%5B%7B%22field_name%22%3A%22record_id%22%2C%22form_name%22%3A%22contact%22%2C%22section_header%22%3A%22%22%2C%22field_type%22%3A%22text%22%2C%22field_label%22%3A%22Record+ID%22%2C%22select_choices_or_calculations%22%3A%22%22%2C%22field_note%22%3A%22%22%2C%22text_validation_type_or_show_slider_number%22%3A%22%22%2C%22text_validation_min%22%3A%22%22%2C%22text_validation_max%22%3A%22%22%2C%22identifier%22%3A%22%22%2C%22branching_logic%22%3A%22%22%2C%22required_field%22%3A%22%22%2C%22custom_alignment%22%3A%22%22%2C%22question_number%22%3A%22%22%2C%22matrix_group_name%22%3A%22%22%2C%22matrix_ranking%22%3A%22%22%2C%22field_annotation%22%3A%22%22%7D%2C%7B%22field_name%22%3A%22severity%22%2C%22form_name%22%3A%22enrollment%22%2C%22section_header%22%3A%22%22%2C%22field_type%22%3A%22radio%22%2C%22field_label%22%3A%22Severity%22%2C%22select_choices_or_calculations%22%3A%221%2C+Mild+%7C+2%2C+Severe%22%2C%22field_note%22%3A%22%22%2C%22text_validation_type_or_show_slider_number%22%3A%22%22%2C%22text_validation_min%22%3A%22%22%2C%22text_validation_max%22%3A%22%22%2C%22identifier%22%3A%22%22%2C%22branching_logic%22%3A%22%22%2C%22required_field%22%3A%22%22%2C%22custom_alignment%22%3A%22%22%2C%22question_number%22%3A%22%22%2C%22matrix_group_name%22%3A%22%22%2C%22matrix_ranking%22%3A%22%22%2C%22field_annotation%22%3A%22%22%7D%2C%7B%22field_name%22%3A%22score%22%2C%22form_name%22%3A%22visit%22%2C%22section_header%22%3A%22%22%2C%22field_type%22%3A%22text%22%2C%22field_label%22%3A%22Score+of+the+visit%22%2C%22select_choices_or_calculations%22%3A%22%22%2C%22field_note%22%3A%22%22%2C%22text_validation_type_or_show_slider_number%22%3A%22integer%22%2C%22text_validation_min%22%3A%220%22%2C%22text_validation_max%22%3A%22100%22%2C%22identifier%22%3A%22%22%2C%22branching_logic%22%3A%22%22%2C%22required_field%22%3A%22y%22%2C%22custom_alignment%22%3A%22%22%2C%22question_number%22%3A%22%22%2C%22matrix_group_name%22%3A%22%22%2C%22matrix_ranking%22%3A%22%22%2C%22field_annotation%22%3A%22%22%7D%5D",
    );
    let answer = answered(call, Reply::text("3"));
    assert_eq!(answer, 3);
}
