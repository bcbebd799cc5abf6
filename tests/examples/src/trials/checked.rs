//! Languages that cannot be run: what is written in their files.

use redcap_generator::model::Method;

use super::{Verdict, vector};
use crate::generated::path;
use crate::workshop::Workshop;

/// Finds the name and the value of each field of the vector in the example of a method, as literals, in order.
pub fn method(shop: &Workshop, method: &Method) -> Verdict {
    let path = path(&shop.language, method);
    let text = shop.text(&path).ok_or(format!("{path}: the file is missing"))?;
    let vector = vector(method);
    let mut rest = text;
    let pairs = vector.fields.iter().map(|(name, value)| (name, value.as_str()));
    let file = vector.file.iter().map(|file| (&file.field, file.name.as_str()));
    // A file is sent after the fields in some languages, before them in others.
    for (name, value) in pairs {
        rest = after(shop, &path, rest, name)?;
        rest = after(shop, &path, rest, value)?;
    }
    for (name, value) in file {
        after(shop, &path, text, name)?;
        after(shop, &path, text, value)?;
    }
    after(shop, &path, text, &vector.token_field).map(drop)
}

/// What comes after a text, which stands there as a literal, or as it is where it can be a name.
fn after<'t>(shop: &Workshop, path: &str, text: &'t str, wanted: &str) -> Result<&'t str, String> {
    let literal = shop.language.literal(wanted).map_err(|error| format!("{path}: {error}"))?;
    let is_name = wanted.chars().all(|one| one.is_ascii_alphanumeric() || one == '_');
    let place = |wanted: &str| text.find(wanted).map(|at| &text[at + wanted.len()..]);
    let found = place(&literal).or_else(|| if is_name { place(wanted) } else { None });
    found.ok_or_else(|| {
        format!(
            "{path}: expected {literal} after what comes before it in the spec, found in the rest:\n{text}"
        )
    })
}
