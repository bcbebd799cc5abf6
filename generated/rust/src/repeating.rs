// Made by `cargo run generate` from spec/methods/repeating.yaml.
// Do not edit: change the source and run it again.

//! Repeating Instruments and Events
//!
//! Reads or replaces the setup of what repeats in a project.

use crate::runtime::{
    Async, CallOptions, Client, Document, Format, Life, Method, Mode, RawAnswer, Request,
};

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
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `You cannot export repeating instruments and events because the project does not contain any repeating instruments and events`: Nothing in the project repeats. Check `has_repeating_instruments_or_events` of the project information before asking.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_repeating_instruments_events().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=repeatingFormsEvents")]
    pub fn export_repeating_instruments_events(
        &self,
    ) -> ExportRepeatingInstrumentsEvents<M> {
        ExportRepeatingInstrumentsEvents::new(self)
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
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The data is not in the specified format.`: The payload cannot be read as what `format` says, or `format` is absent and the payload is not XML. Send `format` and make the payload fit it. JSON must be an array of objects, even for one item.
    /// - 400 `event '{event}' is not available in project`: An item names an event that the project does not have, or the project is not longitudinal. Use unique event names of the project, and leave `event_name` out in classic projects.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_repeating_instruments_events([
    ///         redcap::repeating::RepeatingSetup::new("adverse_event")
    ///             .event_name("visit_1_arm_1")
    ///             .custom_form_label("[ae_term]"),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=repeatingFormsEvents")]
    pub fn import_repeating_instruments_events(
        &self,
        data: impl IntoIterator<Item = RepeatingSetup>,
    ) -> ImportRepeatingInstrumentsEvents<M> {
        ImportRepeatingInstrumentsEvents::new(self, data)
    }
}

/// The method of [`Client::export_repeating_instruments_events`].
pub const EXPORT_REPEATING_INSTRUMENTS_EVENTS: Method = Method::new(
        "export_repeating_instruments_events",
        "repeatingFormsEvents",
    )
    .reads()
    .since(Life::since(8, 2, 0));
/// Request of [`Client::export_repeating_instruments_events`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportRepeatingInstrumentsEvents<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportRepeatingInstrumentsEvents<M> {
    fn new(client: &Client<M>) -> Self {
        let mut request = Request::new(client, &EXPORT_REPEATING_INSTRUMENTS_EVENTS);
        request.set("format", "json");
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The repeating instruments and events.
    pub fn send(self) -> M::Reply<Vec<RepeatingSetup>> {
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

/// The method of [`Client::import_repeating_instruments_events`].
pub const IMPORT_REPEATING_INSTRUMENTS_EVENTS: Method = Method::new(
        "import_repeating_instruments_events",
        "repeatingFormsEvents",
    )
    .idempotent()
    .since(Life::since(8, 10, 0));
/// Request of [`Client::import_repeating_instruments_events`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ImportRepeatingInstrumentsEvents<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ImportRepeatingInstrumentsEvents<M> {
    fn new(client: &Client<M>, data: impl IntoIterator<Item = RepeatingSetup>) -> Self {
        let mut request = Request::new(client, &IMPORT_REPEATING_INSTRUMENTS_EVENTS);
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

    /// Sends the request. Returns: Number of repeating instruments and events imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
