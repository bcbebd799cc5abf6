// Made by `cargo run generate` from spec/methods/file_repository.yaml.
// Do not edit: change the source and run it again.

//! Types of the group "File Repository".

use crate::names::{DagName, RoleName};

shape! {
    /// A file or a folder of the File Repository.
    FileRepositoryEntry {
        /// Id of the folder. Only folders have it; in CSV the cell is empty for files. Not always there.
        folder_id: read_only value(i64) = "folder_id";
        /// Id of the file. Only files have it; in CSV the cell is empty for folders. Not always there.
        doc_id: read_only value(i64) = "doc_id";
        /// Name of the folder, or file name.
        name: required text(String) = "name", hidden;
        /// Unique name of the user role that the folder is kept to. *(since 16.0.8)* Not always there.
        role: read_only text(RoleName) = "role";
        /// Unique name of the Data Access Group that the folder is kept to. *(since 16.0.8)* Not always there.
        dag: read_only text(DagName) = "dag";
    }
}

shape! {
    /// The id of a folder that was just created.
    NewFolder {
        /// Id of the new folder.
        folder_id: required value(i64) = "folder_id";
    }
}
