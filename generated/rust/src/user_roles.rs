// Made by `cargo run generate` from spec/methods/user_roles.yaml.
// Do not edit: change the source and run it again.

//! User Roles
//!
//! Manages named sets of rights and the users who hold them.

use crate::names::RoleName;
use crate::runtime::{Client, Life, Method, Mode, Request};

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the user roles of a project with the rights each one gives.
    ///
    /// Lists the roles with their unique names, labels and rights. In JSON the rights are texts such as
    /// `"1"`, unlike in the user export, where they are numbers; only `forms` and `forms_export` hold numbers.
    /// Servers add columns from time to time, so read columns by name and tolerate unknown ones.
    ///
    /// - REDCap: since 11.3.0, there called "Export User Roles"
    /// - Token: of a project, with the rights API Export + User Rights (since about 14.0.0)
    /// - Effect: reads only; may be repeated: It only reads.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_user_roles().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=userRole")]
    pub fn export_user_roles(&self) -> ExportUserRoles<M> {
        ExportUserRoles {
            request: Request::new(self, &EXPORT_USER_ROLES),
        }
    }

    /// Adds user roles to a project or changes the rights of existing ones.
    ///
    /// An item with the unique name of a role changes that role; an item without one, or with an empty
    /// one, makes a new role, whose unique name the server chooses. A new role needs a `role_label`.
    /// Rights that an item does not mention stay as they are, and a new role gets the lowest ones.
    /// The rights of a role apply to all users who are assigned to it.
    ///
    /// - REDCap: since 11.3.0, there called "Import User Roles"
    /// - Token: of a project, with the rights API Import/Update + User Rights
    /// - Effect: changes; must not be repeated blindly: Items without a unique name make another role each time; items with one are matched by it.
    /// - Changed (15.6.0): Form rights have new codes (128 and up); the old codes 0 to 3 are still accepted.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The data is not in the specified format.`
    /// - 400 `The form named "{instrument}" is incorrect for the user role "{role}" The form does not exist in this project.`: An item's `forms` or `forms_export` names an instrument that the project does not have. Use the unique names that the export of instruments gives. The text has one line per wrong name.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_user_roles([
    ///         redcap::user_roles::UserRole::new()
    ///             .unique_role_name("")
    ///             .role_label("Data entry")
    ///             .calendar(true)
    ///             .record_create(true)
    ///             .forms([("visit", redcap::values::FormRight::OldEdit)]),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=userRole")]
    pub fn import_user_roles(
        &self,
        data: impl IntoIterator<Item = UserRole>,
    ) -> ImportUserRoles<M> {
        let mut request = Request::new(self, &IMPORT_USER_ROLES);
        request.set_rows("data", data);
        ImportUserRoles { request }
    }

    /// Deletes user roles by their unique names.
    ///
    /// Removes the roles for good. A role that is made again gets another unique name.
    ///
    /// - REDCap: since 11.3.0, there called "Delete User Roles"
    /// - Token: of a project, with the rights API Import/Update + User Rights
    /// - Effect: deletes, **can destroy data**; must not be repeated blindly: A second call names roles that no longer exist.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `The '{parameter}' parameter is either missing or is not an array. It must be provided as an array even if it only contains one value.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.delete_user_roles(["U-HJIRO3NZV2"]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=userRole")]
    pub fn delete_user_roles(
        &self,
        roles: impl IntoIterator<Item = impl Into<RoleName>>,
    ) -> DeleteUserRoles<M> {
        let mut request = Request::new(self, &DELETE_USER_ROLES);
        request.set_list("roles", RoleName::texts(roles));
        DeleteUserRoles { request }
    }

    /// Exports which user is assigned to which role.
    ///
    /// Lists every user of the project with the unique name of the role. Users without a role are listed
    /// with an empty name.
    ///
    /// - REDCap: since 11.3.0, there called "Export User-Role Assignments"
    /// - Token: of a project, with the rights API Export + User Rights (since about 14.0.0)
    /// - Effect: reads only; may be repeated: It only reads.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_user_role_assignments().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=userRoleMapping")]
    pub fn export_user_role_assignments(&self) -> ExportUserRoleAssignments<M> {
        ExportUserRoleAssignments {
            request: Request::new(self, &EXPORT_USER_ROLE_ASSIGNMENTS),
        }
    }

    /// Assigns users to roles or takes them out of their roles.
    ///
    /// Each item names one user, who must be in the project already, and the unique name of the role;
    /// an empty name takes the user out of the role. Rights that the user has without the role are
    /// kept underneath and apply again when the role is taken away.
    ///
    /// - REDCap: since 11.3.0, there called "Import User-Role Assignments"
    /// - Token: of a project, with the rights API Import/Update + User Rights
    /// - Effect: changes; may be repeated: Users are matched by name and have one role at most, so sending the same items again changes nothing.
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
    ///     .import_user_role_assignments([
    ///         redcap::user_roles::UserRoleAssignment::new("berta_berlin", "U-HJIRO3NZV2"),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=userRoleMapping")]
    pub fn import_user_role_assignments(
        &self,
        data: impl IntoIterator<Item = UserRoleAssignment>,
    ) -> ImportUserRoleAssignments<M> {
        let mut request = Request::new(self, &IMPORT_USER_ROLE_ASSIGNMENTS);
        request.set_rows("data", data);
        ImportUserRoleAssignments {
            request,
        }
    }
}

/// The method of [`Client::export_user_roles`].
pub const EXPORT_USER_ROLES: Method = Method::new("export_user_roles", "userRole")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads()
    .since(Life::since(11, 3, 0));
request!(export_user_roles, ExportUserRoles);

impl<M: Mode> ExportUserRoles<M> {
    /// Sends the request. Returns: The roles of the project.
    pub fn send(self) -> M::Reply<Vec<UserRole>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_user_roles`].
pub const IMPORT_USER_ROLES: Method = Method::new("import_user_roles", "userRole")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .since(Life::since(11, 3, 0));
request!(import_user_roles, ImportUserRoles);

impl<M: Mode> ImportUserRoles<M> {
    /// Sends the request. Returns: Number of roles added or changed.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}

/// The method of [`Client::delete_user_roles`].
pub const DELETE_USER_ROLES: Method = Method::new("delete_user_roles", "userRole")
    .action("delete")
    .fixed(&[("returnFormat", "json")])
    .since(Life::since(11, 3, 0));
request!(delete_user_roles, DeleteUserRoles);

impl<M: Mode> DeleteUserRoles<M> {
    /// Sends the request. Returns: Number of roles deleted.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}

/// The method of [`Client::export_user_role_assignments`].
pub const EXPORT_USER_ROLE_ASSIGNMENTS: Method = Method::new(
        "export_user_role_assignments",
        "userRoleMapping",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads()
    .since(Life::since(11, 3, 0));
request!(export_user_role_assignments, ExportUserRoleAssignments);

impl<M: Mode> ExportUserRoleAssignments<M> {
    /// Sends the request. Returns: One item per user of the project.
    pub fn send(self) -> M::Reply<Vec<UserRoleAssignment>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_user_role_assignments`].
pub const IMPORT_USER_ROLE_ASSIGNMENTS: Method = Method::new(
        "import_user_role_assignments",
        "userRoleMapping",
    )
    .action("import")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .idempotent()
    .since(Life::since(11, 3, 0));
request!(import_user_role_assignments, ImportUserRoleAssignments);

impl<M: Mode> ImportUserRoleAssignments<M> {
    /// Sends the request. Returns: Number of assignments imported.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}
