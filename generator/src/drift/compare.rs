//! What was read, held against the API as the spec has it at a version.

use std::collections::BTreeSet;

use super::difference::{Drift, Finding, NewMethod, Side, Subject};
use super::document::Place;
use super::examples::Request;
use super::matching::{Selector, find, is_title_of, plain, selection_text};
use super::page::{Described, Stated, Unread};
use super::values::{self, Values};
use super::{Reading, list::Listed};
use crate::model::{Lifespan, Method, Model, Need, Parameter, Type, Version};
use crate::spec::raw::Encoding;
use crate::view::{Selection, View};

/// Compares.
#[must_use]
pub fn compare(reading: &Reading, model: &Model, view: &View) -> Drift {
    let mut drift = Drift { unread: reading.unread.clone(), ..Drift::default() };
    let comparison = &mut Comparison { model, view, drift: &mut drift };
    for described in &reading.methods {
        comparison.described(described);
    }
    for request in &reading.requests {
        comparison.called(request);
    }
    comparison.list(&reading.listed);
    comparison.missing(reading);
    let order = |finding: &Finding| {
        let method = model.methods.iter().position(|method| method.id == finding.method);
        method.unwrap_or(usize::MAX)
    };
    drift.findings.sort_by_key(|finding| order(finding));
    let mut seen = BTreeSet::new();
    drift.findings.retain(|one| {
        seen.insert((one.subject, one.side, one.method.clone(), one.parameter.clone(), one.value.clone()))
    });
    drift.unread.sort();
    drift.unread.dedup();
    drift
}

struct Comparison<'c> {
    model: &'c Model,
    view: &'c View,
    drift: &'c mut Drift,
}

