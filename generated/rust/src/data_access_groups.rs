// Made by `cargo run generate` from spec/methods/data_access_groups.yaml.
// Do not edit: change the source and run it again.

//! Data Access Groups
//!
//! Manages the groups that limit which records a user sees, and who belongs to them.

use crate::names::DagName;
use crate::runtime::{Client, Life, Method, Mode, Request};
use crate::values::CsvDelimiter;

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Exports the Data Access Groups of the project with their unique names.
    ///
    /// Lists every Data Access Group with its label, its unique name and (on newer servers) its numeric id.
    /// The unique name is what other methods take; the numeric id is what `create_folder` takes as `dag_id`.
    /// A project without groups answers with an empty list.
    ///
    /// - REDCap: since 10.8.0 or earlier, there called "Export DAGs"
    /// - Token: of a project, with the rights API Export + Data Access Groups (since about 14.0.0)
    /// - Effect: reads only; may be repeated: It only reads.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 400 `Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' privileges in the project.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_dags().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=dag")]
    pub fn export_dags(&self) -> ExportDags<M> {
        ExportDags {
            request: Request::new(self, &EXPORT_DAGS),
        }
    }

    /// Creates Data Access Groups or renames existing ones.
    ///
    /// An item with a blank `unique_group_name` creates a group. An item that names an existing group
    /// gives it the new label. REDCap derives the unique name from the label, so a rename changes the
    /// unique name too, and anything that stores the old one no longer finds the group.
    ///
    /// - REDCap: since 10.8.0 or earlier, there called "Import DAGs"
    /// - Token: of a project, with the rights API Import/Update + Data Access Groups (since about 14.0.0)
    /// - Effect: changes, **can destroy data**; must not be repeated blindly: An item with a blank unique name creates one more group on every call.
    /// - Changed (17.3.0): In new projects, accented letters of a label are transliterated in the unique name.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' privileges in the project.`; 400 `The data is not in the specified format.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_dags([
    ///         redcap::data_access_groups::Dag::new("Paris").unique_group_name(""),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=dag")]
    pub fn import_dags(&self, data: impl IntoIterator<Item = Dag>) -> ImportDags<M> {
        let mut request = Request::new(self, &IMPORT_DAGS);
        request.set_rows("data", data);
        ImportDags { request }
    }

    /// Deletes Data Access Groups by their unique names.
    ///
    /// Removes the named groups. Names that no group has are passed over: they do not count and raise no error,
    /// so compare the returned number with the number of names sent.
    ///
    /// - REDCap: since 10.8.0 or earlier, there called "Delete DAGs"
    /// - Token: of a project, with the rights API Import/Update + Data Access Groups (since about 14.0.0)
    /// - Effect: deletes, **can destroy data**; may be repeated: Names that no longer exist are passed over.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' privileges in the project.`; 400 `The '{parameter}' parameter is either missing or is not an array. It must be provided as an array even if it only contains one value.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.delete_dags(["lyon"]).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=dag")]
    pub fn delete_dags(
        &self,
        dags: impl IntoIterator<Item = impl Into<DagName>>,
    ) -> DeleteDags<M> {
        let mut request = Request::new(self, &DELETE_DAGS);
        request.set_list("dags", DagName::texts(dags));
        DeleteDags { request }
    }

    /// Moves the token owner to another of the Data Access Groups assigned to them.
    ///
    /// Changes the current group of the user who owns the token, in the same way as the DAG Switcher in the user
    /// interface. Only groups that the DAG Switcher offers to that user can be chosen. The change lasts beyond the
    /// call and takes effect at once: the next export shows the records of the new group.
    ///
    /// - REDCap: since 11.3.1, there called "Switch DAG"
    /// - Token: of a project, with the rights API Import/Update
    /// - Effect: changes settings; may be repeated: Switching to the current group changes nothing.
    /// - Needs: users assigned to several Data Access Groups
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// client.switch_dag("lyon").send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=dag")]
    pub fn switch_dag(&self, dag: impl Into<DagName>) -> SwitchDag<M> {
        let mut request = Request::new(self, &SWITCH_DAG);
        request.set("dag", dag.into().into_string());
        SwitchDag { request }
    }

    /// Exports which user belongs to which Data Access Group.
    ///
    /// Lists the users of the project, sorted by username, each with the unique name of the group they are in.
    /// The group is empty for users who are in none and therefore see the records of all groups.
    ///
    /// - REDCap: since 10.8.0 or earlier, there called "Export User-DAG Assignments"
    /// - Token: of a project, with the rights API Export + Data Access Groups (since about 14.0.0)
    /// - Effect: reads only; may be repeated: It only reads.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 400 `Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' privileges in the project.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_user_dag_assignments().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=userDagMapping")]
    pub fn export_user_dag_assignments(&self) -> ExportUserDagAssignments<M> {
        ExportUserDagAssignments {
            request: Request::new(self, &EXPORT_USER_DAG_ASSIGNMENTS),
        }
    }

    /// Puts users into Data Access Groups or takes them out.
    ///
    /// Sets the group of each user named in the data, one item for each user. A user whose group is missing or
    /// blank is taken out of their group and then sees the records of all groups, so check the data before sending.
    ///
    /// - REDCap: since 10.8.0 or earlier, there called "Import User-DAG Assignments"
    /// - Token: of a project, with the rights API Import/Update + Data Access Groups (since about 14.0.0)
    /// - Effect: changes; may be repeated: Each item sets the group of its user, so sending the same items again changes nothing.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 403 `You do not have API Import/Update privileges`; 400 `Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' privileges in the project.`; 400 `The data is not in the specified format.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .import_user_dag_assignments([
    ///         redcap::data_access_groups::UserDagAssignment::new("carl_coordinator")
    ///             .redcap_data_access_group("lyon"),
    ///     ])
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=userDagMapping")]
    pub fn import_user_dag_assignments(
        &self,
        data: impl IntoIterator<Item = UserDagAssignment>,
    ) -> ImportUserDagAssignments<M> {
        let mut request = Request::new(self, &IMPORT_USER_DAG_ASSIGNMENTS);
        request.set_rows("data", data);
        ImportUserDagAssignments {
            request,
        }
    }
}

