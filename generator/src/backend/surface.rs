//! One canonical text per release line: see [`crate::surface`].

use std::collections::BTreeSet;

use super::{Backend, BackendError, Emitted, Input, limit};
use crate::output::FileSet;
use crate::surface;
use crate::view::{Selected, Selection};

/// Emits `surface/<version>.txt`.
#[derive(Debug)]
pub struct Surface;

impl Backend for Surface {
    fn id(&self) -> &'static str {
        "surface"
    }

    fn emit(&self, input: &Input<'_>) -> Result<Emitted, BackendError> {
        let mut files = FileSet::new(self.id());
        let newest = limit(input.view).unwrap_or_else(|| input.model.newest());
        let releases = || input.model.releases.iter().filter(|release| release.version <= newest);
        let versions: Vec<Selected<'_>> =
            releases().map(|release| Selected::of(input.model, Selection::At(release.version))).collect();
        let texts = surface::texts(input.model, &versions);
        for ((release, selected), text) in releases().zip(&versions).zip(texts) {
            let kind = if release.lts { "LTS" } else { "standard" };
            let count = selected.methods.len();
            let heading = format!(
                "# The REDCap API at {} ({kind}): {count} methods, one line per fact.",
                release.version
            );
            let path = format!("surface/{}.txt", release.version);
            files.add(&path, &selected.files(), format!("{heading}\n\n{text}"))?;
        }
        let in_versions = versions.iter().flat_map(|selected| &selected.methods);
        let mut methods: BTreeSet<String> = in_versions.map(|method| method.id.clone()).collect();
        // Methods that ended before the newest release are in older surfaces, so all are covered;
        // what a limited view leaves out is not asked for.
        if limit(input.view).is_some() {
            let wanted: BTreeSet<String> =
                input.view.model.methods.iter().map(|method| method.id.clone()).collect();
            methods.retain(|id| wanted.contains(id));
        }
        Ok(Emitted { files, methods: Some(methods) })
    }
}
