//! What the methods answer, byte for byte.

mod support;
mod worlds;

#[path = "methods/arms.rs"]
mod arms;
#[path = "methods/dags.rs"]
mod dags;
#[path = "methods/encodings.rs"]
mod encodings;
#[path = "methods/events.rs"]
mod events;
#[path = "methods/external_modules.rs"]
mod external_modules;
#[path = "methods/field_names.rs"]
mod field_names;
#[path = "methods/file_repository.rs"]
mod file_repository;
#[path = "methods/files.rs"]
mod files;
#[path = "methods/generated.rs"]
mod generated;
#[path = "methods/instruments.rs"]
mod instruments;
#[path = "methods/logging.rs"]
mod logging;
#[path = "methods/metadata.rs"]
mod metadata;
#[path = "methods/pdf.rs"]
mod pdf;
#[path = "methods/project_xml.rs"]
mod project_xml;
#[path = "methods/projects.rs"]
mod projects;
#[path = "methods/records_change.rs"]
mod records_change;
#[path = "methods/records_export.rs"]
mod records_export;
#[path = "methods/records_export_options.rs"]
mod records_export_options;
#[path = "methods/records_identity.rs"]
mod records_identity;
#[path = "methods/records_import.rs"]
mod records_import;
#[path = "methods/records_import_load.rs"]
mod records_import_load;
#[path = "methods/records_import_members.rs"]
mod records_import_members;
#[path = "methods/records_import_values.rs"]
mod records_import_values;
#[path = "methods/records_round_trip.rs"]
mod records_round_trip;
#[path = "methods/repeating.rs"]
mod repeating;
#[path = "methods/reports.rs"]
mod reports;
#[path = "methods/surveys.rs"]
mod surveys;
#[path = "methods/user_roles.rs"]
mod user_roles;
#[path = "methods/users.rs"]
mod users;
#[path = "methods/versions.rs"]
mod versions;
