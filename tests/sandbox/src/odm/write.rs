//! The document as a whole: from a project to text.

use super::xml_out::Out;
use super::{WriteOptions, write_data, write_globals, write_metadata};
use crate::project::Project;

/// Writes a project.
pub fn write(project: &Project, options: &WriteOptions) -> String {
    let mut out = Out::default();
    // `2025-05-02 12:06:31` is `2025-05-02T12:06:31` and `2025-05-02_1206`.
    let time = options.now.replacen(' ', "T", 1);
    let minute: String = options.now.replace(' ', "_").replace(':', "").chars().take(15).collect();
    let study: String = project
        .title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            format!("{}{rest}", first.to_ascii_uppercase())
        })
        .collect();
    let study_oid = format!("Project.{study}");
    let metadata_oid = format!("Metadata.{study}_{minute}");
    out.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n");
    out.open(
        0,
        "ODM",
        &[
            ("xmlns", "http://www.cdisc.org/ns/odm/v1.3"),
            ("xmlns:ds", "http://www.w3.org/2000/09/xmldsig#"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xmlns:redcap", "https://projectredcap.org"),
            ("xsi:schemaLocation", "http://www.cdisc.org/ns/odm/v1.3 schema/odm/ODM1-3-1.xsd"),
            ("ODMVersion", "1.3.1"),
            ("FileOID", "000-00-0000"),
            ("FileType", "Snapshot"),
            ("Description", &project.title),
            ("AsOfDateTime", &time),
            ("CreationDateTime", &time),
            ("SourceSystem", "REDCap"),
            ("SourceSystemVersion", &options.version),
        ],
    );
    if options.metadata {
        out.open(0, "Study", &[("OID", &study_oid)]);
        write_globals::write(&mut out, project);
        write_metadata::write(&mut out, project, options, &metadata_oid);
        out.close(0, "Study");
    }
    if options.data {
        out.open(0, "ClinicalData", &[("StudyOID", &study_oid), ("MetaDataVersionOID", &metadata_oid)]);
        write_data::write(&mut out, project, options);
        out.close(0, "ClinicalData");
    }
    out.text.push_str("</ODM>");
    out.text
}
