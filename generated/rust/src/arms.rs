// Made by `cargo run generate` from spec/methods/arms.yaml.
// Do not edit: change the source and run it again.

//! Arms
//!
//! Lists, adds, renames and deletes the arms of a longitudinal project.

use crate::runtime::{
    Async, CallOptions, Client, Document, Format, Life, Method, Mode, RawAnswer, Request,
};

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
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `You cannot export arms for classic projects`: The project is not longitudinal. Check `is_longitudinal` of the project information before asking for arms.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_arms().arms([1, 2]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=arm")]
    pub fn export_arms(&self) -> ExportArms<M> {
        ExportArms::new(self)
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
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The data is not in the specified format.`: The payload cannot be read as what `format` says, or `format` is absent and the payload is not XML. Send `format` and make the payload fit it. JSON must be an array of objects, even for one item.
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
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=arm")]
    pub fn import_arms(&self, data: impl IntoIterator<Item = Arm>) -> ImportArms<M> {
        ImportArms::new(self, data)
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
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The '{parameter}' parameter is either missing or is not an array. It must be provided as an array even if it only contains one value.`: A list was sent as one text, or not at all. Send the list with indexes, as in `arms[0]=1`, even for a single value.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.delete_arms([3]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=arm")]
    pub fn delete_arms(&self, arms: impl IntoIterator<Item = i64>) -> DeleteArms<M> {
        DeleteArms::new(self, arms)
    }
}

/// The method of [`Client::export_arms`].
pub const EXPORT_ARMS: Method = Method::new("export_arms", "arm").reads();

/// Request of [`Client::export_arms`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportArms<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportArms<M> {
    fn new(client: &Client<M>) -> Self {
        let mut request = Request::new(client, &EXPORT_ARMS);
        request.set("format", "json");
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Only these arm numbers.
    ///
    /// When left out: all arms. On the wire: `arms`.
    pub fn arms(mut self, arms: impl IntoIterator<Item = i64>) -> Self {
        self.request.set_list("arms", arms.into_iter().map(|item| item.to_string()));
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The arms that have at least one event.
    pub fn send(self) -> M::Reply<Vec<Arm>> {
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

/// The method of [`Client::import_arms`].
pub const IMPORT_ARMS: Method = Method::new("import_arms", "arm")
    .action("import")
    .idempotent()
    .since(Life::since(6, 11, 0));
/// Request of [`Client::import_arms`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ImportArms<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ImportArms<M> {
    fn new(client: &Client<M>, data: impl IntoIterator<Item = Arm>) -> Self {
        let mut request = Request::new(client, &IMPORT_ARMS);
        request.set("format", "json");
        request.set_rows("data", data);
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Delete all arms before importing. Only while the project is in Development status.
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

    /// Sends the request. Returns: Number of arms imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::delete_arms`].
pub const DELETE_ARMS: Method = Method::new("delete_arms", "arm")
    .action("delete")
    .since(Life::since(6, 11, 0));
/// Request of [`Client::delete_arms`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteArms<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> DeleteArms<M> {
    fn new(client: &Client<M>, arms: impl IntoIterator<Item = i64>) -> Self {
        let mut request = Request::new(client, &DELETE_ARMS);
        request.set_list("arms", arms.into_iter().map(|item| item.to_string()));
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: Number of arms deleted.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
