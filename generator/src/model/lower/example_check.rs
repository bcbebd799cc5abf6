//! Holds examples against the parameters, values and shapes that exist in every version in which
//! the example claims to work. An example is copied by people: one that fails is worse than none.

use serde_json::{Map, Value};

use crate::diagnostics::Span;
use crate::model::shape::{Column, ImportNeed, JsonForm, Presence, Shape};
use crate::model::version::Lifespan;
use crate::model::{Example, ExampleValue, Method, Need, Parameter, Return, Type};
use crate::spec::loc::Loc;
use crate::spec::raw::{self, AnswerKind};

use super::Index;
use super::context::Context;

/// Checks the examples of a method.
pub(super) fn check(context: &mut Context<'_>, index: &Index<'_>, method: &Method, raw: &raw::Method) {
    for (example, raw) in method.examples.iter().zip(&raw.examples) {
        Checker { context, index, method, example, raw }.check();
    }
}

struct Checker<'c, 'a> {
    context: &'c mut Context<'a>,
    index: &'c Index<'c>,
    method: &'c Method,
    example: &'c Example,
    raw: &'c Loc<raw::Example>,
}

impl Checker<'_, '_> {
    fn check(&mut self) {
        for parameter in &self.method.parameters {
            let given = self.example.parameters.iter().any(|(name, _)| *name == parameter.name);
            if parameter.need == Need::Required && parameter.life.overlaps(&self.example.life) && !given {
                let message = format!("the example lacks the required parameter `{}`", parameter.name);
                self.problem(self.raw.title.span, message, "it would fail", "add it to `parameters:`");
            }
        }
        let method = self.method;
        let example = self.example;
        for (name, value) in &example.parameters {
            let span = self.span_of(name);
            // Entries of one name are one parameter over time; together they must cover the example.
            let entries = || method.parameters.iter().filter(|parameter| parameter.name == *name);
            for parameter in entries().filter(|parameter| parameter.life.overlaps(&example.life)) {
                self.value(parameter, value, span);
            }
            let lives: Vec<Lifespan> = entries().map(|parameter| parameter.life).collect();
            if let Some(life) = first_gap(&lives, &example.life) {
                self.outside(span, &format!("the parameter `{name}`"), &life);
            }
        }
        self.response();
    }

    fn span_of(&self, name: &str) -> Span {
        let found = self.raw.parameters.iter().find(|(key, _)| key.value == name);
        found.map_or(self.raw.span, |(_, value)| value.span)
    }

    fn problem(&mut self, span: Span, message: String, reason: impl Into<String>, help: &str) {
        self.context.report.at(span, message, reason).help(help);
    }

    /// The example claims versions in which a thing does not exist.
    fn outside(&mut self, span: Span, what: &str, life: &Lifespan) {
        let own = self.example.life;
        let (version, bound) = match life.until {
            Some(end) if own.since >= life.since => (end.max(own.since), format!("until: \"{end}\"")),
            _ => (own.since, format!("since: \"{}\"", life.since)),
        };
        let message = format!("the example does not work in {version}");
        let help = format!("give the example `{bound}`, or leave the value out");
        self.context.report.at(span, message, format!("{what} exists {life}")).help(help);
    }

    fn value(&mut self, parameter: &Parameter, value: &ExampleValue, span: Span) {
        match (&parameter.type_, value) {
            (Type::List(of), ExampleValue::List(items)) => {
                for item in items {
                    self.scalar(parameter, of, item, span);
                }
            }
            (Type::List(_), ExampleValue::One(_)) => {
                let message = format!("`{}` is a list", parameter.name);
                self.problem(span, message, "a single value stands here", "write it as [value]");
            }
            (_, ExampleValue::List(_)) => {
                let message = format!("`{}` is not a list", parameter.name);
                self.problem(span, message, "a list stands here", "write a single value");
            }
            (type_, ExampleValue::One(text)) => self.scalar(parameter, type_, text, span),
        }
    }

    fn scalar(&mut self, parameter: &Parameter, type_: &Type, text: &str, span: Span) {
        let wrong = match type_ {
            Type::Integer if text.parse::<i64>().is_err() => Some("not a whole number".to_owned()),
            Type::Boolean if !parameter.encoding.boolean_values().contains(&text) => {
                Some(format!("it is written as {}", parameter.encoding.boolean_values().join(" or ")))
            }
            Type::Datetime => parameter
                .pattern
                .as_deref()
                .filter(|pattern| !matches_pattern(pattern, text))
                .map(|pattern| format!("it does not follow {pattern}")),
            Type::Scalar(_) if text.is_empty() => Some("it is empty".to_owned()),
            _ => None,
        };
        if let Some(reason) = wrong {
            let message = format!("`{text}` is not a value of `{}`", parameter.name);
            self.problem(span, message, reason, "correct the example");
        }
        if let Some(most) = parameter.max_length.filter(|most| text.chars().count() > *most as usize) {
            let message = format!("the value of `{}` is too long", parameter.name);
            self.problem(
                span,
                message,
                format!("at most {most} characters"),
                "shorten it, or correct `max_length`",
            );
        }
        match type_ {
            Type::Enum(id) => self.enum_value(parameter, id, text, span),
            Type::Payload(shape) => self.payload(shape, text, span, false),
            Type::PayloadItem(shape) => self.payload(shape, text, span, true),
            _ => {}
        }
    }

