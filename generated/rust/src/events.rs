// Made by `cargo run generate` from spec/methods/events.yaml.
// Do not edit: change the source and run it again.

//! Events
//!
//! Lists, adds, changes and deletes the events of a longitudinal project.

use crate::names::EventName;
use crate::runtime::{
    Async, CallOptions, Client, Document, Format, Life, Method, Mode, RawAnswer, Request,
};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the events of a longitudinal project with their unique names.
    ///
    /// Lists the events with the arms they belong to. The unique event name is what every other method takes as
    /// `event` or `events`.
    /// The three offsets are only there while the scheduling module is switched on.
    ///
    /// - REDCap: since 4.7.0 or earlier, there called "Export Events"
    /// - Token: of a project, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: longitudinal projects only
    /// - Changed (about 13.4.0): The answer gains `event_id`.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `You cannot export events for classic projects`: The project is not longitudinal, or is set to be but has no event. Check `is_longitudinal` of the project information before asking for events.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_events().arms([1]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=event")]
    pub fn export_events(&self) -> ExportEvents<M> {
        ExportEvents::new(self)
    }

    /// Adds events to a longitudinal project or changes existing ones.
    ///
    /// An item whose `unique_event_name` exists changes that event; an item without that name adds an event.
    /// The unique name itself cannot be set or changed: REDCap derives it from label and arm number.
    /// With `override` set, all events are deleted first.
    ///
    /// - REDCap: since 6.11.0, there called "Import Events"
    /// - Token: of a project, with the rights API Import/Update + Project Design and Setup
    /// - Effect: changes, **can destroy data**; must not be repeated blindly: An item without a unique event name adds one more event on every call.
    /// - Needs: longitudinal projects only
    /// - Changed (17.3.0): In new projects, accented letters of a label are transliterated in the unique event name.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The data is not in the specified format.`: The payload cannot be read as what `format` says, or `format` is absent and the payload is not XML. Send `format` and make the payload fit it. JSON must be an array of objects, even for one item.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_events([redcap::events::Event::new("Month 12", 1)])
    ///     .override_all(false)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=event")]
    pub fn import_events(
        &self,
        data: impl IntoIterator<Item = Event>,
    ) -> ImportEvents<M> {
        ImportEvents::new(self, data)
    }

    /// Deletes events together with all data in them.
    ///
    /// Removes the events and every value stored in them. Nothing of it can be brought back.
    /// A project whose last event is deleted counts as classic again.
    ///
    /// - REDCap: since 6.11.0, there called "Delete Events"
    /// - Token: of a project, with the rights API Import/Update + Project Design and Setup
    /// - Effect: deletes, **can destroy data**; must not be repeated blindly: A second call names events that no longer exist.
    /// - Needs: longitudinal projects only; Development status only
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The '{parameter}' parameter is either missing or is not an array. It must be provided as an array even if it only contains one value.`: A list was sent as one text, or not at all. Send the list with indexes, as in `arms[0]=1`, even for a single value.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.delete_events(["month_12_arm_1"]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=event")]
    pub fn delete_events(
        &self,
        events: impl IntoIterator<Item = impl Into<EventName>>,
    ) -> DeleteEvents<M> {
        DeleteEvents::new(self, events)
    }
}

/// The method of [`Client::export_events`].
pub const EXPORT_EVENTS: Method = Method::new("export_events", "event").reads();

/// Request of [`Client::export_events`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportEvents<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportEvents<M> {
    fn new(client: &Client<M>) -> Self {
        let mut request = Request::new(client, &EXPORT_EVENTS);
        request.set("format", "json");
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Only the events of these arm numbers.
    ///
    /// When left out: the events of all arms. On the wire: `arms`.
    pub fn arms(mut self, arms: impl IntoIterator<Item = i64>) -> Self {
        self.request.set_list("arms", arms.into_iter().map(|item| item.to_string()));
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The events, of all arms or of the arms asked for.
    pub fn send(self) -> M::Reply<Vec<Event>> {
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

/// The method of [`Client::import_events`].
pub const IMPORT_EVENTS: Method = Method::new("import_events", "event")
    .action("import")
    .since(Life::since(6, 11, 0));
/// Request of [`Client::import_events`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ImportEvents<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ImportEvents<M> {
    fn new(client: &Client<M>, data: impl IntoIterator<Item = Event>) -> Self {
        let mut request = Request::new(client, &IMPORT_EVENTS);
        request.set("format", "json");
        request.set_rows("data", data);
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Delete all events before importing. Only while the project is in Development status.
    ///
    /// Default: `0`. On the wire: `override`.
    pub fn override_all(mut self, override_all: bool) -> Self {
        self.request.set("override", if override_all { "1" } else { "0" });
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: Number of events imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::delete_events`].
pub const DELETE_EVENTS: Method = Method::new("delete_events", "event")
    .action("delete")
    .since(Life::since(6, 11, 0));
/// Request of [`Client::delete_events`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteEvents<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> DeleteEvents<M> {
    fn new(
        client: &Client<M>,
        events: impl IntoIterator<Item = impl Into<EventName>>,
    ) -> Self {
        let mut request = Request::new(client, &DELETE_EVENTS);
        request
            .set_list(
                "events",
                events
                    .into_iter()
                    .map(|item| Into::<EventName>::into(item).into_string()),
            );
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: Number of events deleted.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
