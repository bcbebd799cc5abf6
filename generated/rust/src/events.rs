// Made by `cargo run generate` from spec/methods/events.yaml.
// Do not edit: change the source and run it again.

//! Events
//!
//! Lists, adds, changes and deletes the events of a longitudinal project.

use crate::names::EventName;
use crate::runtime::{Client, Life, Method, Mode, Request};

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
    ///
    /// # Errors
    ///
    /// - 400 `You cannot export events for classic projects`: The project is not longitudinal, or is set to be but has no event. Check `is_longitudinal` of the project information before asking for events.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_events().arms([1]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=event")]
    pub fn export_events(&self) -> ExportEvents<M> {
        ExportEvents {
            request: Request::new(self, &EXPORT_EVENTS),
        }
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
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The data is not in the specified format.`
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
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=event")]
    pub fn import_events(
        &self,
        data: impl IntoIterator<Item = Event>,
    ) -> ImportEvents<M> {
        let mut request = Request::new(self, &IMPORT_EVENTS);
        request.set_rows("data", data);
        ImportEvents { request }
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
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The '{parameter}' parameter is either missing or is not an array. It must be provided as an array even if it only contains one value.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.delete_events(["week_1_arm_2"]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=event")]
    pub fn delete_events(
        &self,
        events: impl IntoIterator<Item = impl Into<EventName>>,
    ) -> DeleteEvents<M> {
        let mut request = Request::new(self, &DELETE_EVENTS);
        request.set_list("events", EventName::texts(events));
        DeleteEvents { request }
    }
}

/// The method of [`Client::export_events`].
pub const EXPORT_EVENTS: Method = Method::new("export_events", "event")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads();
request!(export_events, ExportEvents);

impl<M: Mode> ExportEvents<M> {
    /// Only the events of these arm numbers. When left out: the events of all arms.
    pub fn arms(mut self, values: impl IntoIterator<Item = i64>) -> Self {
        self.request.set_list("arms", values.into_iter().map(|item| item.to_string()));
        self
    }

    /// Sends the request. Returns: The events, of all arms or of the arms asked for.
    pub fn send(self) -> M::Reply<Vec<Event>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_events`].
pub const IMPORT_EVENTS: Method = Method::new("import_events", "event")
    .action("import")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .since(Life::since(6, 11, 0));
request!(import_events, ImportEvents);

impl<M: Mode> ImportEvents<M> {
    /// Delete all events before importing. Only while the project is in Development status.
    /// Default: `0`. On the wire: `override`.
    pub fn override_all(mut self, value: bool) -> Self {
        self.request.set("override", if value { "1" } else { "0" });
        self
    }

    /// Sends the request. Returns: Number of events imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}

/// The method of [`Client::delete_events`].
pub const DELETE_EVENTS: Method = Method::new("delete_events", "event")
    .action("delete")
    .fixed(&[("returnFormat", "json")])
    .since(Life::since(6, 11, 0));
request!(delete_events, DeleteEvents);

impl<M: Mode> DeleteEvents<M> {
    /// Sends the request. Returns: Number of events deleted.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}
