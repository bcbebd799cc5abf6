//! Scaffolds, completed as a maintainer would do it, in a copy of the spec.

use std::fs;
use std::path::Path;

use redcap_generator::diagnostics::SourceFile;
use redcap_generator::drift::scaffold;
use redcap_generator::load_spec;
use redcap_generator::model::Model;
use tempfile::TempDir;

use crate::support::{copy_folder, real_model, repository, version};
use crate::{assert_same, drift_of, file, lines, pages_of, reading_of, set};

/// Pages of a made-up release 18.0.0: a new method with a new parameter, and in an old method two
/// new parameters, a new value and another default.
fn new_pages() -> Vec<SourceFile> {
    let pages = pages_of("17.4.1");
    let page = |name: &str| &pages.iter().find(|page| page.path.ends_with(name)).expect("it is there").text;
    let changed = |text: &str, from: &str, to: &str| {
        assert!(text.contains(from), "no {from:?}");
        text.replacen(from, to, 1)
    };
    let parameter = |name: &str, text: &str| {
        format!("<div class=\"param\"><div class=\"font-weight-bold\">{name}</div><div>{text}</div></div>\n")
    };
    let frame = |text: &str| {
        let entry = "<li><a href=\"index.php?content=exp_arms\">Export Arms</a></li>";
        let more = format!("{entry}<li><a href=\"?content=exp_arm_colours\">Export Arm Colours</a></li>");
        changed(&changed(text, entry, &more), "REDCap 17.4.1", "REDCap 18.0.0")
    };
    let alt = "<div class=\"param\"><div class=\"font-weight-bold\">returnAlt</div>";
    let more = parameter("seed", "the number to start from")
        + &parameter("mode", "block [default], simple - how places are drawn");
    let randomize = changed(page("rand_record.html"), alt, &format!("{more}{alt}"));
    let randomize = changed(&randomize, "false [default], true", "false, true [default]");
    let import = changed(page("imp_records.html"), "MDY, DMY, YMD [default]", "MDY, DMY, YMD [default], ISO");
    let access = page("exp_surveyaccesscode.html");
    let start = access.find("<div class=\"head\">Method Name").expect("it has a method");
    let end = access.find("</div>\n<div id=\"south\">").expect("it ends");
    let colours = [
        "<div class=\"head\">Method Name</div><div>Export Arm Colours</div>\n",
        "<div class=\"head\">Permissions Required</div><div>You need API Export privileges in the project.</div>\n",
        "<div class=\"head\">Parameters</div>\n<div class=\"head\">Required</div>\n",
        &parameter("token", "your secret"),
        &parameter("content", "armColour"),
        &parameter("format", "csv, json, xml [default]"),
        "<div class=\"head\">Optional</div>\n",
        &parameter("arms", "an array of numbers, to get these only"),
        &parameter("notation", "name [default], hex - how colours are written"),
        &parameter("returnFormat", "csv, json, xml - how errors are written"),
    ]
    .concat();
    let colours = format!("{}{colours}{}", &access[..start], &access[end..]);
    vec![
        file("saved/rand_record.html", frame(&randomize)),
        file("saved/imp_records.html", frame(&import)),
        file("saved/exp_arm_colours.html", frame(&colours)),
    ]
}

/// The blocks of YAML in the list of edits, each with the heading above it.
fn blocks(edits: &str) -> Vec<(&str, &str)> {
    let sections = edits.split("\n## ").skip(1);
    let with_yaml = sections.filter_map(|section| section.split_once("\n\n```yaml\n"));
    with_yaml.map(|(heading, rest)| (heading, rest.split("```").next().expect("it ends"))).collect()
}

/// Puts each block where its heading says.
fn paste(spec: &Path, edits: &str) {
    for (heading, yaml) in blocks(edits) {
        let path = heading.split('`').find(|part| part.starts_with("spec/")).expect("a file");
        let path = path.split(':').next().expect("a path");
        let place = spec.join(path.strip_prefix("spec/").expect("it is there"));
        let text = fs::read_to_string(&place).expect("a file of the spec");
        // Lines move with every block, ids stay.
        let id = heading.split('`').nth(3).unwrap_or_default();
        let after = |key: &str| {
            let owner = text.find(&format!("  - id: {id}\n")).unwrap_or_default();
            owner + text[owner..].find(key).unwrap_or_else(|| panic!("no {key} in {path}")) + key.len()
        };
        let at = if heading.starts_with("At the end") {
            text.len()
        } else if heading.contains("`parameters`") {
            after("    parameters:\n")
        } else if heading.contains("`values`") {
            after("    values:\n")
        } else {
            after("\nenums:\n")
        };
        fs::write(&place, format!("{}{yaml}{}", &text[..at], &text[at..])).expect("it can be written");
    }
}

