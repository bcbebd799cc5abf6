// Made by `cargo run generate` from spec/methods/users.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Users & User Privileges".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::{DagName, Username};
use crate::runtime::{DecodeError, FromRow, Row, ToRow, Value};
use crate::values::{ExportRight, FormRight, LockRight, UserRightsLevel};

/// A user of a project with the rights that apply.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// Name under which the user logs in.
    pub username: Username,
    /// E-mail address of the user's account. Not imported.
    pub email: Option<String>,
    /// First name of the user's account. Not imported.
    pub firstname: Option<String>,
    /// Last name of the user's account. Not imported.
    pub lastname: Option<String>,
    /// Day on which the access of the user ends; empty for no end. Written `YYYY-MM-DD`.
    pub expiration: Option<String>,
    /// Unique name of the group the user belongs to; empty for none. In an import, leaving it out or
    /// empty takes the user out of the group.
    pub data_access_group: Option<DagName>,
    /// Number of the group. *(since 6.11.0)* Not imported.
    pub data_access_group_id: Option<i64>,
    /// Name of the group as people see it. *(since 16.0.0)* Not imported.
    pub data_access_group_label: Option<String>,
    /// Project Design and Setup. *(since 6.11.0)*
    pub design: Option<bool>,
    /// Alerts & Notifications. *(since 14.5.0 or earlier)*
    pub alerts: Option<bool>,
    /// The User Rights page. *(since 6.11.0)*
    pub user_rights: Option<UserRightsLevel>,
    /// The Data Access Groups page. Not to be mixed up with `data_access_group`, the group of a user. *(since 6.11.0)*
    pub data_access_groups: Option<bool>,
    /// One export right for the whole project, replaced by `forms_export`. Later servers take it in
    /// imports without an error and ignore it. *(since 6.11.0, gone in 12.5.2)*
    pub data_export: Option<ExportRight>,
    /// Adding and editing reports. *(since 6.11.0)*
    pub reports: Option<bool>,
    /// Stats & Charts. *(since 6.11.0)*
    pub stats_and_charts: Option<bool>,
    /// Survey Distribution Tools, formerly called Manage Survey Participants. *(since 6.11.0)*
    pub manage_survey_participants: Option<bool>,
    /// Calendar. *(since 6.11.0)*
    pub calendar: Option<bool>,
    /// Data Import Tool. *(since 6.11.0)*
    pub data_import_tool: Option<bool>,
    /// Data Comparison Tool. *(since 6.11.0)*
    pub data_comparison_tool: Option<bool>,
    /// Logging. *(since 6.11.0)*
    pub logging: Option<bool>,
    /// Email Logging. *(since about 14.4.0)*
    pub email_logging: Option<bool>,
    /// File Repository. *(since 6.11.0)*
    pub file_repository: Option<bool>,
    /// Creating and editing data quality rules. *(since 6.11.0)*
    pub data_quality_create: Option<bool>,
    /// Running data quality rules. *(since 6.11.0)*
    pub data_quality_execute: Option<bool>,
    /// Level of access to the data resolution workflow. *(since about 15.0.0)* Not always there.
    pub data_quality_resolution: Option<i64>,
    /// API Export. *(since 6.11.0)*
    pub api_export: Option<bool>,
    /// API Import/Update. *(since 6.11.0)*
    pub api_import: Option<bool>,
    /// API actions of external modules. *(since about 14.0.3)*
    pub api_modules: Option<bool>,
    /// REDCap Mobile App. *(since 6.5.0)*
    pub mobile_app: Option<bool>,
    /// Downloading the data of records to the mobile app. *(since 6.5.0)*
    pub mobile_app_download_data: Option<bool>,
    /// Creating records. *(since 6.11.0)*
    pub record_create: Option<bool>,
    /// Renaming records. *(since 6.11.0)*
    pub record_rename: Option<bool>,
    /// Deleting records. *(since 6.11.0)*
    pub record_delete: Option<bool>,
    /// Locking and unlocking whole records, all instruments at once. *(since 6.11.0)*
    pub lock_records_all_forms: Option<bool>,
    /// Locking and unlocking single instruments. *(since 6.11.0)*
    pub lock_records: Option<LockRight>,
    /// Customizing how records are locked. *(since 6.11.0)*
    pub lock_records_customization: Option<bool>,
    /// Managing MyCap participants. *(since about 13.0.0)* Not always there.
    pub mycap_participants: Option<bool>,
    /// Setting up randomization. *(since 12.5.2 or earlier)* Not always there.
    pub random_setup: Option<bool>,
    /// Seeing the randomization dashboard. *(since 12.5.2 or earlier)* Not always there.
    pub random_dashboard: Option<bool>,
    /// Randomizing records. *(since 12.5.2 or earlier)* Not always there.
    pub random_perform: Option<bool>,
    /// Access to each instrument. In CSV one cell such as `demographics:1,baseline:2`, in XML one
    /// element per instrument.
    pub forms: Option<BTreeMap<String, FormRight>>,
    /// Export right for each instrument, written like `forms`. It may name instruments that no longer exist. *(since 12.5.2 or earlier)*
    pub forms_export: Option<BTreeMap<String, ExportRight>>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl User {
    /// An item to import, with what every item needs.
    #[must_use]
    pub fn new(username: impl Into<Username>) -> Self {
        Self {
            username: username.into(),
            email: None,
            firstname: None,
            lastname: None,
            expiration: None,
            data_access_group: None,
            data_access_group_id: None,
            data_access_group_label: None,
            design: None,
            alerts: None,
            user_rights: None,
            data_access_groups: None,
            data_export: None,
            reports: None,
            stats_and_charts: None,
            manage_survey_participants: None,
            calendar: None,
            data_import_tool: None,
            data_comparison_tool: None,
            logging: None,
            email_logging: None,
            file_repository: None,
            data_quality_create: None,
            data_quality_execute: None,
            data_quality_resolution: None,
            api_export: None,
            api_import: None,
            api_modules: None,
            mobile_app: None,
            mobile_app_download_data: None,
            record_create: None,
            record_rename: None,
            record_delete: None,
            lock_records_all_forms: None,
            lock_records: None,
            lock_records_customization: None,
            mycap_participants: None,
            random_setup: None,
            random_dashboard: None,
            random_perform: None,
            forms: None,
            forms_export: None,
            other: BTreeMap::new(),
        }
    }

    /// Sets \[`expiration`\](Self::expiration).
    #[must_use]
    pub fn expiration(mut self, expiration: impl Into<String>) -> Self {
        self.expiration = Some(expiration.into());
        self
    }

    /// Sets \[`data_access_group`\](Self::data_access_group).
    #[must_use]
    pub fn data_access_group(mut self, data_access_group: impl Into<DagName>) -> Self {
        self.data_access_group = Some(data_access_group.into());
        self
    }

    /// Sets \[`design`\](Self::design). *(since 6.11.0)*
    #[must_use]
    pub fn design(mut self, design: bool) -> Self {
        self.design = Some(design);
        self
    }

    /// Sets \[`alerts`\](Self::alerts). *(since 14.5.0 or earlier)*
    #[must_use]
    pub fn alerts(mut self, alerts: bool) -> Self {
        self.alerts = Some(alerts);
        self
    }

    /// Sets \[`user_rights`\](Self::user_rights). *(since 6.11.0)*
    #[must_use]
    pub fn user_rights(mut self, user_rights: UserRightsLevel) -> Self {
        self.user_rights = Some(user_rights);
        self
    }

    /// Sets \[`data_access_groups`\](Self::data_access_groups). *(since 6.11.0)*
    #[must_use]
    pub fn data_access_groups(mut self, data_access_groups: bool) -> Self {
        self.data_access_groups = Some(data_access_groups);
        self
    }

    /// Sets \[`data_export`\](Self::data_export). *(since 6.11.0, gone in 12.5.2)*
    #[must_use]
    pub fn data_export(mut self, data_export: ExportRight) -> Self {
        self.data_export = Some(data_export);
        self
    }

    /// Sets \[`reports`\](Self::reports). *(since 6.11.0)*
    #[must_use]
    pub fn reports(mut self, reports: bool) -> Self {
        self.reports = Some(reports);
        self
    }

    /// Sets \[`stats_and_charts`\](Self::stats_and_charts). *(since 6.11.0)*
    #[must_use]
    pub fn stats_and_charts(mut self, stats_and_charts: bool) -> Self {
        self.stats_and_charts = Some(stats_and_charts);
        self
    }

    /// Sets \[`manage_survey_participants`\](Self::manage_survey_participants). *(since 6.11.0)*
    #[must_use]
    pub fn manage_survey_participants(
        mut self,
        manage_survey_participants: bool,
    ) -> Self {
        self.manage_survey_participants = Some(manage_survey_participants);
        self
    }

    /// Sets \[`calendar`\](Self::calendar). *(since 6.11.0)*
    #[must_use]
    pub fn calendar(mut self, calendar: bool) -> Self {
        self.calendar = Some(calendar);
        self
    }

    /// Sets \[`data_import_tool`\](Self::data_import_tool). *(since 6.11.0)*
    #[must_use]
    pub fn data_import_tool(mut self, data_import_tool: bool) -> Self {
        self.data_import_tool = Some(data_import_tool);
        self
    }

    /// Sets \[`data_comparison_tool`\](Self::data_comparison_tool). *(since 6.11.0)*
    #[must_use]
    pub fn data_comparison_tool(mut self, data_comparison_tool: bool) -> Self {
        self.data_comparison_tool = Some(data_comparison_tool);
        self
    }

    /// Sets \[`logging`\](Self::logging). *(since 6.11.0)*
    #[must_use]
    pub fn logging(mut self, logging: bool) -> Self {
        self.logging = Some(logging);
        self
    }

    /// Sets \[`email_logging`\](Self::email_logging). *(since about 14.4.0)*
    #[must_use]
    pub fn email_logging(mut self, email_logging: bool) -> Self {
        self.email_logging = Some(email_logging);
        self
    }

    /// Sets \[`file_repository`\](Self::file_repository). *(since 6.11.0)*
    #[must_use]
    pub fn file_repository(mut self, file_repository: bool) -> Self {
        self.file_repository = Some(file_repository);
        self
    }

    /// Sets \[`data_quality_create`\](Self::data_quality_create). *(since 6.11.0)*
    #[must_use]
    pub fn data_quality_create(mut self, data_quality_create: bool) -> Self {
        self.data_quality_create = Some(data_quality_create);
        self
    }

    /// Sets \[`data_quality_execute`\](Self::data_quality_execute). *(since 6.11.0)*
    #[must_use]
    pub fn data_quality_execute(mut self, data_quality_execute: bool) -> Self {
        self.data_quality_execute = Some(data_quality_execute);
        self
    }

    /// Sets \[`data_quality_resolution`\](Self::data_quality_resolution). *(since about 15.0.0)*
    #[must_use]
    pub fn data_quality_resolution(mut self, data_quality_resolution: i64) -> Self {
        self.data_quality_resolution = Some(data_quality_resolution);
        self
    }

    /// Sets \[`api_export`\](Self::api_export). *(since 6.11.0)*
    #[must_use]
    pub fn api_export(mut self, api_export: bool) -> Self {
        self.api_export = Some(api_export);
        self
    }

    /// Sets \[`api_import`\](Self::api_import). *(since 6.11.0)*
    #[must_use]
    pub fn api_import(mut self, api_import: bool) -> Self {
        self.api_import = Some(api_import);
        self
    }

    /// Sets \[`api_modules`\](Self::api_modules). *(since about 14.0.3)*
    #[must_use]
    pub fn api_modules(mut self, api_modules: bool) -> Self {
        self.api_modules = Some(api_modules);
        self
    }

    /// Sets \[`mobile_app`\](Self::mobile_app). *(since 6.5.0)*
    #[must_use]
    pub fn mobile_app(mut self, mobile_app: bool) -> Self {
        self.mobile_app = Some(mobile_app);
        self
    }

    /// Sets \[`mobile_app_download_data`\](Self::mobile_app_download_data). *(since 6.5.0)*
    #[must_use]
    pub fn mobile_app_download_data(mut self, mobile_app_download_data: bool) -> Self {
        self.mobile_app_download_data = Some(mobile_app_download_data);
        self
    }

    /// Sets \[`record_create`\](Self::record_create). *(since 6.11.0)*
    #[must_use]
    pub fn record_create(mut self, record_create: bool) -> Self {
        self.record_create = Some(record_create);
        self
    }

    /// Sets \[`record_rename`\](Self::record_rename). *(since 6.11.0)*
    #[must_use]
    pub fn record_rename(mut self, record_rename: bool) -> Self {
        self.record_rename = Some(record_rename);
        self
    }

    /// Sets \[`record_delete`\](Self::record_delete). *(since 6.11.0)*
    #[must_use]
    pub fn record_delete(mut self, record_delete: bool) -> Self {
        self.record_delete = Some(record_delete);
        self
    }

    /// Sets \[`lock_records_all_forms`\](Self::lock_records_all_forms). *(since 6.11.0)*
    #[must_use]
    pub fn lock_records_all_forms(mut self, lock_records_all_forms: bool) -> Self {
        self.lock_records_all_forms = Some(lock_records_all_forms);
        self
    }

    /// Sets \[`lock_records`\](Self::lock_records). *(since 6.11.0)*
    #[must_use]
    pub fn lock_records(mut self, lock_records: LockRight) -> Self {
        self.lock_records = Some(lock_records);
        self
    }

    /// Sets \[`lock_records_customization`\](Self::lock_records_customization). *(since 6.11.0)*
    #[must_use]
    pub fn lock_records_customization(
        mut self,
        lock_records_customization: bool,
    ) -> Self {
        self.lock_records_customization = Some(lock_records_customization);
        self
    }

    /// Sets \[`mycap_participants`\](Self::mycap_participants). *(since about 13.0.0)*
    #[must_use]
    pub fn mycap_participants(mut self, mycap_participants: bool) -> Self {
        self.mycap_participants = Some(mycap_participants);
        self
    }

    /// Sets \[`random_setup`\](Self::random_setup). *(since 12.5.2 or earlier)*
    #[must_use]
    pub fn random_setup(mut self, random_setup: bool) -> Self {
        self.random_setup = Some(random_setup);
        self
    }

    /// Sets \[`random_dashboard`\](Self::random_dashboard). *(since 12.5.2 or earlier)*
    #[must_use]
    pub fn random_dashboard(mut self, random_dashboard: bool) -> Self {
        self.random_dashboard = Some(random_dashboard);
        self
    }

    /// Sets \[`random_perform`\](Self::random_perform). *(since 12.5.2 or earlier)*
    #[must_use]
    pub fn random_perform(mut self, random_perform: bool) -> Self {
        self.random_perform = Some(random_perform);
        self
    }

    /// Sets \[`forms`\](Self::forms).
    #[must_use]
    pub fn forms(
        mut self,
        forms: impl IntoIterator<Item = (impl Into<String>, FormRight)>,
    ) -> Self {
        self.forms = Some(
            forms.into_iter().map(|(name, value)| (name.into(), value)).collect(),
        );
        self
    }

    /// Sets \[`forms_export`\](Self::forms_export). *(since 12.5.2 or earlier)*
    #[must_use]
    pub fn forms_export(
        mut self,
        forms_export: impl IntoIterator<Item = (impl Into<String>, ExportRight)>,
    ) -> Self {
        self.forms_export = Some(
            forms_export.into_iter().map(|(name, value)| (name.into(), value)).collect(),
        );
        self
    }
}