    fn enum_value(&mut self, parameter: &Parameter, id: &str, text: &str, span: Span) {
        let Some(one) = self.index.enums.get(id) else { return };
        match one.values.iter().find(|value| value.value == text) {
            // As long as this entry is the parameter; before and after it is another one.
            Some(value) if self.example.life.clip(&parameter.life).within(&value.life) => {}
            Some(value) => {
                let life = value.life;
                self.outside(span, &format!("the value `{text}` of `{}`", parameter.name), &life);
            }
            None => {
                let known = one.values.iter().map(|value| value.value.as_str());
                let help = crate::diagnostics::suggestion(text, known);
                let message = format!("`{text}` is not a value of `{}`", parameter.name);
                self.problem(span, message, format!("not in the enum `{id}`"), &help);
            }
        }
    }

    /// Documents in JSON are held against the shape; other formats are taken as they are.
    fn payload(&mut self, shape: &str, text: &str, span: Span, single: bool) {
        let format =
            self.method.role(crate::model::Role::Format).and_then(|role| self.example.value(&role.name));
        if format != Some("json") {
            return;
        }
        let Some(shape) = self.index.shapes.get(shape).copied() else { return };
        let items = match serde_json::from_str::<Value>(text) {
            Ok(Value::Array(items)) => items,
            Ok(_) => {
                self.problem(
                    span,
                    "the payload is not a list".to_owned(),
                    "servers count 0 items then",
                    "wrap it in [ ]",
                );
                return;
            }
            Err(error) => {
                self.problem(span, "the payload is not JSON".to_owned(), error.to_string(), "correct it");
                return;
            }
        };
        if single && items.len() != 1 {
            self.problem(
                span,
                format!("the payload has {} items", items.len()),
                "it takes exactly one",
                "keep one",
            );
        }
        for item in &items {
            let Value::Object(item) = item else {
                self.problem(span, "an item is not an object".to_owned(), "items are {…}", "correct it");
                continue;
            };
            for key in item.keys() {
                match shape.column(key) {
                    Some(column) if column.import == ImportNeed::No => {
                        let message = format!("the column `{key}` is not imported");
                        self.problem(span, message, format!("see the shape `{}`", shape.id), "leave it out");
                    }
                    found => self.column(key, found, shape, span),
                }
            }
            let needed = shape.columns.iter().filter(|column| column.import == ImportNeed::Required);
            for column in needed.filter(|column| column.life.overlaps(&self.example.life)) {
                if !item.contains_key(&column.name) {
                    let message = format!("an item lacks the column `{}`", column.name);
                    let reason = format!("imports of the shape `{}` need it", shape.id);
                    self.context.report.at(span, message, reason).help("add it");
                }
            }
        }
    }

    fn column(&mut self, key: &str, column: Option<&Column>, shape: &Shape, span: Span) {
        match column {
            Some(column) if self.example.life.within(&column.life) => {}
            Some(column) => {
                let life = column.life;
                self.outside(span, &format!("the column `{key}`"), &life);
            }
            None => {
                let known = shape.columns.iter().map(|column| column.name.as_str());
                let help = crate::diagnostics::suggestion(key, known);
                self.problem(
                    span,
                    format!("there is no column `{key}`"),
                    format!("see the shape `{}`", shape.id),
                    &help,
                );
            }
        }
    }

