// Made by `cargo run generate` from spec/methods/reports.yaml.
// Do not edit: change the source and run it again.

//! Reports
//!
//! Reads the data that a saved report selects.

use std::path::Path;

use serde::de::DeserializeOwned;
use crate::runtime::{Client, Format, Life, Method, Mode, Record, Request, Rows};
use crate::values::{CsvDelimiter, DecimalCharacter, RawOrLabel};

impl<M: Mode> Client<M> {
    /// Exports the data of a saved report.
    ///
    /// Gives the rows of a flat record export, limited to the fields, filters and order that the report defines.
    /// The record ID and the event column are there only if the report has them. There are no further filters, and
    /// rows cannot be had one per value.
    ///
    /// The data export rights of the token's owner apply as for records: columns without access do not come back.
    /// The number of a report stands in the list of reports of the project; the API has no method that lists reports.
    ///
    /// - REDCap: since 6.0.0, there called "Export Reports"
    /// - Token: of a project, with the rights API Export + Data Export Rights
    /// - Effect: reads only; may be repeated: It only reads.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 200 `REDCap ran out of server memory. The request cannot be processed. Please try importing/exporting a smaller amount of data.`
    /// - 400 `The API request cannot complete because report_id={report_id} does not belong to this project.`: The project has no report of that number. Look up the number in the list of reports of the project that the token belongs to.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_reports(2021).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=report")]
    pub fn export_reports(&self, report_id: i64) -> ExportReports<M> {
        let mut request = Request::new(self, &EXPORT_REPORTS);
        request.set("report_id", report_id.to_string());
        ExportReports { request }
    }
}

/// The method of [`Client::export_reports`].
pub const EXPORT_REPORTS: Method = Method::new("export_reports", "report")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 0, 0));
request!(export_reports, ExportReports);

impl<M: Mode> ExportReports<M> {
    /// Codes or labels of choices, as for the export of records. Default: `raw`. On the wire: `rawOrLabel`.
    pub fn raw_or_label(mut self, value: RawOrLabel) -> Self {
        self.request.set("rawOrLabel", value.as_str());
        self
    }

    /// What the header line holds: names of the fields, or their labels. Only for CSV with one row for each record.
    /// Labels may repeat. Default: `raw`. On the wire: `rawOrLabelHeaders`.
    pub fn raw_or_label_headers(mut self, value: RawOrLabel) -> Self {
        self.request.set("rawOrLabelHeaders", value.as_str());
        self
    }

    /// How checkboxes come when labels are exported: with `true`, the label of the choice or nothing; with `false`,
    /// `Checked` or `Unchecked`. Without effect on raw values and on one row for each value.
    /// Default: `false`. On the wire: `exportCheckboxLabel`.
    pub fn export_checkbox_label(mut self, value: bool) -> Self {
        self.request.set("exportCheckboxLabel", if value { "true" } else { "false" });
        self
    }

    /// Character between the columns of CSV. Other formats ignore it. *(since 8.7.3 or earlier)*
    /// Default: `,`. On the wire: `csvDelimiter`.
    pub fn csv_delimiter(mut self, value: CsvDelimiter) -> Self {
        self.request.set("csvDelimiter", value.as_str());
        self
    }

    /// Writes all numbers and calculated values with this decimal mark. In CSV with commas between the columns,
    /// numbers with a comma are quoted. *(since 8.7.3 or earlier)*
    /// When left out: numbers as stored. On the wire: `decimalCharacter`.
    pub fn decimal_character(mut self, value: DecimalCharacter) -> Self {
        self.request.set("decimalCharacter", value.as_str());
        self
    }

    /// Sends the request. Returns: The rows of the report, with its fields as columns.
    pub fn send(self) -> M::Reply<Vec<Record>> {
        self.request.records()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
    document!(odm, Odm, "CDISC ODM");

    /// Sends the request. Returns: the rows in a type of your own, see [`Record::decode`].
    pub fn send_as<T: DeserializeOwned + Send + 'static>(self) -> M::Reply<Vec<T>> {
        self.request.records_as()
    }

    /// Sends the request. Returns: the rows one after another, as they arrive.
    pub fn stream(self) -> M::Reply<Rows<Record, M>> {
        self.request.rows()
    }

    /// Sends the request. Returns: the rows one after another, in a type of your own.
    pub fn stream_as<T: DeserializeOwned + Send + 'static>(
        self,
    ) -> M::Reply<Rows<T, M>> {
        self.request.rows_as()
    }

    /// Writes the answer to a file as it arrives. Returns: its length in bytes. The file is only there when the
    /// answer was complete.
    pub fn to_file(self, format: Format, path: impl AsRef<Path>) -> M::Reply<u64> {
        self.request.save(format, path)
    }
}
