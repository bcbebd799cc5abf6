//! Changes to groups, roles and users.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use super::{Dag, Project, ProjectError, Rights, Role, User, unique_group_name};

/// A group to import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DagInput {
    /// Name.
    pub name: String,
    /// Unique name of the group to rename; blank for a new group.
    pub unique_name: String,
}

/// A role to import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoleInput {
    /// Unique name of the role to update; blank for a new role.
    pub unique_name: String,
    /// Label; absent keeps the old one.
    pub label: Option<String>,
    /// The rights that were sent.
    pub rights: Rights,
}

/// A user to import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UserInput {
    /// Name.
    pub username: String,
    /// `YYYY-MM-DD`, blank for no end; absent keeps the old one.
    pub expiration: Option<String>,
    /// Unique name of the group. Absent or blank takes the user out of any group.
    pub dag: Option<String>,
    /// Unique name of the role, blank for none; absent keeps the old one.
    pub role: Option<String>,
    /// The rights that were sent.
    pub rights: Rights,
}

impl Project {
    /// Creates or renames groups and returns how many were sent. A renamed
    /// group gets a new unique name.
    pub fn import_dags(&mut self, dags: &[DagInput]) -> Result<usize, ProjectError> {
        for input in dags {
            if printable(&input.name).trim().is_empty() {
                return Err(ProjectError::BlankDagName);
            }
            if !input.unique_name.is_empty() && self.dag(&input.unique_name).is_none() {
                return Err(ProjectError::NoSuchDag(input.unique_name.clone()));
            }
        }
        for input in dags {
            let own = self.dags.iter().position(|dag| dag.unique_name == input.unique_name);
            if input.unique_name.is_empty() || own.is_none() {
                self.add_dag(&input.name);
            } else if let Some(index) = own {
                self.rename_dag(index, &input.name);
            }
        }
        Ok(dags.len())
    }

    /// Creates a group and returns its number.
    pub fn add_dag(&mut self, name: &str) -> u64 {
        let name = printable(name);
        let unique_name = unique_group_name(&name, |taken| self.dag(taken).is_some());
        let id = self.next_number();
        self.dags.push(Dag { id, name, unique_name });
        id
    }

    fn rename_dag(&mut self, index: usize, name: &str) {
        let name = printable(name);
        if self.dags[index].name == name {
            return;
        }
        let old = std::mem::take(&mut self.dags[index].unique_name);
        let unique = unique_group_name(&name, |taken| self.dag(taken).is_some());
        for filter in self.reports.iter_mut().flat_map(|report| &mut report.filter_dags) {
            if *filter == old {
                filter.clone_from(&unique);
            }
        }
        self.dags[index].name = name;
        self.dags[index].unique_name = unique;
    }

    /// Deletes groups; their records and users belong to none afterwards.
    pub fn delete_dags(&mut self, names: &[String]) -> Result<usize, ProjectError> {
        let mut ids = Vec::new();
        for name in names {
            let dag = self.dag(name).ok_or_else(|| ProjectError::NoSuchDag(name.clone()))?;
            if !ids.contains(&dag.id) {
                ids.push(dag.id);
            }
        }
        let gone = |dag: &Option<u64>| dag.is_some_and(|id| ids.contains(&id));
        self.dags.retain(|dag| !ids.contains(&dag.id));
        for record in self.records.values_mut().filter(|record| gone(&record.dag)) {
            Arc::make_mut(record).dag = None;
        }
        for user in self.users.values_mut() {
            user.switchable_dags.retain(|id| !ids.contains(id));
            if gone(&user.dag) {
                user.dag = None;
            }
        }
        for folder in self.folders.iter_mut().filter(|folder| gone(&folder.dag)) {
            folder.dag = None;
        }
        Ok(ids.len())
    }

    /// The number of a group given by unique name; none for a blank name.
    fn dag_number(&self, name: &str) -> Result<Option<u64>, ProjectError> {
        if name.is_empty() {
            return Ok(None);
        }
        let dag = self.dag(name).ok_or_else(|| ProjectError::NoSuchDag(name.to_owned()))?;
        Ok(Some(dag.id))
    }

