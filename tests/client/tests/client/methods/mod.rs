//! Every method of the crate in every way it can be ended, with what it answers.

mod data;
mod files;
mod people;
mod structure;
mod surveys;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use redcap_sandbox::catalogue;

/// The calls that the crate offers, as `method.ending`, by its source.
fn offered() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../generated/rust/src");
    let mut offered = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("the generated crate") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let source = fs::read_to_string(path).expect("a source");
        for method in source.split("\nrequest!(").skip(1) {
            let id = method.split(',').next().expect("the name of a method");
            let mut offer = |ending: &str| offered.insert(format!("{id}.{ending}"));
            offer("raw");
            for document in method.split("document!(").skip(1) {
                offer(document.split(',').next().expect("a format"));
            }
            for function in method.split("pub fn ").skip(1) {
                let head = function.split('{').next().unwrap_or_default();
                if head.contains("M::Reply<") {
                    offer(head.split(['(', '<']).next().expect("a name"));
                }
            }
        }
    }
    offered
}

#[tokio::test]
async fn every_method_answers_as_typed() {
    let groups = [
        tokio::spawn(structure::calls()),
        tokio::spawn(people::calls()),
        tokio::spawn(data::calls()),
        tokio::spawn(files::calls()),
        tokio::spawn(surveys::calls()),
    ];
    let mut made = BTreeSet::new();
    for group in groups {
        made.extend(group.await.expect("no group fails"));
    }
    let offered = offered();
    let missing: Vec<&String> = offered.difference(&made).collect();
    assert!(missing.is_empty(), "never called: {missing:?}");
    for method in &catalogue::model().methods {
        let known = made.iter().any(|call| call.split('.').next() == Some(&method.id));
        assert!(known, "{} is in the spec and was never called", method.id);
    }
    assert!(offered.len() > catalogue::model().methods.len());
}
