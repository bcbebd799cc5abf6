// Made by `cargo run generate` from spec/methods/metadata.yaml.
// Do not edit: change the source and run it again.

//! Metadata
//!
//! Reads or replaces the data dictionary, which defines the fields of a project.

use crate::names::{FieldName, InstrumentName};
use crate::runtime::{Client, Life, Method, Mode, Request};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the data dictionary, one item for each field of the project.
    ///
    /// Lists the fields in the order of the dictionary with all their settings. All fields come, whatever the data
    /// export rights of the user are. Descriptive fields are among them, the form status fields
    /// (`<form>_complete`) are not. A checkbox is a single item here, while data hold one column per choice.
    ///
    /// The order of the columns has stayed the same; the values are text throughout, also the numbers.
    ///
    /// - REDCap: since 4.0.0 or earlier, there called "Export Metadata (Data Dictionary)"
    /// - Token: of a project, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads.
    ///
    /// # Errors
    ///
    /// - 400 `The following values in the parameter "{parameter}" are not valid: {values}`: `fields` or `forms` names something that the project does not have. Export the metadata or the instruments without a filter and compare the names.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_metadata().fields(["severity", "score"]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=metadata")]
    pub fn export_metadata(&self) -> ExportMetadata<M> {
        ExportMetadata {
            request: Request::new(self, &EXPORT_METADATA),
        }
    }

    /// Replaces the whole data dictionary of a project in Development status.
    ///
    /// The fields sent become the whole dictionary. Fields that are not among them are gone, their data no longer
    /// come with exports, and the instruments follow from the form names of the fields. To change one field, export
    /// the dictionary, change the item and send everything back.
    ///
    /// All problems are reported in one text. It addresses them by the cells of an imagined spreadsheet, such as
    /// `A3` for the third row of the first column, and knows duplicate field names, missing form names, forms whose
    /// fields do not stand together and unknown field types.
    ///
    /// A dictionary with thousands of fields can run into the time limit of the server.
    ///
    /// - REDCap: since 6.11.0, there called "Import Metadata (Data Dictionary)"
    /// - Token: of a project, with the rights API Import/Update + Project Design and Setup
    /// - Effect: changes, **can destroy data**; may be repeated: The dictionary sent replaces the old one, so a second time changes nothing.
    /// - Needs: Development status only
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The data is not in the specified format.`
    /// - 400 `{problems}`: The dictionary has mistakes. The text lists all of them, one a line, each with the spreadsheet cell in which it stands, e.g. `demographics (A3)`. Translate the cells back to items and columns, correct them and send the whole dictionary again.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_metadata([
    ///         redcap::metadata::MetadataField::new(
    ///                 "record_id",
    ///                 "contact",
    ///                 redcap::metadata::FieldType::Text,
    ///             )
    ///             .section_header("")
    ///             .field_label("Record ID")
    ///             .select_choices_or_calculations("")
    ///             .field_note("")
    ///             .text_validation_type_or_show_slider_number("")
    ///             .text_validation_min("")
    ///             .text_validation_max("")
    ///             .identifier(redcap::metadata::DictionaryFlag::from(""))
    ///             .branching_logic("")
    ///             .required_field(redcap::metadata::DictionaryFlag::from(""))
    ///             .custom_alignment(redcap::metadata::CustomAlignment::from(""))
    ///             .question_number("")
    ///             .matrix_group_name("")
    ///             .matrix_ranking(redcap::metadata::DictionaryFlag::from(""))
    ///             .field_annotation(""),
    ///         redcap::metadata::MetadataField::new(
    ///                 "severity",
    ///                 "enrollment",
    ///                 redcap::metadata::FieldType::Radio,
    ///             )
    ///             .section_header("")
    ///             .field_label("Severity")
    ///             .select_choices_or_calculations("1, Mild | 2, Severe")
    ///             .field_note("")
    ///             .text_validation_type_or_show_slider_number("")
    ///             .text_validation_min("")
    ///             .text_validation_max("")
    ///             .identifier(redcap::metadata::DictionaryFlag::from(""))
    ///             .branching_logic("")
    ///             .required_field(redcap::metadata::DictionaryFlag::from(""))
    ///             .custom_alignment(redcap::metadata::CustomAlignment::from(""))
    ///             .question_number("")
    ///             .matrix_group_name("")
    ///             .matrix_ranking(redcap::metadata::DictionaryFlag::from(""))
    ///             .field_annotation(""),
    ///         redcap::metadata::MetadataField::new(
    ///                 "score",
    ///                 "visit",
    ///                 redcap::metadata::FieldType::Text,
    ///             )
    ///             .section_header("")
    ///             .field_label("Score of the visit")
    ///             .select_choices_or_calculations("")
    ///             .field_note("")
    ///             .text_validation_type_or_show_slider_number("integer")
    ///             .text_validation_min("0")
    ///             .text_validation_max("100")
    ///             .identifier(redcap::metadata::DictionaryFlag::from(""))
    ///             .branching_logic("")
    ///             .required_field(redcap::metadata::DictionaryFlag::Yes)
    ///             .custom_alignment(redcap::metadata::CustomAlignment::from(""))
    ///             .question_number("")
    ///             .matrix_group_name("")
    ///             .matrix_ranking(redcap::metadata::DictionaryFlag::from(""))
    ///             .field_annotation(""),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=metadata")]
    pub fn import_metadata(
        &self,
        data: impl IntoIterator<Item = MetadataField>,
    ) -> ImportMetadata<M> {
        let mut request = Request::new(self, &IMPORT_METADATA);
        request.set_rows("data", data);
        ImportMetadata { request }
    }
}

/// The method of [`Client::export_metadata`].
pub const EXPORT_METADATA: Method = Method::new("export_metadata", "metadata")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads();
request!(export_metadata, ExportMetadata);

impl<M: Mode> ExportMetadata<M> {
    /// Only these fields. An unknown name is an error. When left out: all fields.
    pub fn fields(
        mut self,
        values: impl IntoIterator<Item = impl Into<FieldName>>,
    ) -> Self {
        self.request.set_list("fields", FieldName::texts(values));
        self
    }

    /// Only the fields of these instruments, given by their unique names. Labels do not work.
    /// When left out: all instruments.
    pub fn forms(
        mut self,
        values: impl IntoIterator<Item = impl Into<InstrumentName>>,
    ) -> Self {
        self.request.set_list("forms", InstrumentName::texts(values));
        self
    }

    /// Sends the request. Returns: The fields in the order of the dictionary.
    pub fn send(self) -> M::Reply<Vec<MetadataField>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_metadata`].
pub const IMPORT_METADATA: Method = Method::new("import_metadata", "metadata")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .idempotent()
    .since(Life::since(6, 11, 0));
request!(import_metadata, ImportMetadata);

impl<M: Mode> ImportMetadata<M> {
    /// Sends the request. Returns: Number of fields imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}
