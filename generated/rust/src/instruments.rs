// Made by `cargo run generate` from spec/methods/instruments.yaml.
// Do not edit: change the source and run it again.

//! Instruments
//!
//! Lists instruments, prints them as PDF, and maps them to events.

use crate::names::{EventName, InstrumentName, RecordId};
use crate::runtime::{Client, Download, File, Life, Method, Mode, Request};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the unique names and the labels of all instruments.
    ///
    /// Lists every instrument of the project in the order of the data dictionary.
    /// The unique names are what other methods expect wherever they ask for an instrument or a form;
    /// labels do not work there.
    ///
    /// - REDCap: since 5.8.2 or earlier, there called "Export Instruments (Data Entry Forms)"
    /// - Token: of a project, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_instruments().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=instrument")]
    pub fn export_instruments(&self) -> ExportInstruments<M> {
        ExportInstruments {
            request: Request::new(self, &EXPORT_INSTRUMENTS),
        }
    }

    /// Exports instruments as a PDF file, blank or filled with the data of records.
    ///
    /// Five kinds of document can be asked for:
    ///
    /// - one blank instrument: `instrument` alone;
    /// - all instruments blank: no parameter at all;
    /// - one record, one instrument: `record` and `instrument`;
    /// - one record, all instruments: `record` alone;
    /// - all records with all their data: `allRecords`.
    ///
    /// The data export rights of the user apply to the data shown; a user without access gets an error.
    /// Some servers label the answer as HTML, so a client should recognise the PDF by its first bytes, `%PDF`.
    ///
    /// - REDCap: since 6.4.0, there called "Export PDF file of Data Collection Instruments (either as blank or with data)"
    /// - Token: of a project, with the rights API Export + Data Export Rights
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Changed (6.4.3): The parameter `allrecords` is renamed to `allRecords`; the old name stays accepted.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 200 `REDCap ran out of server memory. The request cannot be processed. Please try importing/exporting a smaller amount of data.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .export_pdf()
    ///     .record("1")
    ///     .event("enrollment_arm_1")
    ///     .instrument("enrollment")
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=pdf")]
    pub fn export_pdf(&self) -> ExportPdf<M> {
        ExportPdf {
            request: Request::new(self, &EXPORT_PDF),
        }
    }

    /// Exports which instruments belong to which events of a longitudinal project.
    ///
    /// Lists one item per pair of event and instrument, in the order of the events and, within an event,
    /// in the order of the instruments.
    ///
    /// - REDCap: since 4.7.0 or earlier, there called "Export Instrument-Event Mappings"
    /// - Token: of a project, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: longitudinal projects only
    /// - Changed (5.9.15): The `arms` filter starts to work; before, it was ignored.
    /// - Changed (6.11.0): JSON and XML become a flat list of arm, event and instrument. Before, they nested instruments below events and events below arms. CSV was flat all along.
    ///
    /// # Errors
    ///
    /// - 400 `You cannot export form/event mappings for classic projects`: The project is not longitudinal. Check `is_longitudinal` of the project information before asking for mappings.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_instrument_event_mappings().arms([1]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=formEventMapping")]
    pub fn export_instrument_event_mappings(&self) -> ExportInstrumentEventMappings<M> {
        ExportInstrumentEventMappings {
            request: Request::new(self, &EXPORT_INSTRUMENT_EVENT_MAPPINGS),
        }
    }

    /// Replaces which instruments belong to which events of a longitudinal project.
    ///
    /// The items sent become the whole mapping: every pair of event and instrument that is not among them
    /// is taken away. To add a pair, export the mappings first and send them back with the new one.
    /// An unknown arm, event or instrument leads to an error with one line per problem.
    ///
    /// - REDCap: since 6.11.0, there called "Import Instrument-Event Mappings"
    /// - Token: of a project, with the rights API Import/Update + Project Design and Setup
    /// - Effect: changes, **can destroy data**; may be repeated: The list sent replaces what was there, so sending it again changes nothing.
    /// - Needs: longitudinal projects only
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The data is not in the specified format.`
    /// - 400 `The arm number "{arm_num}" does not exist in the project.`: An item names an arm that the project does not have. Unknown events and instruments are reported in the same text, one line each. Compare the items with the exported arms, events and instruments.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_instrument_event_mappings([
    ///         redcap::instruments::InstrumentEventMapping::new(
    ///             1,
    ///             "enrollment_arm_1",
    ///             "contact",
    ///         ),
    ///         redcap::instruments::InstrumentEventMapping::new(
    ///             1,
    ///             "enrollment_arm_1",
    ///             "enrollment",
    ///         ),
    ///         redcap::instruments::InstrumentEventMapping::new(1, "week_1_arm_1", "visit"),
    ///         redcap::instruments::InstrumentEventMapping::new(1, "week_1_arm_1", "diary"),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=formEventMapping")]
    pub fn import_instrument_event_mappings(
        &self,
        data: impl IntoIterator<Item = InstrumentEventMapping>,
    ) -> ImportInstrumentEventMappings<M> {
        let mut request = Request::new(self, &IMPORT_INSTRUMENT_EVENT_MAPPINGS);
        request.set_rows("data", data);
        ImportInstrumentEventMappings {
            request,
        }
    }
}

