// Made by `cargo run generate` from spec/methods/users.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Users & User Privileges".

use crate::names::{DagName, Username};
use crate::values::{ExportRight, FormRight, LockRight, UserRightsLevel};

shape! {
    /// A user of a project with the rights that apply.
    User {
        new(username: text(Username));
        /// Name under which the user logs in.
        username: required text(Username) = "username";
        /// E-mail address of the user's account. Not imported.
        email: read_only text(String) = "email", hidden;
        /// First name of the user's account. Not imported.
        firstname: read_only text(String) = "firstname", hidden;
        /// Last name of the user's account. Not imported.
        lastname: read_only text(String) = "lastname", hidden;
        /// Day on which the access of the user ends; empty for no end. Written `YYYY-MM-DD`.
        expiration: optional text(String) = "expiration";
        /// Unique name of the group the user belongs to; empty for none. In an import, leaving it out or
        /// empty takes the user out of the group.
        data_access_group: optional text(DagName) = "data_access_group";
        /// Number of the group. *(since 6.11.0)* Not imported.
        data_access_group_id: read_only value(i64) = "data_access_group_id";
        /// Name of the group as people see it. *(since 16.0.0)* Not imported.
        data_access_group_label: read_only text(String) = "data_access_group_label";
        /// Project Design and Setup. *(since 6.11.0)*
        design: optional value(bool) = "design";
        /// Alerts & Notifications. *(since 14.5.0 or earlier)*
        alerts: optional value(bool) = "alerts";
        /// The User Rights page. *(since 6.11.0)*
        user_rights: optional value(UserRightsLevel) = "user_rights";
        /// The Data Access Groups page. Not to be mixed up with `data_access_group`, the group of a user. *(since 6.11.0)*
        data_access_groups: optional value(bool) = "data_access_groups";
        /// One export right for the whole project, replaced by `forms_export`. Later servers take it in
        /// imports without an error and ignore it. *(since 6.11.0, gone in 12.5.2)*
        data_export: optional value(ExportRight) = "data_export";
        /// Adding and editing reports. *(since 6.11.0)*
        reports: optional value(bool) = "reports";
        /// Stats & Charts. *(since 6.11.0)*
        stats_and_charts: optional value(bool) = "stats_and_charts";
        /// Survey Distribution Tools, formerly called Manage Survey Participants. *(since 6.11.0)*
        manage_survey_participants: optional value(bool) = "manage_survey_participants";
        /// Calendar. *(since 6.11.0)*
        calendar: optional value(bool) = "calendar";
        /// Data Import Tool. *(since 6.11.0)*
        data_import_tool: optional value(bool) = "data_import_tool";
        /// Data Comparison Tool. *(since 6.11.0)*
        data_comparison_tool: optional value(bool) = "data_comparison_tool";
        /// Logging. *(since 6.11.0)*
        logging: optional value(bool) = "logging";
        /// Email Logging. *(since about 14.4.0)*
        email_logging: optional value(bool) = "email_logging";
        /// File Repository. *(since 6.11.0)*
        file_repository: optional value(bool) = "file_repository";
        /// Creating and editing data quality rules. *(since 6.11.0)*
        data_quality_create: optional value(bool) = "data_quality_create";
        /// Running data quality rules. *(since 6.11.0)*
        data_quality_execute: optional value(bool) = "data_quality_execute";
        /// Level of access to the data resolution workflow. *(since about 15.0.0)* Not always there.
        data_quality_resolution: optional value(i64) = "data_quality_resolution";
        /// API Export. *(since 6.11.0)*
        api_export: optional value(bool) = "api_export";
        /// API Import/Update. *(since 6.11.0)*
        api_import: optional value(bool) = "api_import";
        /// API actions of external modules. *(since about 14.0.3)*
        api_modules: optional value(bool) = "api_modules";
        /// REDCap Mobile App. *(since 6.5.0)*
        mobile_app: optional value(bool) = "mobile_app";
        /// Downloading the data of records to the mobile app. *(since 6.5.0)*
        mobile_app_download_data: optional value(bool) = "mobile_app_download_data";
        /// Creating records. *(since 6.11.0)*
        record_create: optional value(bool) = "record_create";
        /// Renaming records. *(since 6.11.0)*
        record_rename: optional value(bool) = "record_rename";
        /// Deleting records. *(since 6.11.0)*
        record_delete: optional value(bool) = "record_delete";
        /// Locking and unlocking whole records, all instruments at once. *(since 6.11.0)*
        lock_records_all_forms: optional value(bool) = "lock_records_all_forms";
        /// Locking and unlocking single instruments. *(since 6.11.0)*
        lock_records: optional value(LockRight) = "lock_records";
        /// Customizing how records are locked. *(since 6.11.0)*
        lock_records_customization: optional value(bool) = "lock_records_customization";
        /// Managing MyCap participants. *(since about 13.0.0)* Not always there.
        mycap_participants: optional value(bool) = "mycap_participants";
        /// Setting up randomization. *(since 12.5.2 or earlier)* Not always there.
        random_setup: optional value(bool) = "random_setup";
        /// Seeing the randomization dashboard. *(since 12.5.2 or earlier)* Not always there.
        random_dashboard: optional value(bool) = "random_dashboard";
        /// Randomizing records. *(since 12.5.2 or earlier)* Not always there.
        random_perform: optional value(bool) = "random_perform";
        /// Access to each instrument. In CSV one cell such as `demographics:1,baseline:2`, in XML one
        /// element per instrument.
        forms: optional map(FormRight) = "forms";
        /// Export right for each instrument, written like `forms`. It may name instruments that no longer exist. *(since 12.5.2 or earlier)*
        forms_export: optional map(ExportRight) = "forms_export";
    }
}
