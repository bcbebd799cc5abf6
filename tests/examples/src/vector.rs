//! What the spec says that the example of a method sends.

use redcap_generator::model::{Method, Type};
use redcap_generator::spec::raw::Token;
use serde_json::Value;

use crate::recorder::Recorded;
use crate::world::{OWNER, SUPER};

/// A file that is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePart {
    /// Name of the form part.
    pub field: String,
    /// Name of the file.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A call.
#[derive(Debug, Clone)]
pub struct Vector {
    /// The token.
    pub token: String,
    /// Name of the field that carries the token.
    pub token_field: String,
    /// The other fields, in the order of the spec.
    pub fields: Vec<(String, String)>,
    /// The file.
    pub file: Option<FilePart>,
}

impl Vector {
    /// The first example of a method, which documents it. All languages show this one.
    pub fn of(method: &Method, token_field: &str) -> Vector {
        let example = &method.examples[0];
        let fields = method.form(&example.parameters);
        let file = method.parameters.iter().find(|one| one.type_ == Type::File);
        let file = file.and_then(|parameter| {
            Some(FilePart {
                field: parameter.name.clone(),
                name: example.value(&parameter.name)?.to_owned(),
                bytes: example.file_content.clone().unwrap_or_default().into_bytes(),
            })
        });
        Vector {
            token: if method.token == Token::Super { SUPER } else { OWNER }.to_owned(),
            token_field: token_field.to_owned(),
            fields: fields.into_iter().map(|field| (field.name, field.value)).collect(),
            file,
        }
    }

    /// In what a request differs from this call, a line each.
    pub fn differences(&self, request: &Recorded) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut compare = |what: &str, expected: &str, found: &str| {
            if expected != found {
                wrong.push(format!("{what}: expected {expected:?}, found {found:?}"));
            }
        };
        compare("verb", "POST", &request.verb);
        compare("address", "/api/", &self.discreet(&request.target));
        let form =
            if self.file.is_some() { "multipart/form-data" } else { "application/x-www-form-urlencoded" };
        compare("media type", form, &request.media);
        self.compare_token(request, &mut wrong);
        self.compare_fields(request, &mut wrong);
        let files: Vec<&FilePart> = self.file.iter().collect();
        let found: Vec<&FilePart> = request.files.iter().collect();
        if files != found {
            let shown = |parts: &[&FilePart]| {
                let parts = parts.iter().map(|part| {
                    let text = String::from_utf8_lossy(&part.bytes);
                    format!("part {:?}, name {:?}, content {text:?}", part.field, part.name)
                });
                self.discreet(&parts.collect::<Vec<_>>().join("; "))
            };
            wrong.push(format!("files: expected {}\n         found {}", shown(&files), shown(&found)));
        }
        wrong
    }

    /// The token is sent once, as a field, and nowhere else.
    fn compare_token(&self, request: &Recorded, wrong: &mut Vec<String>) {
        let sent: Vec<&String> = tokens(&self.token_field, request).collect();
        if sent.len() != 1 {
            wrong.push(format!("token: expected it once, found it {} times", sent.len()));
        } else if *sent[0] != self.token {
            wrong.push("token: another one than that of the environment was sent".to_owned());
        }
        if request.target.contains(&self.token) || request.headers.contains(&self.token) {
            wrong.push("token: it is in the address or in a header too".to_owned());
        }
    }

    fn compare_fields(&self, request: &Recorded, wrong: &mut Vec<String>) {
        let mut found: Vec<&(String, String)> =
            request.fields.iter().filter(|(name, _)| *name != self.token_field).collect();
        for (name, value) in &self.fields {
            let same = |one: &&(String, String)| one.0 == *name && is_same(value, &one.1);
            if let Some(place) = found.iter().position(same) {
                found.remove(place);
            } else {
                let others: Vec<String> = found
                    .iter()
                    .filter(|one| one.0 == *name)
                    .map(|one| self.discreet(&format!("{:?}", one.1)))
                    .collect();
                let others = if others.is_empty() { "nothing".to_owned() } else { others.join(", ") };
                wrong.push(format!("field `{name}`: expected {value:?}\n         found {others}"));
            }
        }
        for (name, value) in found {
            wrong.push(format!(
                "field `{name}`: not expected, found {}",
                self.discreet(&format!("{value:?}"))
            ));
        }
    }

    /// The text without the token.
    pub fn discreet(&self, text: &str) -> String {
        text.replace(&self.token, "(the token)")
    }
}

