//! How stored values are shown: as codes, as labels, with another decimal mark.

use std::collections::HashMap;

use crate::project::{Choice, Event, Field, FieldType, Project, parse_choices};

/// What choices are shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Their codes.
    #[default]
    Raw,
    /// Their labels.
    Label,
    /// Both, `code,label`.
    Both,
}

impl Shown {
    /// Reads the parameter.
    pub fn parse(text: Option<&str>) -> Shown {
        match text {
            Some("label") => Shown::Label,
            Some("both") => Shown::Both,
            _ => Shown::Raw,
        }
    }

    /// One choice.
    pub fn choice(self, choice: &Choice) -> String {
        match self {
            Shown::Raw => choice.code.clone(),
            Shown::Label => choice.label.clone(),
            Shown::Both => format!("{},{}", choice.code, choice.label),
        }
    }
}

/// What is shown for codes; others are shown as they are.
pub type Codes = HashMap<String, String>;

/// What is shown for the codes of some choices; nothing to replace for raw values.
pub fn codes(choices: &[Choice], project: &Project, shown: Shown) -> Option<Codes> {
    if shown == Shown::Raw {
        return None;
    }
    let missing = parse_choices(&project.settings.missing_data_codes);
    let all = missing.iter().chain(choices);
    Some(all.map(|choice| (choice.code.clone(), shown.choice(choice))).collect())
}

/// The label of an event; it names the arm where there are several.
pub fn event_label(project: &Project, event: &Event) -> String {
    let arm = project.arms.get(&event.arm).filter(|_| project.used_arms().count() > 1);
    arm.map_or_else(|| event.name.clone(), |arm| format!("{} (Arm {}: {})", event.name, arm.number, arm.name))
}

/// True if the values of a field have a decimal mark.
pub fn is_decimal(field: &Field) -> bool {
    match field.kind {
        FieldType::Calc => true,
        FieldType::Text => field.validation.starts_with("number"),
        _ => false,
    }
}

/// Appends a number with another decimal mark; what is no number is appended as it is.
pub fn push_decimal(out: &mut String, text: &str, mark: char) {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = digits.split(['.', ',']).count() == 2
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    match text.split_once(['.', ',']).filter(|_| is_number) {
        Some((whole, part)) => {
            out.push_str(whole);
            out.push(mark);
            out.push_str(part);
        }
        None => out.push_str(text),
    }
}
