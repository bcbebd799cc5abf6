//! The record of what was published: the facts of every version that clients may rely on.
//!
//! A fact of a published version may only be corrected with a note in `changes` of what it belongs to, so that nobody
//! learns of a correction from a client that behaves differently. Versions that are new are free until they are
//! recorded, and so is all wording.
//!
//! # Invariants
//! - The record has one file for each file of the spec that holds facts, and one with the versions.
//! - Within the recorded versions a fact has one line: where it holds, its key, what holds. A life that reaches beyond
//!   them is written as open, so a newer version changes no line.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::path::Path;

use crate::diagnostics::{Report, SourceFile};
use crate::model::{Certainty, Lifespan, Model, Origin, Version};
use crate::output::{FileSet, FileSetError};
use crate::spec::load;
use crate::surface::{self, FactKind, Lasting};
use crate::view::{Selected, Selection};

/// Where the record is, below the repository.
pub const RECORD: &str = "tests/published";
/// Who writes the record, for its manifest.
pub const BACKEND: &str = "publish";
/// What to do about unexplained changes.
pub const HELP: &str = "if the spec was wrong, add an entry with `correction: true` and the evidence under `changes` of what the \
    fact belongs to; if REDCap changed, end the old fact with `until` and begin the new one with `since`; what should never have \
    been there is taken out of the record by hand, in a commit that says why";

/// The file with the versions.
const VERSIONS: &str = "versions.txt";
/// What every file begins with.
const HEADER: &str =
    "# Facts of published versions. Written by `cargo run publish`, which refuses changes without a note.\n";

/// What belongs to a method, shape, set of values or callback.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Owned {
    lines: BTreeSet<String>,
    notes: usize,
}

/// The record, as it is written or as it should be.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Record {
    versions: BTreeSet<Version>,
    owners: BTreeMap<String, Owned>,
}

/// Facts of published versions that were changed without a note.
#[derive(Debug, PartialEq, Eq)]
pub struct Unexplained {
    /// What they belong to: `export_users`.
    pub owner: String,
    /// Where that is written; nothing when it is gone.
    pub place: Option<Origin>,
    /// Lines that are no longer true.
    pub gone: Vec<String>,
    /// Lines that are true instead.
    pub new: Vec<String>,
}

impl fmt::Display for Unexplained {
    /// The place, what it is, and the facts as they were and as they are.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(formatter, "{}:{}: ", place.file, place.line)?,
            None => write!(formatter, "(gone): ")?,
        }
        write!(formatter, "published facts of `{}` changed without a note", self.owner)?;
        self.gone.iter().try_for_each(|line| write!(formatter, "\n  - {line}"))?;
        self.new.iter().try_for_each(|line| write!(formatter, "\n  + {line}"))
    }
}

/// The files of a record; none where none was written yet.
#[must_use]
pub fn read(folder: &Path, shown: &str) -> (Vec<SourceFile>, Report) {
    let mut report = Report::default();
    let files = match folder.is_dir() {
        true => load::read_folder(folder, shown, |name| name.ends_with(".txt"), &mut report),
        false => Vec::new(),
    };
    (files, report)
}