fn tokens<'r>(field: &str, request: &'r Recorded) -> impl Iterator<Item = &'r String> {
    request.fields.iter().filter(move |(name, _)| name == field).map(|(_, value)| value)
}

/// Whether two values mean the same: JSON whatever its layout, and the order of its keys; all else to the byte.
fn is_same(expected: &str, found: &str) -> bool {
    let json = |text: &str| {
        let value = serde_json::from_str::<Value>(text).ok();
        value.filter(|value| value.is_array() || value.is_object()).map(as_texts)
    };
    expected == found || json(expected).is_some_and(|expected| json(found) == Some(expected))
}

/// With numbers and booleans as texts: REDCap takes both alike.
fn as_texts(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::String(number.to_string()),
        Value::Bool(truth) => Value::String(truth.to_string()),
        Value::Array(items) => items.into_iter().map(as_texts).collect(),
        Value::Object(pairs) => pairs.into_iter().map(|(key, value)| (key, as_texts(value))).collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vector() -> Vector {
        Vector {
            token: "SECRET".into(),
            token_field: "token".into(),
            fields: vec![
                ("content".into(), "arm".into()),
                ("data".into(), r#"[{"arm_num":1,"name":"A"}]"#.into()),
                ("arms[0]".into(), "1".into()),
            ],
            file: None,
        }
    }

    fn request(fields: &[(&str, &str)]) -> Recorded {
        Recorded {
            verb: "POST".into(),
            target: "/api/".into(),
            headers: "accept: */*\n".into(),
            media: "application/x-www-form-urlencoded".into(),
            fields: fields.iter().map(|&(name, value)| (name.into(), value.into())).collect(),
            files: Vec::new(),
            answer: None,
        }
    }

    const GOOD: [(&str, &str); 4] = [
        ("arms[0]", "1"),
        ("data", r#"[ {"name": "A", "arm_num": "1"} ]"#),
        ("token", "SECRET"),
        ("content", "arm"),
    ];

    #[test]
    fn order_of_fields_and_layout_of_json_are_free() {
        assert_eq!(vector().differences(&request(&GOOD)), Vec::<String>::new());
    }

    #[test]
    fn everything_else_counts() {
        let with = |place: usize, pair| {
            let mut fields = GOOD.to_vec();
            fields[place] = pair;
            request(&fields)
        };
        let mut more = GOOD.to_vec();
        more.push(("arms[0]", "1"));
        let file = FilePart { field: "file".into(), name: "a".into(), bytes: b"SECRET".to_vec() };
        for (what, wrong) in [
            ("another value", with(0, ("arms[0]", "2"))),
            ("another name", with(0, ("arms", "1"))),
            ("other JSON", with(1, ("data", r#"[{"arm_num":1,"name":"B"}]"#))),
            ("another token", with(2, ("token", "WRONG"))),
            ("no token", with(2, ("tokens", "SECRET"))),
            ("a field twice", request(&more)),
            ("another verb", Recorded { verb: "GET".into(), ..request(&GOOD) }),
            ("a query", Recorded { target: "/api/?token=SECRET".into(), ..request(&GOOD) }),
            ("a header", Recorded { headers: "x: SECRET".into(), ..request(&GOOD) }),
            ("another form", Recorded { media: "multipart/form-data".into(), ..request(&GOOD) }),
            ("a file", Recorded { files: vec![file], ..request(&GOOD) }),
        ] {
            let found = vector().differences(&wrong);
            assert!(!found.is_empty(), "{what}");
            assert!(!found.join("\n").contains("SECRET"), "{what}: {found:?}");
        }
    }
}
