//! Documents that imports take, whole and damaged.

use proptest::prelude::*;
use redcap_generator::model::{Method, Type};
use redcap_generator::spec::raw::Encoding;
use redcap_sandbox::catalogue::model;
use serde_json::Value;

use super::values::{Mood, Row, WORLDS, World, nonsense};

/// What a document holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Rows.
    List(Vec<Row>),
    /// The first row alone.
    Item(Vec<Row>),
    /// The project XML of a demo project.
    Odm(usize),
}

/// A document before it is written.
#[derive(Debug, Clone)]
pub struct Document {
    content: Content,
    damage: Damage,
}

/// What went wrong with a document on its way.
#[derive(Debug, Clone)]
enum Damage {
    None,
    /// It ends early.
    Cut(prop::sample::Index),
    /// Something stands in it that should not.
    Inserted(prop::sample::Index, String),
    /// It is in another format.
    Format(&'static str),
}

fn damage(mood: Mood) -> BoxedStrategy<Damage> {
    if mood == Mood::Earnest {
        return Just(Damage::None).boxed();
    }
    prop_oneof![
        6 => Just(Damage::None),
        1 => any::<prop::sample::Index>().prop_map(Damage::Cut),
        1 => (any::<prop::sample::Index>(), nonsense()).prop_map(|(at, text)| Damage::Inserted(at, text)),
        1 => prop::sample::select(vec!["csv", "json", "xml", "odm"]).prop_map(Damage::Format),
    ]
    .boxed()
}

/// A document for a parameter of a method.
pub fn document(world: usize, method: &Method, type_: &Type, mood: Mood) -> BoxedStrategy<Document> {
    let from = &WORLDS[world];
    let rows = |made: BoxedStrategy<Row>, cell: BoxedStrategy<(String, Value)>| {
        let row = match from.exported.get(&method.content).filter(|rows| !rows.is_empty()) {
            Some(rows) => prop_oneof![3 => changed(rows.clone(), cell), 1 => made].boxed(),
            None => made,
        };
        prop::collection::vec(row, 0..4)
    };
    let content = match type_ {
        Type::Payload(shape) => {
            rows(made(from, shape, mood), cell(from, shape, mood)).prop_map(Content::List).boxed()
        }
        Type::PayloadItem(shape) => {
            rows(made(from, shape, mood), cell(from, shape, mood)).prop_map(Content::Item).boxed()
        }
        Type::PayloadRecords => rows(record(from, mood), value(from, mood)).prop_map(Content::List).boxed(),
        _ => (0..WORLDS.len()).prop_map(Content::Odm).boxed(),
    };
    (content, damage(mood)).prop_map(|(content, damage)| Document { content, damage }).boxed()
}

/// A row that the API exported, with up to two other cells.
fn changed(rows: Vec<Row>, cell: BoxedStrategy<(String, Value)>) -> BoxedStrategy<Row> {
    (prop::sample::select(rows), prop::collection::vec(cell, 0..3))
        .prop_map(|(mut row, cells)| {
            for (name, value) in cells {
                match row.iter_mut().find(|(own, _)| *own == name) {
                    Some((_, old)) => *old = value,
                    None => row.push((name, value)),
                }
            }
            row
        })
        .boxed()
}

/// A cell of a shape.
fn cell(world: &'static World, shape: &str, mood: Mood) -> BoxedStrategy<(String, Value)> {
    let columns = model().shape(shape).map(|shape| shape.columns.as_slice()).unwrap_or_default();
    prop::sample::select(columns)
        .prop_flat_map(move |column| {
            let value = world.of_type(&column.name, &column.type_, Encoding::ZeroOne, mood);
            (Just(column.name.clone()), value.prop_map(Value::from))
        })
        .boxed()
}

/// A row of a shape, with most of the columns that it has.
fn made(world: &World, shape: &str, mood: Mood) -> BoxedStrategy<Row> {
    let columns = model().shape(shape).map(|shape| shape.columns.as_slice()).unwrap_or_default();
    let cells = columns.iter().map(|column| {
        let name = column.name.clone();
        let value = world.of_type(&name, &column.type_, Encoding::ZeroOne, mood);
        prop::option::weighted(0.7, value.prop_map(move |value| (name.clone(), Value::from(value))))
    });
    let other = prop::option::weighted(0.05, (nonsense(), nonsense().prop_map(Value::from)));
    (cells.collect::<Vec<_>>(), other)
        .prop_map(|(cells, other)| cells.into_iter().flatten().chain(other).collect())
        .boxed()
}

/// A value of a record under its column.
fn value(world: &'static World, mood: Mood) -> BoxedStrategy<(String, Value)> {
    world
        .named("field", mood)
        .prop_flat_map(move |name| {
            let value = prop_oneof![world.named(&name, mood), world.named("number", mood)];
            (Just(name), value.prop_map(Value::from))
        })
        .boxed()
}

/// A row of records: flat, or one value.
fn record(world: &'static World, mood: Mood) -> BoxedStrategy<Row> {
    let place = ["redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance"].map(|name| {
        let cell = world.named(name, mood).prop_map(move |value| (name.to_owned(), Value::from(value)));
        prop::option::weighted(0.4, cell)
    });
    let id = (prop::sample::select(vec!["record_id", "study_id", "record"]), world.named("record", mood));
    let flat = (id, place.clone(), prop::collection::vec(value(world, mood), 0..5));
    let flat = flat.prop_map(|((id, record), place, cells)| {
        let id = (id.to_owned(), Value::from(record));
        std::iter::once(id).chain(place.into_iter().flatten()).chain(cells).collect::<Row>()
    });
    let eav = (world.named("record", mood), place, value(world, mood));
    let eav = eav.prop_map(|(record, place, (field, value))| {
        let cells = [("record", record.into()), ("field_name", field.into()), ("value", value)];
        let cells = cells.map(|(name, value)| (name.to_owned(), value));
        place.into_iter().flatten().chain(cells).collect::<Row>()
    });
    prop_oneof![flat, eav].boxed()
}

impl Document {
    /// The document in a format.
    pub fn text(&self, format: &str, delimiter: &str) -> String {
        let format = if let Damage::Format(other) = self.damage { other } else { format };
        let mut text = self.content.text(format, delimiter);
        match &self.damage {
            Damage::None | Damage::Format(_) => {}
            Damage::Cut(at) => text.truncate(boundary(&text, at)),
            Damage::Inserted(at, extra) => {
                text.insert_str(boundary(&text, at), extra);
            }
        }
        text
    }
}

/// A place between two characters.
fn boundary(text: &str, at: &prop::sample::Index) -> usize {
    let place = at.index(text.len() + 1);
    (0..=place).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}

impl Content {
    fn text(&self, format: &str, delimiter: &str) -> String {
        let (rows, single) = match self {
            Content::Odm(world) => return WORLDS[*world].odm.clone(),
            Content::List(rows) => (rows.as_slice(), false),
            Content::Item(rows) => (&rows[..rows.len().min(1)], true),
        };
        let json = |row: &Row| row.iter().cloned().collect::<Value>();
        match format {
            "json" if single => rows.first().map_or("{}".to_owned(), |row| json(row).to_string()),
            "json" => Value::Array(rows.iter().map(json).collect()).to_string(),
            "csv" => csv(rows, delimiter),
            _ if single => xml(rows.first().map_or(&[], Vec::as_slice)),
            _ => format!("<items>{}</items>", rows.iter().map(|row| xml(row)).collect::<String>()),
        }
    }
}

/// CSV with the columns of the first row.
fn csv(rows: &[Row], delimiter: &str) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let header = rows.first().map(|row| row.iter().map(|(name, _)| quoted(name)).collect::<Vec<_>>());
    let names: Vec<&String> = rows.iter().take(1).flatten().map(|(name, _)| name).collect();
    let lines = rows.iter().map(|row| {
        let value = |name: &&String| row.iter().find(|(own, _)| own == *name).map(|(_, value)| text(value));
        names.iter().map(|name| quoted(&value(name).unwrap_or_default())).collect()
    });
    header.into_iter().chain(lines).map(|line| line.join(delimiter)).collect::<Vec<_>>().join("\n")
}

/// A value in a cell of CSV.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(map) => {
            map.iter().map(|(name, value)| format!("{name}:{}", text(value))).collect::<Vec<_>>().join(",")
        }
        other => other.to_string(),
    }
}

fn xml(row: &[(String, Value)]) -> String {
    fn element(name: &str, value: &Value) -> String {
        let inner = match value {
            Value::Object(map) => map.iter().map(|(name, value)| element(name, value)).collect(),
            other => text(other).replace('&', "&amp;").replace('<', "&lt;"),
        };
        format!("<{name}>{inner}</{name}>")
    }
    let cells: String = row.iter().map(|(name, value)| element(name, value)).collect();
    format!("<item>{cells}</item>")
}
