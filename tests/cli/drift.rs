//! `drift`: what is read, how it is told, how it exits.

use std::fs;

use super::{fails, files, fine, folder, json, run};

/// The exit code for a release that is other than the spec says.
const FOUND: i32 = 3;
const PAGES: &str = "tests/fixtures/drift";

#[test]
fn pages_that_agree_exit_with_zero_and_others_with_three() {
    let pages = format!("{PAGES}/14.5.0");
    let same = fine(&["drift", &pages, "--redcap-version", "14.5.0"]);
    assert!(same.contains("\nNothing differs.\n"), "{same}");
    let old = format!("{PAGES}/4.0.0/help.txt");
    let other = run(&["drift", &old, "--redcap-version", "6.0.0"]);
    assert_eq!((other.code, other.err.as_str()), (FOUND, ""), "{}", other.out);
    let told = [
        "The release has it, the spec does not\n  Export Records\n",
        "    + parameter `eventName`: optional, one of label, unique, default label (the spec has it",
        "The spec has it, the release does not\n",
        "  Export Reports\n    - the method (since 6.0.0)\n",
        "help.txt:",
    ];
    for text in told {
        assert!(other.out.contains(text), "no {text:?} in\n{}", other.out);
    }
    assert!(other.out.lines().all(|line| line.chars().count() <= 100), "{}", other.out);
    let part = run(&["drift", &old, "--redcap-version", "6.0.0", "--partial"]);
    assert!(
        !part.out.contains("Export Reports") && part.out.contains("Nothing was read about"),
        "{}",
        part.out
    );
}

#[test]
fn programs_and_pages_get_the_same_findings() {
    let args = ["drift", "tests/fixtures/drift/examples", "--redcap-version", "17.4.1", "--format"];
    let report = json(&run(&[&args[..], &["json"]].concat()).out);
    assert_eq!(report["count"], 5);
    let facts: Vec<&str> = report["sections"][0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|finding| finding["fact"].as_str())
        .collect();
    assert!(facts.contains(&"value raw_or_label \"emoji\""), "{facts:?}");
    let markdown = run(&[&args[..], &["markdown"]].concat());
    assert_eq!(markdown.code, FOUND);
    assert!(
        markdown.out.starts_with("# REDCap 17.4.1")
            && markdown.out.contains("\n- **Delete Records**: parameter")
    );
}

#[test]
fn sources_without_anything_to_read_fail() {
    let (folder, _) = folder();
    let path = folder.path().join("notes.txt");
    fs::write(&path, "Nothing about an API.\n").unwrap();
    let path = path.to_str().unwrap();
    fails(
        &["drift", path, "--redcap-version", "9.0.0"],
        &["neither a method nor a list", "saved API help pages"],
    );
    let archive = folder.path().join("examples.zip");
    fs::write(&archive, b"PK\x03\x04\x14").unwrap();
    fails(&["drift", archive.to_str().unwrap(), "--redcap-version", "9.0.0"], &["zip archive; unzip it"]);
    fails(&["drift", "nowhere", "--redcap-version", "9.0.0"], &["cannot read `nowhere`"]);
    fails(&["drift", path, "--redcap-version", "3.0.0"], &["is older than every known version"]);
    fails(&["drift", path, "--redcap-version", "nine"], &["is not a version"]);
    fails(&["drift", path], &["--redcap-version"]);
}

#[test]
fn a_version_that_the_spec_does_not_know_yet_is_held_against_the_newest() {
    let pages = format!("{PAGES}/17.4.1");
    let newer = run(&["drift", &pages, "--redcap-version", "18.0.0"]);
    assert_eq!(newer.code, FOUND);
    assert!(newer.out.contains("18.0.0 is newer than all versions in the spec"), "{}", newer.out);
    assert!(newer.out.contains("the page says that it is of REDCap 17.4.1"), "{}", newer.out);
}

#[test]
fn a_scaffold_goes_into_a_folder_of_its_own() {
    let (_folder, out) = folder();
    let args = ["drift", "tests/fixtures/drift/examples", "--redcap-version", "18.0.0", "--scaffold", &out];
    let made = run(&args);
    assert_eq!(made.code, FOUND, "{}", made.err);
    assert!(made.out.contains("edits.md`."), "{}", made.out);
    let files = files(std::path::Path::new(&out));
    let method = &files["methods/dream.yaml"];
    assert!(
        method.contains("wire: { content: dream }") && method.contains("      - name: vivid\n"),
        "{method}"
    );
    assert!(files["edits.md"].contains("# What REDCap 18.0.0 needs in the spec\n"));
    fails(&args, &["is there already", "name a folder that does not exist yet"]);
}