    /// Puts users into groups, or out of them for a blank name.
    pub fn assign_dags(&mut self, pairs: &[(String, String)]) -> Result<usize, ProjectError> {
        let mut numbers = Vec::with_capacity(pairs.len());
        for (username, dag) in pairs {
            if !self.users.contains_key(username) {
                return Err(ProjectError::NoSuchUser(username.clone()));
            }
            numbers.push(self.dag_number(dag)?);
        }
        for ((username, _), number) in pairs.iter().zip(numbers) {
            if let Some(user) = self.users.get_mut(username) {
                user.dag = number;
            }
        }
        Ok(pairs.len())
    }

    /// Moves a user to another of the groups that are enabled for the user.
    pub fn switch_dag(&mut self, username: &str, dag: &str) -> Result<(), ProjectError> {
        let number = self.dag(dag).map(|dag| dag.id);
        let number = number.ok_or_else(|| ProjectError::NoSuchDag(dag.to_owned()))?;
        let user = self.users.get_mut(username);
        let user = user.ok_or_else(|| ProjectError::NoSuchUser(username.to_owned()))?;
        if user.dag != Some(number) && !user.switchable_dags.contains(&number) {
            return Err(ProjectError::DagNotEnabled { user: username.to_owned(), dag: dag.to_owned() });
        }
        user.dag = Some(number);
        Ok(())
    }

    /// Creates or updates roles and returns how many were sent.
    pub fn import_roles(&mut self, roles: &[RoleInput]) -> Result<usize, ProjectError> {
        for input in roles {
            let known = self.role(&input.unique_name).is_some();
            if !input.unique_name.is_empty() && !known {
                return Err(ProjectError::NoSuchRole(input.unique_name.clone()));
            }
            if !known && input.label.as_deref().is_none_or(|label| label.trim().is_empty()) {
                return Err(ProjectError::BlankRoleLabel);
            }
            self.check_form_rights(&input.rights, || format!("user role \"{}\"", input.unique_name))?;
        }
        for input in roles {
            match self.roles.iter_mut().find(|role| role.unique_name == input.unique_name) {
                Some(role) => {
                    role.rights.merge(&input.rights);
                    if let Some(label) = input.label.as_ref().filter(|label| !label.trim().is_empty()) {
                        role.label.clone_from(label);
                    }
                }
                None => {
                    let unique_name = format!("U-{}", self.next_code(10));
                    let label = input.label.clone().unwrap_or_default();
                    self.roles.push(Role { unique_name, label, rights: input.rights.clone() });
                }
            }
        }
        Ok(roles.len())
    }

    /// Deletes roles; their members fall back on their own rights.
    pub fn delete_roles(&mut self, names: &[String]) -> Result<usize, ProjectError> {
        if let Some(missing) = names.iter().find(|name| self.role(name).is_none()) {
            return Err(ProjectError::NoSuchRole(missing.clone()));
        }
        let before = self.roles.len();
        self.roles.retain(|role| !names.contains(&role.unique_name));
        for user in self.users.values_mut() {
            if user.role.as_ref().is_some_and(|role| names.contains(role)) {
                user.role = None;
            }
        }
        Ok(before - self.roles.len())
    }

    /// Puts users into roles, or out of them for a blank name. The third
    /// part, if sent, names the group.
    pub fn assign_roles(
        &mut self,
        assignments: &[(String, String, Option<String>)],
    ) -> Result<usize, ProjectError> {
        let mut numbers = Vec::with_capacity(assignments.len());
        for (username, role, dag) in assignments {
            if !self.users.contains_key(username) {
                return Err(ProjectError::NoSuchUser(username.clone()));
            }
            if !role.is_empty() && self.role(role).is_none() {
                return Err(ProjectError::NoSuchRole(role.clone()));
            }
            numbers.push(dag.as_deref().map(|name| self.dag_number(name)).transpose()?);
        }
        for ((username, role, _), dag) in assignments.iter().zip(numbers) {
            if let Some(user) = self.users.get_mut(username) {
                user.role = Some(role.clone()).filter(|role| !role.is_empty());
                if let Some(dag) = dag {
                    user.dag = dag;
                }
            }
        }
        Ok(assignments.len())
    }

