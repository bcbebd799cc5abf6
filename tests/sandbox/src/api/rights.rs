//! Whether a caller may call a method.

use redcap_generator::model::Method;
use redcap_generator::spec::raw::Effect;

use super::arguments::refusal;
use super::refusal::Refusal;
use crate::catalogue::Catalogue;
use crate::project::{ExportRight, Project, Rights, User};

/// Who calls, and what they may do.
#[derive(Debug, Clone, Default)]
pub struct Caller {
    /// User name.
    pub username: String,
    /// Rights, those of the role if there is one.
    pub rights: Rights,
    /// Number of the group; none sees all records.
    pub dag: Option<u64>,
    /// Unique name of the role.
    pub role: Option<String>,
}

impl Caller {
    /// A user of a project; none if the account has ended or may not use the API.
    pub fn of(project: &Project, username: &str, today: &str) -> Option<Caller> {
        let user: &User = project.users.get(username)?;
        let rights = project.effective_rights(user);
        let uses_api = ["api_export", "api_import", "api_modules"].iter().any(|right| rights.has(right));
        if user.is_expired(today) || !uses_api {
            return None;
        }
        Some(Caller {
            username: username.to_owned(),
            rights: rights.clone(),
            dag: user.dag,
            role: user.role.clone(),
        })
    }

    /// True if a record of this group is visible.
    pub fn sees(&self, dag: Option<u64>) -> bool {
        self.dag.is_none() || self.dag == dag
    }

    /// True if no instrument's data may leave the project.
    pub fn exports_nothing(&self, project: &Project) -> bool {
        project.instruments.iter().all(|form| self.rights.export(&form.name) == ExportRight::None)
    }
}

/// Checks the rights that the spec lists for a method in this version.
///
/// # Errors
/// The first right that is missing.
pub fn authorize(
    catalogue: &Catalogue,
    method: &Method,
    caller: &Caller,
    project: &Project,
) -> Result<(), Refusal> {
    for needed in &method.rights {
        let granted = match needed.right.as_str() {
            "data_export" => !caller.exports_nothing(project),
            // Read only is enough to read.
            "user_rights" if method.effect != Effect::Read => caller.rights.get("user_rights") == 1,
            id => {
                let right = catalogue.model().right(id);
                let column = right.and_then(|right| right.column.as_deref()).unwrap_or(id);
                caller.rights.has(column)
            }
        };
        if !granted {
            return Err(missing(catalogue, method, &needed.right));
        }
    }
    Ok(())
}

/// Refuses what must not be done to a project in production. The text is not known.
///
/// # Errors
/// When the project is in production.
pub fn demand_development(project: &Project) -> Result<(), Refusal> {
    if project.settings.in_production {
        return Err(Refusal::bad("This can only be done while the project is in Development status."));
    }
    Ok(())
}

/// The refusal for a missing right. Four texts are known; the others are worded after them.
pub fn missing(catalogue: &Catalogue, method: &Method, right: &str) -> Refusal {
    let reads = method.effect == Effect::Read;
    let id = match right {
        "api_import" => "no_import_right",
        "delete_record" => "no_delete_right",
        // The known text names API Export; imports need the other right.
        "data_access_groups" if reads => "dag_right_missing",
        _ => "",
    };
    if let Some(known) = refusal(catalogue, None, id, &[]) {
        return known;
    }
    match right {
        "api_export" => Refusal::new(403, "You do not have API Export privileges"),
        "data_export" => Refusal::new(403, "You do not have Data Export privileges"),
        _ => {
            let title = catalogue.model().right(right).map_or(right, |right| right.title.as_str());
            let api = if reads { "API Export" } else { "API Import/Update" };
            Refusal::bad(format!(
                "Insufficient user privileges: You must have '{api}' privileges and '{title}' privileges in the project."
            ))
        }
    }
}
