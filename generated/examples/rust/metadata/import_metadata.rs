// Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
// status.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
// Careful: what this deletes or replaces cannot be brought back.

use std::process::ExitCode;

use redcap::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    // REDCAP_API_URL and REDCAP_API_TOKEN, which never stands in a program. The client checks certificates,
    // sends the token nowhere else, and gives up after five minutes without a sign of the server.
    let client = Client::from_env()?;

    // data: The complete new dictionary, with all columns, in the order in which the fields shall
    // stand.
    let answer = client
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
        .await?;

    // Number of fields imported.
    println!("{answer}");
    Ok(())
}