    /// Creates or updates users and returns how many were sent. Rights that
    /// were not sent stay; the group does not.
    pub fn import_users(&mut self, users: &[UserInput]) -> Result<usize, ProjectError> {
        let mut numbers = Vec::with_capacity(users.len());
        for input in users {
            if input.username.trim().is_empty() {
                return Err(ProjectError::BlankUsername);
            }
            if let Some(role) = input.role.as_ref().filter(|name| !name.is_empty())
                && self.role(role).is_none()
            {
                return Err(ProjectError::NoSuchRole(role.clone()));
            }
            self.check_form_rights(&input.rights, || format!("user \"{}\"", input.username))?;
            numbers.push(self.dag_number(input.dag.as_deref().unwrap_or(""))?);
        }
        for (input, dag) in users.iter().zip(numbers) {
            let new = || User::new(&input.username);
            let user = self.users.entry(input.username.clone()).or_insert_with(new);
            user.rights.merge(&input.rights);
            user.dag = dag;
            if let Some(expiration) = &input.expiration {
                user.expiration.clone_from(expiration);
            }
            if let Some(role) = &input.role {
                user.role = Some(role.clone()).filter(|role| !role.is_empty());
            }
        }
        Ok(users.len())
    }

    /// The users in the order in which lists show them.
    pub fn users_by_name(&self) -> Vec<&User> {
        let mut users: Vec<&User> = self.users.values().collect();
        users.sort_by(|one, other| one.username.cmp(&other.username));
        users
    }

    /// Deletes users.
    pub fn delete_users(&mut self, names: &[String]) -> Result<usize, ProjectError> {
        if let Some(missing) = names.iter().find(|name| !self.users.contains_key(*name)) {
            return Err(ProjectError::NoSuchUser(missing.clone()));
        }
        let before = self.users.len();
        self.users.retain(|name, _| !names.contains(name));
        Ok(before - self.users.len())
    }

    /// Gives users and roles rights on instruments that a new dictionary brings: those that they have on all present
    /// instruments. Who has different rights on these gets none.
    pub(super) fn grant_new_instruments(&mut self, names: &IndexSet<String>) {
        let present: Vec<String> = self.instruments.iter().map(|form| form.name.clone()).collect();
        let new: Vec<&String> = names.iter().filter(|name| !present.contains(name)).collect();
        let grant = |rights: &mut IndexMap<String, u16>| {
            let mut held = present.iter().map(|form| rights.get(form).copied().unwrap_or(0));
            let right = held.next().unwrap_or(1);
            let right = if held.all(|other| other == right) { right } else { 0 };
            rights.extend(new.iter().map(|form| ((*form).clone(), right)));
        };
        let of_users = self.users.values_mut().map(|user| &mut user.rights);
        for rights in of_users.chain(self.roles.iter_mut().map(|role| &mut role.rights)) {
            grant(&mut rights.forms);
            grant(&mut rights.forms_export);
        }
    }

    fn check_form_rights(&self, rights: &Rights, owner: impl Fn() -> String) -> Result<(), ProjectError> {
        let mut forms: Vec<String> = Vec::new();
        for form in rights.forms.keys().chain(rights.forms_export.keys()) {
            if self.instrument(form).is_none() && !forms.contains(form) {
                forms.push(form.clone());
            }
        }
        if forms.is_empty() { Ok(()) } else { Err(ProjectError::UnknownFormRights { owner: owner(), forms }) }
    }
}

/// A name of one line without control characters, which project XML could not carry.
fn printable(name: &str) -> String {
    name.chars().filter(|character| !character.is_control()).collect()
}
