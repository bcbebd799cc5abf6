// Made by `cargo run generate` from spec/methods/users.yaml.
// Do not edit: change the source and run it again.

//! Users & User Privileges
//!
//! Manages who may work in a project and with which rights.

use crate::names::Username;
use crate::runtime::{
    Async, CallOptions, Client, Document, Format, Life, Method, Mode, RawAnswer, Request,
};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the users of a project with all their rights.
    ///
    /// Lists every user of the project, also those whose access has expired. A user who is assigned to a
    /// role is shown with the rights of the role; which role it is, the user-role assignments tell.
    /// Servers add columns from time to time, so read columns by name and tolerate unknown ones.
    ///
    /// - REDCap: since 4.7.0 or earlier, there called "Export Users"
    /// - Token: of a project, with the rights API Export + User Rights (since about 14.0.0)
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Changed (6.11.0): In XML the root element becomes `users`, in CSV all form rights move into the one column `forms`.
    /// - Changed (about 14.0.0): The method asks for access to the User Rights page; before, API Export was enough.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_users().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=user")]
    pub fn export_users(&self) -> ExportUsers<M> {
        ExportUsers::new(self)
    }

    /// Adds users to a project or changes the rights of users who are in it.
    ///
    /// An item whose user name is known in the project changes that user; any other item adds a user.
    /// Rights that an item does not mention stay as they are, and a new user gets the lowest ones.
    /// Only `username` must be there. Names, e-mail addresses and the id and label of the group are
    /// for information and are not taken over.
    ///
    /// **Trap:** an item without `data_access_group`, or with an empty one, takes the user out of the
    /// group, after which the user sees the records of all groups. Always send the group.
    ///
    /// A user in a role has the rights of the role. What is imported for such a user is either
    /// refused or kept underneath until the user leaves the role, depending on the server.
    ///
    /// - REDCap: since 6.11.0, there called "Import Users"
    /// - Token: of a project, with the rights API Import/Update + User Rights
    /// - Effect: changes; may be repeated: Users are matched by name, so sending the same items again changes nothing.
    /// - Changed (15.6.0): Form rights have new codes (128 and up); the old codes 0 to 3 are still accepted.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The data is not in the specified format.`: The payload cannot be read as what `format` says, or `format` is absent and the payload is not XML. Send `format` and make the payload fit it. JSON must be an array of objects, even for one item.
    /// - 400 `The user "{username}" cannot have their user privileges modified because the user belongs to a user role. Users in roles cannot have their privileges modified via the 'Import User' API method.`: The item names a user who is assigned to a role. Take the user out of the role first, change the role itself, or assign another role.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_users([
    ///         redcap::users::User::new("jdoe")
    ///             .expiration("2027-06-30")
    ///             .data_access_group("north_clinic")
    ///             .calendar(true)
    ///             .api_export(true),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=user")]
    pub fn import_users(&self, data: impl IntoIterator<Item = User>) -> ImportUsers<M> {
        ImportUsers::new(self, data)
    }

    /// Removes users from a project together with their rights.
    ///
    /// The users lose their access to this project. Export the users first if their rights may be needed
    /// again: nothing else shows what they were.
    ///
    /// - REDCap: since 11.3.0, there called "Delete Users"
    /// - Token: of a project, with the rights API Import/Update + User Rights
    /// - Effect: deletes, **can destroy data**; must not be repeated blindly: A second call names users that are no longer in the project.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have API Import/Update privileges`: The owner of the token lacks the right API Import/Update. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 403 `You do not have Delete Record privileges`: The owner of the token lacks the right to delete records. Ask for the right on the User Rights page, or use a token of a user who has it.
    /// - 400 `The '{parameter}' parameter is either missing or is not an array. It must be provided as an array even if it only contains one value.`: A list was sent as one text, or not at all. Send the list with indexes, as in `arms[0]=1`, even for a single value.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.delete_users(["jdoe"]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=user")]
    pub fn delete_users(
        &self,
        users: impl IntoIterator<Item = impl Into<Username>>,
    ) -> DeleteUsers<M> {
        DeleteUsers::new(self, users)
    }
}

/// The method of [`Client::export_users`].
pub const EXPORT_USERS: Method = Method::new("export_users", "user").reads();

/// Request of [`Client::export_users`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportUsers<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportUsers<M> {
    fn new(client: &Client<M>) -> Self {
        let mut request = Request::new(client, &EXPORT_USERS);
        request.set("format", "json");
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The users of the project, each with the rights that apply.
    pub fn send(self) -> M::Reply<Vec<User>> {
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

/// The method of [`Client::import_users`].
pub const IMPORT_USERS: Method = Method::new("import_users", "user")
    .idempotent()
    .since(Life::since(6, 11, 0));
/// Request of [`Client::import_users`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ImportUsers<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ImportUsers<M> {
    fn new(client: &Client<M>, data: impl IntoIterator<Item = User>) -> Self {
        let mut request = Request::new(client, &IMPORT_USERS);
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

    /// Sends the request. Returns: Number of users added or changed.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::delete_users`].
pub const DELETE_USERS: Method = Method::new("delete_users", "user")
    .action("delete")
    .since(Life::since(11, 3, 0));
/// Request of [`Client::delete_users`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteUsers<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> DeleteUsers<M> {
    fn new(
        client: &Client<M>,
        users: impl IntoIterator<Item = impl Into<Username>>,
    ) -> Self {
        let mut request = Request::new(client, &DELETE_USERS);
        request
            .set_list(
                "users",
                users.into_iter().map(|item| Into::<Username>::into(item).into_string()),
            );
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: Number of users removed.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
