//! Calls as the examples of the spec show them.

use bytes::Bytes;
use redcap_generator::model::{Example, ExampleValue, Method, Type};
use redcap_generator::spec::raw::Token;
use redcap_sandbox::api::{Form, Upload};

/// Who calls: the token of a project, and one that creates projects.
#[derive(Debug, Clone, Copy)]
pub struct Caller {
    /// For methods of a project.
    pub token: &'static str,
    /// For methods that take nothing but a super token.
    pub super_token: &'static str,
}

/// A call as an example shows it; without one, what selects the method.
pub fn form(method: &Method, example: Option<&Example>, caller: Caller) -> Form {
    let mut form = Form::default();
    let token = if method.token == Token::Super { caller.super_token } else { caller.token };
    form.add("token", token.to_owned());
    form.add("content", method.content.clone());
    if let Some(action) = &method.action {
        form.add("action", action.clone());
    }
    let Some(example) = example else { return form };
    for (name, value) in &example.parameters {
        let is_file = method.parameter(name).is_some_and(|parameter| parameter.type_ == Type::File);
        match value {
            ExampleValue::One(file) if is_file => form.uploads.push(Upload {
                field: name.clone(),
                name: file.clone(),
                mime: Some("text/plain".into()),
                bytes: Bytes::from(example.file_content.clone().unwrap_or_default()),
            }),
            ExampleValue::One(text) => form.add(name, text.clone()),
            ExampleValue::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    form.add(&format!("{name}[{index}]"), item.clone());
                }
            }
        }
    }
    form
}
