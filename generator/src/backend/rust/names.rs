//! Named texts (record, event, field …) as types of their own, so that one cannot be taken for
//! another.

use super::docs;
use crate::model::ScalarType;
use crate::model::names::type_name;

/// The type of one named text.
#[must_use]
pub fn scalar(scalar: &ScalarType) -> String {
    let doc = docs::comment(4, &docs::markdown(&scalar.meaning));
    let hidden = if scalar.sensitive { ", hidden" } else { "" };
    format!("\nname! {{\n{doc}    {}{hidden}\n}}\n", type_name(&scalar.id))
}
