//! Putting projects into a server, and going back to them.

use std::fmt;
use std::sync::{MutexGuard, PoisonError};

use super::{Contents, Server};
use crate::catalogue::{Catalogue, model};
use crate::demo::Demo;
use crate::project::{LogEntry, Project, Rights, User, code};

/// A project that was put into a server.
#[derive(Clone, PartialEq, Eq)]
pub struct Seeded {
    /// Number of the project.
    pub project: u64,
    /// Token of the user with all rights.
    pub token: String,
}

impl fmt::Debug for Seeded {
    /// Without the token.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Seeded").field("project", &self.project).finish_non_exhaustive()
    }
}

/// The user that seeded projects belong to.
pub const OWNER: &str = "sandbox_owner";

impl Server {
    /// Adds a project and gives its owner all rights and a token: the given one, or a new one. The number of the
    /// project is the next free one.
    pub fn seed(&self, project: Project, token: Option<&str>) -> Seeded {
        self.seed_with_log(project, Vec::new(), token)
    }

    /// Adds a demo project with its log, in the same way.
    pub fn seed_demo(&self, demo: Demo) -> Seeded {
        self.seed_with_log(demo.project, demo.log, Some(demo.token))
    }

    fn seed_with_log(&self, mut project: Project, log: Vec<LogEntry>, token: Option<&str>) -> Seeded {
        let last = project.last_number;
        project.id = self.store.next_project();
        project.last_number = last.max(project.id.saturating_mul(1000));
        let token = token.map_or_else(|| new_token(&mut project), str::to_owned);
        let mut owner = project.users.shift_remove(OWNER).unwrap_or_else(|| User::new(OWNER));
        owner.rights = all_rights(&self.catalogue, &project);
        owner.tokens.push(token.clone());
        project.users.insert(OWNER.to_owned(), owner);
        if project.settings.creation_time.is_empty() {
            project.settings.creation_time = self.clock.now();
        }
        let id = project.id;
        let slot = self.store.insert(project, log);
        let mut seeds = self.seeds();
        seeds.projects.insert(id, slot.snapshot());
        seeds.last_project = seeds.last_project.max(id);
        drop(seeds);
        Seeded { project: id, token }
    }

    /// Puts saved contents in the place of everything; [`Server::reset`] goes back to them.
    pub fn adopt(&self, contents: Contents) {
        *self.seeds() = contents.clone();
        self.store.restore(contents);
    }

    /// Goes back to the projects that were seeded, as they were then. Super tokens stay.
    pub fn reset(&self) {
        let super_tokens = self.store.contents().super_tokens;
        self.store.restore(Contents { super_tokens, ..self.seeds().clone() });
        // What else was changed since the start goes too.
        self.journal.clear();
        self.throttle.clear();
        self.faults.clear();
        self.arm_options();
        let _ = self.clock.set(None);
    }

    fn seeds(&self) -> MutexGuard<'_, Contents> {
        self.seeds.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A token for a user of a project, upper-case hexadecimal. It depends on the numbers of the project alone,
/// so no other user was given the same.
pub fn new_token(project: &mut Project) -> String {
    loop {
        let signs = code(project.next_number() ^ project.id.rotate_left(20), 128);
        let token: String = signs.chars().filter(char::is_ascii_hexdigit).take(32).collect();
        if token.len() == 32 {
            return token;
        }
    }
}

/// Every right there is, on every instrument.
pub fn all_rights(catalogue: &Catalogue, project: &Project) -> Rights {
    let mut rights = Rights::default();
    // The columns of the newest version: rights that an old server does not show do no harm.
    for column in model().shape("user").into_iter().flat_map(|shape| &shape.columns) {
        use redcap_generator::model::Type;
        match &column.type_ {
            Type::Boolean => rights.set(&column.name, 1),
            Type::Enum(id) if id == "user_rights_level" => rights.set(&column.name, 1),
            Type::Enum(id) if id == "lock_right" => rights.set(&column.name, 2),
            Type::Integer if column.name == "data_quality_resolution" => rights.set(&column.name, 3),
            _ => {}
        }
    }
    for right in &catalogue.model().rights {
        if let Some(column) = right.column.as_deref().filter(|name| *name != "forms_export") {
            rights.flags.entry(column.to_owned()).or_insert(1);
        }
    }
    rights.forms = project.instruments.iter().map(|form| (form.name.clone(), 1)).collect();
    rights.forms_export = project.instruments.iter().map(|form| (form.name.clone(), 1)).collect();
    rights
}

/// The rights of a user who just created a project: all but those to delete, rename and lock records, to see the
/// mails that were sent, and to download data to the mobile app.
pub fn creator_rights(catalogue: &Catalogue, project: &Project) -> Rights {
    let mut rights = all_rights(catalogue, project);
    for column in [
        "record_delete",
        "record_rename",
        "lock_records",
        "lock_records_all_forms",
        "lock_records_customization",
        "email_logging",
        "mobile_app_download_data",
    ] {
        rights.set(column, 0);
    }
    rights
}
