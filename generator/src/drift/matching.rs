//! Which method of the spec is meant.

use crate::model::Method;

/// Whether two titles are the same but for case and punctuation.
#[must_use]
pub fn is_title_of(method: &Method, title: &str) -> bool {
    let wanted = plain(title);
    plain(&method.title) == wanted || method.also_called.iter().any(|other| plain(other) == wanted)
}

/// A title without what differs between copies of it.
pub(super) fn plain(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a call or a description selects a method by.
pub(super) struct Selector<'s> {
    pub title: &'s str,
    pub content: Option<&'s str>,
    pub action: Option<&'s str>,
    pub names: Vec<&'s str>,
}

/// The method that is meant: by what is sent before by its title, and among those that are sent alike
/// by the title, then by whether there is a payload.
pub(super) fn find<'m>(methods: &'m [Method], selector: &Selector<'_>) -> Option<&'m Method> {
    let titled = methods.iter().find(|method| is_title_of(method, selector.title));
    let Some(content) = selector.content else { return titled };
    let same = |action: Option<&str>| -> Vec<&'m Method> {
        let fits = |method: &&Method| {
            method.content == content
                && (method.action.as_deref() == action || method.parameter("action").is_some())
        };
        methods.iter().filter(fits).collect()
    };
    let mut alike = same(selector.action);
    if alike.is_empty() {
        // Some descriptions give an action where servers need none.
        if titled.is_some() || !selector.title.is_empty() {
            return titled;
        }
        alike = same(None);
    }
    if let Some(titled) = titled.filter(|titled| alike.iter().any(|method| method.id == titled.id)) {
        return Some(titled);
    }
    let has_payload = |method: &&&Method| {
        let payload = method.payload().map(|parameter| parameter.name.as_str());
        payload.map_or(!selector.names.contains(&"data"), |name| selector.names.contains(&name))
    };
    alike.iter().find(has_payload).copied()
}

/// What selects a method, in the form of a request.
pub(super) fn selection_text(content: &str, action: Option<&str>) -> String {
    let action = action.map_or_else(String::new, |action| format!(", action={action}"));
    format!("content={content}{action}")
}
