//! The parameters of a call, checked against the spec.

use indexmap::IndexMap;
use redcap_generator::model::{Method, Need, Parameter, Type};
use redcap_generator::spec::raw::Encoding;

use super::form::{Form, Upload, Value};
use super::refusal::Refusal;
use crate::catalogue::{Catalogue, model};

/// Parameters of a call, by name: only those that the version knows, and only valid ones.
#[derive(Clone, Default)]
pub struct Arguments {
    method: String,
    texts: IndexMap<String, String>,
    lists: IndexMap<String, Vec<String>>,
    defaults: IndexMap<String, String>,
    others: IndexMap<String, Value>,
    uploads: Vec<Upload>,
}

/// How strictly a server takes lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListForm {
    /// `name=a,b` counts as a list wherever it ever did.
    #[default]
    Lenient,
    /// Only `name[0]=a&name[1]=b`, as servers from 13.4.3 on were seen to demand.
    Strict,
}

impl Arguments {
    /// Checks a form against the parameters that a method has in a version.
    ///
    /// # Errors
    /// The first parameter that is missing or not valid.
    pub fn check(
        catalogue: &Catalogue,
        method: &Method,
        form: Form,
        lists: ListForm,
    ) -> Result<Arguments, Refusal> {
        let mut arguments = Arguments { method: method.id.clone(), ..Arguments::default() };
        let Form { mut values, uploads } = form;
        arguments.uploads = uploads;
        for parameter in &method.parameters {
            let check = Check { catalogue, method, parameter, lists };
            match values.shift_remove(&parameter.name) {
                _ if parameter.type_ == Type::File => check.upload(&arguments.uploads)?,
                Some(Value::Many(items)) if matches!(parameter.type_, Type::List(_)) => {
                    let items: Vec<String> = items.into_iter().filter(|item| !item.is_empty()).collect();
                    items.iter().try_for_each(|item| check.single(item))?;
                    arguments.lists.insert(parameter.name.clone(), items);
                }
                Some(Value::Many(_)) => return Err(Refusal::not_valid(&parameter.name)),
                Some(Value::One(text)) if text.is_empty() && !check.counts_when_blank() => check.absent()?,
                Some(Value::One(text)) if matches!(parameter.type_, Type::List(_)) => {
                    let items = check.comma_list(&text)?;
                    items.iter().try_for_each(|item| check.single(item))?;
                    arguments.lists.insert(parameter.name.clone(), items);
                }
                Some(Value::One(text)) => {
                    check.single(&text)?;
                    arguments.texts.insert(parameter.name.clone(), text);
                }
                None => check.absent()?,
            }
            if let Some(default) = &parameter.default {
                arguments.defaults.insert(parameter.name.clone(), default.clone());
            }
        }
        arguments.others = values;
        Ok(arguments)
    }

    /// The text of a parameter, or its default; none if it is absent or blank.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.known(name);
        self.texts.get(name).or_else(|| self.defaults.get(name)).map(String::as_str)
    }

    /// The text of a parameter that must be there; blank at worst.
    pub fn required(&self, name: &str) -> &str {
        self.text(name).unwrap_or_default()
    }

    /// True if a flag is on.
    pub fn flag(&self, name: &str) -> bool {
        let presence = self.known(name).is_some_and(|one| one.encoding == Encoding::Presence);
        match self.texts.get(name) {
            Some(_) if presence => true,
            Some(text) => is_true(text),
            None => self.defaults.get(name).is_some_and(|text| is_true(text)),
        }
    }

    /// The values of a list; none if it is absent.
    pub fn list(&self, name: &str) -> Option<&[String]> {
        self.known(name);
        self.lists.get(name).map(Vec::as_slice)
    }

    /// A whole number; none if it is absent.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.text(name).and_then(|text| text.trim().parse().ok())
    }

    /// The numbers of a list; none if it is absent.
    pub fn numbers(&self, name: &str) -> Option<Vec<u64>> {
        Some(self.list(name)?.iter().filter_map(|text| text.trim().parse().ok()).collect())
    }

    /// The value of `format`, for methods that have it.
    pub fn format(&self) -> Option<&str> {
        self.texts.get("format").or_else(|| self.defaults.get("format")).map(String::as_str)
    }

    /// The value of `returnFormat`, if it was sent.
    pub fn return_format(&self) -> Option<&str> {
        self.texts.get("returnFormat").map(String::as_str)
    }

    /// The value of `csvDelimiter`, for methods that have it.
    pub fn delimiter(&self) -> Option<&str> {
        self.texts.get("csvDelimiter").map(String::as_str)
    }

    /// The uploaded file.
    pub fn upload(&self) -> Option<&Upload> {
        self.uploads.iter().find(|upload| upload.field == "file")
    }

    /// What was sent beside the parameters that the spec names, for open methods.
    pub fn others(&self) -> &IndexMap<String, Value> {
        &self.others
    }

    /// The parameter in the whole spec: a name that it lacks is a mistake in the sandbox.
    fn known(&self, name: &str) -> Option<&'static Parameter> {
        let parameter = model().method(&self.method).and_then(|method| method.parameter(name));
        debug_assert!(parameter.is_some(), "`{}` has no parameter `{name}`", self.method);
        parameter
    }
}

