// Made by `cargo run generate` from spec/methods/users.yaml.
// Do not edit: change the source and run it again.

//! Users & User Privileges
//!
//! Manages who may work in a project and with which rights.

use crate::names::Username;
use crate::runtime::{Client, Guard, Life, Method, Mode, Request};

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
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_users().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=user")]
    pub fn export_users(&self) -> ExportUsers<M> {
        ExportUsers {
            request: Request::new(self, &EXPORT_USERS),
        }
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
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The data is not in the specified format.`
    /// - 400 `The user "{username}" cannot have their user privileges modified because the user belongs to a user role. Users in roles cannot have their privileges modified via the 'Import User' API method.`: The item names a user who is assigned to a role. Take the user out of the role first, change the role itself, or assign another role.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_users([
    ///         redcap::users::User::new("berta_berlin")
    ///             .expiration("2027-06-30")
    ///             .data_access_group("berlin")
    ///             .calendar(true)
    ///             .api_export(true),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=user")]
    pub fn import_users(&self, data: impl IntoIterator<Item = User>) -> ImportUsers<M> {
        let mut request = Request::new(self, &IMPORT_USERS);
        request.set_rows("data", data);
        ImportUsers { request }
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
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The '{parameter}' parameter is either missing or is not an array. It must be provided as an array even if it only contains one value.`
    /// - 403 `You do not have Delete Record privileges`: The owner of the token lacks the right to delete records. Ask for the right on the User Rights page, or use a token of a user who has it.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.delete_users(["berta_berlin"]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=user")]
    pub fn delete_users(
        &self,
        users: impl IntoIterator<Item = impl Into<Username>>,
    ) -> DeleteUsers<M> {
        let mut request = Request::new(self, &DELETE_USERS);
        request.set_list("users", Username::texts(users));
        DeleteUsers { request }
    }
}

/// The method of [`Client::export_users`].
pub const EXPORT_USERS: Method = Method::new("export_users", "user")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads();
request!(export_users, ExportUsers);

impl<M: Mode> ExportUsers<M> {
    /// Sends the request. Returns: The users of the project, each with the rights that apply.
    pub fn send(self) -> M::Reply<Vec<User>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_users`].
pub const IMPORT_USERS: Method = Method::new("import_users", "user")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .idempotent()
    .guards(&[Guard::column("data_access_group", "allow_leaving_groups")])
    .since(Life::since(6, 11, 0));
request!(import_users, ImportUsers);

impl<M: Mode> ImportUsers<M> {
    /// Sends also items that lack `data_access_group`, which are refused otherwise.
    /// Unique name of the group the user belongs to; empty for none. In an import, leaving it out or
    /// empty takes the user out of the group.
    pub fn allow_leaving_groups(mut self) -> Self {
        self.request.allow("data_access_group");
        self
    }

    /// Sends the request. Returns: Number of users added or changed.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}

/// The method of [`Client::delete_users`].
pub const DELETE_USERS: Method = Method::new("delete_users", "user")
    .action("delete")
    .fixed(&[("returnFormat", "json")])
    .since(Life::since(11, 3, 0));
request!(delete_users, DeleteUsers);

impl<M: Mode> DeleteUsers<M> {
    /// Sends the request. Returns: Number of users removed.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}
