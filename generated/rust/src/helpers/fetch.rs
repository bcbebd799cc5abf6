// Made by `cargo run generate` from templates/rust-client/src/helpers/fetch.rs.
// Do not edit: change the source and run it again.

//! What the helpers ask of a server.

use super::codebook::Codebook;
use crate::runtime::{Async, Client, Method, Mode, Request, Row};

const METADATA: Method = Method::new("export_metadata", "metadata").reads();
const FIELD_NAMES: Method = Method::new("export_field_names", "exportFieldNames").reads();
const PROJECT: Method = Method::new("export_project_info", "project").reads();

impl<M: Mode> Client<M> {
    /// The codebook of the project: its fields with types and choices, the columns of its exports, and its
    /// codes for missing data.
    ///
    /// It takes three calls: metadata, export field names and project information.
    pub fn codebook(&self) -> M::Reply<Codebook> {
        let client = self.with_mode(Async);
        self.mode.run(async move {
            let ask = |method| {
                let mut request = Request::new(&client, method);
                request.set("format", "json");
                request
            };
            let metadata: Vec<Row> = ask(&METADATA).list().await?;
            let names: Vec<Row> = ask(&FIELD_NAMES).list().await?;
            let mut project: Row = ask(&PROJECT).object().await?;
            let missing = project.optional::<String>("missing_data_codes").ok().flatten();
            let codebook = Codebook::new(metadata)?.with_export_field_names(names)?;
            Ok(codebook.with_missing_data_codes(missing.as_deref().unwrap_or("")))
        })
    }
}
