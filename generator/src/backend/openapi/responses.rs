//! Answers of methods, and errors.

use serde_json::{Map, Value, json};

use super::schema::{self, flat};
use crate::model::{Example, Method, Model, Return};
use crate::spec::raw::AnswerKind;
use crate::view::View;

/// Answers that every method can have.
const COMMON: [u16; 9] = [400, 401, 403, 404, 413, 429, 500, 501, 503];

/// Any media type.
const ANY: &str = "*/*";

/// The named responses: errors by status.
pub fn components(view: &View) -> Value {
    let errors = view.model.api.statuses.iter().filter(|status| COMMON.contains(&status.code));
    let named = errors.map(|status| {
        let content: Map<String, Value> = view
            .model
            .api
            .error_bodies
            .iter()
            .map(|body| {
                let schema = if body.media.contains("json") { schema::reference(schema::ERROR) } else { json!({ "type": "string" }) };
                (media(&body.media), json!({ "schema": schema, "example": example_of(&body.body) }))
            })
            .collect();
        let response = json!({ "description": format!("{}. {}", status.title, flat(&status.meaning)), "content": content });
        (name(status.code, &status.title), response)
    });
    Value::Object(named.collect())
}

fn example_of(body: &str) -> Value {
    let text = body.replace("{message}", "You do not have permissions to use the API");
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}

fn name(code: u16, title: &str) -> String {
    let words: String = title.split_whitespace().collect();
    format!("{words}{code}")
}

/// The media type alone: parameters such as a charset are for people.
fn media(full: &str) -> String {
    full.split(';').next().unwrap_or(full).trim().to_owned()
}

/// The responses of a method.
pub fn of(view: &View, method: &Method) -> Value {
    let model = &view.model;
    let mut responses = Map::new();
    let mut statuses: Vec<u16> = method.returns.iter().map(|one| one.status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    for status in statuses {
        let returns: Vec<&Return> = method.returns.iter().filter(|one| one.status == status).collect();
        responses.insert(status.to_string(), success(model, method, &returns));
    }
    for status in model.api.statuses.iter().filter(|status| COMMON.contains(&status.code)) {
        let reference = format!("#/components/responses/{}", name(status.code, &status.title));
        responses.insert(status.code.to_string(), json!({ "$ref": reference }));
    }
    Value::Object(responses)
}

fn success(model: &Model, method: &Method, returns: &[&Return]) -> Value {
    let meanings: Vec<String> =
        returns.iter().map(|one| flat(&one.meaning)).filter(|text| !text.is_empty()).collect();
    let mut by_media: Map<String, Value> = Map::new();
    for one in returns {
        for (format, media_type) in forms(model, one) {
            let schema = schema_of(one, &format);
            let entry = by_media.entry(media(&media_type)).or_insert_with(|| json!([]));
            if let Value::Array(schemas) = entry
                && !schemas.contains(&schema)
            {
                schemas.push(schema);
            }
        }
    }
    // Generators make the type of an answer from the first media type.
    let mut by_media: Vec<(String, Value)> = by_media.into_iter().collect();
    by_media.sort_by_key(|(media_type, _)| !media_type.contains("json"));
    let mut content = Map::new();
    for (media_type, schemas) in by_media {
        let Value::Array(mut schemas) = schemas else { continue };
        let schema = if schemas.len() == 1 { schemas.remove(0) } else { json!({ "anyOf": schemas }) };
        let mut entry = Map::from_iter([("schema".to_owned(), schema)]);
        let examples = examples(model, method, &media_type);
        if !examples.is_empty() {
            entry.insert("examples".to_owned(), Value::Object(examples));
        }
        content.insert(media_type, Value::Object(entry));
    }
    let description = if meanings.is_empty() { "The call succeeded.".to_owned() } else { meanings.join(" ") };
    if content.is_empty() {
        return json!({ "description": description });
    }
    json!({ "description": description, "content": content })
}

/// In which formats, and so with which media types, an answer comes.
fn forms(model: &Model, one: &Return) -> Vec<(String, String)> {
    if let Some(media) = &one.media {
        return vec![("any".to_owned(), media.clone())];
    }
    // A stored file comes with the media type that it has.
    if one.answer == AnswerKind::File {
        return vec![("any".to_owned(), ANY.to_owned())];
    }
    let Some(answer) = model.answers.iter().find(|answer| answer.id == one.answer) else { return Vec::new() };
    let fits = |format: &str| {
        one.formats.is_empty() || one.formats.iter().any(|wanted| wanted == format) || format == "any"
    };
    let specific = answer.formats.iter().filter(|form| fits(&form.format));
    let mut forms: Vec<(String, String)> =
        specific.map(|form| (form.format.clone(), form.media.clone())).collect();
    // A bare answer that comes whatever was asked for is not listed once more for each format.
    if forms.iter().any(|(format, _)| format == "any") && one.formats.is_empty() {
        forms.retain(|(format, _)| format == "any");
    }
    forms
}

fn schema_of(one: &Return, format: &str) -> Value {
    let shape = one.shape.as_deref().map(|id| schema::reference(&schema::name(id)));
    match (format, one.answer) {
        ("json", AnswerKind::List) => {
            json!({ "type": "array", "items": shape.unwrap_or_else(|| json!({ "type": "object" })) })
        }
        ("json", AnswerKind::Object) => shape.unwrap_or_else(|| json!({ "type": "object" })),
        ("json", AnswerKind::Records) => {
            json!({ "type": "array", "items": schema::reference(schema::RECORD) })
        }
        ("json", AnswerKind::Texts) => json!({ "type": "array", "items": { "type": "string" } }),
        ("json", AnswerKind::Integer) => json!({ "type": "integer" }),
        (_, AnswerKind::File) => json!({ "type": "string", "format": "binary" }),
        (_, AnswerKind::Any) => json!({}),
        _ => json!({ "type": "string" }),
    }
}

/// Answers of the examples that have the media type.
fn examples(model: &Model, method: &Method, media_type: &str) -> Map<String, Value> {
    let mut found = Map::new();
    for (index, example) in method.examples.iter().enumerate() {
        let Some(body) = &example.body else { continue };
        let Some(answered) = answered(model, method, example) else { continue };
        let answered = media(&answered);
        if media_type != ANY && answered != media_type {
            continue;
        }
        let value = if answered.contains("json") {
            serde_json::from_str(body).unwrap_or_else(|_| json!(body))
        } else {
            json!(body)
        };
        found.insert(format!("example{}", index + 1), json!({ "summary": example.title, "value": value }));
    }
    found
}

/// The media type of an example's answer.
fn answered(model: &Model, method: &Method, example: &Example) -> Option<String> {
    if let Some(media) = &example.media {
        return Some(media.clone());
    }
    let format = example.value("format").or(example.value("returnFormat")).unwrap_or("xml");
    let returned = method.returns.iter().find(|one| {
        let when = one.when.as_ref();
        one.status == example.status
            && one.in_format(format)
            && when.is_none_or(|when| example.value(&when.parameter) == Some(when.value.as_str()))
    })?;
    let forms = forms(model, returned);
    let fitting = forms.iter().find(|(one, _)| one == format).or(forms.first());
    fitting.map(|(_, media)| media.clone())
}
