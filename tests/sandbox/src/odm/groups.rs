//! Data access groups in project XML, which has their names and not their unique names.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::project::{Dag, Project, unique_group_name};

/// Groups by unique name. When the document is read, unique names are made again from the names: in this order groups
/// of the same name get back the letters that tell them apart.
pub(super) fn dags_in_order(project: &Project) -> Vec<&Dag> {
    let mut dags: Vec<&Dag> = project.dags.iter().collect();
    dags.sort_by(|one, other| one.unique_name.cmp(&other.unique_name));
    dags
}

/// The project with the unique names that its groups have once the document was read. They differ where a unique name
/// still avoids another that is no longer there. Records and reports would lose their groups otherwise.
pub(super) fn readable(project: &Project) -> Cow<'_, Project> {
    let mut made: BTreeMap<String, &str> = BTreeMap::new();
    for dag in dags_in_order(project) {
        let unique = unique_group_name(&dag.name, |taken| made.contains_key(taken));
        made.insert(unique, &dag.unique_name);
    }
    if made.iter().all(|(new, old)| new == old) {
        return Cow::Borrowed(project);
    }
    let new_names: BTreeMap<&str, &String> = made.iter().map(|(new, old)| (*old, new)).collect();
    let mut copy = project.clone();
    let dags = copy.dags.iter_mut().map(|dag| &mut dag.unique_name);
    let filters = copy.reports.iter_mut().flat_map(|report| &mut report.filter_dags);
    for name in dags.chain(filters) {
        if let Some(new) = new_names.get(name.as_str()) {
            (*new).clone_into(name);
        }
    }
    Cow::Owned(copy)
}
