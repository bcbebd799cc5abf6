// Made by `cargo run generate` from spec/methods/projects.yaml.
// Do not edit: change the source and run it again.

//! Projects
//!
//! Creates projects, reads and changes their settings, and exports a project as a whole.

use crate::names::{ApiToken, EventName, FieldName, RecordId};
use crate::runtime::{Client, Document, Format, Life, Method, Mode, Request};
use crate::values::CsvDelimiter;

mod types;

pub use types::*;

impl<M: Mode> Client<M> {
    /// Creates a project with a super token and returns a token for it.
    ///
    /// Makes an empty project or, with `odm`, a copy of another one. The owner of the super token becomes a user of
    /// the project with all rights, and the answer is that user's token for it, so keep the answer safe.
    ///
    /// An empty project has one instrument with the record name field and the form status and, when it is
    /// longitudinal, one arm with one event.
    ///
    /// - REDCap: since 6.11.0, there called "Create A New Project"
    /// - Token: super token
    /// - Effect: creates; must not be repeated blindly: Every call makes another project.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 400 `The data is not in the specified format.`
    /// - 403 `You do not have permissions to use the API 'Create Project' method. You must have been granted a 64-character Super API Token from a REDCap administrator in order to utilize this method.`: The token is a project token or unknown. Ask an administrator of the server for a super token.
    /// - 400 `You must provide some text for 'purpose_other' since you specified 'purpose' as '1' (Other).`: The item has purpose 1 without `purpose_other`. Say in `purpose_other` what the project is for, or choose another purpose.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .create_project(
    ///         redcap::projects::NewProject::new(
    ///                 "Migraine Diary",
    ///                 redcap::projects::ProjectPurpose::OtherPurpose,
    ///             )
    ///             .purpose_other("Method comparison")
    ///             .is_longitudinal(true)
    ///             .record_autonumbering_enabled(false),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=project")]
    pub fn create_project(&self, data: NewProject) -> CreateProject<M> {
        let mut request = Request::new(self, &CREATE_PROJECT);
        request.set_rows("data", [data]);
        CreateProject { request }
    }

    /// Changes settings of the project, such as its title, purpose or modules.
    ///
    /// Sets the attributes that the item holds and leaves all others alone, so one setting can be changed by
    /// itself. The answer counts the accepted attributes, also those whose value stays the same. The former values
    /// are lost; export the project information first if they may be needed.
    ///
    /// A project counts as longitudinal once the setting is on and at least one event exists, so a classic project
    /// needs events before the change shows in exports.
    ///
    /// - REDCap: since 7.0.0 or earlier, there called "Import Project Information"
    /// - Token: of a project, with the rights API Import/Update + Project Design and Setup (since 14.9.1 or earlier)
    /// - Effect: changes settings; may be repeated: The same settings are set again to the same values.
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
    ///     .import_project_info(
    ///         redcap::projects::ProjectInfo::new()
    ///             .project_title("Headache Trial II")
    ///             .project_irb_number("IRB-2026-014"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=project_settings")]
    pub fn import_project_info(&self, data: ProjectInfo) -> ImportProjectInfo<M> {
        let mut request = Request::new(self, &IMPORT_PROJECT_INFO);
        request.set_rows("data", [data]);
        ImportProjectInfo { request }
    }

    /// Exports the settings of the project, from its title to the modules switched on.
    ///
    /// Returns one item with the attributes of the project. It tells, among other things, whether the project is
    /// longitudinal, whether anything repeats and whether it is in production, which decides which other
    /// methods work.
    ///
    /// JSON is a single object, not a list; CSV is a header and one line. The order of the columns has changed
    /// between versions, so read them by name.
    ///
    /// - REDCap: since 6.5.0, there called "Export Project Information"
    /// - Token: of a project, with the rights API Export
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Changed (9.3.6 or earlier): The column `has_repeating_instruments_or_events` no longer stands last, as it did in 2018.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_project_info().send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=project")]
    pub fn export_project_info(&self) -> ExportProjectInfo<M> {
        ExportProjectInfo {
            request: Request::new(self, &EXPORT_PROJECT_INFO),
        }
    }

    /// Exports the structure of the project, with or without its data, as one ODM document.
    ///
    /// Returns CDISC ODM 1.3.1 with REDCap's own extensions, from which Create A New Project can make a copy.
    /// The structure is always complete: fields, events, settings, surveys, groups, roles and reports. The filters
    /// and flags work on the data part alone; `returnMetadataOnly` leaves that part out.
    ///
    /// The names of field types differ from those of the data dictionary: notes are `textarea` and
    /// drop-down lists are `select` here.
    ///
    /// - REDCap: since 6.12.0, there called "Export Entire Project as REDCap XML File (containing metadata and data)"
    /// - Token: of a project, with the rights API Export + Data Export Rights
    /// - Effect: reads only; may be repeated: It only reads.
    /// - Changed (6.12.1): Uploaded files are included only on demand, with `exportFiles`; 6.12.0 always included them.
    ///
    /// # Errors
    ///
    /// - [Common](crate#common-refusals): 400 `Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' privileges in the project.`; 200 `REDCap ran out of server memory. The request cannot be processed. Please try importing/exporting a smaller amount of data.`
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_project_xml().return_metadata_only(true).send().await?;
    /// # Ok(()) }
    /// ```
    #[doc(alias = "content=project_xml")]
    pub fn export_project_xml(&self) -> ExportProjectXml<M> {
        ExportProjectXml {
            request: Request::new(self, &EXPORT_PROJECT_XML),
        }
    }
}