impl Record {
    /// Reads the files of a record. What is no line of a record is passed over: the comparison will tell.
    #[must_use]
    pub fn read(files: &[SourceFile]) -> Record {
        let mut record = Record::default();
        for file in files {
            for line in file.text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                if file.path.ends_with(VERSIONS) {
                    record.versions.extend(line.parse::<Version>().ok());
                } else if let Some((owner, notes)) =
                    line.strip_prefix("notes ").and_then(|one| one.split_once(": "))
                {
                    record.owners.entry(owner.to_owned()).or_default().notes = notes.parse().unwrap_or(0);
                } else if let Some(owner) = owner_in(line) {
                    record.owners.entry(owner.to_owned()).or_default().lines.insert(line.to_owned());
                }
            }
        }
        record
    }

    /// What a model says about versions.
    #[must_use]
    pub fn of(model: &Model, versions: &BTreeSet<Version>) -> Record {
        let mut owners: BTreeMap<String, Owned> = BTreeMap::new();
        for lasting in lasting(model, versions) {
            let owner = owner(&lasting);
            owners.entry(owner.to_owned()).or_default().lines.insert(line(&lasting, versions));
        }
        for (id, _, notes) in parts(model) {
            if let Some(owned) = owners.get_mut(id) {
                owned.notes = notes;
            }
        }
        Record { versions: versions.clone(), owners }
    }

    /// The record that should be written: of all versions of the model.
    #[must_use]
    pub fn due(model: &Model) -> Record {
        Record::of(model, &model.releases.iter().map(|release| release.version).collect())
    }

    /// What changed since this record in the versions that it covers, without a note to explain it.
    #[must_use]
    pub fn unexplained(&self, model: &Model) -> Vec<Unexplained> {
        let now = Record::of(model, &self.versions);
        let nothing = Owned::default();
        let owners: BTreeSet<&String> = self.owners.keys().chain(now.owners.keys()).collect();
        let changed = owners.into_iter().filter_map(|owner| {
            let before = self.owners.get(owner).unwrap_or(&nothing);
            let after = now.owners.get(owner).unwrap_or(&nothing);
            let has_note = after.notes > before.notes;
            // What is new as a whole, such as a method nobody had described, takes nothing back.
            let is_new = before.lines.is_empty();
            (before.lines != after.lines && !has_note && !is_new).then(|| Unexplained {
                owner: owner.clone(),
                place: parts(model).find(|(id, ..)| id == owner).map(|(_, place, _)| place.clone()),
                gone: before.lines.difference(&after.lines).cloned().collect(),
                new: after.lines.difference(&before.lines).cloned().collect(),
            })
        });
        changed.collect()
    }

    /// Versions of the model that are not recorded yet.
    #[must_use]
    pub fn unpublished(&self, model: &Model) -> Vec<Version> {
        let versions = model.releases.iter().map(|release| release.version);
        versions.filter(|version| !self.versions.contains(version)).collect()
    }

    /// The files of the record.
    ///
    /// # Errors
    /// When the name of a spec file cannot be the name of a file of the record.
    pub fn files(&self, model: &Model) -> Result<FileSet, FileSetError> {
        let mut files = FileSet::new(BACKEND);
        let versions: String = self.versions.iter().map(|version| format!("{version}\n")).collect();
        files.add_plain(VERSIONS, format!("{HEADER}\n{versions}"))?;
        let mut texts: BTreeMap<&str, String> = BTreeMap::new();
        for (id, place, _) in parts(model) {
            let Some(owned) = self.owners.get(id) else { continue };
            let name = place.file.rsplit('/').next().unwrap_or(&place.file).trim_end_matches(".yaml");
            let text = texts.entry(name).or_insert_with(|| HEADER.to_owned());
            let _ = writeln!(text, "\nnotes {id}: {}", owned.notes);
            owned.lines.iter().for_each(|line| text.push_str(&format!("{line}\n")));
        }
        for (name, text) in texts {
            files.add_plain(&format!("{name}.txt"), text)?;
        }
        Ok(files)
    }
}

/// The parts of a model that own facts: id, place, and how many notes they have.
fn parts(model: &Model) -> impl Iterator<Item = (&str, &Origin, usize)> {
    let methods = model.methods.iter().map(|one| (one.id.as_str(), &one.origin, one.changes.len()));
    let shapes = model.shapes.iter().map(|one| (one.id.as_str(), &one.origin, one.changes.len()));
    let enums = model.enums.iter().map(|one| (one.id.as_str(), &one.origin, one.changes.len()));
    let callbacks = model.callbacks.iter().map(|one| (one.id.as_str(), &one.origin, one.changes.len()));
    methods.chain(shapes).chain(enums).chain(callbacks)
}

fn lasting(model: &Model, versions: &BTreeSet<Version>) -> Vec<Lasting> {
    let selected: Vec<Selected<'_>> =
        versions.iter().map(|version| Selected::of(model, Selection::At(*version))).collect();
    surface::lasting(model, &selected)
}

fn owner(lasting: &Lasting) -> &str {
    lasting.fact.name.split(['.', ' ']).next().unwrap_or_default()
}

/// The owner of a line of a record: `4.0.0.. parameter export_records.fields (since 4.0.0): …`.
fn owner_in(line: &str) -> Option<&str> {
    let mut words = line.split(' ');
    let kind = words.nth(1)?;
    FactKind::ALL.iter().find(|one| one.word() == kind)?;
    words.next()?.split(['.', ':']).next()
}

fn line(lasting: &Lasting, versions: &BTreeSet<Version>) -> String {
    let versions: Vec<Version> = versions.iter().copied().collect();
    let mut ranges = Vec::new();
    for range in lasting.holding.chunk_by(|one, next| one + 1 == *next) {
        let end = range.last().and_then(|last| versions.get(last + 1));
        let end = end.map_or_else(String::new, Version::to_string);
        ranges.push(format!("{}..{end}", versions[range[0]]));
    }
    let fact = &lasting.fact;
    let life = notation(&lasting.life, versions.last().copied());
    format!("{} {} {} ({life}): {}", ranges.join(","), fact.kind.word(), fact.name, fact.facts)
}

/// A life as the record may know it: an end after the newest version is not known yet.
fn notation(life: &Lifespan, newest: Option<Version>) -> String {
    let mark = match life.certainty {
        Certainty::Stated => "",
        Certainty::AtLatest => "<=",
        Certainty::About => "~",
    };
    let until = life.until.filter(|until| newest.is_some_and(|newest| *until <= newest));
    let until = until.map_or_else(String::new, |until| format!(" until {until}"));
    format!("since {mark}{}{until}", life.since)
}