/// The method of [`Client::export_instruments`].
pub const EXPORT_INSTRUMENTS: Method = Method::new("export_instruments", "instrument")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads();
request!(export_instruments, ExportInstruments);

impl<M: Mode> ExportInstruments<M> {
    /// Sends the request. Returns: All instruments, in the order of the project.
    pub fn send(self) -> M::Reply<Vec<Instrument>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::export_pdf`].
pub const EXPORT_PDF: Method = Method::new("export_pdf", "pdf")
    .fixed(&[("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 4, 0))
    .parameters(&[("allRecords", Life::since(6, 4, 3))]);
request!(export_pdf, ExportPdf);

impl<M: Mode> ExportPdf<M> {
    /// The record whose data fill the document. When left out: a blank document.
    pub fn record(mut self, value: impl Into<RecordId>) -> Self {
        self.request.set("record", value.into().into_string());
        self
    }

    /// Unique name of the only event to show. For longitudinal projects only.
    /// When left out: all events of the record.
    pub fn event(mut self, value: impl Into<EventName>) -> Self {
        self.request.set("event", value.into().into_string());
        self
    }

    /// Unique name of the only instrument to show. When left out: all instruments.
    pub fn instrument(mut self, value: impl Into<InstrumentName>) -> Self {
        self.request.set("instrument", value.into().into_string());
        self
    }

    /// Number of the instance to show, when the instrument or the event repeats. *(since 12.5.2 or earlier)*
    /// Default: `1`.
    pub fn repeat_instance(mut self, value: i64) -> Self {
        self.request.set("repeat_instance", value.to_string());
        self
    }

    /// The first spelling of `allRecords`, the only one that 6.4.0 to 6.4.2 know; later versions still take it.
    /// Default: `false`. On the wire: `allrecords`.
    #[deprecated(
        note = "Renamed in 6.4.3; use the parameter `allRecords` from that version on."
    )]
    pub fn all_records_lower_case(mut self) -> Self {
        self.request.set("allrecords", "true");
        self
    }

    /// Show all records with all their instruments and events. Any value counts, even `false`, so leave the
    /// parameter out to switch it off. `record`, `event` and `instrument` are then ignored. *(since 6.4.3)*
    /// Default: `false`. On the wire: `allRecords`.
    pub fn all_records(mut self) -> Self {
        self.request.set("allRecords", "true");
        self
    }

    /// Leave out fields without a value and choices that are not selected. *(since 9.3.6 or earlier)*
    /// Default: `FALSE`. On the wire: `compactDisplay`.
    pub fn compact_display(mut self, value: bool) -> Self {
        self.request.set("compactDisplay", if value { "TRUE" } else { "FALSE" });
        self
    }

    /// Sends the request. Returns: The document. Its bytes start with `%PDF-1.3`.
    pub fn send(self) -> M::Reply<File> {
        self.request.file()
    }

    /// Sends the request. Returns: the file part by part, as it arrives.
    pub fn download(self) -> M::Reply<Download<M>> {
        self.request.download()
    }
}

/// The method of [`Client::export_instrument_event_mappings`].
pub const EXPORT_INSTRUMENT_EVENT_MAPPINGS: Method = Method::new(
        "export_instrument_event_mappings",
        "formEventMapping",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads();
request!(export_instrument_event_mappings, ExportInstrumentEventMappings);

impl<M: Mode> ExportInstrumentEventMappings<M> {
    /// Only the events of these arm numbers. When left out: all arms.
    pub fn arms(mut self, values: impl IntoIterator<Item = i64>) -> Self {
        self.request.set_list("arms", values.into_iter().map(|item| item.to_string()));
        self
    }

    /// Sends the request. Returns: One item per event and instrument.
    pub fn send(self) -> M::Reply<Vec<InstrumentEventMapping>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_instrument_event_mappings`].
pub const IMPORT_INSTRUMENT_EVENT_MAPPINGS: Method = Method::new(
        "import_instrument_event_mappings",
        "formEventMapping",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .idempotent()
    .since(Life::since(6, 11, 0));
request!(import_instrument_event_mappings, ImportInstrumentEventMappings);

impl<M: Mode> ImportInstrumentEventMappings<M> {
    /// Sends the request. Returns: Number of mappings imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}
