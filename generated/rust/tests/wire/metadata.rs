// Made by `cargo run generate` from spec/methods/metadata.yaml.
// Do not edit: change the source and run it again.

use crate::mock::{Mock, Reply};
use crate::{TOKEN, client};

#[tokio::test]
async fn export_metadata_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client.export_metadata().fields(["record_id", "age"]).send().await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=metadata&format=json&returnFormat=json&fields%5B0%5D=record_id&fields%5B1%5D=age")
    );
}

#[tokio::test]
async fn export_metadata_reads_its_answer() {
    let mock = Mock::start(
        vec![
            Reply::new(200u16, "application/json; charset=utf-8",
            "[{\"field_name\":\"record_id\",\"form_name\":\"demographics\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Record ID\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"\",\"text_validation_min\":\"\",\"text_validation_max\":\"\", \"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"\",\"custom_alignment\":\"\",\"question_number\":\"\", \"matrix_group_name\":\"\",\"matrix_ranking\":\"\",\"field_annotation\":\"\"},\n{\"field_name\":\"age\",\"form_name\":\"demographics\",\"section_header\":\"\",\"field_type\":\"text\", \"field_label\":\"Age in years\",\"select_choices_or_calculations\":\"\",\"field_note\":\"\", \"text_validation_type_or_show_slider_number\":\"integer\",\"text_validation_min\":\"18\", \"text_validation_max\":\"110\",\"identifier\":\"\",\"branching_logic\":\"\",\"required_field\":\"y\", \"custom_alignment\":\"\",\"question_number\":\"\",\"matrix_group_name\":\"\",\"matrix_ranking\":\"\", \"field_annotation\":\"\"}]")
        ],
    );
    let client = client(&mock);
    let answer = client
        .export_metadata()
        .fields(["record_id", "age"])
        .send()
        .await
        .unwrap();
    assert_eq!(answer.len(), 2usize);
    assert!(answer.iter().all(| item | item.other.is_empty()));
}

#[tokio::test]
async fn import_metadata_sends_its_example() {
    let mock = Mock::start(vec![Reply::text("")]);
    let client = client(&mock);
    let _ = client
        .import_metadata([
            redcap::metadata::MetadataField::new(
                    "record_id",
                    "demographics",
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
                    "age",
                    "demographics",
                    redcap::metadata::FieldType::Text,
                )
                .section_header("")
                .field_label("Age in years")
                .select_choices_or_calculations("")
                .field_note("")
                .text_validation_type_or_show_slider_number("integer")
                .text_validation_min("18")
                .text_validation_max("110")
                .identifier(redcap::metadata::DictionaryFlag::from(""))
                .branching_logic("")
                .required_field(redcap::metadata::DictionaryFlag::Yes)
                .custom_alignment(redcap::metadata::CustomAlignment::from(""))
                .question_number("")
                .matrix_group_name("")
                .matrix_ranking(redcap::metadata::DictionaryFlag::from(""))
                .field_annotation(""),
            redcap::metadata::MetadataField::new(
                    "sex",
                    "demographics",
                    redcap::metadata::FieldType::Radio,
                )
                .section_header("")
                .field_label("Sex")
                .select_choices_or_calculations("1, female | 2, male")
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
        ])
        .send()
        .await;
    assert_eq!(
        mock.request().text(), format!("token={TOKEN}&{}",
        "content=metadata&format=json&returnFormat=json&data=%5B%7B%22field_name%22%3A%22record_id%22%2C%22form_name%22%3A%22demographics%22%2C%22section_header%22%3A%22%22%2C%22field_type%22%3A%22text%22%2C%22field_label%22%3A%22Record+ID%22%2C%22select_choices_or_calculations%22%3A%22%22%2C%22field_note%22%3A%22%22%2C%22text_validation_type_or_show_slider_number%22%3A%22%22%2C%22text_validation_min%22%3A%22%22%2C%22text_validation_max%22%3A%22%22%2C%22identifier%22%3A%22%22%2C%22branching_logic%22%3A%22%22%2C%22required_field%22%3A%22%22%2C%22custom_alignment%22%3A%22%22%2C%22question_number%22%3A%22%22%2C%22matrix_group_name%22%3A%22%22%2C%22matrix_ranking%22%3A%22%22%2C%22field_annotation%22%3A%22%22%7D%2C%7B%22field_name%22%3A%22age%22%2C%22form_name%22%3A%22demographics%22%2C%22section_header%22%3A%22%22%2C%22field_type%22%3A%22text%22%2C%22field_label%22%3A%22Age+in+years%22%2C%22select_choices_or_calculations%22%3A%22%22%2C%22field_note%22%3A%22%22%2C%22text_validation_type_or_show_slider_number%22%3A%22integer%22%2C%22text_validation_min%22%3A%2218%22%2C%22text_validation_max%22%3A%22110%22%2C%22identifier%22%3A%22%22%2C%22branching_logic%22%3A%22%22%2C%22required_field%22%3A%22y%22%2C%22custom_alignment%22%3A%22%22%2C%22question_number%22%3A%22%22%2C%22matrix_group_name%22%3A%22%22%2C%22matrix_ranking%22%3A%22%22%2C%22field_annotation%22%3A%22%22%7D%2C%7B%22field_name%22%3A%22sex%22%2C%22form_name%22%3A%22demographics%22%2C%22section_header%22%3A%22%22%2C%22field_type%22%3A%22radio%22%2C%22field_label%22%3A%22Sex%22%2C%22select_choices_or_calculations%22%3A%221%2C+female+%7C+2%2C+male%22%2C%22field_note%22%3A%22%22%2C%22text_validation_type_or_show_slider_number%22%3A%22%22%2C%22text_validation_min%22%3A%22%22%2C%22text_validation_max%22%3A%22%22%2C%22identifier%22%3A%22%22%2C%22branching_logic%22%3A%22%22%2C%22required_field%22%3A%22%22%2C%22custom_alignment%22%3A%22%22%2C%22question_number%22%3A%22%22%2C%22matrix_group_name%22%3A%22%22%2C%22matrix_ranking%22%3A%22%22%2C%22field_annotation%22%3A%22%22%7D%5D")
    );
}

#[tokio::test]
async fn import_metadata_reads_its_answer() {
    let mock = Mock::start(vec![Reply::new(200u16, "text/html; charset=UTF-8", "3")]);
    let client = client(&mock);
    let answer = client
        .import_metadata([
            redcap::metadata::MetadataField::new(
                    "record_id",
                    "demographics",
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
                    "age",
                    "demographics",
                    redcap::metadata::FieldType::Text,
                )
                .section_header("")
                .field_label("Age in years")
                .select_choices_or_calculations("")
                .field_note("")
                .text_validation_type_or_show_slider_number("integer")
                .text_validation_min("18")
                .text_validation_max("110")
                .identifier(redcap::metadata::DictionaryFlag::from(""))
                .branching_logic("")
                .required_field(redcap::metadata::DictionaryFlag::Yes)
                .custom_alignment(redcap::metadata::CustomAlignment::from(""))
                .question_number("")
                .matrix_group_name("")
                .matrix_ranking(redcap::metadata::DictionaryFlag::from(""))
                .field_annotation(""),
            redcap::metadata::MetadataField::new(
                    "sex",
                    "demographics",
                    redcap::metadata::FieldType::Radio,
                )
                .section_header("")
                .field_label("Sex")
                .select_choices_or_calculations("1, female | 2, male")
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
        ])
        .send()
        .await
        .unwrap();
    assert_eq!(answer, 3);
}
