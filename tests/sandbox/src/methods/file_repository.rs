//! The file repository.

use std::sync::Arc;

use super::stored_file;
use crate::api::{Call, Cell, Refusal, Reply};
use crate::project::{Document, Folder, Project, RepositoryFile};

/// Creates a folder.
pub fn create_folder(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let parent = folder(call, project)?;
    let dag = call.arguments.number("dag_id");
    if dag.is_some_and(|id| project.dag_by_id(id).is_none()) {
        return Err(Refusal::not_valid("dag_id"));
    }
    let role = call.arguments.number("role_id");
    let role = role.map(|id| {
        let role = project.roles.iter().find(|role| role.number() == id);
        role.map(|role| role.unique_name.clone()).ok_or_else(|| Refusal::not_valid("role_id"))
    });
    let role = role.transpose()?;
    let id = project.next_number();
    let name = call.arguments.required("name").to_owned();
    project.folders.push(Folder { id, name, parent, dag, role });
    let mut table = call.table("new_folder", project);
    table.row(|_| id.into());
    Ok(call.list(&table))
}

/// Lists what is directly in a folder: folders, then files.
pub fn list(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let parent = folder(call, project)?;
    let mut table = call.table("file_repository_entry", project);
    for folder in project.folders.iter().filter(|one| one.parent == parent && may_see(call, one)) {
        table.row(|column| match column {
            "folder_id" => folder.id.into(),
            "name" => folder.name.as_str().into(),
            "role" => optional(folder.role.as_deref()),
            "dag" => optional(folder.dag.and_then(|id| project.dag_by_id(id)).map(|dag| &*dag.unique_name)),
            _ => Cell::Absent,
        });
    }
    for file in project.repository.iter().filter(|one| one.folder == parent) {
        let Some(document) = project.documents.get(&file.document) else { continue };
        table.row(|column| match column {
            "doc_id" => file.document.into(),
            "name" => document.name.as_str().into(),
            _ => Cell::Absent,
        });
    }
    Ok(call.list(&table))
}

/// Sends a file.
pub fn export(call: &Call<'_>, project: &Arc<Project>) -> Result<Reply, Refusal> {
    let (_, document) = file(call, project)?;
    Ok(stored_file::reply(document))
}

/// Stores a file.
pub fn import(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let folder = folder(call, project)?;
    let document = project.add_document(stored_file::uploaded(call)?);
    project.repository.push(RepositoryFile { document, folder });
    Ok(call.empty())
}

/// Deletes a file. The recycle bin cannot be reached through the API, so nothing is kept.
pub fn delete(call: &Call<'_>, project: &mut Project) -> Result<Reply, Refusal> {
    let (id, _) = file(call, project)?;
    project.repository.retain(|file| file.document != id);
    project.documents.remove(&id);
    Ok(call.empty())
}

/// The folder that `folder_id` names; none for the top level.
fn folder(call: &Call<'_>, project: &Project) -> Result<Option<u64>, Refusal> {
    let Some(id) = call.arguments.number("folder_id") else { return Ok(None) };
    if reachable(call, project, id) {
        return Ok(Some(id));
    }
    Err(call.refuse("file_repository_folder_unknown", &[("folder_id", &id.to_string())]))
}

/// The file that `doc_id` names.
fn file<'a>(call: &Call<'_>, project: &'a Project) -> Result<(u64, &'a Document), Refusal> {
    let id = call.arguments.number("doc_id");
    let file = project.repository.iter().find(|file| Some(file.document) == id);
    let file = file.filter(|file| file.folder.is_none_or(|folder| reachable(call, project, folder)));
    let found = file.and_then(|file| Some((file.document, &**project.documents.get(&file.document)?)));
    found.ok_or_else(|| call.refuse("file_repository_doc_id_invalid", &[]))
}

/// True if the folder is there and neither it nor one above it is closed to the caller.
fn reachable(call: &Call<'_>, project: &Project, id: u64) -> bool {
    let folder = |id| project.folders.iter().find(|folder| folder.id == id);
    let mut next = Some(id);
    // No chain of folders is longer than the list of folders.
    for _ in 0..=project.folders.len() {
        let Some(id) = next else { return true };
        match folder(id) {
            Some(folder) if may_see(call, folder) => next = folder.parent,
            _ => return false,
        }
    }
    false
}

/// As with records, who is in no group sees what belongs to any; a role's folder is for its members.
fn may_see(call: &Call<'_>, folder: &Folder) -> bool {
    let by_group = folder.dag.is_none() || call.caller.sees(folder.dag);
    by_group && (folder.role.is_none() || folder.role == call.caller.role)
}

fn optional(text: Option<&str>) -> Cell {
    text.map_or(Cell::Absent, Cell::from)
}
