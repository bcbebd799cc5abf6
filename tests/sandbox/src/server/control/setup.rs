//! What a person does in REDCap's pages and no API method does: users, survey responses, randomization.

use std::sync::Arc;

use axum::extract::State;
use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::json;

use super::super::{Server, all_rights, new_token};
use super::input::{Input, Number, project};
use super::{Answer, Problem, ok};
use crate::project::{Allocation, Project, Randomization, RecordName, ResponseKey, Rights, Stratum, User};

/// A user to add or change. What is absent keeps its value, or is blank for a new user.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewUser {
    token: Option<String>,
    project: Option<Number>,
    username: String,
    email: Option<String>,
    expiration: Option<String>,
    /// Unique name of the group.
    dag: Option<String>,
    /// Unique name of the role.
    role: Option<String>,
    /// Rights by the names that the user export has; all rights if absent for a new user.
    rights: Option<IndexMap<String, u16>>,
    forms: Option<IndexMap<String, u16>>,
    forms_export: Option<IndexMap<String, u16>>,
}

pub(super) async fn user(State(server): State<Arc<Server>>, Input(input): Input<NewUser>) -> Answer {
    let slot = project(&server, input.token.as_deref(), input.project.as_ref())?;
    if input.username.trim().is_empty() {
        return Err(Problem::bad("`username` is blank").with_help("give the user a name"));
    }
    let name = input.username.clone();
    let token = slot.change(|project, _| {
        let user = changed(&server, project, input)?;
        let token = match user.tokens.first() {
            Some(token) => token.clone(),
            None => new_token(project),
        };
        let user = User { tokens: vec![token.clone()], ..user };
        project.users.insert(user.username.clone(), user);
        Ok::<String, Problem>(token)
    })?;
    server.store.changed();
    ok(&json!({"project": slot.id(), "username": name, "token": token}))
}

fn changed(server: &Server, project: &Project, input: NewUser) -> Result<User, Problem> {
    let mut user = match project.users.get(&input.username) {
        Some(user) => user.clone(),
        None => User { rights: all_rights(&server.catalogue, project), ..User::new(input.username) },
    };
    if let Some(email) = input.email {
        user.email = email;
    }
    if let Some(expiration) = input.expiration {
        if !expiration.is_empty() && expiration.parse::<jiff::civil::Date>().is_err() {
            return Err(Problem::bad(format!("`{expiration}` is no date")).with_help("write YYYY-MM-DD"));
        }
        user.expiration = expiration;
    }
    if let Some(dag) = input.dag {
        user.dag = group(project, &dag)?;
    }
    if let Some(role) = input.role {
        let known = project.roles.iter().map(|role| role.unique_name.as_str());
        if !role.is_empty() && project.role(&role).is_none() {
            return Err(unknown("role", &role, known));
        }
        user.role = Some(role).filter(|role| !role.is_empty());
    }
    let own = &mut user.rights;
    if let Some(flags) = input.rights {
        // Rights that were named are all that the user has; those of instruments are named apart.
        own.flags.clear();
        own.merge(&Rights { flags, ..Rights::default() });
    }
    for (rights, given) in [(&mut own.forms, input.forms), (&mut own.forms_export, input.forms_export)] {
        let given = given.unwrap_or_default();
        if let Some(form) = given.keys().find(|form| project.instrument(form).is_none()) {
            return Err(no_instrument(project, form));
        }
        rights.extend(given);
    }
    Ok(user)
}

/// The group of a unique name; none for a blank.
fn group(project: &Project, name: &str) -> Result<Option<u64>, Problem> {
    let known = project.dags.iter().map(|dag| dag.unique_name.as_str());
    match project.dag(name) {
        _ if name.is_empty() => Ok(None),
        Some(dag) => Ok(Some(dag.id)),
        None => Err(unknown("group", name, known)),
    }
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Problem {
    let known = known.collect::<Vec<_>>().join(", ");
    let help =
        if known.is_empty() { format!("the project has no {what}") } else { format!("there are: {known}") };
    Problem::bad(format!("the project has no {what} `{name}`")).with_help(help)
}

fn no_instrument(project: &Project, name: &str) -> Problem {
    unknown("instrument", name, project.instruments.iter().map(|form| form.name.as_str()))
}

/// The event of a unique name; the first one for none.
fn event(project: &Project, name: Option<&str>) -> Result<u64, Problem> {
    match name.filter(|name| !name.is_empty()) {
        None => Ok(project.first_event(None)),
        Some(name) => {
            let known = project.events.iter().map(|event| event.unique_name.as_str());
            project.event(name).map(|event| event.id).ok_or_else(|| unknown("event", name, known))
        }
    }
}

/// What became of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Progress {
    /// Submitted.
    Completed,
    /// Opened, but not submitted.
    Started,
    /// Never opened.
    NotStarted,
}

