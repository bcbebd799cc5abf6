//! One canonical text per release line: see [`crate::surface`].

use std::collections::BTreeSet;

use super::{Backend, BackendError, Emitted, Input, limit};
use crate::output::FileSet;
use crate::surface;
use crate::view::{Selection, View};

/// Emits `surface/<version>.txt`.
#[derive(Debug)]
pub struct Surface;

impl Backend for Surface {
    fn id(&self) -> &'static str {
        "surface"
    }

    fn emit(&self, input: &Input<'_>) -> Result<Emitted, BackendError> {
        let mut files = FileSet::new(self.id());
        let mut methods = BTreeSet::new();
        let newest = limit(input.view).unwrap_or_else(|| input.model.newest());
        for release in input.model.releases.iter().filter(|release| release.version <= newest) {
            let view = View::new(input.model, Selection::At(release.version));
            methods.extend(view.model.methods.iter().map(|method| method.id.clone()));
            let kind = if release.lts { "LTS" } else { "standard" };
            let count = view.model.methods.len();
            let text = format!(
                "# The REDCap API at {} ({kind}): {count} methods, one line per fact.\n\n{}",
                release.version,
                surface::text(&view)
            );
            files.add(&format!("surface/{}.txt", release.version), &view.files(), text)?;
        }
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
