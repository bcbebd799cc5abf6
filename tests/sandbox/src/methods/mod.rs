//! What each method does. The names are the ids of the spec.

mod arms;
mod dags;
mod events;
mod external_modules;
mod field_names;
mod file_repository;
mod files;
mod instruments;
mod logging;
mod metadata;
mod pdf;
mod pdf_writer;
mod place;
mod privileges;
mod projects;
mod records_change;
mod records_export;
mod records_import;
mod redcap;
mod repeating;
mod stored_file;
mod surveys;
mod user_roles;
mod users;

use std::sync::Arc;

pub use external_modules::is_open_action;

use crate::api::{Call, Refusal, Reply};
use crate::project::Project;

/// How a method gets at what it works on.
#[derive(Debug, Clone, Copy)]
pub enum Handler {
    /// Reads a project.
    Read(fn(&Call<'_>, &Arc<Project>) -> Result<Reply, Refusal>),
    /// Changes a project; what it did is undone if it fails.
    Change(fn(&Call<'_>, &mut Project) -> Result<Reply, Refusal>),
    /// Works on the server as a whole; a super token may call it.
    Server(fn(&Call<'_>) -> Result<Reply, Refusal>),
}

/// The handler of a method; none if the sandbox does not play it.
pub fn handler(id: &str) -> Option<Handler> {
    use Handler::{Change, Read, Server};
    Some(match id {
        "export_arms" => Read(arms::export),
        "import_arms" => Change(arms::import),
        "delete_arms" => Change(arms::delete),
        "export_dags" => Read(dags::export),
        "import_dags" => Change(dags::import),
        "delete_dags" => Change(dags::delete),
        "switch_dag" => Change(dags::switch),
        "export_user_dag_assignments" => Read(dags::export_assignments),
        "import_user_dag_assignments" => Change(dags::import_assignments),
        "export_events" => Read(events::export),
        "import_events" => Change(events::import),
        "delete_events" => Change(events::delete),
        "export_field_names" => Read(field_names::export),
        "export_file" => Read(files::export),
        "import_file" => Change(files::import),
        "delete_file" => Change(files::delete),
        "create_folder" => Change(file_repository::create_folder),
        "list_file_repository" => Read(file_repository::list),
        "export_file_repository_file" => Read(file_repository::export),
        "import_file_repository_file" => Change(file_repository::import),
        "delete_file_repository_file" => Change(file_repository::delete),
        "export_instruments" => Read(instruments::export),
        "export_instrument_event_mappings" => Read(instruments::export_mappings),
        "import_instrument_event_mappings" => Change(instruments::import_mappings),
        "export_pdf" => Read(pdf::export),
        "export_logging" => Read(logging::export),
        "export_metadata" => Read(metadata::export),
        "import_metadata" => Change(metadata::import),
        "create_project" => Server(projects::create),
        "import_project_info" => Change(projects::import_info),
        "export_project_info" => Read(projects::export_info),
        "export_project_xml" => Read(projects::export_xml),
        "export_records" => Read(records_export::records),
        "export_reports" => Read(records_export::reports),
        "import_records" => Change(records_import::records),
        "delete_records" => Change(records_change::delete),
        "rename_record" => Change(records_change::rename),
        "generate_next_record_name" => Read(records_change::next_name),
        "randomize_record" => Change(records_change::randomize),
        "export_repeating_instruments_events" => Read(repeating::export),
        "import_repeating_instruments_events" => Change(repeating::import),
        "export_survey_link" => Read(surveys::link),
        "export_survey_participants" => Read(surveys::participants),
        "export_survey_queue_link" => Read(surveys::queue_link),
        "export_survey_return_code" => Read(surveys::return_code),
        "export_survey_access_code" => Read(surveys::access_code),
        "export_users" => Read(users::export),
        "import_users" => Change(users::import),
        "delete_users" => Change(users::delete),
        "export_user_roles" => Read(user_roles::export),
        "import_user_roles" => Change(user_roles::import),
        "delete_user_roles" => Change(user_roles::delete),
        "export_user_role_assignments" => Read(user_roles::export_assignments),
        "import_user_role_assignments" => Change(user_roles::import_assignments),
        "call_external_module" => Server(external_modules::call),
        "export_redcap_version" => Server(redcap::version),
        _ => return None,
    })
}
