// Made by `cargo run generate` from spec/methods/field_names.yaml.
// Do not edit: change the source and run it again.

//! Field Names
//!
//! Tells which column names the fields of a project have in exports and imports.

use crate::names::FieldName;
use crate::runtime::{Client, Life, Method, Mode, Request};
use crate::values::CsvDelimiter;

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the column names that record exports and imports use for each field.
    ///
    /// Lists one item for each column of a record export, in the order of the data dictionary: most fields give one
    /// column under their own name, a checkbox field gives one for each choice. The record ID field comes first, and
    /// the status field `<form>_complete` follows the fields of its instrument. File upload, signature and
    /// descriptive fields are left out, and so are columns that the server adds, such as `redcap_event_name`.
    ///
    /// Take the names of checkbox columns from here instead of computing them: choice codes are lower-cased and
    /// whatever is neither letter nor digit becomes an underscore: code `-2` of `meds` is the column `meds____2`.
    ///
    /// - REDCap: since 6.4.0, there called "Export List of Export Field Names (i.e. variables used during exports and imports)"
    /// - Token: of a project, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Changed (6.4.0): Negative choice codes of checkbox fields become usable in column names.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_field_names().field("diary_meds").send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=exportFieldNames")]
    pub fn export_field_names(&self) -> ExportFieldNames<M> {
        ExportFieldNames {
            request: Request::new(self, &EXPORT_FIELD_NAMES),
        }
    }
}

/// The method of [`Client::export_field_names`].
pub const EXPORT_FIELD_NAMES: Method = Method::new(
        "export_field_names",
        "exportFieldNames",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 4, 0));
request!(export_field_names, ExportFieldNames);

impl<M: Mode> ExportFieldNames<M> {
    /// Only the columns of this one field. A single name, not an array; an unknown name is an error.
    /// When left out: all fields.
    pub fn field(mut self, value: impl Into<FieldName>) -> Self {
        self.request.set("field", value.into().into_string());
        self
    }

    /// Character between the columns of CSV. Other formats ignore it. *(since about 8.7.3)*
    /// Default: `,`. Not on REDCap's help page. On the wire: `csvDelimiter`.
    pub fn csv_delimiter(mut self, value: CsvDelimiter) -> Self {
        self.request.set("csvDelimiter", value.as_str());
        self
    }

    /// Sends the request. Returns: One item for each export column, of all fields or of the field asked for.
    pub fn send(self) -> M::Reply<Vec<ExportFieldName>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}