/// The method of [`Client::export_dags`].
pub const EXPORT_DAGS: Method = Method::new("export_dags", "dag")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads();
request!(export_dags, ExportDags);

impl<M: Mode> ExportDags<M> {
    /// Character between the columns of CSV. Other formats ignore it. *(since about 10.8.0)*
    /// Default: `,`. Not on REDCap's help page. On the wire: `csvDelimiter`.
    pub fn csv_delimiter(mut self, value: CsvDelimiter) -> Self {
        self.request.set("csvDelimiter", value.as_str());
        self
    }

    /// Sends the request. Returns: All Data Access Groups of the project.
    pub fn send(self) -> M::Reply<Vec<Dag>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_dags`].
pub const IMPORT_DAGS: Method = Method::new("import_dags", "dag")
    .action("import")
    .fixed(&[("format", "json"), ("returnFormat", "json")]);
request!(import_dags, ImportDags);

impl<M: Mode> ImportDags<M> {
    /// Sends the request. Returns: Number of groups added or updated.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}

/// The method of [`Client::delete_dags`].
pub const DELETE_DAGS: Method = Method::new("delete_dags", "dag")
    .action("delete")
    .fixed(&[("returnFormat", "json")])
    .idempotent();
request!(delete_dags, DeleteDags);

impl<M: Mode> DeleteDags<M> {
    /// Sends the request. Returns: Number of groups deleted.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}

/// The method of [`Client::switch_dag`].
pub const SWITCH_DAG: Method = Method::new("switch_dag", "dag")
    .action("switch")
    .fixed(&[("returnFormat", "json")])
    .idempotent()
    .since(Life::since(11, 3, 1));
request!(switch_dag, SwitchDag);

impl<M: Mode> SwitchDag<M> {
    /// Sends the request. Returns: The token owner now works in the chosen group.
    pub fn send(self) -> M::Reply<()> {
        self.request.done()
    }
}

/// The method of [`Client::export_user_dag_assignments`].
pub const EXPORT_USER_DAG_ASSIGNMENTS: Method = Method::new(
        "export_user_dag_assignments",
        "userDagMapping",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads();
request!(export_user_dag_assignments, ExportUserDagAssignments);

impl<M: Mode> ExportUserDagAssignments<M> {
    /// Sends the request. Returns: One item for each user of the project.
    pub fn send(self) -> M::Reply<Vec<UserDagAssignment>> {
        self.request.list()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::import_user_dag_assignments`].
pub const IMPORT_USER_DAG_ASSIGNMENTS: Method = Method::new(
        "import_user_dag_assignments",
        "userDagMapping",
    )
    .action("import")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .idempotent();
request!(import_user_dag_assignments, ImportUserDagAssignments);

impl<M: Mode> ImportUserDagAssignments<M> {
    /// Sends the request. Returns: Number of assignments added or updated.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}
