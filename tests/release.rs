//! "A new REDCap release is out", as CONTRIBUTING.md tells it: from help pages to what is generated, by edits of YAML
//! alone. The release is made up; its pages are in `tests/fixtures/release/`.

// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::{copy_folder, files_below, repository};
use tempfile::TempDir;

const SECTION: &str = "A new REDCap release is out";
const PAGES: &str = "tests/fixtures/release/18.0.0";
/// Exit codes of a command that found nothing, and of one that found something.
const FINE: i32 = 0;
const FOUND: i32 = 3;

/// A copy of the spec and of the record of what was published, and a place for what is made.
struct Workplace {
    folder: TempDir,
}

impl Workplace {
    fn new() -> Workplace {
        let folder = TempDir::new().unwrap();
        copy_folder(&repository("spec"), &folder.path().join("spec"));
        copy_folder(&repository("tests/published"), &folder.path().join("published"));
        Workplace { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn spec(&self, file: &str) -> PathBuf {
        self.path("spec").join(file)
    }

    /// Runs a command on the copy of the spec, from the root of the repository.
    fn run(&self, args: &[&str], expected: i32) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_redcap-generator"));
        command.args(args).arg("--spec").arg(self.path("spec")).current_dir(env!("CARGO_MANIFEST_DIR"));
        let done = command.output().unwrap();
        let (out, err) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
        assert_eq!(done.status.code(), Some(expected), "{args:?}\n{out}{err}");
        out
    }

    fn add_at_the_end(&self, file: &str, yaml: &str) {
        let place = self.spec(file);
        let text = fs::read_to_string(&place).unwrap();
        fs::write(place, format!("{}\n\n{yaml}", text.trim_end())).unwrap();
    }

    /// Puts other lines in the place of some; they must be there once.
    fn replace(&self, file: &str, from: &str, to: &str) {
        let place = self.spec(file);
        let text = fs::read_to_string(&place).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{file}: {from}");
        fs::write(place, text.replace(from, to)).unwrap();
    }
}

/// The section of the guide.
fn guide() -> String {
    let page = fs::read_to_string(repository("CONTRIBUTING.md")).unwrap();
    let (_, rest) = page.split_once(&format!("\n## {SECTION}\n")).expect("the section is there");
    rest.split("\n## ").next().unwrap().to_owned()
}

/// The blocks of a language in the guide, without the indentation of the list.
fn blocks(language: &str) -> Vec<String> {
    let (guide, fence) = (guide(), format!("   ```{language}\n"));
    let blocks = guide.split(&fence).skip(1).map(|rest| rest.split("   ```").next().unwrap());
    blocks
        .map(|block| block.lines().map(|line| format!("{}\n", line.get(3..).unwrap_or_default())).collect())
        .collect()
}

/// What the guide says that a command prints.
fn printed(command: &str) -> String {
    let wanted = format!("$ cargo run {command}\n");
    let block = blocks("console").into_iter().find(|block| block.starts_with(&wanted));
    block.unwrap_or_else(|| panic!("the guide does not show `{command}`"))[wanted.len()..].to_owned()
}

/// The YAML block of a section of a scaffold's list of edits.
fn edit(edits: &str, heading: &str) -> String {
    let (_, rest) = edits.split_once(heading).unwrap_or_else(|| panic!("no {heading:?} in {edits}"));
    let (_, rest) = rest.split_once("```yaml\n").unwrap();
    rest.split("```").next().unwrap().to_owned()
}

fn drift(place: &Workplace, expected: i32) -> String {
    place.run(&["drift", PAGES, "--redcap-version", "18.0.0"], expected)
}

#[test]
fn a_release_goes_from_its_help_pages_to_what_is_generated_by_yaml_alone() {
    let place = Workplace::new();
    let yaml = blocks("yaml");
    let [group, value, parameter] = &yaml[..] else { panic!("three blocks of YAML, not {}", yaml.len()) };

    // 2. What the pages say is what the guide shows.
    let found = drift(&place, FOUND);
    assert_eq!(found, printed(&format!("drift {PAGES} --redcap-version 18.0.0")));

    // 3. The scaffold, completed. The two methods get a group of their own.
    let scaffold = place.path("new-in-18");
    let to = scaffold.to_str().unwrap();
    place.run(&["drift", PAGES, "--redcap-version", "18.0.0", "--scaffold", to], FOUND);
    for method in ["export_alerts", "delete_alerts"] {
        let begun = fs::read_to_string(scaffold.join(format!("methods/{method}.yaml"))).unwrap();
        let complete = fs::read_to_string(repository("tests/fixtures/release/alerts.yaml")).unwrap();
        for line in begun
            .lines()
            .filter(|line| line.contains(" id:") || line.contains("wire:") || line.contains("since:"))
        {
            let line = line.split(" #").next().unwrap();
            assert!(complete.contains(line), "the scaffold has {line:?}, its completion has not");
        }
    }
    fs::copy(repository("tests/fixtures/release/alerts.yaml"), place.spec("methods/alerts.yaml")).unwrap();
    place.add_at_the_end("groups.yaml", group);
    let edits = fs::read_to_string(scaffold.join("edits.md")).unwrap();
    let completed = |heading: &str, from: &str, to: &str| {
        let block = edit(&edits, heading);
        assert!(block.contains(from), "{block}");
        block.replace(from, to)
    };
    place.add_at_the_end(
        "versions.yaml",
        &completed("At the end of `spec/versions.yaml`", "TODO what is new", "Alerts."),
    );
    let pages = ("TODO which pages, and when they were saved.", "Three pages of a made-up release.");
    place.add_at_the_end("sources.yaml", &completed("At the end of `spec/sources.yaml`", pages.0, pages.1));
    let stop = completed(
        "In `parameters` of `import_records`",
        "TODO what it does, in our own words",
        "Stops at warnings.",
    );

    // 4. and 5. The value and the default.
    let old_value: String =
        value.lines().filter(|line| !line.contains("until:")).map(|line| format!("{line}\n")).collect();
    place.replace("common.yaml", &old_value, value);
    let (before, after) = parameter.split_at(parameter[1..].find("      - name:").expect("two entries") + 1);
    let old: String =
        before.lines().filter(|line| !line.contains("until:")).map(|line| format!("{line}\n")).collect();
    place.replace("methods/records.yaml", &old, &format!("{before}{after}{stop}"));

    // 6. Nothing is left to do.
    place.run(&["lint"], FINE);
    let found = drift(&place, FINE);
    assert!(found.contains("Nothing differs"), "{found}");

    // 7. What moved.
    assert_eq!(place.run(&["diff", "17.4.1", "18.0.0"], FINE), printed("diff 17.4.1 18.0.0"));

    // 8. What is made has it, and says of old versions what it said.
    let out = place.path("generated");
    let only = ["surface", "examples", "openapi", "postman", "rust", "changelog"].join(",");
    place.run(&["generate", "--quiet", "--out", out.to_str().unwrap(), "--only", &only], FINE);
    assert_made(&out);

    // 10. The record takes the release in, and nothing else is new in it.
    let record = place.path("published");
    let said = place.run(&["publish", "--record", record.to_str().unwrap()], FINE);
    assert_eq!(said.replace(record.to_str().unwrap(), "tests/published"), printed("publish"));
    let again = place.run(&["publish", "--record", record.to_str().unwrap()], FINE);
    assert!(again.starts_with("47 versions published; 0 files"), "{again}");
}

fn assert_made(out: &Path) {
    let made = files_below(out);
    let text = |path: &str| {
        let found = made.iter().find(|(one, _)| one == path);
        found.unwrap_or_else(|| panic!("no {path}")).1.clone()
    };
    for (path, old) in files_below(&repository("generated/surface")) {
        assert_eq!(text(&format!("surface/{path}")), old, "{path} changed");
    }
    let surface = text("surface/18.0.0.txt");
    for line in [
        "method delete_alerts: content=alert action=delete; token project; rights api_import + design;",
        "parameter import_records.stopOnWarning: boolean true_false optional; default \"false\"",
        "parameter import_records.returnContent: enum<return_content> plain optional; default \"ids\"",
    ] {
        assert!(surface.contains(line), "{line}");
    }
    assert!(!surface.contains("value csv_delimiter \"^\""));
    assert!(text("rust/src/alerts.rs").contains("fn delete_alerts("));
    for path in ["examples/python/alerts/export_alerts.py", "examples/sas/alerts/delete_alerts.sas"] {
        assert!(text(path).contains("alert"), "{path}");
    }
    let openapi = text("openapi/latest/openapi.yaml");
    assert!(openapi.contains("operationId: export_alerts"));
    assert!(openapi.contains("default: ids"));
    assert!(text("postman/collection.json").contains("Delete Alerts"));
    assert!(text("CHANGELOG-API.md").contains("\n## 18.0.0\n"));
}