impl FromRow for User {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            username: row.required("username")?,
            email: row.optional("email")?,
            firstname: row.optional("firstname")?,
            lastname: row.optional("lastname")?,
            expiration: row.optional("expiration")?,
            data_access_group: row.optional("data_access_group")?,
            data_access_group_id: row.optional("data_access_group_id")?,
            data_access_group_label: row.optional("data_access_group_label")?,
            design: row.optional("design")?,
            alerts: row.optional("alerts")?,
            user_rights: row.optional("user_rights")?,
            data_access_groups: row.optional("data_access_groups")?,
            data_export: row.optional("data_export")?,
            reports: row.optional("reports")?,
            stats_and_charts: row.optional("stats_and_charts")?,
            manage_survey_participants: row.optional("manage_survey_participants")?,
            calendar: row.optional("calendar")?,
            data_import_tool: row.optional("data_import_tool")?,
            data_comparison_tool: row.optional("data_comparison_tool")?,
            logging: row.optional("logging")?,
            email_logging: row.optional("email_logging")?,
            file_repository: row.optional("file_repository")?,
            data_quality_create: row.optional("data_quality_create")?,
            data_quality_execute: row.optional("data_quality_execute")?,
            data_quality_resolution: row.optional("data_quality_resolution")?,
            api_export: row.optional("api_export")?,
            api_import: row.optional("api_import")?,
            api_modules: row.optional("api_modules")?,
            mobile_app: row.optional("mobile_app")?,
            mobile_app_download_data: row.optional("mobile_app_download_data")?,
            record_create: row.optional("record_create")?,
            record_rename: row.optional("record_rename")?,
            record_delete: row.optional("record_delete")?,
            lock_records_all_forms: row.optional("lock_records_all_forms")?,
            lock_records: row.optional("lock_records")?,
            lock_records_customization: row.optional("lock_records_customization")?,
            mycap_participants: row.optional("mycap_participants")?,
            random_setup: row.optional("random_setup")?,
            random_dashboard: row.optional("random_dashboard")?,
            random_perform: row.optional("random_perform")?,
            forms: row.optional("forms")?,
            forms_export: row.optional("forms_export")?,
            other: row.rest(),
        })
    }
}

