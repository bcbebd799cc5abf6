//! The playground: a page that composes calls, and sends them when it is told to.

use super::page::Frame;
use crate::backend::BackendError;
use crate::output::FileSet;

/// Adds the page and what it loads.
///
/// # Errors
/// When a template does not render.
pub fn add(_frame: &Frame<'_>, _files: &mut FileSet) -> Result<(), BackendError> {
    Ok(())
}
