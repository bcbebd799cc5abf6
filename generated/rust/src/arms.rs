// Made by `cargo run generate` from spec/methods/arms.yaml.
// Do not edit: change the source and run it again.

//! Arms
//!
//! Lists, adds, renames and deletes the arms of a longitudinal project.

use crate::runtime::{Client, Life, Method, Mode, Request};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the arms of a longitudinal project.
    ///
    /// Lists the arms with their numbers and names, in order of their numbers.
    /// An arm without any event is stored by the server but not exported.
    ///
    /// - REDCap: since 4.7.0 or earlier, there called "Export Arms"
    /// - Token: of a project, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Needs: longitudinal projects only
    /// - Changed (5.9.15): The `arms` filter starts to work; before, it was ignored.
    ///
    /// # Errors
    ///
    /// - 400 `You cannot export arms for classic projects`: The project is not longitudinal. Check `is_longitudinal` of the project information before asking for arms.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_arms().arms([1, 2]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=arm")]
    pub fn export_arms(&self) -> ExportArms<M> {
        ExportArms {
            request: Request::new(self, &EXPORT_ARMS),
        }
    }

    /// Adds arms to a longitudinal project or renames existing ones.
    ///
    /// An item whose arm number exists renames that arm; any other item adds an arm.
    /// With `override` set, all arms, their events and mappings are deleted first.
    ///
    /// - REDCap: since 6.11.0, there called "Import Arms"
    /// - Token: of a project, with the rights API Import/Update + Project Design and Setup
    /// - Effect: changes, **can destroy data**; may be repeated: Arms are matched by number, so sending the same items again changes nothing.
    /// - Needs: longitudinal projects only
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
    ///     .import_arms([redcap::arms::Arm::new(3, "Placebo")])
    ///     .override_all(false)
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=arm")]
    pub fn import_arms(&self, data: impl IntoIterator<Item = Arm>) -> ImportArms<M> {
        let mut request = Request::new(self, &IMPORT_ARMS);
        request.set_rows("data", data);
        ImportArms { request }
    }

    /// Deletes arms together with their events and all data in them.
    ///
    /// Removes the arms, their events, the mappings of those events and every value stored in them.
    /// Nothing of it can be brought back.
    ///
    /// - REDCap: since 6.11.0, there called "Delete Arms"
    /// - Token: of a project, with the rights API Import/Update + Project Design and Setup
    /// - Effect: deletes, **can destroy data**; must not be repeated blindly: A second call names arms that no longer exist.
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
    /// let answer = client.delete_arms([2]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=arm")]
    pub fn delete_arms(&self, arms: impl IntoIterator<Item = i64>) -> DeleteArms<M> {
        let mut request = Request::new(self, &DELETE_ARMS);
        request.set_list("arms", arms.into_iter().map(|item| item.to_string()));
        DeleteArms { request }
    }
}

/// The method of [`Client::export_arms`].
pub const EXPORT_ARMS: Method = Method::new("export_arms", "arm")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads();
request!(export_arms, ExportArms);

impl<M: Mode> ExportArms<M> {
    /// Only these arm numbers. When left out: all arms.
    pub fn arms(mut self, values: impl IntoIterator<Item = i64>) -> Self {
        self.request.set_list("arms", values.into_iter().map(|item| item.to_string()));
        self
    }

    /// Sends the request. Returns: The arms that have at least one event.
    pub fn send(self) -> M::Reply<Vec<Arm>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_arms`].
pub const IMPORT_ARMS: Method = Method::new("import_arms", "arm")
    .action("import")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .idempotent()
    .since(Life::since(6, 11, 0));
request!(import_arms, ImportArms);

impl<M: Mode> ImportArms<M> {
    /// Delete all arms before importing. Only while the project is in Development status.
    /// Default: `0`. On the wire: `override`.
    pub fn override_all(mut self, value: bool) -> Self {
        self.request.set("override", if value { "1" } else { "0" });
        self
    }

    /// Sends the request. Returns: Number of arms imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}

/// The method of [`Client::delete_arms`].
pub const DELETE_ARMS: Method = Method::new("delete_arms", "arm")
    .action("delete")
    .fixed(&[("returnFormat", "json")])
    .since(Life::since(6, 11, 0));
request!(delete_arms, DeleteArms);

impl<M: Mode> DeleteArms<M> {
    /// Sends the request. Returns: Number of arms deleted.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}