/// A survey response to mark.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Survey {
    token: Option<String>,
    project: Option<Number>,
    record: String,
    instrument: String,
    event: Option<String>,
    instance: Option<Number>,
    state: Progress,
    time: Option<String>,
}

pub(super) async fn survey(State(server): State<Arc<Server>>, Input(input): Input<Survey>) -> Answer {
    let slot = project(&server, input.token.as_deref(), input.project.as_ref())?;
    let now = input.time.unwrap_or_else(|| server.clock.now());
    if now.parse::<jiff::civil::DateTime>().is_err() {
        return Err(Problem::bad(format!("`{now}` is no time")).with_help("write YYYY-MM-DD HH:MM:SS"));
    }
    let instance = input.instance.as_ref().map_or(Ok(1), Number::get)?;
    let instance =
        u32::try_from(instance).map_err(|_| Problem::bad(format!("there is no instance {instance}")))?;
    slot.change(|project, _| {
        let event = event(project, input.event.as_deref())?;
        let Some(form) = project.instrument(&input.instrument) else {
            return Err(no_instrument(project, &input.instrument));
        };
        if form.survey.is_none() {
            return Err(Problem::bad(format!("`{}` is no survey", input.instrument))
                .with_help("choose an instrument that is enabled as a survey"));
        }
        if !project.records.contains_key(&RecordName::new(&*input.record)) {
            return Err(Problem::bad("there is no such record").with_help("import the record first"));
        }
        let key = ResponseKey { event, instrument: input.instrument.clone(), instance };
        let response = project.record_mut(&input.record).responses.entry(key).or_default();
        response.started = input.state != Progress::NotStarted;
        response.completed = (input.state == Progress::Completed).then(|| now.clone());
        Ok(())
    })?;
    server.store.changed();
    ok(&json!({"project": slot.id()}))
}

/// A field whose values select rows of the table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewStratum {
    field: String,
    event: Option<String>,
}

/// A row of the table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewAllocation {
    target: String,
    #[serde(default)]
    alternative: String,
    #[serde(default)]
    strata: Vec<String>,
    dag: Option<String>,
}

/// A randomization to set up.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRandomization {
    token: Option<String>,
    project: Option<Number>,
    target_field: String,
    target_event: Option<String>,
    #[serde(default)]
    strata: Vec<NewStratum>,
    #[serde(default)]
    by_dag: bool,
    #[serde(default)]
    blinded: bool,
    allocations: Vec<NewAllocation>,
}

pub(super) async fn randomization(
    State(server): State<Arc<Server>>,
    Input(input): Input<NewRandomization>,
) -> Answer {
    let slot = project(&server, input.token.as_deref(), input.project.as_ref())?;
    let id = slot.change(|project, _| {
        let model = model(project, input)?;
        project.settings.randomization_enabled = true;
        project.randomizations.push(model);
        Ok::<u64, Problem>(project.last_number)
    })?;
    server.store.changed();
    ok(&json!({"project": slot.id(), "randomization": id}))
}

fn model(project: &mut Project, input: NewRandomization) -> Result<Randomization, Problem> {
    let fields = std::iter::once(&input.target_field).chain(input.strata.iter().map(|one| &one.field));
    for name in fields {
        if !project.fields.contains_key(name) {
            return Err(Problem::bad(format!("the project has no field `{name}`"))
                .with_help("the target field and the strata must be in the data dictionary"));
        }
    }
    let longitudinal = project.is_longitudinal();
    let place = |name: Option<&str>| if longitudinal { event(project, name).map(Some) } else { Ok(None) };
    let target_event = place(input.target_event.as_deref())?;
    let strata = input.strata.into_iter().map(|one| {
        let event = place(one.event.as_deref())?;
        Ok::<Stratum, Problem>(Stratum { field: one.field, event })
    });
    let strata = strata.collect::<Result<Vec<_>, _>>()?;
    let allocations =
        (1..).zip(input.allocations).map(|(number, row)| allocation(project, strata.len(), number, row));
    let allocations = allocations.collect::<Result<Vec<_>, _>>()?;
    Ok(Randomization {
        id: project.next_number(),
        target_field: input.target_field,
        target_event,
        strata,
        by_dag: input.by_dag,
        blinded: input.blinded,
        allocations,
    })
}

fn allocation(
    project: &Project,
    strata: usize,
    number: usize,
    row: NewAllocation,
) -> Result<Allocation, Problem> {
    if row.strata.len() != strata {
        return Err(Problem::bad(format!(
            "allocation {number} has {} values for {strata} strata",
            row.strata.len()
        ))
        .with_help("give each allocation one value for each stratum, in their order"));
    }
    let dag = group(project, row.dag.as_deref().unwrap_or_default())?;
    Ok(Allocation { target: row.target, alternative: row.alternative, strata: row.strata, dag, record: None })
}
