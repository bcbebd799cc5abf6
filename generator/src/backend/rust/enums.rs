//! Sets of values: open enums that keep what they do not know.

use super::docs;
use crate::model::names::type_name;
use crate::model::{Enum, EnumValue, Version};

/// The type of one set of values. `oldest` is the oldest version that the crate knows.
#[must_use]
pub fn enumeration(one: &Enum, oldest: Version) -> String {
    let mut text = format!(
        "\nchoices! {{\n{}    {} {{\n",
        docs::comment(4, &docs::markdown(&one.summary)),
        type_name(&one.id)
    );
    for value in &one.values {
        text.push_str(&docs::comment(8, &docs::markdown(&value_doc(value, oldest))));
        text.push_str(&format!("        {} = {:?},\n", type_name(&value.ident), value.value));
    }
    text.push_str("    }\n}\n");
    text
}

fn value_doc(value: &EnumValue, oldest: Version) -> String {
    let code = docs::code(&value.value);
    let meaning = value.meaning.trim_end();
    if value.life.until.is_none() && value.life.since <= oldest {
        format!("{code}: {meaning}")
    } else {
        format!("{code}: {meaning} *({})*", value.life)
    }
}
