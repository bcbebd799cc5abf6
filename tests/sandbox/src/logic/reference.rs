//! What stands in square brackets: references to fields, and smart variables.

use super::error::Fault;
use super::lexer::{Group, shortened};

/// The event that a reference names before its field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum EventReference {
    /// A unique event name, such as `visit_1_arm_1`.
    Named(String),
    /// The event at hand, `[event-name]`.
    Current,
    /// The event before the one at hand, `[previous-event-name]`.
    Previous,
    /// The event after the one at hand, `[next-event-name]`.
    Next,
    /// The first event of the arm, `[first-event-name]`.
    First,
    /// The last event of the arm, `[last-event-name]`.
    Last,
}

/// The instance of a repeating instrument or event that a reference names after its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InstanceReference {
    /// An instance by its number, counted from 1.
    Number(u32),
    /// `[current-instance]`
    Current,
    /// `[previous-instance]`
    Previous,
    /// `[next-instance]`
    Next,
    /// `[first-instance]`
    First,
    /// `[last-instance]`
    Last,
}

/// Which side of a choice a reference asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The stored code, `[field:value]`, the same as without a suffix.
    Value,
    /// The label of the code, `[field:label]`.
    Label,
}

/// A reference to the value of a field of the record at hand.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The event, when one is named; otherwise the event at hand is meant.
    pub event: Option<EventReference>,
    /// The name of the field, in lower case.
    pub field: String,
    /// The code of one choice of a checkbox, `[field(code)]`.
    pub code: Option<String>,
    /// The instance, when one is named; otherwise the instance at hand is meant.
    pub instance: Option<InstanceReference>,
    /// Code or label.
    pub part: Part,
}

/// A smart variable that stands for a value by itself, such as `[record-name]`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SmartVariable {
    /// Its name, in lower case, without brackets.
    pub name: String,
    /// What follows the name after colons or commas.
    pub arguments: Vec<String>,
}

/// What a chain of brackets means.
#[derive(Debug)]
pub(super) enum Bracketed {
    Field(Reference),
    Smart(SmartVariable),
}

