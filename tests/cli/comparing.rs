//! Commands that compare: `diff`.

use super::{fails, fine, json, run};

/// The exit code for something breaking.
const FOUND: i32 = 3;

#[test]
fn what_moved_is_told_by_topic_and_judged() {
    let text = fine(&["diff", "9.0.0", "17.4.1"]);
    assert!(text.starts_with("REDCap 9.0.0 → 17.4.1\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    assert!(text.contains("\nNew methods\n") && text.contains("\n  Rename Record\n    + "), "{text}");
    let asks = "    ! asks for the right User Rights, too (about 14.0.0)\n      → a user without the right";
    assert!(text.contains(asks), "{text}");
    assert_eq!(fine(&["diff", "9.0.0", "9.0.0"]), "REDCap 9.0.0 → 9.0.0\nNothing changed in the API.\n");
}

#[test]
fn the_three_formats_tell_the_same() {
    let object = json(&fine(&["diff", "14.5.0", "17.4.1", "--format", "json"]));
    let page = fine(&["diff", "14.5.0", "17.4.1", "--format", "markdown"]);
    let text = fine(&["diff", "14.5.0", "17.4.1"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let sections = object["sections"].as_array().unwrap();
    let findings: Vec<_> = sections.iter().flat_map(|one| one["findings"].as_array().unwrap()).collect();
    assert_eq!(object["count"], findings.len());
    assert!(findings.len() > 10);
    let breaking = findings.iter().filter(|finding| finding["verdict"]["breaking"] == true).count();
    assert_eq!(object["breaking"], breaking);
    for finding in findings {
        let said = finding["text"].as_str().unwrap();
        assert!(page.contains(said) && text.contains(said), "{said}");
    }
}

#[test]
fn what_breaks_has_an_exit_code_of_its_own() {
    let breaking = run(&["diff", "9.0.0", "17.4.1", "--breaking"]);
    assert_eq!((breaking.code, breaking.err.as_str()), (FOUND, ""));
    assert!(
        breaking.out.contains("`data_export` is gone") && !breaking.out.contains("    + "),
        "{}",
        breaking.out
    );
    assert!(!breaking.out.contains("New methods"), "{}", breaking.out);
    fine(&["diff", "15.6.0", "17.4.1", "--breaking"]);
    fine(&["diff", "9.0.0", "17.4.1"]);
}

#[test]
fn going_back_takes_away_what_came() {
    let back = run(&["diff", "17.4.1", "9.0.0", "--breaking"]);
    assert_eq!(back.code, FOUND);
    assert!(back.out.contains("Methods: 56 → 34 (0 new, 22 gone)"), "{}", back.out);
}

#[test]
fn a_version_that_is_unknown_is_refused() {
    fails(&["diff", "9", "17.4.1"], &["`9` is not a version", "8.10.0, 9.0.0, 9.1.3"]);
    fails(&["diff", "9.0.0", "99.0.0"], &["`99.0.0` is newer than every known version", "4.0.0 to 17.4.1"]);
    fails(&["diff", "9.0.0"], &["<TO>"]);
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string(std::path::Path::new(super::ROOT).join("README.md")).unwrap();
    let shown: Vec<&str> = readme
        .split("```console\n$ cargo run ")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(!shown.is_empty());
    for block in shown {
        let (command, printed) = block.split_once('\n').unwrap();
        assert_eq!(run(&command.split(' ').collect::<Vec<_>>()).out, printed, "{command}");
    }
}