impl ToRow for User {
    fn to_row(&self) -> Row {
        let mut row = Row::new();
        row.put("username", &self.username);
        row.put_optional("expiration", self.expiration.as_ref());
        row.put_optional("data_access_group", self.data_access_group.as_ref());
        row.put_optional("design", self.design.as_ref());
        row.put_optional("alerts", self.alerts.as_ref());
        row.put_optional("user_rights", self.user_rights.as_ref());
        row.put_optional("data_access_groups", self.data_access_groups.as_ref());
        row.put_optional("data_export", self.data_export.as_ref());
        row.put_optional("reports", self.reports.as_ref());
        row.put_optional("stats_and_charts", self.stats_and_charts.as_ref());
        row.put_optional(
            "manage_survey_participants",
            self.manage_survey_participants.as_ref(),
        );
        row.put_optional("calendar", self.calendar.as_ref());
        row.put_optional("data_import_tool", self.data_import_tool.as_ref());
        row.put_optional("data_comparison_tool", self.data_comparison_tool.as_ref());
        row.put_optional("logging", self.logging.as_ref());
        row.put_optional("email_logging", self.email_logging.as_ref());
        row.put_optional("file_repository", self.file_repository.as_ref());
        row.put_optional("data_quality_create", self.data_quality_create.as_ref());
        row.put_optional("data_quality_execute", self.data_quality_execute.as_ref());
        row.put_optional(
            "data_quality_resolution",
            self.data_quality_resolution.as_ref(),
        );
        row.put_optional("api_export", self.api_export.as_ref());
        row.put_optional("api_import", self.api_import.as_ref());
        row.put_optional("api_modules", self.api_modules.as_ref());
        row.put_optional("mobile_app", self.mobile_app.as_ref());
        row.put_optional(
            "mobile_app_download_data",
            self.mobile_app_download_data.as_ref(),
        );
        row.put_optional("record_create", self.record_create.as_ref());
        row.put_optional("record_rename", self.record_rename.as_ref());
        row.put_optional("record_delete", self.record_delete.as_ref());
        row.put_optional("lock_records_all_forms", self.lock_records_all_forms.as_ref());
        row.put_optional("lock_records", self.lock_records.as_ref());
        row.put_optional(
            "lock_records_customization",
            self.lock_records_customization.as_ref(),
        );
        row.put_optional("mycap_participants", self.mycap_participants.as_ref());
        row.put_optional("random_setup", self.random_setup.as_ref());
        row.put_optional("random_dashboard", self.random_dashboard.as_ref());
        row.put_optional("random_perform", self.random_perform.as_ref());
        row.put_optional("forms", self.forms.as_ref());
        row.put_optional("forms_export", self.forms_export.as_ref());
        row
    }
}

