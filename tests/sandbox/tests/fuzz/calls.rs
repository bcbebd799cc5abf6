//! Calls as the spec has them, more or less.

use proptest::prelude::*;
use redcap_generator::model::{Method, Need, Parameter, Type, Version};
use redcap_generator::spec::raw::Token;
use redcap_sandbox::api::{Form, Upload};
use redcap_sandbox::catalogue::model;

use super::documents::{Document, document};
use super::values::{Mood, WORLDS, nonsense};

/// A token that may create projects.
pub const SUPER: &str = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";

/// A call before it becomes a form.
#[derive(Debug, Clone)]
pub struct Call {
    token: String,
    content: String,
    action: Option<String>,
    parts: Vec<(String, Sent)>,
}

/// What is sent for a parameter.
#[derive(Debug, Clone)]
enum Sent {
    One(String),
    Many(Vec<String>),
    Document(Document),
    Upload(String, Vec<u8>),
}

/// A call, of a method that the version has for the most part.
pub fn call(version: Version) -> impl Strategy<Value = Call> {
    let known: Vec<_> = model().methods.iter().filter(|method| method.life.contains(version)).collect();
    let all: Vec<_> = model().methods.iter().collect();
    let method = prop_oneof![15 => prop::sample::select(known), 1 => prop::sample::select(all)];
    let mood = prop_oneof![2 => Just(Mood::Earnest), 1 => Just(Mood::Wild)];
    (method, 0..WORLDS.len(), mood).prop_flat_map(|(method, world, mood)| {
        let draft = Draft { method, world, mood };
        let parts: Vec<_> = method.parameters.iter().map(|parameter| draft.part(parameter)).collect();
        let often = if mood == Mood::Wild { 0.1 } else { 0.001 };
        let other = prop::option::weighted(often, (nonsense(), nonsense().prop_map(Sent::One)));
        (draft.token(), draft.action(), parts, other).prop_map(|(token, action, parts, other)| Call {
            token,
            content: method.content.clone(),
            action,
            parts: parts.into_iter().flatten().chain(other).collect(),
        })
    })
}

/// What calls are made of.
#[derive(Clone, Copy)]
struct Draft {
    method: &'static Method,
    world: usize,
    mood: Mood,
}

impl Draft {
    fn token(self) -> BoxedStrategy<String> {
        let world = &WORLDS[self.world];
        if self.method.token == Token::Super {
            return Just(SUPER.to_owned()).boxed();
        }
        let users = prop::sample::select(world.users.clone());
        let token = prop_oneof![16 => Just(world.owner), 3 => users, 1 => Just(SUPER)];
        token.prop_map(str::to_owned).boxed()
    }

    fn action(self) -> BoxedStrategy<Option<String>> {
        let action = Just(self.method.action.clone());
        match self.mood {
            Mood::Earnest => action.boxed(),
            Mood::Wild => prop_oneof![19 => action, 1 => nonsense().prop_map(Some)].boxed(),
        }
    }

    /// A parameter and what is sent for it, if it is sent.
    fn part(self, parameter: &'static Parameter) -> BoxedStrategy<Option<(String, Sent)>> {
        let often = match parameter.need {
            Need::Required if self.mood == Mood::Earnest => 0.999,
            Need::Required => 0.97,
            _ if parameter.name == "format" => 0.85,
            _ => 0.3,
        };
        let sent = self.sent(parameter).prop_map(|sent| (parameter.name.clone(), sent));
        prop::option::weighted(often, sent).boxed()
    }

    fn sent(self, parameter: &Parameter) -> BoxedStrategy<Sent> {
        let value =
            WORLDS[self.world].of_type(&parameter.name, &parameter.type_, parameter.encoding, self.mood);
        let many = prop::collection::vec(value.clone(), 0..4);
        let right = match &parameter.type_ {
            Type::File => {
                let bytes = prop::collection::vec(any::<u8>(), 0..20);
                let file = ("[a-z]{1,5}\\.(txt|pdf|exe)|.{0,4}", bytes);
                file.prop_map(|(name, bytes)| Sent::Upload(name, bytes)).boxed()
            }
            Type::List(_) => many.clone().prop_map(Sent::Many).boxed(),
            type_ if type_.is_payload() || *type_ == Type::Odm => {
                document(self.world, self.method, type_, self.mood).prop_map(Sent::Document).boxed()
            }
            _ => value.clone().prop_map(Sent::One).boxed(),
        };
        if self.mood == Mood::Earnest {
            return right;
        }
        let joined = many.clone().prop_map(|items| Sent::One(items.join(",")));
        let wrong = prop_oneof![joined, many.prop_map(Sent::Many), value.prop_map(Sent::One)];
        prop_oneof![9 => right, 1 => wrong].boxed()
    }
}

impl Call {
    /// The form that a client sends.
    pub fn form(&self) -> Form {
        let mut form = Form::default();
        form.add("token", self.token.clone());
        form.add("content", self.content.clone());
        if let Some(action) = &self.action {
            form.add("action", action.clone());
        }
        let format = self.single("format").unwrap_or("xml");
        let delimiter = match self.single("csvDelimiter") {
            Some("tab") => "\t",
            other => other.unwrap_or(","),
        };
        for (name, sent) in &self.parts {
            match sent {
                Sent::One(text) => form.add(name, text.clone()),
                Sent::Many(items) => {
                    for (index, item) in items.iter().enumerate() {
                        form.add(&format!("{name}[{index}]"), item.clone());
                    }
                }
                Sent::Document(document) => form.add(name, document.text(format, delimiter)),
                Sent::Upload(file, bytes) => form.uploads.push(Upload {
                    field: name.clone(),
                    name: file.clone(),
                    mime: None,
                    bytes: bytes.clone().into(),
                }),
            }
        }
        form
    }

    fn single(&self, name: &str) -> Option<&str> {
        self.parts.iter().find_map(|(own, sent)| match sent {
            Sent::One(text) if own == name => Some(text.as_str()),
            _ => None,
        })
    }
}
