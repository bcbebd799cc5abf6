//! Projects to try the API on: everything in them is invented.
//!
//! The tokens are fixed and look like what they are: `DEADC0DE` three times, four digits for the project and
//! four for the user. The owner of a project has number 0000 and all rights.
//!
//! | Last eight digits | User |
//! | --- | --- |
//! | 0001 0000 | owner of the Sleep Clinic, a classic project |
//! | 0001 0001 | `nora_north`, in the group North, may switch to South |
//! | 0001 0002 | `sol_south`, in the group South |
//! | 0001 0003 | `eva_expired`, whose token opens nothing |
//! | 0001 0004 | `ina_importer`, may import and not export |
//! | 0001 0005 | `dee_deidentified`, gets de-identified data and no documents |
//! | 0001 0006 | `rob_reader`, reads everything and changes nothing |
//! | 0001 0007 | `mona_monitor`, in the role Monitor |
//! | 0002 0000 | owner of the Headache Trial, a longitudinal project; may switch to the groups Berlin and Lyon |
//! | 0002 0001 | `carl_coordinator`, in the role Coordinator, may randomize |
//! | 0002 0002 | `berta_berlin`, in the group Berlin |

mod clinic;
mod fill;
mod trial;

use std::fmt;

use indexmap::IndexMap;

use crate::project::{
    Folder, LogEntry, LogKind, Project, Report, RepositoryFile, Rights, Role, SortBy, User, label_of_form,
};

/// A project with the tokens that open it.
#[derive(Clone)]
pub struct Demo {
    /// The project. Its users have their tokens already, all but the owner.
    pub project: Project,
    /// Token of the owner, with all rights.
    pub token: &'static str,
    /// What happened in the project, oldest first.
    pub log: Vec<LogEntry>,
    /// The other users.
    pub users: Vec<DemoUser>,
}

/// A user of a demo project.
#[derive(Clone, PartialEq, Eq)]
pub struct DemoUser {
    /// Token.
    pub token: &'static str,
    /// Name.
    pub username: &'static str,
    /// What the user is there to show.
    pub shows: &'static str,
}

/// The demo projects.
pub fn projects() -> Vec<Demo> {
    vec![clinic::demo(), trial::demo()]
}

impl fmt::Debug for Demo {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Demo")
            .field("project", &self.project)
            .field("users", &self.users)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for DemoUser {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("DemoUser").field("username", &self.username).finish_non_exhaustive()
    }
}

impl Demo {
    fn new(project: Project, token: &'static str) -> Demo {
        Demo { project, token, log: Vec::new(), users: Vec::new() }
    }

    /// Adds a user who may do everything with data and nothing with the project, but for what `change` does.
    fn user(
        &mut self,
        token: &'static str,
        username: &'static str,
        shows: &'static str,
        change: impl FnOnce(&mut User),
    ) {
        let (first, last) = username.split_once('_').unwrap_or((username, ""));
        let mut user = User {
            email: format!("{username}@example.org"),
            firstname: label_of_form(first),
            lastname: label_of_form(last),
            tokens: vec![token.into()],
            ..User::new(username)
        };
        for right in [
            "api_export",
            "api_import",
            "calendar",
            "file_repository",
            "manage_survey_participants",
            "record_create",
            "reports",
            "stats_and_charts",
        ] {
            user.rights.set(right, 1);
        }
        for form in &self.project.instruments {
            user.rights.forms.insert(form.name.clone(), 1);
            user.rights.forms_export.insert(form.name.clone(), 1);
        }
        change(&mut user);
        self.project.users.insert(username.into(), user);
        self.users.push(DemoUser { token, username, shows });
    }

    /// Adds an entry about a record to the log.
    fn logged(&mut self, timestamp: &str, username: &str, kind: LogKind, record: &str, details: &str) {
        let word = if kind == LogKind::RecordAdd { "Create" } else { "Update" };
        let stored = self.project.record_mut(record);
        timestamp.clone_into(&mut stored.modified);
        if kind == LogKind::RecordAdd {
            timestamp.clone_into(&mut stored.created);
        }
        let dag = stored.dag;
        self.log.push(LogEntry {
            timestamp: timestamp.into(),
            username: username.into(),
            action: format!("{word} record {record}"),
            details: details.into(),
            record: record.into(),
            kind,
            dag,
        });
    }

    /// Adds a folder of the file repository with one file.
    fn folder(
        &mut self,
        name: &str,
        parent: Option<u64>,
        dag: Option<u64>,
        role: Option<&str>,
        file: &str,
    ) -> u64 {
        let id = self.project.next_number();
        let role = role.map(str::to_owned);
        self.project.folders.push(Folder { id, name: name.into(), parent, dag, role });
        self.file(file, Some(id));
        id
    }

    /// Adds a file of the file repository.
    fn file(&mut self, name: &str, folder: Option<u64>) {
        let document = self.project.add_document(fill::document(name));
        self.project.repository.push(RepositoryFile { document, folder });
    }

    /// Adds a report, sorted by its second field.
    fn report(&mut self, title: &str, fields: &[&str], filter: &str) {
        let unique_name = format!("R-{}", self.project.next_code(10));
        let order = fields.get(1).map(|field| SortBy { field: (*field).into(), descending: true });
        self.project.reports.push(Report {
            id: self.project.last_number,
            title: title.into(),
            unique_name,
            description: String::new(),
            fields: fields.iter().map(|&name| name.to_owned()).collect(),
            filter_logic: filter.into(),
            filter_events: Vec::new(),
            filter_dags: Vec::new(),
            order: order.into_iter().collect(),
            other: IndexMap::new(),
        });
    }

    /// Adds a role with a few rights, and reading of all instruments.
    fn role(&mut self, label: &str, rights: &[&str]) -> String {
        let unique_name = format!("U-{}", self.project.next_code(10));
        let mut granted = Rights::default();
        for right in rights {
            granted.set(right, 1);
        }
        for form in &self.project.instruments {
            granted.forms.insert(form.name.clone(), 2);
            granted.forms_export.insert(form.name.clone(), 1);
        }
        self.project.roles.push(Role {
            unique_name: unique_name.clone(),
            label: label.into(),
            rights: granted,
        });
        unique_name
    }
}
