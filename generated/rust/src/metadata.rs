// Made by `cargo run generate` from spec/methods/metadata.yaml.
// Do not edit: change the source and run it again.

//! Metadata
//!
//! Reads or replaces the data dictionary, which defines the fields of a project.

use crate::names::{FieldName, InstrumentName};
use crate::runtime::{
    Async, CallOptions, Client, Document, Format, Life, Method, Mode, RawAnswer, Request,
};

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
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `The following values in the parameter "{parameter}" are not valid: {values}`: `fields` or `forms` names something that the project does not have. Export the metadata or the instruments without a filter and compare the names.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_metadata().fields(["record_id", "age"]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=metadata")]
    pub fn export_metadata(&self) -> ExportMetadata<M> {
        ExportMetadata::new(self)
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
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The data is not in the specified format.`: The payload cannot be read as what `format` says, or `format` is absent and the payload is not XML. Send `format` and make the payload fit it. JSON must be an array of objects, even for one item.
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
    ///                 "demographics",
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
    ///                 "age",
    ///                 "demographics",
    ///                 redcap::metadata::FieldType::Text,
    ///             )
    ///             .section_header("")
    ///             .field_label("Age in years")
    ///             .select_choices_or_calculations("")
    ///             .field_note("")
    ///             .text_validation_type_or_show_slider_number("integer")
    ///             .text_validation_min("18")
    ///             .text_validation_max("110")
    ///             .identifier(redcap::metadata::DictionaryFlag::from(""))
    ///             .branching_logic("")
    ///             .required_field(redcap::metadata::DictionaryFlag::Yes)
    ///             .custom_alignment(redcap::metadata::CustomAlignment::from(""))
    ///             .question_number("")
    ///             .matrix_group_name("")
    ///             .matrix_ranking(redcap::metadata::DictionaryFlag::from(""))
    ///             .field_annotation(""),
    ///         redcap::metadata::MetadataField::new(
    ///                 "sex",
    ///                 "demographics",
    ///                 redcap::metadata::FieldType::Radio,
    ///             )
    ///             .section_header("")
    ///             .field_label("Sex")
    ///             .select_choices_or_calculations("1, female | 2, male")
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
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=metadata")]
    pub fn import_metadata(
        &self,
        data: impl IntoIterator<Item = MetadataField>,
    ) -> ImportMetadata<M> {
        ImportMetadata::new(self, data)
    }
}

/// The method of [`Client::export_metadata`].
pub const EXPORT_METADATA: Method = Method::new("export_metadata", "metadata").reads();

/// Request of [`Client::export_metadata`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportMetadata<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportMetadata<M> {
    fn new(client: &Client<M>) -> Self {
        let mut request = Request::new(client, &EXPORT_METADATA);
        request.set("format", "json");
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Only these fields. An unknown name is an error.
    ///
    /// When left out: all fields. On the wire: `fields`.
    pub fn fields(
        mut self,
        fields: impl IntoIterator<Item = impl Into<FieldName>>,
    ) -> Self {
        self.request
            .set_list(
                "fields",
                fields
                    .into_iter()
                    .map(|item| Into::<FieldName>::into(item).into_string()),
            );
        self
    }

    /// Only the fields of these instruments, given by their unique names. Labels do not work.
    ///
    /// When left out: all instruments. On the wire: `forms`.
    pub fn forms(
        mut self,
        forms: impl IntoIterator<Item = impl Into<InstrumentName>>,
    ) -> Self {
        self.request
            .set_list(
                "forms",
                forms
                    .into_iter()
                    .map(|item| Into::<InstrumentName>::into(item).into_string()),
            );
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The fields in the order of the dictionary.
    pub fn send(self) -> M::Reply<Vec<MetadataField>> {
        self.request.list()
    }

    /// Sends the request. Returns: the same as CSV.
    pub fn csv(self) -> M::Reply<Document> {
        self.request.document(Format::Csv)
    }

    /// Sends the request. Returns: the same as XML.
    pub fn xml(self) -> M::Reply<Document> {
        self.request.document(Format::Xml)
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::import_metadata`].
pub const IMPORT_METADATA: Method = Method::new("import_metadata", "metadata")
    .idempotent()
    .since(Life::since(6, 11, 0));
/// Request of [`Client::import_metadata`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ImportMetadata<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ImportMetadata<M> {
    fn new(client: &Client<M>, data: impl IntoIterator<Item = MetadataField>) -> Self {
        let mut request = Request::new(client, &IMPORT_METADATA);
        request.set("format", "json");
        request.set_rows("data", data);
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: Number of fields imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
