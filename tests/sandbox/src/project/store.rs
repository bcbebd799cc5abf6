//! What a project keeps beside its records: documents, the file repository,
//! reports, the log and randomizations.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A stored file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Original file name.
    pub name: String,
    /// Media type.
    pub mime: String,
    /// Content.
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    pub bytes: Vec<u8>,
}

fn to_base64<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

fn from_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    STANDARD.decode(text).map_err(serde::de::Error::custom)
}

/// A folder of the file repository.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folder {
    /// Number.
    pub id: u64,
    /// Name.
    pub name: String,
    /// Folder above; none for the top level.
    pub parent: Option<u64>,
    /// Group that alone may see the folder.
    pub dag: Option<u64>,
    /// Unique name of the role that alone may see the folder.
    pub role: Option<String>,
}

/// A file of the file repository.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepositoryFile {
    /// Number of its document.
    pub document: u64,
    /// Folder; none for the top level.
    pub folder: Option<u64>,
}

/// One sort column of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortBy {
    /// Field.
    pub field: String,
    /// True for descending order.
    pub descending: bool,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Number.
    pub id: u64,
    /// Title.
    pub title: String,
    /// Unique name, `R-` and ten characters.
    pub unique_name: String,
    /// Description.
    pub description: String,
    /// Fields, in the report's order.
    pub fields: Vec<String>,
    /// Row filter.
    pub filter_logic: String,
    /// Unique names of the events to keep; empty keeps all.
    pub filter_events: Vec<String>,
    /// Unique names of the groups to keep; empty keeps all.
    pub filter_dags: Vec<String>,
    /// Sort columns.
    pub order: Vec<SortBy>,
    /// Other settings by the names that project XML gives them.
    pub other: IndexMap<String, String>,
}

/// One line of the log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// `YYYY-MM-DD HH:MM:SS`; exports show it to the minute.
    pub timestamp: String,
    /// Who did it.
    pub username: String,
    /// What kind of thing was done.
    pub action: String,
    /// What exactly was done.
    pub details: String,
    /// Record, or blank.
    pub record: String,
    /// The log type an export filters by.
    pub kind: LogKind,
    /// Group of the record at that time.
    pub dag: Option<u64>,
}

/// The log types that an export can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogKind {
    /// Data export.
    Export,
    /// Management and design.
    Manage,
    /// User or role changed.
    User,
    /// Record created.
    RecordAdd,
    /// Record changed.
    RecordEdit,
    /// Record deleted.
    RecordDelete,
    /// Locking and signature.
    LockRecord,
    /// Page view.
    PageView,
}

/// A randomization model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Randomization {
    /// Number.
    pub id: u64,
    /// Field that receives the group.
    pub target_field: String,
    /// Event of the target field; none in a classic project.
    pub target_event: Option<u64>,
    /// Fields whose values select the rows of the table.
    pub strata: Vec<Stratum>,
    /// True if the group itself is a stratum.
    pub by_dag: bool,
    /// True if the real allocation is concealed.
    pub blinded: bool,
    /// Allocation table in upload order.
    pub allocations: Vec<Allocation>,
}

/// A stratification field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stratum {
    /// Field.
    pub field: String,
    /// Event; none in a classic project.
    pub event: Option<u64>,
}

/// One row of an allocation table.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// What the target field receives: a group, or a number if blinded.
    pub target: String,
    /// The group behind a concealed number.
    pub alternative: String,
    /// Values of the strata, in their order.
    pub strata: Vec<String>,
    /// Group the row is for.
    pub dag: Option<u64>,
    /// Record that used the row.
    pub record: Option<String>,
}
