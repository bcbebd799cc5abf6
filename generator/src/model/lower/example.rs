//! Lowers examples. Whether their values fit is a matter of [`super::example_check`], which sees
//! enums and shapes as a whole.

use std::collections::BTreeMap;

use crate::diagnostics::suggestion;
use crate::model::version::Lifespan;
use crate::model::{Example, ExampleValue, Parameter};
use crate::spec::loc::Loc;
use crate::spec::raw;

use super::context::{Context, text};

/// Lowers one example; its parameters come into the order of the method's.
pub(super) fn example(
    context: &mut Context<'_>,
    raw: &Loc<raw::Example>,
    owner: &Lifespan,
    parameters: &[Parameter],
    any_name: bool,
) -> Example {
    let values = values(context, &raw.parameters, parameters, any_name);
    let response = raw.response.as_ref();
    Example {
        title: raw.title.value.clone(),
        parameters: values,
        file_content: text(raw.file_content.as_ref()),
        status: response.and_then(|response| response.status).unwrap_or(200),
        media: response.and_then(|response| text(response.media.as_ref())),
        body: response.map(|response| response.body.value.clone()),
        life: context.life_within(raw.since.as_ref(), raw.until.as_ref(), owner, "the method"),
        note: text(raw.note.as_ref()),
    }
}

/// Values of parameters in the order of the method's.
pub(super) fn values(
    context: &mut Context<'_>,
    raw: &BTreeMap<Loc<String>, Loc<raw::ExampleValue>>,
    parameters: &[Parameter],
    any_name: bool,
) -> Vec<(String, ExampleValue)> {
    let position = |name: &str| parameters.iter().position(|parameter| parameter.name == name);
    for name in raw.keys() {
        if position(name).is_none() && !any_name {
            let known = parameters.iter().map(|parameter| parameter.name.as_str());
            let help = suggestion(name, known);
            let message = format!("the method has no parameter `{}`", name.value);
            context.report.at(name.span, message, "not a parameter of this method").help(help);
        }
    }
    let mut values: Vec<(String, ExampleValue)> = raw
        .iter()
        .map(|(name, value)| {
            let value = match &value.value {
                raw::ExampleValue::One(text) => ExampleValue::One(text.0.clone()),
                raw::ExampleValue::List(items) => {
                    ExampleValue::List(items.iter().map(|item| item.0.clone()).collect())
                }
            };
            (name.value.clone(), value)
        })
        .collect();
    values.sort_by_key(|(name, _)| position(name).unwrap_or(usize::MAX));
    values
}