fn model_in(folder: &Path) -> Result<Model, String> {
    let loaded = load_spec(folder, "spec");
    loaded.outcome.map_err(|report| report.render(&loaded.files, false))
}

#[test]
fn a_completed_scaffold_is_a_valid_spec_that_says_what_the_pages_say() {
    let (model, pages) = (real_model(), new_pages());
    let drift = drift_of(&model, &pages, "18.0.0");
    let before = set([
        "+ method Export Arm Colours",
        "+ parameter randomize_record.mode",
        "+ parameter randomize_record.seed",
        "+ value import_records.dateFormat ISO",
        "~ default randomize_record.returnAlt",
    ]);
    assert_eq!(lines(&drift), before);
    let files = scaffold::files(&reading_of(&model, &pages), &drift, &model, version("18.0.0"));
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["methods/export_arm_colours.yaml", "edits.md"]);

    let copy = TempDir::new().expect("a folder");
    copy_folder(&repository("spec"), copy.path());
    // As it is, every open place is refused, and none of them by chance.
    fs::write(copy.path().join(paths[0]), &files[0].1).expect("it can be written");
    paste(copy.path(), &files[1].1);
    let refused = model_in(copy.path()).expect_err("marks are left");
    let open = refused.matches("is not completed yet").count();
    assert!(open > 10 && refused.contains("`TODO` is not an allowed value of `answer`"), "{refused}");

    copy_folder(&repository("spec"), copy.path());
    let method = files[0]
        .1
        .replace("TODO one sentence.", "Lists the colours of the arms.")
        .replace("answer: TODO\n        meaning: TODO", "answer: list\n        shape: arm_colour\n        formats: [csv, json, xml]\n        meaning: The colours.")
        .replace("title: TODO", "title: Export all colours")
        .replace("parameters: {} # check: what is required, at least", "parameters: { format: json }")
        .replace("body: TODO", "body: '[{\"arm_num\":1,\"colour\":\"blue\"}]'");
    let shape = "\nshapes:\n  - id: arm_colour\n    summary: The colour of an arm.\n    columns:\n      - { name: arm_num, type: integer, doc: Its number., json: integer, presence: always }\n      - { name: colour, type: string, doc: Its colour., json: string, presence: always }\n    evidence: [help18.0.0]\n";
    let complete = |text: &str| text.lines().map(completed).collect::<Vec<_>>().join("\n") + "\n";
    fs::write(copy.path().join(paths[0]), complete(&method) + shape).expect("it can be written");
    paste(copy.path(), &complete(&files[1].1));
    let after = model_in(copy.path()).unwrap_or_else(|problems| panic!("{problems}"));

    let colours = after.method("export_arm_colours").expect("it is there");
    assert_eq!((colours.group.as_str(), colours.content.as_str()), ("arms", "armColour"));
    assert_eq!(colours.rights.iter().map(|right| right.right.as_str()).collect::<Vec<_>>(), ["api_export"]);
    // The default changed, which is for people to judge.
    assert_eq!(lines(&drift_of(&after, &pages, "18.0.0")), set(["~ default randomize_record.returnAlt"]));
    assert!(
        files[1].1.contains("## The default of `returnAlt` of `randomize_record` is `true` in the release")
    );
    // What was before is as before.
    assert_same(&drift_of(&after, &pages_of("17.4.1"), "17.4.1"), "17.4.1");
}

/// A line with a mark, completed.
fn completed(line: &str) -> String {
    match line.split_once("TODO") {
        Some((key, _)) if key.trim_end().ends_with("ident:") => format!("{key}some_name"),
        Some((key, _)) if key.trim_end().ends_with("summary:") => format!("{key}Chooses something."),
        Some((key, _)) if !key.contains('`') && key.contains(':') => format!("{key}something"),
        _ => line.to_owned(),
    }
}

#[test]
fn what_is_gone_is_listed_with_what_to_do() {
    let model = real_model();
    let pages = pages_of("17.4.1");
    let page = pages.iter().find(|page| page.path.ends_with("exp_file.html")).expect("it is there");
    let text = page
        .text
        .replace("Export Arms", "Export Arms and Legs")
        .replace("csv, json, xml [default]", "csv, json [default]");
    let pages = [file("exp_file.html", text)];
    let drift = drift_of(&model, &pages, "18.0.0");
    let files = scaffold::files(&reading_of(&model, &pages), &drift, &model, version("18.0.0"));
    let edits = &files.iter().find(|(path, _)| path == "edits.md").expect("it is there").1;
    for said in [
        "\n## `export_arms` is not in the release\n\nIf it is gone, it gets `until: \"18.0.0\"`",
        "\n## `returnFormat` of `export_file` no longer takes `xml`\n",
        "The method is at `spec/methods/files.yaml:",
    ] {
        assert!(edits.contains(said), "no {said:?} in\n{edits}");
    }
    assert_eq!(files[0].0, "methods/export_arms_and_legs.yaml");
}
