// Made by `cargo run generate` from spec/methods/projects.yaml.
// Do not edit: change the source and run it again.

//! Projects
//!
//! Creates projects, reads and changes their settings, and exports a project as a whole.

use crate::names::{ApiToken, EventName, FieldName, RecordId};
use crate::runtime::{
    Async, CallOptions, Client, Document, Format, Life, Method, Mode, RawAnswer, Request,
};
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
    /// - Changed (6.12.0): The parameter `odm` comes, with which a project is made from an ODM document.
    ///
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 403 `You do not have permissions to use the API 'Create Project' method. You must have been granted a 64-character Super API Token from a REDCap administrator in order to utilize this method.`: The token is a project token or unknown. Ask an administrator of the server for a super token.
    /// - 400 `You must provide some text for 'purpose_other' since you specified 'purpose' as '1' (Other).`: The item has purpose 1 without `purpose_other`. Say in `purpose_other` what the project is for, or choose another purpose.
    /// - 400 `The data is not in the specified format.`: The payload cannot be read as what `format` says, or `format` is absent and the payload is not XML. Send `format` and make the payload fit it. JSON must be an array of objects, even for one item.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client
    ///     .create_project(
    ///         redcap::projects::NewProject::new(
    ///                 "Blood Pressure Study",
    ///                 redcap::projects::ProjectPurpose::OtherPurpose,
    ///             )
    ///             .purpose_other("Method comparison")
    ///             .is_longitudinal(true)
    ///             .record_autonumbering_enabled(false),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=project")]
    pub fn create_project(&self, data: NewProject) -> CreateProject<M> {
        CreateProject::new(self, data)
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
    /// - Changed (about 12.0.0): The setting `bypass_branching_erase_field_prompt` can be changed.
    /// - Changed (15.8.2): The setting `project_pi_email` can be changed, which makes 19 settings instead of 18.
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
    ///     .import_project_info(
    ///         redcap::projects::ProjectInfo::new()
    ///             .project_title("Blood Pressure Study II")
    ///             .surveys_enabled(true),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=project_settings")]
    pub fn import_project_info(&self, data: ProjectInfo) -> ImportProjectInfo<M> {
        ImportProjectInfo::new(self, data)
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
    /// # Errors
    ///
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_project_info().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=project")]
    pub fn export_project_info(&self) -> ExportProjectInfo<M> {
        ExportProjectInfo::new(self)
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
    /// - 403 `You do not have permissions to use the API`: The token is missing, wrong or revoked, its owner is expired or lacks the API right, or the API is switched off. Check the token and its owner's rights in the project. Do not repeat the call unchanged.
    /// - 400 `Insufficient user privileges: You must have 'API Export' privileges and 'Data Access Groups' privileges in the project.`: The call touches Data Access Groups and the owner of the token lacks the right to manage them. Ask for the right Data Access Groups, or leave out `exportDataAccessGroups`.
    /// - 200 `REDCap ran out of server memory. The request cannot be processed. Please try importing/exporting a smaller amount of data.`: The amount of data was too big for the server. The status is 200 all the same, and a fragment of HTML comes before the error in the body. Split the call, for instance by records or fields.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: redcap::Client) -> Result<(), redcap::Error> {
    /// let answer = client.export_project_xml().return_metadata_only(true).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "content=project_xml")]
    pub fn export_project_xml(&self) -> ExportProjectXml<M> {
        ExportProjectXml::new(self)
    }
}

/// The method of [`Client::create_project`].
pub const CREATE_PROJECT: Method = Method::new("create_project", "project")
    .since(Life::since(6, 11, 0))
    .parameters(&[("odm", Life::since(6, 12, 0))]);
/// Request of [`Client::create_project`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateProject<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> CreateProject<M> {
    fn new(client: &Client<M>, data: NewProject) -> Self {
        let mut request = Request::new(client, &CREATE_PROJECT);
        request.set("format", "json");
        request.set_rows("data", [data]);
        request.set("returnFormat", "json");
        Self { request }
    }

    /// A project to copy, as Export Project XML makes it or as CDISC ODM from another system. Taken over are
    /// fields, arms, events, mappings, the setup of what repeats, surveys and their queue, Data Access Groups,
    /// roles, reports, and the records with their uploaded files. Not taken over are the File Repository, users,
    /// calculated values, survey times and who belongs to which group; several line breaks in a row may shrink. *(since 6.12.0)*
    ///
    /// When left out: an empty project. On the wire: `odm`.
    pub fn odm(mut self, odm: impl Into<String>) -> Self {
        self.request.set("odm", odm);
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The token of the caller for the new project, 32 characters in every format.
    pub fn send(self) -> M::Reply<ApiToken> {
        self.request.text()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::import_project_info`].
pub const IMPORT_PROJECT_INFO: Method = Method::new(
        "import_project_info",
        "project_settings",
    )
    .idempotent();
/// Request of [`Client::import_project_info`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ImportProjectInfo<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ImportProjectInfo<M> {
    fn new(client: &Client<M>, data: ProjectInfo) -> Self {
        let mut request = Request::new(client, &IMPORT_PROJECT_INFO);
        request.set("format", "json");
        request.set_rows("data", [data]);
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: Number of settings taken from the item, unchanged ones included.
    pub fn send(self) -> M::Reply<u64> {
        self.request.integer()
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}

/// The method of [`Client::export_project_info`].
pub const EXPORT_PROJECT_INFO: Method = Method::new("export_project_info", "project")
    .reads()
    .since(Life::since(6, 5, 0));
/// Request of [`Client::export_project_info`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportProjectInfo<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportProjectInfo<M> {
    fn new(client: &Client<M>) -> Self {
        let mut request = Request::new(client, &EXPORT_PROJECT_INFO);
        request.set("format", "json");
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Character between the columns of CSV. Other formats ignore it.
    ///
    /// Default: `,`. Not on REDCap's help page. On the wire: `csvDelimiter`.
    pub fn csv_delimiter(mut self, csv_delimiter: CsvDelimiter) -> Self {
        self.request.set("csvDelimiter", csv_delimiter.as_str());
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The attributes of the project.
    pub fn send(self) -> M::Reply<ProjectInfo> {
        self.request.object()
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

/// The method of [`Client::export_project_xml`].
pub const EXPORT_PROJECT_XML: Method = Method::new("export_project_xml", "project_xml")
    .reads()
    .since(Life::since(6, 12, 0))
    .parameters(&[("exportFiles", Life::since(6, 12, 1))]);
/// Request of [`Client::export_project_xml`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ExportProjectXml<M: Mode = Async> {
    request: Request<M>,
}

impl<M: Mode> ExportProjectXml<M> {
    fn new(client: &Client<M>) -> Self {
        let mut request = Request::new(client, &EXPORT_PROJECT_XML);
        request.set("returnFormat", "json");
        Self { request }
    }

    /// Leave the data out.
    ///
    /// Default: `false`. On the wire: `returnMetadataOnly`.
    pub fn return_metadata_only(mut self, return_metadata_only: bool) -> Self {
        self.request
            .set(
                "returnMetadataOnly",
                if return_metadata_only { "true" } else { "false" },
            );
        self
    }

    /// Only the data of these records.
    ///
    /// When left out: all records. On the wire: `records`.
    pub fn records(
        mut self,
        records: impl IntoIterator<Item = impl Into<RecordId>>,
    ) -> Self {
        self.request
            .set_list(
                "records",
                records
                    .into_iter()
                    .map(|item| Into::<RecordId>::into(item).into_string()),
            );
        self
    }

    /// Only the data of these fields.
    ///
    /// When left out: all fields. On the wire: `fields`.
    pub fn fields(
        mut self,
        fields: impl IntoIterator<Item = impl Into<FieldName>>,
    ) -> Self {
        self.request
            .set_list(
                "fields",
                fields
                    .into_iter()
                    .map(|item| Into::<FieldName>::into(item).into_string()),
            );
        self
    }

    /// Only the data of these events. For longitudinal projects only.
    ///
    /// When left out: all events. On the wire: `events`.
    pub fn events(
        mut self,
        events: impl IntoIterator<Item = impl Into<EventName>>,
    ) -> Self {
        self.request
            .set_list(
                "events",
                events
                    .into_iter()
                    .map(|item| Into::<EventName>::into(item).into_string()),
            );
        self
    }

    /// Include the survey identifier and the survey times.
    ///
    /// Default: `false`. On the wire: `exportSurveyFields`.
    pub fn export_survey_fields(mut self, export_survey_fields: bool) -> Self {
        self.request
            .set(
                "exportSurveyFields",
                if export_survey_fields { "true" } else { "false" },
            );
        self
    }

    /// Include the Data Access Group of each record. Ignored when the user is in a group.
    ///
    /// Default: `false`. On the wire: `exportDataAccessGroups`.
    pub fn export_data_access_groups(mut self, export_data_access_groups: bool) -> Self {
        self.request
            .set(
                "exportDataAccessGroups",
                if export_data_access_groups { "true" } else { "false" },
            );
        self
    }

    /// Only data for which this REDCap logic is true.
    ///
    /// When left out: no filter. On the wire: `filterLogic`.
    pub fn filter_logic(mut self, filter_logic: impl Into<String>) -> Self {
        self.request.set("filterLogic", filter_logic);
        self
    }

    /// Include the uploaded files, in base64. Makes the answer much larger. *(since 6.12.1)*
    ///
    /// Default: `false`. On the wire: `exportFiles`.
    pub fn export_files(mut self, export_files: bool) -> Self {
        self.request.set("exportFiles", if export_files { "true" } else { "false" });
        self
    }

    /// Chooses time limits and the like for this call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.with(options);
        self
    }

    /// Sends the request. Returns: The project as an ODM document.
    pub fn send(self) -> M::Reply<Document> {
        self.request.document(Format::Odm)
    }

    /// Sends the request. Returns: whatever the server answers, also a refusal.
    pub fn raw(self) -> M::Reply<RawAnswer> {
        self.request.raw()
    }
}