    /// The body of a successful JSON answer is held against the shape.
    fn response(&mut self) {
        let (Some(body), Some(raw)) = (&self.example.body, &self.raw.response) else { return };
        let span = raw.body.span;
        let Some(answer) = answer_of(self.method, self.example) else { return };
        if self.example.status != answer.status {
            return;
        }
        if answer.answer == AnswerKind::Integer && body.trim().parse::<u64>().is_err() {
            self.problem(
                span,
                "the answer is not a whole number".to_owned(),
                "see `returns`",
                "correct the body",
            );
        }
        let (AnswerKind::List | AnswerKind::Object, Some(shape), true) =
            (answer.answer, answer.shape.as_deref(), answered_in_json(self.method, self.example))
        else {
            return;
        };
        let Some(shape) = self.index.shapes.get(shape).copied() else { return };
        let items = match (answer.answer, serde_json::from_str::<Value>(body)) {
            (AnswerKind::List, Ok(Value::Array(items))) => items,
            (AnswerKind::Object, Ok(item @ Value::Object(_))) => vec![item],
            (_, Ok(_)) => {
                self.problem(
                    span,
                    "the body has another form than the answer".to_owned(),
                    "see `returns`",
                    "correct it",
                );
                return;
            }
            (_, Err(error)) => {
                self.problem(span, "the body is not JSON".to_owned(), error.to_string(), "correct it");
                return;
            }
        };
        for item in &items {
            let Value::Object(item) = item else {
                self.problem(
                    span,
                    "an item of the answer is not an object".to_owned(),
                    "items are {…}",
                    "correct it",
                );
                continue;
            };
            self.answer_item(item, shape, span);
        }
    }

    fn answer_item(&mut self, item: &Map<String, Value>, shape: &Shape, span: Span) {
        for (key, value) in item {
            let column = shape.column(key);
            self.column(key, column, shape, span);
            let fits = match (column.map(|column| column.json), value) {
                (Some(JsonForm::String), Value::String(_))
                | (Some(JsonForm::Integer), Value::Number(_))
                | (Some(JsonForm::Object), Value::Object(_) | Value::Array(_))
                | (None, _) => true,
                (Some(JsonForm::Integer), Value::String(text)) => text.is_empty(),
                _ => false,
            };
            if let (false, Some(column)) = (fits, column) {
                let wanted = match column.json {
                    JsonForm::String => "a string",
                    JsonForm::Integer => "a number",
                    JsonForm::Object => "an object",
                };
                let message = format!("`{key}` is not {wanted}");
                let reason = format!("in the shape `{}` it arrives as {wanted}", shape.id);
                self.problem(span, message, reason, "correct the body, or `json` of the column");
            }
        }
        let always =
            shape.columns.iter().filter(|column| column.presence == Presence::Always && column.export);
        for column in always.filter(|column| self.example.life.within(&column.life)) {
            if !item.contains_key(&column.name) {
                let message = format!("an item of the answer lacks `{}`", column.name);
                let reason = format!("the shape `{}` always has it", shape.id);
                self.context.report.at(span, message, reason).help("add it to the body");
            }
        }
    }
}

/// Of lifespans that should cover `wanted` together, the one at whose edge they do not.
fn first_gap(lives: &[Lifespan], wanted: &Lifespan) -> Option<Lifespan> {
    let mut version = wanted.since;
    let mut last = lives.first()?;
    loop {
        let Some(life) = lives.iter().find(|life| life.contains(version)) else { return Some(*last) };
        match life.until {
            Some(end) if wanted.until.is_none_or(|until| end < until) => (version, last) = (end, life),
            _ => return None,
        }
    }
}

/// The answer that an example gets: the first whose `when`, format and lifespan fit.
fn answer_of<'m>(method: &'m Method, example: &Example) -> Option<&'m Return> {
    let format = answer_format(method, example);
    method.returns.iter().find(|answer| {
        let asked = answer
            .when
            .as_ref()
            .is_none_or(|when| example.value(&when.parameter) == Some(when.value.as_str()));
        asked && answer.in_format(format) && example.life.within(&answer.life)
    })
}

/// The format of the answer: of imports and files `returnFormat`, of exports `format`.
fn answer_format<'e>(method: &Method, example: &'e Example) -> &'e str {
    let role = |role| method.role(role).and_then(|parameter| example.value(&parameter.name));
    let (format, return_format) = (role(crate::model::Role::Format), role(crate::model::Role::ReturnFormat));
    let chosen = if method.payload().is_some() { return_format.or(format) } else { format.or(return_format) };
    chosen.unwrap_or("xml")
}

fn answered_in_json(method: &Method, example: &Example) -> bool {
    answer_format(method, example) == "json"
}

/// `Y`, `M`, `D`, `H` and `S` stand for digits, everything else for itself.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    pattern.chars().count() == text.chars().count()
        && pattern.chars().zip(text.chars()).all(|(wanted, found)| match wanted {
            'Y' | 'M' | 'D' | 'H' | 'S' => found.is_ascii_digit(),
            other => other == found,
        })
}

#[cfg(test)]
mod tests {
    use super::matches_pattern;

    #[test]
    fn a_date_time_follows_its_pattern() {
        assert!(matches_pattern("YYYY-MM-DD HH:MM", "2026-03-01 09:30"));
        assert!(!matches_pattern("YYYY-MM-DD HH:MM", "2026-03-01"));
        assert!(!matches_pattern("YYYY-MM-DD HH:MM", "2026/03/01 09:30"));
    }
}
