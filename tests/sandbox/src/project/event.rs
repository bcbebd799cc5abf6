//! Arms, events, and what repeats in them.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// An arm; it is exported only while it owns an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arm {
    /// Number, unique in the project.
    pub number: u32,
    /// Name.
    pub name: String,
}

/// A defined event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Number that never changes.
    pub id: u64,
    /// Label.
    pub name: String,
    /// Arm number.
    pub arm: u32,
    /// Days after the start.
    pub day_offset: i64,
    /// Days by which the event may be early.
    pub offset_min: i64,
    /// Days by which the event may be late.
    pub offset_max: i64,
    /// Unique name made from label and arm.
    pub unique_name: String,
    /// Template shown beside the label.
    pub custom_label: String,
}

/// What repeats in one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repeating {
    /// The whole event, with all its instruments.
    Event,
    /// Some instruments on their own, each with the template of its instance label.
    Instruments(IndexMap<String, String>),
}