impl Comparison<'_> {
    fn described(&mut self, described: &Described) {
        let selector = Selector {
            title: &described.title,
            content: described.content.as_deref(),
            action: described.action.as_deref(),
            names: described.parameters.iter().map(|parameter| parameter.name.as_str()).collect(),
        };
        let Some(method) = find(&self.view.model.methods, &selector) else {
            self.new_method(&selector, &described.place, NewMethod::Described(described.clone()));
            return;
        };
        let method = &method.clone();
        self.drift.compared.insert(method.id.clone());
        self.selection(method, &selector, &described.place);
        if described.is_titled && !is_title_of(method, &described.title) {
            self.push(Finding {
                spec: Some(method.title.clone()),
                release: Some(described.title.clone()),
                ..finding(Subject::Title, Side::Differs, method, Some(&described.place))
            });
        }
        for stated in &described.parameters {
            match method.parameter(&stated.name) {
                Some(parameter) => self.parameter(method, parameter, stated),
                None => {
                    let found = self.new_parameter(method, &stated.name, &stated.place);
                    let said = self.said(stated);
                    self.push(Finding { release: Some(said), ..found });
                    let known = &mut self.drift.new_parameters;
                    if !known.iter().any(|(id, other)| *id == method.id && other.name == stated.name) {
                        known.push((method.id.clone(), stated.clone()));
                    }
                }
            }
        }
        // Without a single parameter the page was not read, which has been told.
        if described.sections.parameters {
            self.absent(method, described);
        }
    }

    /// Parameters of the spec that a page does not have.
    fn absent(&mut self, method: &Method, described: &Described) {
        // Pages leave out what is only there for old clients.
        let on_pages = |parameter: &&Parameter| !parameter.undocumented && parameter.deprecated.is_none();
        for parameter in method.parameters.iter().filter(on_pages) {
            if described.parameters.iter().any(|stated| stated.name == parameter.name) {
                continue;
            }
            let mut blocks = described.parameters.iter().flat_map(|stated| &stated.description);
            if let Some(block) = blocks.find(|block| block.text.trim_end_matches(':') == parameter.name) {
                let place = Place { line: block.line, ..described.place.clone() };
                let what = format!(
                    "`{}` ({}) is not written as the other parameters are, and was not compared",
                    parameter.name, method.id
                );
                self.drift.unread.push(Unread { place, what });
                continue;
            }
            let spec = format!("{}, {}", need_word(parameter.need), parameter.type_.notation());
            let history = lifespan_note(&parameter.life, &method.life);
            let base = finding(Subject::Parameter, Side::OnlySpec, method, Some(&described.place));
            self.push(Finding { parameter: Some(parameter.name.clone()), spec: Some(spec), history, ..base });
        }
    }

    fn parameter(&mut self, method: &Method, parameter: &Parameter, stated: &Stated) {
        let base = |subject, side| Finding {
            parameter: Some(parameter.name.clone()),
            ..finding(subject, side, method, Some(&stated.place))
        };
        let agrees = match (stated.required, parameter.need) {
            (Some(true), need) => need != Need::Optional,
            (Some(false), need) => matches!(need, Need::Optional | Need::Conditional),
            (None, _) => true,
        };
        if !agrees {
            let release = if stated.required == Some(true) { "required" } else { "optional" };
            self.push(Finding {
                spec: Some(need_word(parameter.need).to_owned()),
                release: Some(release.to_owned()),
                ..base(Subject::Need, Side::Differs)
            });
        }
        let told = values::read(&stated.description);
        if let Some(default) = &told.default
            && parameter.default.as_ref() != Some(default)
        {
            self.push(Finding {
                spec: Some(parameter.default.clone().unwrap_or_else(|| "none".to_owned())),
                release: Some(default.clone()),
                ..base(Subject::Default, Side::Differs)
            });
        }
        self.values(method, parameter, stated, &told, base);
    }

    fn values(
        &mut self,
        method: &Method,
        parameter: &Parameter,
        stated: &Stated,
        told: &Values,
        base: impl Fn(Subject, Side) -> Finding,
    ) {
        let Some(allowed) = self.allowed(&parameter.type_, parameter.encoding) else { return };
        if told.listed.is_empty() {
            let text: Vec<&str> = stated.description.iter().map(|block| block.text.as_str()).collect();
            let is_told = |value: &String| has_word(&text.join(" "), value);
            if matches!(parameter.type_, Type::Enum(_)) && !allowed.iter().all(is_told) {
                let what = format!("the values of `{}` ({}) could not be read", parameter.name, method.id);
                self.drift.unread.push(Unread { place: stated.place.clone(), what });
            }
            return;
        }
        for value in told.listed.iter().filter(|value| !allowed.contains(value)) {
            let history = self.value_history(&parameter.type_, value);
            let found = base(Subject::Value, Side::OnlyRelease);
            self.push(Finding { value: Some(value.clone()), release: Some(value.clone()), history, ..found });
        }
        for value in allowed.iter().filter(|value| !told.listed.contains(value)) {
            let history = self.value_life(&parameter.type_, value);
            let found = base(Subject::Value, Side::OnlySpec);
            self.push(Finding { value: Some(value.clone()), spec: Some(value.clone()), history, ..found });
        }
    }

    fn called(&mut self, request: &Request) {
        let selector = Selector {
            title: "",
            content: Some(&request.content),
            action: request.action.as_deref(),
            names: request.fields.iter().map(|field| field.name.as_str()).collect(),
        };
        let Some(method) = find(&self.view.model.methods, &selector) else {
            self.new_method(&selector, &request.place, NewMethod::Called(request.clone()));
            return;
        };
        let method = &method.clone();
        self.drift.compared.insert(method.id.clone());
        self.selection(method, &selector, &request.place);
        for field in &request.fields {
            let place = Place { line: field.line, ..request.place.clone() };
            let Some(parameter) = method.parameter(&field.name) else {
                if !method.open {
                    let found = self.new_parameter(method, &field.name, &place);
                    self.push(Finding { release: Some("sent in an example".to_owned()), ..found });
                }
                continue;
            };
            let allowed = self.allowed(&parameter.type_, parameter.encoding);
            let is_enum = matches!(parameter.type_, Type::Enum(_));
            if let (Some(allowed), Some(value), true) = (allowed, &field.value, is_enum)
                && !value.is_empty()
                && !allowed.contains(value)
            {
                let history = self.value_history(&parameter.type_, value);
                self.push(Finding {
                    parameter: Some(parameter.name.clone()),
                    value: Some(value.clone()),
                    release: Some(value.clone()),
                    history,
                    ..finding(Subject::Value, Side::OnlyRelease, method, Some(&place))
                });
            }
        }
    }

    fn list(&mut self, listed: &[Listed]) {
        for entry in listed {
            let found = self.view.model.methods.iter().find(|method| is_title_of(method, &entry.title));
            if let Some(method) = found {
                self.drift.listed.insert(method.id.clone());
                continue;
            }
            let is_group = self.model.groups.iter().any(|group| plain(&group.title) == plain(&entry.title))
                || entry.is_heading;
            let is_described = self.drift.new_methods.iter().any(
                |new| matches!(new, NewMethod::Described(described) if plain(&described.title) == plain(&entry.title)),
            );
            // A page under a new title has told that already.
            let is_retitled = self.drift.findings.iter().any(|finding| {
                finding.subject == Subject::Title
                    && finding.release.as_deref().is_some_and(|title| plain(title) == plain(&entry.title))
            });
            if !is_group && !is_described && !is_retitled {
                let selector =
                    Selector { title: &entry.title, content: None, action: None, names: Vec::new() };
                self.new_method(&selector, &entry.place, NewMethod::Listed(entry.clone()));
            }
        }
    }

    /// Methods of the spec of which the release says nothing.
    fn missing(&mut self, reading: &Reading) {
        for method in &self.view.model.methods {
            let groups = &self.model.groups;
            let is_beyond = groups.iter().any(|group| group.id == method.group && group.beyond_help);
            if is_beyond || self.drift.compared.contains(&method.id) || self.drift.listed.contains(&method.id)
            {
                continue;
            }
            if reading.is_whole {
                let history = Some(method.life.to_string());
                let found = finding(Subject::Method, Side::OnlySpec, method, None);
                let spec = Some(method.title.clone());
                self.drift.findings.push(Finding { spec, history, ..found });
            } else {
                self.drift.passed_over.push(method.id.clone());
            }
        }
    }

    fn selection(&mut self, method: &Method, selector: &Selector<'_>, place: &Place) {
        let Some(content) = selector.content else { return };
        let takes_action = method.parameter("action").is_some();
        let same_action = takes_action || method.action.as_deref() == selector.action;
        if content == method.content && same_action {
            return;
        }
        self.push(Finding {
            spec: Some(selection_text(&method.content, method.action.as_deref())),
            release: Some(selection_text(content, selector.action)),
            ..finding(Subject::Selection, Side::Differs, method, Some(place))
        });
    }

    fn new_method(&mut self, selector: &Selector<'_>, place: &Place, new: NewMethod) {
        let wire = selector.content.map(|content| selection_text(content, selector.action));
        let name = if selector.title.is_empty() {
            wire.clone().unwrap_or_default()
        } else {
            selector.title.to_owned()
        };
        if self.drift.findings.iter().any(|one| one.subject == Subject::Method && one.method == name) {
            return;
        }
        let known = find(&self.model.methods, selector);
        let history = known.map(|method| format!("the spec has it {}", method.life));
        self.push(Finding {
            subject: Subject::Method,
            side: Side::OnlyRelease,
            method: name,
            parameter: None,
            value: None,
            spec: None,
            release: wire,
            history,
            place: Some(place.clone()),
            origin: known.map(|method| method.origin.clone()),
        });
        if known.is_none() {
            self.drift.new_methods.push(new);
        }
    }

    fn new_parameter(&self, method: &Method, name: &str, place: &Place) -> Finding {
        let whole = self.model.method(&method.id).and_then(|method| method.parameter(name));
        let history = whole.map(|parameter| format!("the spec has it {}", parameter.life));
        let base = finding(Subject::Parameter, Side::OnlyRelease, method, Some(place));
        Finding { parameter: Some(name.to_owned()), history, ..base }
    }

    /// What a page says of a parameter, in a few words.
    fn said(&self, stated: &Stated) -> String {
        let mut said = match stated.required {
            Some(true) => "required".to_owned(),
            Some(false) => "optional".to_owned(),
            None => "required or optional, the page does not tell".to_owned(),
        };
        let told = values::read(&stated.description);
        if !told.listed.is_empty() {
            said.push_str(&format!(", one of {}", told.listed.join(", ")));
        }
        if let Some(default) = &told.default {
            said.push_str(&format!(", default {default}"));
        }
        said
    }

    /// The values that the spec allows, where it allows a few.
    fn allowed(&self, type_: &Type, encoding: Encoding) -> Option<Vec<String>> {
        match type_ {
            Type::Enum(id) => {
                let one = self.view.model.enums.iter().find(|one| one.id == *id)?;
                Some(one.values.iter().map(|value| value.value.clone()).collect())
            }
            Type::Boolean => {
                // Nothing is lost by leaving such a parameter out, so its second value may stand for that.
                let values = encoding.boolean_values();
                (values.len() > 1).then(|| values.iter().map(|&value| value.to_owned()).collect())
            }
            _ => None,
        }
    }

    fn value_history(&self, type_: &Type, value: &str) -> Option<String> {
        self.value_life(type_, value).map(|life| format!("the spec has it {life}"))
    }

    /// How a value lives, where that is not always.
    fn value_life(&self, type_: &Type, value: &str) -> Option<String> {
        let Type::Enum(id) = type_ else { return None };
        let one = self.model.enums.iter().find(|one| one.id == *id)?;
        let life = &one.values.iter().find(|one| one.value == value)?.life;
        let is_always = life.since <= self.model.oldest() && life.until.is_none();
        (!is_always).then(|| life.to_string())
    }

    fn push(&mut self, finding: Finding) {
        self.drift.findings.push(finding);
    }
}

