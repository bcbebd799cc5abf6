// Made by `cargo run generate` from spec/methods/file_repository.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "File Repository".

use std::collections::BTreeMap;
use std::fmt;

use crate::names::{DagName, RoleName};
use crate::runtime::{DecodeError, FromRow, Row, Value};

/// A file or a folder of the File Repository.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FileRepositoryEntry {
    /// Id of the folder. Only folders have it; in CSV the cell is empty for files. Not always there.
    pub folder_id: Option<i64>,
    /// Id of the file. Only files have it; in CSV the cell is empty for folders. Not always there.
    pub doc_id: Option<i64>,
    /// Name of the folder, or file name.
    pub name: String,
    /// Unique name of the user role that the folder is kept to. *(since 16.0.8)* Not always there.
    pub role: Option<RoleName>,
    /// Unique name of the Data Access Group that the folder is kept to. *(since 16.0.8)* Not always there.
    pub dag: Option<DagName>,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl FromRow for FileRepositoryEntry {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            folder_id: row.optional("folder_id")?,
            doc_id: row.optional("doc_id")?,
            name: row.required("name")?,
            role: row.optional("role")?,
            dag: row.optional("dag")?,
            other: row.rest(),
        })
    }
}

impl fmt::Debug for FileRepositoryEntry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("FileRepositoryEntry")
            .field("folder_id", &self.folder_id)
            .field("doc_id", &self.doc_id)
            .field("role", &self.role)
            .field("dag", &self.dag)
            .finish_non_exhaustive()
    }
}

/// The id of a folder that was just created.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NewFolder {
    /// Id of the new folder.
    pub folder_id: i64,
    /// Columns that this crate does not know, by name.
    pub other: BTreeMap<String, Value>,
}

impl FromRow for NewFolder {
    fn from_row(mut row: Row) -> Result<Self, DecodeError> {
        Ok(Self {
            folder_id: row.required("folder_id")?,
            other: row.rest(),
        })
    }
}

impl fmt::Debug for NewFolder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("NewFolder")
            .field("folder_id", &self.folder_id)
            .finish_non_exhaustive()
    }
}
