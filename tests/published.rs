//! Facts of published versions change only with a note: see `redcap_generator::published`.

mod support;

use std::collections::BTreeSet;

use redcap_generator::diagnostics::SourceFile;
use redcap_generator::model::{Model, Version};
use redcap_generator::published::{self, RECORD, Record, Unexplained};
use support::{model_of, real_files, real_model, repository};

fn record() -> Record {
    let (files, report) = published::read(&repository(RECORD), RECORD);
    assert!(report.is_empty(), "{}", report.render(&files, false));
    Record::read(&files)
}

/// The spec with one change; it must be one.
fn edited(file: &str, from: &str, to: &str) -> Model {
    let mut files = real_files();
    edit(&mut files, file, from, to);
    model_of(&files)
}

fn edit(files: &mut [SourceFile], file: &str, from: &str, to: &str) {
    let found = files.iter_mut().find(|one| one.path.ends_with(file)).expect(file);
    assert!(found.text.contains(from), "{file} has no {from:?}");
    found.text = found.text.replacen(from, to, 1);
}

fn shown(unexplained: &[Unexplained]) -> String {
    unexplained.iter().map(|one| format!("{one}\n")).collect()
}

#[test]
fn published_facts_are_as_they_were() {
    let (model, record) = (real_model(), record());
    let unexplained = record.unexplained(&model);
    assert!(unexplained.is_empty(), "{}help: {}", shown(&unexplained), published::HELP);
    let unpublished = record.unpublished(&model);
    assert!(unpublished.is_empty(), "{unpublished:?} are complete? then record them: `cargo run publish`");
    assert!(record == Record::due(&model), "the record in {RECORD} is behind the spec: `cargo run publish`");
}

#[test]
fn a_changed_fact_is_named_with_its_file() {
    let changes = [
        ("methods/records.yaml", "default: flat", "default: eav", "export_records", "default \"eav\""),
        (
            "methods/redcap.yaml",
            "content: version",
            "content: versions",
            "export_redcap_version",
            "content=versions",
        ),
        (
            "methods/users.yaml",
            "since: \"~14.0.0\"",
            "since: \"~13.0.0\"",
            "export_users",
            "+ 13.1.0.. method",
        ),
        (
            "methods/logging.yaml",
            "presence: nullable",
            "presence: always",
            "log_entry",
            "string as string, always",
        ),
        ("common.yaml", "value: \"^\"", "value: \"~\"", "csv_delimiter", "csv_delimiter \"~\""),
        ("methods/projects.yaml", "since: \"6.12.0\"", "since: \"6.12.1\"", "create_project", "6.12.1"),
    ];
    let record = record();
    for (file, from, to, owner, said) in changes {
        let unexplained = record.unexplained(&edited(file, from, to));
        let text = shown(&unexplained);
        assert!(unexplained.iter().any(|one| one.owner == owner), "{to}: {text}");
        assert!(text.contains(said) && text.contains("without a note"), "{to}: {text}");
        assert!(text.contains(&format!("spec/{file}:")), "{to}: {text}");
    }
}

#[test]
fn a_note_explains_it() {
    let record = record();
    let mut files = real_files();
    edit(&mut files, "methods/users.yaml", "since: \"~14.0.0\"", "since: \"~13.0.0\"");
    assert_eq!(record.unexplained(&model_of(&files)).len(), 1);
    let note = "    changes:\n      - version: \"13.0.0\"\n        correction: true\n        note: The right was asked for earlier.\n        evidence: [help14.9.1]\n";
    edit(&mut files, "methods/users.yaml", "    changes:\n", note);
    let model = model_of(&files);
    assert_eq!(record.unexplained(&model), []);
    // The next change needs a note of its own, once this one is recorded.
    let recorded = Record::due(&model);
    assert!(recorded != record);
    edit(&mut files, "methods/users.yaml", "since: \"~13.0.0\"", "since: \"~12.0.0\"");
    assert_eq!(recorded.unexplained(&model_of(&files)).len(), 1);
}

#[test]
fn wording_is_free() {
    let record = record();
    for (file, from, to) in [
        ("methods/users.yaml", "Exports the users of a project", "Lists the users of a project"),
        ("methods/users.yaml", "Lists every user of the project", "Names every user of the project"),
        ("methods/arms.yaml", "doc: ", "doc: Indeed, "),
        ("common.yaml", "meaning: Comma-separated text", "meaning: Text, comma-separated,"),
    ] {
        let model = edited(file, from, to);
        assert_eq!(record.unexplained(&model), [], "{to}");
        assert!(record == Record::due(&model), "{to}");
    }
}

#[test]
fn a_new_version_is_free_until_it_is_recorded() {
    let record = record();
    let mut files = real_files();
    let version = "versions:\n";
    let found = files.iter_mut().find(|one| one.path.ends_with("versions.yaml")).unwrap();
    assert!(found.text.contains(version));
    found.text.push_str("\n  - version: \"18.0.0\"\n    kind: standard\n    evidence: [KB-upd]\n");
    edit(
        &mut files,
        "methods/arms.yaml",
        "      - { use: format",
        "      - { name: colour, type: string, need: optional, absent: none, doc: A colour., since: \"18.0.0\", evidence: [KB-upd] }\n      - { use: format",
    );
    edit(
        &mut files,
        "common.yaml",
        "        ident: caret
",
        "        ident: caret
        until: \"18.0.0\"
",
    );
    let model = model_of(&files);
    assert_eq!(record.unexplained(&model), []);
    assert_eq!(record.unpublished(&model), [Version(18, 0, 0)]);
    // Once it is recorded, it is as firm as the others.
    let recorded = Record::due(&model);
    edit(&mut files, "methods/arms.yaml", "name: colour, type: string", "name: colour, type: integer");
    let unexplained = recorded.unexplained(&model_of(&files));
    assert!(shown(&unexplained).contains("parameter export_arms.colour"), "{}", shown(&unexplained));
}

#[test]
fn the_record_is_read_as_it_was_written() {
    let model = real_model();
    let due = Record::due(&model);
    let files = due.files(&model).unwrap();
    let files: Vec<SourceFile> = files
        .iter()
        .map(|(path, file)| SourceFile {
            path: path.as_str().to_owned(),
            text: file.text().unwrap().to_owned(),
        })
        .collect();
    assert!(Record::read(&files) == due);
    for file in &files {
        assert!(file.text.lines().count() <= 300, "{} is too long to be read", file.path);
    }
    let versions: BTreeSet<Version> = model.releases.iter().map(|release| release.version).collect();
    assert!(Record::of(&model, &versions) == due);
}
