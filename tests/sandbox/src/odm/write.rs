//! The document as a whole: from a project to text.

use std::borrow::Cow;

use super::groups::readable;
use super::xml_out::Out;
use super::{WriteOptions, write_data, write_globals, write_metadata};
use crate::project::{Project, Record, RecordName};

/// Writes a project.
pub fn write(project: &Project, options: &WriteOptions) -> String {
    let document = Document::new(project, options);
    let mut text = document.head();
    if options.data {
        for (name, record) in &project.records {
            document.subject(&mut text, name, record);
        }
    }
    text.push_str(document.tail());
    text
}

/// A document that is written piece by piece.
pub struct Document<'a> {
    project: Cow<'a, Project>,
    options: &'a WriteOptions,
}

impl<'a> Document<'a> {
    /// The document of a project.
    pub fn new(project: &'a Project, options: &'a WriteOptions) -> Document<'a> {
        Document { project: readable(project), options }
    }

    /// Everything before the first record.
    pub fn head(&self) -> String {
        let Document { project, options } = self;
        let mut out = Out::default();
        // `2025-05-02 12:06:31` is `2025-05-02T12:06:31` and `2025-05-02_1206`.
        let time = options.now.replacen(' ', "T", 1);
        let minute: String = options.now.replace(' ', "_").replace(':', "").chars().take(15).collect();
        let words = project.title.split(|c: char| !c.is_ascii_alphanumeric()).map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            format!("{}{rest}", first.to_ascii_uppercase())
        });
        let study: String = words.collect();
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
        }
        out.text
    }

    /// Appends a record, if it is wanted and has rows.
    pub fn subject(&self, text: &mut String, name: &RecordName, record: &Record) {
        let mut out = Out { text: std::mem::take(text) };
        write_data::subject(&mut out, &self.project, self.options, name, record);
        *text = out.text;
    }

    /// Everything after the last record.
    pub fn tail(&self) -> &'static str {
        if self.options.data { "</ClinicalData>\n</ODM>" } else { "</ODM>" }
    }
}
