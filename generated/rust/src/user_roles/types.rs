// Made by `cargo run generate` from spec/methods/user_roles.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "User Roles".

use crate::names::{DagName, RoleName, Username};
use crate::values::{ExportRight, FormRight, LockRight, UserRightsLevel};

shape! {
    /// A user role of a project with the rights it gives.
    UserRole {
        new();
        /// Unique name, made by the server: `U-` and ten upper-case letters or digits. Empty or left out in
        /// an import to make a new role.
        unique_role_name: optional text(RoleName) = "unique_role_name";
        /// Name of the role as people see it. Needed for a new role.
        role_label: optional text(String) = "role_label";
        /// Project Design and Setup.
        design: optional value(bool) = "design";
        /// Alerts & Notifications. *(since 14.5.0 or earlier)*
        alerts: optional value(bool) = "alerts";
        /// The User Rights page.
        user_rights: optional value(UserRightsLevel) = "user_rights";
        /// The Data Access Groups page.
        data_access_groups: optional value(bool) = "data_access_groups";
        /// One export right for the whole project, replaced by `forms_export`. Later servers take it in
        /// imports without an error and ignore it. *(since 11.3.0, gone in 12.5.2)*
        data_export: optional value(ExportRight) = "data_export";
        /// Adding and editing reports.
        reports: optional value(bool) = "reports";
        /// Stats & Charts.
        stats_and_charts: optional value(bool) = "stats_and_charts";
        /// Survey Distribution Tools, formerly called Manage Survey Participants.
        manage_survey_participants: optional value(bool) = "manage_survey_participants";
        /// Calendar.
        calendar: optional value(bool) = "calendar";
        /// Data Import Tool.
        data_import_tool: optional value(bool) = "data_import_tool";
        /// Data Comparison Tool.
        data_comparison_tool: optional value(bool) = "data_comparison_tool";
        /// Logging.
        logging: optional value(bool) = "logging";
        /// Email Logging. *(since about 14.4.0)*
        email_logging: optional value(bool) = "email_logging";
        /// File Repository.
        file_repository: optional value(bool) = "file_repository";
        /// Creating and editing data quality rules.
        data_quality_create: optional value(bool) = "data_quality_create";
        /// Running data quality rules.
        data_quality_execute: optional value(bool) = "data_quality_execute";
        /// Level of access to the data resolution workflow. *(since about 15.0.0)* Not always there.
        data_quality_resolution: optional value(i64) = "data_quality_resolution";
        /// API Export.
        api_export: optional value(bool) = "api_export";
        /// API Import/Update.
        api_import: optional value(bool) = "api_import";
        /// API actions of external modules. *(since about 14.0.3)*
        api_modules: optional value(bool) = "api_modules";
        /// REDCap Mobile App.
        mobile_app: optional value(bool) = "mobile_app";
        /// Downloading the data of records to the mobile app.
        mobile_app_download_data: optional value(bool) = "mobile_app_download_data";
        /// Creating records.
        record_create: optional value(bool) = "record_create";
        /// Renaming records.
        record_rename: optional value(bool) = "record_rename";
        /// Deleting records.
        record_delete: optional value(bool) = "record_delete";
        /// Customizing how records are locked.
        lock_records_customization: optional value(bool) = "lock_records_customization";
        /// Locking and unlocking single instruments.
        lock_records: optional value(LockRight) = "lock_records";
        /// Locking and unlocking whole records, all instruments at once.
        lock_records_all_forms: optional value(bool) = "lock_records_all_forms";
        /// Managing MyCap participants. *(since about 13.0.0)* Not always there.
        mycap_participants: optional value(bool) = "mycap_participants";
        /// Setting up randomization. *(since 12.5.2 or earlier)* Not always there.
        random_setup: optional value(bool) = "random_setup";
        /// Seeing the randomization dashboard. *(since 12.5.2 or earlier)* Not always there.
        random_dashboard: optional value(bool) = "random_dashboard";
        /// Randomizing records. *(since 12.5.2 or earlier)* Not always there.
        random_perform: optional value(bool) = "random_perform";
        /// Access to each instrument; numbers in JSON. In CSV one cell such as `demographics:1,baseline:2`, in
        /// XML one element per instrument.
        forms: optional map(FormRight) = "forms";
        /// Export right for each instrument, written like `forms`. It may name instruments that no longer exist. *(since 12.5.2 or earlier)*
        forms_export: optional map(ExportRight) = "forms_export";
    }
}

shape! {
    /// The role, and since 15.8.2 the Data Access Group, of one user.
    UserRoleAssignment {
        new(username: text(Username), unique_role_name: text(RoleName));
        /// Name of a user of the project.
        username: required text(Username) = "username";
        /// Unique name of the role; empty for none.
        unique_role_name: required text(RoleName) = "unique_role_name";
        /// Unique name of the Data Access Group; empty for none. *(since 15.8.2)*
        data_access_group: optional text(DagName) = "data_access_group";
    }
}