/// The method of [`Client::create_project`].
pub const CREATE_PROJECT: Method = Method::new("create_project", "project")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .since(Life::since(6, 11, 0))
    .parameters(&[("odm", Life::since(6, 12, 0))]);
request!(create_project, CreateProject);

impl<M: Mode> CreateProject<M> {
    /// A project to copy, as Export Project XML makes it or as CDISC ODM from another system. Taken over are
    /// fields, arms, events, mappings, the setup of what repeats, surveys and their queue, Data Access Groups,
    /// roles, reports, and the records with their uploaded files. Not taken over are the File Repository, users,
    /// calculated values, survey times and who belongs to which group; several line breaks in a row may shrink. *(since 6.12.0)*
    /// When left out: an empty project.
    pub fn odm(mut self, value: impl Into<String>) -> Self {
        self.request.set("odm", value);
        self
    }

    /// Sends the request. Returns: The token of the caller for the new project, 32 characters in every format.
    pub fn send(self) -> M::Reply<ApiToken> {
        self.request.text()
    }
}

/// The method of [`Client::import_project_info`].
pub const IMPORT_PROJECT_INFO: Method = Method::new(
        "import_project_info",
        "project_settings",
    )
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .idempotent();
request!(import_project_info, ImportProjectInfo);

impl<M: Mode> ImportProjectInfo<M> {
    /// Sends the request. Returns: Number of settings taken from the item, unchanged ones included.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }
}

/// The method of [`Client::export_project_info`].
pub const EXPORT_PROJECT_INFO: Method = Method::new("export_project_info", "project")
    .fixed(&[("format", "json"), ("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 5, 0));
request!(export_project_info, ExportProjectInfo);

impl<M: Mode> ExportProjectInfo<M> {
    /// Character between the columns of CSV. Other formats ignore it.
    /// Default: `,`. Not on REDCap's help page. On the wire: `csvDelimiter`.
    pub fn csv_delimiter(mut self, value: CsvDelimiter) -> Self {
        self.request.set("csvDelimiter", value.as_str());
        self
    }

    /// Sends the request. Returns: The attributes of the project.
    pub fn send(self) -> M::Reply<ProjectInfo> {
        self.request.object()
    }

    document!(csv, Csv, "CSV");
    document!(xml, Xml, "XML");
}

/// The method of [`Client::export_project_xml`].
pub const EXPORT_PROJECT_XML: Method = Method::new("export_project_xml", "project_xml")
    .fixed(&[("returnFormat", "json")])
    .reads()
    .since(Life::since(6, 12, 0))
    .parameters(&[("exportFiles", Life::since(6, 12, 1))]);
request!(export_project_xml, ExportProjectXml);

impl<M: Mode> ExportProjectXml<M> {
    /// Leave the data out. Default: `false`. On the wire: `returnMetadataOnly`.
    pub fn return_metadata_only(mut self, value: bool) -> Self {
        self.request.set("returnMetadataOnly", if value { "true" } else { "false" });
        self
    }

    /// Only the data of these records. When left out: all records.
    pub fn records(
        mut self,
        values: impl IntoIterator<Item = impl Into<RecordId>>,
    ) -> Self {
        self.request.set_list("records", RecordId::texts(values));
        self
    }

    /// Only the data of these fields. When left out: all fields.
    pub fn fields(
        mut self,
        values: impl IntoIterator<Item = impl Into<FieldName>>,
    ) -> Self {
        self.request.set_list("fields", FieldName::texts(values));
        self
    }

    /// Only the data of these events. For longitudinal projects only. When left out: all events.
    pub fn events(
        mut self,
        values: impl IntoIterator<Item = impl Into<EventName>>,
    ) -> Self {
        self.request.set_list("events", EventName::texts(values));
        self
    }

    /// Include the survey identifier and the survey times. Default: `false`. On the wire: `exportSurveyFields`.
    pub fn export_survey_fields(mut self, value: bool) -> Self {
        self.request.set("exportSurveyFields", if value { "true" } else { "false" });
        self
    }

    /// Include the Data Access Group of each record. Ignored when the user is in a group.
    /// Default: `false`. On the wire: `exportDataAccessGroups`.
    pub fn export_data_access_groups(mut self, value: bool) -> Self {
        self.request.set("exportDataAccessGroups", if value { "true" } else { "false" });
        self
    }

    /// Only data for which this REDCap logic is true. When left out: no filter. On the wire: `filterLogic`.
    pub fn filter_logic(mut self, value: impl Into<String>) -> Self {
        self.request.set("filterLogic", value);
        self
    }

    /// Include the uploaded files, in base64. Makes the answer much larger. *(since 6.12.1)*
    /// Default: `false`. On the wire: `exportFiles`.
    pub fn export_files(mut self, value: bool) -> Self {
        self.request.set("exportFiles", if value { "true" } else { "false" });
        self
    }

    /// Sends the request. Returns: The project as an ODM document.
    pub fn send(self) -> M::Reply<Document> {
        self.request.document(Format::Odm)
    }
}