fn finding(subject: Subject, side: Side, method: &Method, place: Option<&Place>) -> Finding {
    Finding {
        subject,
        side,
        method: method.id.clone(),
        parameter: None,
        value: None,
        spec: None,
        release: None,
        history: None,
        place: place.cloned(),
        origin: Some(method.origin.clone()),
    }
}

fn need_word(need: Need) -> &'static str {
    match need {
        Need::Required => "required",
        Need::Defaulted => "required, with a default",
        Need::Optional => "optional",
        Need::Conditional => "required under a condition",
    }
}

/// How a part lives, where that is other than its owner does.
fn lifespan_note(life: &Lifespan, owner: &Lifespan) -> Option<String> {
    (life.since != owner.since || life.until != owner.until).then(|| life.to_string())
}

/// Whether a text has a value as a word of its own.
fn has_word(text: &str, value: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(value).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_part);
        let after = text[at + value.len()..].chars().next().is_some_and(is_part);
        let is_inner = (before && value.starts_with(is_part)) || (after && value.ends_with(is_part));
        !is_inner
    })
}

/// The view to compare with: a version that is newer than all that the spec knows is held against the
/// newest, for that is what it came from.
#[must_use]
pub fn view_for(model: &Model, version: Version) -> View {
    View::new(model, Selection::At(version.min(model.newest())))
}
