// Made by `cargo run generate` from spec/methods/projects.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "Projects".

use crate::names::FieldName;

shape! {
    /// The first settings of a project that is to be created.
    NewProject {
        new(project_title: text(String), purpose: value(ProjectPurpose));
        /// Title of the project. Not exported.
        project_title: required text(String) = "project_title";
        /// What the project is for. Not exported.
        purpose: required value(ProjectPurpose) = "purpose";
        /// What the project is for, in words. Required when `purpose` is 1 (other). Not exported.
        purpose_other: optional text(String) = "purpose_other";
        /// Remarks on the project. Not exported.
        project_notes: optional text(String) = "project_notes";
        /// Whether data are collected at several events. 0 when left out. Not exported.
        is_longitudinal: optional value(bool) = "is_longitudinal";
        /// Whether instruments can be used as surveys. 0 when left out. Not exported.
        surveys_enabled: optional value(bool) = "surveys_enabled";
        /// Whether REDCap names new records by itself. 1 when left out. Not exported.
        record_autonumbering_enabled: optional value(bool) = "record_autonumbering_enabled";
    }
}

shape! {
    /// The attributes and settings of a project.
    ProjectInfo {
        new();
        /// Number of the project on this server. Not imported.
        project_id: read_only value(i64) = "project_id";
        /// Title of the project.
        project_title: optional text(String) = "project_title";
        /// When the project was created. Written `YYYY-MM-DD HH:MM:SS`. Not imported.
        creation_time: read_only text(String) = "creation_time";
        /// When the project was moved to production; empty before. Written `YYYY-MM-DD HH:MM:SS`. Not imported.
        production_time: read_only text(String) = "production_time";
        /// Whether the project is in production. Not imported.
        in_production: read_only value(bool) = "in_production";
        /// Language of the user interface, e.g. `English`.
        project_language: optional text(String) = "project_language";
        /// What the project is for.
        purpose: optional value(ProjectPurpose) = "purpose";
        /// What the project is for, in words.
        purpose_other: optional text(String) = "purpose_other";
        /// Remarks on the project.
        project_notes: optional text(String) = "project_notes";
        /// Template of the text that stands behind record names; it may contain fields in square brackets.
        custom_record_label: optional text(String) = "custom_record_label";
        /// Field whose values must differ between records, like the record name itself. *(since 6.11.0)*
        secondary_unique_field: optional text(FieldName) = "secondary_unique_field";
        /// Whether the project is longitudinal. 1 only if the setting is on and at least one event exists.
        is_longitudinal: optional value(bool) = "is_longitudinal";
        /// Whether any instrument or event repeats. *(since 8.10.0 or earlier)* Not imported.
        has_repeating_instruments_or_events: read_only value(bool) = "has_repeating_instruments_or_events";
        /// Whether instruments can be used as surveys.
        surveys_enabled: optional value(bool) = "surveys_enabled";
        /// Whether the Scheduling module is on.
        scheduling_enabled: optional value(bool) = "scheduling_enabled";
        /// Whether REDCap names new records by itself.
        record_autonumbering_enabled: optional value(bool) = "record_autonumbering_enabled";
        /// Whether the randomization module is on.
        randomization_enabled: optional value(bool) = "randomization_enabled";
        /// Whether Dynamic Data Pull, which fetches data from another system, is on. *(since 7.6.0 or earlier)* Not imported.
        ddp_enabled: read_only value(bool) = "ddp_enabled";
        /// Number under which a review board knows the project. *(since 6.7.0)*
        project_irb_number: optional text(String) = "project_irb_number";
        /// Number of the grant. *(since 6.7.0)*
        project_grant_number: optional text(String) = "project_grant_number";
        /// First name of the principal investigator. *(since 6.7.0)*
        project_pi_firstname: optional text(String) = "project_pi_firstname", hidden;
        /// Last name of the principal investigator. *(since 6.7.0)*
        project_pi_lastname: optional text(String) = "project_pi_lastname", hidden;
        /// E-mail address of the principal investigator. *(since 15.8.2)*
        project_pi_email: optional text(String) = "project_pi_email", hidden;
        /// Whether date and time fields have a button for today or now. *(since 6.11.0)*
        display_today_now_button: optional value(bool) = "display_today_now_button";
        /// Codes of the project that stand for missing data. *(since 9.3.6 or earlier)* Not imported.
        missing_data_codes: read_only text(String) = "missing_data_codes";
        /// External modules enabled in the project, as their prefixes separated by commas. *(since 9.3.6 or earlier)* Not imported.
        external_modules: read_only text(String) = "external_modules";
        /// Whether values that branching logic hides are erased without asking. *(since about 12.0.0)*
        bypass_branching_erase_field_prompt: optional value(bool) = "bypass_branching_erase_field_prompt";
    }
}

choices! {
    /// Tells what a project is for.
    ProjectPurpose {
        /// `0`: Practice or just for fun.
        Practice = "0",
        /// `1`: Something else, told in `purpose_other`.
        OtherPurpose = "1",
        /// `2`: Research.
        Research = "2",
        /// `3`: Quality improvement.
        QualityImprovement = "3",
        /// `4`: Operational support.
        OperationalSupport = "4",
    }
}
