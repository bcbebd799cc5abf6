//! The recipes of CONTRIBUTING.md, performed on a copy of the spec with the YAML that stands there.
//!
//! A recipe that no longer works is a defect of the page or of the code; no Rust may be needed.

// The generator itself may not touch the disk outside its output room; its tests must.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use redcap_generator::backend::{self, Backend};
use redcap_generator::load_spec;
use redcap_generator::model::Model;
use redcap_generator::surface::{self, FactKind, Step};
use redcap_generator::view::{Selection, View};
use support::{at, copy_folder, emit, real_model, repository};
use tempfile::TempDir;

/// A copy of the spec that a recipe may change.
struct Copy {
    folder: TempDir,
}

impl Copy {
    fn new() -> Copy {
        let folder = TempDir::new().unwrap();
        copy_folder(&repository("spec"), folder.path());
        Copy { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Changes a file; the change must be one.
    fn edit(&self, file: &str, change: impl FnOnce(&str) -> String) {
        let place = self.path().join(file);
        let before = fs::read_to_string(&place).unwrap();
        let after = change(&before);
        assert_ne!(before, after, "{file} is as before");
        fs::write(place, after).unwrap();
    }

    fn model(&self) -> Model {
        let loaded = load_spec(self.path(), "spec");
        loaded.outcome.unwrap_or_else(|report| panic!("{}", report.render(&loaded.files, false)))
    }

    /// Runs a command of the generator on the copy.
    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_redcap-generator"));
        command.args(arguments).arg("--spec").arg(self.path()).output().unwrap()
    }
}

#[test]
fn a_method_in_the_file_of_its_group() {
    let copy = Copy::new();
    let block = yaml_block("Add a method", 0);
    let (method, shape) = block.split_once("\nshapes:\n").unwrap();
    let method = method.strip_prefix("methods:\n").unwrap();
    copy.edit("methods/arms.yaml", |text| {
        assert_eq!(text.matches("\nshapes:\n").count(), 1);
        format!("{}{shape}", text.replace("\nshapes:\n", &format!("\n{method}\nshapes:\n")))
    });
    assert_has_arm_colours(&copy, "arms");
}

#[test]
fn a_method_in_a_group_and_file_of_its_own() {
    let copy = Copy::new();
    let entry = "  - id: colours\n    title: Colours\n    summary: Read the colours of things.\n";
    copy.edit("groups.yaml", |text| format!("{text}{entry}"));
    let block = yaml_block("Add a method", 0);
    fs::write(copy.path().join("methods/colours.yaml"), format!("{}\ngroup: colours\n\n{block}", modeline()))
        .unwrap();
    assert_has_arm_colours(&copy, "colours");
}

#[test]
fn a_version() {
    let (before, copy) = (real_model(), Copy::new());
    copy.edit("versions.yaml", |text| format!("{text}\n{}", yaml_block("Add a REDCap version", 0)));
    copy.edit("methods/arms.yaml", |text| {
        let next = "      - { use: return_format }\n";
        text.replacen(next, &format!("{}{next}", yaml_block("Add a REDCap version", 1)), 1)
    });
    copy.edit("methods/arms.yaml", |text| {
        let changes = yaml_block("Add a REDCap version", 2);
        let entry = changes.strip_prefix("    changes:\n").unwrap();
        text.replacen("    changes:\n", &format!("    changes:\n{entry}"), 1)
    });
    let after = copy.model();
    let older = surfaces(&before);
    let newer = surfaces(&after);
    for (path, text) in &older {
        let now = newer.iter().find(|(other, _)| other == path);
        assert_eq!(now.map(|(_, text)| text), Some(text), "{path} changed");
    }
    let new: Vec<&str> = newer
        .iter()
        .map(|(path, _)| path.as_str())
        .filter(|path| older.iter().all(|(old, _)| old != path))
        .collect();
    assert_eq!(new, ["surface/17.5.0.txt"]);
    let steps =
        surface::difference(&surface::facts(&at(&after, "17.4.1")), &surface::facts(&at(&after, "17.5.0")));
    let [Step::Added(fact)] = steps.as_slice() else { panic!("{steps:?}") };
    assert_eq!((fact.kind, fact.name.as_str()), (FactKind::Parameter, "export_arms.hideEmpty"));
    let changes = &after.method("export_arms").unwrap().changes;
    assert!(changes.iter().any(|change| change.version == support::version("17.5.0")));
    let listed = copy.run(&["list", "--redcap-version", "17.5.0", "--format", "json"]);
    assert_eq!(listed.status.code(), Some(0));
}

#[test]
fn a_slip_is_reported_and_nothing_is_written() {
    let copy = Copy::new();
    let block = yaml_block("Add a method", 0);
    for (right, wrong, hint) in [
        ("right: api_export", "right: api_exprot", "did you mean `api_export`?"),
        ("{ use: format }", "{ use: fromat }", "did you mean `format`?"),
        ("list<integer>", "list<intger>", "did you mean `integer`?"),
        ("since: \"17.4.1\"", "since: 17.4", "all three numbers in quotes"),
        ("conditions: [longitudinal]", "conditions: [longitudnal]", "did you mean `longitudinal`?"),
        ("evidence: [KB-upd]", "evidence: [KB-udp]", "did you mean `KB-upd`?"),
        ("arms: [1]", "arm: [1]", "did you mean `arms`?"),
    ] {
        let text = format!("{}\ngroup: arms\n\n{}", modeline(), block.replace(right, wrong));
        assert!(text.contains(wrong), "{right}");
        fs::write(copy.path().join("methods/slip.yaml"), text).unwrap();
        let out = TempDir::new().unwrap();
        let target = out.path().join("generated");
        let ran = copy.run(&["generate", "--out", target.to_str().unwrap()]);
        let said = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(ran.status.code(), Some(1), "{said}");
        assert!(said.contains("methods/slip.yaml:") && said.contains(hint), "{wrong}:\n{said}");
        assert!(!target.exists(), "{wrong}: something was written");
    }
}

/// The recipe's method is in the model, the list, the surfaces and the client, and nothing else changed.
fn assert_has_arm_colours(copy: &Copy, group: &str) {
    let (before, model) = (real_model(), copy.model());
    assert_eq!(model.methods.len(), before.methods.len() + 1);
    assert_eq!(model.method("export_arm_colours").unwrap().group, group);

    let listed = copy.run(&["list", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
    let entry = listed.as_array().unwrap().iter().find(|entry| entry["id"] == "export_arm_colours").unwrap();
    assert_eq!(entry["title"], "Export Arm Colours");
    assert_eq!(entry["since"], "17.4.1");

    for release in &before.releases {
        let version = release.version.to_string();
        let steps = surface::difference(
            &surface::facts(&at(&before, &version)),
            &surface::facts(&at(&model, &version)),
        );
        let added: Vec<&str> = steps
            .iter()
            .map(|step| match step {
                Step::Added(fact) => fact.name.as_str(),
                other => panic!("{version}: {other:?}"),
            })
            .collect();
        let wanted: &[&str] = match version.as_str() {
            "17.4.1" => &[
                "export_arm_colours",
                "export_arm_colours.csv",
                "export_arm_colours.format",
                "export_arm_colours.arms",
                "export_arm_colours.returnFormat",
                "arm_colour.arm_num",
                "arm_colour.colour",
            ],
            _ => &[],
        };
        assert_eq!(added, wanted, "{version}");
    }

    let client = emit(&[Box::new(backend::rust::Rust) as Box<dyn Backend>], &model);
    let code = |text: &str| client.iter().any(|(path, file)| path.ends_with(".rs") && file.contains(text));
    for wanted in [
        "request!(export_arm_colours, ExportArmColours)",
        "fn export_arm_colours(",
        " ArmColour {",
        "armColour",
    ] {
        assert!(code(wanted), "no .rs file of the client holds {wanted:?}");
    }
}

/// The first line of a file below `spec/methods/`.
fn modeline() -> &'static str {
    "# yaml-language-server: $schema=../../generated/schema/spec.schema.json"
}

/// What the surface backend makes of a model: paths and texts.
fn surfaces(model: &Model) -> Vec<(String, String)> {
    assert_eq!(View::new(model, Selection::All).newest, model.newest());
    emit(&[Box::new(backend::surface::Surface) as Box<dyn Backend>], model)
}

/// A YAML block of a section of CONTRIBUTING.md, counted from 0, without the indentation of the list.
fn yaml_block(section: &str, index: usize) -> String {
    let page = fs::read_to_string(repository("CONTRIBUTING.md")).unwrap();
    let (_, rest) =
        page.split_once(&format!("\n## {section}\n")).unwrap_or_else(|| panic!("no section {section:?}"));
    let text = rest.split("\n## ").next().unwrap();
    let block = text.split("```yaml\n").nth(index + 1).unwrap_or_else(|| panic!("{section}: too few blocks"));
    let (block, _) = block.split_once("```").unwrap();
    let indentation = block.len() - block.trim_end_matches(' ').len();
    let lines = block.lines().map(|line| line.get(indentation..).unwrap_or_default().trim_end());
    lines.map(|line| format!("{line}\n")).collect::<String>().trim_end().to_owned() + "\n"
}
