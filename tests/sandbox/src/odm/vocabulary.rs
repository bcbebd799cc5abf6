//! Names that differ between project XML and the API, and the order in which
//! project XML lists settings.

/// Project settings in the order of project XML.
pub const SETTINGS: [&str; 41] = [
    "RecordAutonumberingEnabled",
    "CustomRecordLabel",
    "SecondaryUniqueField",
    "SecondaryUniqueFieldDisplayValue",
    "SecondaryUniqueFieldDisplayLabel",
    "SchedulingEnabled",
    "SurveysEnabled",
    "SurveyInvitationEmailField",
    "RandomizationEnabled",
    "DisplayTodayNowButton",
    "PreventBranchingEraseValues",
    "RequireChangeReason",
    "DataHistoryPopup",
    "OrderRecordsByField",
    "taskCompleteStatus",
    "MyCapEnabled",
    "Purpose",
    "PurposeOther",
    "ProjectNotes",
    "SurveyQueueCustomText",
    "SurveyQueueHide",
    "SurveyAuthEnabled",
    "SurveyAuthField1",
    "SurveyAuthEvent1",
    "SurveyAuthField2",
    "SurveyAuthEvent2",
    "SurveyAuthField3",
    "SurveyAuthEvent3",
    "SurveyAuthMinFields",
    "SurveyAuthApplyAllSurveys",
    "SurveyAuthCustomMessage",
    "SurveyAuthFailLimit",
    "SurveyAuthFailWindow",
    "DataMartProjectEnabled",
    "HideFilledForms",
    "FormActivationSurveyAutocontinue",
    "MissingDataCodes",
    "ProtectedEmailMode",
    "ProtectedEmailModeCustomText",
    "ProtectedEmailModeTrigger",
    "ProtectedEmailModeLogo",
];

/// Role attributes of project XML in their order, each with the API's name
/// of the right, or none if the API does not know it.
pub const RIGHTS: [(&str, Option<&str>); 37] = [
    ("lock_record", Some("lock_records")),
    ("lock_record_multiform", Some("lock_records_all_forms")),
    ("lock_record_customize", Some("lock_records_customization")),
    ("data_import_tool", Some("data_import_tool")),
    ("data_comparison_tool", Some("data_comparison_tool")),
    ("data_logging", Some("logging")),
    ("email_logging", Some("email_logging")),
    ("file_repository", Some("file_repository")),
    ("double_data", None),
    ("user_rights", Some("user_rights")),
    ("data_access_groups", Some("data_access_groups")),
    ("graphical", Some("stats_and_charts")),
    ("reports", Some("reports")),
    ("design", Some("design")),
    ("alerts", Some("alerts")),
    ("calendar", Some("calendar")),
    ("api_export", Some("api_export")),
    ("api_import", Some("api_import")),
    ("api_modules", Some("api_modules")),
    ("mobile_app", Some("mobile_app")),
    ("mobile_app_download_data", Some("mobile_app_download_data")),
    ("record_create", Some("record_create")),
    ("record_rename", Some("record_rename")),
    ("record_delete", Some("record_delete")),
    ("dts", None),
    ("participants", Some("manage_survey_participants")),
    ("data_quality_design", Some("data_quality_create")),
    ("data_quality_execute", Some("data_quality_execute")),
    ("data_quality_resolution", Some("data_quality_resolution")),
    ("random_setup", Some("random_setup")),
    ("random_dashboard", Some("random_dashboard")),
    ("random_perform", Some("random_perform")),
    ("realtime_webservice_mapping", None),
    ("realtime_webservice_adjudicate", None),
    ("mycap_participants", Some("mycap_participants")),
    ("mycap_configure_app", None),
    ("external_module_config", None),
];

/// The API's name of a right given by its attribute.
pub fn right_of_attribute(attribute: &str) -> Option<&'static str> {
    RIGHTS.iter().find(|(name, _)| *name == attribute).and_then(|(_, right)| *right)
}

/// The dictionary's name of a validation given by project XML.
pub fn validation_from_odm(name: &str) -> &str {
    match name {
        "int" => "integer",
        "float" => "number",
        "date" => "date_ymd",
        "datetime" => "datetime_ymd",
        "datetime_seconds" => "datetime_seconds_ymd",
        other => other,
    }
}

/// The name that project XML gives a dictionary's validation.
pub fn validation_to_odm(name: &str) -> &str {
    match name {
        "integer" => "int",
        "number" => "float",
        other => other,
    }
}