/// One pair of brackets by its looks; only the chain tells an event from a field.
enum Item<'a> {
    Name(&'a str),
    Choice(&'a str, &'a str),
    Part(&'a str, Part),
    Smart(&'a str, Vec<&'a str>),
    Number(u32),
}

/// Reads a chain of brackets: `[field]`, `[event][field]`, `[field][instance]`, `[event][field][instance]` or a
/// smart variable.
pub(super) fn read(groups: &[Group]) -> Result<Bracketed, Fault> {
    let items = groups.iter().map(item).collect::<Result<Vec<_>, _>>()?;
    match items.as_slice() {
        [Item::Smart(name, arguments)] => Ok(Bracketed::Smart(SmartVariable {
            name: name.to_ascii_lowercase(),
            arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
        })),
        [field] => assemble(groups, None, (0, field), None),
        [first, second] => match instance(second) {
            Some(instance) => assemble(groups, None, (0, first), Some(instance)),
            None => assemble(groups, Some(first), (1, second), None),
        },
        [event, field, last] => match instance(last) {
            Some(instance) => assemble(groups, Some(event), (1, field), Some(instance)),
            None => Err(Fault::new(groups[2].offset, "the third pair of brackets names no instance")
                .expected("a number from 1, or for instance [current-instance]")),
        },
        _ => Err(Fault::new(groups[3.min(groups.len() - 1)].offset, "too many brackets in a row")
            .expected("at most [event][field][instance]")),
    }
}

fn assemble(
    groups: &[Group],
    event: Option<&Item<'_>>,
    (position, field): (usize, &Item<'_>),
    instance: Option<InstanceReference>,
) -> Result<Bracketed, Fault> {
    let offset = groups[position].offset;
    let (name, code, part) = match field {
        Item::Name(name) => (*name, None, Part::Value),
        Item::Choice(name, code) => (*name, Some((*code).to_owned()), Part::Value),
        Item::Part(name, part) => (*name, None, *part),
        Item::Smart(..) => {
            return Err(
                Fault::new(offset, "a smart variable cannot stand here").expected("the name of a field")
            );
        }
        Item::Number(_) => {
            return Err(Fault::new(offset, "a number alone is no field").expected("the name of a field"));
        }
    };
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err(Fault::new(offset, format!("`{}` cannot be a field", shortened(name)))
            .expected("a name that starts with a letter"));
    }
    let event = match event {
        Some(item) => Some(event_of(item).ok_or_else(|| {
            Fault::new(groups[0].offset, "this does not name an event").expected("a unique event name")
        })?),
        None => None,
    };
    Ok(Bracketed::Field(Reference { event, field: name.to_ascii_lowercase(), code, instance, part }))
}

fn item(group: &Group) -> Result<Item<'_>, Fault> {
    let content = group.content.trim();
    let wrong = || {
        let problem = match content {
            "" => "there is nothing between these brackets".to_owned(),
            _ => format!("`[{}]` is not a reference", shortened(content)),
        };
        Fault::new(group.offset, problem).expected("[field], [field(code)] or a smart variable")
    };
    if content.bytes().all(|byte| byte.is_ascii_digit()) && !content.is_empty() {
        return match content.parse() {
            Ok(number) if number > 0 => Ok(Item::Number(number)),
            _ => Err(Fault::new(group.offset, "this is not an instance").expected("a number from 1")),
        };
    }
    if let Some((name, rest)) = content.split_once('(') {
        let code = rest.strip_suffix(')').map(str::trim).ok_or_else(wrong)?;
        let (name, valid) = (name.trim(), !code.is_empty() && !code.contains(['(', ')']));
        return if is_name(name) && valid { Ok(Item::Choice(name, code)) } else { Err(wrong()) };
    }
    let (name, suffix) = match content.split_once(':') {
        Some((name, suffix)) => (name, Some(suffix)),
        None => (content, None),
    };
    if name.contains('-') {
        let valid = name.split('-').all(is_name);
        let arguments = suffix.map(|suffix| suffix.split([':', ',']).map(str::trim).collect());
        return if valid { Ok(Item::Smart(name, arguments.unwrap_or_default())) } else { Err(wrong()) };
    }
    if !is_name(name) {
        return Err(wrong());
    }
    match suffix {
        None => Ok(Item::Name(name)),
        Some("value") => Ok(Item::Part(name, Part::Value)),
        Some("label") => Ok(Item::Part(name, Part::Label)),
        Some(other) => Err(Fault::new(group.offset, format!("`:{}` is not known", shortened(other)))
            .expected("`:value` or `:label`")),
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn event_of(item: &Item<'_>) -> Option<EventReference> {
    match item {
        Item::Name(name) => Some(EventReference::Named(name.to_ascii_lowercase())),
        Item::Smart(name, arguments) if arguments.is_empty() => match name.to_ascii_lowercase().as_str() {
            "event-name" => Some(EventReference::Current),
            "previous-event-name" => Some(EventReference::Previous),
            "next-event-name" => Some(EventReference::Next),
            "first-event-name" => Some(EventReference::First),
            "last-event-name" => Some(EventReference::Last),
            _ => None,
        },
        _ => None,
    }
}

fn instance(item: &Item<'_>) -> Option<InstanceReference> {
    match item {
        Item::Number(number) => Some(InstanceReference::Number(*number)),
        Item::Smart(name, arguments) if arguments.is_empty() => match name.to_ascii_lowercase().as_str() {
            "current-instance" => Some(InstanceReference::Current),
            "previous-instance" => Some(InstanceReference::Previous),
            "next-instance" => Some(InstanceReference::Next),
            "first-instance" => Some(InstanceReference::First),
            "last-instance" => Some(InstanceReference::Last),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(contents: &[&str]) -> Result<Bracketed, Fault> {
        let groups = contents.iter().map(|content| Group { offset: 0, content: (*content).to_owned() });
        read(&groups.collect::<Vec<_>>())
    }

    fn field(contents: &[&str]) -> Reference {
        match chain(contents) {
            Ok(Bracketed::Field(reference)) => reference,
            other => panic!("{contents:?}: {other:?}"),
        }
    }

    #[test]
    fn tells_events_fields_and_instances_apart() {
        let reference = field(&["visit_1_arm_1", "Weight", "2"]);
        assert_eq!(reference.event, Some(EventReference::Named("visit_1_arm_1".into())));
        assert_eq!(reference.field, "weight");
        assert_eq!(reference.instance, Some(InstanceReference::Number(2)));
        assert_eq!(field(&["f", "last-instance"]).instance, Some(InstanceReference::Last));
        assert_eq!(field(&["previous-event-name", "f"]).event, Some(EventReference::Previous));
        assert_eq!(field(&["e", "f(-99)"]).code.as_deref(), Some("-99"));
        assert_eq!(field(&["f:label"]).part, Part::Label);
    }

    #[test]
    fn keeps_the_arguments_of_smart_variables() {
        let Ok(Bracketed::Smart(variable)) = chain(&["survey-url:screening"]) else { panic!("not smart") };
        assert_eq!(
            (variable.name.as_str(), variable.arguments),
            ("survey-url", vec!["screening".to_owned()])
        );
    }

    #[test]
    fn refuses_what_names_nothing() {
        for contents in [
            &[""][..],
            &["3"],
            &["f g"],
            &["f("],
            &["f()"],
            &["f(1"],
            &["f(1)x"],
            &["f:what"],
            &["-"],
            &["1_month"],
            &["f", "0"],
            &["e", "f", "g"],
            &["e", "f", "1", "2"],
            &["e", "f", "1", "2", "3"],
            &["user-name", "f"],
            &["e", "user-name"],
            &["f(1)", "g"],
            &["f", "99999999999"],
        ] {
            assert!(chain(contents).is_err(), "{contents:?}");
        }
    }
}