impl fmt::Debug for User {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("User")
            .field("username", &self.username)
            .field("expiration", &self.expiration)
            .field("data_access_group", &self.data_access_group)
            .field("data_access_group_id", &self.data_access_group_id)
            .field("data_access_group_label", &self.data_access_group_label)
            .field("design", &self.design)
            .field("alerts", &self.alerts)
            .field("user_rights", &self.user_rights)
            .field("data_access_groups", &self.data_access_groups)
            .field("data_export", &self.data_export)
            .field("reports", &self.reports)
            .field("stats_and_charts", &self.stats_and_charts)
            .field("manage_survey_participants", &self.manage_survey_participants)
            .field("calendar", &self.calendar)
            .field("data_import_tool", &self.data_import_tool)
            .field("data_comparison_tool", &self.data_comparison_tool)
            .field("logging", &self.logging)
            .field("email_logging", &self.email_logging)
            .field("file_repository", &self.file_repository)
            .field("data_quality_create", &self.data_quality_create)
            .field("data_quality_execute", &self.data_quality_execute)
            .field("data_quality_resolution", &self.data_quality_resolution)
            .field("api_export", &self.api_export)
            .field("api_import", &self.api_import)
            .field("api_modules", &self.api_modules)
            .field("mobile_app", &self.mobile_app)
            .field("mobile_app_download_data", &self.mobile_app_download_data)
            .field("record_create", &self.record_create)
            .field("record_rename", &self.record_rename)
            .field("record_delete", &self.record_delete)
            .field("lock_records_all_forms", &self.lock_records_all_forms)
            .field("lock_records", &self.lock_records)
            .field("lock_records_customization", &self.lock_records_customization)
            .field("mycap_participants", &self.mycap_participants)
            .field("random_setup", &self.random_setup)
            .field("random_dashboard", &self.random_dashboard)
            .field("random_perform", &self.random_perform)
            .field("forms", &self.forms)
            .field("forms_export", &self.forms_export)
            .finish_non_exhaustive()
    }
}