/// `true` and `1` in any case; everything else, also `False` and nonsense, is false.
pub fn is_true(text: &str) -> bool {
    matches!(text.trim().to_ascii_lowercase().as_str(), "true" | "1")
}

struct Check<'a> {
    catalogue: &'a Catalogue,
    method: &'a Method,
    parameter: &'a Parameter,
    lists: ListForm,
}

impl Check<'_> {
    /// Flags that work by presence, and documents, may be empty.
    fn counts_when_blank(&self) -> bool {
        self.parameter.encoding == Encoding::Presence || self.parameter.type_.is_payload()
    }

    fn upload(&self, uploads: &[Upload]) -> Result<(), Refusal> {
        let there = uploads.iter().any(|one| one.field == self.parameter.name && !one.name.is_empty());
        if there || self.parameter.need != Need::Required { Ok(()) } else { Err(self.missing()) }
    }

    fn absent(&self) -> Result<(), Refusal> {
        if self.parameter.need == Need::Required { Err(self.missing()) } else { Ok(()) }
    }

    /// The error that the method is known for, or else the wording of the survey methods.
    fn missing(&self) -> Refusal {
        let by_kind = match &self.parameter.type_ {
            Type::List(_) => "not_an_array",
            Type::File => "no_file_uploaded",
            one if one.is_payload() => "data_not_in_format",
            _ => "",
        };
        let by_name = match self.parameter.name.as_str() {
            "name" => "folder_name_missing",
            "doc_id" => "file_repository_doc_id_invalid",
            _ => "survey_parameter_missing",
        };
        let name = &self.parameter.name;
        [by_kind, by_name]
            .into_iter()
            .filter(|id| self.method.errors.iter().any(|error| error.id == **id))
            .find_map(|id| refusal(self.catalogue, Some(self.method), id, &[("parameter", name)]))
            .unwrap_or_else(|| Refusal::bad(format!("The parameter '{name}' is missing")))
    }

    /// Lists of deletes must be arrays; elsewhere a comma separates the values of an old form.
    fn comma_list(&self, text: &str) -> Result<Vec<String>, Refusal> {
        let name = &self.parameter.name;
        let known = |id| refusal(self.catalogue, Some(self.method), id, &[("parameter", name)]);
        let lists = |id: &str| self.method.errors.iter().any(|error| error.id == id);
        if lists("not_an_array") {
            return Err(known("not_an_array").unwrap_or_else(|| Refusal::not_valid(name)));
        }
        // Every list was refused alike by the versions that did.
        if let Some(refusal) = known("records_filter_not_an_array").filter(|_| self.lists == ListForm::Strict)
        {
            return Err(refusal);
        }
        let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        Ok(items.map(str::to_owned).collect())
    }

    /// Checks one value by its type.
    fn single(&self, text: &str) -> Result<(), Refusal> {
        let invalid = || Err(Refusal::not_valid(&self.parameter.name));
        let of = match &self.parameter.type_ {
            Type::List(of) => of,
            other => other,
        };
        match of {
            Type::Enum(id) => {
                let one = self.catalogue.model().enumeration(id);
                let known = one.is_none_or(|one| one.values.iter().any(|value| value.value == text));
                if known { Ok(()) } else { invalid() }
            }
            Type::Integer if text.trim().parse::<u64>().is_err() => self.not_a_number(),
            Type::Datetime if !is_moment(text) => invalid(),
            _ => match self.parameter.max_length {
                Some(most) if text.chars().count() > most as usize => invalid(),
                _ => Ok(()),
            },
        }
    }

    fn not_a_number(&self) -> Result<(), Refusal> {
        let listed = self.method.errors.iter().any(|error| error.id == "file_repository_doc_id_invalid");
        if self.parameter.name == "doc_id" && listed {
            return Err(self.missing());
        }
        Err(Refusal::not_valid(&self.parameter.name))
    }
}

/// A date, with or without a time.
fn is_moment(text: &str) -> bool {
    let text = text.trim();
    text.parse::<jiff::civil::DateTime>().is_ok() || text.parse::<jiff::civil::Date>().is_ok()
}

/// A known error with its variable parts filled in.
pub fn refusal(
    catalogue: &Catalogue,
    method: Option<&Method>,
    id: &str,
    parts: &[(&str, &str)],
) -> Option<Refusal> {
    let error = catalogue.error(method, id)?;
    Some(Refusal::new(error.status, filled(&error.message, parts)))
}

/// A text with its variable parts filled in. Names of parts within what is filled in mean nothing.
fn filled(message: &str, parts: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(start) = rest.find('{') {
        text.push_str(&rest[..start]);
        let named = rest[start + 1..].split_once('}');
        let known = named.and_then(|(name, after)| {
            let (_, value) = parts.iter().find(|(part, _)| *part == name)?;
            Some((*value, after))
        });
        let (value, after) = known.unwrap_or(("{", &rest[start + 1..]));
        text.push_str(value);
        rest = after;
    }
    text.push_str(rest);
    text
}
