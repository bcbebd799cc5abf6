// Made by `cargo run generate` from spec/methods/repeating.yaml.
// Do not edit: change the source and run it again.

//! Repeating Instruments and Events
//!
//! Reads or replaces the setup of what repeats in a project.

use crate::runtime::{Client, Life, Method, Mode, Request};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Lists which instruments and events of the project repeat.
    ///
    /// Each item is a repeating instrument, in longitudinal projects together with the event in which it repeats,
    /// or a whole event that repeats. For the latter `form_name` is empty. The custom label, with the fields that
    /// are piped into it, is given as it was typed.
    ///
    /// A project in which nothing repeats answers with an error instead of an empty list.
    ///
    /// - REDCap: since 8.2.0, there called "Export Repeating Instruments and Events"
    /// - Token: of a project, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: projects in which something repeats
    ///
    /// # Errors
    ///
    /// - 400 `You cannot export repeating instruments and events because the project does not contain any repeating instruments and events`: Nothing in the project repeats. Check `has_repeating_instruments_or_events` of the project information before asking.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_repeating_instruments_events().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=repeatingFormsEvents")]
    pub fn export_repeating_instruments_events(
        &self,
    ) -> ExportRepeatingInstrumentsEvents<M> {
        ExportRepeatingInstrumentsEvents {
            request: Request::new(self, &EXPORT_REPEATING_INSTRUMENTS_EVENTS),
        }
    }

    /// Replaces the setup of repeating instruments and events.
    ///
    /// What is sent becomes the whole setup: instruments and events that are not among the items stop repeating,
    /// and an empty list switches repetition off. To add one instrument, export the setup, add an item and
    /// import all of it. The export can be sent back as it is, in every format.
    ///
    /// - REDCap: since 8.10.0, there called "Import Repeating Instruments and Events"
    /// - Token: of a project, or super token, with the rights API Import/Update + Project Design and Setup
    /// - Effect: changes, **can destroy data**; may be repeated: The setup is replaced by what is sent.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The data is not in the specified format.`
    /// - 400 `event '{event}' is not available in project`: An item names an event that the project does not have, or the project is not longitudinal. Use unique event names of the project, and leave `event_name` out in classic projects.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_repeating_instruments_events([
    ///         redcap::repeating::RepeatingSetup::new("diary")
    ///             .event_name("week_1_arm_1")
    ///             .custom_form_label("[diary_day]"),
    ///         redcap::repeating::RepeatingSetup::new("adverse_event")
    ///             .event_name("week_1_arm_1")
    ///             .custom_form_label("[ae_term]"),
    ///         redcap::repeating::RepeatingSetup::new("visit")
    ///             .event_name("week_4_arm_1")
    ///             .custom_form_label(""),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=repeatingFormsEvents")]
    pub fn import_repeating_instruments_events(
        &self,
        data: impl IntoIterator<Item = RepeatingSetup>,
    ) -> ImportRepeatingInstrumentsEvents<M> {
        let mut request = Request::new(self, &IMPORT_REPEATING_INSTRUMENTS_EVENTS);
        request.set_rows("data", data);
        ImportRepeatingInstrumentsEvents {
            request,
        }
    }
}

/// The method of [`Client::export_repeating_instruments_events`].
pub const EXPORT_REPEATING_INSTRUMENTS_EVENTS: Method = Method::new(
        "export_repeating_instruments_events",
        "repeatingFormsEvents",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads()
    .since(Life::since(8, 2, 0));
request!(export_repeating_instruments_events, ExportRepeatingInstrumentsEvents);

impl<M: Mode> ExportRepeatingInstrumentsEvents<M> {
    /// Sends the request. Returns: The repeating instruments and events.
    pub fn send(self) -> M::Reply<Vec<RepeatingSetup>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_repeating_instruments_events`].
pub const IMPORT_REPEATING_INSTRUMENTS_EVENTS: Method = Method::new(
        "import_repeating_instruments_events",
        "repeatingFormsEvents",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .idempotent()
    .since(Life::since(8, 10, 0));
request!(import_repeating_instruments_events, ImportRepeatingInstrumentsEvents);

impl<M: Mode> ImportRepeatingInstrumentsEvents<M> {
    /// Sends the request. Returns: Number of repeating instruments and events imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}
